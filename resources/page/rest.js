// What waits until the hand rests.
//
// parts.rest.make(ms, act) -> {touch(), now(), stop(), isWaiting()}
//   act() runs once, so many ms after the last touch; now() runs it at once, if it waits.
//   One timer serves a whole movement: setting one at every step costs more than the step's own work.
(function (dl) {
  "use strict";

  function make(ms, act) {
    let last = 0;
    let timer = 0;

    function run() {
      timer = 0;
      act();
    }

    function look() {
      const left = last + ms - performance.now();
      if (left <= 1) run();
      else timer = setTimeout(look, left);
    }

    function stop() {
      clearTimeout(timer);
      timer = 0;
    }

    return {
      touch() {
        last = performance.now();
        if (!timer) timer = setTimeout(look, ms);
      },
      now() {
        if (!timer) return;
        stop();
        act();
      },
      stop,
      isWaiting: () => timer !== 0,
    };
  }

  dl.parts.rest = { make };
})((window.dateline = window.dateline || { parts: {} }));
