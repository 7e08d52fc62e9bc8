"""Which year is meant where the words give none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from geodata.domain.times import UncertainDate
from geodata.temporal.almanac import Period, say
from geodata.temporal.clues.direction import Way
from geodata.temporal.expressions import Which
from geodata.temporal.readings.context import Context

InYear = Callable[[int], Period | None]
"""The period in a given year, or None where that year has none (29 February)."""

Choice = tuple[Period, str]
"""The period and the sentence that says why this one."""

_GRACE_DAYS = 3  # a dated event may lie just after an article that went out early
_JUST_ENDED_DAYS = 15
_SOON_DAYS = 45  # without any verb, a date this near ahead is likelier than eleven months back
_FORWARD_BIAS = 3  # a story told from a date goes on more often than it goes back


def choose_year(make: InYear, which: Which, context: Context) -> Choice | None:
    """
    Return the period in the year that is meant, or None when nothing anchors it.

    Args:
        make: The period in a given year.
        which: The word that picks one (last, next, that), or NEAREST.
        context: The anchors.
    """
    if which in (Which.SAME, Which.FOLLOWING, Which.PREVIOUS) and context.focus:
        return _by_focus(make, which, context.focus)
    if which in (Which.LAST, Which.NEXT, Which.COMING, Which.THIS):
        return _by_word(make, which, context.published)
    if context.passage and context.passage.earliest:
        return _by_passage(make, context)
    if context.published is None:
        return None
    return _by_direction(make, context, context.published)


def before(make: InYear, limit: date) -> Period | None:
    """Return the latest such period that begins on or before the day."""
    for year in range(limit.year, limit.year - 9, -1):
        period = make(year)
        if period and period[0] <= limit:
            return period
    return None


def after(make: InYear, limit: date) -> Period | None:
    """Return the first such period that ends on or after the day."""
    for year in range(limit.year - 1, limit.year + 9):
        period = make(year)
        if period and period[1] >= limit:
            return period
    return None


def _by_focus(make: InYear, which: Which, focus: UncertainDate) -> Choice | None:
    day = focus.earliest or focus.latest
    if day is None:
        return None
    if which is Which.PREVIOUS:
        period = before(make, day - timedelta(days=1))
    elif which is Which.FOLLOWING:
        period = after(make, (focus.latest or day) + timedelta(days=1))
    else:
        period = after(make, day)
    return (period, f"the one that goes with “{focus.text}”, named before it") if period else None


def _by_word(make: InYear, which: Which, published: date | None) -> Choice | None:
    if published is None:
        return None
    day = timedelta(days=1)
    if which is Which.THIS:
        period = make(published.year)
        reason = f"that of {published.year}, the year of publication"
    elif which is Which.LAST:
        period = before(lambda year: _ends_by(make(year), published - day), published)
        reason = f"the nearest that was over before publication on {say(published)}"
        if period and _has_just_ended(period, published):
            # In October 2025 “last September” is that of 2024: the other would be “last month”.
            period = make(period[0].year - 1)
            reason = f"that of the year before, since the one of {published.year} has just ended"
    else:
        period = after(lambda year: _begins_by(make(year), published + day), published + day)
        reason = f"the first after publication on {say(published)}"
    return (period, reason) if period else None


def _has_just_ended(period: Period, published: date) -> bool:
    is_same_year = period[0].year == period[1].year == published.year
    return is_same_year and (published - period[1]).days <= _JUST_ENDED_DAYS


def _ends_by(period: Period | None, limit: date) -> Period | None:
    return period if period and period[1] <= limit else None


def _begins_by(period: Period | None, limit: date) -> Period | None:
    return period if period and period[0] >= limit else None


def _by_passage(make: InYear, context: Context) -> Choice | None:
    passage = context.passage
    if passage is None or passage.earliest is None:
        return None
    low, high = passage.earliest, passage.latest or passage.earliest
    is_ahead = context.direction.way is Way.AHEAD
    limit_days = context.direction.horizon_days
    best: tuple[int, Period] | None = None
    for year in range(low.year - 1, high.year + 2):
        period = make(year)
        if period is None or (is_ahead and limit_days is None and period[1] < low):
            continue
        if not is_ahead and context.published and period[0] > context.published:
            continue
        distance = max(0, (period[0] - high).days, _FORWARD_BIAS * (low - period[1]).days)
        if best is None or distance < best[0]:
            best = (distance, period)
    reason = f"the one that goes with “{passage.text}”, which governs this passage"
    return (best[1], reason) if best else None


def _by_direction(make: InYear, context: Context, published: date) -> Choice | None:
    direction = context.direction
    back = before(make, published + timedelta(days=_GRACE_DAYS))
    if direction.way is Way.AHEAD:
        base, told = _plan_base(context, published)
        ahead = after(make, base)
        limit_days = direction.horizon_days
        if ahead and (limit_days is None or (ahead[0] - published).days <= limit_days):
            return ahead, f"“{direction.cue}” points ahead, so it is the first after {told}"
    if direction.way is Way.OPEN:
        ahead = after(make, published)
        if ahead and ahead[0] > published and (ahead[0] - published).days <= _SOON_DAYS:
            return ahead, f"no verb puts it in the past, and it is near after {say(published)}"
    return (back, f"the nearest before publication on {say(published)}") if back else None


def _plan_base(context: Context, published: date) -> tuple[date, str]:
    """Plans are counted from the date their own sentence gives, when that is recent."""
    told = context.in_sentence
    if told and told.is_exact and told.earliest:
        is_recent = 0 <= (published - told.earliest).days <= 366
        if is_recent:
            return told.earliest, f"“{told.text}” in the same sentence"
    return published, f"publication on {say(published)}"
