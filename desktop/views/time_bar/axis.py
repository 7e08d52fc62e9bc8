"""Which stretches of a project's time the track shows, and the days that it can be led to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from geodata.domain.times import UncertainDate
from geodata.timeline import Axis

# How far before the first publication the first view reaches: news is mostly about the last weeks.
_LEAD = timedelta(days=75)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends inclusive."""

    first: date
    last: date


def middle_of(when: UncertainDate) -> date | None:
    """Return the day at which a date's symbol stands: the middle, or its only end."""
    if when.earliest and when.latest:
        return when.earliest + (when.latest - when.earliest) // 2
    return when.earliest or when.latest


def change_days(axis: Axis) -> tuple[date, ...]:
    """Return the days on which something begins or falls due, ascending, each once."""
    begun = {event.when.earliest or event.when.latest for event in axis.events}
    due = {deadline.day for deadline in axis.deadlines}
    return tuple(sorted(day for day in begun | due if day))


def whole_period(axis: Axis) -> Period:
    """Return all days of the axis."""
    return Period(axis.first_day, axis.last_day)


def reported_period(axis: Axis) -> Period:
    """Return the weeks before the first source, up to the end: where most of the news lies."""
    days = [pub.within.earliest or pub.best for pub in axis.publications]
    firsts = [day for day in days if day]
    first = max(axis.first_day, min(firsts) - _LEAD) if firsts else axis.first_day
    return Period(min(first, axis.last_day), axis.last_day)
