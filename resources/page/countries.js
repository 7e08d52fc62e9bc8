// What is said of countries: plates, names with their shifts, and the capitals between them.
//
// parts.countries.place(frame, room)   adds plates, blocks, rows and leaders to the frame of
//   marks.js, and takes away the capitals that they cover
(function (dl) {
  "use strict";

  const { meets, take } = dl.parts.boxes;
  const { width } = dl.parts.ink;
  const NOTE = { size: 10.5, weight: 400 };
  const EDGE = 20;
  const MARGIN = 5; // px that a symbol's small ring stands out
  const LONG_LABEL = 150;

  // The newest shift of a country, and the letter of its pole where there is none.
  function belowName(room, country, shifts, ground) {
    const rows = shifts.slice(0, 2).map((i) => {
      const sprite = room.spriteOf(i);
      const text = room.isNarrow ? "" : room.table.text("label", i);
      const { left, right } = sprite.reach;
      const lines = width(text, NOTE) > LONG_LABEL ? text.split(/(?<=,) /) : [text];
      const wide = Math.max(left + right, ...lines.map((line) => width(line, NOTE)));
      return { i, sprite, lines: lines.filter(Boolean), wide, high: 25 + lines.filter(Boolean).length * 13 };
    });
    if (!rows.length && ground !== undefined) rows.push({ i: ground, chip: true, wide: 40, high: 24 });
    return sized(rows);
  }

  const sized = (rows) => ({
    rows,
    width: Math.max(0, ...rows.map((r) => r.wide)),
    height: rows.reduce((sum, r) => sum + r.high, 0),
  });

  // Where room is short the dates wait for the pointer.
  function withoutText({ rows }) {
    return sized(rows.map((row) => {
      if (row.chip) return row;
      const { left, right } = row.sprite.reach;
      return { ...row, lines: [], wide: left + right, high: 25 };
    }));
  }

  function mainShape(room, country) {
    const { found } = room.world.countries(country, room.view.zoom);
    return found.length ? found.reduce((a, b) => (b.area > a.area ? b : a)) : null;
  }

  // The country itself must be in the window: what is said of it may not stand over another.
  function isInWindow(room, shape) {
    const { view, bounds } = room;
    const [w, n, e, s] = shape.main.map((v, i) => v * view.scale - (i % 2 ? view.oy : view.ox));
    return w < bounds.r - EDGE && e > bounds.l + EDGE && n < bounds.b - EDGE && s > bounds.t + EDGE;
  }

  const nearestIn = (box, { x, y }) => ({
    x: Math.max(box.l, Math.min(box.r, x)), y: Math.max(box.t, Math.min(box.b, y)),
  });

  function addRows(frame, room, block, rows) {
    let top = block.belowY;
    for (const row of rows) {
      frame.rows.push({ ...row, x: block.x, y: top + 13, textY: top + 35 });
      top += row.high;
    }
  }

  // The letter alone, where an arrow would reach over the border and be read of the neighbour.
  function letterOf({ table }, { rows }, ground) {
    if (!rows.length || ground === undefined || !table.pole(ground)) return null;
    const isWide = table.disputed[ground] && table.second(ground);
    return sized([{ i: rows[0].i, ground, chip: true, wide: isWide ? 44 : 22, high: 24 }]);
  }

  // What is said of a country stands in it, with less and less beside; else beside it, with its name.
  function blockOf(room, shape, told, ground) {
    const { countryBlock, insideBlock, besideBlock } = dl.parts.labels;
    const bare = withoutText(told);
    const letter = letterOf(room, told, ground);
    const tries = [
      [told, countryBlock], [bare, countryBlock], [bare, insideBlock],
      [letter, countryBlock], [letter, insideBlock], [letter, (...all) => insideBlock(...all, true)],
      [bare, besideBlock],
    ];
    for (const [below, seat] of tries) {
      const block = below && seat(shape, room, below);
      if (block) return { block, below };
    }
    return null;
  }

  function countryBlocks(frame, room) {
    const { table, bins } = room;
    const shiftsOf = new Map();
    for (const i of [...bins.shifts].sort((a, b) => table.vs[b] - table.vs[a])) {
      const country = table.text("country", i);
      shiftsOf.set(country, [...(shiftsOf.get(country) || []), i]);
    }
    const groundOf = new Map(bins.grounds.map((i) => [table.text("country", i), i]));
    for (const country of new Set([...shiftsOf.keys(), ...groundOf.keys()])) {
      const shape = mainShape(room, country);
      if (!shape || !isInWindow(room, shape)) continue;
      const told = belowName(room, country, shiftsOf.get(country) || [], groundOf.get(country));
      const found = blockOf(room, shape, told, groundOf.get(country));
      if (!found) continue;
      const { block, below } = found;
      if (block.leader) {
        const to = dl.parts.seats.landing(block.box, block.leader, dl.parts.areas.of(room.view, room.world, country), room);
        frame.leaders.push({ from: nearestIn(block.box, to), to });
      }
      // What stands without its name needs that before all other names.
      const named = block.text ? block : dl.parts.labels.countryBlock(shape, room, sized([]));
      if (named) {
        frame.blocks.push(named);
        frame.named.add(shape.name);
      }
      addRows(frame, room, block, below.rows);
    }
  }

  // The areas of all countries that something is said of.
  function toldAreas({ table, bins, view, world }) {
    const codes = new Set([...bins.plates.keys(), ...[...bins.shifts, ...bins.grounds].map((i) => table.text("country", i))]);
    return new Map([...codes].map((code) => [code, dl.parts.areas.of(view, world, code)]));
  }

  function seatPlates(frame, room) {
    const told = toldAreas(room);
    const wanted = [];
    for (const [country, numbers] of room.bins.plates) {
      const shape = mainShape(room, country);
      if (!shape || !isInWindow(room, shape)) continue;
      wanted.push({
        country, title: shape.name, shape, area: told.get(country), layouts: dl.parts.plates.layouts(room, numbers, shape.name),
      });
    }
    const others = (country) => [...told].filter(([code]) => code !== country).map(([, area]) => area);
    frame.plates.push(...dl.parts.seats.place(wanted, Object.assign(Object.create(room), { others })));
  }

  // Capitals of countries that something is said of are not covered; the others may be.
  function keepOwnCapitals(frame, room) {
    const areas = [...toldAreas(room).values()];
    for (const { box, dot } of frame.capitals) {
      if (areas.some((area) => area.holds(dot.x, dot.y))) room.told.add(box, 2);
    }
  }

  function uncovered(labels, { plates, rows }) {
    const over = [
      ...plates.map(({ box }) => box),
      ...rows.map(({ x, y, wide, high }) => ({ l: x - wide / 2, r: x + wide / 2, t: y - 13, b: y - 13 + high })),
    ];
    const wider = (box) => ({ l: box.l - MARGIN, t: box.t, r: box.r + MARGIN, b: box.b });
    return labels.filter(({ box }) => !over.some((other) => meets(box, wider(other))));
  }

  function place(frame, room) {
    keepOwnCapitals(frame, room);
    seatPlates(frame, room);
    countryBlocks(frame, room);
    frame.capitals = uncovered(frame.capitals, frame);
  }

  dl.parts.countries = { place };
})((window.dateline = window.dateline || { parts: {} }));
