"""Dates and counts in a person's words. They never say more than they know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from geodata.domain.mentions import Count, Qualifier
from geodata.domain.times import Precision, UncertainDate
from geodata.written_days import (
    MONTHS,
    day_words,
    days_between,
    month_and_year,
    short_day,
)

__all__ = [
    "count_words",
    "date_words",
    "day_words",
    "file_name",
    "listed",
    "plural",
    "short_date",
    "short_day",
    "slug",
]

_NOT_IN_SLUGS = re.compile(r"\W+")


def date_words(when: UncertainDate) -> str:
    """Return an uncertain date in words: `between 11 and 20 March 2024`, `by 15 September 2024`."""
    return _told(when, is_short=False)


def short_date(when: UncertainDate) -> str:
    """Return an uncertain date for a narrow column: `11–20 Mar 2024`, `by 15 Sep 2024`."""
    if _whole_unit(when) or not (when.earliest and when.latest) or when.is_exact:
        return _told(when, is_short=True)
    first, last = when.earliest, when.latest
    if first.year != last.year:
        return f"{month_and_year(first)} – {month_and_year(last)}"
    joint = "–" if first.month == last.month else " – "
    return days_between(first, last, joint, is_short=True)


def count_words(count: Count) -> str:
    """
    Return a count as a range, after the words that hedge it.

    `“about 1,000”: 900 to 1,100`, `“over 1,000”: 1,001 or more`, `1,000`.
    """
    if count.high is None:
        told = f"{count.low:,} or more"
    else:
        told = f"{count.low:,}" if count.low == count.high else f"{count.low:,} to {count.high:,}"
    is_hedged = count.qualifier not in {Qualifier.EXACT, Qualifier.RANGE} and bool(count.text)
    return f"“{count.text}”: {told}" if is_hedged else told


def plural(number: int, noun: str) -> str:
    """
    Return a number with its noun.

    >>> plural(1, "claim"), plural(7, "claim")
    ('1 claim', '7 claims')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def listed(words: Sequence[str]) -> str:
    """
    Return words as a list in a sentence.

    >>> listed(["2", "4", "5"])
    '2, 4 and 5'
    """
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _told(when: UncertainDate, *, is_short: bool) -> str:
    first, last = when.earliest, when.latest
    in_words = short_day if is_short else day_words
    if first is None and last is None:
        return "date unknown"
    if first is None or last is None:
        return f"by {in_words(last)}" if last else f"from {in_words(first or date.min)}"
    if first == last:
        return in_words(first)
    unit = _whole_unit(when)
    if unit is Precision.YEAR:
        return str(first.year)
    if unit is Precision.MONTH:
        month = MONTHS[first.month - 1]
        return f"{month[:3] if is_short else month} {first.year}"
    return f"between {days_between(first, last, ' and ', is_short=is_short)}"


def _whole_unit(when: UncertainDate) -> Precision | None:
    """Return MONTH or YEAR where the range is exactly one."""
    first, last = when.earliest, when.latest
    if not (first and last) or first.day != 1 or first.year != last.year:
        return None
    if (first.month, last.month, last.day) == (1, 12, 31):
        return Precision.YEAR
    is_last_day = last.toordinal() == date.max.toordinal() or _next_day(last).day == 1
    return Precision.MONTH if first.month == last.month and is_last_day else None


def _next_day(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def file_name(title: str) -> str:
    """
    Return a title as a file name that every system takes.

    >>> file_name('Chad: who stays?')
    'Chad  who stays'
    """
    return "".join(" " if letter in '<>:"/\\|?*' else letter for letter in title).strip() or "map"


def slug(title: str, most_letters: int = 60) -> str:
    """
    Return a title in lower case and joined by hyphens, cut after a word: empty where it has none.

    >>> slug('Chad: who stays?')
    'chad-who-stays'
    """
    words = _NOT_IN_SLUGS.sub("-", title.casefold().replace("’", "")).strip("-_")
    if len(words) <= most_letters:
        return words
    kept, joint, _ = words[: most_letters + 1].rpartition("-")
    return (kept if joint else words[:most_letters]).rstrip("-")
