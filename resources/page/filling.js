// Texts and lists in the room that a sheet has for them; nothing is ever cut in half.
//
// parts.filling.title(line, px, text)   smaller letters, then two lines, then fewer words
// parts.filling.shorten(line, text)     as many sentences as there is room for, else a clause, else words
// parts.filling.side(box, legend, groups, columns)   as many of the groups as the box has room for
// parts.filling.sources(line, state, credits)   the articles that what is drawn rests on, and whose map
// parts.filling.heightOf(box) -> px that its contents take
(function (dl) {
  "use strict";

  const { element } = dl.parts.controls;
  const LEAST_TITLE = 0.62;
  const GROUP_GAP_PX = 9;
  const TITLE_LETTERS = [110, 80, 44, 26];
  const SENTENCE_END = /(?<=[^A-Z\s.][.!?][”’")]?)\s+(?=\S)/g;
  const PART_END = /;\s/g; // what stands behind a comma may take back what stands before it
  const CLAUSE_END = /(?<=[.;])\s|[,;] /g;
  const WORD_END = /(?<=[^\s,;:.])[,;:.]*\s/g;

  function title(line, px, text) {
    line.classList.remove("is-long");
    line.textContent = text;
    let size = px;
    line.style.fontSize = `${size}px`;
    while (line.scrollWidth > line.clientWidth + 1 && size > px * LEAST_TITLE) {
      size *= 0.96;
      line.style.fontSize = `${size}px`;
    }
    line.classList.toggle("is-long", line.scrollWidth > line.clientWidth + 1);
    if (isFull(line)) fit(line, text, WORD_END);
  }

  const isFull = (line) => line.scrollHeight > line.clientHeight + 1;

  // The longest beginning that ends so and has room, shown with a sign that there is more, or without.
  function fit(line, text, ends, sign = " …") {
    const cuts = [...text.matchAll(ends)].map((found) => found.index).reverse();
    return cuts.find((at) => {
      line.textContent = text.slice(0, at) + sign;
      return !isFull(line);
    });
  }

  // Whole sentences, where they take most of the room; else a clause, else words.
  function shorten(line, text) {
    line.textContent = text;
    if (!isFull(line)) return;
    const word = fit(line, text, WORD_END);
    if (word === undefined) return;
    const isMost = (at, share) => at !== undefined && at >= word * share;
    if (isMost(fit(line, text, SENTENCE_END, ""), 0.5) || isMost(fit(line, text, PART_END), 0.5)) return;
    if (isMost(fit(line, text, CLAUSE_END), 0.7)) return;
    line.textContent = `${text.slice(0, word)} …`;
  }

  function heightOf(box) {
    const edges = [...box.querySelectorAll("*")].map((one) => one.getBoundingClientRect()).filter((edge) => edge.height);
    return edges.length ? Math.max(...edges.map((edge) => edge.bottom)) - Math.min(...edges.map((edge) => edge.top)) : 0;
  }

  // To which of the columns each of the heights goes, so that the tallest is as low as can be.
  function spread(heights, columns) {
    let best = { tallest: Infinity, seats: [] };
    const sums = new Array(columns).fill(0);
    const seats = [];
    function next(n) {
      const tallest = Math.max(...sums);
      if (tallest >= best.tallest) return;
      if (n === heights.length) {
        best = { tallest, seats: [...seats] };
        return;
      }
      for (let column = 0; column < columns; column += 1) {
        sums[column] += heights[n];
        seats[n] = column;
        next(n + 1);
        sums[column] -= heights[n];
        if (!sums[column]) break; // an empty column is like the next
      }
    }
    next(0);
    return best.seats;
  }

  function lay(legend, groups, columns) {
    if (columns === 1) {
      legend.replaceChildren(...groups);
      return;
    }
    const made = Array.from({ length: columns }, () => element("div", "dl-shot-column"));
    legend.replaceChildren(...made);
    made[0].append(...groups);
    const seats = spread(groups.map((group) => group.offsetHeight + GROUP_GAP_PX), columns);
    groups.forEach((group, n) => made[seats[n]].append(group));
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
      const tallest = [...legend.children].reduce((a, b) => (b.offsetHeight > a.offsetHeight ? b : a));
      const rows = (columns === 1 ? legend : tallest).querySelectorAll(".dl-legend-row");
      if (!rows.length) break;
      const last = rows[rows.length - 1];
      const group = last.closest(".dl-legend-group");
      last.remove();
      // A heading with nothing below it says nothing, and takes the room of a row.
      if (group.querySelector(".dl-legend-row")) continue;
      kept = kept.filter((one) => one !== group);
      lay(legend, kept, columns);
    }
  }

  // After a word, but for one that alone is longer.
  function shortened(text, letters) {
    if (text.length <= letters) return text;
    const at = text.lastIndexOf(" ", letters - 1);
    return at > 0 ? `${text.slice(0, at).replace(/[\s,;:.–-]+$/, "")} …` : `${text.slice(0, letters - 1)}…`;
  }

  function sourceWords(source, letters) {
    const [title, outlet] = [source.title, source.outlet].map((text) => shortened(text, letters));
    const named = dl.parts.popup.sourceWords({ ...source, outlet });
    return `${source.number} ${outlet ? "" : `${dl.parts.words.apart(title)}, `}${named}`;
  }

  function sources(line, state, credits) {
    const { table } = state;
    const drawn = new Set([...dl.parts.legend.seen(state)].flatMap((i) => table.docs(i)));
    const told = table.sources.filter((source) => drawn.has(source.number));
    const head = element("b", "", told.length ? "Sources" : "No source speaks of what this map shows.");
    const whose = element("span", "dl-shot-credits", credits);
    const write = (letters, number) => {
      const spans = told.slice(0, number).map((source) => element("span", "", sourceWords(source, letters)));
      const left = told.length - number;
      const more = left ? [element("span", "", `and ${dl.parts.words.plural(left, "more article", "more articles")}`)] : [];
      line.replaceChildren(head, ...spans, ...more, whose);
      return !isFull(line);
    };
    if (TITLE_LETTERS.some((letters) => write(letters, told.length))) return;
    const least = TITLE_LETTERS[TITLE_LETTERS.length - 1];
    for (let number = told.length - 1; number > 0 && !write(least, number); number -= 1);
  }

  dl.parts.filling = { title, shorten, side, sources, heightOf };
})((window.dateline = window.dateline || { parts: {} }));
