// Short words that stand beside symbols.
//
// parts.words.count(low, high, isOpen) -> "900–1,100+", "over 1,000", "" where no number is known
// parts.words.note(table, i) -> "900–1,100+, leaving"
// parts.words.apart(name) -> the name, kept apart from what follows where it runs from right to left
// parts.words.state(state) -> "to withdraw"; parts.words.pole("W") -> "the West"
(function (dl) {
  "use strict";

  const POLES = {
    W: "the West", R: "Russia", C: "China", I: "Iran", T: "Türkiye", N: "no pole",
  };
  const ACTORS = {
    US: "US", FR: "French", RU: "Russian", CN: "Chinese", IR: "Iranian", TR: "Turkish", UN: "UN",
  };

  // Letters that run from right to left would take the number that follows them along.
  const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
  const apart = (text) => (RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text);

  const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

  function count(low, high, isOpen) {
    if (low < 0) return "";
    if (high < 0) return `${grouped(low)}+`;
    const range = low === high ? grouped(low) : `${grouped(low)}–${grouped(high)}`;
    return isOpen ? `${range}+` : range;
  }

  // The label of a mark with its count, once; the symbol's "?" already says that none is known.
  function note(table, i) {
    const label = table.text("label", i).replace(/^\?(, )?/, "");
    const number = table.form(i) === "troops" ? count(table.low[i], table.high[i], table.open[i] === 1) : "";
    if (!number || label.includes(number)) return label;
    return label ? `${number}, ${label}` : number;
  }

  dl.parts.words = {
    apart,
    count,
    note,
    grouped,
    state: (state) => state.replace(/_/g, " "),
    pole: (letter) => POLES[letter] || letter,
    actor: (code) => ACTORS[code] || code,
    plural: (n, one, many) => `${grouped(n)} ${n === 1 ? one : many}`,
  };
})((window.dateline = window.dateline || { parts: {} }));
