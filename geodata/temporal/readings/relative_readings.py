"""Readings of what points from publication, or from the date just mentioned."""

from __future__ import annotations

import re
from datetime import date, timedelta

from geodata.domain.times import Precision, UncertainDate
from geodata.temporal.almanac import Period, say, step, unit_around, week_of, weekend_of
from geodata.temporal.clues.direction import Way
from geodata.temporal.expressions import (
    Base,
    DayShift,
    Reach,
    Shift,
    SinceThen,
    UnitOf,
    WeekdayOf,
    Which,
)
from geodata.temporal.readings.context import Context
from geodata.temporal.readings.reading import NEEDS_A_DATE, NEEDS_PUBLICATION, Reading, unplaced
from geodata.temporal.words.lexicon import WEEKDAY_NAMES

_ONE_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)

_PRECISIONS = {"day": Precision.DAY, "week": Precision.WEEK, "month": Precision.MONTH}
_PRECISIONS |= {"quarter": Precision.SEASON, "year": Precision.YEAR}

# What “recent weeks”, “the coming months” reach, where the words give no number.
_USUAL_REACH = {"day": 7, "week": 4, "month": 3, "quarter": 2, "year": 5, "decade": 2}

# “a few days ago”, “weeks later”: fewest and most units that the words suggest.
_LOOSE = {"day": (1, 6), "week": (1, 6), "month": (1, 11), "year": (1, 9), "decade": (1, 4)}


def read_day_shift(says: DayShift, context: Context) -> Reading:
    """Read today, yesterday, tomorrow."""
    if context.here is None:
        return unplaced(NEEDS_PUBLICATION)
    day = context.here + timedelta(days=says.days)
    return Reading((day, day), Precision.DAY, f"counted from {context.here_in_words}")


def _weekday_from(day: date, weekday: int, *, ahead: bool) -> date:
    """Return the nearest such weekday on the day or after it (ahead), or before it."""
    if ahead:
        return day + timedelta(days=(weekday - day.weekday()) % 7)
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def _week_shift(which: Which) -> timedelta:
    return {Which.LAST: -_WEEK, Which.NEXT: _WEEK}.get(which, timedelta())


def read_weekday(says: WeekdayOf, context: Context) -> Reading:
    """Read a weekday: the nearest before publication unless a plan governs it."""
    name = WEEKDAY_NAMES[says.weekday]
    if says.which in (Which.SAME, Which.FOLLOWING, Which.PREVIOUS):
        return _weekday_by_focus(says, context.focus)
    here = context.here
    if here is None:
        return unplaced(NEEDS_PUBLICATION)
    if (week := _week_spoken_of(says, context)) is not None and week.earliest is not None:
        day = week.earliest + timedelta(days=says.weekday)
        return Reading((day, day), Precision.DAY, f"the {name} of “{week.text}”, named before it")
    told = f"{context.here_in_words}, a {WEEKDAY_NAMES[here.weekday()]}"
    if says.week or says.which in (Which.THIS, Which.NEXT):
        monday = week_of(here)[0] + _week_shift(says.week or says.which)
        day = monday + timedelta(days=says.weekday)
        return Reading((day, day), Precision.DAY, f"the {name} of that week, counted from {told}")
    if says.which is Which.LAST:
        day = _weekday_from(here - _ONE_DAY, says.weekday, ahead=False)
    elif says.which is Which.COMING:
        day = _weekday_from(here + _ONE_DAY, says.weekday, ahead=True)
    elif context.direction.moves_weekday:
        day = _weekday_from(here, says.weekday, ahead=True)
        reason = f"“{context.direction.cue}” points ahead, so it is the first after {told}"
        return Reading((day, day), Precision.DAY, reason)
    else:
        day = _weekday_from(here, says.weekday, ahead=False)
    return Reading((day, day), Precision.DAY, f"the nearest {name} to {told}")


def _week_spoken_of(says: WeekdayOf, context: Context) -> UncertainDate | None:
    """The week that the sentence or a heading names: “NEXT WEEK: the vote is on Thursday”."""
    if says.which is not Which.NEAREST or says.week is not None:
        return None
    weeks = (context.in_sentence, context.passage)
    return next((w for w in weeks if w is not None and w.precision is Precision.WEEK), None)


def _weekday_by_focus(says: WeekdayOf, focus: UncertainDate | None) -> Reading:
    if focus is None or focus.earliest is None:
        return unplaced(NEEDS_A_DATE)
    if says.which is Which.PREVIOUS:
        day = _weekday_from(focus.earliest - _ONE_DAY, says.weekday, ahead=False)
    elif says.which is Which.FOLLOWING:
        day = _weekday_from((focus.latest or focus.earliest) + _ONE_DAY, says.weekday, ahead=True)
    else:
        day = _weekday_from(focus.earliest, says.weekday, ahead=True)
    return Reading((day, day), Precision.DAY, f"counted from “{focus.text}”, named before it")


def read_unit(says: UnitOf, context: Context) -> Reading:
    """Read last month, this week, the following year, the month."""
    if says.which in (Which.SAME, Which.FOLLOWING, Which.PREVIOUS):
        if context.focus is not None or says.which is not Which.FOLLOWING:
            return _unit_by_focus(says, context.focus)
    elif says.which is Which.CONTEXT and says.unit != "weekend" and context.in_sentence:
        reading = _unit_by_focus(UnitOf(says.unit, Which.SAME), context.in_sentence)
        if not _is_overtaken(reading, context):
            return reading
    if context.published is None:
        return unplaced(NEEDS_PUBLICATION)
    reason = f"counted from publication on {say(context.published)}"
    if says.unit == "weekend":
        return Reading(_weekend(says.which, context), Precision.INTERVAL, reason)
    sign = {Which.LAST: -1, Which.NEXT: 1, Which.FOLLOWING: 1, Which.COMING: 1}.get(says.which, 0)
    start = unit_around(context.published, says.unit)[0]
    period = unit_around(step(start, sign, says.unit), says.unit)
    return Reading(period, _PRECISIONS.get(says.unit, Precision.INTERVAL), reason)


def _weekend(which: Which, context: Context) -> Period:
    published = context.published or date.min
    this = weekend_of(published)
    if which is Which.NEXT:
        return weekend_of(published + _WEEK)
    if which in (Which.THIS, Which.COMING) or context.direction.moves_weekday:
        return this
    begun = this[0] <= published
    if which is Which.LAST:
        begun = this[1] < published
    return this if begun else weekend_of(published - _WEEK)


def _unit_by_focus(says: UnitOf, focus: UncertainDate | None) -> Reading:
    if focus is None or focus.earliest is None:
        return unplaced(NEEDS_A_DATE)
    reason = f"counted from “{focus.text}”, named before it"
    if says.unit == "weekend":
        return Reading(weekend_of(focus.earliest), Precision.INTERVAL, reason)
    sign = {Which.FOLLOWING: 1, Which.PREVIOUS: -1}.get(says.which, 0)
    if says.unit == "day" and sign == 0:
        return Reading((focus.earliest, focus.latest or focus.earliest), focus.precision, reason)
    near = (focus.latest or focus.earliest) if sign > 0 else focus.earliest
    start = unit_around(near, says.unit)[0]
    period = unit_around(step(start, sign, says.unit), says.unit)
    return Reading(period, _PRECISIONS.get(says.unit, Precision.INTERVAL), reason)


def _is_overtaken(reading: Reading, context: Context) -> bool:
    """
    Say whether a plan would lie behind: “begun in April, it would be over by year's end”.

    A date that gives its year keeps it: “in 2019 they planned to leave by the end of the year”.
    """
    focus, published = context.in_sentence, context.published
    if focus is None or published is None or reading.period is None:
        return False
    tells_year = re.search(r"\d{4}", focus.text) is not None
    is_ahead = context.direction.way is Way.AHEAD and not tells_year
    return is_ahead and reading.period[1] < published


def read_shift(says: Shift, context: Context) -> Reading:
    """Read “two weeks ago”, “four days later”, “a month after …”."""
    if says.base is Base.AGO:
        if context.published is None:
            return unplaced(NEEDS_PUBLICATION)
        told = f"publication on {say(context.published)}"
        return _shifted(says, (context.published, context.published), told)
    if says.base is Base.EVENT and context.event is None and not context.is_closed:
        return _after_an_event(says, context)
    anchor = context.event or context.focus
    if anchor is None and says.sign < 0 and says.base is Base.MENTIONED and context.published:
        anchor = UncertainDate(context.published, context.published, text="publication")
    if anchor is None or anchor.earliest is None:
        return unplaced(NEEDS_A_DATE)
    period = (anchor.earliest, anchor.latest or anchor.earliest)
    return _shifted(says, period, f"“{anchor.text}”")


def _shifted(says: Shift, base: Period, told: str) -> Reading:
    reason = f"counted from {told}"
    if says.is_loose or says.amount is None:
        low, high = _LOOSE.get(says.unit, (1, 3))
        near, far = (base[0], base[1]) if says.sign > 0 else (base[1], base[0])
        ends = step(near, says.sign * low, says.unit), step(far, says.sign * high, says.unit)
        return Reading((min(ends), max(ends)), Precision.INTERVAL, reason, is_vague=True)
    first, last = (step(day, says.sign * says.amount, says.unit) for day in base)
    # “a week ago”, “a fortnight ago” are said of the day; “five weeks ago” of the week.
    is_few_weeks = says.unit in ("week", "fortnight") and (
        says.base is not Base.AGO or says.amount == 1
    )
    if says.unit == "day" or is_few_weeks:
        precision = Precision.DAY if first == last else Precision.INTERVAL
        return Reading(
            (first, last), precision, reason, is_vague=says.unit != "day" or first != last
        )
    unit = "year" if says.unit == "decade" else says.unit
    if says.base is not Base.AGO and unit == "year" and (base[1] - base[0]).days < 200:
        unit = "month"  # “a year later” than a day or a month is loose by weeks, not by a year
    period = unit_around(first, unit)[0], unit_around(last, unit)[1]
    return Reading(period, _PRECISIONS.get(unit, Precision.INTERVAL), reason, is_vague=True)


def _after_an_event(says: Shift, context: Context) -> Reading:
    """
    Read “a month after the board tore up the lease”, where no date is given for the pact.

    In the sentence that opens an article such words place its news, which belongs to the
    week before publication. Elsewhere nothing anchors them.
    """
    is_news = context.is_lede and context.in_sentence is None and says.sign > 0
    if not is_news or context.published is None:
        return unplaced("the event that it is counted from has no date beside it")
    reason = "it dates the article's own news, which lies in the week before publication"
    period = (context.published - timedelta(days=6), context.published)
    return Reading(period, Precision.INTERVAL, reason, is_vague=True)


def read_reach(says: Reach, context: Context) -> Reading:
    """Read “the past decade”, “over the next few months”, “in recent weeks”."""
    if context.published is None:
        return unplaced(NEEDS_PUBLICATION)
    amount = says.amount if says.amount is not None else _USUAL_REACH.get(says.unit, 3)
    other = step(context.published, says.sign * amount, says.unit)
    period = (min(other, context.published), max(other, context.published))
    reason = f"counted from publication on {say(context.published)}"
    return Reading(period, Precision.INTERVAL, reason, is_vague=True)


def read_since_then(_says: SinceThen, context: Context) -> Reading:
    """Read “since then”: the date just mentioned."""
    focus = context.focus
    if focus is None or focus.earliest is None:
        return unplaced(NEEDS_A_DATE)
    period = (focus.earliest, focus.latest or focus.earliest)
    return Reading(period, focus.precision, f"it points to “{focus.text}”, named before it")
