// The time track: months, attested days by layer, deadlines, publication days, and the zone after
// the last source, where only plans are known.
//
// parts.track.span(table) -> {first, last, lastSource}
// parts.track.draw(canvas, {table, span, on, known, theme, width, height, magnified})
// parts.track.xOf(day, span, width) -> px; dayAt(px, span, width) -> day with its fraction
(function (dl) {
  "use strict";

  const { letters, outline, segment, polygon, width: textWidth } = dl.parts.ink;
  const MONTHS = 18;
  const WHOLE_DAYS = 3653;
  const FLAG_ROWS = 3;
  const FLAG_STEP = 15;
  const TOGETHER_DAYS = 10;
  const EDGE = 6;
  const ZONE_WORDS = ["after the last source: only plans and deadlines", "after the last source", "plans only"];

  const backdrops = new WeakMap();

  // The days that a mark is told of: attested ones, else the one that it begins on.
  function toldDays(table, i) {
    if (["ground", "reference", "mention"].includes(table.form(i))) return [];
    if (table.attested(i).length) return table.attested(i);
    return dl.parts.days.isOpen(table.vs[i]) ? [] : [table.vs[i]];
  }

  // From the first report or beginning to the last deadline; of more than ten years the last three.
  function span(table) {
    const published = table.sources.map((s) => s.day).filter((d) => d !== null);
    const lastSource = published.length ? Math.max(...published) : Math.max(table.on, table.known);
    const recent = lastSource - 1100;
    let [earliest, earliestRecent, lastDue] = [lastSource, lastSource - 30, lastSource + 21];
    const see = (day) => {
      earliest = Math.min(earliest, day);
      if (day > recent) earliestRecent = Math.min(earliestRecent, day);
    };
    published.forEach(see);
    for (let i = 0; i < table.size; i += 1) {
      toldDays(table, i).forEach(see);
      const due = table.due(i);
      if (due !== null && due + 14 < lastSource + 1100) lastDue = Math.max(lastDue, due + 14);
    }
    const isShort = lastSource - earliest < WHOLE_DAYS;
    return { first: (isShort ? Math.min(earliest, earliestRecent) : earliestRecent) - 7, last: lastDue, lastSource };
  }

  const xOf = (day, { first, last }, width) => EDGE + ((day - first) / (last - first)) * (width - 2 * EDGE);

  const dayAt = (x, { first, last }, width) => first + ((x - EDGE) / (width - 2 * EDGE)) * (last - first);

  function bins(table, range, width) {
    const perDay = (width - 2 * EDGE) / (range.last - range.first);
    const size = perDay >= 3.2 ? 1 : perDay >= 0.5 ? 7 : 30;
    const found = new Map();
    for (let i = 0; i < table.size; i += 1) {
      for (const day of toldDays(table, i)) {
        if (day < range.first || day > range.last) continue;
        const at = range.first + Math.floor((day - range.first) / size) * size;
        if (!found.has(at)) found.set(at, { bases: 0, troops: 0, alignment: 0, seen: new Set() });
        const bin = found.get(at);
        const key = `${table.text("fact", i)} ${day}`;
        if (bin.seen.has(key) || !(table.layer(i) in bin)) continue;
        bin.seen.add(key);
        bin[table.layer(i)] += 1;
      }
    }
    return { size, perDay, found };
  }

  function drawMonths(ctx, theme, range, w, h) {
    const { monthStart, month, year } = dl.parts.days;
    const perMonth = ((w - 2 * EDGE) / (range.last - range.first)) * 30.4;
    const every = [1, 2, 3, 6, 12].find((n) => perMonth * n > 34) || 12;
    let lastX = -100;
    for (let day = monthStart(range.first, 1), n = 0; day <= range.last; day = monthStart(day, 1), n += 1) {
      const x = xOf(day, range, w);
      outline(ctx, segment(x, MONTHS, x, h - 10), theme.ui.line, 1);
      const isJanuary = dl.parts.days.iso(day).slice(5, 7) === "01";
      if (n % every && !isJanuary) continue;
      const text = isJanuary || lastX < 0 ? `${month(day)} ${year(day)}` : month(day);
      if (x - lastX < 8 || x + textWidth(text, { size: 11, weight: 400 }) > w) continue;
      letters(ctx, text, x + 3, 12, {
        size: 11, weight: isJanuary ? 600 : 400, colour: theme.ui.text2, align: "left",
      });
      lastX = x + 3 + textWidth(text, { size: 11, weight: isJanuary ? 600 : 400 });
    }
  }

  function drawZone(ctx, theme, range, w, h, all) {
    const x = xOf(range.lastSource + 1, range, w);
    ctx.fillStyle = theme.ui.raised;
    ctx.fillRect(x, MONTHS, w - x, h - MONTHS);
    ctx.save();
    ctx.beginPath();
    ctx.rect(x, MONTHS, w - x, h - MONTHS);
    ctx.clip();
    const lines = new Path2D();
    for (let at = x - h; at < w; at += 8) lines.addPath(segment(at, h, at + h, 0));
    outline(ctx, lines, theme.ui.line, 1);
    ctx.restore();
    const style = { size: 10.5, weight: 400 };
    // No line of a deadline may run through the words.
    const free = Math.min(w, ...all.map((flag) => flag.x).filter((at) => at > x)) - x;
    const text = ZONE_WORDS.find((words) => textWidth(words, style) + 22 < free);
    const rows = all.filter((flag) => flag.l + flag.wide > x).map((flag) => flag.row + 1);
    const y = MONTHS + 12 + Math.max(0, ...rows) * FLAG_STEP;
    if (text && y < h) {
      ctx.fillStyle = theme.ui.raised;
      ctx.fillRect(x + 8, y - 10, textWidth(text, style) + 8, 14);
      letters(ctx, text, x + 12, y, { ...style, colour: theme.ui.text2, align: "left" });
    }
  }

  // Returns the bars as boxes.
  function drawBars(ctx, theme, table, range, w, base) {
    const { size, perDay, found } = bins(table, range, w);
    const most = Math.max(1, ...[...found.values()].map((b) => b.bases + b.troops + b.alignment));
    const unit = Math.min(9, (base - MONTHS - 12) / most);
    const shades = { bases: theme.ui.text, troops: theme.ui.text3, alignment: theme.ui.lineStrong };
    const wide = Math.max(2.4, size * perDay - 0.9);
    const bars = [];
    for (const [day, bin] of found) {
      const x = xOf(day, range, w);
      let y = base;
      for (const layer of ["bases", "troops", "alignment"]) {
        ctx.fillStyle = shades[layer];
        ctx.fillRect(x, y - bin[layer] * unit, wide, bin[layer] * unit);
        y -= bin[layer] * unit;
      }
      bars.push({ l: x, t: y, r: x + wide, b: base });
    }
    outline(ctx, segment(0, base + 0.5, w, base + 0.5), theme.ui.lineStrong, 1);
    return bars;
  }

  // Days that sources set for one thing, at most ten apart, are one deadline told twice.
  function deadlines(table, range, known) {
    const facts = new Map();
    for (let i = 0; i < table.size; i += 1) {
      const due = table.due(i);
      const isKnown = table.ks[i] <= known && known < table.ke[i];
      if (due === null || !isKnown || due > range.last || due < range.first) continue;
      const key = table.text("fact", i);
      if (!facts.has(key)) facts.set(key, { code: table.text("code", i), days: new Set(), told: table.ks[i] });
      facts.get(key).days.add(due);
    }
    const found = new Map();
    for (const { code, days, told } of facts.values()) {
      let start = null;
      let end = null;
      const close = () => {
        if (start === null) return;
        const key = `${start} ${end}`;
        if (!found.has(key)) found.set(key, { start, end, told, codes: new Set() });
        found.get(key).codes.add(code);
      };
      for (const due of [...days].sort((a, b) => a - b)) {
        if (end === null || due - end > TOGETHER_DAYS) {
          close();
          start = due;
        }
        end = due;
      }
      close();
    }
    return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end);
  }

  // The year is said where it is another one than that in which it was first told.
  function dueWords({ start, end, told, codes }) {
    const { beside, range, year } = dl.parts.days;
    const said = year(told) === year(end) ? "" : ` ${year(end)}`;
    const when = start === end ? beside(end, told) : `${range(start, end)}${said}`;
    return `${[...codes].filter(Boolean).join(", ")} ${when}`.trim();
  }

  // Every deadline known by K; those that would cover each other stand in rows.
  function flags(table, range, known, w) {
    const ends = [];
    return deadlines(table, range, known).map((one) => {
      const x = xOf(one.start, range, w);
      const text = dueWords(one);
      const wide = dl.parts.symbols.flagWidth({ text });
      const l = x + wide > w ? x - wide : x;
      const free = [...Array(FLAG_ROWS).keys()].find((n) => (ends[n] === undefined ? true : ends[n] + 2 < l));
      const row = free === undefined ? FLAG_ROWS - 1 : free;
      ends[row] = Math.max(ends[row] || 0, l + wide);
      return { x, l, wide, text, row, isLeft: l < x };
    });
  }

  function drawDeadlines(ctx, theme, all, base) {
    for (const { x, row } of all) {
      outline(ctx, segment(x, MONTHS + 4 + row * FLAG_STEP, x, base), theme.ui.text, 1.4, [3, 2]);
    }
    for (const { l, wide, text, row, isLeft } of all) {
      const y = MONTHS + 2 + row * FLAG_STEP;
      const cloth = polygon([
        [l, y], [l + wide, y], [l + wide - (isLeft ? 0 : 4), y + 7],
        [l + wide, y + 14], [l, y + 14], [l + (isLeft ? 4 : 0), y + 7],
      ]);
      ctx.fillStyle = theme.ui.panel;
      ctx.fill(cloth);
      outline(ctx, cloth, theme.ui.text, 1.2);
      letters(ctx, text, l + (isLeft ? 7 : 5), y + 10.8, { size: 10.4, weight: 600, colour: theme.ui.text, align: "left" });
    }
  }

  // What lies before the first day is not hidden without a word, which stands above the bars there.
  function drawEarlier(ctx, theme, table, range, base, bars) {
    const facts = new Set();
    for (let i = 0; i < table.size; i += 1) {
      if (toldDays(table, i).some((day) => day < range.first)) facts.add(table.text("fact", i));
    }
    if (!facts.size) return;
    const text = `◂ ${facts.size} earlier`;
    const style = { size: 10.5, weight: 500 };
    const end = EDGE + textWidth(text, style) + 6;
    const top = Math.min(base, ...bars.filter(({ l }) => l < end).map((bar) => bar.t));
    const y = Math.max(MONTHS + 12, top - 5);
    letters(ctx, text, EDGE, y, { ...style, colour: theme.ui.text2, align: "left" });
  }

  function drawSources(ctx, theme, table, range, w, y) {
    outline(ctx, segment(0, y, w, y), theme.ui.line, 3);
    for (const source of table.sources) {
      if (source.day === null) continue;
      const x = xOf(source.day, range, w);
      if (source.inferred) {
        ctx.fillStyle = theme.ui.panel;
        ctx.fillRect(x - 4, y - 4, 8, 8);
        outline(ctx, dl.parts.ink.rounded(x - 4, y - 4, 8, 8, 1), theme.ui.text, 1, [2, 1.6]);
      } else {
        ctx.fillStyle = theme.ui.text;
        ctx.fillRect(x - 1.5, y - 5, 3, 10);
      }
    }
  }

  const within = (x, w) => Math.max(EDGE, Math.min(w - EDGE, x));

  // The days shown, where they are several; what was reported shows through.
  function drawBand(ctx, theme, { on, reach, range, w, base }) {
    if (dl.parts.days.isOneDay(reach)) return;
    const { start, end } = dl.parts.days.around(on, reach);
    const [l, r] = [within(xOf(start, range, w), w), within(xOf(end, range, w), w)];
    ctx.globalCompositeOperation = theme.name === "dark" ? "screen" : "multiply";
    ctx.fillStyle = theme.ui.accentSoft;
    ctx.fillRect(l, MONTHS, r - l, base - MONTHS);
    ctx.globalCompositeOperation = "source-over";
    ctx.fillStyle = theme.ui.accent;
    ctx.fillRect(l, MONTHS - 1, r - l, 3);
  }

  // Days are half-open: a window ends where its last day does.
  function handlesAt({ on, reach }) {
    if (dl.parts.days.isOneDay(reach)) return [on + 0.5];
    if (reach.after === null) return [on];
    return reach.before === null ? [on + 1] : [on - reach.before, on + 1];
  }

  // A day that lies beyond the axis: a tip that points to it, since a handle would stand on another.
  function drawBeyond(ctx, theme, x, way) {
    const tip = polygon([[x + way * 5.5, MONTHS + 2], [x - way * 5.5, MONTHS - 8], [x - way * 5.5, MONTHS + 12]]);
    ctx.fillStyle = theme.ui.panel;
    ctx.fill(tip);
    outline(ctx, tip, theme.ui.accent, 2);
  }

  function drawHandles(ctx, theme, { on, known, reach, range, w, h, y }) {
    for (const at of handlesAt({ on, reach })) {
      const exact = xOf(at, range, w);
      const x = within(exact, w);
      if (Math.abs(exact - x) > EDGE) {
        drawBeyond(ctx, theme, x, Math.sign(exact - x));
        continue;
      }
      outline(ctx, segment(x, MONTHS - 2, x, h - 16), theme.ui.accent, 2);
      const grip = dl.parts.ink.rounded(x - 5.5, MONTHS - 8, 11, 20, 3);
      ctx.fillStyle = theme.ui.panel;
      ctx.fill(grip);
      outline(ctx, grip, theme.ui.accent, 2);
    }
    const k = Math.max(EDGE, Math.min(w - EDGE, xOf(known + 0.5, range, w)));
    ctx.fillStyle = theme.ui.text;
    ctx.fill(polygon([[k, y - 7], [k + 6, y - 1], [k + 6, y + 7], [k - 6, y + 7], [k - 6, y - 1]]));
  }

  function fitCanvas(canvas, width, height, ratio) {
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width !== wide || canvas.height !== high) Object.assign(canvas, { width: wide, height: high });
    const ctx = canvas.getContext("2d");
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.clearRect(0, 0, width, height);
    return ctx;
  }

  // All that does not move with the date, kept: it takes a look at every mark.
  function backdropOf(canvas, { table, span: range, known, theme, width, height }, ratio) {
    const key = [known, theme.name, width, height, ratio, range.first, range.last].join(" ");
    const kept = backdrops.get(canvas);
    if (kept && kept.key === key && kept.table === table) return kept;
    const picture = kept ? kept.picture : document.createElement("canvas");
    const ctx = fitCanvas(picture, width, height, ratio);
    const base = height - 22;
    const all = flags(table, range, known, width);
    drawZone(ctx, theme, range, width, base, all);
    drawMonths(ctx, theme, range, width, height);
    const bars = drawBars(ctx, theme, table, range, width, base);
    drawEarlier(ctx, theme, table, range, base, bars);
    drawSources(ctx, theme, table, range, width, height - 9);
    const made = { key, table, picture, all };
    backdrops.set(canvas, made);
    return made;
  }

  function draw(canvas, given) {
    const { span: range, on, known, reach, theme, width, height, magnified = 1 } = given;
    if (width <= 0) return;
    const ratio = (window.devicePixelRatio || 1) * magnified;
    const { picture, all } = backdropOf(canvas, given, ratio);
    const ctx = fitCanvas(canvas, width, height, ratio);
    ctx.drawImage(picture, 0, 0, width, height);
    drawBand(ctx, theme, { on, reach, range, w: width, base: height - 22 });
    drawHandles(ctx, theme, { on, known, reach, range, w: width, h: height, y: height - 9 });
    drawDeadlines(ctx, theme, all, height - 22);
  }

  dl.parts.track = { span, draw, xOf, dayAt, flags };
})((window.dateline = window.dateline || { parts: {} }));
