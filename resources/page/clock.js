// How time moves on a page of its own: modes, edges of a window, steps. Numbers only.
//
// now {on, known, reach: {before, after}}: the day shown, and how many days around it are taken in;
// range {first, last}: the days that there are. A window ends with the day shown.
// parts.clock.modeOf(reach) -> "day" | "window" | "start" | "end"; reachOf(mode, span) -> reach
// parts.clock.spanOf(reach) -> days; showDays(first, last, range) -> {on, reach}
// parts.clock.moveFirst(now, day, range), moveLast(now, day, range) -> {on, reach}
// parts.clock.stepped(day, step, count, changes) -> day
(function (dl) {
  "use strict";

  const USUAL_SPAN = 30;
  const DAY = 86400000;
  const held = (day, { first, last }) => Math.max(first, Math.min(last, day));

  function modeOf({ before, after }) {
    if (before === null) return "start";
    if (after === null) return "end";
    return before === 0 ? "day" : "window";
  }

  function reachOf(mode, span = USUAL_SPAN) {
    if (mode === "start") return { before: null, after: 0 };
    if (mode === "end") return { before: 0, after: null };
    return { before: mode === "window" ? Math.max(2, span) - 1 : 0, after: 0 };
  }

  const spanOf = ({ before }) => (before || 0) + 1;

  function showDays(first, last, range) {
    const end = held(Math.max(first, last), range);
    const start = Math.min(held(first, range), end);
    return { on: end, reach: { before: end - start, after: 0 } };
  }

  function firstOf(now, range) {
    if (now.reach.before === null) return range.first;
    return held(now.on - now.reach.before, range);
  }

  const moveFirst = (now, day, range) => showDays(Math.min(day, now.on), now.on, range);

  function moveLast(now, day, range) {
    const first = firstOf(now, range);
    return showDays(first, Math.max(day, first), range);
  }

  // A shorter month gives its last day.
  function months(day, count) {
    const at = new Date(day * DAY);
    const [year, month] = [at.getUTCFullYear(), at.getUTCMonth() + count];
    const longest = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    return Math.round(Date.UTC(year, month, Math.min(at.getUTCDate(), longest)) / DAY);
  }

  function change(day, count, days) {
    const found = count > 0 ? days.filter((d) => d > day) : days.filter((d) => d < day).reverse();
    return found.length ? found[Math.min(Math.abs(count), found.length) - 1] : day;
  }

  function stepped(day, step, count, changes) {
    if (step === "change") return change(day, count, changes);
    if (step === "month") return months(day, count);
    return day + count * (step === "week" ? 7 : 1);
  }

  dl.parts.clock = { modeOf, reachOf, spanOf, showDays, firstOf, moveFirst, moveLast, stepped, held };
})((window.dateline = window.dateline || { parts: {} }));
