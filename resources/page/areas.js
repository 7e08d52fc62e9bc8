// Which part of a rectangle lies in a country: the coarse shape is filled once on a small canvas, and
// its sums answer each question in a few steps.
//
// parts.areas.of(view, world, id) -> {share(box) 0..1, holds(x, y), box: {l, t, r, b} | null}, kept for the view
(function (dl) {
  "use strict";

  const CELL = 4; // px
  const FULL = 255;
  const MARGIN = 40; // px beyond the canvas
  const NOWHERE = { share: () => 0, holds: () => false, box: null };
  let pen = null;

  function boundsOf(view, world, id) {
    const found = world.coarse.countries.filter((c) => c.id === id);
    if (!found.length) return null;
    const at = (n, edge) => found.map((c) => c.box[n] * view.scale - (n % 2 ? view.oy : view.ox)).reduce((a, b) => edge(a, b));
    const [least, most] = [(v, low) => Math.max(v, low), (v, high) => Math.min(v, high)];
    const box = {
      l: least(at(0, Math.min), -MARGIN), t: least(at(1, Math.min), -MARGIN),
      r: most(at(2, Math.max), view.width + MARGIN), b: most(at(3, Math.max), view.height + MARGIN),
    };
    return box.r > box.l && box.b > box.t ? box : null;
  }

  // sums[y][x]: how much of all cells above and to the left is filled.
  function filled(path, l, t, wide, high) {
    pen = pen || document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    pen.canvas.width = wide;
    pen.canvas.height = high;
    pen.setTransform(1 / CELL, 0, 0, 1 / CELL, -l / CELL, -t / CELL);
    pen.fill(path);
    const { data } = pen.getImageData(0, 0, wide, high);
    const sums = new Uint32Array((wide + 1) * (high + 1));
    for (let y = 0; y < high; y += 1) {
      let row = 0;
      for (let x = 0; x < wide; x += 1) {
        row += data[(y * wide + x) * 4 + 3];
        sums[(y + 1) * (wide + 1) + x + 1] = sums[y * (wide + 1) + x + 1] + row;
      }
    }
    return sums;
  }

  function make(view, world, id) {
    const box = boundsOf(view, world, id);
    if (!box) return NOWHERE;
    // On a grid of the world's, not of the view's: one place has one answer wherever the window ends.
    const [l, t] = [Math.floor((box.l + view.ox) / CELL) * CELL - view.ox, Math.floor((box.t + view.oy) / CELL) * CELL - view.oy];
    const [wide, high] = [Math.ceil((box.r - l) / CELL), Math.ceil((box.b - t) / CELL)];
    const sums = filled(dl.parts.basemap.probePath(view, world, id), l, t, wide, high);
    const held = (v, most) => Math.max(0, Math.min(most, Math.round(v / CELL)));
    const at = (x, y) => sums[y * (wide + 1) + x];

    function share(asked) {
      const [x, y, right, bottom] = [held(asked.l - l, wide), held(asked.t - t, high), held(asked.r - l, wide), held(asked.b - t, high)];
      if (right <= x || bottom <= y) return 0;
      const inside = at(right, bottom) - at(x, bottom) - at(right, y) + at(x, y);
      const cells = Math.max(1, Math.round((asked.r - asked.l) / CELL)) * Math.max(1, Math.round((asked.b - asked.t) / CELL));
      return Math.min(1, inside / (FULL * cells));
    }

    const holds = (x, y) => share({ l: x - 2, t: y - 2, r: x + 2, b: y + 2 }) > 0.5;
    return { share, holds, box };
  }

  function of(view, world, id) {
    view.areas = view.areas || new Map();
    if (!view.areas.has(id)) view.areas.set(id, make(view, world, id));
    return view.areas.get(id);
  }

  dl.parts.areas = { of };
})((window.dateline = window.dateline || { parts: {} }));
