"""Dates and counts in a person's words. They never say more than they know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QLocale

from geodata.domain.mentions import Count
from geodata.domain.times import Precision, UncertainDate


def day_words(day: date) -> str:
    """
    Return a day as `19 May 2024`.

    >>> day_words(date(2024, 5, 9))
    '9 May 2024'
    """
    return f"{day.day} {_month(day.month)} {day.year}"


def short_day(day: date) -> str:
    """
    Return a day as `19 May 2024`, with the month shortened to three letters.

    >>> short_day(date(2024, 9, 15))
    '15 Sep 2024'
    """
    return f"{day.day} {_month(day.month)[:3]} {day.year}"


def short_range(first: date, last: date) -> str:
    """
    Return two days of one matter without their year: `15–20 Sep`, `28 Sep – 3 Oct`.

    >>> short_range(date(2024, 9, 28), date(2024, 10, 3))
    '28 Sep – 3 Oct'
    """
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {_month(last.month)[:3]}"
    return f"{first.day} {_month(first.month)[:3]} – {last.day} {_month(last.month)[:3]}"


def date_words(when: UncertainDate) -> str:
    """Return an uncertain date in words: `between 11 and 20 March 2024`, `by 15 September 2024`."""
    return _told(when, day_words, _month)


def short_date(when: UncertainDate) -> str:
    """Return an uncertain date for a narrow column: `11–20 Mar 2024`, `by 15 Sep 2024`."""
    if _whole_unit(when) or not (when.earliest and when.latest) or when.is_exact:
        return _told(when, short_day, lambda month: _month(month)[:3])
    first, last = when.earliest, when.latest
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{short_day(last)}"
    if first.year == last.year:
        return f"{first.day} {_month(first.month)[:3]} – {short_day(last)}"
    return f"{_short_month(first)} – {_short_month(last)}"


def count_words(count: Count) -> str:
    """Return a count as a range: `900 to 1,100`, `1,001 or more`, `1,000`."""
    if count.high is None:
        return f"{count.low:,} or more"
    return f"{count.low:,}" if count.low == count.high else f"{count.low:,} to {count.high:,}"


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


def _told(
    when: UncertainDate,
    in_words: Callable[[date], str],
    of_month: Callable[[int], str],
) -> str:
    first, last = when.earliest, when.latest
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
        return f"{of_month(first.month)} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"between {first.day} and {in_words(last)}"
    return f"between {in_words(first)} and {in_words(last)}"


def _whole_unit(when: UncertainDate) -> Precision | None:
    """Return MONTH or YEAR where the range is exactly one."""
    first, last = when.earliest, when.latest
    if not (first and last) or first.day != 1 or first.year != last.year:
        return None
    if (first.month, last.month, last.day) == (1, 12, 31):
        return Precision.YEAR
    is_last_day = last.toordinal() == date.max.toordinal() or _next_day(last).day == 1
    return Precision.MONTH if first.month == last.month and is_last_day else None


def _short_month(day: date) -> str:
    return f"{_month(day.month)[:3]} {day.year}"


def _next_day(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _month(month: int) -> str:
    # English like the rest of the interface: a date must not switch language inside a sentence.
    return QLocale(QLocale.Language.English).standaloneMonthName(month)


def file_name(title: str) -> str:
    """
    Return a title as a file name that every system takes.

    >>> file_name('Chad: who stays?')
    'Chad  who stays'
    """
    return "".join(" " if letter in '<>:"/\\|?*' else letter for letter in title).strip() or "map"
