// The still part of the map: sea, shelf, land; and above the choropleth graticule, first-level
// divisions, rivers, lakes, borders and coast.
//
// A view is {zoom, scale, ox, oy, width, height}: a unit-square point (x, y) lies at
// (x * scale - ox, y * scale - oy) CSS pixels of the canvas.
//
// parts.basemap.drawLand(ctx, view, world, theme, claimed)   under the choropleth
// parts.basemap.drawLines(ctx, view, world, theme, claimed)  over it; drawBorders: these alone
// parts.basemap.countryPath(view, world, id) -> Path2D | null, kept for the view; probePath is
//   coarser, for asking what lies inside
(function (dl) {
  "use strict";

  const { unitX, unitY } = dl.parts.table;
  const { alpha } = dl.parts.theme;
  const SHELF = [[22, 0.16], [9, 0.3]];
  const SHELF_ZOOM = 4.5;
  const NEAR = 0.45;

  function meets(view, box, margin = 24) {
    return box[2] * view.scale - view.ox > -margin && box[0] * view.scale - view.ox < view.width + margin
      && box[3] * view.scale - view.oy > -margin && box[1] * view.scale - view.oy < view.height + margin;
  }

  // Adds the points of an arc, forwards or backwards, leaving out what is under half a pixel.
  // Shapes that cross the 180th meridian run on beyond the edge: `turn` holds by how many worlds.
  function trace(path, view, points, isBackwards, isFirst, turn = { worlds: 0, last: null }) {
    const count = points.length / 2;
    let lastX = Infinity;
    let lastY = Infinity;
    for (let step = 0; step < count; step += 1) {
      const at = 2 * (isBackwards ? count - 1 - step : step);
      const unit = points[at];
      if (turn.last !== null && Math.abs(unit - turn.last) > 0.5) turn.worlds += unit < turn.last ? 1 : -1;
      turn.last = unit;
      const x = (unit + turn.worlds) * view.scale - view.ox;
      const y = points[at + 1] * view.scale - view.oy;
      const isEnd = step === 0 || step === count - 1;
      if (!isEnd && Math.abs(x - lastX) < NEAR && Math.abs(y - lastY) < NEAR) continue;
      if (step === 0 && isFirst) path.moveTo(x, y);
      else path.lineTo(x, y);
      lastX = x;
      lastY = y;
    }
    return lastX;
  }

  function addRing(path, view, set, ring) {
    const turn = { worlds: 0, last: null };
    let endX = 0;
    ring.forEach((n, i) => {
      endX = trace(path, view, set.arcs[n < 0 ? ~n : n], n < 0, i === 0, turn);
    });
    if (turn.worlds) {
      // Around the pole: closed below the edge of the map.
      path.lineTo(endX, view.scale - view.oy);
      path.lineTo(endX - turn.worlds * view.scale, view.scale - view.oy);
    }
    path.closePath();
  }

  function addCountry(path, view, set, country) {
    for (const polygon of country.polygons) {
      if (!meets(view, polygon.box)) continue;
      const crosses = polygon.box[2] - polygon.box[0] > 0.5;
      for (const shift of crosses ? [0, view.scale, -view.scale] : [0]) {
        const moved = shift ? { ...view, ox: view.ox + shift } : view;
        for (const ring of polygon.rings) addRing(path, moved, set, ring);
      }
    }
  }

  function countryPath(view, world, id) {
    view.paths = view.paths || new Map();
    const key = `${id}${world.isFine(view.zoom)}`;
    if (!view.paths.has(key)) {
      const { set, found } = world.countries(id, view.zoom);
      const path = new Path2D();
      found.forEach((country) => addCountry(path, view, set, country));
      view.paths.set(key, found.length ? path : null);
    }
    return view.paths.get(key);
  }

  // For asking whether a point lies inside: the coarse shape is near enough, and ten times faster.
  function probePath(view, world, id) {
    view.probes = view.probes || new Map();
    if (!view.probes.has(id)) {
      const path = new Path2D();
      world.coarse.countries.filter((c) => c.id === id).forEach((c) => addCountry(path, view, world.coarse, c));
      view.probes.set(id, path);
    }
    return view.probes.get(id);
  }

  // A standalone page has fine shapes for part of the world only; the rest is filled up coarsely.
  function shapesInView(view, world) {
    const fine = world.isFine(view.zoom) ? world.fine : null;
    const inFine = new Set(fine ? fine.countries.map((c) => c.name) : []);
    const pick = (set, skip) => set.countries
      .filter((c) => !skip.has(c.name) && meets(view, c.box))
      .map((country) => ({ set, country }));
    return [...(fine ? pick(fine, new Set()) : []), ...pick(world.coarse, inFine)];
  }

  function linesInView(view, world, kind) {
    const fine = world.isFine(view.zoom) ? world.fine : null;
    const path = new Path2D();
    const isWhole = fine && fine.countries.length >= world.coarse.countries.length;
    const sets = isWhole ? [fine] : [fine, world.coarse].filter(Boolean);
    for (const set of sets) {
      const drawn = fine && set === world.coarse ? coarseOnly(world) : null;
      for (const n of set[kind]) {
        if (drawn && !drawn.has(n)) continue;
        if (meets(view, set.boxes[n])) trace(path, view, set.arcs[n], false, true);
      }
    }
    return path;
  }

  // Numbers of the coarse arcs that no finely drawn country has.
  function coarseOnly(world) {
    if (!world.coarseArcs) {
      const inFine = new Set(world.fine.countries.map((c) => c.name));
      const arcsOf = (countries) => new Set(
        countries.flatMap((c) => c.polygons.flatMap((p) => p.rings.flat().map((n) => (n < 0 ? ~n : n)))),
      );
      const covered = arcsOf(world.coarse.countries.filter((c) => inFine.has(c.name)));
      const rest = arcsOf(world.coarse.countries.filter((c) => !inFine.has(c.name)));
      world.coarseArcs = new Set([...rest].filter((n) => !covered.has(n)));
    }
    return world.coarseArcs;
  }

  function drawLand(ctx, view, world, theme, claimed) {
    ctx.fillStyle = theme.map.sea;
    ctx.fillRect(0, 0, view.width, view.height);
    if (!world.coarse) return;
    const shapes = shapesInView(view, world);
    const all = new Path2D();
    const spoken = new Path2D();
    for (const { set, country } of shapes) {
      addCountry(all, view, set, country);
      if (claimed.has(country.id)) addCountry(spoken, view, set, country);
    }
    ctx.lineJoin = "round";
    for (const [width, opacity] of SHELF) {
      ctx.strokeStyle = alpha(theme.map.coast, opacity);
      ctx.lineWidth = width * Math.min(1, 2 ** (view.zoom - SHELF_ZOOM));
      ctx.stroke(all);
    }
    ctx.fillStyle = theme.map.landOther;
    ctx.fill(all);
    ctx.fillStyle = theme.map.land;
    ctx.fill(spoken);
  }

  function graticule(ctx, view, theme) {
    const path = new Path2D();
    const step = view.zoom < 3.5 ? 10 : 5;
    for (let lon = -180; lon <= 180; lon += step) {
      const x = Math.round(unitX(lon) * view.scale - view.ox) + 0.5;
      if (x < 0 || x > view.width) continue;
      path.moveTo(x, 0);
      path.lineTo(x, view.height);
    }
    for (let lat = -80; lat <= 80; lat += step) {
      const y = Math.round(unitY(lat) * view.scale - view.oy) + 0.5;
      if (y < 0 || y > view.height) continue;
      path.moveTo(0, y);
      path.lineTo(view.width, y);
    }
    ctx.strokeStyle = alpha(theme.map.border, 0.16);
    ctx.lineWidth = 1;
    ctx.stroke(path);
  }

  function linePath(view, lines) {
    const path = new Path2D();
    for (const { points, box } of lines) {
      if (meets(view, box)) trace(path, view, points, false, true);
    }
    return path;
  }

  function drawAdmin1(ctx, view, world, theme, claimed) {
    if (view.zoom < 5 || !world.admin1) return;
    ctx.strokeStyle = theme.map.admin1;
    ctx.lineWidth = view.zoom < 6.5 ? 0.8 : 1;
    ctx.setLineDash([1.2, 2.6]);
    for (const [code, part] of world.admin1) {
      if (view.zoom < 6.5 && !claimed.has(code)) continue;
      ctx.stroke(linePath(view, part.lines));
    }
    ctx.setLineDash([]);
  }

  // Natural Earth's ranks are not in the carrier: length stands for them.
  function leastRiverKm(zoom) {
    if (zoom < 4) return 1800;
    if (zoom < 5) return 700;
    return zoom < 6.5 ? 150 : 0;
  }

  function drawWater(ctx, view, world, theme) {
    if (!world.water) return;
    const least = leastRiverKm(view.zoom);
    ctx.strokeStyle = theme.map.river;
    ctx.lineWidth = view.zoom < 5 ? 0.9 : 1.3;
    ctx.lineJoin = "round";
    ctx.stroke(linePath(view, world.water.rivers.filter((r) => r.km >= least)));
    const lakes = new Path2D();
    for (const { points, box } of world.water.lakes) {
      if (!meets(view, box)) continue;
      trace(lakes, view, points, false, true);
      lakes.closePath();
    }
    ctx.fillStyle = theme.map.lake;
    ctx.fill(lakes);
    ctx.lineWidth = 0.8;
    ctx.stroke(lakes);
  }

  function borderWidth(zoom) {
    if (zoom < 4) return 0.7;
    if (zoom < 5) return 0.9;
    return zoom < 6.5 ? 1.05 : 1.2;
  }

  function drawLines(ctx, view, world, theme, claimed) {
    graticule(ctx, view, theme);
    if (!world.coarse) return;
    drawAdmin1(ctx, view, world, theme, claimed);
    drawWater(ctx, view, world, theme);
    drawBorders(ctx, view, world, theme);
  }

  function drawBorders(ctx, view, world, theme) {
    ctx.lineJoin = "round";
    ctx.strokeStyle = theme.map.border;
    ctx.lineWidth = borderWidth(view.zoom);
    ctx.stroke(linesInView(view, world, "borders"));
    ctx.strokeStyle = theme.map.coast;
    ctx.lineWidth = 1;
    ctx.stroke(linesInView(view, world, "coasts"));
  }

  dl.parts.basemap = { drawLand, drawLines, drawBorders, countryPath, probePath, meets, shapesInView };
})((window.dateline = window.dateline || { parts: {} }));
