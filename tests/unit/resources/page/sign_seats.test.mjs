// Signs of a comparison stand beside what they are of: over no mark, no text of one and no other sign.

import assert from "node:assert/strict";
import { test } from "node:test";

import { dice, load } from "./parts.mjs";

const { boxes, signSeats, ink } = load("theme", "ink", "boxes", "sign_seats");
ink.width = (text, { size }) => text.length * size * 0.6;

const BOUNDS = { l: 0, t: 0, r: 900, b: 600 };
const REACH = { left: 14, right: 14, top: 14, bottom: 14 };
const NOTHING = { items: [], plates: [], rows: [], texts: [], capitals: [], blocks: [] };
const mark = (i, x, y) => ({ kind: "mark", i, x, y, sprite: { reach: REACH } });
const around = ({ x, y }, wide = 20) => ({ l: x - wide / 2, t: y - 10, r: x + wide / 2, b: y + 10 });

test("a sign covers neither its mark nor the text beside it", () => {
  const text = { lines: [{ text: "Agadez", style: { size: 11 } }], align: "right", x: 382, top: 293 };
  const frame = { ...NOTHING, items: [mark(0, 400, 300), mark(1, 436, 300)], texts: [text] };
  const seat = signSeats.make(frame, BOUNDS);
  const shown = signSeats.boxesOf(frame);
  const signs = [0, 1].map((i) => around(seat({ box: shown.get(i), wide: 20 })));
  for (const sign of signs) {
    for (const box of shown.values()) assert.ok(!boxes.meets(sign, box));
    assert.ok(!boxes.meets(sign, { l: 342, t: 294, r: 382, b: 306 }), "the name stays to be read");
  }
  assert.ok(!boxes.meets(signs[0], signs[1]));
});

test("a mark in a row of a plate has its sign beside the row's symbol", () => {
  const cell = { all: [0, 3], x: 16, y: 30, sprite: { reach: { left: 8, right: 8, top: 8, bottom: 8 } }, texts: [{ text: "US", x: 30, y: 34, style: { size: 10 }, align: "left" }] };
  const plate = { box: { l: 200, t: 200, r: 340, b: 260 }, title: "Niger", titleStyle: { size: 11 }, cells: [cell] };
  const frame = { ...NOTHING, plates: [plate] };
  const shown = signSeats.boxesOf(frame);
  assert.deepEqual(shown.get(0), { l: 208, t: 222, r: 224, b: 238 });
  assert.equal(shown.get(3), shown.get(0));
  const sign = around(signSeats.make(frame, BOUNDS)({ box: shown.get(0), wide: 20 }));
  assert.ok(!boxes.meets(sign, shown.get(0)));
});

test("in a throng signs do not cover each other while there is room, and stay in the window", () => {
  const roll = dice(11);
  const items = Array.from({ length: 40 }, (_, i) => mark(i, 30 + roll(840), 30 + roll(540)));
  const frame = { ...NOTHING, items };
  const seat = signSeats.make(frame, BOUNDS);
  const free = [];
  for (const [, box] of signSeats.boxesOf(frame)) {
    const at = seat({ box, wide: 20 });
    if (at.x !== box.l || at.y !== box.t) free.push(around(at));
  }
  assert.ok(free.length > 30);
  free.forEach((one, n) => {
    assert.ok(boxes.inside(one, BOUNDS));
    free.slice(n + 1).forEach((other) => assert.ok(!boxes.meets(one, other)));
  });
});
