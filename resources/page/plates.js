// Country plates: what is said of a country as a whole stands in brackets in a free part of it,
// never on a point.
//
// parts.plates.fill(table, country, numbers, spriteOf) -> {country, cells, width, height}
// parts.plates.seat(plate, ctx) -> {l, t, r, b} | null
//   ctx {view, shape, path, boxes, memory, bounds, probe}; the seat is remembered for the zoom, so
//   that it stays put while time moves
// parts.plates.draw(ctx, theme, plate); drawCells(ctx, theme, sprites, plate)
(function (dl) {
  "use strict";

  const { letters, width, outline, rounded, segment } = dl.parts.ink;
  const HEADER = 22;
  const PADDING = 9;
  const GAP = 9;
  const BRACKET = 9;
  const TEXT = { size: 10.5, weight: 400 };
  const STRONG = { size: 11.5, weight: 700 };
  const TITLE = { size: 11.5, weight: 700, tracking: 0.4 };
  const NOTE = { size: 11, weight: 400 };
  const MOST_IN_ROW = 4;
  const STEP = 22;

  function rank(table, i) {
    const isTroops = table.form(i) === "troops";
    const gone = ["gone", "closed"].includes(table.text("state", i)) ? 100 : 0;
    if (isTroops && table.low[i] >= 0) return gone - table.low[i] / 1e6;
    return gone + (isTroops ? 20 : 10);
  }

  function cellText(table, i, badge) {
    if (badge > 1) return { text: `${badge} bases`, style: TEXT };
    const isCounted = table.low[i] >= 0;
    const note = dl.parts.words.note(table, i) || dl.parts.words.state(table.text("state", i));
    const text = note.length > 34 ? `${note.slice(0, 33)}…` : note;
    return { text, style: isCounted ? STRONG : TEXT };
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

  function fill(table, country, numbers, spriteOf) {
    const cells = groups(table, numbers).map((all) => {
      const sprite = spriteOf(all[0], all.length);
      const { text, style } = cellText(table, all[0], all.length);
      const wide = Math.max(sprite.reach.left + sprite.reach.right, width(text, style) + 4);
      return { all, sprite, text, style, wide };
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
        const spare = (cell.wide - width(cell.text, cell.style)) / 2;
        cell.textX = x + cell.wide / 2 + Math.max(-spare, Math.min(spare, lean));
        cell.y = y + up;
        cell.textY = y + up + down + 13;
        x += cell.wide + GAP;
      }
      widest = Math.max(widest, x - GAP + PADDING);
      y += up + down + 20;
    }
    return { country, cells, width: Math.ceil(widest), height: Math.ceil(y + 4) };
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

  // Places in and around the country; with `isAnywhere` all over the window onto the map.
  function candidates(plate, { view, shape, bounds }, isAnywhere) {
    const [w, n, e, t] = shape.box.map((v, i) => v * view.scale - (i % 2 ? view.oy : view.ox));
    const reachX = isAnywhere ? Infinity : plate.width * 0.6;
    const reachY = isAnywhere ? Infinity : plate.height * 0.6;
    const left = Math.max(bounds.l + 6, w - reachX);
    const right = Math.min(bounds.r - 6, e + reachX) - plate.width;
    const top = Math.max(bounds.t + 6, n - reachY);
    const bottom = Math.min(bounds.b - 6, t + reachY) - plate.height;
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

  function bestOf(boxes, all, room) {
    const x = room.shape.x * room.view.scale - room.view.ox;
    const y = room.shape.y * room.view.scale - room.view.oy;
    let best = null;
    let bestScore = -Infinity;
    for (const box of all) {
      if (boxes.meets(box)) continue;
      const away = Math.hypot((box.l + box.r) / 2 - x, (box.t + box.b) / 2 - y);
      const score = insideShare(box, room) * 3 - away / 260 - coversMiddle(box, x, y) * 1.5;
      if (score > bestScore) {
        best = box;
        bestScore = score;
      }
    }
    return best;
  }

  // What is told must be seen: with no free place the plate may cover labels, and at last marks.
  function seat(plate, room) {
    const { view, boxes, memory, bounds } = room;
    const key = `${plate.country} ${view.zoom}`;
    const kept = memory.get(key);
    if (kept) {
      const l = kept.x * view.scale - view.ox;
      const t = kept.y * view.scale - view.oy;
      const box = { l, t, r: l + plate.width, b: t + plate.height };
      if (dl.parts.boxes.inside(box, bounds) && !boxes.meets(box)) return box;
    }
    const nothing = { meets: () => false };
    const best = bestOf(boxes, candidates(plate, room, false), room)
      || bestOf(boxes, candidates(plate, room, true), room)
      || bestOf(nothing, candidates(plate, room, true), room);
    if (best) {
      memory.set(key, { x: (best.l + view.ox) / view.scale, y: (best.t + view.oy) / view.scale });
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

  function draw(ctx, theme, { box, title, anchor, isInside }) {
    const wide = box.r - box.l;
    const high = box.b - box.t;
    if (!isInside) {
      const x = Math.max(box.l, Math.min(box.r, anchor.x));
      const y = Math.max(box.t, Math.min(box.b, anchor.y));
      const leader = segment(x, y, anchor.x, anchor.y);
      outline(ctx, leader, theme.map.halo, 3);
      outline(ctx, leader, theme.map.labelCountry, 1);
    }
    ctx.save();
    ctx.translate(Math.round(box.l), Math.round(box.t));
    ctx.globalAlpha = 0.78;
    ctx.fillStyle = theme.map.halo;
    ctx.fill(rounded(0, 0, wide, high, 2));
    ctx.globalAlpha = 1;
    brackets(ctx, theme, wide, high);
    letters(ctx, title.toUpperCase(), PADDING, 16, { ...TITLE, colour: theme.map.ink, align: "left" });
    const noteX = PADDING + width(title.toUpperCase(), TITLE) + 8;
    if (noteX + width("whole country", NOTE) < wide - 4) {
      letters(ctx, "whole country", noteX, 16, { ...NOTE, colour: theme.map.labelCountry, align: "left" });
    }
    ctx.restore();
  }

  function drawCells(ctx, theme, sprites, { box, cells }) {
    for (const cell of cells) {
      sprites.draw(ctx, cell.sprite, box.l + cell.x, box.t + cell.y);
      letters(ctx, cell.text, box.l + cell.textX, box.t + cell.textY, {
        ...cell.style, colour: theme.map.ink, halo: theme.map.halo, haloWidth: 3.4,
      });
    }
  }

  dl.parts.plates = { fill, seat, draw, drawCells, insideShare };
})((window.dateline = window.dateline || { parts: {} }));
