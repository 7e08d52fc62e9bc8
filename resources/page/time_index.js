// Which marks are drawn on the half-open days [start, end) as known by day K, kept up to date from
// one date to the next.
//
// const index = parts.timeIndex.make(table)
// index.move({start, end}, known, hiddenLayers, onChange)   onChange(i, isDrawn) for each mark that
//   changed
// index.has(i), index.count(), index.list() -> numbers of the marks drawn, ascending
//
// A mark is drawn where vs < end, start < ve and ks <= K < ke. Between two dates only those can change
// that have one of the four edges between them; four orders, one by each edge, tell which. Where
// these are many, one sweep over the marks in the order in which they lie in memory costs less than
// going to each: a far look-up takes as long as some three near ones. Marks lie in order of their
// start, so whole blocks of them have ended before the first day shown, and are passed over.
(function (dl) {
  "use strict";

  const FAR_COST = 3;
  const BLOCK = 256; // marks
  const WIDEST = 1 << 21; // days; beyond it counting would take more memory than sorting

  // Numbers of the marks by a value, ascending; equal ones stay in their order.
  function order(values) {
    const { FIRST, LAST } = dl.parts.days;
    const size = values.length;
    let [least, most] = [Infinity, -Infinity];
    for (let i = 0; i < size; i += 1) {
      if (values[i] <= FIRST || values[i] >= LAST) continue;
      least = Math.min(least, values[i]);
      most = Math.max(most, values[i]);
    }
    if (least > most) [least, most] = [0, 0];
    const sorted = Uint32Array.from({ length: size }, (_, i) => i);
    if (most - least > WIDEST) return sorted.sort((a, b) => values[a] - values[b] || a - b);
    const slot = (value) => (value < least ? 0 : value > most ? most - least + 2 : value - least + 1);
    const ends = new Uint32Array(most - least + 4);
    for (let i = 0; i < size; i += 1) ends[slot(values[i]) + 1] += 1;
    for (let n = 1; n < ends.length; n += 1) ends[n] += ends[n - 1];
    for (let i = 0; i < size; i += 1) {
      const n = slot(values[i]);
      sorted[ends[n]] = i;
      ends[n] += 1;
    }
    return sorted;
  }

  // How many values, in the given order, are at most the day.
  function countUpTo(values, sorted, day) {
    let low = 0;
    let high = values.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[sorted ? sorted[middle] : middle] <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // The stretches of the orders in which the edges between two dates lie.
  function stretch(values, sorted, from, to) {
    const start = countUpTo(values, sorted, Math.min(from, to));
    return { sorted, start, end: countUpTo(values, sorted, Math.max(from, to)) };
  }

  // The last end in each block.
  function lastEnds(ve) {
    const found = new Int32Array(Math.ceil(ve.length / BLOCK)).fill(-(2 ** 31));
    for (let i = 0; i < ve.length; i += 1) {
      const block = Math.floor(i / BLOCK);
      if (ve[i] > found[block]) found[block] = ve[i];
    }
    return found;
  }

  const sameSet = (a, b) => a.size === b.size && [...a].every((one) => b.has(one));

  function make(table) {
    const { vs, ve, ks, ke, size } = table;
    const { layer } = table.columns;
    const drawn = new Uint8Array(size);
    const isOff = new Uint8Array(256);
    const ends = lastEnds(ve);
    const counts = new Uint16Array(ends.length); // of marks drawn, by block
    const byEnd = order(ve);
    let byKnown = null; // made when K first moves: mostly it never does
    let byForgotten = null;
    let now = null;
    let count = 0;

    function isAt(i, { start, end }, known) {
      return vs[i] < end && start < ve[i] && ks[i] <= known && known < ke[i] && !isOff[layer[i]] ? 1 : 0;
    }

    function sweep({ start, end }, known, onChange) {
      const begun = countUpTo(vs, null, end - 1);
      const last = Math.max(begun, now ? countUpTo(vs, null, now.during.end - 1) : 0);
      for (let i = 0; i < last; i += 1) {
        const block = Math.floor(i / BLOCK);
        if (i % BLOCK === 0 && ends[block] <= start && counts[block] === 0) {
          i += BLOCK - 1;
          continue;
        }
        const is = (i < begun) & (start < ve[i]) & (ks[i] <= known) & (known < ke[i]) & (isOff[layer[i]] ^ 1);
        if (is !== drawn[i]) change(i, is, onChange);
      }
    }

    function change(i, is, onChange) {
      drawn[i] = is;
      count += is ? 1 : -1;
      counts[Math.floor(i / BLOCK)] += is ? 1 : -1;
      onChange(i, is === 1);
    }

    function visit({ sorted, start, end }, during, known, onChange) {
      for (let at = start; at < end; at += 1) {
        const i = sorted ? sorted[at] : at;
        const is = isAt(i, during, known);
        if (is !== drawn[i]) change(i, is, onChange);
      }
    }

    function stretches(during, known) {
      const found = [
        stretch(vs, null, now.during.end - 1, during.end - 1), stretch(ve, byEnd, now.during.start, during.start),
      ];
      if (known !== now.known) {
        byKnown = byKnown || order(ks);
        byForgotten = byForgotten || order(ke);
        found.push(stretch(ks, byKnown, now.known, known), stretch(ke, byForgotten, now.known, known));
      }
      return found;
    }

    function move(during, known, hidden, onChange = () => {}) {
      const isSameLayers = now !== null && sameSet(now.hidden, hidden);
      dl.parts.table.LAYERS.forEach((name, n) => { isOff[n] = hidden.has(name) ? 1 : 0; });
      const parts = isSameLayers ? stretches(during, known) : null;
      const far = parts ? parts.reduce((sum, { start, end }) => sum + end - start, 0) : Infinity;
      if (far * FAR_COST < size) parts.forEach((part) => visit(part, during, known, onChange));
      else sweep(during, known, onChange);
      now = { during, known, hidden: new Set(hidden) };
    }

    function list() {
      const found = [];
      for (let block = 0; found.length < count; block += 1) {
        if (counts[block] === 0) continue;
        const end = Math.min(size, (block + 1) * BLOCK);
        for (let i = block * BLOCK; i < end; i += 1) if (drawn[i]) found.push(i);
      }
      return found;
    }

    return { move, has: (i) => drawn[i] === 1, count: () => count, list };
  }

  dl.parts.timeIndex = { make, order, countUpTo };
})((window.dateline = window.dateline || { parts: {} }));
