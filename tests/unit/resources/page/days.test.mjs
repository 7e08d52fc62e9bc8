// A day is written with its year unless another of the same year stands beside it.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./parts.mjs";

const { days } = load("days");

test("a day beside one of the same year goes without its year", () => {
  assert.equal(days.beside(days.read("2026-12-31"), days.read("2026-08-20")), "31 Dec");
});

test("a day of another year names it", () => {
  assert.equal(days.beside(days.read("2030-12-31"), days.read("2026-08-20")), "31 Dec 2030");
  assert.equal(days.beside(days.read("2025-09-30"), days.read("2026-08-20")), "30 Sep 2025");
});
