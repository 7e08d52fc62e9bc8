import assert from "node:assert/strict";
import { test } from "node:test";

import { dice, load, pageData } from "./parts.mjs";

const { table, scene, cells } = load("theme", "days", "columns", "table", "scene", "cells");
const CODES = ["US", "RU", "FR", "ZZ"];
const VIEW = { scale: 256 * 32, ox: 3500, oy: 3200, width: 1280, height: 800 };

function made(count, seed = 1) {
  const roll = dice(seed);
  const t = table.read(pageData(Array.from({ length: count }, (_, n) => ({
    id: `m${n}`, code: CODES[roll(4)], lon: -15 + roll(4000) / 100, lat: roll(2500) / 100,
  }))));
  const drawn = scene.make(t);
  return { t, roll, drawn, crowd: cells.make(t, drawn.points) };
}

const whole = (crowd) => Array.from({ length: crowd.x.length }, (_, n) => n);

test("after any toggles the places count what is drawn, and know which", () => {
  const { t, roll, drawn, crowd } = made(400);
  crowd.fit(VIEW.scale);
  const shown = new Set();
  for (let step = 0; step < 2000; step += 1) {
    const i = roll(t.size);
    const isDrawn = !shown.has(i);
    drawn.toggle(i, isDrawn);
    crowd.toggle(i, isDrawn);
    if (isDrawn) shown.add(i);
    else shown.delete(i);
  }
  const members = whole(crowd).map((n) => crowd.members(n));
  assert.deepEqual(members.flat().sort((a, b) => a - b), [...shown].sort((a, b) => a - b));
  members.forEach((all, n) => {
    assert.equal(crowd.count(n), all.length);
    if (all.length) assert.ok(all.includes(crowd.one(n)));
  });
});

test("another scale keeps every mark", () => {
  const { t, drawn, crowd } = made(300);
  for (let i = 0; i < t.size; i += 3) drawn.toggle(i, true);
  for (const zoom of [3, 5.5, 9]) {
    crowd.fit(256 * 2 ** zoom);
    assert.equal(whole(crowd).reduce((sum, n) => sum + crowd.count(n), 0), 100);
  }
});

test("places stand apart, so that no ring hides another", () => {
  const { crowd } = made(5000);
  crowd.fit(VIEW.scale);
  const at = whole(crowd).map((n) => [crowd.x[n] * VIEW.scale, crowd.y[n] * VIEW.scale, n]);
  const { t, drawn, crowd: full } = made(5000);
  full.fit(VIEW.scale);
  for (let i = 0; i < t.size; i += 1) {
    drawn.toggle(i, true);
    full.toggle(i, true);
  }
  const used = at.filter(([, , n]) => full.count(n));
  for (const [x, y, n] of used) {
    assert.ok(used.every(([ox, oy, other]) => other === n || Math.hypot(x - ox, y - oy) >= 38));
  }
});

test("a place does not move when time does", () => {
  const { t, drawn, crowd } = made(200);
  crowd.fit(VIEW.scale);
  const before = [...crowd.x, ...crowd.y];
  for (let i = 0; i < t.size; i += 2) {
    drawn.toggle(i, true);
    crowd.toggle(i, true);
  }
  assert.deepEqual([...crowd.x, ...crowd.y], before);
});

test("shares are eighths by actor; nobody who is there is left out; unknown ones are grey", () => {
  const t = table.read(pageData([
    ...Array.from({ length: 30 }, (_, n) => ({ id: `u${n}`, code: "US", lon: 1, lat: 1 })),
    { id: "r", code: "RU", lon: 1, lat: 1 }, { id: "z", code: "ZZ", lon: 1, lat: 1 },
  ]));
  const drawn = scene.make(t);
  const crowd = cells.make(t, drawn.points);
  crowd.fit(VIEW.scale);
  for (let i = 0; i < t.size; i += 1) {
    drawn.toggle(i, true);
    crowd.toggle(i, true);
  }
  assert.deepEqual(cells.sharesOf(crowd.shares(0)), [["RU", 1], ["US", 6], ["XX", 1]]);
  assert.equal(crowd.sharesAmong(crowd.members(0)), crowd.shares(0));
  const last = crowd.members(0).find((i) => t.text("code", i) === "RU");
  drawn.toggle(last, false);
  crowd.toggle(last, false);
  assert.deepEqual(cells.sharesOf(crowd.shares(0)), [["US", 7], ["XX", 1]]);
});

test("only places in view are asked for", () => {
  const { crowd } = made(2000);
  crowd.fit(VIEW.scale);
  const { numbers } = crowd.inView(VIEW);
  assert.ok(numbers.length > 10 && numbers.length < crowd.x.length);
  assert.equal(crowd.inView(VIEW).numbers, numbers);
  assert.equal(crowd.inView({ ...VIEW, ox: 1e7 }).numbers.length, 0);
});

test("shares are eight in all, whoever is there", () => {
  const codes = ["CN", "FR", "IR", "RU", "TR", "UN", "US", "ZZ"];
  const roll = dice(11);
  for (let turn = 0; turn < 300; turn += 1) {
    const rows = codes.flatMap((code) => Array.from({ length: roll(4) * roll(9) }, (_, n) => ({ id: `${code}${n}`, code, lon: 1, lat: 1 })));
    if (!rows.length) continue;
    const t = table.read(pageData(rows));
    const crowd = cells.make(t, scene.make(t).points);
    const found = cells.sharesOf(crowd.sharesAmong(rows.map((_, i) => i)));
    assert.equal(found.reduce((sum, [, share]) => sum + share, 0), 8);
    assert.equal(found.length, new Set(rows.map(({ code }) => code)).size);
  }
});
