"""Dates as machines write them -> days, and what several of them say of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from geodata.domain.documents import DateHint, Publication
from geodata.domain.times import Precision, UncertainDate

_OLDEST_YEAR, _LAST_YEAR = 1900, 2199
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"\s*((?:19|20|21)\d\d)[-/.]?(\d\d)[-/.]?(\d\d)(?!\d)")
_DAY_FIRST = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?([A-Za-z]{3})[a-z]*\.?,?\s+(\d{4})\b"
)
_MONTH_FIRST = re.compile(r"\b([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/_-]|$)")


@dataclass(frozen=True, slots=True)
class StatedDay:
    """A day that a file states as that of its publication, and where it does."""

    day: date
    where: str


def day_of(text: object) -> date | None:
    """
    Return the day that a machine-written date names, in the time zone it is written in.

    ISO 8601, RFC 2822 and English dates in words are read; numbers such as 03/04/2024, whose day
    and month can be swapped, are not.
    """
    words = str(text or "").strip()[:80]
    if match := _ISO.match(words):
        return _real(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_FIRST.search(words):
        return _named(match[3], match[2], match[1])
    if match := _MONTH_FIRST.search(words):
        return _named(match[3], match[1], match[2])
    try:
        sent = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return _real(sent.year, sent.month, sent.day)


def day_in_address(address: str) -> date | None:
    """Return the day in the path of a web address: /2024/05/19/ or /2024/may/19/."""
    match = _IN_ADDRESS.search(address.casefold())
    if match is None:
        return None
    if match[2].isdigit():
        return _real(int(match[1]), int(match[2]), int(match[3]))
    return _named(match[1], match[2], match[3])


def publication_of(stated: Sequence[StatedDay]) -> Publication | None:
    """
    Return the publication that stated days give, the first of them as the best.

    Where they differ the range covers all of them, and the reason names each.
    """
    if not stated:
        return None
    best = stated[0].day
    days = sorted({clue.day for clue in stated})
    if len(days) == 1:
        why = f"{stated[0].where} says {_say(best)}."
        return Publication(best, UncertainDate(best, best), why, is_stated=True)
    others = {clue.day: clue.where for clue in reversed(stated) if clue.day != best}
    told = ", ".join(f"{where} says {_say(day)}" for day, where in sorted(others.items()))
    why = f"{stated[0].where} says {_say(best)}, but {told}."
    within = UncertainDate(days[0], days[-1], Precision.INTERVAL, why=why)
    return Publication(best, within, why)


def made_on(made: object, changed: object, what: str) -> tuple[DateHint, ...]:
    """
    Return the hint that a file's own dates give: its article appeared before it was last changed.

    Args:
        made: When the file was made: a datetime, text, or None.
        changed: When it was last changed, likewise.
        what: The file in words: “the PDF”.
    """
    first, last = _as_day(made), _as_day(changed)
    day = first or last
    if day is None:
        return ()
    verb = "was made on" if first else "was last changed on"
    return (DateHint(day, None, max(day, last or day), f"{what} {verb}"),)


def _as_day(value: object) -> date | None:
    if isinstance(value, datetime):
        return _real(value.year, value.month, value.day)
    return day_of(value) if value else None


def _named(year: str, month: str, day: str) -> date | None:
    name = month.casefold()
    return _real(int(year), _MONTHS.index(name) + 1, int(day)) if name in _MONTHS else None


def _real(year: int, month: int, day: int) -> date | None:
    if not _OLDEST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _say(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1].title()} {day.year}"
