"""Readings of what the calendar names: days, months, seasons and quarters."""

from __future__ import annotations

from datetime import date, timedelta

from geodata.domain.times import Precision
from geodata.temporal.almanac import Period, a_day, add_months, month_of, say, season_of, week_of
from geodata.temporal.clues.direction import Way
from geodata.temporal.expressions import (
    DayOf,
    FeastOf,
    Fixed,
    MonthOf,
    OrdinalDay,
    QuarterOf,
    SeasonOf,
    TurnOf,
    WeekOf,
    Which,
)
from geodata.temporal.feasts import feast_in
from geodata.temporal.readings.context import Context
from geodata.temporal.readings.reading import NEEDS_A_DATE, NEEDS_PUBLICATION, Reading, unplaced
from geodata.temporal.readings.yearless import InYear, choose_year
from geodata.temporal.words.lexicon import WEEKDAY_NAMES


def read_fixed(says: Fixed, _context: Context) -> Reading:
    """Read days that need no anchor."""
    if says.is_ambiguous:
        reason = "day and month can be either way round, so both ends are kept"
        return Reading(says.period, says.precision, reason, is_vague=True)
    return Reading(says.period, says.precision, says.reason or "the text gives it in full")


def _in_one_year(make: InYear, year: int, precision: Precision) -> Reading:
    period = make(year)
    if period is None:
        return unplaced(f"the calendar of {year} has no such day")
    return Reading(period, precision, "the text gives it in full")


def _chosen(make: InYear, which: Which, context: Context, precision: Precision) -> Reading:
    choice = choose_year(make, which, context)
    if choice is None:
        return unplaced("it has no year, and " + NEEDS_PUBLICATION)
    return Reading(choice[0], precision, choice[1])


def read_day(says: DayOf, context: Context) -> Reading:
    """Read a day of a month; a weekday beside it must agree with the year that is chosen."""

    def any_day(year: int) -> Period | None:
        day = a_day(year, says.month, says.day)
        return (day, day) if day else None

    def agreeing_day(year: int) -> Period | None:
        day = a_day(year, says.month, says.day)
        return (day, day) if day and day.weekday() == says.weekday else None

    if says.year is not None:
        reading = _in_one_year(any_day, says.year, Precision.DAY)
        return _with_weekday_note(reading, says.weekday)
    if says.weekday is not None and context.published:
        reading = _chosen(agreeing_day, says.which, context, Precision.DAY)
        if reading.period and abs((reading.period[0] - context.published).days) < 366:
            note = f"{reading.reason}, and a {WEEKDAY_NAMES[says.weekday]}"
            return Reading(reading.period, reading.precision, note)
    return _with_weekday_note(_chosen(any_day, says.which, context, Precision.DAY), says.weekday)


def _with_weekday_note(reading: Reading, weekday: int | None) -> Reading:
    if reading.period is None or weekday in (None, reading.period[0].weekday()):
        return reading
    real = WEEKDAY_NAMES[reading.period[0].weekday()]
    return Reading(reading.period, reading.precision, f"{reading.reason}, though it is a {real}")


def read_month(says: MonthOf, context: Context) -> Reading:
    """Read a calendar month."""

    def make(year: int) -> Period:
        return month_of(year, says.month)

    if says.year is not None:
        return _in_one_year(make, says.year, Precision.MONTH)
    return _chosen(make, says.which, context, Precision.MONTH)


def read_season(says: SeasonOf, context: Context) -> Reading:
    """Read a season as its three months of the northern half of the globe."""

    def make(year: int) -> Period:
        return season_of(year, says.first_month)

    if says.year is None:
        return _chosen(make, says.which, context, Precision.SEASON)
    # “winter 2022” is ambiguous; the winter that begins in that year is taken.
    return _in_one_year(make, says.year, Precision.SEASON)


def read_quarter(says: QuarterOf, context: Context) -> Reading:
    """Read a quarter or a half of a year."""

    def make(year: int) -> Period:
        first = date(year, (says.number - 1) * says.months + 1, 1)
        last = add_months(first, says.months - 1)
        return first, month_of(last.year, last.month)[1]

    if says.year is not None:
        return _in_one_year(make, says.year, Precision.SEASON)
    which = Which.NEAREST if says.which_year is Which.CONTEXT else says.which_year
    if which is Which.LAST and context.published:
        period = make(context.published.year - 1)
        return Reading(period, Precision.SEASON, "that of the year before publication")
    return _chosen(make, which, context, Precision.SEASON)


def read_feast(says: FeastOf, context: Context) -> Reading:
    """Read a feast; those of the Islamic calendar and Easter are ranges."""

    def make(year: int) -> Period | None:
        return feast_in(says.name, year)

    if says.year is not None:
        reading = _in_one_year(make, says.year, Precision.DAY)
    else:
        reading = _chosen(make, says.which, context, Precision.DAY)
    if reading.period is None or reading.period[0] == reading.period[1]:
        return reading
    return Reading(reading.period, Precision.INTERVAL, reading.reason, is_vague=True)


_TURN_OF_THE_CENTURY = (date(1999, 1, 1), date(2001, 12, 31))


def read_turn(says: TurnOf, context: Context) -> Reading:
    """Read “the turn of the year” as the fortnights around New Year."""
    if says.unit == "century":
        reason = "by convention the years around 2000"
        return Reading(_TURN_OF_THE_CENTURY, Precision.INTERVAL, reason, is_vague=True)

    def make(year: int) -> Period:
        return date(year - 1, 12, 16), date(year, 1, 15)

    found = _chosen(make, Which.NEAREST, context, Precision.INTERVAL)
    return Reading(found.period, found.precision, found.reason, is_vague=True)


def read_week_of(says: WeekOf, context: Context) -> Reading:
    """Read “the week of 6 May”, “the week ending 12 May”."""
    day = read_day(says.day, context)
    if day.period is None:
        return day
    here = day.period[0]
    if says.shift_days is None:
        return Reading(week_of(here), Precision.WEEK, f"the week, Monday to Sunday; {day.reason}")
    first, last = (here + timedelta(days=days) for days in says.shift_days)
    return Reading((first, last), Precision.WEEK, f"seven days; {day.reason}")


def read_ordinal_day(says: OrdinalDay, context: Context) -> Reading:
    """Read “on the fourth”: in the month its sentence names, else in the nearest one."""
    focus = context.in_sentence or (None if context.published else context.focus)
    if focus is None and context.published:
        return _nearest_ordinal(says, context, context.published)
    if focus is None or focus.earliest is None:
        return unplaced(NEEDS_A_DATE)
    day = a_day(focus.earliest.year, focus.earliest.month, says.day)
    if day is None:
        return unplaced("the month named before it has no such day")
    return Reading((day, day), Precision.DAY, f"in the month of “{focus.text}”, named before it")


def _nearest_ordinal(says: OrdinalDay, context: Context, published: date) -> Reading:
    steps = range(3) if context.direction.way is Way.AHEAD else range(0, -3, -1)
    for months in steps:
        month = add_months(published.replace(day=1), months)
        day = a_day(month.year, month.month, says.day)
        if day is None or (day > published if steps.step < 0 else day < published):
            continue
        return Reading((day, day), Precision.DAY, f"the nearest to publication on {say(published)}")
    return unplaced("no month near publication has such a day")
