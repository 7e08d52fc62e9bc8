"""Rectangles of the two times in which a rule gives the same answer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from geodata.domain.times import Days

T = TypeVar("T")
Look = TypeVar("Look", bound=Hashable)

# The number of an answer, and its first day and the day after its last.
_Cell = tuple[int, date, date]


class _Reach(NamedTuple, Generic[T]):
    """An item with the days on which it may change the answer, from the first to before the last."""

    item: T
    first: date
    last: date
    cuts: frozenset[date]


@dataclass(frozen=True, slots=True)
class Tile(Generic[Look]):
    """What a rule answers on every day of `valid`, as known on every day of `known`."""

    look: Look
    valid: Days
    known: Days


def tile_times(
    items: Sequence[T],
    known_of: Callable[[T], Days],
    cuts_of: Callable[[T], Iterable[date]],
    looks_on: Callable[[date, Sequence[T]], Iterable[Look]],
) -> list[Tile[Look]]:
    """
    Ask a rule in every cell between the cuts of both times, and join equal answers.

    Args:
        items: What the rule looks at.
        known_of: When an item was known.
        cuts_of: The days on which an item may change the answer; `date.min` for “always”. Before
            the first of them and from the last on it must not matter to the rule.
        looks_on: The rule: all answers on a day, out of the items known at some moment that may
            matter to it, in their order.

    Returns:
        Tiles in order of known and valid time; those of one answer never overlap.
    """
    reaches = [_reach(item, cuts_of) for item in items]
    numbers: dict[Look, int] = {}
    begun: dict[_Cell, date] = {}
    done: list[tuple[_Cell, date, date]] = []
    known: dict[int, _Reach[T]] = {}
    days: Counter[date] = Counter()
    answers: dict[date, tuple[int, ...]] = {}
    for start, turning in _turns([known_of(item) for item in items]):
        for index in turning:
            reach = reaches[index]
            if index in known:
                del known[index]
                days.subtract(reach.cuts)
            else:
                known[index] = reach
                days.update(reach.cuts)
        days = +days
        # What is told anew leaves the days outside its own as they were.
        first = min(reaches[index].first for index in turning)
        last = max(reaches[index].last for index in turning)
        near = [known[i] for i in sorted(known) if known[i].first < last and first < known[i].last]
        before, answers = answers, {}
        for day in sorted(days):
            if day in before and (day < first or day >= last):
                answers[day] = before[day]
                continue
            told = near if first <= day < last else [known[index] for index in sorted(known)]
            asked = [reach.item for reach in told if reach.first <= day < reach.last]
            found = dict.fromkeys(looks_on(day, asked))
            answers[day] = tuple([numbers.setdefault(look, len(numbers)) for look in found])
        cells = dict.fromkeys(_rows(answers))
        ended = [cell for cell in begun if cell not in cells]
        done += [(cell, begun.pop(cell), start) for cell in ended]
        begun = {cell: begun.get(cell, start) for cell in cells}
    done += [(cell, since, date.max) for cell, since in begun.items()]
    looks = list(numbers)
    tiles = [_tile(looks, *item) for item in done]
    return sorted(tiles, key=lambda t: (t.known.start or date.min, t.valid.start or date.min))


def _reach(item: T, cuts_of: Callable[[T], Iterable[date]]) -> _Reach[T]:
    cuts = frozenset(cuts_of(item))
    return _Reach(item, min(cuts), max(cuts), cuts - {date.max})


def _turns(spans: Sequence[Days]) -> list[tuple[date, list[int]]]:
    """Return each day of known time on which items come or go, with their numbers."""
    turns: defaultdict[date, list[int]] = defaultdict(list)
    for index, span in enumerate(spans):
        turns[span.start or date.min].append(index)
        if span.end:
            turns[span.end].append(index)
    return sorted(turns.items())


def _rows(answers: Mapping[date, tuple[int, ...]]) -> Iterator[_Cell]:
    """Yield the answers over valid time at one moment of known time, neighbours joined."""
    begun: dict[int, date] = {}
    last: tuple[int, ...] = ()
    for day, found in answers.items():
        if found == last:
            continue
        for number in [number for number in begun if number not in found]:
            yield number, begun.pop(number), day
        begun = {number: begun.get(number, day) for number in found}
        last = found
    for number, since in begun.items():
        yield number, since, date.max


def _tile(looks: Sequence[Look], cell: _Cell, since: date, until: date) -> Tile[Look]:
    number, start, end = cell
    return Tile(looks[number], _days(start, end), _days(since, until))


def _days(start: date, end: date) -> Days:
    return Days(None if start == date.min else start, None if end == date.max else end)
