// The page on its own: title, time, map, layers, legend, and what the sources say on this date.
//
// parts.standalone.make(map, table, page) -> {setTime(on, known, reach), update(state)}
(function (dl) {
  "use strict";

  const { element } = dl.parts.controls;
  const REST_MS = 200; // legend and list follow when the hand rests
  const SPOKEN_MS = 1200; // longer than a step of playing
  const MOST_SPOKEN = 5;
  const LAYER_WORDS = { alignment: "Alignment", troops: "Troops", bases: "Bases", regions: "Regions", mentions: "Mentions" };

  function subtitle(table) {
    const days = table.sources.map((s) => s.day).filter((d) => d !== null);
    const articles = dl.parts.words.plural(table.sources.length, "article", "articles");
    if (!days.length) return articles;
    const { words } = dl.parts.days;
    const [first, last] = [Math.min(...days), Math.max(...days)];
    const undated = table.sources.length - days.length;
    const rest = undated ? `; ${undated} without a date` : "";
    const span = first === last ? words(first) : `${words(first)} to ${words(last)}`;
    return `${articles}, published ${span}${rest}`;
  }

  function layerBoxes(page) {
    const set = element("fieldset", "dl-layers");
    set.append(element("legend", "", "Layers"));
    for (const [name, text] of Object.entries(LAYER_WORDS)) {
      const label = element("label", "");
      const box = element("input", "");
      Object.assign(box, { type: "checkbox", checked: true });
      box.dataset.layer = name;
      box.addEventListener("change", () => dl.setLayers({ [name]: box.checked }));
      label.append(box, document.createTextNode(text));
      set.append(label);
    }
    return {
      set,
      sync: () => set.querySelectorAll("input").forEach((box) => {
        box.checked = !page.stage.state.hidden.has(box.dataset.layer);
      }),
    };
  }

  function pictured({ table, on, room }, i) {
    if (table.form(i) === "ground") return { ground: { pole: table.pole(i), second: table.second(i) } };
    const spec = dl.parts.sprites.spec(table, i, { on, k: Math.min(room.k, 20) });
    return { spec: { ...spec, ticks: [], flag: null } };
  }

  function entry(state, i) {
    const { table, theme } = state;
    const row = element("article", "dl-entry");
    const text = element("div", "");
    text.append(element("h3", "", table.text("words", i)));
    text.append(element("p", "dl-entry-note", dl.parts.popup.notes(table, i, state.on)));
    const strip = table.form(i) === "troops" && table.quotes(i).length > 1 ? dl.parts.popup.strip(table, i) : null;
    if (strip) text.append(strip);
    text.append(dl.parts.popup.quotes(table, i));
    row.append(dl.parts.legend.picture(theme, pictured(state, i)), text);
    return row;
  }

  function toldNow(state) {
    const { table, active } = state;
    const rank = { troops: 0, base: 1, shift: 2, ground: 3 };
    const keyOf = (i) => `${table.text("country", i)} ${table.pole(i)}`;
    const { quotes_at: at } = table.columns;
    const told = active.filter((i) => at[i + 1] > at[i] && table.form(i) in rank);
    const arrows = new Set(told.filter((i) => table.form(i) === "shift").map(keyOf));
    // An arrow and the ground that it leads to are told once.
    return told.filter((i) => table.form(i) !== "ground" || !arrows.has(keyOf(i)))
      .sort((a, b) => rank[table.form(a)] - rank[table.form(b)] || table.low[b] - table.low[a] || a - b);
  }

  function lastReported(state) {
    const last = dl.parts.popup.lastReported(state);
    return last === null ? "" : `, as last reported on ${dl.parts.days.words(last)}`;
  }

  function spokenWords(state) {
    const { words, frameWords } = dl.parts.days;
    const told = toldNow(state);
    const head = `${frameWords(state.on, state.reach)}, as known on ${words(state.known)}${lastReported(state)}`;
    if (!told.length) return `${head}: no source says anything about this date.`;
    const rest = told.length > MOST_SPOKEN ? ` And ${told.length - MOST_SPOKEN} more in the list.` : "";
    return `${head}: ${told.slice(0, MOST_SPOKEN).map((i) => state.table.text("words", i)).join(" ")}${rest}`;
  }

  function sourceList(table) {
    const box = element("footer", "dl-sources");
    box.append(element("h2", "", "Sources"));
    const list = element("ol", "");
    for (const source of table.sources) {
      const row = element("li", "");
      const joint = /[.!?…]$/.test(source.title) ? " " : ". ";
      row.append(dl.parts.popup.badge(source.number), document.createTextNode(
        ` ${[dl.parts.words.apart(source.title), dl.parts.popup.sourceWords(source)].filter(Boolean).join(joint)}`,
      ));
      list.append(row);
    }
    box.append(
      list,
      element("p", "", "Works offline; this page loads nothing from the network."),
      element("p", "", "Map: Natural Earth. Places: GeoNames, CC BY 4.0. Web Mercator. Made with Dateline."),
    );
    return box;
  }

  function make(map, table, page) {
    const range = dl.parts.track.span(table);
    const main = element("main", "dl-page");
    const header = element("header", "dl-header");
    header.append(element("h1", "", table.title), element("p", "", subtitle(table)));
    const frame = element("div", "dl-map");
    frame.append(map.getContainer());
    const time = dl.parts.timeBar.make(table, range, page);
    const layers = layerBoxes(page);
    const legend = element("section", "dl-legend-box");
    const told = element("section", "dl-told");
    const side = element("aside", "dl-side");
    const compare = dl.parts.compareList.make(page, range, time.knownBy);
    time.onKnown(compare.again);
    side.append(layers.set, compare.box, legend, told, sourceList(table));
    const stage = element("div", "dl-stage");
    stage.append(frame, time.bar);
    main.append(header, stage, side);
    document.body.append(main);
    // For who does not see the map: said when the date has come to rest, not while it plays.
    const spoken = element("p", "dl-spoken");
    spoken.id = "dl-spoken";
    spoken.setAttribute("role", "status");
    header.append(spoken);
    map.getContainer().setAttribute("aria-describedby", spoken.id);
    const speaking = dl.parts.rest.make(SPOKEN_MS, () => dl.parts.controls.write(spoken, spokenWords(page.stage.state)));

    function tell(state) {
      const numbers = toldNow(state);
      const rows = numbers.slice(0, 80).map((i) => entry(state, i));
      if (!rows.length) rows.push(element("p", "dl-entry-note", "No source says anything about this date."));
      if (numbers.length > 80) rows.push(element("p", "dl-entry-note", `and ${numbers.length - 80} more`));
      told.replaceChildren(element("h2", "", `On this date${numbers.length ? lastReported(state) : ""}`), ...rows);
    }

    function beside() {
      const { state } = page.stage;
      layers.sync();
      if (page.controls.setElsewhere(dl.parts.legend.countOutside(state))) page.stage.invalidate("around", "marks");
      legend.replaceChildren(dl.parts.legend.make(state));
      tell(state);
    }

    const later = dl.parts.rest.make(REST_MS, beside);
    dl.parts.printing.follow(frame, map, () => {
      page.stage.drawNow();
      beside();
    });

    return {
      setTime: time.setTime,
      openCompare: ([first, , second]) => compare.open(first, second),
      update() {
        time.draw();
        compare.update();
        later.touch();
        speaking.touch();
      },
    };
  }

  dl.parts.standalone = { make, toldNow };
})((window.dateline = window.dateline || { parts: {} }));
