// The marks that are drawn now, sorted by how they are drawn, kept up to date mark by mark.
//
// const scene = parts.scene.make(table)
// scene.toggle(i, isDrawn); scene.version() -> changes with every toggle of what is no point
// scene.points -> {size, at(n) -> mark number, in no order}
// scene.bins() -> {grounds, shifts, points, plates: Map country -> numbers, regions, spots,
//   references, mentions, unplaced}, each of ascending mark numbers, made when asked for
(function (dl) {
  "use strict";

  const KINDS = ["grounds", "shifts", "points", "plates", "regions", "spots", "references", "mentions", "unplaced"];
  const POINTS = KINDS.indexOf("points");

  function kindOf(table, i) {
    const form = table.form(i);
    const anchor = table.anchor(i);
    if (form === "ground") return "grounds";
    if (form === "region") return "regions";
    if (form === "reference") return "references";
    if (form === "mention") return "mentions";
    if (anchor === "none") return "unplaced";
    if (form === "shift") return "shifts";
    if (anchor === "country") return "plates";
    if (!table.hasPoint[i]) return "unplaced";
    return anchor === "region" ? "spots" : "points";
  }

  function byCountry(table, numbers) {
    const found = new Map();
    for (const i of numbers) {
      const country = table.text("country", i);
      if (found.has(country)) found.get(country).push(i);
      else found.set(country, [i]);
    }
    return found;
  }

  function make(table) {
    const kinds = new Uint8Array(table.size);
    const sizes = new Uint32Array(KINDS.length);
    for (let i = 0; i < table.size; i += 1) {
      kinds[i] = KINDS.indexOf(kindOf(table, i));
      sizes[kinds[i]] += 1;
    }
    // The members of each kind stand at the front of its array; `place` tells where each stands, so
    // that one goes by being replaced by the last.
    const members = KINDS.map((_, kind) => new Uint32Array(sizes[kind]));
    const counts = new Uint32Array(KINDS.length);
    const place = new Uint32Array(table.size);
    const versions = new Uint32Array(KINDS.length);
    const kept = KINDS.map(() => ({ version: -1, numbers: [] }));
    let version = 0;

    function toggle(i, isDrawn) {
      const kind = kinds[i];
      const all = members[kind];
      versions[kind] += 1;
      if (kind !== POINTS) version += 1;
      if (isDrawn) {
        place[i] = counts[kind];
        all[counts[kind]] = i;
        counts[kind] += 1;
        return;
      }
      counts[kind] -= 1;
      const last = all[counts[kind]];
      all[place[i]] = last;
      place[last] = place[i];
    }

    function numbers(kind) {
      const known = kept[kind];
      if (known.version !== versions[kind]) {
        const sorted = Array.from(members[kind].slice(0, counts[kind]).sort());
        const isGrouped = KINDS[kind] === "plates";
        kept[kind] = { version: versions[kind], numbers: isGrouped ? byCountry(table, sorted) : sorted };
      }
      return kept[kind].numbers;
    }

    const bins = {};
    KINDS.forEach((name, kind) => {
      Object.defineProperty(bins, name, { enumerable: true, get: () => numbers(kind) });
    });

    return {
      toggle,
      bins: () => bins,
      version: () => version,
      points: {
        get size() {
          return counts[POINTS];
        },
        at: (n) => members[POINTS][n],
        isPoint: (i) => kinds[i] === POINTS,
      },
    };
  }

  dl.parts.scene = { make };
})((window.dateline = window.dateline || { parts: {} }));
