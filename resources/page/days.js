// Days as numbers since 1970-01-01, and in words.
//
// parts.days.read("2024-05-20") -> 19863; parts.days.iso(19863) -> "2024-05-20"
// parts.days.words(day) -> "20 May 2024"; short(day) -> "20 May"; weekday(day) -> "Monday"
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
    iso: (day) => utc(day).toISOString().slice(0, 10),
    weekday: (day) => WEEKDAYS[utc(day).getUTCDay()],
    month: (day) => MONTHS[utc(day).getUTCMonth()].slice(0, 3),
    year: (day) => utc(day).getUTCFullYear(),
    isOpen: (day) => day <= FIRST || day >= LAST,
  };
})((window.dateline = window.dateline || { parts: {} }));
