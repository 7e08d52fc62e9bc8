// The view that holds all that is told, until somebody moves the map.
//
// parts.fitting.make(map, tableNow, drawnNow) -> {fit(isAnimated, isWhole), fitTo(extent | null, slack), show(view), moveByHand(),
//   followSize(container)}
//   fit(..., true) takes in every mark of the day, also those far from where most of it happens
//   show({lat, lon, zoom, width, height}) what a map of that size showed, whole in this one
//   moveByHand() after a person's own move: from then on the view stays
(function (dl) {
  "use strict";

  const NARROW_PX = 520;
  const LEAST_FIT_PX = 60;
  const MARK_PX = 26; // half a mark, and what it takes where it stands over its place
  const MARK_TOP_PX = 48;

  const ASIDE_DEGREES = 3; // what is seen around a mark that stands alone at the edge

  function isTold(table, i) {
    return !["reference", "mention"].includes(table.form(i)) && table.quotes(i).length && table.hasPoint[i];
  }

  function make(map, tableNow, drawnNow) {
    let isFitted = false;
    let isWholeFit = false;

    function fittedBox(isWhole) {
      const table = tableNow();
      const [west, south, east, north] = table.extent;
      const box = L.latLngBounds([[south, west], [north, east]]);
      if (!isWhole) return box;
      for (const i of drawnNow().filter((n) => isTold(table, n))) {
        const [lat, lon] = [table.lat(i), table.lon(i)];
        if (box.contains([lat, lon])) continue;
        box.extend([Math.max(-80, lat - ASIDE_DEGREES), lon - ASIDE_DEGREES]);
        box.extend([Math.min(84, lat + ASIDE_DEGREES), lon + ASIDE_DEGREES]);
      }
      return box;
    }

    function fit(isAnimated = false, isWhole = false) {
      const box = fittedBox(isWhole);
      const { x, y } = map.getSize();
      isFitted = true;
      isWholeFit = isWhole;
      if (x < LEAST_FIT_PX || y < LEAST_FIT_PX) return;
      const isPicture = document.documentElement.dataset.mode === "snapshot";
      const isNarrow = x < NARROW_PX && !isPicture;
      // The whole world is wider than a small window at the least zoom.
      if (isNarrow || isWhole) map.setMinZoom(1);
      const whole = map.getBoundsZoom(box, false, L.point(6, 6));
      // On a phone a little nearer, to be read; but no mark is cut at an edge.
      const zooms = isPicture ? [whole] : [...(isNarrow ? [whole + 0.5] : []), whole, whole - 0.5, whole - 1];
      const zoom = zooms.find((z) => holdsMarks(box, z)) || zooms[zooms.length - 1];
      map.setView(box.getCenter(), zoom, { animate: isAnimated });
    }

    // Zooms are steps: what was in view when a box was read off must not fall a step short of it.
    const HAIR = 1e-3;

    function fitTo(extent, slack = HAIR) {
      if (!extent) {
        fit();
        return;
      }
      const [west, south, east, north] = extent;
      isFitted = false;
      const { x, y } = map.getSize();
      const [l, t] = [dl.parts.table.unitX(west), dl.parts.table.unitY(north)];
      const [r, b] = [dl.parts.table.unitX(east), dl.parts.table.unitY(south)];
      const whole = Math.log2(Math.min(x / (r - l), y / (b - t)) / 256);
      const snap = map.options.zoomSnap || 1;
      // A picture must hold what was asked for, the whole world too.
      if (document.documentElement.dataset.mode === "snapshot" && whole < map.getMinZoom()) map.setMinZoom(0);
      const zoom = Math.max(map.getMinZoom(), Math.min(map.getMaxZoom(), Math.floor((whole + slack) / snap) * snap));
      const middle = map.unproject(L.point((l + r) / 2, (t + b) / 2).multiplyBy(256 * 2 ** zoom), zoom);
      map.setView(middle, zoom, { animate: false });
    }

    function show({ lat, lon, zoom, width, height }) {
      const { x, y } = map.getSize();
      isFitted = false;
      const { zoomSnap } = map.options;
      const wanted = zoom + Math.log2(Math.min(x / width, y / height));
      // Between two steps: a view that was chosen comes back as it was.
      map.options.zoomSnap = 0;
      map.setView([lat, lon], Math.max(map.getMinZoom(), Math.min(map.getMaxZoom(), wanted)), { animate: false });
      map.options.zoomSnap = zoomSnap;
    }

    // Whether the marks that the view is made for stand in it whole.
    function holdsMarks(box, zoom) {
      const table = tableNow();
      const half = map.getSize().divideBy(2);
      const middle = map.project(box.getCenter(), zoom);
      for (let i = 0; i < table.size; i += 1) {
        if (!isTold(table, i) || !box.contains([table.lat(i), table.lon(i)])) continue;
        const { x, y } = map.project([table.lat(i), table.lon(i)], zoom).subtract(middle);
        if (Math.abs(x) > half.x - MARK_PX || y > half.y - MARK_PX || -y > half.y - MARK_TOP_PX) return false;
      }
      return true;
    }

    function moveByHand() {
      isFitted = false;
    }

    // A view that nobody chose follows the window's size.
    function followSize(container) {
      map.on("dragstart boxzoomend", moveByHand);
      for (const kind of ["wheel", "dblclick", "gesturestart"]) container.addEventListener(kind, moveByHand, { passive: true });
      container.addEventListener("touchmove", (event) => event.touches.length > 1 && moveByHand(), { passive: true });
      container.addEventListener("keydown", (event) => {
        if (/^(Arrow.*|[+=_-])$/.test(event.key)) moveByHand();
      });
      map.on("resize", () => isFitted && fit(false, isWholeFit));
    }

    return { fit, fitTo, show, moveByHand, followSize };
  }

  dl.parts.fitting = { make };
})((window.dateline = window.dateline || { parts: {} }));
