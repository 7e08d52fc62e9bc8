// What lies under the pointer.
//
// parts.picking.make(room, frame) -> {all: [{i, x, y, radius, shape, cluster}, ...] in canvas px,
//   nearest(x, y, slack) -> one of them | null}; the slack is 22 px at most
// parts.picking.groundAt(room, x, y) -> mark number of the country's ground | null
(function (dl) {
  "use strict";

  const CELL = 64;
  const ROW_HALF = 8.5; // px
  const LARGEST_SLACK = 22; // px, for a finger

  function shapeOf(sprite) {
    const { spec, reach } = sprite;
    if (spec.form === "troops") {
      const radius = dl.parts.troops.radii(spec).ring;
      // The rings of selection and focus go around the dial, not through it.
      return { spec, radius, shape: { radius: radius + (spec.ticks.length > 1 ? 11 : 0) } };
    }
    if (spec.form === "base") {
      const half = dl.parts.base.HALF;
      return { radius: half + 2, shape: { left: half, top: half, right: half, bottom: half } };
    }
    // The name above and the date below stand close to a shift: its frame fits between them.
    if (spec.form === "shift") {
      return { radius: Math.max(8, (reach.left + reach.right) / 2 - 4), shape: { ...reach, top: 8, bottom: 8 } };
    }
    return { radius: Math.max(8, (reach.left + reach.right) / 2 - 4), shape: reach };
  }

  // In a list a mark is hit by its words, too.
  function cellHit({ box, level }, { all, sprite, x: left, y: top, texts }) {
    const [x, y] = [box.l + left, box.t + top];
    if (level === "full") return { i: all[0], all, x, y, ...shapeOf(sprite) };
    const last = texts[texts.length - 1];
    const right = Math.min(box.r - 3, box.l + last.x + dl.parts.ink.width(last.text, last.style) + 2);
    const area = { l: sprite ? x - sprite.reach.left : box.l + last.x, t: y - ROW_HALF, r: right, b: y + ROW_HALF };
    const shape = { left: x - area.l - 2, right: right - x - 2, top: ROW_HALF - 4, bottom: ROW_HALF - 4 };
    const cluster = sprite ? undefined : { all, x, y };
    return { i: sprite ? all[0] : null, all, cluster, x, y, area, radius: ROW_HALF, shape };
  }

  const isIn = (area, x, y) => Boolean(area) && x >= area.l && x <= area.r && y >= area.t && y <= area.b;

  function hits(room, frame) {
    const found = [];
    for (const item of frame.items) {
      if (item.kind === "cluster") {
        found.push({ i: null, cluster: item, x: item.x, y: item.y, radius: 17, shape: { radius: 16 } });
      } else found.push({ i: item.i, x: item.x, y: item.y, ...shapeOf(item.sprite) });
    }
    for (const plate of frame.plates) plate.cells.forEach((cell) => found.push(cellHit(plate, cell)));
    for (const row of frame.rows) {
      if (row.chip) found.push({ i: row.i, x: row.x, y: row.y, radius: 12, shape: { radius: 11 } });
      else found.push({ i: row.i, x: row.x, y: row.y, ...shapeOf(row.sprite) });
    }
    return found;
  }

  // A grid over the hits: a question looks into one cell, however many marks there are.
  function make(room, frame) {
    const all = hits(room, frame);
    const cells = new Map();
    for (const hit of all) {
      const reach = Math.max(hit.radius, LARGEST_SLACK);
      const right = hit.area ? Math.max(hit.area.r, hit.x + reach) : hit.x + reach;
      const [l, r] = [Math.floor((hit.x - reach) / CELL), Math.floor(right / CELL)];
      const [t, b] = [Math.floor((hit.y - reach) / CELL), Math.floor((hit.y + reach) / CELL)];
      for (let x = l; x <= r; x += 1) {
        for (let y = t; y <= b; y += 1) {
          const key = y * 65536 + x;
          if (cells.has(key)) cells.get(key).push(hit);
          else cells.set(key, [hit]);
        }
      }
    }

    function nearest(x, y, slack) {
      let best = null;
      let least = Infinity;
      for (const hit of cells.get(Math.floor(y / CELL) * 65536 + Math.floor(x / CELL)) || []) {
        const away = isIn(hit.area, x, y) ? 0 : Math.hypot(hit.x - x, hit.y - y);
        if (away < Math.max(hit.radius, slack) && away < least) {
          best = hit;
          least = away;
        }
      }
      return best;
    }

    return { all, nearest };
  }

  function groundAt(room, x, y) {
    for (const i of room.bins.grounds) {
      const path = dl.parts.basemap.countryPath(room.view, room.world, room.table.text("country", i));
      if (path && room.probe.isPointInPath(path, x, y)) return i;
    }
    return null;
  }

  dl.parts.picking = { hits, make, groundAt };
})((window.dateline = window.dateline || { parts: {} }));
