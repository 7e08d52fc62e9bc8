// Where the plates of countries stand: inside their country where they fit, else beside it with a thin
// line, the nearer the better, and with fewer details the less room there is. Never over each other.
//
// parts.seats.place(wanted, room) -> [{...layout, country, title, box, anchor, isInside}, ...]
//   wanted: [{country, title, shape, area, layouts: {full(), list(), short(), line()}}, ...] from plates.js and
//   areas.js; room as in marks.js, with others(country) -> areas of other countries that are spoken of
//   A seat is remembered for the zoom, so that it stays put while time moves.
(function (dl) {
  "use strict";

  const { meets, inside, take } = dl.parts.boxes;
  const EDGE = 6; // px from the edge of the window
  const APART = 6; // px between a plate and what else is told
  const STEPS = [14, 20]; // px between places near the country, and all over the window
  // How much of a plate must stand in its country. With all symbols it may reach over neighbours that
  // nobody speaks of, where the window is large enough for its brackets to tell whose it is; elsewhere
  // what lies half over neighbours would be read of them, and less is told before that.
  const HOME = [["full", 0.85], ["full", 0.5], ["list", 0.85], ["short", 0.85], ["list", 0.72], ["short", 0.72], ["line", 0.85], ["line", 0.72]];
  const NARROW_SHARE = 0.72;
  const LEAST_KEPT = 0.45;
  const [ASIDE, HALF_WAY] = [0.06, 0.72]; // of one that stands beside: between them it would hide the border
  const STRAY = 0.02; // of a plate, over another country that is spoken of
  const NARROW = { wide: 0.62, high: 0.34 }; // of the window, at most
  const LARGEST = { wide: 0.5, high: 0.5 };
  const LARGEST_FULL = 0.16; // of the window's area
  const LARGEST_OUTSIDE = 0.06;
  const FAR = 300; // px away counts as much as a line across marks
  const LINE_STEP = 7;

  // Nearness comes before details: the less is told, the farther off it stands; then over countries and
  // names of which something else is told, and at last over marks. The cost compares whole frames.
  const TRIES = [
    { level: "full", away: 30, over: "boxes", cost: 0 }, { level: "list", away: 45, over: "boxes", cost: 0 },
    { level: "line", away: 30, over: "boxes", cost: 30 }, { level: "list", away: 90, over: "boxes", cost: 10 },
    { level: "line", away: 90, over: "boxes", cost: 40 }, { level: "list", away: 140, over: "boxes", cost: 30 },
    { level: "line", away: 45, over: "boxes", cost: 80, isLoose: true }, { level: "line", away: 60, over: "told", cost: 120 },
    { level: "line", away: Infinity, over: "boxes", cost: 150 }, { level: "line", away: Infinity, over: "told", cost: 300 },
    { level: "line", away: Infinity, over: "controls", cost: 500, isLoose: true },
  ];
  const UNSEATED = 2000;
  const ORDERS = [(a, b) => a.shape.area - b.shape.area, (a, b) => b.shape.area - a.shape.area, (a, b) => a.shape.x - b.shape.x];

  const clamped = (value, least, most) => Math.max(least, Math.min(most, value));

  function middleOf({ shape }, { view }) {
    return { x: shape.x * view.scale - view.ox, y: shape.y * view.scale - view.oy };
  }

  function mainBox({ shape }, { view }) {
    const [l, t, r, b] = shape.main.map((v, i) => v * view.scale - (i % 2 ? view.oy : view.ox));
    return { l, t, r, b };
  }

  const sizeOf = ({ l, t, r, b }) => ({ width: r - l, height: b - t });

  function isAllowed(layout, level, isInside, { bounds, isNarrow }) {
    const window = sizeOf(bounds);
    const most = isNarrow ? NARROW : LARGEST;
    if (level === "line") return true;
    if (layout.width > window.width * most.wide || layout.height > window.height * most.high) return false;
    if (level === "list" || level === "short") return true;
    const share = (layout.width * layout.height) / (window.width * window.height);
    return share <= (isInside ? LARGEST_FULL : LARGEST_OUTSIDE) && !(isNarrow && !isInside);
  }

  // Places around the country, at most so far from it.
  function* placesAround(layout, country, { bounds, view }, away) {
    const step = STEPS[away === Infinity ? 1 : 0];
    const [l, r] = [bounds.l + EDGE, bounds.r - EDGE - layout.width];
    const [t, b] = [bounds.t + EDGE, bounds.b - EDGE - layout.height];
    const left = clamped(country.l - away - layout.width, l, r);
    const right = clamped(country.r + away, l, r);
    const top = clamped(country.t - away - layout.height, t, b);
    const bottom = clamped(country.b + away, t, b);
    for (let x = left; x <= right; x += step) {
      for (let y = top; y <= bottom; y += step) {
        // On whole pixels of the world: kept and found anew it is the same place.
        const [px, py] = [Math.round(x + view.ox) - view.ox, Math.round(y + view.oy) - view.oy];
        yield { l: px, t: py, r: px + layout.width, b: py + layout.height };
      }
    }
  }

  // Places in the country that reach over its box by so much at most.
  const placesIn = ({ width, height, ...layout }, { l, t, r, b }, room, over) => placesAround({ ...layout, width, height }, {
    l: l + width - over, t: t + height - over, r: Math.max(l - over, r - width + over), b: Math.max(t - over, b - height + over),
  }, room, 0);

  // The name of the country wants the middle of it.
  function coversMiddle(box, { x, y }) {
    const wide = Math.min(box.r, x + 70) - Math.max(box.l, x - 70);
    const high = Math.min(box.b, y + 36) - Math.max(box.t, y - 16);
    return wide > 0 && high > 0 ? (wide * high) / (140 * 52) : 0;
  }

  const nearestIn = (box, { x, y }) => ({ x: clamped(x, box.l, box.r), y: clamped(y, box.t, box.b) });

  function isAstray(box, one, room) {
    return room.others(one.country).some((area) => area.box && meets(box, area.box) && area.share(box) > STRAY);
  }

  function seatInside(one, layout, room, seated, leastShare) {
    const middle = middleOf(one, room);
    const country = mainBox(one, room);
    const { width, height } = sizeOf(country);
    if (layout.width * leastShare > width || layout.height * leastShare > height) return null;
    let best = null;
    let least = Infinity;
    for (const box of placesIn(layout, country, room, (1 - leastShare) * Math.min(layout.width, layout.height))) {
      if (room.boxes.meets(box) || seated.meets(box)) continue;
      const share = one.area.share(box);
      if (share < leastShare || isAstray(box, one, room)) continue;
      const away = Math.hypot((box.l + box.r) / 2 - middle.x, (box.t + box.b) / 2 - middle.y);
      const cost = away / 260 - share * 3 + coversMiddle(box, middle) * 1.5;
      if (cost < least) [best, least] = [box, cost];
    }
    return best;
  }

  // How often the line from a plate to its country meets what is told; none may lead across a plate.
  function crossings(from, to, told, seated) {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    let count = 0;
    for (let at = LINE_STEP; at < length - 4; at += LINE_STEP) {
      const [x, y] = [from.x + ((to.x - from.x) * at) / length, from.y + ((to.y - from.y) * at) / length];
      const point = { l: x - 1, t: y - 1, r: x + 1, b: y + 1 };
      if (seated.meets(point)) return Infinity;
      if (told.meets(point)) count += 1;
    }
    return count;
  }

  function seatBeside(one, layout, room, seated, { away, over, cost: extra, isLoose }) {
    const middle = middleOf(one, room);
    const country = mainBox(one, room);
    const window = { x: (room.bounds.l + room.bounds.r) / 2, y: (room.bounds.t + room.bounds.b) / 2 };
    // Of a country that reaches beyond the window the part that is seen counts.
    const target = inside({ l: middle.x, t: middle.y, r: middle.x, b: middle.y }, room.bounds) ? middle : nearestIn(country, window);
    let best = null;
    let least = Infinity;
    for (const box of placesAround(layout, country, room, away)) {
      if (room[over].meets(box) || seated.meets(box)) continue;
      const share = one.area.share(box);
      if (layout.level !== "line" && share > ASIDE && share < HALF_WAY) continue;
      const from = nearestIn(box, target);
      let cost = Math.hypot(target.x - from.x, target.y - from.y) - share * 40;
      if (cost >= least || (!isLoose && isAstray(box, one, room))) continue;
      cost += (crossings(from, target, room.told, seated) * FAR) / 10;
      if (cost < least) [best, least] = [box, cost];
    }
    return best && { box: best, cost: least + extra };
  }

  function kept(one, room, seated) {
    const known = room.memory.get(`${one.country} ${room.view.zoom}`);
    if (!known) return null;
    const layout = one.layouts[known.level]();
    const [l, t] = [known.x - room.view.ox, known.y - room.view.oy];
    const box = { l, t, r: l + layout.width, b: t + layout.height };
    if (!isAllowed(layout, known.level, known.isInside, room)) return null;
    const isFree = inside(box, room.bounds) && !room[known.over].meets(box) && !seated.meets(box);
    const isHere = known.isInside ? one.area.share(box) > LEAST_KEPT : known.isLoose || !isAstray(box, one, room);
    return isFree && isHere ? { ...known, layout, box } : null;
  }

  function atHome(one, room, seated) {
    for (const [level, share] of HOME) {
      const layout = one.layouts[level]();
      if (!isAllowed(layout, level, true, room) || (room.isNarrow && share < NARROW_SHARE)) continue;
      const box = seatInside(one, layout, room, seated, share);
      if (box) return { level, layout, box, over: "boxes", isInside: true };
    }
    return null;
  }

  function beside(one, room, seated, isAlone) {
    for (const attempt of TRIES) {
      const { level, over, isLoose = false } = attempt;
      const layout = one.layouts[level]();
      if (!isAllowed(layout, level, false, room) || (level === "full" && !isAlone)) continue;
      const found = seatBeside(one, layout, room, seated, attempt);
      if (found) return { ...found, level, layout, over, isLoose, isInside: one.area.share(found.box) >= HALF_WAY };
    }
    return null;
  }

  function seatedBoxes(found) {
    const seated = dl.parts.boxes.make();
    for (const { box } of found.values()) seated.add(box, APART);
    return seated;
  }

  // Who takes a place first decides where the others can stand: of a few orders the best.
  function allBeside(waiting, room, found) {
    let best = new Map();
    let least = Infinity;
    const isAlone = found.size + waiting.length === 1;
    for (const order of ORDERS) {
      const seated = seatedBoxes(found);
      const seats = new Map();
      let cost = 0;
      for (const one of [...waiting].sort(order)) {
        const at = beside(one, room, seated, isAlone);
        cost += at ? at.cost : UNSEATED;
        if (at) {
          seats.set(one, at);
          seated.add(at.box, APART);
        }
      }
      if (cost < least) [best, least] = [seats, cost];
      if (waiting.length < 2) break;
    }
    return best;
  }

  function remember({ country }, { box, level, over, isInside, isLoose }, { memory, view }) {
    memory.set(`${country} ${view.zoom}`, {
      x: Math.round(box.l + view.ox), y: Math.round(box.t + view.oy), level, over, isInside, isLoose,
    });
  }

  // First those that stand where they stood; then who has room at home; then the others.
  function place(wanted, room) {
    const found = new Map();
    const seated = dl.parts.boxes.make();
    for (const seatOf of [kept, atHome]) {
      for (const one of wanted) {
        const at = found.has(one) ? null : seatOf(one, room, seated);
        if (!at) continue;
        found.set(one, at);
        seated.add(at.box, APART);
      }
    }
    for (const [one, at] of allBeside(wanted.filter((one) => !found.has(one)), room, found)) found.set(one, at);
    return wanted.filter((one) => found.has(one)).map((one) => {
      const { layout, box, isInside } = found.get(one);
      remember(one, found.get(one), room);
      take(room, box, APART);
      return { ...layout, country: one.country, title: one.title, box, isInside, anchor: landing(box, middleOf(one, room), one.area, room) };
    });
  }

  // The first point of the country on the way from the plate to its middle, clear of marks.
  function landing(box, middle, area, { told }) {
    const { x, y } = nearestIn(box, middle);
    const length = Math.hypot(middle.x - x, middle.y - y);
    let first = null;
    for (let at = 0; at < length; at += 3) {
      const [px, py] = [x + ((middle.x - x) * at) / length, y + ((middle.y - y) * at) / length];
      if (!area.holds(px, py)) continue;
      first = first || { x: px, y: py, at };
      const isClear = at > first.at + 5 && !told.meets({ l: px - 3, t: py - 3, r: px + 3, b: py + 3 });
      if (isClear) return { x: px, y: py };
    }
    return first || middle;
  }

  dl.parts.seats = { place, landing };
})((window.dateline = window.dateline || { parts: {} }));
