// Rectangles that must not meet: a grid of cells, so that asking is cheap with thousands.
//
// const boxes = parts.boxes.make(); a box is {l, t, r, b} in px
// boxes.add(box, padding); boxes.meets(box) -> whether it overlaps any
// parts.boxes.meets(a, b), inside(box, outer, margin), take({boxes, told}, box, padding)
// boxes.sign() -> a number that is equal for equal boxes added in the same order
(function (dl) {
  "use strict";

  const CELL = 64;

  function make() {
    const cells = new Map();
    let sign = 0;

    function eachCell(box, visit) {
      for (let x = Math.floor(box.l / CELL); x <= Math.floor(box.r / CELL); x += 1) {
        for (let y = Math.floor(box.t / CELL); y <= Math.floor(box.b / CELL); y += 1) {
          if (visit(x * 4096 + y)) return true;
        }
      }
      return false;
    }

    function add(box, padding = 0) {
      const wide = {
        l: box.l - padding, t: box.t - padding, r: box.r + padding, b: box.b + padding,
      };
      // A sum over all boxes: equal sets give equal sums, and others hardly ever do.
      sign = (sign * 31 + Math.round(wide.l * 4) * 73 + Math.round(wide.t * 4) * 37 + Math.round(wide.r * 4)) % 2147483647;
      eachCell(wide, (key) => {
        if (!cells.has(key)) cells.set(key, []);
        cells.get(key).push(wide);
        return false;
      });
    }

    function meets(box) {
      return eachCell(box, (key) => (cells.get(key) || []).some(
        (other) => other.l < box.r && box.l < other.r && other.t < box.b && box.t < other.b,
      ));
    }

    return { add, meets, sign: () => sign };
  }

  const around = (x, y, reach) => ({
    l: x - reach.left, t: y - reach.top, r: x + reach.right, b: y + reach.bottom,
  });

  const inside = (box, outer, margin = 0) => box.l >= outer.l + margin && box.t >= outer.t + margin
    && box.r <= outer.r - margin && box.b <= outer.b - margin;

  const meets = (a, b) => a.l < b.r && b.l < a.r && a.t < b.b && b.t < a.b;

  // For what may not be covered at all.
  function take({ boxes, told }, box, padding = 0) {
    boxes.add(box, padding);
    told.add(box, padding);
  }

  dl.parts.boxes = { make, around, inside, meets, take };
})((window.dateline = window.dateline || { parts: {} }));
