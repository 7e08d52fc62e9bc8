// Marks in a crowd, counted by places of the screen's size: what is drawn where single symbols would
// cover each other. The counts are kept up to date mark by mark, so a date costs what it changes.
//
// const cells = parts.cells.make(table, points)   points as in scene.js
// cells.fit(scale)            makes the places for a scale; they hold still while time moves
// cells.toggle(i, isDrawn)
// cells.inView(view) -> {numbers of the places in it, kept: Map for what is made of them}, the same for
//   the same view; cells.x[n], y[n] on the unit square
// cells.isFull(view, most, mostPlaces) -> whether surely more marks than so many stand in it, or at more places
// cells.version(n) -> changes with every mark that comes or goes
// cells.count(n), cells.members(n) -> ascending mark numbers, cells.one(n) -> any of them
// cells.shares(n), cells.sharesAmong(mark numbers) -> a number with eighths by actor as digits of
//   nine, the first of parts.cells.CODES last; parts.cells.sharesOf(number) -> [[code, eighths], ...],
//   which are eight in all
(function (dl) {
  "use strict";

  const SIDE_PX = 52;
  const APART_PX = 38; // nearer ones would cover each other
  const COLUMNS = 65536;
  const BEYOND_PX = 60;
  const FARTHEST_PX = SIDE_PX * Math.SQRT2 + APART_PX; // of a mark from its place
  const CODES = Object.keys(dl.parts.theme.of("light").actor).sort();
  const EIGHTHS = 8; // as many as there are actors with a colour
  const STALE = -1;
  const OTHER = CODES.indexOf("XX");

  // A table from cells of the grid to numbers in the order in which they are met.
  function numbering(most) {
    let slots = 16;
    while (slots < most * 2) slots *= 2;
    const keys = new Float64Array(slots).fill(-1);
    const values = new Uint32Array(slots);
    const slotOf = (key) => {
      let at = (Math.imul(key % 4294967296, 2654435769) >>> 0) % slots;
      while (keys[at] !== -1 && keys[at] !== key) at = (at + 1) % slots;
      return at;
    };
    let size = 0;
    return {
      size: () => size,
      number(key) {
        const at = slotOf(key);
        if (keys[at] === -1) {
          keys[at] = key;
          values[at] = size;
          size += 1;
        }
        return values[at];
      },
      find(key) {
        const at = slotOf(key);
        return keys[at] === -1 ? -1 : values[at];
      },
    };
  }

  // Sums of all marks that ever stand in each cell: places must not move while time does.
  function measure(table, rows, scale) {
    const side = SIDE_PX / scale;
    const cells = numbering(Math.min(rows.length, 4194304));
    const of = new Uint32Array(rows.length);
    const sums = { x: [], y: [], total: [], key: [] };
    for (let n = 0; n < rows.length; n += 1) {
      const [x, y] = [table.x[rows[n]], table.y[rows[n]]];
      const key = Math.floor(y / side) * COLUMNS + Math.floor(x / side) + 1;
      const cell = cells.number(key);
      of[n] = cell;
      if (cell === sums.key.length) {
        sums.key.push(key);
        sums.x.push(0);
        sums.y.push(0);
        sums.total.push(0);
      }
      sums.x[cell] += x;
      sums.y[cell] += y;
      sums.total[cell] += 1;
    }
    return { of, sums, cells };
  }

  // The fuller of two near places takes the other in.
  function join({ sums, cells }, scale) {
    const size = sums.key.length;
    const x = Float64Array.from(sums.x, (sum, n) => sum / sums.total[n]);
    const y = Float64Array.from(sums.y, (sum, n) => sum / sums.total[n]);
    const into = new Int32Array(size).fill(-1);
    const order = Uint32Array.from({ length: size }, (_, n) => n)
      .sort((a, b) => sums.total[b] - sums.total[a] || sums.key[a] - sums.key[b]);
    for (const cell of order) {
      let host = cell;
      let least = APART_PX / scale;
      for (const step of [-COLUMNS - 1, -COLUMNS, -COLUMNS + 1, -1, 1, COLUMNS - 1, COLUMNS, COLUMNS + 1]) {
        const other = cells.find(sums.key[cell] + step);
        if (other < 0 || into[other] !== other) continue;
        const away = Math.hypot(x[other] - x[cell], y[other] - y[cell]);
        if (away < least) [host, least] = [other, away];
      }
      into[cell] = host;
    }
    return { into, x, y };
  }

  function pointRows(table, points) {
    const rows = [];
    for (let i = 0; i < table.size; i += 1) if (points.isPoint(i)) rows.push(i);
    return Uint32Array.from(rows);
  }

  function classes(table) {
    const { code } = table.columns;
    const known = new Map();
    return Uint8Array.from(code, (number, i) => {
      if (!known.has(number)) {
        const found = CODES.indexOf(table.text("code", i));
        known.set(number, found < 0 ? OTHER : found);
      }
      return known.get(number);
    });
  }

  const exact = new Float64Array(CODES.length);
  const rounded = new Int32Array(CODES.length);

  // Counts of the actors as eighths, of `tally` from `at` on. The largest remainder gets what rounding
  // leaves; nobody who is there is left out. Asked for each place that changes: it makes no garbage.
  function eighths(tally, at) {
    const size = CODES.length;
    let total = 0;
    for (let c = 0; c < size; c += 1) total += tally[at + c];
    let rest = EIGHTHS;
    for (let c = 0; c < size; c += 1) {
      exact[c] = (EIGHTHS * tally[at + c]) / total;
      rounded[c] = exact[c] ? Math.max(1, Math.floor(exact[c])) : 0;
      rest -= rounded[c];
    }
    while (rest) {
      const step = Math.sign(rest);
      let best = -1;
      for (let c = 0; c < size; c += 1) {
        const isFree = step > 0 ? rounded[c] > 0 : rounded[c] > 1;
        const isBetter = best < 0 || step * (exact[c] - rounded[c]) > step * (exact[best] - rounded[best]);
        if (isFree && isBetter) best = c;
      }
      rounded[best] += step;
      rest -= step;
    }
    let number = 0;
    for (let c = size - 1; c >= 0; c -= 1) number = number * (EIGHTHS + 1) + rounded[c];
    return number;
  }

  function sharesOf(number) {
    const found = [];
    let rest = number;
    for (const code of CODES) {
      const share = rest % (EIGHTHS + 1);
      if (share) found.push([code, share]);
      rest = Math.floor(rest / (EIGHTHS + 1));
    }
    return found;
  }

  function make(table, points) {
    const rows = pointRows(table, points);
    const classOf = classes(table);
    const placeOf = new Uint32Array(table.size);
    // The members of a place are a chain through `next` and `before`; 0 ends it, so marks count from 1.
    const next = new Uint32Array(table.size + 1);
    const before = new Uint32Array(table.size + 1);
    const cells = { x: null, y: null, scale: 0 };
    let [first, counts, tally, shares] = [null, null, null, null];
    let versions = null;
    let seen = { view: null, numbers: [], inner: [], kept: new Map() };

    function toggle(i, isDrawn) {
      if (!cells.scale) return;
      const place = placeOf[i];
      const mark = i + 1;
      const step = isDrawn ? 1 : -1;
      counts[place] += step;
      tally[place * CODES.length + classOf[i]] += step;
      shares[place] = STALE;
      versions[place] += 1;
      if (isDrawn) {
        const after = first[place];
        next[mark] = after;
        before[mark] = 0;
        before[after] = mark;
        first[place] = mark;
        return;
      }
      if (before[mark]) next[before[mark]] = next[mark];
      else first[place] = next[mark];
      before[next[mark]] = before[mark];
    }

    cells.toggle = toggle;

    cells.fit = (scale) => {
      if (scale === cells.scale) return;
      const measured = measure(table, rows, scale);
      const { into, x, y } = join(measured, scale);
      rows.forEach((i, n) => { placeOf[i] = into[measured.of[n]]; });
      first = new Uint32Array(x.length);
      counts = new Uint32Array(x.length);
      tally = new Uint32Array(x.length * CODES.length);
      shares = new Float64Array(x.length).fill(STALE);
      versions = new Uint32Array(x.length);
      Object.assign(cells, { x, y, scale });
      seen = { view: null, numbers: [], inner: [], kept: new Map() };
      for (let n = 0; n < points.size; n += 1) toggle(points.at(n), true);
    };

    cells.inView = (view) => {
      if (seen.view === view) return seen;
      seen = { view, numbers: [], inner: [], kept: new Map() };
      for (let n = 0; n < cells.x.length; n += 1) {
        const [x, y] = [cells.x[n] * view.scale - view.ox, cells.y[n] * view.scale - view.oy];
        const isWithin = (px) => x > -px && y > -px && x < view.width + px && y < view.height + px;
        if (isWithin(BEYOND_PX)) seen.numbers.push(n);
        if (isWithin(BEYOND_PX - FARTHEST_PX)) seen.inner.push(n);
      }
      return seen;
    };

    cells.isFull = (view, most, mostPlaces) => {
      if (cells.scale !== view.scale) return false;
      let [total, places] = [0, 0];
      for (const n of cells.inView(view).inner) {
        total += counts[n];
        if (counts[n]) places += 1;
      }
      return total > most || places > mostPlaces;
    };

    cells.version = (n) => versions[n];

    cells.count = (n) => counts[n];
    cells.one = (n) => first[n] - 1;

    cells.members = (n) => {
      const found = [];
      for (let mark = first[n]; mark; mark = next[mark]) found.push(mark - 1);
      return found.sort((a, b) => a - b);
    };

    cells.shares = (n) => {
      if (shares[n] === STALE) shares[n] = eighths(tally, n * CODES.length);
      return shares[n];
    };

    cells.sharesAmong = (all) => {
      const found = new Uint32Array(CODES.length);
      for (const i of all) found[classOf[i]] += 1;
      return eighths(found, 0);
    };

    return cells;
  }

  dl.parts.cells = { make, sharesOf, CODES };
})((window.dateline = window.dateline || { parts: {} }));
