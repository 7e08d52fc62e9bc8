"""Anchored resolution: what an expression says, and its context -> days with a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from geodata.domain.times import Precision
from geodata.temporal.almanac import Part, Period, part_of, step
from geodata.temporal.expressions import (
    Apart,
    Between,
    DayIn,
    DayOf,
    DayShift,
    Expression,
    FeastOf,
    Fixed,
    Impossible,
    InYear,
    Length,
    MonthOf,
    NthWeekday,
    OrdinalDay,
    PartOf,
    QuarterOf,
    Reach,
    Remainder,
    Repeated,
    SeasonOf,
    Shift,
    SinceThen,
    Stretch,
    TurnOf,
    UnitOf,
    WeekdayOf,
    WeekOf,
    Which,
)
from geodata.temporal.readings import calendar_readings, relative_readings
from geodata.temporal.readings.context import Context
from geodata.temporal.readings.reading import Reading, unplaced


def resolve(says: Expression, context: Context) -> Reading:
    """Return the days that the expression names in its context."""
    try:
        return _READERS[type(says)](says, context)
    except (OverflowError, ValueError):
        return unplaced("the calendar does not reach that far")


def _read_part(says: PartOf, context: Context) -> Reading:
    whole = resolve(says.scope, context)
    if whole.period is None:
        return whole
    reason = f"{whole.reason}; by convention {says.part} covers these days"
    return Reading(part_of(whole.period, says.part), Precision.INTERVAL, reason, is_vague=True)


def _read_stretch(says: Stretch, context: Context) -> Reading:
    """Read “the last three days of May”, “the first two months of the year”."""
    whole = resolve(says.scope, context)
    if whole.period is None:
        return whole
    first, last = whole.period
    one = timedelta(days=1)
    if says.sign > 0:
        period = (first, min(last, step(first, says.amount, says.unit) - one))
    else:
        period = (max(first, step(last + one, -says.amount, says.unit)), last)
    return Reading(period, Precision.INTERVAL, whole.reason)


def _read_nth_weekday(says: NthWeekday, context: Context) -> Reading:
    month = resolve(says.scope, context)
    if month.period is None:
        return month
    first, last = month.period
    if says.number < 0:
        day = last - timedelta(days=(last.weekday() - says.weekday) % 7)
    else:
        day = first + timedelta(days=(says.weekday - first.weekday()) % 7 + 7 * (says.number - 1))
    if day > last:
        return unplaced("that month has no fifth such day")
    return Reading((day, day), Precision.DAY, month.reason)


def _read_remainder(says: Remainder, context: Context) -> Reading:
    whole = resolve(says.scope, context)
    if whole.period is None:
        return whole
    first, last = whole.period
    is_own = isinstance(says.scope, UnitOf) and says.scope.which in (Which.THIS, Which.CONTEXT)
    here = context.published if is_own else _focus_day(context, whole.period)
    if here and first <= here <= last:
        period = (first, here) if says.sign < 0 else (here, last)
    elif says.sign > 0:
        period = (part_of(whole.period, Part.MID)[0], last)
    else:
        period = (first, part_of(whole.period, Part.MID)[1])
    return Reading(period, Precision.INTERVAL, whole.reason, is_vague=True)


def _focus_day(context: Context, period: Period) -> Any:
    """Return the day just mentioned, unless it is the whole period itself."""
    focus = context.focus
    if focus is None or focus.earliest is None or (focus.earliest, focus.latest) == period:
        return None
    return focus.earliest


def _read_between(says: Between, context: Context) -> Reading:
    last = resolve(says.last, context)
    if last.period is None:
        return last
    first = resolve(_year_like(says.first, last.period), context)
    if first.period is None or first.period[0] > last.period[1]:
        return unplaced("its ends do not follow each other")
    period = (first.period[0], last.period[1])
    return Reading(period, Precision.INTERVAL, f"a span with both ends told; {last.reason}")


def _read_in_year(says: InYear, context: Context) -> Reading:
    year = resolve(UnitOf("year", says.which), context)
    if year.period is None:
        return year
    whole = resolve(replace(says.scope, year=year.period[0].year), context)
    return replace(whole, reason=year.reason)


def _read_apart(says: Apart, context: Context) -> Reading:
    if isinstance(says.scope, DayOf) and says.unit == "year" and context.published:
        # “two years ago on 14 August”: the day of that year, not of the year before the nearest
        return resolve(replace(says.scope, year=context.published.year + says.amount), context)
    whole = resolve(says.scope, context)
    if whole.period is None:
        return whole
    first, last = (step(day, says.amount, says.unit) for day in whole.period)
    count = abs(says.amount)
    side = "before" if says.amount < 0 else "after"
    reason = f"{whole.reason}; {count} {says.unit}{'s' if count > 1 else ''} {side} that"
    return replace(whole, period=(first, last), reason=reason)


def _read_day_in(says: DayIn, context: Context) -> Reading:
    month = resolve(says.scope, context)
    if month.period is None:
        return month
    first, last = month.period
    if says.day > last.day:
        return unplaced("that month has no such day")
    day = first.replace(day=says.day)
    return Reading((day, day), Precision.DAY, month.reason)


def _year_like(first: Expression, last: Period) -> Expression:
    """Give the first end the latest year that keeps it before the last end."""
    if not isinstance(first, DayOf | MonthOf) or first.year is not None:
        return first
    day = first.day if isinstance(first, DayOf) else 1
    is_before = (first.month, day) <= (last[1].month, last[1].day)
    return replace(first, year=last[1].year if is_before else last[1].year - 1)


def _read_length(_says: Length, _context: Context) -> Reading:
    return unplaced("it tells how long, not when")


def _read_impossible(_says: Impossible, _context: Context) -> Reading:
    return unplaced("no calendar has such a day")


def _read_repeated(_says: Repeated, _context: Context) -> Reading:
    return unplaced("it recurs, so it names no single time")


_READERS: dict[type, Callable[[Any, Context], Reading]] = {
    Fixed: calendar_readings.read_fixed,
    DayOf: calendar_readings.read_day,
    MonthOf: calendar_readings.read_month,
    SeasonOf: calendar_readings.read_season,
    QuarterOf: calendar_readings.read_quarter,
    FeastOf: calendar_readings.read_feast,
    TurnOf: calendar_readings.read_turn,
    WeekOf: calendar_readings.read_week_of,
    Impossible: _read_impossible,
    OrdinalDay: calendar_readings.read_ordinal_day,
    WeekdayOf: relative_readings.read_weekday,
    DayShift: relative_readings.read_day_shift,
    UnitOf: relative_readings.read_unit,
    Shift: relative_readings.read_shift,
    Reach: relative_readings.read_reach,
    SinceThen: relative_readings.read_since_then,
    PartOf: _read_part,
    Stretch: _read_stretch,
    NthWeekday: _read_nth_weekday,
    Remainder: _read_remainder,
    Between: _read_between,
    InYear: _read_in_year,
    Apart: _read_apart,
    DayIn: _read_day_in,
    Length: _read_length,
    Repeated: _read_repeated,
}
