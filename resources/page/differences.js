// What differs between two maps, in sentences; the same as geodata/layers/changes.py.
//
// A moment is {on, known}, both days as numbers.
// parts.differences.between(table, first, second, hidden Set of layers) ->
//   [{change: "appeared" | "first_told" | "ended" | "changed", before: i | null, after: i | null, mark: i, sentence}]
// parts.differences.order(a, b) -> [the earlier moment, the later one]
(function (dl) {
  "use strict";

  const ORDER = ["appeared", "first_told", "ended", "changed"];
  const OVER = new Set(["gone", "closed", "handed_over"]);
  const STANDING = new Set(["present", "operates"]);
  const TO_COME = new Set(["to_arrive", "to_open"]);
  const FIRST_DAY = -800000; // an open beginning
  const BARE = new Set(["reference", "region", "mention"]);

  function order(a, b) {
    return a.on < b.on || (a.on === b.on && a.known <= b.known) ? [a, b] : [b, a];
  }

  function drawn(table, { on, known }, hidden) {
    const found = new Map();
    for (let i = 0; i < table.size; i += 1) {
      if (table.vs[i] > on) break; // the marks are in the order of their first day
      if (on >= table.ve[i] || table.ks[i] > known || known >= table.ke[i]) continue;
      if (BARE.has(table.form(i)) || hidden.has(table.layer(i))) continue;
      found.set(`${table.fact[i]} ${table.form(i)}`, i);
    }
    return found;
  }

  const isPossible = (table, i) => table.text("cert", i) === "possible";

  function isOver(table, i) {
    return i !== null && OVER.has(table.text("state", i)) && !isPossible(table, i);
  }

  // An arrival is drawn as news for some weeks; that it then is mere presence is no change.
  const NEWS = { arriving: "present", opens: "operates" };

  function stateOf(table, i) {
    const state = table.text("state", i);
    return NEWS[state] || state;
  }

  const looks = (t, i) => [stateOf(t, i), t.cert[i], t.low[i], t.high[i], t.open[i], t.due(i), t.pole(i), t.second(i)].join(" ");

  // Of “had turned toward Russia by 20 April” nobody tells when: it may be long before.
  const isBegunBy = (table, i) => table.begun_by[i] === 1;

  // What came or opened after the first day and up to the second.
  function begunBetween(table, first, second) {
    const found = new Set();
    for (let i = 0; i < table.size && table.vs[i] <= second.on; i += 1) {
      const isKnown = table.ks[i] <= second.known && second.known < table.ke[i];
      const isNews = NEWS[table.text("state", i)] && !isBegunBy(table, i);
      if (isKnown && table.vs[i] > first.on && isNews) found.add(`${table.fact[i]} ${table.form(i)}`);
    }
    return found;
  }

  // How what was not there, or over, on the first map stands on the second.
  function came(table, before, after, isBegun) {
    const [state, form] = [table.text("state", after), table.form(after)];
    const isOlder = before === null && isBegunBy(table, after);
    const isTurn = form !== "troops" && form !== "base";
    if (!isOlder && (isTurn || NEWS[state])) return "appeared";
    if (isBegun && STANDING.has(state)) return "appeared";
    const isFirst = isTurn || STANDING.has(state) || TO_COME.has(state) || Boolean(NEWS[state]);
    return before === null && isFirst ? "first_told" : "changed";
  }

  // A day after which what a source tells as past cannot have been: its publication.
  function lastPossible(table, i, { known }) {
    const last = table.ks[i] <= FIRST_DAY ? known : table.ks[i];
    return table.form(i) === "shift" ? Math.min(last, ...table.attested(i)) : last;
  }

  function changeOf(table, before, after, isBegun) {
    if (table.form(after === null ? before : after) === "shift") return before === null ? came(table, before, after, isBegun) : "";
    const [wasOver, isOverNow] = [isOver(table, before), isOver(table, after)];
    if (after === null) return wasOver ? "" : "ended";
    if (before === null || wasOver !== isOverNow) return isOverNow ? "ended" : came(table, before, after, isBegun);
    return looks(table, before) === looks(table, after) ? "" : "changed";
  }

  const open = (table, i) => (table.text("report", i) || table.text("words", i)).replace(/\.$/, "");

  function sentence(table, change, before, after, first, second) {
    const { words } = dl.parts.days;
    if (after === null) {
      const told = `no source carries this on to ${words(second.on)}`;
      const asKnown = first.known === second.known ? "" : `as known on ${words(second.known)}, `;
      return `${open(table, before)}; ${asKnown}${told}.`;
    }
    const parts = [open(table, after)];
    if (change === "first_told" && STANDING.has(table.text("state", after))) parts.push("first told of, not told as new");
    if (isPossible(table, after) && second.on < lastPossible(table, after, second)) parts.push(`possibly only after ${words(second.on)}`);
    if (before !== null && isPossible(table, before) && table.state[before] === table.state[after]) {
      parts.push(`possibly before ${words(first.on)}`);
    } else if (before !== null && table.text("standing", before)) {
      parts.push(`on ${words(first.on)}: ${table.text("standing", before)}`);
    }
    return `${parts.join("; ")}.`;
  }

  // Of an arrow and the ground that it leads to, the one that says more.
  function eachOnce(table, found) {
    const byKey = (form) => new Map(found.filter((d) => table.form(d.mark) === form).map((d) => [keyOf(d), d]));
    const keyOf = (d) => `${table.text("country", d.mark)} ${table.pole(d.mark)}`;
    const [grounds, arrows] = [byKey("ground"), byKey("shift")];
    const saysMore = (arrow, ground) => table.second(arrow.mark) !== "" && ["appeared", "first_told"].includes(ground.change);
    return found.filter((d) => {
      const [form, key] = [table.form(d.mark), keyOf(d)];
      if (form === "ground" && arrows.has(key)) return !saysMore(arrows.get(key), d);
      if (form === "shift" && grounds.has(key)) return saysMore(d, grounds.get(key));
      return true;
    });
  }

  function between(table, first, second, hidden = new Set()) {
    const [one, two] = [drawn(table, first, hidden), drawn(table, second, hidden)];
    const begun = begunBetween(table, first, second);
    const found = [];
    for (const key of new Set([...one.keys(), ...two.keys()])) {
      const before = one.has(key) ? one.get(key) : null;
      const after = two.has(key) ? two.get(key) : null;
      const change = changeOf(table, before, after, begun.has(key));
      if (!change) continue;
      const mark = after === null ? before : after;
      found.push({ change, before, after, mark, sentence: sentence(table, change, before, after, first, second) });
    }
    return eachOnce(table, found)
      .sort((a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change) || a.mark - b.mark);
  }

  dl.parts.differences = { between, order, ORDER };
})((window.dateline = window.dateline || { parts: {} }));
