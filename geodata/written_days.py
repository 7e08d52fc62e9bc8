"""
How days are written for people. Data files have ISO 8601, whatever is chosen here.

The style is one of the process, as a locale is: whoever shows the program to a person sets it once.
What was put into words before keeps them until it is made anew.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# English like all words around them: a date must not switch language inside a sentence.


class DayStyle(StrEnum):
    """The order in which a day is written."""

    DAY_FIRST = "day"  # 19 May 2024
    MONTH_FIRST = "month"  # May 19, 2024
    ISO = "iso"  # 2024-05-19


class _Chosen:
    style = DayStyle.DAY_FIRST


def write_days_as(style: DayStyle) -> None:
    """Choose how days are written from now on."""
    _Chosen.style = style


def day_style() -> DayStyle:
    """Return how days are written."""
    return _Chosen.style


def day_words(day: date) -> str:
    """
    Return a day in words.

    >>> day_words(date(2024, 5, 19))
    '19 May 2024'
    """
    return _full(day, MONTHS[day.month - 1])


def short_day(day: date) -> str:
    """
    Return a day with the month shortened to three letters.

    >>> short_day(date(2024, 9, 15))
    '15 Sep 2024'
    """
    return _full(day, MONTHS[day.month - 1][:3])


def day_and_month(day: date) -> str:
    """
    Return a day without its year, the month shortened.

    >>> day_and_month(date(2024, 9, 15))
    '15 Sep'
    """
    return _yearless(day, MONTHS[day.month - 1][:3])


def month_and_year(day: date) -> str:
    """
    Return the month of a day, shortened, with its year; the same in every style.

    >>> month_and_year(date(2024, 9, 15))
    'Sep 2024'
    """
    return f"{MONTHS[day.month - 1][:3]} {day.year}"


def days_between(first: date, last: date, joint: str, *, is_short: bool = False) -> str:
    """
    Return a range of days, as short as it can be said without loss.

    Args:
        first: First day.
        last: Last day, inclusive.
        joint: What stands between the two, with its blanks.
        is_short: Whether months are shortened.

    >>> days_between(date(2024, 3, 11), date(2024, 3, 20), " to ")
    '11 to 20 March 2024'
    >>> days_between(date(2024, 9, 28), date(2024, 10, 3), " – ", is_short=True)
    '28 Sep – 3 Oct 2024'
    """
    one, two = (MONTHS[day.month - 1][: 3 if is_short else None] for day in (first, last))
    is_same_year = first.year == last.year
    is_same_month = is_same_year and first.month == last.month
    if _Chosen.style is DayStyle.ISO or not is_same_year:
        return f"{_full(first, one)}{joint}{_full(last, two)}"
    if _Chosen.style is DayStyle.MONTH_FIRST:
        end = str(last.day) if is_same_month else _yearless(last, two)
        return f"{_yearless(first, one)}{joint}{end}, {last.year}"
    start = str(first.day) if is_same_month else _yearless(first, one)
    return f"{start}{joint}{_full(last, two)}"


def days_beside(first: date, last: date, other: date | None) -> str:
    """
    Return one day or two in short, with their year where another day is not of the same one.

    Args:
        first: First day.
        last: Last day, inclusive; the same where there is one.
        other: The day beside which they stand, or None where none does.

    >>> days_beside(date(2024, 9, 15), date(2024, 9, 20), date(2024, 5, 1))
    '15–20 Sep'
    >>> days_beside(date(2030, 12, 31), date(2030, 12, 31), date(2026, 7, 8))
    '31 Dec 2030'
    """
    is_yearless = other is not None and first.year == last.year == other.year
    if first == last:
        return day_and_month(last) if is_yearless else short_day(last)
    if is_yearless:
        return days_between_yearless(first, last)
    return days_between(first, last, "–", is_short=True)


def days_between_yearless(first: date, last: date) -> str:
    """
    Return two days of one matter without their year.

    >>> days_between_yearless(date(2024, 9, 28), date(2024, 10, 3))
    '28 Sep – 3 Oct'
    >>> days_between_yearless(date(2024, 9, 15), date(2024, 9, 20))
    '15–20 Sep'
    """
    is_same_month = (first.year, first.month) == (last.year, last.month)
    if not is_same_month or _Chosen.style is DayStyle.ISO:
        return f"{day_and_month(first)} – {day_and_month(last)}"
    if _Chosen.style is DayStyle.MONTH_FIRST:
        return f"{day_and_month(first)}–{last.day}"
    return f"{first.day}–{day_and_month(last)}"


def _full(day: date, month: str) -> str:
    match _Chosen.style:
        case DayStyle.ISO:
            return day.isoformat()
        case DayStyle.MONTH_FIRST:
            return f"{month} {day.day}, {day.year}"
        case DayStyle.DAY_FIRST:
            return f"{day.day} {month} {day.year}"


def _yearless(day: date, month: str) -> str:
    match _Chosen.style:
        case DayStyle.ISO:
            return f"{day:%m-%d}"
        case DayStyle.MONTH_FIRST:
            return f"{month} {day.day}"
        case DayStyle.DAY_FIRST:
            return f"{day.day} {month}"
