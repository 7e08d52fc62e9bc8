// Labels of the basemap, placed so that nothing meets: countries, capitals, towns, waters, and
// first-level divisions. Marks and plates have reserved their boxes before.
//
// parts.labels.countryBlock(shape, room, lines) -> {x, y, text, size, tracking, box} | null
//   the name of a country with room below it for its shift
// parts.labels.insideBlock(shape, room, lines, isOverLabels), besideBlock(shape, room, lines) -> the same
//   where those have no room together: in the country without its name, or beside it with name and leader
// parts.labels.capitals(room, claimedNames) -> [label, ...]
// parts.labels.layout(room, options) -> [label, ...]
// parts.labels.draw(ctx, theme, labels, isSolid)
//   label {kind, text, x, y, style, align, angle, dot: {x, y, kind}}
(function (dl) {
  "use strict";

  const { letters, width, circle, outline } = dl.parts.ink;
  const { inside } = dl.parts.boxes;
  const EDGE = 4;
  const RIVER_GAP = 400;
  const BESIDE = 24; // px from a country to its shift at most
  const WHOLLY_INSIDE = 0.98;
  const MOSTLY_INSIDE = 0.85; // a country's name may not stand over another
  const STEPS = Array.from({ length: 21 }, (_, i) => i - 10);
  const NEARBY = STEPS.flatMap((i) => STEPS.map((j) => [i * 20, j * 18 - 12])).sort((a, b) => Math.hypot(...a) - Math.hypot(...b));
  const STEEPEST = (55 * Math.PI) / 180;

  const STYLES = {
    capital: { size: 12, weight: 600, dot: 4 },
    town1: { size: 11.5, weight: 500, dot: 2.6 },
    town2: { size: 10.5, weight: 400, dot: 2 },
    water: { size: 10.5, weight: 400, italic: true },
    sea: { size: 12, weight: 400, italic: true, tracking: 1.6 },
    beside: { size: 9.5, weight: 600, tracking: 0.4 },
    admin: { size: 9.6, weight: 400, tracking: 0.8 },
  };

  const boxAt = (x, y, wide, size, align) => {
    const l = align === "left" ? x : align === "right" ? x - wide : x - wide / 2;
    return { l: l - 2, t: y - size * 0.86, r: l + wide + 2, b: y + size * 0.3 };
  };

  // Right-up, right-down, left-up, left-down, above, below.
  function townPlaces(x, y, gap, size) {
    return [
      [x + gap, y - 1, "left"], [x + gap, y + size * 0.8, "left"],
      [x - gap, y - 1, "right"], [x - gap, y + size * 0.8, "right"],
      [x, y - gap, "center"], [x, y + gap + size * 0.75, "center"],
    ];
  }

  function tryTown(town, room, memory) {
    const { view, boxes, bounds } = room;
    const x = town.x * view.scale - view.ox;
    const y = town.y * view.scale - view.oy;
    const style = STYLES[town.isCapital ? "capital" : town.isBig ? "town1" : "town2"];
    const size = style.size * room.scale;
    const wide = width(town.name, { ...style, size });
    const dot = { l: x - style.dot - 1, t: y - style.dot - 1, r: x + style.dot + 1, b: y + style.dot + 1 };
    if (!inside(dot, bounds, EDGE) || boxes.meets(dot)) return null;
    const places = townPlaces(x, y, style.dot + 4, size);
    const kept = memory.get(town);
    const order = kept === undefined ? places.keys() : [kept, ...places.keys()];
    for (const n of order) {
      const [tx, ty, align] = places[n];
      const box = boxAt(tx, ty, wide, size, align);
      if (!inside(box, bounds, EDGE) || boxes.meets(box)) continue;
      boxes.add(box, 2);
      boxes.add(dot, 1);
      memory.set(town, n);
      return {
        kind: "town", text: town.name, x: tx, y: ty, align, style: { ...style, size }, box,
        dot: { x, y, isCapital: town.isCapital, r: style.dot },
      };
    }
    return null;
  }

  function shownTowns(world, view, isNarrow) {
    const zoom = view.zoom + 0.3 - (isNarrow ? 0.7 : 0);
    return world.towns.filter((t) => (t.zoom <= zoom || (t.isCapital && view.zoom >= 4))
      && t.x * view.scale > view.ox && t.x * view.scale < view.ox + view.width
      && t.y * view.scale > view.oy && t.y * view.scale < view.oy + view.height);
  }

  // The size of a country's name and the space between its letters follow its area on screen.
  function countryStyle(shape, view, isTracked) {
    const box = shape.box;
    const wide = (box[2] - box[0]) * view.scale;
    const high = (box[3] - box[1]) * view.scale;
    const text = shape.name.toUpperCase();
    const reach = Math.min(wide, high * 2.2);
    // In steps: letters of odd sizes are measured otherwise from one page to another.
    const size = Math.round(2 * Math.max(8.5, Math.min(isTracked ? 17 : 14, reach / 26 + 5))) / 2;
    const plain = width(text, { size, weight: 500, tracking: 0 });
    const room = Math.min(reach * 0.5, plain + text.length * size * 0.45);
    const tracking = Math.round(4 * Math.max(size * 0.04, Math.min(size * 0.4, (room - plain) / text.length))) / 4;
    return { text, size, weight: isTracked ? 600 : 500, tracking, fits: plain + size * 0.04 * text.length < wide * 0.92 };
  }

  function blockPlaces(shape, view, parts) {
    const x = shape.x * view.scale - view.ox;
    const y = shape.y * view.scale - view.oy;
    const found = [[x, y]];
    const [w, n, e, s] = shape.box.map((v, i) => v * view.scale - (i % 2 ? view.oy : view.ox));
    const stepX = Math.max(22, (e - w) / parts);
    const stepY = Math.max(18, (s - n) / parts);
    for (let gx = w + stepX / 2; gx < e; gx += stepX) {
      for (let gy = n + stepY / 2; gy < s; gy += stepY) found.push([gx, gy]);
    }
    const away = ([a, b]) => Math.hypot(a - x, (b - y) * 1.4);
    return found.sort((p, q) => away(p) - away(q));
  }

  // Kept and found anew it is the same number: letters move with the last digit.
  const exact = (px, origin) => Math.round((px + origin) * 64) / 64 - origin;

  function ownsBox(box, area) {
    const share = area.share(box);
    return share >= WHOLLY_INSIDE ? 2 : share;
  }

  // Nearest to the middle of the country, wholly inside it where that can be had.
  function countryBlock(shape, room, below) {
    const { view, boxes, bounds, memory } = room;
    const style = countryStyle(shape, view, below.height > 0);
    if (!style.fits && !below.height) return null;
    const size = style.size * room.scale;
    const wide = Math.max(width(style.text, { ...style, size }), below.width);
    const area = dl.parts.areas.of(view, room.world, shape.id);
    const key = `${shape.name} ${view.zoom} block`;
    const kept = memory.get(key);
    const places = blockPlaces(shape, view, below.height ? 16 : 8);
    const roomy = (shape.box[2] - shape.box[0]) * view.scale > wide * 1.25;
    if (kept) places.unshift([kept.x - view.ox, kept.y - view.oy]);
    let best = null;
    for (const [nearX, nearY] of places) {
      const [x, y] = [exact(nearX, view.ox), exact(nearY, view.oy)];
      const box = {
        l: x - wide / 2 - 3, r: x + wide / 2 + 3, t: y - size * 0.7, b: y + size * 0.5 + below.height,
      };
      if (!inside(box, bounds, below.height ? EDGE : 26) || boxes.meets(box)) continue;
      const share = ownsBox(box, area);
      if (share < (below.height || roomy ? MOSTLY_INSIDE : 0.5)) continue;
      if (!best || share > best.share + 0.01) best = { x, y, box, share };
      if (share === 2) break;
    }
    if (!best) return null;
    memory.set(key, { x: best.x + view.ox, y: best.y + view.oy });
    boxes.add(best.box, 3);
    if (below.height) room.told.add(best.box, 3);
    return {
      kind: "country", text: style.text, x: best.x, y: best.y + size * 0.36, align: "center",
      style: { ...style, size }, box: best.box, belowY: best.y + size * 0.5,
    };
  }

  // Without the name: wholly in the country, else mostly, over labels of countries that nothing is said of.
  function insideBlock(shape, room, below, isOverLabels) {
    const [least, boxes] = isOverLabels ? [MOSTLY_INSIDE, room.told] : [WHOLLY_INSIDE, room.boxes];
    const area = dl.parts.areas.of(room.view, room.world, shape.id);
    return near(shape, room, below, boxes, (box) => area.share(box) >= least);
  }

  // Beside the country, with a leader: there it must have the name, or it would be read of its ground.
  function besideBlock(shape, room, below) {
    const text = shape.name.toUpperCase();
    const style = { ...STYLES.beside, size: STYLES.beside.size * room.scale };
    const high = style.size * 1.3;
    const sized = { width: Math.max(below.width, width(text, style)), height: below.height + high };
    const [west, north, east, south] = shape.main.map((v, i) => v * room.view.scale - (i % 2 ? room.view.oy : room.view.ox));
    const isBeside = (box) => Math.hypot(
      Math.max(west - box.r, box.l - east, 0), Math.max(north - box.b, box.t - south, 0),
    ) <= BESIDE;
    const found = near(shape, room, sized, room.boxes, isBeside) || near(shape, room, sized, room.told, isBeside);
    return found && {
      ...found, kind: "country", text, y: found.box.t + style.size, align: "center", style,
      belowY: found.box.t + high, leader: middleOf(shape, room),
    };
  }

  const middleOf = (shape, { view }) => ({ x: shape.x * view.scale - view.ox, y: shape.y * view.scale - view.oy });

  // The nearest free place to the middle of a country.
  function near(shape, room, below, boxes, isGood) {
    const { x, y } = middleOf(shape, room);
    for (const [dx, dy] of NEARBY) {
      const box = {
        l: x + dx - below.width / 2, r: x + dx + below.width / 2, t: y + dy, b: y + dy + below.height,
      };
      if (!inside(box, room.bounds, EDGE) || boxes.meets(box) || !isGood(box)) continue;
      room.boxes.add(box, 3);
      room.told.add(box, 3);
      return { x: x + dx, belowY: y + dy, box };
    }
    return null;
  }

  function riverLabel([name, number, along, zoom], room, last) {
    const { view, boxes, bounds, world } = room;
    if (view.zoom < zoom) return null;
    const { points } = world.water.rivers[number];
    const at = Math.max(2, Math.min(points.length / 2 - 3, Math.round(along * (points.length / 2))));
    const x = points[at * 2] * view.scale - view.ox;
    const y = points[at * 2 + 1] * view.scale - view.oy;
    if (last.some((p) => Math.hypot(p.x - x, p.y - y) < RIVER_GAP)) return null;
    const ahead = Math.min(points.length / 2 - 1, at + 3) * 2;
    const behind = Math.max(0, at - 3) * 2;
    let angle = Math.atan2(points[ahead + 1] - points[behind + 1], points[ahead] - points[behind]);
    if (Math.abs(angle) > Math.PI / 2) angle -= Math.sign(angle) * Math.PI;
    if (Math.abs(angle) > STEEPEST) return null;
    const size = STYLES.water.size * room.scale;
    const half = width(name, { ...STYLES.water, size }) / 2;
    const high = Math.abs(Math.sin(angle)) * half + size;
    const box = { l: x - half, r: x + half, t: y - high - 3, b: y + high * 0.5 };
    if (!inside(box, bounds, EDGE) || boxes.meets(box)) return null;
    boxes.add(box, 2);
    last.push({ x, y });
    return { kind: "water", text: name, x, y, box, dy: -4, angle, align: "center", style: { ...STYLES.water, size } };
  }

  function pointLabel(place, room, style, kind, lift = 0) {
    const { view, boxes, bounds } = room;
    if (view.zoom + 0.01 < place.zoom) return null;
    const x = place.x * view.scale - view.ox;
    const y = place.y * view.scale - view.oy + lift;
    const size = style.size * room.scale;
    const box = boxAt(x, y, width(place.name, { ...style, size }), size, "center");
    if (!inside(box, bounds, 8) || boxes.meets(box)) return null;
    boxes.add(box, 3);
    return { kind, text: place.name, x, y, align: "center", style: { ...style, size }, box };
  }

  // Before plates and country names, so that neither hides where a government sits.
  function capitals(room, claimedNames) {
    if (!room.world.towns) return [];
    return shownTowns(room.world, room.view, room.isNarrow)
      .filter((t) => t.isCapital && !claimedNames.has(t.name))
      .map((t) => tryTown(t, room, room.towns)).filter(Boolean);
  }

  function layout(room, { countries, claimedNames }) {
    const { view, world } = room;
    const found = [];
    const keep = (label) => label && found.push(label);
    const towns = world.towns ? shownTowns(world, view, room.isNarrow) : [];
    const isNamed = (town) => claimedNames.has(town.name);
    countries.forEach((shape) => keep(countryBlock(shape, room, { width: 0, height: 0 })));
    if (world.water) {
      for (const place of world.water.pointLabels) {
        const isSea = place.kind === "sea";
        keep(pointLabel(place, room, STYLES[isSea ? "sea" : "water"], "water", isSea ? 0 : -7));
      }
      const last = [];
      for (const row of world.water.riverLabels) keep(riverLabel(row, room, last));
    }
    towns.filter((t) => !t.isCapital && !isNamed(t)).forEach((t) => keep(tryTown(t, room, room.towns)));
    if (view.zoom >= 6.5 && world.admin1) {
      const taken = new Set([...found.map((label) => label.text), ...claimedNames]);
      for (const part of world.admin1.values()) {
        part.labels.filter((p) => !taken.has(p.name)).forEach((p) => keep(pointLabel({ ...p, zoom: Math.min(p.zoom, 8) }, room, STYLES.admin, "admin")));
      }
    }
    return found;
  }

  const COLOURS = {
    country: (theme) => theme.map.labelCountry,
    town: (theme) => theme.map.labelTown,
    water: (theme) => theme.map.labelWater,
    admin: (theme) => theme.map.labelAdmin,
  };

  function drawDot(ctx, theme, { x, y, r, isCapital }) {
    ctx.fillStyle = theme.map.halo;
    ctx.fill(circle(x, y, r + 1.2));
    outline(ctx, circle(x, y, r - 0.4), theme.map.labelTown, isCapital ? 1.3 : 1.2);
    if (isCapital) {
      ctx.fillStyle = theme.map.labelTown;
      ctx.fill(circle(x, y, 1.7));
    }
  }

  // Over a ring the halo is solid and hides the line.
  function draw(ctx, theme, labels, isSolid = false) {
    for (const label of labels) {
      const style = {
        ...label.style,
        align: label.align,
        colour: COLOURS[label.kind](theme),
        halo: isSolid ? theme.map.halo : dl.parts.theme.alpha(theme.map.halo, label.kind === "country" ? 0.55 : 0.85),
        haloWidth: isSolid ? 2.6 : 1.4,
      };
      if (label.dot) drawDot(ctx, theme, label.dot);
      ctx.save();
      ctx.translate(label.x, label.y);
      if (label.angle) ctx.rotate(label.angle);
      // Letter spacing leaves a gap after the last letter, which would pull the text to the left.
      letters(ctx, label.text, label.align === "center" ? (label.style.tracking || 0) / 2 : 0, label.dy || 0, style);
      ctx.restore();
    }
  }

  dl.parts.labels = { countryBlock, insideBlock, besideBlock, capitals, layout, draw, boxAt, townPlaces };
})((window.dateline = window.dateline || { parts: {} }));
