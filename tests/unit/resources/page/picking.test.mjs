import assert from "node:assert/strict";
import { test } from "node:test";

import { dice, load } from "./parts.mjs";

globalThis.document ??= {};
const { picking, focus } = load("days", "columns", "table", "theme", "ink", "symbols", "symbols_base", "picking", "controls", "focus");

const base = (i, x, y) => ({
  kind: "mark", i, x, y, sprite: { spec: { form: "base" }, reach: { left: 10, right: 10, top: 10, bottom: 10 } },
});

test("the grid finds what asking every mark finds", () => {
  const roll = dice(5);
  const items = Array.from({ length: 300 }, (_, i) => base(i, roll(1200) - 40, roll(800) - 40));
  items.push({ kind: "cluster", x: 600, y: 400, all: [1, 2] });
  const made = picking.make({}, { items, plates: [], rows: [] });
  for (let n = 0; n < 3000; n += 1) {
    const [x, y, slack] = [roll(1200) - 40, roll(800) - 40, [12, 22][roll(2)]];
    const near = made.all.filter((h) => Math.hypot(h.x - x, h.y - y) < Math.max(h.radius, slack));
    const expected = near.length ? Math.min(...near.map((h) => Math.hypot(h.x - x, h.y - y))) : null;
    const hit = made.nearest(x, y, slack);
    assert.equal(hit && Math.hypot(hit.x - x, hit.y - y), expected);
  }
});

test("the reading order goes by lines from the top, each from the left", () => {
  const hits = [[300, 10], [20, 30], [500, 200], [10, 190], [200, 12]].map(([x, y], i) => ({ i, x, y }));
  assert.deepEqual(focus.inReadingOrder(hits).map((h) => h.i), [1, 4, 0, 3, 2]);
});
