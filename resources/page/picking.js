// What lies under the pointer, and the same marks as buttons for the keyboard.
//
// parts.picking.hits(room, frame) -> [{i, x, y, radius, shape, cluster}, ...] in canvas px
// parts.picking.nearest(hits, x, y, slack) -> hit | null
// parts.picking.groundAt(room, x, y) -> mark number of the country's ground | null
// parts.picking.makeKeys(container, {onFocus, onPick}) -> {show(entries)}
//   a visually hidden list of buttons in reading order; entry {i, text}
(function (dl) {
  "use strict";

  const MOST_KEYS = 300;

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

  function hits(room, frame) {
    const found = [];
    for (const item of frame.items) {
      if (item.kind === "cluster") {
        found.push({ i: null, cluster: item, x: item.x, y: item.y, radius: 17, shape: { radius: 16 } });
      } else found.push({ i: item.i, x: item.x, y: item.y, ...shapeOf(item.sprite) });
    }
    for (const plate of frame.plates) {
      for (const cell of plate.cells) {
        found.push({
          i: cell.all[0], all: cell.all, x: plate.box.l + cell.x, y: plate.box.t + cell.y, ...shapeOf(cell.sprite),
        });
      }
    }
    for (const row of frame.rows) {
      if (row.chip) found.push({ i: row.i, x: row.x, y: row.y, radius: 12, shape: { radius: 11 } });
      else found.push({ i: row.i, x: row.x, y: row.y, ...shapeOf(row.sprite) });
    }
    return found;
  }

  function nearest(all, x, y, slack) {
    let best = null;
    let least = Infinity;
    for (const hit of all) {
      const away = Math.hypot(hit.x - x, hit.y - y);
      const over = away - Math.max(hit.radius, slack);
      if (over <= 0 && away < least) {
        best = hit;
        least = away;
      }
    }
    return best;
  }

  function groundAt(room, x, y) {
    for (const i of room.bins.grounds) {
      const path = dl.parts.basemap.countryPath(room.view, room.world, room.table.text("country", i));
      if (path && room.probe.isPointInPath(path, x, y)) return i;
    }
    return null;
  }

  function makeKeys(container, { onFocus, onPick }) {
    const list = document.createElement("ul");
    list.className = "dl-keys";
    list.setAttribute("aria-label", "Marks on the map");
    container.append(list);
    let shown = "";

    function show(entries) {
      const few = entries.slice(0, MOST_KEYS);
      const now = few.map((e) => `${e.i}${e.text}`).join("|");
      if (now === shown) return;
      shown = now;
      list.replaceChildren(...few.map(({ i, text }) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = text;
        button.addEventListener("focus", () => onFocus(i));
        button.addEventListener("blur", () => onFocus(null));
        button.addEventListener("click", () => onPick(i));
        const row = document.createElement("li");
        row.append(button);
        return row;
      }));
    }

    return { show };
  }

  dl.parts.picking = { hits, nearest, groundAt, makeKeys };
})((window.dateline = window.dateline || { parts: {} }));
