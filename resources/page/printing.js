// What paper needs to know: how large the map stands on the screen, that nothing is folded, and that
// paper is light whatever the screen is.
//
// parts.printing.follow(frame, map, redraw)   redraw(): all beside the map that is painted by a theme
// parts.printing.light() -> again(): back to the theme that was there
(function (dl) {
  "use strict";

  const PAPER_PX = 700; // between the margins of A4 and of Letter
  const MOST = 1.6;

  function light() {
    const before = document.documentElement.dataset.theme;
    if (before !== "light") dl.setTheme("light");
    return () => {
      if (before !== "light") dl.setTheme(before);
    };
  }

  function follow(frame, map, redraw) {
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
    let again = () => {};
    window.addEventListener("beforeprint", () => {
      again = light();
      dl.forget();
      redraw();
      opened = [...document.querySelectorAll(".dl-difference details:not([open])")];
      opened.forEach((made) => { made.open = true; });
    });
    window.addEventListener("afterprint", () => {
      opened.forEach((made) => { made.open = false; });
      again();
      redraw();
    });
  }

  dl.parts.printing = { follow, light };
})((window.dateline = window.dateline || { parts: {} }));
