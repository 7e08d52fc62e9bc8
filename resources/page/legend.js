// The legend of what is drawn now, with its totals.
//
// parts.legend.entries(state) -> [{group, total, rows: [{spec | ground | region | sign, text}]}]
// parts.legend.seen(state) -> Set of marks in the window
// parts.legend.countOutside(state) -> how many placed marks are not in the window
// parts.legend.picture(theme, row, scale) -> canvas
// parts.legend.make(state) -> element
(function (dl) {
  "use strict";

  const { element } = dl.parts.controls;
  const SAMPLE = { disc: 13, ring: 13, isKnown: true, isOpen: false };
  const HALVES = new Set(["All marks", "Regions", "Mentions"]); // short enough for two side by side
  const SAMPLE_SIZE = { size: SAMPLE };
  const BASE_WORDS = {
    to_open: "base to open", opens: "base opens", operates: "base operates", to_close: "base to close",
    closed: "base closed", to_hand_over: "base to be handed over", handed_over: "base handed over",
  };
  const TROOP_WORDS = {
    to_arrive: "to arrive, planned", arriving: "arriving", present: "present",
    to_withdraw: "to withdraw, planned", withdrawing: "leaving", gone: "gone",
  };

  function plain(state, i) {
    const spec = dl.parts.sprites.spec(state.table, i, { on: state.on, k: state.room.k });
    return { ...spec, flag: null, ticks: [], isSuggested: false, isDisputed: false, isHatched: false, strength: 1 };
  }

  function addOnce(rows, key, row) {
    if (!rows.has(key)) rows.set(key, row);
  }

  function alignmentRows(state, bins) {
    const rows = new Map();
    const { table } = state;
    for (const i of bins.grounds) {
      const pole = table.pole(i);
      addOnce(rows, pole, { ground: { pole, second: "" }, text: `turned toward ${dl.parts.words.pole(pole)} last` });
    }
    const differs = bins.grounds.find((i) => table.second(i));
    if (differs !== undefined) {
      rows.set("hatch", {
        ground: { pole: table.pole(differs), second: table.second(differs) }, text: "ties with another too, or turned away since",
      });
    }
    for (const i of bins.shifts) addOnce(rows, shiftWords(table, i), { spec: plain(state, i), text: shiftWords(table, i) });
    return [...rows.values()];
  }

  // Only what is known of a turn is told: one whose day is uncertain may lie outside the 90 days.
  function shiftWords(table, i) {
    const certainty = table.text("cert", i);
    const what = table.text("state", i) === "coup" ? "coup or takeover" : "shift";
    if (certainty === "planned") return `${what} intended, said in the last 90 days`;
    if (certainty === "possible") return `${what} on a day not known, perhaps in the last 90 days`;
    return `${what} in the last 90 days${what === "shift" ? ", not a direction on the map" : ""}`;
  }

  function troopRows(state, numbers) {
    const rows = new Map();
    const { table } = state;
    const isRange = (i) => (table.high[i] !== table.low[i] || table.open[i] ? 1 : 0);
    const { docs_at: at } = table.columns;
    const docs = (i) => at[i + 1] - at[i];
    const telling = [...numbers].sort((a, b) => isRange(b) - isRange(a) || docs(b) - docs(a));
    for (const i of telling) {
      const kind = table.low[i] < 0 ? "unknown" : "count";
      const name = table.text("state", i);
      // Of thousands only those are looked at that add a row.
      if (rows.has(kind) && (name === "present" || rows.has(name))) continue;
      const spec = plain(state, i);
      const sample = { ...spec, size: SAMPLE };
      if (kind === "unknown") addOnce(rows, "unknown", { spec: { ...spec, state: "present" }, text: "number unknown" });
      else {
        const spread = isRange(i) === 1;
        const size = spread ? { ...SAMPLE, ring: 17, isOpen: spec.size.isOpen } : SAMPLE;
        const range = { ...spec, size, state: "present" };
        addOnce(rows, "count", {
          spec: { ...range, ticks: spread ? ["dot", "bar", "arrow"] : [] },
          text: spread ? "disc: lowest count, ring: highest, a tick for each source" : "circle: number of people, by area",
        });
      }
      if (spec.state !== "present") {
        addOnce(rows, spec.state, { spec: sample, text: TROOP_WORDS[spec.state] || spec.state });
      }
    }
    return [...rows.values()];
  }

  function baseRows(state, numbers, references) {
    const rows = new Map();
    for (const i of numbers) {
      const name = state.table.text("state", i);
      if (!rows.has(name)) rows.set(name, { spec: plain(state, i), text: BASE_WORDS[name] || name });
    }
    if (references.length) {
      rows.set("reference", { spec: plain(state, references[0]), text: "known base, no claim here" });
    }
    return [...rows.values()];
  }

  function commonRows(state, all) {
    const { table } = state;
    const rows = [];
    const suggested = all.find((i) => table.review(i) === "suggested");
    if (suggested !== undefined) {
      rows.push({ spec: { ...plain(state, suggested), ...SAMPLE_SIZE, isSuggested: true }, text: "not yet reviewed" });
    }
    const stacked = all.find((i) => state.under.has(i));
    if (stacked !== undefined) {
      rows.push({ spec: { ...plain(state, stacked), ...SAMPLE_SIZE }, text: "last of several states in these days" });
    }
    const old = all.find((i) => dl.parts.sprites.ageOf(table, i, state.on) > 60);
    if (old !== undefined) {
      rows.push({ spec: { ...plain(state, old), ...SAMPLE_SIZE, isHatched: true, state: "present" }, text: "no report for over 60 days" });
    }
    return rows;
  }

  // Only what stands on the map as it is now: marks outside the window are in no legend.
  function drawnNow({ frame, room, table }) {
    const marks = new Set();
    for (const item of frame.items) (item.kind === "cluster" ? item.all : [item.i]).forEach((i) => marks.add(i));
    for (const plate of frame.plates) plate.cells.forEach((cell) => cell.all.forEach((i) => marks.add(i)));
    for (const row of frame.rows) marks.add(row.i);
    const countries = new Set(room.bins.grounds.map((i) => table.text("country", i)).filter((code) => {
      if (!room.world.coarse) return false;
      return room.world.countries(code, room.view.zoom).found.some((c) => dl.parts.basemap.meets(room.view, c.main, 0));
    }));
    return { marks, countries };
  }

  // The marks that stand in the window, and the grounds of the countries that do.
  function seen(state) {
    const { marks, countries } = drawnNow(state);
    const grounds = state.room.bins.grounds.filter((i) => countries.has(state.table.text("country", i)));
    return new Set([...marks, ...grounds]);
  }

  // How many placed marks lie outside the window; what is said of a country lies where its plate does.
  function countOutside({ table, room, frame, scene }) {
    const { bins, view, bounds } = room;
    const isOut = (i) => {
      const [x, y] = [table.x[i] * view.scale - view.ox, table.y[i] * view.scale - view.oy];
      return x < bounds.l || y < bounds.t || x > bounds.r || y > bounds.b;
    };
    let count = bins.spots.filter(isOut).length;
    for (let n = 0; n < scene.points.size; n += 1) if (isOut(scene.points.at(n))) count += 1;
    const plated = new Set(frame.plates.map(({ country }) => country));
    for (const [country, numbers] of bins.plates) if (!plated.has(country)) count += numbers.length;
    return count;
  }

  function entries(state) {
    const { table, room } = state;
    const seen = drawnNow(state);
    const bins = {
      ...room.bins,
      grounds: room.bins.grounds.filter((i) => seen.countries.has(table.text("country", i))),
      shifts: room.bins.shifts.filter((i) => seen.marks.has(i)),
      references: room.bins.references.filter((i) => seen.marks.has(i)),
    };
    const placed = [...seen.marks].filter((i) => !["reference", "mention"].includes(table.form(i)));
    const troops = placed.filter((i) => table.form(i) === "troops");
    const bases = placed.filter((i) => table.form(i) === "base");
    const groups = [
      { group: "Alignment", total: dl.parts.words.plural(bins.grounds.length, "country", "countries"), rows: alignmentRows(state, bins) },
      { group: "Troops", total: String(troops.length), rows: troopRows(state, troops) },
      { group: "Bases", total: String(bases.length), rows: baseRows(state, bases, bins.references) },
      { group: "All marks", total: "", rows: commonRows(state, [...troops, ...bases]) },
    ];
    const regions = bins.regions.map((i) => table.regions[table.text("place", i)]).filter(Boolean);
    groups.push({
      group: "Regions", total: "", rows: regions.map(({ name }) => ({ region: name, text: `${name}, no agreed edge` })),
    });
    const mentions = [...seen.marks].filter((i) => table.form(i) === "mention");
    groups.push({
      group: "Mentions", total: String(mentions.length),
      rows: mentions.slice(0, 1).map((i) => ({ spec: plain(state, i), text: "spoken of without a claim" })),
    });
    const compared = dl.parts.compare.legend(state.compared);
    if (compared) groups.unshift(compared);
    return groups.filter((g) => g.rows.length || g === compared);
  }

  function drawGround(ctx, theme, { pole, second }) {
    const { mix, alpha } = dl.parts.theme;
    const colours = theme.pole[pole] || theme.pole.N;
    const fill = mix(colours.fill, theme.map.land, theme.choropleth);
    let path = dl.parts.ink.rounded(-17, -10, 34, 20, 2);
    ctx.fillStyle = fill;
    ctx.fill(path);
    if (second && theme.pole[second]) {
      ctx.translate(-20, -20);
      path = dl.parts.ink.rounded(3, 10, 34, 20, 2);
      dl.parts.choropleth.hatch(ctx, { ox: 0, oy: 0, width: 40, height: 40 }, path, mix(theme.pole[second].strong, fill, 0.6), 6, 1.1);
    }
    dl.parts.ink.outline(ctx, path, alpha(colours.strong, 0.6), 1);
    if (!second) dl.parts.ink.letters(ctx, pole, 0, 4, { size: 11, weight: 700, colour: theme.map.ink });
  }

  function drawRegion(ctx, theme) {
    ctx.fillStyle = theme.map.region;
    for (let x = -15; x <= 15; x += 5) {
      for (let y = -7; y <= 7; y += 5) ctx.fill(dl.parts.ink.circle(x + y * 0.3, y, 0.95));
    }
  }

  function picture(theme, row, scale = 1) {
    const canvas = element("canvas", "dl-legend-picture");
    const ratio = (window.devicePixelRatio || 1) * scale;
    const isWide = row.spec && row.spec.form === "shift";
    const wide = isWide ? 86 : 52;
    const high = 42;
    canvas.width = Math.ceil(wide * ratio);
    canvas.height = Math.ceil(high * ratio);
    canvas.style.width = `${52 * scale}px`;
    canvas.style.height = `${(isWide ? high * 0.6 : high) * scale}px`;
    canvas.setAttribute("aria-hidden", "true");
    const ctx = canvas.getContext("2d");
    ctx.setTransform(ratio, 0, 0, ratio, (wide / 2) * ratio, (high / 2) * ratio);
    if (row.ground) drawGround(ctx, theme, row.ground);
    else if (row.region) drawRegion(ctx, theme);
    else {
      const { left, right, top, bottom } = dl.parts.sprites.reachOf(row.spec);
      const fit = Math.min(1, (wide - 4) / (left + right + 4), (high - 2) / (top + bottom + 2));
      ctx.scale(fit, fit);
      ctx.translate((left - right) / 2, (top - bottom) / 2);
      dl.parts.sprites.paint(ctx, theme, row.spec);
    }
    return canvas;
  }

  function signBox(change, scale) {
    const box = element("span", "dl-legend-sign");
    box.setAttribute("aria-hidden", "true");
    box.style.width = `${52 * scale}px`;
    box.append(dl.parts.compare.sign(change));
    box.firstChild.style.zoom = scale;
    return box;
  }

  function make(state, scale = 1) {
    const box = element("div", "dl-legend");
    for (const { group, total, rows } of entries(state)) {
      const part = element("section", HALVES.has(group) ? "dl-legend-group is-half" : "dl-legend-group");
      part.dataset.group = group;
      const head = element("h3", "", group);
      head.append(element("span", "", total));
      part.append(head);
      for (const row of rows) {
        const line = element("div", row.text.length > 22 ? "dl-legend-row is-long" : "dl-legend-row");
        line.append(row.sign ? signBox(row.sign, scale) : picture(state.theme, row, scale), element("span", "", row.text));
        part.append(line);
      }
      box.append(part);
    }
    return box;
  }

  dl.parts.legend = { entries, countOutside, seen, picture, make };
})((window.dateline = window.dateline || { parts: {} }));
