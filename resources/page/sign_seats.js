// Where the signs of a comparison stand: beside what they are of, over no mark and no text of one.
//
// parts.signSeats.boxesOf(frame) -> Map of mark numbers to the box of the symbol that shows them
// parts.signSeats.make(frame, bounds) -> seat({box, wide}) -> {x, y}, the middle of a place so wide; each
//   seat is taken by the next. Where nothing near is free it stands over the upper left corner.
(function (dl) {
  "use strict";

  const { around, inside } = dl.parts.boxes;
  const HIGH = 20;
  const GAPS = [1, 5, 10, 16]; // px away from the symbol
  const WAYS = [[-1, 0], [0, -1], [1, 0], [0, 1], [-1, -1], [1, -1], [-1, 1], [1, 1]];
  const RING = 19;
  const CHIP = 12;

  function rowBox({ x, y, chip, wide, sprite }) {
    if (chip) return around(x, y, { left: Math.min(wide / 2, 24), right: Math.min(wide / 2, 24), top: CHIP, bottom: CHIP });
    const { left, right, top, bottom } = sprite.reach;
    return around(x + (left - right) / 2, y, { left, right, top, bottom });
  }

  function boxesOf(frame) {
    const found = new Map();
    for (const item of frame.items) {
      const box = item.kind === "cluster"
        ? around(item.x, item.y, { left: RING, right: RING, top: RING, bottom: RING }) : around(item.x, item.y, item.sprite.reach);
      (item.kind === "cluster" ? item.all : [item.i]).forEach((i) => found.set(i, box));
    }
    for (const { box, cells } of frame.plates) {
      for (const { all, x, y, sprite } of cells) {
        const reach = sprite ? sprite.reach : { left: 4, right: 4, top: 8, bottom: 8 };
        const symbol = around(box.l + x, box.t + y, reach);
        all.forEach((i) => found.set(i, symbol));
      }
    }
    for (const row of frame.rows) found.set(row.i, rowBox(row));
    return found;
  }

  function lineBox(text, style, align, x, y) {
    const wide = dl.parts.ink.width(text, style);
    const l = align === "left" ? x : align === "right" ? x - wide : x - wide / 2;
    return { l, t: y - style.size * 0.86, r: l + wide, b: y + style.size * 0.25 };
  }

  function* texts(frame) {
    for (const { lines, align, x, top } of frame.texts) {
      for (const [n, { text, style }] of lines.entries()) yield lineBox(text, style, align, x, top + style.size * (0.95 + n * 1.16));
    }
    for (const { box, cells, title, titleStyle } of frame.plates) {
      yield { l: box.l, t: box.t, r: box.l + dl.parts.ink.width(title.toUpperCase(), titleStyle) + 12, b: box.t + 20 };
      for (const cell of cells) {
        for (const { text, style, align, x, y } of cell.texts) yield lineBox(text, style, align, box.l + x, box.t + y);
      }
    }
    for (const { box } of frame.capitals) yield box;
    // A country's name and what is below it are one block: here its letters alone.
    for (const { box, belowY } of frame.blocks) yield { ...box, b: Math.min(box.b, belowY) };
    for (const { x, y, wide, high } of frame.rows) yield { l: x - wide / 2, t: y + 12, r: x + wide / 2, b: y - 13 + high };
  }

  function make(frame, bounds) {
    const taken = dl.parts.boxes.make();
    for (const box of new Set(boxesOf(frame).values())) taken.add(box);
    for (const box of texts(frame)) taken.add(box);

    return ({ box, wide }) => {
      const [x, y] = [(box.l + box.r) / 2, (box.t + box.b) / 2];
      for (const gap of GAPS) {
        for (const [dx, dy] of WAYS) {
          const at = {
            x: x + dx * ((box.r - box.l) / 2 + gap + wide / 2), y: y + dy * ((box.b - box.t) / 2 + gap + HIGH / 2),
          };
          const seat = around(at.x, at.y, { left: wide / 2, right: wide / 2, top: HIGH / 2, bottom: HIGH / 2 });
          if (taken.meets(seat) || !inside(seat, bounds)) continue;
          taken.add(seat, 1);
          return at;
        }
      }
      return { x: box.l, y: box.t };
    };
  }

  dl.parts.signSeats = { boxesOf, make };
})((window.dateline = window.dateline || { parts: {} }));
