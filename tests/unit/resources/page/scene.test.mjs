import assert from "node:assert/strict";
import { test } from "node:test";

import { dice, load, pageData } from "./parts.mjs";

const { table, scene } = load("days", "columns", "table", "scene");

const ROWS = [
  { id: "ground", form: "ground", anchor: "country", country: "NE" },
  { id: "shift", form: "shift", anchor: "country", country: "NE" },
  { id: "shift-nowhere", form: "shift", anchor: "none" },
  { id: "town", form: "troops", lon: 1, lat: 2 },
  { id: "no-coordinates", form: "troops" },
  { id: "plate-ne", form: "troops", anchor: "country", country: "NE" },
  { id: "plate-ml", form: "base", anchor: "country", country: "ML" },
  { id: "area", form: "region", anchor: "region" },
  { id: "in-area", form: "troops", anchor: "region", lon: 1, lat: 2 },
  { id: "known", form: "reference", lon: 1, lat: 2 },
  { id: "spoken-of", form: "mention", lon: 1, lat: 2 },
  { id: "nowhere", form: "base", anchor: "none" },
];

function names(t, bins) {
  const of = (numbers) => numbers.map((i) => t.text("id", i));
  return {
    ...Object.fromEntries(Object.entries(bins).filter(([name]) => name !== "plates").map(([name, all]) => [name, of(all)])),
    plates: Object.fromEntries([...bins.plates].map(([country, all]) => [country, of(all)])),
  };
}

test("each mark is drawn in one way, by its form and how exactly its place is known", () => {
  const t = table.read(pageData(ROWS));
  const made = scene.make(t);
  for (let i = 0; i < t.size; i += 1) made.toggle(i, true);
  assert.deepEqual(names(t, made.bins()), {
    grounds: ["ground"], shifts: ["shift"], points: ["town"], regions: ["area"], spots: ["in-area"],
    references: ["known"], mentions: ["spoken-of"], unplaced: ["shift-nowhere", "no-coordinates", "nowhere"],
    plates: { NE: ["plate-ne"], ML: ["plate-ml"] },
  });
});

test("whatever came and went before, the same marks are listed in the same order", () => {
  const t = table.read(pageData(Array.from({ length: 50 }, (_, n) => ({ id: `m${n}`, lon: n / 10, lat: 1 }))));
  const made = scene.make(t);
  const roll = dice(9);
  const shown = new Set();
  for (let step = 0; step < 500; step += 1) {
    const i = roll(50);
    made.toggle(i, !shown.has(i));
    if (shown.has(i)) shown.delete(i);
    else shown.add(i);
    assert.deepEqual(made.bins().points, [...shown].sort((a, b) => a - b));
    assert.equal(made.points.size, shown.size);
  }
});

test("the version tells of what is no point only", () => {
  const t = table.read(pageData(ROWS));
  const made = scene.make(t);
  const before = made.version();
  made.toggle(t.numberOf("town"), true);
  assert.equal(made.version(), before);
  made.toggle(t.numberOf("plate-ne"), true);
  assert.notEqual(made.version(), before);
});
