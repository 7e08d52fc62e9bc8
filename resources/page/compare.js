// Two dates compared on the map: a sign beside each mark that appeared, ended or changed.
//
// The signs are buttons: Tab reaches them, Enter opens what they stand for. Shape, sign and colour
// tell the three apart, each alone.
// parts.compare.make(map, page) -> {set(first, second) | set(null), update(), all() -> differences,
//   follow(), find() anew, moments() -> [first, second] | null, signs() -> what is drawn, for tests}
// parts.compare.sign(change) -> element; parts.compare.legend(compared) -> a group of the legend
// parts.compare.entry(table, difference) -> element: the sentence with its quotes
(function (dl) {
  "use strict";

  const { element } = dl.parts.controls;
  const SIGNS = { appeared: "+", first_told: "+", ended: "−", changed: "±" };
  const WORDS = { appeared: "Appeared", first_told: "First told of", ended: "Ended", changed: "Changed" };
  const MEANINGS = { appeared: "new or first told of", ended: "ended or no longer told of", changed: "changed" };
  const NEAR_PX = 26;
  const POINT_PX = 4;
  const SIGN_PX = 20;
  const DIGITS_PX = 9;
  const MOST_DRAWN = 400;
  const REST_MS = 140;
  const MOST_QUOTED = 2;

  function sign(change, count = 1) {
    const made = element("span", "dl-sign", SIGNS[change]);
    made.dataset.change = change;
    if (count > 1) made.append(element("small", "", String(count)));
    return made;
  }

  // What is new since the first date comes first; the same words stand once.
  function quotesOf(table, before, mark) {
    const old = new Set(before === null || before === mark ? [] : table.quotes(before));
    const seen = new Set();
    const all = table.quotes(mark).filter((q) => {
      const key = table.quote(q).slice(0, 2).join(" ");
      return table.quote(q)[1] && !seen.has(key) && seen.add(key);
    }).sort((a, b) => old.has(a) - old.has(b));
    return { shown: all.slice(0, MOST_QUOTED), rest: all.slice(MOST_QUOTED) };
  }

  function entry(table, { change, before, mark, sentence }) {
    const made = element("article", "dl-difference");
    const head = element("h3", "");
    const spoken = element("span", "dl-spoken", `${WORDS[change]}: `);
    const shown = sign(change);
    shown.setAttribute("aria-hidden", "true");
    head.append(shown, spoken, document.createTextNode(sentence));
    const { shown: lead, rest } = quotesOf(table, before, mark);
    made.append(head, dl.parts.popup.quotes(table, mark, lead));
    if (rest.length) {
      const more = element("details", "");
      more.append(element("summary", "", dl.parts.words.plural(rest.length, "more quote", "more quotes")), dl.parts.popup.quotes(table, mark, rest));
      made.append(more);
    }
    if (table.review(mark) === "suggested") made.append(element("p", "dl-popup-note", "not yet reviewed"));
    return made;
  }

  const around = (a, b) => ({
    l: Math.min(a.l, b.l), t: Math.min(a.t, b.t), r: Math.max(a.r, b.r), b: Math.max(a.b, b.b),
  });

  // Signs of marks that stand closer than a sign is wide are one group, around all of them.
  function groupsOf(spots) {
    const groups = [];
    for (const { difference, box } of spots) {
      const [x, y] = [(box.l + box.r) / 2, (box.t + box.b) / 2];
      const near = groups.find((g) => Math.abs(g.x - x) < NEAR_PX && Math.abs(g.y - y) < NEAR_PX);
      if (near) {
        near.all.push(difference);
        near.box = around(near.box, box);
      } else groups.push({ x, y, box, all: [difference] });
    }
    return groups;
  }

  function counted(all) {
    return dl.parts.differences.ORDER
      .map((change) => [change, all.filter((d) => d.change === change).length])
      .filter(([, count]) => count);
  }

  const countWords = (all) => counted(all).map(([change, n]) => `${n} ${WORDS[change].toLowerCase()}`).join(", ");

  // What is new and what is first told of have one sign on the map.
  const signed = (all) => counted(all.map((d) => (d.change === "first_told" ? { ...d, change: "appeared" } : d)));

  function make(map, page) {
    const pane = map.createPane("dl-signs");
    pane.style.zIndex = "650";
    pane.classList.add("leaflet-zoom-hide");
    let moments = null;
    let found = [];
    let drawnFor = "";
    let later = 0;

    // The symbol, where one shows the mark; a country's ground is told at its arrow; else the point.
    function boxOf(i, shown, arrows) {
      const { table, topOf } = page.stage.state;
      const box = shown.get(topOf.has(i) ? topOf.get(i) : i)
        || (table.form(i) === "ground" && arrows.get(table.text("country", i)));
      if (box) return box;
      if (!table.hasPoint[i] || table.anchor(i) === "none") return null;
      const { l, t } = page.stage.renderer.bounds();
      const { x, y } = map.latLngToContainerPoint([table.lat(i), table.lon(i)]);
      return { l: x + l - POINT_PX, t: y + t - POINT_PX, r: x + l + POINT_PX, b: y + t + POINT_PX };
    }

    function inWindow() {
      const { table, frame } = page.stage.state;
      const { meets } = dl.parts.boxes;
      const bounds = page.stage.renderer.bounds();
      const shown = dl.parts.signSeats.boxesOf(frame);
      const arrows = new Map();
      for (const [i, box] of shown) if (table.form(i) === "shift") arrows.set(table.text("country", i), box);
      return found.map((difference) => {
        const { mark, before } = difference;
        const box = boxOf(mark, shown, arrows) || (before !== null && before !== mark ? boxOf(before, shown, arrows) : null);
        return box && { difference, box };
      }).filter((spot) => spot && meets(spot.box, bounds));
    }

    // In pixels of the map's corner.
    function seated(groups) {
      const bounds = page.stage.renderer.bounds();
      const seat = dl.parts.signSeats.make(page.stage.state.frame, bounds);
      return groups.map(({ all, box }) => {
        const wide = signed(all).reduce((sum, [, count]) => sum + SIGN_PX + (count > 1 ? DIGITS_PX : 0), 0);
        const { x, y } = seat({ box, wide });
        return { all, x: x - bounds.l, y: y - bounds.t };
      });
    }

    function button(group) {
      const { table } = page.stage.state;
      const made = element("button", "dl-signs");
      made.type = "button";
      const told = group.all.length === 1
        ? `${WORDS[group.all[0].change]}: ${group.all[0].sentence}` : `${countWords(group.all)}; opens the list`;
      made.setAttribute("aria-label", told);
      for (const [change, count] of signed(group.all)) made.append(sign(change, count));
      const at = map.containerPointToLayerPoint([group.x, group.y]);
      made.style.transform = `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px) translate(-50%, -50%)`;
      made.title = group.all.slice(0, 4).map((d) => d.sentence).join("\n");
      made.addEventListener("click", () => {
        const body = element("div", "dl-popup-body");
        body.append(...group.all.slice(0, 40).map((d) => entry(table, d)));
        page.popup.tell(body, group.x, group.y);
        page.popup.take();
        const { mark } = group.all[0];
        page.port.send({ kind: "mark-picked", mark: table.text("id", mark), x: group.x, y: group.y });
      });
      // The keys of the map are not for what has the focus here.
      made.addEventListener("keydown", (event) => {
        if (event.key === "Enter" || event.key === " ") event.stopPropagation();
      });
      L.DomEvent.disableClickPropagation(made);
      return made;
    }

    function update() {
      if (!moments || !page.stage.state.frame) return;
      const groups = seated(groupsOf(inWindow()).slice(0, MOST_DRAWN));
      const origin = map.containerPointToLayerPoint([0, 0]);
      const sign = JSON.stringify([origin, map.getZoom(), groups.map(({ x, y, all }) => [x, y, all.map((d) => d.mark + d.change)])]);
      if (sign === drawnFor) return;
      drawnFor = sign;
      const focused = [...pane.children].indexOf(document.activeElement);
      pane.replaceChildren(...groups.map(button));
      if (focused >= 0 && pane.children[focused]) pane.children[focused].focus({ preventScroll: true });
    }

    function find() {
      const { table, hidden } = page.stage.state;
      found = moments ? dl.parts.differences.between(table, ...moments, hidden) : [];
      drawnFor = "";
      if (moments) update();
      else pane.replaceChildren();
    }

    return {
      set(first, second) {
        moments = first ? dl.parts.differences.order(first, second) : null;
        find();
      },
      find,
      update,
      // While the hand moves the date the signs stay; they follow when it rests.
      follow() {
        if (!moments) return;
        clearTimeout(later);
        later = setTimeout(update, REST_MS);
      },
      all: () => found,
      moments: () => moments,
      signs: () => [...pane.querySelectorAll(".dl-sign")].map((made) => made.dataset.change),
    };
  }

  // What the signs on the map mean, with their numbers.
  function legend(compared) {
    const moments = compared && compared.moments();
    if (!moments) return null;
    const all = compared.all();
    const days = dl.parts.days;
    return {
      group: `${days.words(moments[0].on)} to ${days.words(moments[1].on)}`,
      total: all.length ? "" : "nothing differs",
      rows: signed(all).map(([change, count]) => ({ sign: change, text: `${MEANINGS[change]}, ${count}` })),
    };
  }

  dl.parts.compare = { make, sign, entry, legend, countWords, WORDS };
})((window.dateline = window.dateline || { parts: {} }));
