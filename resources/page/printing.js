// What paper needs to know: how large the map stands on the screen, and that nothing is folded.
//
// parts.printing.follow(frame, map)
(function (dl) {
  "use strict";

  const PAPER_PX = 700; // between the margins of A4 and of Letter
  const MOST = 1.6;

  function follow(frame, map) {
    const screen = window.matchMedia("screen");
    new ResizeObserver(() => {
      // While the page is laid out for paper the map keeps the size that it was drawn in.
      if (!screen.matches) return;
      const [wide, high] = [frame.clientWidth, frame.clientHeight];
      frame.style.setProperty("--map-wide", `${wide}px`);
      frame.style.setProperty("--map-high", `${high}px`);
      frame.style.setProperty("--paper", Math.min(MOST, PAPER_PX / wide).toFixed(4));
      map.invalidateSize({ animate: false });
    }).observe(frame);
    let opened = [];
    window.addEventListener("beforeprint", () => {
      opened = [...document.querySelectorAll(".dl-difference details:not([open])")];
      opened.forEach((made) => { made.open = true; });
    });
    window.addEventListener("afterprint", () => opened.forEach((made) => { made.open = false; }));
  }

  dl.parts.printing = { follow };
})((window.dateline = window.dateline || { parts: {} }));
