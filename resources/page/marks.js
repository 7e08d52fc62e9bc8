// One frame of marks: arranged, given boxes, drawn.
//
// parts.marks.arrange(room, around) -> frame {isCrowd, items, plates, blocks, texts, named, ...}
//   room {table, bins, points, cells, view, world, boxes, told, bounds, probe, memory, sprites,
//   theme, on, k, scale}; `around` is the former frame where only points may have changed; `told` holds only what may not be covered at all: controls, marks and their texts
// parts.marks.symbols(room, frame) -> [{item, box, ...}, ...] in the order of drawing
// parts.marks.draw(ctx, room, frame, {selected, hovered, focused, labels, hits}, symbols)
// parts.marks.isPlain(frame, state); drawPlace(ctx, room, symbols, box) for a part of a plain frame
(function (dl) {
  "use strict";

  const { around, inside, meets, take } = dl.parts.boxes;
  const { letters, width, circle, segment, outline } = dl.parts.ink;
  const NAME = { size: 11.5, weight: 600 };
  const NOTE = { size: 10.5, weight: 400 };
  const REFERENCE = { size: 10, weight: 400, italic: true };
  const MOST_NAMED = 300;
  const LEAST_REFERENCE_ZOOM = 4.5;
  const REGION_PLACES = [0, 1, -1, 2, -2, 3, -3].flatMap((dy) => [0, 1, -1, 2, -2, 3, -3, 4, -4].map((dx) => [dx, dy]))
    .sort((a, b) => Math.hypot(...a) - Math.hypot(...b));

  function spriteMaker(room, isCrowd) {
    const { table, sprites, theme, on, k } = room;
    const spriteOf = sprites.markSprites(table, theme, k, isCrowd);
    return (i, badge = 1) => spriteOf(i, on, badge);
  }

  function smallMaker({ table, sprites, theme, on, k }) {
    const spriteOf = sprites.markSprites(table, theme, k, false, true);
    return (i) => spriteOf(i, on);
  }

  const at = (room, i) => ({
    x: room.table.x[i] * room.view.scale - room.view.ox,
    y: room.table.y[i] * room.view.scale - room.view.oy,
  });

  function clusterBox(item) {
    return around(item.x, item.y, { left: 19, right: 19, top: 19, bottom: 19 });
  }

  function reserve(room, items) {
    for (const item of items) {
      if (item.kind === "cluster") take(room, clusterBox(item), 2);
      else {
        take(room, around(item.x, item.y, item.sprite.reach), 2);
        if (item.hasLeader) take(room, around(item.ax, item.ay, { left: 4, right: 4, top: 4, bottom: 4 }));
      }
    }
  }

  // Marks of one name share one text: the name, and below it what the symbol cannot say.
  function namedGroups(room, items) {
    const groups = new Map();
    for (const item of items) {
      if (item.kind !== "mark") continue;
      const name = room.table.text("name", item.i);
      const key = `${name} ${Math.round(item.ax)} ${Math.round(item.ay)}`;
      if (!groups.has(key)) groups.set(key, { name, members: [] });
      groups.get(key).members.push(item);
    }
    return [...groups.values()];
  }

  function textLines(room, { name, members }) {
    const notes = [...new Set(members.map((m) => dl.parts.words.note(room.table, m.i)).filter(Boolean))];
    const lines = [];
    if (name) lines.push({ text: name, style: NAME });
    notes.slice(0, 2).forEach((text) => lines.push({ text, style: NOTE }));
    return lines.map((line) => ({
      text: line.text, style: { ...line.style, size: line.style.size * room.scale },
    }));
  }

  // Left or right of the symbols, then beside the anchor, then below it; at worst it is moved on.
  function textPlaces(members, wide, high) {
    const l = Math.min(...members.map((m) => m.x - m.sprite.reach.left)) - 3;
    const r = Math.max(...members.map((m) => m.x + m.sprite.reach.right)) + 3;
    const y = members.reduce((sum, m) => sum + m.y, 0) / members.length - high / 2;
    const { ax, ay } = members[0];
    return [
      ["right", l, y], ["left", r, y],
      ["left", ax + 8, ay - high / 2 + 2], ["right", ax - 8, ay - high / 2 + 2],
      ["center", ax, ay + 6], ["left", r, y - high * 0.7], ["right", l, y - high * 0.7],
      ["left", ax + 8, ay + 4], ["right", ax - 8, ay + 4],
    ];
  }

  function placeText(room, group) {
    const lines = textLines(room, group);
    if (!lines.length) return null;
    const wide = Math.max(...lines.map((l) => width(l.text, l.style)));
    const high = lines.length * 13 * room.scale;
    for (const [align, x, top] of textPlaces(group.members, wide, high)) {
      const l = align === "left" ? x : align === "right" ? x - wide : x - wide / 2;
      const box = { l: l - 1, t: top, r: l + wide + 1, b: top + high };
      if (!inside(box, room.bounds, 3) || room.boxes.meets(box)) continue;
      take(room, box, 2);
      return { lines, align, x, top };
    }
    return null;
  }

  // A ring around its town's own dot: it covers nothing, and is never left out.
  function mentions(room, numbers) {
    return numbers.map((i) => ({ kind: "mark", i, ...at(room, i), sprite: room.spriteOf(i), hasLeader: false }))
      .map((item) => ({ ...item, ax: item.x, ay: item.y }))
      .filter((item) => inside(around(item.x, item.y, item.sprite.reach), room.bounds));
  }

  // What no claim stands behind gives way to everything else.
  function references(room, numbers) {
    const found = [];
    if (room.view.zoom < LEAST_REFERENCE_ZOOM) return found;
    for (const i of numbers) {
      const { x, y } = at(room, i);
      const sprite = room.spriteOf(i);
      const box = around(x, y, sprite.reach);
      if (!inside(box, room.bounds, 2) || room.boxes.meets(box)) continue;
      room.boxes.add(box, 2);
      found.push({ kind: "mark", i, x, y, ax: x, ay: y, sprite, hasLeader: false });
    }
    return found;
  }

  function referenceTexts(room, items) {
    return items.map((item) => {
      const name = room.table.text("name", item.i);
      const style = { ...REFERENCE, size: REFERENCE.size * room.scale };
      const wide = width(name, style);
      for (const [align, x] of [["right", item.x - 9], ["left", item.x + 9]]) {
        const l = align === "left" ? x : x - wide;
        const box = { l, t: item.y - 8, r: l + wide, b: item.y + 6 };
        if (!inside(box, room.bounds, 3) || room.boxes.meets(box)) continue;
        room.boxes.add(box, 2);
        return { lines: [{ text: name, style }], align, x, top: item.y - 8, isReference: true };
      }
      return null;
    }).filter(Boolean);
  }

  // A region's name stands nearest to its middle where there is room along its width.
  function regionNames(frame, room) {
    const style = { size: 14 * room.scale, weight: 500, italic: true, tracking: 6 };
    for (const i of room.bins.regions) {
      const name = room.table.text("name", i);
      if (!name || !room.table.hasPoint[i]) continue;
      const middle = at(room, i);
      const wide = width(name, style);
      const region = room.table.regions[room.table.text("place", i)];
      const path = region && region.unit ? dl.parts.choropleth.ringPath(room.view, region.unit) : null;
      for (const [dx, dy] of REGION_PLACES) {
        const x = middle.x + dx * wide;
        const y = middle.y + dy * 16;
        const box = { l: x - wide / 2, t: y - 12, r: x + wide / 2, b: y + 5 };
        if (path && !room.probe.isPointInPath(path, x, y)) continue;
        if (!inside(box, room.bounds, 6) || room.boxes.meets(box)) continue;
        room.boxes.add(box, 3);
        frame.regionNames.push({ text: name, x: x + style.tracking / 2, y, style });
        break;
      }
    }
  }

  const nothingAround = () => ({
    plates: [], blocks: [], rows: [], texts: [], regionNames: [], leaders: [], capitals: [], spots: [], known: [], spoken: [],
    named: new Set(),
  });

  // What stands between and beside the symbols: their texts, plates, names of countries and regions.
  function surround(room, placed) {
    const frame = { ...nothingAround(), items: placed.items };
    frame.spots = room.bins.spots.map((i) => {
      const { x, y } = at(room, i);
      return { kind: "mark", i, x, y, ax: x, ay: y, sprite: room.spriteOf(i), hasLeader: false };
    });
    reserve(room, [...placed.items, ...frame.spots]);
    if (!placed.isCrowd && placed.items.length < MOST_NAMED) {
      for (const group of namedGroups(room, [...placed.items, ...frame.spots])) {
        const text = placeText(room, group);
        if (text) frame.texts.push(text);
        frame.named.add(group.name);
      }
    }
    frame.capitals = dl.parts.labels.capitals(room, frame.named);
    if (room.world.coarse) {
      dl.parts.countries.place(frame, room);
    }
    regionNames(frame, room);
    frame.spoken = mentions(room, room.bins.mentions);
    frame.known = references(room, room.bins.references);
    // A capital's name stands there already.
    const unnamed = frame.spoken.filter(({ i }) => !frame.capitals.some(({ text }) => text === room.table.text("name", i)));
    frame.texts.push(...referenceTexts(room, [...frame.known, ...unnamed]));
    frame.spoken.forEach((item) => room.boxes.add(around(item.x, item.y, item.sprite.reach), 1));
    return frame;
  }

  // In a crowd what is around stays where it is until the hand rests: `around` is a former frame.
  function arrange(room, around) {
    const placed = dl.parts.arrange.place(
      room.table, room.points, room.cells, room.view, (isCrowd) => spriteMaker(room, isCrowd),
    );
    room.spriteOf = spriteMaker(room, placed.isCrowd);
    room.smallOf = smallMaker(room);
    const isKept = placed.isCrowd && around && around.isCrowd;
    const frame = isKept ? { ...around } : surround(room, placed);
    // The larger ones first: a small symbol beside a large circle must not lie under it.
    const sizeOf = ({ sprite }) => sprite.reach.left + sprite.reach.right;
    const all = [...placed.items, ...frame.spots, ...frame.known];
    const isCluster = ({ kind }) => kind === "cluster";
    frame.items = [...frame.spoken, ...all.filter(isCluster), ...all.filter((item) => !isCluster(item)).sort((a, b) => sizeOf(b) - sizeOf(a))];
    return Object.assign(frame, { isCrowd: placed.isCrowd, isKept: Boolean(isKept) });
  }

  function boxOf(room, item) {
    const { sprites, theme } = room;
    if (item.kind === "cluster") return sprites.clusterBox(theme, item.x, item.y);
    const box = sprites.boxOf(item.sprite, item.x, item.y);
    return !item.hasLeader ? box : {
      l: Math.min(box.l, item.ax - 6), t: Math.min(box.t, item.ay - 6),
      r: Math.max(box.r, item.ax + 6), b: Math.max(box.b, item.ay + 6),
    };
  }

  // The ring is split by actor in eighths; finer shares would not be seen.
  function symbolOf(room, item) {
    const symbol = { item, theme: room.theme, box: boxOf(room, item), shares: 0, count: 0, x: item.x, y: item.y };
    if (item.kind === "cluster") {
      symbol.count = item.count || item.all.length;
      symbol.shares = item.shares === undefined ? room.cells.sharesAmong(item.all) : item.shares;
    }
    return symbol;
  }

  // Made once for each item: equal ones are the same object.
  function symbols(room, frame) {
    for (const item of frame.items) {
      if (!item.symbol || item.symbol.theme !== room.theme) item.symbol = symbolOf(room, item);
    }
    return frame.items.map(({ symbol }) => symbol);
  }

  function drawSymbols(ctx, { sprites, theme }, all) {
    const drawCluster = sprites.clusterPen(ctx, theme);
    for (const symbol of all) {
      if (symbol.count) drawCluster(symbol);
      else sprites.draw(ctx, symbol.item.sprite, symbol.x, symbol.y);
    }
  }

  // Whether a frame is its symbols and nothing else.
  function isPlain(frame, { selected, hovered, focused }) {
    const more = [frame.plates, frame.rows, frame.leaders, frame.regionNames, frame.texts];
    return frame.isCrowd && more.every((list) => !list.length) && [selected, hovered, focused].every((i) => i === null);
  }

  // One place of a plain frame, and only what meets it.
  function drawPlace(ctx, room, all, box) {
    const found = all.filter((one) => meets(one.box, box));
    drawLeaders(ctx, room.theme, found.map(({ item }) => item));
    drawSymbols(ctx, room, found);
  }

  function drawLeaders(ctx, theme, items) {
    if (!items.some(({ hasLeader }) => hasLeader)) return;
    const lines = new Path2D();
    const dots = new Path2D();
    for (const item of items) {
      if (!item.hasLeader) continue;
      lines.moveTo(item.x, item.y);
      lines.lineTo(item.ax, item.ay);
      dots.moveTo(item.ax + 2.6, item.ay);
      dots.arc(item.ax, item.ay, 2.6, 0, 2 * Math.PI);
    }
    outline(ctx, lines, theme.map.halo, 3);
    outline(ctx, lines, theme.map.ink, 1.1);
    outline(ctx, dots, theme.map.halo, 2.4);
    ctx.fillStyle = theme.map.ink;
    ctx.fill(dots);
  }

  function drawTexts(ctx, theme, texts) {
    for (const { lines, align, x, top, isReference } of texts) {
      lines.forEach(({ text, style }, n) => {
        letters(ctx, text, x, top + style.size * 0.95 + n * style.size * 1.16, {
          ...style, align, colour: isReference ? theme.map.labelAdmin : theme.map.ink,
          halo: theme.map.halo, haloWidth: 1.6,
        });
      });
    }
  }

  function drawRows(ctx, room, { rows, leaders }) {
    const { theme, sprites, table } = room;
    for (const { from, to } of leaders) {
      const line = segment(from.x, from.y, to.x, to.y);
      outline(ctx, line, theme.map.halo, 3);
      outline(ctx, line, theme.map.labelCountry, 1);
      ctx.fillStyle = theme.map.labelCountry;
      ctx.fill(circle(to.x, to.y, 2.2));
    }
    for (const row of rows) {
      if (row.chip) {
        const of = row.ground === undefined ? row.i : row.ground;
        const second = table.disputed[of] ? table.second(of) : "";
        const letter = table.pole(of);
        if (letter) dl.parts.symbols.chip(ctx, theme, letter, row.x - (second ? 11 : 0), row.y, {});
        if (second) dl.parts.symbols.chip(ctx, theme, second, row.x + 11, row.y, { isHollow: true });
      } else {
        const { left, right } = row.sprite.reach;
        row.shiftX = row.x + (left - right) / 2;
        sprites.draw(ctx, row.sprite, row.shiftX, row.y);
        row.lines.forEach((line, n) => letters(ctx, line, row.x, row.textY + n * 13, {
          ...NOTE, colour: theme.map.ink, halo: theme.map.halo, haloWidth: 1.5,
        }));
      }
    }
  }

  function drawHalo(ctx, room, hit, id, kind) {
    ctx.save();
    ctx.translate(hit.x, hit.y);
    dl.parts.symbols.halo(ctx, room.theme, hit.shape, kind);
    if (hit.spec) dl.parts.troops.dialNumbers(ctx, room.theme, hit.spec, room.table.docs(hit.i));
    ctx.restore();
  }

  // The labels around a ring stand over it, not under: a line through letters is not read.
  function drawLabelsOver(ctx, room, hit, labels) {
    if (!labels) return;
    const far = (hit.shape.radius || Math.max(hit.shape.left, hit.shape.right)) + 12;
    const ring = around(hit.x, hit.y, { left: far, right: far, top: far, bottom: far });
    dl.parts.labels.draw(ctx, room.theme, labels.filter((label) => label.box && meets(label.box, ring)), true);
  }

  function draw(ctx, room, frame, state, all) {
    const { selected, hovered, focused, labels } = state;
    drawLeaders(ctx, room.theme, frame.items);
    for (const plate of frame.plates) {
      dl.parts.plates.draw(ctx, room.theme, plate);
    }
    for (const [id, kind] of [[hovered, "hover"], [focused, "focus"], [selected, "selected"]]) {
      const hit = id === null ? null : state.hits.find((h) => h.i === id || h.cluster === id);
      if (!hit) continue;
      drawHalo(ctx, room, hit, id, kind);
      drawLabelsOver(ctx, room, hit, labels);
    }
    frame.plates.forEach((plate) => dl.parts.plates.drawTitle(ctx, room.theme, plate));
    frame.plates.forEach((plate) => dl.parts.plates.drawCells(ctx, room.theme, room.sprites, plate));
    drawSymbols(ctx, room, all);
    drawRows(ctx, room, frame);
    for (const { text, x, y, style } of frame.regionNames) {
      letters(ctx, text, x, y, { ...style, colour: room.theme.map.region, halo: room.theme.map.halo, haloWidth: 1.2 });
    }
    drawTexts(ctx, room.theme, frame.texts);
  }

  dl.parts.marks = { arrange, symbols, isPlain, draw, drawPlace };
})((window.dateline = window.dateline || { parts: {} }));
