"""Which days a film shows."""

from __future__ import annotations

import calendar
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from geodata.errors import InputError

MOST_PICTURES = 1500
"""A minute and a half at the fastest, and about what fits in memory."""


class Pace(StrEnum):
    """How far apart the days of a film are."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    CHANGE = "change"


def film_days(
    first: date, last: date, pace: Pace, changes: Iterable[date] = ()
) -> tuple[date, ...]:
    """
    Return the days of a film, in order; both ends are among them.

    Args:
        first: The first day.
        last: The last day, not before the first.
        pace: How far apart they are. A month that is too short gives its last day.
        changes: The days on which the map changes, for `Pace.CHANGE`.

    Raises:
        InputError: The last day comes before the first, or there are more than `MOST_PICTURES`.
    """
    if last < first:
        raise InputError(
            f"A film cannot run from {first} back to {last}.",
            todo="Give a first day that is not after the last.",
        )
    days = _days(first, last, pace, changes)
    if len(days) > MOST_PICTURES:
        raise InputError(
            f"A film of {len(days):,} pictures is too long; {MOST_PICTURES:,} are the most.",
            todo="Take a longer step, or fewer days.",
        )
    return days


def _days(first: date, last: date, pace: Pace, changes: Iterable[date]) -> tuple[date, ...]:
    if pace is Pace.CHANGE:
        inside = {day for day in changes if first < day < last}
        return tuple(sorted({first, last, *inside}))
    found = [first]
    for count in range(1, (last - first).days + 2):
        day = _on(first, pace, count)
        if day is None or day >= last:
            break
        found.append(day)
    return (*found, last) if last > first else (first,)


def _on(first: date, pace: Pace, count: int) -> date | None:
    if pace is not Pace.MONTH:
        return first + timedelta(days=count * (7 if pace is Pace.WEEK else 1))
    years, month = divmod(first.month - 1 + count, 12)
    year = first.year + years
    if year > date.max.year:
        return None
    return date(year, month + 1, min(first.day, calendar.monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class Samples:
    """
    Days by which a film is weighed.

    Args:
        quiet: Pairs of days that follow each other, between which nothing changes.
        changing: One pair between which something does, or none.
        changes: How often something changes in all of the film.
    """

    quiet: tuple[tuple[date, date], ...]
    changing: tuple[tuple[date, date], ...]
    changes: int

    @property
    def days(self) -> tuple[date, ...]:
        """Their days, pair by pair."""
        return tuple(day for pair in (*self.quiet, *self.changing) for day in pair)


def sample_days(days: Sequence[date], changes: Iterable[date]) -> Samples:
    """Return pairs of days by which a film is weighed: two quiet ones at most, one that is not."""
    at = sorted(changes)
    pairs = list(pairwise(days))
    is_changing = [bisect_right(at, one) < bisect_right(at, two) for one, two in pairs]
    loud = [pair for pair, is_so in zip(pairs, is_changing, strict=True) if is_so]
    quiet = [pair for pair, is_so in zip(pairs, is_changing, strict=True) if not is_so]
    return Samples(
        tuple(dict.fromkeys(quiet[len(quiet) * third // 4] for third in (1, 3) if quiet)),
        (loud[len(loud) // 2],) if loud else (),
        len(loud),
    )
