// What differs between two maps; the same rules are tested in Python over geodata/layers/changes.py.

import assert from "node:assert/strict";
import { test } from "node:test";

import { load, pageData } from "./parts.mjs";

const { differences, table: tables, days } = load("days", "columns", "table", "differences");
const day = (text) => days.read(text);
const [APRIL, MAY, JUNE] = ["2024-04-01", "2024-05-01", "2024-06-01"].map(day);
const FACT = { fact: "us", form: "troops", layer: "troops", state: "present", cert: "attested", docs: [1] };

function told(rows, { hidden = new Set(), first = APRIL, second = JUNE } = {}) {
  const table = tables.read(pageData(rows.map((row, n) => ({ id: String(n), ...FACT, ...row }))));
  return differences.between(table, { on: first, known: JUNE }, { on: second, known: JUNE }, hidden)
    .map(({ change, sentence }) => [change, sentence]);
}

test("what appeared, ended and changed is told in that order, each in one sentence", () => {
  const rows = [
    { ve: MAY, standing: "present", report: "Sources place US forces in Niger." },
    { vs: MAY, state: "withdrawing", report: "US forces began to leave Niger." },
    { vs: MAY, fact: "ru", state: "arriving", report: "Russian forces arrived in Niger." },
    { ve: MAY, fact: "fr", report: "One source places French forces." },
  ];
  assert.deepEqual(told(rows), [
    ["appeared", "Russian forces arrived in Niger."],
    ["ended", "One source places French forces; no source carries this on to 1 June 2024."],
    ["changed", "US forces began to leave Niger; on 1 April 2024: present."],
  ]);
  assert.deepEqual(told(rows, { hidden: new Set(["troops"]) }), []);
  assert.deepEqual(told(rows, { first: JUNE, second: JUNE }), []);
});

test("what left has ended though the map still tells it; what came back has appeared", () => {
  const gone = { vs: MAY, state: "gone", report: "The last of US forces left Niger." };
  assert.deepEqual(told([gone]), [["ended", "The last of US forces left Niger."]]);
  const back = [{ ve: MAY, state: "gone", standing: "gone" }, { vs: MAY, state: "arriving", report: "US forces arrived." }];
  assert.deepEqual(told(back), [["appeared", "US forces arrived; on 1 April 2024: gone."]]);
});

test("news that grows old is no change", () => {
  assert.deepEqual(told([{ ve: MAY, state: "arriving" }, { vs: MAY, state: "present" }]), []);
});

test("an uncertain day is told as one", () => {
  const report = "US forces left between 1 and 9 May.";
  const rows = [{ ve: MAY, state: "gone", cert: "possible", report }, { vs: MAY, state: "gone", report }];
  assert.deepEqual(told(rows), [["ended", "US forces left between 1 and 9 May; possibly before 1 April 2024."]]);
});

test("what a source tells as past is never possibly after that source", () => {
  const arrow = { fact: "s", form: "shift", layer: "alignment", state: "away", cert: "possible", vs: MAY, ks: MAY, attested: [MAY], begun_by: 1, report: "Niger had turned away by 1 May." };
  assert.deepEqual(told([arrow]), [["first_told", "Niger had turned away by 1 May."]]);
  assert.deepEqual(told([{ ...arrow, begun_by: 0, report: "Niger turned away on 1 May." }]), [["appeared", "Niger turned away on 1 May."]]);
});

test("what is found standing is first told of, what leaves has changed", () => {
  const standing = { vs: MAY, state: "operates", report: "One source tells of it." };
  assert.deepEqual(told([standing]), [["first_told", "One source tells of it; first told of, not told as new."]]);
  assert.deepEqual(told([{ vs: APRIL + 4, ve: MAY, state: "opens" }, standing]), [["appeared", "One source tells of it."]]);
  assert.deepEqual(told([{ vs: MAY, state: "to_arrive", report: "To come." }]), [["first_told", "To come."]]);
  assert.deepEqual(told([{ vs: MAY, state: "withdrawing", report: "They began to leave." }]), [["changed", "They began to leave."]]);
});

test("a turn and the ground it leads to are told once", () => {
  const ground = { vs: MAY, fact: "g", form: "ground", layer: "alignment", pole: "R", country: "NE", report: "ground." };
  const arrow = { ...ground, fact: "s", form: "shift", report: "shift." };
  assert.deepEqual(told([ground, arrow]), [["appeared", "ground."]]);
  assert.deepEqual(told([ground, { ...arrow, second: "W" }]), [["appeared", "shift."]]);
  assert.deepEqual(told([{ ...arrow, ve: MAY, vs: APRIL }]), []);
});
