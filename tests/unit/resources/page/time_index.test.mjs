import assert from "node:assert/strict";
import { test } from "node:test";

import { dice, load, pageData } from "./parts.mjs";

const { days, table, timeIndex } = load("days", "columns", "table", "time_index");
const LAYERS = ["alignment", "troops", "bases", "regions"];

const oneDay = (on) => ({ start: on, end: on + 1 });

// Open and closed edges of both times, in every mixture.
function someRows(count, seed) {
  const roll = dice(seed);
  const edge = (least, most, open) => (roll(5) === 0 ? open : least + roll(most - least));
  return Array.from({ length: count }, (_, n) => {
    const [vs, ks] = [edge(0, 60, days.FIRST), edge(0, 40, days.FIRST)];
    return {
      id: `m${n}`,
      layer: LAYERS[roll(4)],
      vs,
      ve: edge(Math.max(vs, 0) + 1, 90, days.LAST),
      ks,
      ke: edge(Math.max(ks, 0) + 1, 70, days.LAST),
    };
  });
}

function plainly(t, { start, end }, known, hidden) {
  return Array.from({ length: t.size }, (_, i) => i).filter((i) => t.vs[i] < end && start < t.ve[i]
    && t.ks[i] <= known && known < t.ke[i] && !hidden.has(t.layer(i)));
}

for (const count of [0, 1, 40, 3000]) {
  test(`${count} marks: every date shows what the rectangles say, and what changed was told`, () => {
    const t = table.read(pageData(someRows(count, count + 1)));
    const index = timeIndex.make(t);
    const roll = dice(7);
    const told = new Set();
    let [on, known, hidden, reach] = [0, 0, new Set(), { before: 0, after: 0 }];
    for (let step = 0; step < 120; step += 1) {
      const kind = roll(5);
      if (kind < 2) on += roll(3) - 1;
      else if (kind === 2) [on, known] = [roll(100) - 5, roll(80) - 5];
      else if (kind === 3) reach = [{ before: 0, after: 0 }, { before: 9, after: 2 }, { before: null, after: 0 }, { before: 0, after: null }][roll(4)];
      else hidden = roll(3) ? hidden : new Set(LAYERS.filter(() => roll(3) === 0));
      const during = days.around(on, reach);
      index.move(during, known, hidden, (i, isDrawn) => {
        assert.notEqual(told.has(i), isDrawn, "a mark is told once");
        if (isDrawn) told.add(i);
        else told.delete(i);
      });
      const expected = plainly(t, during, known, hidden);
      assert.deepEqual(index.list(), expected);
      assert.deepEqual([...told].sort((a, b) => a - b), expected);
      assert.equal(index.count(), expected.length);
      assert.ok(expected.every((i) => index.has(i)));
    }
  });
}

test("a day's step looks only at what begins or ends on it", () => {
  const rows = Array.from({ length: 1000 }, (_, n) => ({ id: `m${n}`, vs: n, ve: n + 10 }));
  const t = table.read(pageData(rows));
  const index = timeIndex.make(t);
  index.move(oneDay(500), 0, new Set());
  const changed = [];
  index.move(oneDay(501), 0, new Set(), (i) => changed.push(i));
  assert.deepEqual(changed.sort((a, b) => a - b), [491, 501]);
});

test("the end of a span is not in it, and its beginning is", () => {
  const t = table.read(pageData([{ id: "a", vs: 10, ve: 20, ks: 5, ke: 8 }]));
  const index = timeIndex.make(t);
  const shown = (on, known) => {
    index.move(oneDay(on), known, new Set());
    return index.has(0);
  };
  assert.deepEqual([9, 10, 19, 20].map((on) => shown(on, 6)), [false, true, true, false]);
  assert.deepEqual([4, 5, 7, 8].map((known) => shown(15, known)), [false, true, true, false]);
});

test("an order by counting is an order by comparing", () => {
  const roll = dice(3);
  const values = Int32Array.from({ length: 500 }, () => [days.FIRST, days.LAST, roll(40) - 20][roll(3)]);
  const expected = [...values.keys()].sort((a, b) => values[a] - values[b] || a - b);
  assert.deepEqual([...timeIndex.order(values)], expected);
  const far = Int32Array.from([2000000000, -2000000000, 5, 700000, -700000]);
  assert.deepEqual([...timeIndex.order(far)].map((i) => far[i]).slice(1, 4), [-700000, 5, 700000]);
});
