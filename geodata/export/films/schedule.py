"""Which days a film shows."""

from __future__ import annotations

import calendar
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
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


_SAMPLES = 3  # of days between which something changes, and as many of the others


@dataclass(frozen=True, slots=True)
class Samples:
    """
    Days by which a film is weighed.

    Args:
        pairs: Two days that follow each other, and for how many such pairs they stand.
    """

    pairs: tuple[tuple[date, date, int], ...]

    @property
    def days(self) -> tuple[date, ...]:
        """Their days, pair by pair."""
        return tuple(day for first, second, _ in self.pairs for day in (first, second))


def sample_days(days: Sequence[date], changes: Iterable[date]) -> Samples:
    """
    Return pairs of days by which a film is weighed: quiet ones, and such with few and many changes.

    Args:
        days: One picture each.
        changes: On which day each change is; a day of many changes comes as often.
    """
    at = sorted(changes)
    weighed = [
        (bisect_right(at, second) - bisect_right(at, first), first, second)
        for first, second in pairwise(days)
    ]
    quiet = [pair for pair in weighed if pair[0] == 0]
    loud = sorted(pair for pair in weighed if pair[0])
    return Samples((*_strata(quiet), *_strata(loud)))


def _strata(pairs: Sequence[tuple[int, date, date]]) -> Iterator[tuple[date, date, int]]:
    """Yield the middle pair of each part of the pairs, with the number that it stands for."""
    number = min(_SAMPLES, len(pairs))
    for part in range(number):
        taken = pairs[len(pairs) * part // number : len(pairs) * (part + 1) // number]
        _, first, second = taken[len(taken) // 2]
        yield first, second, len(taken)
