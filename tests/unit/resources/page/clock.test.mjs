// Time on a page of its own: modes, edges, steps; no off-by-one at month ends and leap days.

import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "./parts.mjs";

const { clock, days } = load("days", "clock");
const day = (text) => days.read(text);
const range = { first: day("2024-01-01"), last: day("2024-12-31") };
const now = { on: day("2024-05-20"), known: day("2024-05-20"), reach: { before: 29, after: 0 } };

test("a mode is its reach, and back", () => {
  for (const mode of ["day", "window", "start", "end"]) {
    assert.equal(clock.modeOf(clock.reachOf(mode, 30)), mode);
  }
  assert.equal(clock.spanOf(clock.reachOf("window", 30)), 30);
});

test("a window shows both days that were asked for", () => {
  const shown = clock.showDays(day("2024-02-01"), day("2024-02-29"), range);
  assert.deepEqual(shown, { on: day("2024-02-29"), reach: { before: 28, after: 0 } });
  const { start, end } = days.around(shown.on, shown.reach);
  assert.equal(days.iso(start), "2024-02-01");
  assert.equal(days.iso(end), "2024-03-01");
});

test("each edge moves alone and never past the other", () => {
  const first = clock.moveFirst(now, day("2024-04-30"), range);
  assert.deepEqual(first, { on: now.on, reach: { before: 20, after: 0 } });
  assert.deepEqual(clock.moveFirst(now, day("2024-07-01"), range), { on: now.on, reach: { before: 0, after: 0 } });
  const last = clock.moveLast(now, day("2024-05-31"), range);
  assert.deepEqual(last, { on: day("2024-05-31"), reach: { before: 40, after: 0 } });
  assert.equal(clock.moveLast(now, day("2024-01-05"), range).on, day("2024-04-21"));
});

test("months end where they end", () => {
  assert.equal(days.iso(clock.stepped(day("2024-01-31"), "month", 1, [])), "2024-02-29");
  assert.equal(days.iso(clock.stepped(day("2023-01-31"), "month", 1, [])), "2023-02-28");
  assert.equal(days.iso(clock.stepped(day("2024-03-31"), "month", -1, [])), "2024-02-29");
  assert.equal(days.iso(clock.stepped(day("2024-12-15"), "month", 1, [])), "2025-01-15");
});

test("changes are visited in order, and at the last one the day stays", () => {
  const changes = [day("2024-03-15"), day("2024-04-19"), day("2024-05-19")];
  assert.equal(clock.stepped(day("2024-04-19"), "change", 1, changes), day("2024-05-19"));
  assert.equal(clock.stepped(day("2024-05-19"), "change", 1, changes), day("2024-05-19"));
  assert.equal(clock.stepped(day("2024-05-20"), "change", -2, changes), day("2024-04-19"));
});

test("a frame says its days", () => {
  assert.equal(days.frameWords(now.on, now.reach), "21 Apr to 20 May 2024");
  assert.equal(days.frameWords(day("2024-01-10"), { before: 29, after: 0 }), "12 Dec 2023 to 10 Jan 2024");
  assert.equal(days.frameWords(now.on, { before: null, after: 0 }), "All up to 20 May 2024");
  assert.equal(days.frameWords(now.on, { before: 0, after: null }), "All from 20 May 2024");
  assert.equal(days.frameWords(now.on, { before: 0, after: 0 }), "20 May 2024");
});
