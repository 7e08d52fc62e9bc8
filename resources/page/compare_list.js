// Two dates compared, on a page of its own: two date fields, and the list of what differs.
//
// parts.compareList.make(page, range, knownBy(day) -> day) -> {box, update(), open(first, second), again()}
(function (dl) {
  "use strict";

  const { element } = dl.parts.controls;
  const MOST = 200;

  function dateField(text, range) {
    const label = element("label", "", text);
    const field = element("input", "");
    Object.assign(field, { type: "date", min: dl.parts.days.iso(range.first), max: dl.parts.days.iso(range.last) });
    label.append(field);
    return { label, field };
  }

  function button(text, onClick) {
    const made = element("button", "", text);
    made.type = "button";
    made.addEventListener("click", onClick);
    return made;
  }

  function firstDay(table, range) {
    const published = table.sources.map((s) => s.day).filter((d) => d !== null);
    return published.length ? Math.min(...published) : range.first;
  }

  // What is copied: the same as is read, without its dress.
  function textOf(table, found, head) {
    const lines = [head];
    for (const change of dl.parts.differences.ORDER) {
      const group = found.filter((d) => d.change === change);
      if (group.length) lines.push("", dl.parts.compare.WORDS[change]);
      for (const { mark, sentence } of group) {
        lines.push(`- ${sentence}`);
        const q = table.quotes(mark)[0];
        if (q === undefined) continue;
        const [number, text, , , , written] = table.quote(q);
        const source = table.sources.find((s) => s.number === number);
        lines.push(`  “${text}” (${[source && dl.parts.popup.sourceWords(source, written), source && source.title].filter(Boolean).join(": ")})`);
      }
    }
    return lines.join("\n");
  }

  function make(page, range, knownBy) {
    const box = element("details", "dl-compare");
    const summary = element("summary", "", "Compare two dates");
    const days = element("div", "dl-compare-days");
    const [a, b] = [dateField("A", range), dateField("B", range)];
    const list = element("div", "dl-compare-list");
    const said = element("p", "dl-entry-note");
    said.setAttribute("role", "status");
    const spare = element("textarea", "");
    spare.readOnly = true;
    spare.hidden = true;
    spare.setAttribute("aria-label", "Text to copy");

    const isSet = () => box.open && a.field.value && b.field.value;
    const dayOf = ({ field }) => dl.parts.days.read(field.value);
    let shown = "";

    function set() {
      const { iso } = dl.parts.days;
      dl.setCompare(isSet() ? [a, b].flatMap((one) => [one.field.value, iso(knownBy(dayOf(one)))]) : []);
    }

    function update() {
      if (!page.compare) return;
      const { table } = page.stage.state;
      const moments = page.compare.moments();
      const found = page.compare.all();
      const now = JSON.stringify([moments, found.map((d) => [d.mark, d.sentence])]);
      if (now === shown) return;
      shown = now;
      spare.hidden = true;
      if (!moments) {
        list.replaceChildren();
        dl.parts.controls.write(said, "");
        return;
      }
      dl.parts.controls.write(said, found.length ? `${dl.parts.compare.countWords(found)}, ${asKnown(moments)}.` : `Nothing on the map differs, ${asKnown(moments)}.`);
      const rows = [];
      for (const change of dl.parts.differences.ORDER) {
        const group = found.filter((d) => d.change === change);
        if (group.length) rows.push(element("h3", "dl-compare-group", dl.parts.compare.WORDS[change]));
        rows.push(...group.slice(0, MOST).map((d) => dl.parts.compare.entry(table, d)));
        if (group.length > MOST) rows.push(element("p", "dl-entry-note", `and ${group.length - MOST} more`));
      }
      list.replaceChildren(...rows);
    }

    function asKnown([first, second]) {
      const { words } = dl.parts.days;
      return first.known === second.known ? `as known on ${words(second.known)}` : `as known on ${words(first.known)} and on ${words(second.known)}`;
    }

    async function copy() {
      const { words } = dl.parts.days;
      const moments = page.compare.moments();
      if (!moments) return;
      const { table } = page.stage.state;
      const head = `${table.title}: ${words(moments[0].on)} to ${words(moments[1].on)}, ${asKnown(moments)}`;
      spare.value = textOf(table, page.compare.all(), head);
      try {
        await navigator.clipboard.writeText(spare.value);
        said.textContent = "Copied.";
      } catch (error) {
        // A page of a file may not write the clipboard in every browser: the text is marked instead.
        spare.hidden = false;
        spare.select();
        said.textContent = "Press Ctrl+C to copy the marked text.";
      }
    }

    const here = (one) => button(`${one === a ? "A" : "B"} = date shown`, () => {
      one.field.value = dl.parts.days.iso(page.stage.state.on);
      set();
    });
    for (const one of [a, b]) one.field.addEventListener("change", set);
    box.addEventListener("toggle", () => {
      if (box.open && !a.field.value) {
        a.field.value = dl.parts.days.iso(firstDay(page.stage.state.table, range));
        b.field.value = dl.parts.days.iso(page.stage.state.on);
      }
      set();
    });
    days.append(a.label, b.label, here(a), here(b), button("Copy as text", copy));
    box.append(summary, days, said, spare, list);
    return {
      box,
      update,
      open(first, second) {
        a.field.value = first;
        b.field.value = second;
        if (box.open) set();
        else box.open = true;
      },
      again: () => isSet() && set(),
    };
  }

  dl.parts.compareList = { make };
})((window.dateline = window.dateline || { parts: {} }));
