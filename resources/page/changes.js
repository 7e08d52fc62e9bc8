// Where the symbols of two frames differ: only there the later one is drawn.
//
// parts.changes.between(before, after, view) -> boxes that do not meet, or null where drawing all costs less
//   before, after: [{box}, ...]; what looks alike at the same place is the same object
// parts.changes.apart(boxes) -> the same places in boxes that do not meet
(function (dl) {
  "use strict";

  const { meets } = dl.parts.boxes;
  const MOST = 90;
  const MOST_SHARE = 0.5; // of the view

  const around = (a, b) => ({
    l: Math.min(a.l, b.l), t: Math.min(a.t, b.t), r: Math.max(a.r, b.r), b: Math.max(a.b, b.b),
  });

  function apart(boxes) {
    const found = [];
    for (let box of boxes) {
      // What a box has grown into may meet others that it did not meet before.
      for (let n = 0; n < found.length; n += 1) {
        if (!meets(found[n], box)) continue;
        box = around(box, found[n]);
        found.splice(n, 1);
        n = -1;
      }
      found.push(box);
    }
    return found;
  }

  let stamp = 0;

  const sign = (symbols) => {
    stamp += 1;
    for (const symbol of symbols) symbol.stamp = stamp;
  };

  // What is in one of two frames is found by a stamp: two sets would be thrown away with every date.
  function between(before, after, view) {
    const changed = [];
    for (const [symbols, others] of [[after, before], [before, after]]) {
      sign(others);
      for (const symbol of symbols) {
        if (symbol.stamp === stamp) continue;
        changed.push(symbol.box);
        if (changed.length > MOST) return null;
      }
    }
    const boxes = apart(changed);
    const area = boxes.reduce((sum, { l, t, r, b }) => sum + (r - l) * (b - t), 0);
    return area > MOST_SHARE * view.width * view.height ? null : boxes;
  }

  dl.parts.changes = { between, apart };
})((window.dateline = window.dateline || { parts: {} }));
