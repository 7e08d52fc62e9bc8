import assert from "node:assert/strict";
import { test } from "node:test";

import { dice, load } from "./parts.mjs";

const { changes, boxes } = load("boxes", "changes");

const VIEW = { width: 1000, height: 800 };
const symbol = (x, y) => ({ box: { l: x - 20, t: y - 20, r: x + 20, b: y + 20 } });
const holds = (outer, box) => outer.l <= box.l && outer.t <= box.t && outer.r >= box.r && outer.b >= box.b;

test("equal frames differ nowhere", () => {
  const frame = [symbol(50, 50), symbol(90, 50), symbol(90, 50)];
  assert.deepEqual(changes.between(frame, [...frame], VIEW), []);
});

test("what came, went or looks different is covered, by boxes that do not meet", () => {
  const roll = dice(3);
  for (let round = 0; round < 200; round += 1) {
    const all = Array.from({ length: 60 }, () => symbol(roll(1000), roll(800)));
    const before = all.filter(() => roll(10) > 0);
    const after = all.filter((one) => roll(10) > 0 || !before.includes(one));
    const found = changes.between(before, after, VIEW);
    if (found === null) continue;
    const changed = all.filter((one) => before.includes(one) !== after.includes(one));
    for (const { box } of changed) assert.ok(found.some((outer) => holds(outer, box)));
    found.forEach((one, n) => found.slice(n + 1).forEach((other) => assert.ok(!boxes.meets(one, other))));
  }
});

test("what looks otherwise at the same place counts", () => {
  const [one, other] = [symbol(50, 50), symbol(50, 50)];
  assert.deepEqual(changes.between([one], [other], VIEW), [one.box]);
});

test("where most has changed all is drawn", () => {
  const frame = () => Array.from({ length: 200 }, (_, n) => symbol((n % 20) * 50, Math.floor(n / 20) * 80));
  assert.equal(changes.between(frame(), frame(), VIEW), null);
});
