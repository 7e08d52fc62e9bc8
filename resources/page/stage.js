// The map with its time: holds what is shown, and draws it once a frame at most.
//
// const stage = parts.stage.make(map, {folder, theme, magnified, onPick, onHover, onPainted, onView})
// stage.setData(table), setTime(on, known), setReach(reach), setLayers(hidden Set), setTheme(name),
// stage.select(i | null), fit(), drawn() -> ids, settled() -> Promise, state -> read only
(function (dl) {
  "use strict";

  const REST_MS = 140; // after it names are laid out anew around a crowd
  const MOST_SIGNED = 3000;
  const K1000 = 24; // px, for 1,000 people
  const LARGEST_PX = [28, 54]; // of any mark, by the window
  const LARGEST_SHARE = 0.1; // of the shorter side of the window

  function zoomFactor(zoom) {
    if (zoom < 4) return 0.75;
    return zoom < 7 ? 1 : 1.15;
  }

  // Where the largest would hide too much of the map, the constant drops for all marks at once;
  // clamping single ones would lie.
  function scaleOf(table, zoom, { l, t, r, b }) {
    const [least, most] = LARGEST_PX;
    const largest = Math.max(least, Math.min(most, LARGEST_SHARE * Math.min(r - l, b - t)));
    return Math.min(K1000, largest / Math.sqrt(Math.max(1, table.largest) / 1000)) * zoomFactor(zoom);
  }

  function takenBy(obstacles, { l, t }) {
    const { make: boxes } = dl.parts.boxes;
    const taken = { boxes: boxes(), told: boxes(), controls: boxes() };
    for (const box of obstacles) {
      const moved = { l: box.l + l, t: box.t + t, r: box.r + l, b: box.b + t };
      for (const kind of Object.values(taken)) kind.add(moved, 4);
    }
    return taken;
  }

  function make(map, { folder, theme, magnified = () => 1, obstacles = () => [], ...heard }) {
    const state = {
      table: null, index: null, on: 0, known: 0, reach: { before: 0, after: 0 }, hidden: new Set(), theme: dl.parts.theme.of(theme),
      selected: null, hovered: null, focused: null, frame: null, room: null, picks: null, frameNo: 0,
      // Made when asked for: a date that is passed over asks for neither.
      get hits() {
        state.picks = state.picks || (state.frame ? dl.parts.picking.make(state.room, state.frame) : null);
        return state.picks ? state.picks.all : [];
      },
      get active() {
        return state.index.list();
      },
      get under() {
        if (state.stacked.version !== state.frameNo) state.stacked = { version: state.frameNo, under: state.stack.under() };
        return state.stacked.under;
      },
      get topOf() {
        return state.stack.topOf();
      },
      stacked: { version: -1, under: new Map() },
    };
    const dirty = { base: true, ground: true, marks: true, labels: true, around: true };
    const memory = new Map();
    const towns = new Map();
    const probe = document.createElement("canvas").getContext("2d");
    const told = new MessageChannel();
    let asked = 0;
    let lastMoved = 0;
    let isApart = false; // whether something below the marks was drawn and not yet joined
    let isInFrame = false;
    let isHeld = false; // nothing is drawn, whatever changes: nobody sees it
    let hasDrawn = false; // in the frame of the screen that is being made
    let shown = { isPlain: false };
    let groundKey = "";
    let labelSign = "";
    const later = dl.parts.rest.make(REST_MS, () => {
      lastMoved = 0;
      invalidate("around", "marks");
    });
    // What was seated on half a map would stay there: the same frame must look the same.
    function forget() {
      memory.clear();
      towns.clear();
      invalidate("base", "ground", "marks", "labels");
    }

    const world = dl.parts.world.make(folder, forget);
    const renderer = dl.parts.renderer.make(map, (view) => {
      world.need(view.zoom);
      invalidate("base", "ground", "marks", "labels");
      if (heard.onView) heard.onView(view);
    }, magnified);
    let sprites = dl.parts.sprites.make(renderer.ratio());

    function invalidate(...names) {
      for (const name of names) dirty[name] = true;
      ask();
    }

    function ask() {
      if (!asked && !isHeld) asked = requestAnimationFrame(drawFrame);
    }

    function claimed() {
      if (!state.table) return new Set();
      if (!state.claimed) {
        const { table } = state;
        state.claimed = new Set();
        for (let i = 0; i < table.size; i += 1) {
          if (!["reference", "mention"].includes(table.form(i))) state.claimed.add(table.text("country", i));
        }
      }
      return state.claimed;
    }

    function drawBase() {
      const view = renderer.view();
      const land = renderer.context("land");
      if (!state.isTiled) dl.parts.basemap.drawLand(land, view, world, state.theme, claimed());
      dl.parts.basemap.drawLines(renderer.context("lines"), view, world, state.theme, claimed());
    }

    function groundsOf(bins) {
      const { table } = state;
      return bins.grounds.map((i) => ({
        country: table.text("country", i),
        pole: table.pole(i),
        second: table.disputed[i] || table.second(i) ? table.second(i) : "",
        strength: dl.parts.sprites.strengthOf("ground", dl.parts.sprites.ageOf(table, i, state.on)),
      }));
    }

    function regionsOf(bins) {
      const { table } = state;
      return bins.regions.map((i) => table.regions[table.text("place", i)]).filter(Boolean).map((region) => {
        if (!region.unit) {
          region.unit = region.rings.map((ring) => Float64Array.from(ring.flatMap(([lon, lat]) => (
            [dl.parts.table.unitX(lon), dl.parts.table.unitY(lat)]
          ))));
        }
        return { name: region.name, rings: region.unit };
      });
    }

    function drawGround(bins) {
      const grounds = groundsOf(bins);
      const regions = regionsOf(bins);
      const key = JSON.stringify([grounds, regions.map((r) => r.name)]);
      if (!dirty.base && !dirty.ground && key === groundKey) return;
      groundKey = key;
      const view = renderer.view();
      const ctx = renderer.context("ground");
      if (world.coarse) dl.parts.choropleth.draw(ctx, view, world, state.theme, grounds);
      dl.parts.choropleth.drawRegions(ctx, view, state.theme, regions);
      isApart = true;
    }

    function roomOf(bins) {
      const bounds = renderer.bounds();
      const view = renderer.view();
      let made = null;
      // Asking the controls where they stand lays the page out: not where nobody asks.
      const taken = () => {
        made = made || takenBy(obstacles(), bounds);
        return made;
      };
      return {
        table: state.table, bins, points: state.scene.points, cells: state.cells, view, world, bounds, probe, memory, towns, sprites,
        theme: state.theme, on: state.on, k: scaleOf(state.table, view.zoom, bounds), scale: 1,
        isNarrow: bounds.r - bounds.l < 520,
        get boxes() {
          return taken().boxes;
        },
        get told() {
          return taken().told;
        },
        get controls() {
          return taken().controls;
        },
        get under() {
          return state.under;
        },
      };
    }

    function drawLabels() {
      const { room, frame } = state;
      const sign = `${room.boxes.sign()} ${frame.blocks.length} ${state.theme.name}`;
      if (sign === labelSign && !dirty.labels) return;
      labelSign = sign;
      const names = new Set(frame.named);
      const view = room.view;
      const countries = world.coarse
        ? dl.parts.basemap.shapesInView(view, world).map((s) => s.country)
          .filter((c) => !names.has(c.name)).sort((a, b) => b.area - a.area)
        : [];
      const labels = dl.parts.labels.layout(room, { countries, claimedNames: names });
      state.labels = [...frame.capitals, ...frame.blocks, ...labels];
      dl.parts.labels.draw(renderer.context("labels"), state.theme, state.labels);
      isApart = true;
      dirty.labels = false;
    }

    // Where a crowd is all there is, only the places that differ from what is shown.
    function drawMarks(isMapNew) {
      const { room, frame, theme } = state;
      const { marks, changes } = dl.parts;
      const symbols = marks.symbols(room, frame);
      const isPlain = marks.isPlain(frame, state);
      const isLike = !isMapNew && isPlain && shown.isPlain && shown.view === room.view && shown.theme === theme;
      const boxes = isLike ? changes.between(shown.symbols, symbols, room.view) : null;
      shown = { isPlain, symbols, theme, view: room.view };
      if (boxes) boxes.forEach((box) => marks.drawPlace(renderer.screen(box), room, symbols, box));
      else marks.draw(renderer.screen(null), room, frame, state, symbols);
    }

    // Everything that decides how the frame looks besides the view, as numbers.
    function signature() {
      const { table, on, scene } = state;
      if (scene.points.size > MOST_SIGNED || (state.frame && state.frame.isCrowd)) return null;
      const found = [];
      for (const i of state.index.list()) found.push(i, dl.parts.sprites.phase(table, i, on, false));
      return found;
    }

    function isAsBefore(now) {
      const { signed } = state;
      state.signed = now;
      return Boolean(now && signed) && now.length === signed.length && now.every((n, at) => n === signed[at]);
    }

    function arrangeFrame() {
      const { scene, cells, stack } = state;
      const onTop = (i, isOnTop) => {
        scene.toggle(i, isOnTop);
        cells.toggle(i, isOnTop);
      };
      const during = dl.parts.days.around(state.on, state.reach);
      state.index.move(during, state.known, state.hidden, (i, isDrawn) => stack.change(i, isDrawn, onTop));
      stack.settle(onTop);
      // Who asked after the frame before has kept what lay below then.
      state.stacked.version = -1;
      const hasMoved = dirty.base || dirty.ground || dirty.labels || dirty.around;
      if (isAsBefore(signature()) && !hasMoved && state.frame) return false;
      const bins = state.scene.bins();
      drawGround(bins);
      state.room = roomOf(bins);
      const version = `${state.scene.version()} ${state.theme.name}`;
      const around = hasMoved || version !== state.aroundVersion ? null : state.frame;
      state.aroundVersion = version;
      state.frame = dl.parts.marks.arrange(state.room, around);
      state.picks = null;
      // Names of the map are laid out when the hand rests; while it moves they stay.
      const isMoving = !hasMoved && performance.now() - lastMoved < REST_MS;
      lastMoved = performance.now();
      if (!state.frame.isKept && !isMoving) {
        later.stop();
        drawLabels();
      } else later.touch();
      return true;
    }

    function drawFrame() {
      isInFrame = true;
      draw();
      isInFrame = false;
    }

    // Tells when the frame of the screen that holds the drawing has been made.
    function tellPainted() {
      state.frameNo += 1;
      const { frameNo, on, known } = state;
      const tell = () => told.port2.postMessage([frameNo, on, known]);
      if (isInFrame) tell();
      else requestAnimationFrame(tell);
    }
    told.port1.onmessage = ({ data }) => {
      hasDrawn = false;
      heard.onPainted(...data);
    };

    function draw() {
      if (asked) cancelAnimationFrame(asked);
      asked = 0;
      if (!renderer.view() || !state.table) return;
      if (dirty.base) drawBase();
      const isNew = dirty.marks || dirty.ground || dirty.base ? arrangeFrame() : true;
      const isMapNew = isApart;
      if (isMapNew) renderer.join();
      isApart = false;
      if (isNew) drawMarks(isMapNew);
      Object.keys(dirty).forEach((name) => { dirty[name] = false; });
      hasDrawn = true;
      tellPainted();
      if (heard.onDrawn) heard.onDrawn(isNew);
    }

    // At once where the frame of the screen has room for it, else with the next.
    function drawSoon() {
      if (asked || isHeld) return;
      if (hasDrawn) ask();
      else draw();
    }

    const stage = {
      state,
      world,
      renderer,
      invalidate,
      setData(table) {
        state.table = table;
        state.index = dl.parts.timeIndex.make(table);
        state.stack = dl.parts.stack.make(table, state.index);
        state.scene = dl.parts.scene.make(table);
        state.cells = dl.parts.cells.make(table, state.scene.points);
        state.frame = null;
        Object.assign(state, { claimed: null, selected: null, hovered: null, focused: null });
        invalidate("base", "ground", "marks", "labels");
      },
      setTime(on, known) {
        const isNew = on !== state.on || known !== state.known;
        Object.assign(state, { on, known });
        if (isNew) dirty.marks = true;
        // Even when nothing changes a frame is told: who asked waits for it.
        drawSoon();
      },
      setReach(reach) {
        state.reach = reach;
        invalidate("marks");
      },
      setLayers(hidden) {
        state.hidden = hidden;
        invalidate("marks");
      },
      setTiled(isTiled) {
        state.isTiled = isTiled;
        renderer.setOpaque(!isTiled);
        invalidate("base", "ground", "marks", "labels");
      },
      setTheme(name) {
        state.theme = dl.parts.theme.of(name);
        invalidate("base", "ground", "marks", "labels");
      },
      mark(what, i) {
        if (state[what] === i) return;
        state[what] = i;
        ask();
      },
      resharpen() {
        sprites = dl.parts.sprites.make(renderer.ratio());
        invalidate("base", "ground", "marks", "labels");
      },
      drawn: () => state.active.map((i) => state.table.text("id", i)).sort(),
      forget,
      redraw: () => drawMarks(true),
      drawNow: draw,
      isAtRest: () => !later.isWaiting() && !asked,
      hold(is) {
        isHeld = is;
        if (!is) ask();
        else if (asked) {
          cancelAnimationFrame(asked);
          asked = 0;
        }
      },
      settled: () => world.settled(map.getZoom()),
    };
    return stage;
  }

  dl.parts.stage = { make, scaleOf };
})((window.dateline = window.dateline || { parts: {} }));
