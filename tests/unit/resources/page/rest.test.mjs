import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { load } from "./parts.mjs";

const { rest } = load("rest");

// The clock and the timers of the test, moved by hand.
function clock() {
  mock.timers.enable({ apis: ["setTimeout"] });
  let time = 0;
  mock.method(performance, "now", () => time);
  return {
    pass(ms) {
      for (let n = 0; n < ms; n += 1) {
        time += 1;
        mock.timers.tick(1);
      }
    },
    end() {
      mock.timers.reset();
      mock.restoreAll();
    },
  };
}

test("it runs once, so long after the last touch", () => {
  const time = clock();
  let runs = 0;
  const waiting = rest.make(100, () => { runs += 1; });
  for (let n = 0; n < 10; n += 1) {
    waiting.touch();
    time.pass(60);
  }
  assert.equal(runs, 0);
  assert.ok(waiting.isWaiting());
  time.pass(50);
  assert.equal(runs, 1);
  assert.ok(!waiting.isWaiting());
  time.pass(500);
  assert.equal(runs, 1);
  time.end();
});

test("asked for now it runs at once, and not a second time; stopped it does not run", () => {
  const time = clock();
  let runs = 0;
  const waiting = rest.make(100, () => { runs += 1; });
  waiting.now();
  assert.equal(runs, 0);
  waiting.touch();
  waiting.now();
  time.pass(300);
  assert.equal(runs, 1);
  waiting.touch();
  waiting.stop();
  time.pass(300);
  assert.equal(runs, 1);
  time.end();
});
