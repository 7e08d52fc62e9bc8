// Days as numbers since 1970-01-01, and in words.
//
// parts.days.read("2024-05-20") -> 19863; parts.days.iso(19863) -> "2024-05-20"
// parts.days.words(day) -> "20 May 2024"; short(day) -> "20 May"; beside(day, other) -> the same, or
// "20 May 2024" where the other day is of another year; weekday(day) -> "Monday"
// parts.days.writeAs("day" | "month" | "iso") chooses how days are written: 20 May 2024, May 20, 2024, 2024-05-20
// parts.days.range(first, last) -> "15–20 Sep", "28 Sep–3 Oct"
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

  let style = "day";

  const utc = (day) => new Date(day * 86400000);

  function read(text) {
    const [year, month, day] = text.split("-").map(Number);
    return Math.round(Date.UTC(year, month - 1, day) / 86400000);
  }

  const iso = (day) => utc(day).toISOString().slice(0, 10);
  const year = (day) => utc(day).getUTCFullYear();

  function full(day, month) {
    if (style === "iso") return iso(day);
    const at = utc(day).getUTCDate();
    return style === "month" ? `${month} ${at}, ${year(day)}` : `${at} ${month} ${year(day)}`;
  }

  const name = (day) => MONTHS[utc(day).getUTCMonth()];
  const month = (day) => name(day).slice(0, 3);
  const words = (day) => full(day, name(day));

  function short(day) {
    if (style === "iso") return iso(day).slice(5);
    const at = utc(day).getUTCDate();
    return style === "month" ? `${month(day)} ${at}` : `${at} ${month(day)}`;
  }

  // A day without its year where another day of the same year stands beside it.
  const beside = (day, other) => (year(day) === year(other) ? short(day) : full(day, month(day)));

  // Two days of one matter, without their year.
  function range(first, last) {
    if (first === last) return short(first);
    if (month(first) !== month(last) || style === "iso") return `${short(first)}–${short(last)}`;
    const [from, to] = [first, last].map((day) => utc(day).getUTCDate());
    return style === "month" ? `${short(first)}–${to}` : `${from}–${short(last)}`;
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
    const isWithin = year(first) === year(last) && style === "day";
    return `${isWithin ? short(first) : full(first, month(first))} to ${full(last, month(last))}`;
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
    beside,
    year,
    monthStart,
    around,
    isOneDay,
    frameWords,
    range,
    writeAs: (chosen) => {
      style = chosen || "day";
    },
    iso,
    weekday: (day) => WEEKDAYS[utc(day).getUTCDay()],
    month,
    year,
    isOpen: (day) => day <= FIRST || day >= LAST,
  };
})((window.dateline = window.dateline || { parts: {} }));
