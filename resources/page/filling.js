// Texts and lists in the room that a sheet has for them; nothing is ever cut in half.
//
// parts.filling.title(line, px)         smaller letters, then two lines
// parts.filling.shorten(line, text)     after a clause, else after a word, and that is shown
// parts.filling.side(box, legend, groups, columns)   as many of the groups as the box has room for
// parts.filling.sources(line, state, credits)   the articles that what is drawn rests on, and whose map
// parts.filling.heightOf(box) -> px that its contents take
(function (dl) {
  "use strict";

  const { element } = dl.parts.controls;
  const LEAST_TITLE = 0.62;
  const TITLE_LETTERS = [80, 44, 26, 18];

  function title(line, px) {
    line.classList.remove("is-long");
    let size = px;
    line.style.fontSize = `${size}px`;
    while (line.scrollWidth > line.clientWidth + 1 && size > px * LEAST_TITLE) {
      size *= 0.96;
      line.style.fontSize = `${size}px`;
    }
    line.classList.toggle("is-long", line.scrollWidth > line.clientWidth + 1);
  }

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

  function heightOf(box) {
    const edges = [...box.querySelectorAll("*")].map((one) => one.getBoundingClientRect()).filter((edge) => edge.height);
    return edges.length ? Math.max(...edges.map((edge) => edge.bottom)) - Math.min(...edges.map((edge) => edge.top)) : 0;
  }

  // Each group where there is most room; in the order in which they come.
  function lay(legend, groups, columns) {
    if (columns === 1) {
      legend.replaceChildren(...groups);
      return;
    }
    const made = Array.from({ length: columns }, () => element("div", "dl-shot-column"));
    legend.replaceChildren(...made);
    for (const group of groups) {
      const least = made.reduce((a, b) => (b.offsetHeight < a.offsetHeight ? b : a));
      least.append(group);
    }
  }

  // What is told elsewhere gives way: regions named on the map, then counts by source, then the last rows.
  function side(box, legend, groups, columns) {
    let kept = groups;
    const overflows = () => heightOf(legend) > box.clientHeight + 1;
    const without = (is) => {
      if (!overflows()) return;
      kept = kept.filter((group) => !is(group));
      lay(legend, kept, columns);
    };
    lay(legend, kept, columns);
    without((group) => group.dataset.group === "Mentions");
    without((group) => group.dataset.group === "Regions");
    without((group) => group.matches(".dl-shot-strip-group"));
    while (overflows()) {
      const rows = legend.querySelectorAll(".dl-legend-row");
      if (!rows.length) break;
      rows[rows.length - 1].remove();
      without((group) => !group.querySelector(".dl-legend-row"));
    }
  }

  function sourceWords(source, letters) {
    const short = source.title.length > letters ? `${source.title.slice(0, letters - 1)}…` : source.title;
    return `${source.number} ${source.outlet ? "" : `${short}, `}${dl.parts.popup.sourceWords(source)}`;
  }

  function sources(line, state, credits) {
    const { table } = state;
    const drawn = new Set([...dl.parts.legend.seen(state)].flatMap((i) => table.docs(i)));
    const told = table.sources.filter((source) => drawn.has(source.number));
    const head = element("b", "", told.length ? "Sources" : "No source speaks of what this map shows.");
    const whose = element("span", "dl-shot-credits", credits);
    const isFull = () => line.scrollHeight > line.clientHeight + 1;
    const write = (letters, number) => {
      const spans = told.slice(0, number).map((source) => element("span", "", sourceWords(source, letters)));
      const left = told.length - number;
      const more = left ? [element("span", "", `and ${dl.parts.words.plural(left, "more article", "more articles")}`)] : [];
      line.replaceChildren(head, ...spans, ...more, whose);
      return !isFull();
    };
    if (TITLE_LETTERS.some((letters) => write(letters, told.length))) return;
    const least = TITLE_LETTERS[TITLE_LETTERS.length - 1];
    for (let number = told.length - 1; number > 0 && !write(least, number); number -= 1);
  }

  dl.parts.filling = { title, shorten, side, sources, heightOf };
})((window.dateline = window.dateline || { parts: {} }));
