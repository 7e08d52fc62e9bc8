// The map with its time: holds what is shown, and draws it once a frame at most.
//
// const stage = parts.stage.make(map, {folder, theme, magnified, onPick, onHover, onPainted, onView})
// stage.setData(table), setTime(on, known), setReach(reach), setLayers(hidden Set), setTheme(name),
// stage.select(i | null), fit(), drawn() -> ids, settled() -> Promise, state -> read only
(function (dl) {
  "use strict";

  const LABELS_AT_ONCE = 400;
  const LABELS_LATER_MS = 140;
  const K1000 = 24;
  const LARGEST_AT_24 = 5000;

  function zoomFactor(zoom) {
    if (zoom < 4) return 0.75;
    return zoom < 7 ? 1 : 1.15;
  }

  // Above 5,000 people the constant drops for all marks at once; clamping single ones would lie.
  function scaleOf(table, zoom) {
    const base = table.largest > LARGEST_AT_24 ? 54 / Math.sqrt(table.largest / 1000) : K1000;
    return base * zoomFactor(zoom);
  }

  function make(map, { folder, theme, magnified = 1, obstacles = () => [], ...heard }) {
    const state = {
      table: null, index: null, on: 0, known: 0, reach: { before: 0, after: 0 }, hidden: new Set(), theme: dl.parts.theme.of(theme),
      selected: null, hovered: null, focused: null, frame: null, room: null, hits: [], active: [], under: new Map(), topOf: new Map(),
      frameNo: 0,
    };
    const dirty = { base: true, ground: true, marks: true, labels: true };
    const memory = new Map();
    const towns = new Map();
    const probe = document.createElement("canvas").getContext("2d");
    let asked = 0;
    let later = 0;
    let groundKey = "";
    let labelSign = "";
    const world = dl.parts.world.make(folder, () => {
      // What was seated on half a map would stay there: the same frame must look the same.
      memory.clear();
      towns.clear();
      invalidate("base", "ground", "marks", "labels");
    });
    const renderer = dl.parts.renderer.make(map, (view) => {
      world.need(view.zoom);
      invalidate("base", "ground", "marks", "labels");
      if (heard.onView) heard.onView(view);
    }, magnified);
    let sprites = dl.parts.sprites.make(renderer.ratio());

    function invalidate(...names) {
      for (const name of names) dirty[name] = true;
      if (!asked) asked = requestAnimationFrame(draw);
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
      dl.parts.basemap.drawLand(renderer.context("land"), view, world, state.theme, claimed());
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
      if (!dirty.ground && key === groundKey) return;
      groundKey = key;
      const view = renderer.view();
      const ctx = renderer.context("ground");
      if (world.coarse) dl.parts.choropleth.draw(ctx, view, world, state.theme, grounds);
      dl.parts.choropleth.drawRegions(ctx, view, state.theme, regions);
    }

    function roomOf(bins) {
      const bounds = renderer.bounds();
      const boxes = dl.parts.boxes.make();
      const told = dl.parts.boxes.make();
      const controls = dl.parts.boxes.make();
      for (const box of obstacles()) {
        const moved = { l: box.l + bounds.l, t: box.t + bounds.t, r: box.r + bounds.l, b: box.b + bounds.t };
        boxes.add(moved, 4);
        told.add(moved, 4);
        controls.add(moved, 4);
      }
      const view = renderer.view();
      return {
        table: state.table, bins, under: state.under, view, world, boxes, told, controls, bounds, probe, memory, towns, sprites,
        theme: state.theme, on: state.on, k: scaleOf(state.table, view.zoom), scale: 1,
        isNarrow: bounds.r - bounds.l < 520,
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
      dirty.labels = false;
    }

    function drawMarks() {
      const ctx = renderer.context("marks");
      dl.parts.marks.draw(ctx, state.room, state.frame, state.hits, state);
    }

    function draw() {
      asked = 0;
      if (!renderer.view() || !state.table) return;
      if (dirty.base) drawBase();
      if (dirty.marks || dirty.ground) {
        const during = dl.parts.days.around(state.on, state.reach);
        state.active = state.index.at(during, state.known, state.hidden);
        const { top, under, topOf } = dl.parts.arrange.stacked(state.table, state.active);
        Object.assign(state, { under, topOf });
        const bins = dl.parts.arrange.sort(state.table, top);
        drawGround(bins);
        state.room = roomOf(bins);
        state.frame = dl.parts.marks.arrange(state.room);
        state.hits = dl.parts.picking.hits(state.room, state.frame);
        if (state.active.length < LABELS_AT_ONCE || dirty.base) drawLabels();
        else {
          clearTimeout(later);
          later = setTimeout(drawLabels, LABELS_LATER_MS);
        }
      }
      drawMarks();
      Object.keys(dirty).forEach((name) => { dirty[name] = false; });
      state.frameNo += 1;
      const { frameNo, on, known } = state;
      requestAnimationFrame(() => requestAnimationFrame(() => heard.onPainted(frameNo, on, known)));
      if (heard.onDrawn) heard.onDrawn();
    }

    const stage = {
      state,
      world,
      renderer,
      invalidate,
      setData(table) {
        state.table = table;
        state.index = dl.parts.timeIndex.make(state.table);
        Object.assign(state, { claimed: null, selected: null, hovered: null, focused: null });
        invalidate("base", "ground", "marks", "labels");
      },
      setTime(on, known) {
        const isNew = on !== state.on || known !== state.known;
        Object.assign(state, { on, known });
        // Even when nothing changes a frame is drawn: who asked waits for it.
        invalidate(...(isNew ? ["marks"] : []));
      },
      setReach(reach) {
        state.reach = reach;
        invalidate("marks");
      },
      setLayers(hidden) {
        state.hidden = hidden;
        invalidate("marks");
      },
      setTheme(name) {
        state.theme = dl.parts.theme.of(name);
        invalidate("base", "ground", "marks", "labels");
      },
      mark(what, i) {
        if (state[what] === i) return;
        state[what] = i;
        if (!asked) asked = requestAnimationFrame(draw);
      },
      resharpen() {
        sprites = dl.parts.sprites.make(renderer.ratio());
        invalidate("base", "ground", "marks", "labels");
      },
      drawn: () => state.active.map((i) => state.table.text("id", i)).sort(),
      settled: () => world.settled(map.getZoom()),
    };
    return stage;
  }

  dl.parts.stage = { make, scaleOf };
})((window.dateline = window.dateline || { parts: {} }));
