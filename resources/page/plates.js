// Country plates: what is said of a country as a whole stands in brackets in a free part of it,
// never on a point.
//
// parts.plates.fill(table, country, numbers, spriteOf, {title, under}) -> {country, note, cells, width, height}
// parts.plates.seat(plate, ctx) -> {l, t, r, b} | null
//   ctx {view, shape, path, boxes, told, memory, bounds, probe}; the seat is remembered for the
//   zoom, so that it stays put while time moves. It stays near its country.
// parts.plates.landing(box, middle, ctx) -> {x, y} where its leader ends
// parts.plates.draw(ctx, theme, plate); drawTitle(ctx, theme, plate);
//   drawCells(ctx, theme, sprites, plate)
(function (dl) {
  "use strict";

  const { letters, width, outline, rounded, segment, circle } = dl.parts.ink;
  const HEADER = 22;
  const PADDING = 9;
  const GAP = 9;
  const BRACKET = 9;
  const TEXT = { size: 10.5, weight: 400 };
  const STRONG = { size: 11.5, weight: 700 };
  const TITLE = { size: 11.5, weight: 700, tracking: 0.4 };
  const NOTE = { size: 11, weight: 400 };
  const LONG_TEXT = 110;
  const LINE = 13;
  const MOST_IN_ROW = 4;
  const STEP = 22;
  const FARTHEST = 1.2; // plate sizes from the country's box: farther off it reads as another's
  const NEAR = 0.25;
  const STRAY = 0.03; // of a plate, over another country that is spoken of

  function rank(table, i) {
    const isTroops = table.form(i) === "troops";
    const gone = ["gone", "closed"].includes(table.text("state", i)) ? 100 : 0;
    if (isTroops && table.low[i] >= 0) return gone - table.low[i] / 1e6;
    return gone + (isTroops ? 20 : 10);
  }

  // A number with its state takes two lines rather than half the window.
  function cellText(table, i, badge) {
    if (badge > 1) return { lines: [`${badge} bases`], style: TEXT };
    const isCounted = table.low[i] >= 0;
    const note = dl.parts.words.note(table, i) || dl.parts.words.state(table.text("state", i));
    const style = isCounted ? STRONG : TEXT;
    const [head, ...rest] = width(note, style) > LONG_TEXT ? note.split(/, (?=[a-z])/) : [note];
    const lines = [head, rest.join(", ")].filter(Boolean);
    return { lines: lines.map((line) => (line.length > 34 ? `${line.slice(0, 33)}…` : line)), style };
  }

  // Bases of one operator and state are one symbol with their number.
  function groups(table, numbers) {
    const found = new Map();
    for (const i of [...numbers].sort((a, b) => rank(table, a) - rank(table, b) || a - b)) {
      const isBase = table.form(i) === "base";
      const key = isBase ? `${table.text("code", i)}${table.text("state", i)}` : `m${i}`;
      if (found.has(key)) found.get(key).push(i);
      else found.set(key, [i]);
    }
    return [...found.values()];
  }

  function fill(table, country, numbers, spriteOf, { title = "", under = new Map() } = {}) {
    const cells = groups(table, numbers).map((all) => {
      const sprite = spriteOf(all[0], all.length);
      const { lines, style } = cellText(table, all[0], all.length);
      const textWide = Math.max(...lines.map((line) => width(line, style)));
      const wide = Math.max(sprite.reach.left + sprite.reach.right, textWide + 4);
      return { all, sprite, lines, style, wide, textWide };
    });
    const rows = [];
    cells.forEach((cell, n) => {
      if (n % MOST_IN_ROW === 0) rows.push([]);
      rows[rows.length - 1].push(cell);
    });
    let y = HEADER + 4;
    let widest = 0;
    for (const row of rows) {
      const up = Math.max(...row.map((c) => c.sprite.reach.top));
      const down = Math.max(...row.map((c) => c.sprite.reach.bottom));
      let x = PADDING;
      for (const cell of row) {
        const lean = (cell.sprite.reach.left - cell.sprite.reach.right) / 2;
        cell.x = x + cell.wide / 2 + lean;
        const spare = (cell.wide - cell.textWide) / 2;
        cell.textX = x + cell.wide / 2 + Math.max(-spare, Math.min(spare, lean));
        cell.y = y + up;
        cell.textY = y + up + down + 13;
        x += cell.wide + GAP;
      }
      widest = Math.max(widest, x - GAP + PADDING);
      y += up + down + 20 + LINE * (Math.max(...row.map((c) => c.lines.length)) - 1);
    }
    const isStacked = numbers.some((i) => under.has(i));
    const note = isStacked ? "whole country, last states" : "whole country";
    widest = Math.max(widest, width(title.toUpperCase(), TITLE) + 2 * PADDING + 4);
    return { country, note, cells, width: Math.ceil(widest), height: Math.ceil(y + 4) };
  }

  // The share of nine points of the box that lie inside the country.
  function insideShare(box, { probe, path }) {
    let count = 0;
    for (const u of [0.08, 0.5, 0.92]) {
      for (const v of [0.08, 0.5, 0.92]) {
        const x = box.l + (box.r - box.l) * u;
        const y = box.t + (box.b - box.t) * v;
        if (path && probe.isPointInPath(path, x, y)) count += 1;
      }
    }
    return count / 9;
  }

  const clamped = (value, least, most) => Math.max(least, Math.min(most, value));

  // Places over the country and around it, with at most so many plate sizes between the two.
  function candidates(plate, { view, shape, bounds }, sizes) {
    const [w, n, e, s] = shape.main.map((v, i) => v * view.scale - (i % 2 ? view.oy : view.ox));
    const gapX = plate.width * sizes;
    const gapY = plate.height * sizes;
    const [l, r] = [bounds.l + 6, bounds.r - 6 - plate.width];
    const [t, b] = [bounds.t + 6, bounds.b - 6 - plate.height];
    // A country at the edge of the window still has the nearest place that is inside.
    const left = clamped(w - gapX - plate.width, l, r);
    const right = clamped(e + gapX, l, r);
    const top = clamped(n - gapY - plate.height, t, b);
    const bottom = clamped(s + gapY, t, b);
    const found = [];
    for (let x = left; x <= right; x += STEP) {
      for (let y = top; y <= bottom; y += STEP) {
        found.push({ l: x, t: y, r: x + plate.width, b: y + plate.height });
      }
    }
    return found;
  }

  // The name of the country wants the middle of it.
  function coversMiddle(box, x, y) {
    const wide = Math.min(box.r, x + 70) - Math.max(box.l, x - 70);
    const high = Math.min(box.b, y + 36) - Math.max(box.t, y - 16);
    return wide > 0 && high > 0 ? (wide * high) / (140 * 52) : 0;
  }

  // Over another country of which something is said the plate would seem to speak of that.
  function astray(box, { probe, others }) {
    let count = 0;
    for (const { path, around } of others) {
      if (!dl.parts.boxes.meets(box, around)) continue;
      for (let u = 0; u <= 6; u += 1) {
        for (let v = 0; v <= 4; v += 1) {
          const x = box.l + ((box.r - box.l) * u) / 6;
          const y = box.t + ((box.b - box.t) * v) / 4;
          if (probe.isPointInPath(path, x, y)) count += 1;
        }
      }
    }
    return count / 35;
  }

  function bestOf(boxes, all, room) {
    const x = room.shape.x * room.view.scale - room.view.ox;
    const y = room.shape.y * room.view.scale - room.view.oy;
    let best = null;
    let bestScore = -Infinity;
    for (const box of all) {
      if (boxes.meets(box)) continue;
      const away = Math.hypot((box.l + box.r) / 2 - x, (box.t + box.b) / 2 - y);
      const most = insideShare(box, room) * 3 - away / 260 - coversMiddle(box, x, y) * 1.5;
      // Asked last, since it is the dearest question.
      if (most <= bestScore) continue;
      const over = astray(box, room);
      const score = most - over * 6 - (over > 0 ? 1 : 0);
      if (score > bestScore) {
        best = box;
        bestScore = score;
      }
    }
    return best;
  }

  // What is told must be seen, and where it belongs: rather than far off the plate stands over
  // labels of countries that nothing is said of, and at last over marks.
  function seat(plate, room) {
    const { view, boxes, told, controls, memory, bounds } = room;
    const key = `${plate.country} ${view.zoom}`;
    const kept = memory.get(key);
    if (kept) {
      const l = kept.x * view.scale - view.ox;
      const t = kept.y * view.scale - view.oy;
      const box = { l, t, r: l + plate.width, b: t + plate.height };
      if (dl.parts.boxes.inside(box, bounds) && !(kept.isOver ? told : boxes).meets(box)) return box;
    }
    const near = candidates(plate, room, NEAR);
    const far = candidates(plate, room, FARTHEST);
    // Clear of other countries that are spoken of: first where nothing is, then over labels, then
    // farther off. A plate that controls stand on is not read: at last it covers marks.
    const tries = [[boxes, near], [told, near], [told, far], [controls, far], [{ meets: () => false }, far]];
    let best = null;
    let isFree = false;
    for (const [taken, all] of tries) {
      const found = bestOf(taken, all, room);
      const isClear = found && astray(found, room) < STRAY;
      if (isClear || !best) best = found;
      isFree = Boolean(isClear) && taken === boxes;
      if (isClear) break;
    }
    if (best) {
      memory.set(key, {
        x: (best.l + view.ox) / view.scale, y: (best.t + view.oy) / view.scale, isOver: !isFree,
      });
    }
    return best;
  }

  function brackets(ctx, theme, w, h) {
    const lines = new Path2D();
    for (const [x, y, dx, dy] of [[0, 0, 1, 1], [w, 0, -1, 1], [0, h, 1, -1], [w, h, -1, -1]]) {
      lines.moveTo(x + dx * BRACKET, y);
      lines.lineTo(x, y);
      lines.lineTo(x, y + dy * BRACKET);
    }
    outline(ctx, lines, theme.map.halo, 4);
    outline(ctx, lines, theme.map.labelCountry, 1.6);
  }

  // The first point of the country on the way from the plate to its middle, clear of marks.
  function landing(box, middle, { probe, path, told }) {
    const x = clamped(middle.x, box.l, box.r);
    const y = clamped(middle.y, box.t, box.b);
    const length = Math.hypot(middle.x - x, middle.y - y);
    let inside = null;
    for (let at = 0; path && at < length; at += 3) {
      const px = x + ((middle.x - x) * at) / length;
      const py = y + ((middle.y - y) * at) / length;
      if (!probe.isPointInPath(path, px, py)) continue;
      inside = inside || { x: px, y: py, at };
      const isClear = at > inside.at + 5 && !told.meets({ l: px - 3, t: py - 3, r: px + 3, b: py + 3 });
      if (isClear) return { x: px, y: py };
    }
    return inside || middle;
  }

  function draw(ctx, theme, { box, title, anchor, isInside }) {
    const wide = box.r - box.l;
    const high = box.b - box.t;
    if (!isInside) {
      const x = clamped(anchor.x, box.l, box.r);
      const y = clamped(anchor.y, box.t, box.b);
      const leader = segment(x, y, anchor.x, anchor.y);
      outline(ctx, leader, theme.map.halo, 3);
      outline(ctx, leader, theme.map.labelCountry, 1);
      ctx.fillStyle = theme.map.labelCountry;
      ctx.fill(circle(anchor.x, anchor.y, 2.2));
    }
    ctx.save();
    ctx.translate(Math.round(box.l), Math.round(box.t));
    ctx.globalAlpha = 0.78;
    ctx.fillStyle = theme.map.halo;
    ctx.fill(rounded(0, 0, wide, high, 2));
    ctx.globalAlpha = 1;
    brackets(ctx, theme, wide, high);
    ctx.restore();
  }

  // After the rings of selection, which must not cross it.
  function drawTitle(ctx, theme, { box, title, note }) {
    const wide = box.r - box.l;
    ctx.save();
    ctx.translate(Math.round(box.l), Math.round(box.t));
    const halo = { halo: theme.map.halo, haloWidth: 2 };
    letters(ctx, title.toUpperCase(), PADDING, 16, { ...TITLE, ...halo, colour: theme.map.ink, align: "left" });
    const noteX = PADDING + width(title.toUpperCase(), TITLE) + 8;
    if (noteX + width(note, NOTE) < wide - 4) {
      letters(ctx, note, noteX, 16, { ...NOTE, ...halo, colour: theme.map.labelCountry, align: "left" });
    }
    ctx.restore();
  }

  function drawCells(ctx, theme, sprites, { box, cells }) {
    for (const cell of cells) {
      sprites.draw(ctx, cell.sprite, box.l + cell.x, box.t + cell.y);
      cell.lines.forEach((line, n) => letters(ctx, line, box.l + cell.textX, box.t + cell.textY + n * LINE, {
        ...cell.style, colour: theme.map.ink, halo: theme.map.halo, haloWidth: 3.4,
      }));
    }
  }

  dl.parts.plates = { fill, seat, landing, draw, drawTitle, drawCells, insideShare };
})((window.dateline = window.dateline || { parts: {} }));
