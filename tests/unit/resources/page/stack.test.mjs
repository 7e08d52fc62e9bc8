import assert from "node:assert/strict";
import { test } from "node:test";

import { dice, load, pageData } from "./parts.mjs";

const { days, table, timeIndex, stack } = load("days", "columns", "table", "time_index", "stack");

function someRows(roll) {
  return Array.from({ length: 400 }, (_, n) => {
    const vs = roll(90);
    return { id: `m${n}`, fact: `f${roll(60)}`, form: ["troops", "base"][roll(2)], vs, ve: vs + 1 + roll(20) };
  });
}

// One of each fact and form is on top, the last in order; the others are under it.
function plainly(t, drawn) {
  const last = new Map();
  for (const i of drawn) last.set(`${t.fact[i]} ${t.form(i)}`, i);
  return drawn.filter((i) => last.get(`${t.fact[i]} ${t.form(i)}`) === i);
}

test("whatever window is moved to, the last state of each fact is on top", () => {
  const roll = dice(11);
  const t = table.read(pageData(someRows(roll)));
  const index = timeIndex.make(t);
  const states = stack.make(t, index);
  const tops = new Set();
  const onTop = (i, isOnTop) => {
    assert.notEqual(tops.has(i), isOnTop);
    if (isOnTop) tops.add(i);
    else tops.delete(i);
  };
  for (let step = 0; step < 150; step += 1) {
    const during = days.around(roll(110), { before: roll(3) * 15, after: roll(2) * 10 });
    index.move(during, 0, new Set(), (i, isDrawn) => states.change(i, isDrawn, onTop));
    states.settle(onTop);
    const expected = plainly(t, index.list());
    assert.deepEqual([...tops].sort((a, b) => a - b), expected);
    const under = states.under();
    const below = [...under.values()].flat();
    assert.equal(below.length + expected.length, index.count());
    assert.ok([...states.topOf()].every(([i, top]) => under.get(top).includes(i)));
  }
});
