// The box of one mark: its words, its count by source, and the sentences behind it.
//
// parts.popup.make(container, {page, spot, onPick}) -> {show(i, x, y), list(numbers),
//   tell(element, x, y), hide(), follow(), take(), isFocused()}
// parts.popup.lastReported(state) -> day of the last source, where the days shown come after it, else null
// parts.popup.strip(table, i) -> element | null   one row for each count that a source gives
// parts.popup.quotes(table, i, numbers of quotes = all) -> element
(function (dl) {
  "use strict";

  const { element } = dl.parts.controls;
  const GAP = 14;
  const NARROW_PX = 520;
  const LEAST_PX = 110;

  function badge(number) {
    return element("span", "dl-number", String(number));
  }

  function countRows(table, i) {
    const seen = new Set();
    return table.quotes(i).map(table.quote).filter((row) => row[2] >= 0).map(
      ([source, , low, high, words]) => ({ source, low, high, words }),
    ).filter(({ source, low, high, words }) => {
      const key = `${source} ${low} ${high} ${words}`;
      return !seen.has(key) && seen.add(key);
    }).sort((a, b) => a.source - b.source || a.low - b.low);
  }

  // Round ends with at most four lines between, so that lengths can be read off.
  function axis(rows) {
    const ends = rows.flatMap(({ low, high }) => [low, high < 0 ? low : high]);
    const least = Math.min(...ends);
    const most = Math.max(...ends);
    const spread = Math.max(most - least, most * 0.1, 1);
    const power = 10 ** Math.floor(Math.log10(spread));
    const step = [1, 2, 5, 10].map((n) => n * power).find((n) => spread / n <= 3.01);
    const from = Math.max(0, Math.floor(least / step) * step - (least === most ? step : 0));
    const lines = [];
    for (let at = from; at <= Math.ceil(most / step) * step + (least === most ? step : 0); at += step) lines.push(at);
    return { from, to: lines[lines.length - 1] + step * 0.9, lines };
  }

  function strip(table, i) {
    const rows = countRows(table, i);
    if (!rows.length) return null;
    const { from, to, lines } = axis(rows);
    const share = (value) => `${(6 + ((value - from) / (to - from)) * 92).toFixed(2)}%`;
    const box = element("div", "dl-strip");
    box.style.setProperty("--actor", dl.parts.theme.actor(dl.parts.theme.of(document.documentElement.dataset.theme), table.text("code", i)).stroke);
    let last = 0;
    for (const { source, low, high, words } of rows) {
      const bar = element("span", "dl-strip-bar");
      for (const at of lines) {
        const line = element("i", "dl-strip-line");
        line.style.left = share(at);
        bar.append(line);
      }
      const isOpen = high < 0;
      const shape = element("b", isOpen ? "is-open" : low === high ? "is-dot" : "is-bar");
      shape.style.left = share(low);
      shape.style.right = `calc(100% - ${share(isOpen ? to : high)})`;
      bar.append(shape);
      box.append(
        source === last ? element("span", "") : badge(source), bar, element("span", "dl-strip-words", `“${words}”`),
      );
      last = source;
    }
    const foot = element("span", "dl-strip-foot");
    for (const at of lines) {
      const label = element("i", "", dl.parts.words.grouped(at));
      label.style.left = share(at);
      foot.append(label);
    }
    box.append(element("span", ""), foot, element("span", ""));
    return box;
  }

  function sourceWords(source, written = null) {
    const outlet = dl.parts.words.apart(source.outlet);
    if (written !== null) {
      return [outlet, `written ${dl.parts.days.words(written)}`].filter(Boolean).join(", ");
    }
    if (source.day === null) return [outlet, "undated"].filter(Boolean).join(", ");
    const day = `${source.inferred ? "about " : ""}${dl.parts.days.words(source.day)}`;
    return [outlet, day].filter(Boolean).join(", ");
  }

  function quotes(table, i, numbers = table.quotes(i)) {
    const list = element("div", "dl-quotes");
    const seen = new Set();
    for (const q of numbers) {
      const [number, text, , , , written] = table.quote(q);
      if (!text || seen.has(number + text)) continue;
      seen.add(number + text);
      const source = table.sources.find((s) => s.number === number);
      const quote = element("blockquote", "", text);
      const foot = element("footer", "");
      foot.append(badge(number), document.createTextNode(source ? ` ${sourceWords(source, written)}` : ""));
      quote.append(foot);
      list.append(quote);
    }
    return list;
  }

  function dayWords(table, i) {
    const { words, isOpen } = dl.parts.days;
    const from = table.vs[i];
    const last = table.ve[i] - 1;
    if (isOpen(from) && isOpen(table.ve[i])) return "no date given";
    if (isOpen(table.ve[i])) return `from ${words(from)}`;
    if (isOpen(from)) return `until ${words(last)}`;
    return from === last ? words(from) : `${words(from)} to ${words(last)}`;
  }

  // After the last source nobody tells what is: its day, where all that is shown lies after it, or null.
  function lastReported({ table, on, known, reach }) {
    const days = table.sources.map((s) => s.day).filter((day) => day !== null && day <= known);
    const last = Math.max(...days);
    return days.length && dl.parts.days.around(on, reach).start > last ? last : null;
  }

  const FOOTING = {
    possible: "somewhere in an uncertain range of dates",
    planned: "planned; no source says that it has happened",
    unconfirmed: "the deadline has passed; no source says that it was met",
  };

  function notes(table, i, on) {
    if (table.form(i) === "mention") return "spoken of; nothing is claimed of it, and no day is told";
    const found = [dayWords(table, i)];
    const footing = FOOTING[table.text("cert", i)];
    if (footing) found.push(footing);
    const day = dl.parts.sprites.dayIn(table, i, on);
    const last = table.attested(i).filter((at) => at <= day).pop();
    if (last !== undefined) found.push(`last attested ${dl.parts.days.words(last)}`);
    if (table.disputed[i]) found.push("sources differ");
    if (table.review(i) === "suggested") found.push("not yet reviewed");
    return found.join(" · ");
  }

  function content(table, i) {
    const box = element("div", "dl-popup-body");
    const note = element("p", "dl-popup-note");
    box.append(element("h2", "", table.text("words", i)), note);
    const counts = table.form(i) === "troops" ? strip(table, i) : null;
    if (counts) box.append(counts);
    if (table.quotes(i).length) box.append(quotes(table, i));
    else box.append(element("p", "dl-popup-note", "From the gazetteer; no source here speaks of it."));
    const n = table.docs(i).length;
    if (n) box.append(element("p", "dl-popup-note", dl.parts.words.plural(n, "article", "articles")));
    return { body: box, note };
  }

  function make(container, { page, spot, onPick }) {
    const box = element("section", "dl-popup");
    box.hidden = true;
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-label", "What the sources say");
    const close = element("button", "dl-close", "×");
    close.type = "button";
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", () => onPick(null, 0, 0));
    const inner = element("div", "");
    box.append(close, inner);
    container.append(box);
    L.DomEvent.disableClickPropagation(box);
    L.DomEvent.disableScrollPropagation(box);
    // The mark whose box is open: {i, table, theme, note, earlier, below, seat}, else null.
    let shown = null;
    let listed = null; // the numbers of the marks in an open list

    // The free height for a box at this place across, between what stands over the map, and above
    // or below the mark where it lies in the way.
    function lane(left, wide, around) {
      const high = container.clientHeight;
      let [top, bottom] = [8, high - 8];
      for (const o of page.controls.obstacles()) {
        if (o.l >= left + wide + 6 || o.r <= left - 6) continue;
        if ((o.t + o.b) / 2 < high / 2) top = Math.max(top, o.b + 8);
        else bottom = Math.min(bottom, o.t - 8);
      }
      if (around.l < left + wide && left < around.r) {
        if (around.t - GAP - top > bottom - around.b - GAP) bottom = Math.min(bottom, around.t - GAP);
        else top = Math.max(top, around.b + GAP);
      }
      return { left, top, bottom, room: bottom - top };
    }

    // Beside the mark or its plate, else above or below it; never over the date. Where there is
    // too little room for all of it the box is lower and scrolls.
    function seat(x, y, around) {
      const { scrollTop } = box;
      box.style.maxHeight = "";
      if (container.clientWidth < NARROW_PX) return;
      const wide = box.offsetWidth;
      const high = box.offsetHeight;
      const right = container.clientWidth - wide - 8;
      const lanes = [around.r + GAP, around.l - GAP - wide, right, 8]
        .filter((l) => l >= 8 && l <= right).map((l) => lane(l, wide, around));
      lanes.push(lane(Math.max(8, Math.min(right, x - wide / 2)), wide, around));
      const best = lanes.find(({ room }) => room >= high)
        || lanes.reduce((a, b) => (b.room > a.room ? b : a));
      const least = Math.min(high, Math.max(LEAST_PX, best.room));
      box.style.maxHeight = `${least}px`;
      box.style.left = `${best.left}px`;
      box.style.top = `${Math.max(best.top, Math.min(best.bottom - least, y - high / 3))}px`;
      box.scrollTop = scrollTop;
    }

    // What else held in the days shown and lies below this mark.
    function tellEarlier(below) {
      const { table, earlier } = shown;
      const body = element("div", "dl-popup-body");
      body.append(element("p", "dl-popup-note", "Earlier in these days"));
      for (const i of [...below].reverse()) body.append(rowOf(table, i));
      const hadFocus = earlier.contains(document.activeElement);
      earlier.replaceChildren(...(below.length ? [body] : []));
      if (hadFocus) close.focus({ preventScroll: true });
    }

    // Only what the date has changed is written anew: who reads keeps the place. Returns whether
    // anything was.
    function update() {
      const { i, table, note, below } = shown;
      const { on, under } = page.stage.state;
      const words = notes(table, i, on);
      const now = under.get(i) || [];
      const isSame = note.textContent === words && String(now) === String(below);
      if (note.textContent !== words) note.textContent = words;
      if (String(now) !== String(below)) tellEarlier(now);
      shown.below = now;
      return !isSame;
    }

    function rowOf(table, i) {
      const row = element("button", "dl-popup-row", table.text("words", i));
      row.type = "button";
      row.addEventListener("click", () => onPick(i, container.clientWidth / 2, container.clientHeight / 2));
      return row;
    }

    function fill(i) {
      const { table, theme } = page.stage.state;
      const { body, note } = content(table, i);
      const earlier = element("div", "");
      inner.replaceChildren(body, earlier);
      shown = { i, table, theme, note, earlier, below: [], seat: "" };
      listed = null;
      update();
    }

    function place(x, y, around, isChanged) {
      const at = [around.l, around.t, around.r, around.b].map(Math.round);
      const sign = `${at} ${container.clientWidth} ${container.clientHeight}`;
      if (!isChanged && sign === shown.seat) return;
      shown.seat = sign;
      seat(x, y, around);
    }

    // The box goes when its mark is no longer drawn, and moves along with it.
    function follow() {
      if (listed) followList();
      if (!shown) return;
      const { i, table, theme } = shown;
      const { state } = page.stage;
      if (state.table !== table || !state.index.has(i)) {
        hide();
        return;
      }
      const at = spot(i);
      if (!at) return;
      const isNew = theme !== state.theme;
      const { scrollTop } = box;
      if (isNew) fill(i);
      box.scrollTop = scrollTop;
      place(at.x, at.y, at.around, isNew || update());
    }

    function hide() {
      box.hidden = true;
      shown = null;
      listed = null;
    }

    // Of a list, what is no longer drawn goes.
    function followList() {
      const left = listed.filter((i) => page.stage.state.index.has(i));
      if (!left.length) hide();
      else if (left.length < listed.length) list(left);
    }

    function list(numbers) {
      const { table } = page.stage.state;
      const body = element("div", "dl-popup-body");
      body.append(element("h2", "", dl.parts.words.plural(numbers.length, "mark", "marks")));
      for (const i of numbers.slice(0, 60)) body.append(rowOf(table, i));
      if (numbers.length > 60) body.append(element("p", "dl-popup-note", `and ${numbers.length - 60} more`));
      inner.replaceChildren(body);
      shown = null;
      listed = numbers;
      box.hidden = false;
      box.scrollTop = 0;
      const [x, y] = [container.clientWidth / 2, container.clientHeight / 2];
      seat(x, y, { l: x, t: y, r: x, b: y });
    }

    function tell(body, x, y) {
      shown = null;
      listed = null;
      inner.replaceChildren(body);
      box.hidden = false;
      box.scrollTop = 0;
      seat(x, y, { l: x - 12, t: y - 12, r: x + 12, b: y + 12 });
    }

    return {
      hide,
      list,
      tell,
      // Into the box and out of it by key: it comes in the order of Tab after all marks.
      take: () => !box.hidden && close.focus({ preventScroll: true }),
      isFocused: () => box.contains(document.activeElement),
      show(i, x, y) {
        if (i === null || i === undefined) {
          hide();
          return;
        }
        fill(i);
        box.hidden = false;
        box.scrollTop = 0;
        place(x, y, (spot(i) || {}).around || { l: x - 20, t: y - 20, r: x + 20, b: y + 20 }, true);
      },
      follow: () => requestAnimationFrame(follow),
    };
  }

  dl.parts.popup = { make, strip, quotes, notes, sourceWords, badge, dayWords, lastReported };
})((window.dateline = window.dateline || { parts: {} }));
