// Days as numbers since 1970-01-01, and in words.
//
// parts.days.read("2024-05-20") -> 19863; parts.days.iso(19863) -> "2024-05-20"
// parts.days.words(day) -> "20 May 2024"; short(day) -> "20 May"; weekday(day) -> "Monday"
// parts.days.around(day, reach) -> {start, end}; frameWords(day, reach) -> "20 Apr to 20 May 2024"
(function (dl) {
  "use strict";

  const MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
  ];
  const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
  const FIRST = -800000;
  const LAST = 4000000;

  const utc = (day) => new Date(day * 86400000);

  function read(text) {
    const [year, month, day] = text.split("-").map(Number);
    return Math.round(Date.UTC(year, month - 1, day) / 86400000);
  }

  function words(day) {
    const at = utc(day);
    return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
  }

  function short(day) {
    const at = utc(day);
    return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()].slice(0, 3)}`;
  }

  // The half-open days around a day; a reach {before, after} of null is without end.
  function around(day, { before, after }) {
    return { start: before === null ? FIRST : day - before, end: after === null ? LAST : day + after + 1 };
  }

  const isOneDay = ({ before, after }) => before === 0 && after === 0;

  // "20 May 2024", "20 Apr to 20 May 2024", "All up to 20 May 2024"
  function frameWords(day, reach) {
    if (isOneDay(reach)) return words(day);
    if (reach.before === null) return reach.after === null ? "All dates" : `All up to ${words(day)}`;
    if (reach.after === null) return `All from ${words(day)}`;
    const [first, last] = [day - reach.before, day + reach.after];
    const year = (at) => utc(at).getUTCFullYear();
    return `${short(first)}${year(first) === year(last) ? "" : ` ${year(first)}`} to ${short(last)} ${year(last)}`;
  }

  // The first of the month that holds the day, moved by a number of months.
  function monthStart(day, moved = 0) {
    const at = utc(day);
    return Math.round(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + moved, 1) / 86400000);
  }

  dl.parts.days = {
    FIRST,
    LAST,
    read,
    words,
    short,
    monthStart,
    around,
    isOneDay,
    frameWords,
    iso: (day) => utc(day).toISOString().slice(0, 10),
    weekday: (day) => WEEKDAYS[utc(day).getUTCDay()],
    month: (day) => MONTHS[utc(day).getUTCMonth()].slice(0, 3),
    year: (day) => utc(day).getUTCFullYear(),
    isOpen: (day) => day <= FIRST || day >= LAST,
  };
})((window.dateline = window.dateline || { parts: {} }));
