"""Rectangles of the two times in which a rule gives the same answer."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from geodata.domain.times import Days

T = TypeVar("T")
Look = TypeVar("Look", bound=Hashable)

# The number of an answer, and its first day and the day after its last.
_Cell = tuple[int, date, date]


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
        cuts_of: The days on which an item may change the answer; `date.min` for “always”.
        looks_on: The rule: all answers on a day, out of the items known at some moment.

    Returns:
        Tiles in order of known and valid time; those of one answer never overlap.
    """
    spans = [known_of(item) for item in items]
    starts = {span.start or date.min for span in spans} | {span.end for span in spans if span.end}
    numbers: dict[Look, int] = {}
    begun: dict[_Cell, date] = {}
    done: list[tuple[_Cell, date, date]] = []
    indices: frozenset[int] = frozenset()
    answers: dict[date, tuple[int, ...]] = {}
    for start in sorted(starts):
        now = frozenset(index for index, span in enumerate(spans) if span.holds(start))
        known = [items[index] for index in sorted(now)]
        changed = [cut for index in now ^ indices for cut in cuts_of(items[index])]
        first, last = min(changed, default=date.max), max(changed, default=date.min)
        before, answers, indices = answers, {}, now
        for day in sorted({cut for item in known for cut in cuts_of(item)} - {date.max}):
            if day in before and (day < first or day >= last):
                # What is told anew leaves the days outside its own as they were.
                answers[day] = before[day]
                continue
            found = tuple(dict.fromkeys(looks_on(day, known)))
            answers[day] = tuple(numbers.setdefault(look, len(numbers)) for look in found)
        cells = dict.fromkeys(_rows(answers))
        ended = [cell for cell in begun if cell not in cells]
        done += [(cell, begun.pop(cell), start) for cell in ended]
        begun = {cell: begun.get(cell, start) for cell in cells}
    done += [(cell, since, date.max) for cell, since in begun.items()]
    looks = list(numbers)
    tiles = [_tile(looks, *item) for item in done]
    return sorted(tiles, key=lambda t: (t.known.start or date.min, t.valid.start or date.min))


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
