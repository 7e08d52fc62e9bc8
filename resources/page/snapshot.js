// The page as a picture of 1920 by 1080: title, words, date, map, legend, time, sources.
//
// parts.snapshot.make(map, table, options) -> {setTime(on, known, reach), setWords(text), update(state)}
// parts.snapshot.MAGNIFIED: how much larger symbols and labels are than on the screen
(function (dl) {
  "use strict";

  const { element } = dl.parts.controls;
  const MAGNIFIED = 1.4;
  const TRACK = { width: 1824 / 1.3, height: 108 / 1.3, magnified: 1.3 };

  function sourceLine(table) {
    const line = element("p", "dl-shot-sources");
    line.append(element("b", "", "Sources"));
    for (const source of table.sources) {
      const short = source.title.length > 26 ? `${source.title.slice(0, 25)}…` : source.title;
      const name = source.outlet ? "" : `${short}, `;
      line.append(element("span", "", `${source.number} ${name}${dl.parts.popup.sourceWords(source)}`));
    }
    return line;
  }

  // The count that most sources speak of, source by source.
  function mainStrip(state) {
    const { table, active } = state;
    const best = active.filter((i) => table.form(i) === "troops" && table.low[i] >= 0)
      .sort((a, b) => table.docs(b).length - table.docs(a).length || table.low[b] - table.low[a])[0];
    if (best === undefined) return null;
    const strip = dl.parts.popup.strip(table, best);
    if (!strip) return null;
    const box = element("section", "dl-legend-group");
    const actor = dl.parts.words.actor(table.text("code", best));
    const place = table.text("name", best);
    box.append(element("h3", "", `${actor} troops${place ? ` in ${place}` : ""}, by source`), strip);
    return box;
  }

  // Two lines at most: the rest is left out after a clause, else after a word, and that is shown.
  function shorten(line, text) {
    line.textContent = text;
    const ends = (pattern) => [...text.matchAll(pattern)].map((found) => found.index).reverse();
    const isFull = () => line.scrollHeight > line.clientHeight + 1;
    if (!isFull()) return;
    const fit = (cuts) => cuts.find((at) => {
      line.textContent = `${text.slice(0, at)} …`;
      return !isFull();
    });
    const word = fit(ends(/(?<=[^\s,;:.])[,;:.]*\s/g));
    const clause = fit(ends(/(?<=[.;])\s|[,;] /g));
    if (word !== undefined && (clause === undefined || clause < word * 0.7)) fit([word]);
  }

  const overflows = (side) => side.scrollHeight > side.clientHeight;

  // Nothing is ever cut in half: what is told elsewhere gives way, last first.
  function addIfRoom(side, legend, strip) {
    const spare = [...legend.querySelectorAll(".dl-legend-group")].filter(
      (group) => /^(All marks|Regions)/.test(group.textContent),
    );
    if (strip) legend.insertBefore(strip, legend.lastChild);
    while (overflows(side) && spare.length) spare.pop().remove();
    if (strip && overflows(side)) strip.remove();
    const rows = [...legend.querySelectorAll(".dl-legend-row")];
    while (overflows(side) && rows.length) rows.pop().remove();
  }

  function make(map, table, options) {
    const range = dl.parts.track.span(table);
    const main = element("main", "dl-shot");
    let told = String.fromCodePoint(...options.words);
    const words = element("p", "dl-shot-words", told);
    const day = element("div", "dl-shot-day");
    const known = element("div", "dl-shot-known");
    const head = element("header", "");
    const left = element("div", "");
    left.append(element("h1", "", table.title), words);
    const right = element("div", "dl-shot-date");
    right.append(day, known);
    head.append(left, right);
    const frame = element("div", "dl-shot-map");
    const room = element("div", "dl-shot-room");
    room.append(map.getContainer());
    frame.append(room);
    const side = element("aside", "");
    const canvas = element("canvas", "dl-shot-track");
    const foot = element("footer", "");
    foot.append(sourceLine(table), element("p", "", "Map: Natural Earth; places: GeoNames, CC BY 4.0; Web Mercator; made with Dateline"));
    main.append(head, frame, side, canvas, foot);
    document.body.append(main);
    let now = null;

    return {
      setWords(text) {
        told = text;
        shorten(words, told);
      },
      setTime(on, by, reach) {
        now = { on, known: by, reach };
        const { weekday, words: dayWords, isOneDay, frameWords } = dl.parts.days;
        const isOne = isOneDay(reach);
        day.textContent = isOne ? `${weekday(on)} ${dayWords(on)}` : frameWords(on, reach);
        known.textContent = `as known ${on === by && isOne ? "that day" : `on ${dayWords(by)}`}`;
      },
      update(state) {
        shorten(words, told);
        const legend = dl.parts.legend.make(state, 1.15);
        const strip = mainStrip(state);
        const notes = [];
        if (!dl.parts.days.isOneDay(state.reach)) notes.push("Whatever held on any of these days; where one thing changed, its last state.");
        if (state.frame.plates.length) notes.push("In brackets: said of a country as a whole, at no known place.");
        const unplaced = state.room.bins.unplaced.length;
        if (unplaced) notes.push(`Not drawn: ${dl.parts.words.plural(unplaced, "mark", "marks")} without a place.`);
        const outside = dl.parts.legend.countOutside(state);
        if (outside) notes.push(`Outside this map: ${dl.parts.words.plural(outside, "mark", "marks")}.`);
        legend.append(element("p", "dl-shot-note", notes.join(" ")));
        side.replaceChildren(legend);
        addIfRoom(side, legend, strip);
        dl.parts.track.draw(canvas, { table: state.table, span: range, ...now, theme: state.theme, ...TRACK });
        canvas.style.width = `${TRACK.width * TRACK.magnified}px`;
        canvas.style.height = `${TRACK.height * TRACK.magnified}px`;
      },
    };
  }

  dl.parts.snapshot = { make, MAGNIFIED };
})((window.dateline = window.dateline || { parts: {} }));
