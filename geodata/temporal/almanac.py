"""Calendar arithmetic on whole days: months, weeks, seasons and their parts. Ends are inclusive."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum

from geodata.temporal.words.lexicon import MONTH_NAMES

Period = tuple[date, date]
"""First and last day, both inclusive."""


class Part(StrEnum):
    """A loose part of a month, year or other period."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    START = "the start of"
    END = "the end of"
    FIRST_HALF = "the first half of"
    SECOND_HALF = "the second half of"
    FIRST_WEEK = "the first week of"
    LAST_WEEK = "the last week of"


def a_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has none (30 February)."""
    if MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= month_length(year, month):
        return date(year, month, day)
    return None


def month_length(year: int, month: int) -> int:
    """Return how many days the month has."""
    return monthrange(year, month)[1]


def month_of(year: int, month: int) -> Period:
    """Return a calendar month."""
    return date(year, month, 1), date(year, month, month_length(year, month))


def year_of(year: int) -> Period:
    """Return a calendar year."""
    return date(year, 1, 1), date(year, 12, 31)


def week_of(day: date) -> Period:
    """Return the week, Monday to Sunday (ISO 8601), that holds the day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def weekend_of(day: date) -> Period:
    """Return Saturday and Sunday of the week that holds the day."""
    saturday = week_of(day)[0] + timedelta(days=5)
    return saturday, saturday + timedelta(days=1)


def quarter_of(year: int, quarter: int) -> Period:
    """Return a quarter of a calendar year, 1 to 4."""
    return date(year, 3 * quarter - 2, 1), month_of(year, 3 * quarter)[1]


def season_of(year: int, first_month: int) -> Period:
    """Return the three months from `first_month`; winter runs into the next year."""
    start = date(year, first_month, 1)
    end = add_months(start, 2)
    return start, month_of(end.year, end.month)[1]


def decade_of(year: int) -> Period:
    """Return the ten years that begin with the year's decade (1994 -> 1990..1999)."""
    first = year - year % 10
    return date(first, 1, 1), date(first + 9, 12, 31)


def century_named(year: int) -> Period:
    """Return the hundred years that “the 1700s” names (1700..1799)."""
    first = year - year % 100
    return date(first, 1, 1), date(first + 99, 12, 31)


def add_months(day: date, months: int) -> date:
    """
    Return the day so many months on; a day that the month lacks becomes its last.

    >>> add_months(date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, month_length(year, month)))


_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def step(day: date, amount: int, unit: str) -> date:
    """
    Return the day so many units on (negative: back).

    Raises:
        OverflowError: The calendar does not reach that far.
    """
    if unit in _DAYS:
        return day + timedelta(days=amount * _DAYS[unit])
    try:
        return add_months(day, amount * _MONTHS[unit])
    except ValueError as error:
        raise OverflowError(str(error)) from error


def unit_around(day: date, unit: str) -> Period:
    """Return the calendar day, week, month, quarter, year, decade or century with the day."""
    if unit == "day":
        return day, day
    if unit in ("week", "fortnight"):
        return week_of(day)
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "quarter":
        return quarter_of(day.year, (day.month + 2) // 3)
    if unit == "year":
        return year_of(day.year)
    if unit == "decade":
        return decade_of(day.year)
    first = max(1, (day.year - 1) // 100 * 100 + 1)
    return date(first, 1, 1), date(first + 99, 12, 31)


def part_of(period: Period, part: Part) -> Period:
    """
    Return the days that a loose part names.

    Conventions: in a month early is the 1st to 10th, mid the 11th to 20th, late and the end from
    the 21st; in a year early, mid and late are its thirds, its start is January and its end
    December; a decade is told in whole years; of anything else, thirds.
    """
    first, last = period
    if part is Part.FIRST_WEEK:
        return first, min(last, first + timedelta(days=6))
    if part is Part.LAST_WEEK:
        return max(first, last - timedelta(days=6)), last
    length = (last - first).days + 1
    if 28 <= length <= 31 and first.day == 1:
        return _part_of_month(period, part)
    if length in (365, 366) and (first.month, first.day) == (1, 1):
        return _part_of_year(first.year, part)
    if length in (3652, 3653) and (first.month, first.day) == (1, 1):
        return _part_of_decade(first.year, part)
    return _part_by_thirds(period, part)


def _part_of_month(period: Period, part: Part) -> Period:
    first, last = period
    low, high = {
        Part.EARLY: (1, 10),
        Part.START: (1, 10),
        Part.MID: (11, 20),
        Part.LATE: (21, last.day),
        Part.END: (21, last.day),
        Part.FIRST_HALF: (1, 15),
        Part.SECOND_HALF: (16, last.day),
    }[part]
    return first.replace(day=low), first.replace(day=high)


def _part_of_year(year: int, part: Part) -> Period:
    low, high = {
        Part.EARLY: (1, 4),
        Part.START: (1, 1),
        Part.MID: (5, 8),
        Part.LATE: (9, 12),
        Part.END: (12, 12),
        Part.FIRST_HALF: (1, 6),
        Part.SECOND_HALF: (7, 12),
    }[part]
    return date(year, low, 1), month_of(year, high)[1]


def _part_of_decade(year: int, part: Part) -> Period:
    low, high = {
        Part.EARLY: (0, 3),
        Part.START: (0, 1),
        Part.MID: (3, 6),
        Part.LATE: (6, 9),
        Part.END: (8, 9),
        Part.FIRST_HALF: (0, 4),
        Part.SECOND_HALF: (5, 9),
    }[part]
    return date(year + low, 1, 1), date(year + high, 12, 31)


def _part_by_thirds(period: Period, part: Part) -> Period:
    first, last = period
    length = (last - first).days + 1
    low, high = {
        Part.EARLY: (0, length // 3),
        Part.START: (0, length // 3),
        Part.MID: (length // 3, length - length // 3),
        Part.LATE: (length - length // 3, length),
        Part.END: (length - length // 3, length),
        Part.FIRST_HALF: (0, length // 2),
        Part.SECOND_HALF: (length // 2, length),
    }[part]
    if high <= low:
        return period
    return first + timedelta(days=low), first + timedelta(days=high - 1)


def say(day: date) -> str:
    """Return the day in words: 19 May 2024."""
    # Not strftime: its month names follow the locale, which the desktop changes.
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"
