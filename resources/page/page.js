// The page: joins the parts and is the one thing that the program talks to.
//
// dateline.useBasemap(map, {folder}), dateline.start(map, options)      called by the page itself
// dateline.setTime("2024-05-20", "2024-05-20"), setLayers({troops: false, ...}), select(id | null),
// dateline.setReach({before: 29, after: 0}), where null is without end,
// dateline.setCompare(["2024-03-01", "2024-05-20", "2024-12-01", "2024-05-20"] | []),
// dateline.fit(), moveTo(lat, lon, zoom), setTheme("light" | "dark")
// For tests: dateline.drawn() -> sorted ids, frameNo(), view() -> {lat, lon, zoom, latOfScale,
//   scale}, pixel(lon, lat) -> {x, y} of the map's corner, markPixel(id) -> {x, y} | null,
//   labels() -> texts, isSettled(), isAtRest(),
//   forget() where plates and names stood before, redraw() all of the frame as it is
(function (dl) {
  "use strict";

  const PROTOCOL = 4;
  const HOVER_PX = 12;
  const TOUCH_PX = 22;

  const page = { replaceData, stage: null, map: null, port: { send() {} }, folder: "", isSettled: false, isFetching: false, waiting: [] };

  function fail(error) {
    page.port.send({ kind: "failed", what: String((error && error.message) || error) });
    console.error(error);
    // On its own a page has nobody else to tell.
    if (document.documentElement.dataset.mode !== "scheme" && !page.stage) {
      document.body.append(dl.parts.controls.element("p", "dl-failed", `The map cannot be shown: ${error.message || error}.`));
    }
  }

  function words(i) {
    const { state } = page.stage;
    const [text, last] = [state.table.text("words", i), dl.parts.popup.lastReported(state)];
    return last === null || !state.table.quotes(i).length ? text : `As last reported on ${dl.parts.days.words(last)}: ${text}`;
  }

  function pointOnCanvas(event) {
    return event.layerPoint.subtract(page.stage.renderer.view().min);
  }

  function hitAt(event, slack) {
    const { state } = page.stage;
    if (!state.room) return null;
    const { x, y } = pointOnCanvas(event);
    const hit = state.hits.length ? state.picks.nearest(x, y, slack) : null;
    if (hit) return hit;
    const ground = dl.parts.picking.groundAt(state.room, x, y);
    return ground === null ? null : { i: ground, isGround: true };
  }

  const idOf = (i) => (i === null ? null : page.stage.state.table.text("id", i));

  function hover(event) {
    const hit = hitAt(event, HOVER_PX);
    const i = hit && !hit.isGround ? hit.i : null;
    const { x, y } = event.containerPoint;
    const text = hit && hit.cluster ? `${dl.parts.words.grouped(hit.cluster.count || hit.cluster.all.length)} marks; click to come nearer` : i !== null ? words(i) : "";
    page.controls.tip(text, x, y);
    page.map.getContainer().style.cursor = hit && !hit.isGround ? "pointer" : "";
    if (i === page.stage.state.hovered) return;
    page.stage.mark("hovered", i);
    page.port.send({ kind: "mark-hovered", mark: idOf(i), x, y });
  }

  function pick(i, x, y) {
    page.stage.mark("selected", i);
    page.popup.show(i, x, y);
    page.port.send({ kind: "mark-picked", mark: idOf(i), x, y });
  }

  function pickByKey(hit) {
    if (hit.cluster) openCluster(hit.cluster);
    else {
      const at = spot(hit.i) || { x: 0, y: 0 };
      pick(hit.i, at.x, at.y);
    }
    page.popup.take();
  }

  function hitsInWindow() {
    if (!page.stage.state.frame) return [];
    const { l, t, r, b } = page.stage.renderer.bounds();
    return page.stage.state.hits.filter(({ x, y }) => x >= l && x <= r && y >= t && y <= b);
  }

  const hitWords = (hit) => (hit.cluster ? `${hit.cluster.all.length} marks; opens what stands here` : words(hit.i));

  function openCluster(cluster) {
    const { table } = page.stage.state;
    const same = cluster.all.every((i) => table.x[i] === table.x[cluster.all[0]] && table.y[i] === table.y[cluster.all[0]]);
    if (same || page.map.getZoom() >= page.map.getMaxZoom()) {
      page.popup.list(cluster.all);
      return;
    }
    page.fitting.moveByHand();
    const at = cluster.all.map((i) => [table.lat(i), table.lon(i)]);
    page.map.fitBounds(at, { maxZoom: page.map.getZoom() + 3, padding: [80, 80] });
  }

  function click(event) {
    const isTouch = event.originalEvent && event.originalEvent.pointerType === "touch";
    const hit = hitAt(event, isTouch ? TOUCH_PX : HOVER_PX);
    const { x, y } = event.containerPoint;
    page.controls.tip("");
    if (hit && hit.cluster) openCluster(hit.cluster);
    else pick(hit ? hit.i : null, x, y);
  }

  function tells(table) {
    return table.sources.length > 0 || table.size > 0;
  }

  // A project that grows keeps the view; one that lies elsewhere is shown whole.
  function replaceData(table) {
    const before = String(page.stage.state.table.extent);
    page.popup.hide();
    page.stage.setData(table);
    const { on, known, reach } = page.stage.state;
    page.controls.setTime(on, known, reach);
    page.compare.find();
    page.controls.setDated(tells(table));
    if (String(table.extent) !== before) page.fitting.fit();
  }

  function spot(i) {
    const { topOf } = page.stage.state;
    const at = topOf.has(i) ? topOf.get(i) : i;
    const hit = page.stage.state.hits.find((h) => h.i === at || (h.all || []).includes(at));
    if (!hit) return null;
    const { l, t } = page.stage.renderer.bounds();
    const plate = page.stage.state.frame.plates.find((p) => p.cells.some((c) => c.all.includes(at)));
    const box = plate ? plate.box : dl.parts.boxes.around(hit.x, hit.y, {
      left: hit.radius, right: hit.radius, top: hit.radius, bottom: hit.radius,
    });
    return {
      x: hit.x - l, y: hit.y - t, around: { l: box.l - l, t: box.t - t, r: box.r - l, b: box.b - t },
    };
  }

  function afterDrawing(isNew) {
    const { state } = page.stage;
    if (!state.room) return;
    // The tray is an obstacle for labels; when it comes or goes they are laid out anew.
    if (page.controls.setUnplaced(state.scene.bins().unplaced.length)) page.stage.invalidate("around", "marks");
    if (isNew) page.keys.follow();
    if (page.compare && !page.shots) page.compare.follow();
    if (page.outside && !page.shots) page.outside.update(state);
  }

  function painted(frame, on, known) {
    page.painted = { frame, on, known };
    if (!page.isSettled) return;
    const { iso } = dl.parts.days;
    page.port.send({ kind: "painted", frame, on: iso(on), known: iso(known) });
  }

  const MESSAGES = {
    "set-time": (m) => dl.setTime(m.on, m.known),
    "set-reach": (m) => dl.setReach({ before: m.before, after: m.after }),
    "set-layers": (m) => {
      const shown = new Set(m.visible);
      dl.setLayers(Object.fromEntries(dl.parts.table.LAYERS.map((name) => [name, shown.has(name)])));
    },
    select: (m) => dl.select(m.mark),
    "set-theme": (m) => dl.setTheme(m.theme),
    "set-compare": (m) => dl.setCompare(m.moments),
    "set-tiles": (m) => setTiles(m),
    "set-data": (m) => readTable(m.address).then(replaceData).then(() => page.port.send({ kind: "data-shown" })),
    fit: (m) => page.fitting.fit(true, m.is_whole),
    "show-place": (m) => showPlace(m),
    "show-view": (m) => page.fitting.show({ ...m, width: m.width_px, height: m.height_px }),
    // A line above the map makes it a little lower; it must not lead a step away for that.
    "show-extent": (m) => page.fitting.fitTo([m.west, m.south, m.east, m.north], 0.2),
    "take-shot": (m) => page.shots.take(m),
  };

  function act(message) {
    const verb = MESSAGES[message.kind];
    if (!verb) throw new Error(`no message is called “${message.kind}”`);
    return verb(message);
  }

  // One after the other: what comes while data is fetched is meant for that data.
  // Under our canvases, which then leave sea and land to the tiles. Whose map it is stands over it.
  function setTiles({ url, attribution, max_zoom: most }) {
    if (page.tiles) page.tiles.remove();
    page.tiles = url ? L.tileLayer(url, { maxNativeZoom: most, attribution: "" }).addTo(page.map) : null;
    page.stage.setTiled(Boolean(url));
    page.controls.setAttribution(url ? `Online map: ${attribution}` : "");
  }

  function receive(message) {
    if (page.isFetching) {
      page.waiting.push(message);
      return;
    }
    try {
      const pending = act(message);
      if (pending instanceof Promise) {
        page.isFetching = true;
        pending.catch(fail).finally(() => {
          page.isFetching = false;
          page.waiting.splice(0).forEach(receive);
        });
      }
    } catch (error) {
      fail(error);
    }
  }

  function showPlace({ lon, lat, zoom, name }) {
    page.fitting.moveByHand();
    page.map.setView([lat, lon], Math.max(page.map.getZoom(), zoom), { animate: false });
    const { x, y } = page.map.latLngToContainerPoint([lat, lon]);
    page.controls.tip(name, x, y);
  }

  function viewMoved() {
    const { lat, lng } = page.map.getCenter();
    page.port.send({ kind: "view-moved", lat, lon: lng, zoom: page.map.getZoom() });
    page.popup.follow();
  }

  function drawnNow() {
    const { plates, ...bins } = page.stage.state.scene.bins();
    return [...Object.values(bins), ...plates.values()].flatMap((numbers) => [...numbers]);
  }

  function build(map, options, table) {
    const container = map.getContainer();
    container.setAttribute("role", "region");
    container.setAttribute("aria-label", "Map; the marks follow, one after the other");
    document.documentElement.dataset.theme = options.theme;
    document.documentElement.dataset.mode = options.mode;
    const isPicture = options.mode === "snapshot";
    if (isPicture) page.outside = dl.parts.snapshot.make(map);
    if (options.mode === "standalone") page.outside = dl.parts.standalone.make(map, table, page);
    if (options.mode === "story") page.outside = dl.parts.story.make(map, page);
    map.invalidateSize({ animate: false });
    page.stage = dl.parts.stage.make(map, {
      folder: page.folder,
      theme: options.theme,
      magnified: isPicture ? page.outside.magnified : undefined,
      obstacles: () => [...(page.controls ? page.controls.obstacles() : [])],
      onPainted: painted,
      onDrawn: afterDrawing,
    });
    page.fitting = dl.parts.fitting.make(map, () => page.stage.state.table, drawnNow);
    page.controls = dl.parts.controls.make(map, container, {
      hasDate: ["scheme", "story"].includes(options.mode),
      hasZoom: !isPicture,
      hasScale: isPicture,
      onFit: () => page.fitting.fit(true, true),
      onHand: page.fitting.moveByHand,
      onUnplaced: () => page.popup.list(page.stage.state.room.bins.unplaced),
    });
    page.popup = dl.parts.popup.make(container, { page, spot, onPick: pick });
    page.compare = dl.parts.compare.make(map, page);
    page.stage.state.compared = page.compare;
    page.keys = dl.parts.focus.make(container, {
      hits: () => hitsInWindow(),
      wordsOf: hitWords,
      onFocus: (hit) => page.stage.mark("focused", hit && (hit.cluster || hit.i)),
      onPick: pickByKey,
    });
    if (isPicture) page.shots = dl.parts.shots.make(page);
    // Most pictures need the fine shapes; they load while the program reads its project.
    if (isPicture) page.stage.world.need(page.map.getMaxZoom());
    const hidden = new Set(options.hidden);
    page.stage.setData(table);
    page.controls.setDated(tells(table));
    page.stage.setLayers(hidden);
    dl.setReach(options.reach);
    dl.setTime(options.on, options.known);
    page.fitting.fit();
    if (options.compare.length) {
      if (page.outside.openCompare) page.outside.openCompare(options.compare);
      else dl.setCompare(options.compare);
    }
    if (page.outside && page.outside.start) page.outside.start();
    map.on("mousemove", hover).on("mouseout", () => page.controls.tip(""));
    map.on("click", click).on("moveend", viewMoved);
    map.on("movestart", () => page.controls.tip(""));
    page.fitting.followSize(container);
    window.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      if (page.popup.isFocused()) page.keys.take();
      pick(null, 0, 0);
    });
  }

  function watchSharpness() {
    const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener("change", () => {
      page.stage.resharpen();
      page.map.invalidateSize({ animate: false });
      watchSharpness();
    }, { once: true });
  }

  async function readTable(address) {
    const buffer = address
      ? await dl.parts.world.readFile(address, "arraybuffer")
      : await dl.parts.columns.unpacked(document.getElementById("dateline-episodes").textContent);
    const table = dl.parts.table.read(buffer);
    dl.parts.days.writeAs(table.dates);
    return table;
  }

  async function run(map, options) {
    page.map = map;
    build(map, options, await readTable(options.data));
    watchSharpness();
    page.port = await dl.parts.port.open(receive);
    await page.stage.settled();
    if (document.fonts) await document.fonts.ready;
    page.isSettled = true;
    page.stage.invalidate("base", "ground", "marks", "labels");
    page.port.send({ kind: "ready", protocol: PROTOCOL });
  }

  Object.assign(dl, {
    useBasemap(map, { folder }) {
      page.folder = folder;
    },
    start(map, options) {
      run(map, options).catch(fail);
    },
    setTime(on, known) {
      const [day, by] = [dl.parts.days.read(on), dl.parts.days.read(known)];
      page.controls.setTime(day, by, page.stage.state.reach);
      page.stage.setTime(day, by);
      if (page.outside && page.outside.setTime) page.outside.setTime(day, by, page.stage.state.reach);
      page.popup.follow();
    },
    setReach(reach) {
      page.stage.setReach(reach);
      const { on, known } = page.stage.state;
      page.controls.setTime(on, known, reach);
      if (page.outside && page.outside.setTime) page.outside.setTime(on, known, reach);
      page.popup.follow();
    },
    setLayers(visible) {
      const { hidden } = page.stage.state;
      const next = new Set(dl.parts.table.LAYERS.filter((n) => (n in visible ? !visible[n] : hidden.has(n))));
      page.stage.setLayers(next);
      page.compare.find();
    },
    // Two maps, each a day and by when it is known; none where the list is empty.
    setCompare([first, firstKnown, second, secondKnown]) {
      const { read } = dl.parts.days;
      if (!first) page.compare.set(null);
      else page.compare.set({ on: read(first), known: read(firstKnown) }, { on: read(second), known: read(secondKnown) });
      if (page.outside && page.outside.update && !page.shots) page.outside.update(page.stage.state);
    },
    select(id) {
      const i = id === null ? null : page.stage.state.table.numberOf(id);
      page.stage.mark("selected", i === undefined ? null : i);
      page.popup.hide();
    },
    fit: () => page.fitting.fit(true, true),
    forget: () => page.stage.forget(),
    redraw: () => page.stage.redraw(),
    moveTo(lat, lon, zoom) {
      page.fitting.moveByHand();
      page.map.setView([lat, lon], zoom, { animate: false });
    },
    setTheme(name) {
      document.documentElement.dataset.theme = name;
      page.stage.setTheme(name);
      page.popup.follow();
    },
    drawn: () => page.stage.drawn(),
    frameNo: () => (page.painted ? page.painted.frame : 0),
    isSettled: () => page.isSettled,
    isAtRest: () => page.isSettled && page.stage.isAtRest(),
    view() {
      const { lat, lng } = page.map.getCenter();
      const { scale } = dl.parts.controls.scaleText(page.map);
      return { lat, lon: lng, zoom: page.map.getZoom(), latOfScale: lat, scale };
    },
    pixel(lon, lat) {
      const { x, y } = page.map.latLngToContainerPoint([lat, lon]);
      return { x, y };
    },
    markPixel(id) {
      const i = page.stage.state.table.numberOf(id);
      const at = i === undefined ? null : spot(i);
      return at && { x: at.x, y: at.y };
    },
    labels: () => (page.stage.state.labels || []).map((label) => label.text),
  });
})((window.dateline = window.dateline || { parts: {} }));
