// Pictures, one after the other, on a page that stays open.
//
// parts.shots.make(page) -> {take(message) -> Promise of {west, south, east, north}}
//   The message is TakeShot of geodata/mapping/messages.py. When the promise is kept, all of the
//   shot is drawn and the strip below the sheet wears the number's colour: whoever sees that
//   colour in a frame of the screen sees the whole shot.
(function (dl) {
  "use strict";

  const PATIENCE_MS = 10000;
  const STEPS = [16, 80, 144, 208]; // far enough apart for every way in which a screen is read

  // Six bits, a channel has two; the same is told in desktop/snapshot/strip.py.
  function colourOf(number) {
    const level = (shift) => STEPS[(number >> shift) & 3];
    return `rgb(${level(4)},${level(2)},${level(0)})`;
  }

  const nextFrame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });

  async function until(is, what) {
    const end = performance.now() + PATIENCE_MS;
    while (!is()) {
      if (performance.now() > end) throw new Error(what);
      await nextFrame();
    }
  }

  function isSized({ width_px: wide, height_px: high, density }) {
    const dense = window.devicePixelRatio;
    return Math.abs(dense - density) < 0.01 * density
      && window.innerWidth * dense > wide - dense - 1 && window.innerHeight * dense > high;
  }

  function strip() {
    const made = dl.parts.controls.element("div", "dl-shot-strip");
    document.body.append(made);
    return made;
  }

  function make(page) {
    const mark = strip();
    // Between two shots nobody looks.
    page.stage.hold(true);
    let before = "";

    // What decides where things stand besides date and layers.
    const standing = (m) => JSON.stringify([m.width_px, m.height_px, m.density, m.dress, m.without, m.theme, m.extent]);

    function seat(m) {
      const { stage, map, outside } = page;
      document.documentElement.dataset.theme = m.theme;
      mark.style.top = `${m.height_px / m.density}px`;
      outside.dress(m);
      map.invalidateSize({ animate: false });
      page.fitting.fitTo(m.extent);
      stage.resharpen();
    }

    async function drawn() {
      await page.stage.settled();
      await until(() => page.stage.isAtRest(), "the map did not come to rest");
    }

    function extent() {
      const box = page.map.getBounds();
      return [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()];
    }

    async function take(m) {
      const { stage, outside } = page;
      await until(() => isSized(m), "the page did not take the size of the picture");
      stage.hold(false);
      const isRoomOther = outside.tell(m);
      const hasMoved = isRoomOther || standing(m) !== before || stage.state.table !== outside.tableShown();
      before = standing(m);
      if (hasMoved) {
        stage.setTheme(m.theme);
        seat(m);
      }
      stage.setLayers(new Set(m.hidden));
      dl.setCompare(m.compare);
      dl.setReach({ before: m.before, after: m.after });
      dl.setTime(m.on, m.known);
      if (hasMoved || !m.follows) stage.forget();
      else stage.invalidate("around", "marks");
      await drawn();
      page.compare.update();
      outside.update(stage.state);
      if (outside.grow()) {
        // The legend took another height than was left for it: the map takes what remains.
        seat(m);
        stage.forget();
        await drawn();
        page.compare.update();
        outside.update(stage.state);
      }
      if (document.fonts) await document.fonts.ready;
      stage.hold(true);
      mark.style.background = colourOf(m.number);
      page.port.send({ kind: "shot-painted", number: m.number, extent: extent() });
    }

    return { take };
  }

  dl.parts.shots = { make, colourOf };
})((window.dateline = window.dateline || { parts: {} }));
