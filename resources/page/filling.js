// Texts and lists in the room that a sheet has for them; nothing is ever cut in half.
//
// parts.filling.title(line, px)         smaller letters, then two lines
// parts.filling.shorten(line, text)     after a clause, else after a word, and that is shown
// parts.filling.side(side, legend, strip)   what is told elsewhere gives way, last first
// parts.filling.sources(line, state)    the articles that what is drawn rests on
// parts.filling.heightOf(box) -> px that its contents take
(function (dl) {
  "use strict";

  const { element } = dl.parts.controls;
  const LEAST_TITLE = 0.62;
  const TITLE_LETTERS = 26;

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
    const top = box.getBoundingClientRect().top;
    return [...box.querySelectorAll("*")].reduce((most, one) => Math.max(most, one.getBoundingClientRect().bottom - top), 0);
  }

  const overflows = (side) => heightOf(side) > side.clientHeight + 1;

  function side(box, legend, strip) {
    const spare = [...legend.querySelectorAll(".dl-legend-group")].filter(
      (group) => /^(All marks|Regions)/.test(group.textContent),
    );
    if (strip) legend.append(strip);
    while (overflows(box) && spare.length) spare.pop().remove();
    if (strip && overflows(box)) strip.remove();
    const rows = [...legend.querySelectorAll(".dl-legend-row")];
    while (overflows(box) && rows.length) rows.pop().remove();
    for (const group of legend.querySelectorAll(".dl-legend-group")) {
      if (!group.querySelector(".dl-legend-row, .dl-strip")) group.remove();
    }
  }

  function sourceWords(source) {
    const short = source.title.length > TITLE_LETTERS ? `${source.title.slice(0, TITLE_LETTERS - 1)}…` : source.title;
    return `${source.number} ${source.outlet ? "" : `${short}, `}${dl.parts.popup.sourceWords(source)}`;
  }

  function sources(line, state) {
    const { table } = state;
    const drawn = new Set([...dl.parts.legend.seen(state)].flatMap((i) => table.docs(i)));
    const told = table.sources.filter((source) => drawn.has(source.number));
    line.replaceChildren(element("b", "", told.length ? "Sources" : "No source speaks of what this map shows."));
    const spans = told.map((source) => element("span", "", sourceWords(source)));
    line.append(...spans);
    let left = 0;
    while (line.scrollHeight > line.clientHeight + 1 && spans.length > 1) {
      if (left) line.lastChild.remove();
      spans.pop().remove();
      left += 1;
      line.append(element("span", "", `and ${dl.parts.words.plural(left, "more article", "more articles")}`));
    }
  }

  dl.parts.filling = { title, shorten, side, sources, heightOf };
})((window.dateline = window.dateline || { parts: {} }));
