"""Deadline flags: what several sources set for one thing a few days apart is one flag with a range."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from geodata.domain.facts import FactId
from geodata.timeline import AxisDeadline
from geodata.written_days import days_beside

# “15 September” and “mid-September”, which ends on the 20th, are one deadline told twice.
_TOGETHER_DAYS = 10


@dataclass(frozen=True, slots=True)
class Flag:
    """
    One flag of the track.

    Args:
        day: First last-day that a source sets; the flag's foot.
        last: Last one, the same where all agree.
        label: In words, with the days.
    """

    day: date
    last: date
    label: str


def flags_of(deadlines: Iterable[AxisDeadline]) -> tuple[Flag, ...]:
    """Return the flags of some deadlines, by day."""
    groups: list[list[AxisDeadline]] = []
    open_by_fact: dict[tuple[FactId, str], list[AxisDeadline]] = {}
    for deadline in sorted(deadlines, key=lambda d: (d.day, d.label)):
        key = (deadline.fact_id, deadline.what)
        group = open_by_fact.get(key)
        if group is None or (deadline.day - group[-1].day).days > _TOGETHER_DAYS:
            group = open_by_fact[key] = []
            groups.append(group)
        group.append(deadline)
    return tuple(_flag(group) for group in groups)


def _flag(group: list[AxisDeadline]) -> Flag:
    first, last = group[0].day, group[-1].day
    if first == last:
        return Flag(first, last, group[0].label)
    return Flag(first, last, f"{group[0].what} by {days_beside(first, last, group[0].known.start)}")
