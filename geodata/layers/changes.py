"""
What differs between two maps, in sentences that can be copied as they are.

A page on its own tells the same by `resources/page/differences.js`; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from geodata.domain.episodes import Certainty, State
from geodata.layers.frames import frame_marks
from geodata.layers.marks import Form, Mark
from geodata.written_days import day_words

# An arrival is drawn as news for some weeks; that it then is mere presence is no change.
_NEWS: Mapping[str, str] = {State.ARRIVING: State.PRESENT, State.OPENS: State.OPERATES}
_OVER = frozenset({State.GONE, State.CLOSED, State.HANDED_OVER})


class Change(StrEnum):
    """What became of a thing from one map to another."""

    APPEARED = "appeared"
    ENDED = "ended"
    CHANGED = "changed"


class Moment(NamedTuple):
    """The map of day `on` as known by another day."""

    on: date
    known_by: date


def moments_between(since: date | None, on: date, known_by: date) -> tuple[Moment, ...]:
    """Return two maps to compare, the earlier first, both as known by a day; none without `since`."""
    if since is None:
        return ()
    first, second = sorted((since, on))
    return Moment(first, known_by), Moment(second, known_by)


@dataclass(frozen=True, slots=True)
class Difference:
    """
    One thing that two maps show differently.

    Args:
        change: How.
        before: What the first shows, or None.
        after: What the second shows, or None.
        sentence: What happened, with what was before where that says more; ready to copy.
    """

    change: Change
    before: Mark | None
    after: Mark | None
    sentence: str

    @property
    def mark(self) -> Mark:
        """The mark that the sentence speaks of: the newer one where there is one."""
        mark = self.after or self.before
        assert mark is not None
        return mark


def differences(marks: Iterable[Mark], first: Moment, second: Moment) -> tuple[Difference, ...]:
    """
    Return what appeared, ended and changed from one map to another, each oldest first.

    What has left, closed or been handed over has ended; so has what no source carries on. A turn
    of a government and the ground that it leads to are told once. An arrow is an event of some
    weeks: where it fades nothing ends.

    Args:
        marks: All marks of a project.
        first: The map to start from.
        second: The other.
    """
    told = [mark for mark in marks if mark.claim_ids]
    before = _by_key(frame_marks(told, first.on, first.known_by))
    after = _by_key(frame_marks(told, second.on, second.known_by))
    found = [
        Difference(change, old, new, _sentence(old, new, first, second))
        for key in before.keys() | after.keys()
        if (change := _change(old := before.get(key), new := after.get(key)))
    ]
    order = list(Change)
    return tuple(
        sorted(_each_once(found), key=lambda item: (order.index(item.change), _when(item)))
    )


def _by_key(marks: Sequence[Mark]) -> dict[tuple[str, Form], Mark]:
    return {(mark.fact_id, mark.form): mark for mark in marks}


def _change(before: Mark | None, after: Mark | None) -> Change | None:
    if (after or before) is None or Form.SHIFT in {m.form for m in (before, after) if m}:
        return Change.APPEARED if after and not before else None
    was_over, is_over = _is_over(before), _is_over(after)
    if after is None:
        return None if was_over else Change.ENDED
    if before is None or was_over != is_over:
        return Change.ENDED if is_over else Change.APPEARED
    return Change.CHANGED if _looks(before) != _looks(after) else None


def _is_over(mark: Mark | None) -> bool:
    return bool(mark and mark.state in _OVER and mark.certainty is not Certainty.POSSIBLE)


def _looks(mark: Mark) -> tuple[object, ...]:
    state = _NEWS.get(mark.state, mark.state)
    return state, mark.certainty, mark.count, mark.deadline, mark.pole, mark.second_pole


def _sentence(before: Mark | None, after: Mark | None, first: Moment, second: Moment) -> str:
    if after is None:
        assert before is not None
        to = day_words(second.on)
        told = f"no source carries this on to {to}"
        if first.known_by != second.known_by:
            told = f"as known on {day_words(second.known_by)}, no source carries this on to {to}"
        return f"{_open(before)}; {told}."
    notes = []
    if after.certainty is Certainty.POSSIBLE:
        notes.append(f"possibly only after {day_words(second.on)}")
    if before and before.certainty is Certainty.POSSIBLE and before.state == after.state:
        notes.append(f"possibly before {day_words(first.on)}")
    elif before and before.standing:
        notes.append(f"on {day_words(first.on)}: {before.standing}")
    return f"{'; '.join((_open(after), *notes))}."


def _open(mark: Mark) -> str:
    return (mark.report or mark.words).removesuffix(".")


def _each_once(found: Sequence[Difference]) -> Iterator[Difference]:
    """Leave out of an arrow and the ground that it leads to the one that says less."""
    grounds = {
        (item.mark.country, item.mark.pole): item for item in found if item.mark.form is Form.GROUND
    }
    arrows = {
        (item.mark.country, item.mark.pole): item for item in found if item.mark.form is Form.SHIFT
    }
    for item in found:
        key = item.mark.country, item.mark.pole
        if item.mark.form is Form.GROUND and key in arrows and _says_more(arrows[key], item):
            continue
        if item.mark.form is Form.SHIFT and key in grounds and not _says_more(item, grounds[key]):
            continue
        yield item


def _says_more(arrow: Difference, ground: Difference) -> bool:
    """Say whether an arrow tells what was left too, and the ground no more than where it leads."""
    return arrow.mark.second_pole is not None and ground.change is Change.APPEARED


def _when(item: Difference) -> tuple[date, str]:
    return item.mark.valid.start or date.min, item.mark.id
