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
_STANDING = frozenset({State.PRESENT, State.OPERATES})
_TO_COME = frozenset({State.TO_ARRIVE, State.TO_OPEN})


class Change(StrEnum):
    """What became of a thing from one map to another."""

    APPEARED = "appeared"
    FIRST_TOLD = "first_told"
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
    Return what appeared, was first told of, ended and changed, each oldest first.

    A thing has appeared only where a source tells that it came, opened or turned between the two
    days. What a source merely finds standing or done by some day, or what is only to come, is
    first told of; what is first told of as it leaves was there, so it has changed.

    What has left, closed or been handed over has ended; so has what no source carries on. A turn
    of a government and the ground that it leads to are told once. An arrow is an event of some
    weeks: where it fades nothing ends.

    Args:
        marks: All marks of a project.
        first: The map to start from.
        second: The other.
    """
    told = [mark for mark in marks if mark.claim_ids]
    begun = _begun(told, first, second)
    before = _by_key(frame_marks(told, first.on, first.known_by))
    after = _by_key(frame_marks(told, second.on, second.known_by))
    found = [
        Difference(change, old, new, _sentence(change, old, new, first, second))
        for key in before.keys() | after.keys()
        if (change := _change(old := before.get(key), new := after.get(key), is_begun=key in begun))
    ]
    order = list(Change)
    return tuple(
        sorted(_each_once(found), key=lambda item: (order.index(item.change), _when(item)))
    )


def _by_key(marks: Sequence[Mark]) -> dict[tuple[str, Form], Mark]:
    return {(mark.fact_id, mark.form): mark for mark in marks}


def _begun(marks: Iterable[Mark], first: Moment, second: Moment) -> frozenset[tuple[str, Form]]:
    """Return what came or opened after the first day and up to the second."""
    return frozenset(
        (mark.fact_id, mark.form)
        for mark in marks
        if mark.state in _NEWS
        and not mark.is_begun_by
        and mark.known.holds(second.known_by)
        and first.on < (mark.valid.start or date.min) <= second.on
    )


def _change(before: Mark | None, after: Mark | None, *, is_begun: bool) -> Change | None:
    if (after or before) is None or Form.SHIFT in {m.form for m in (before, after) if m}:
        return _came(before, after, is_begun=is_begun) if after and not before else None
    was_over, is_over = _is_over(before), _is_over(after)
    if after is None:
        return None if was_over else Change.ENDED
    if before is None or was_over != is_over:
        return Change.ENDED if is_over else _came(before, after, is_begun=is_begun)
    return Change.CHANGED if _looks(before) != _looks(after) else None


def _came(before: Mark | None, after: Mark, *, is_begun: bool) -> Change:
    """Say how what was not there, or over, on the first map stands on the second."""
    is_older = before is None and after.is_begun_by
    is_turn = after.form not in {Form.TROOPS, Form.BASE}
    if not is_older and (is_turn or after.state in _NEWS):
        return Change.APPEARED
    if is_begun and after.state in _STANDING:
        return Change.APPEARED
    is_first = before is None and (
        is_turn or after.state in _STANDING | _TO_COME or after.state in _NEWS
    )
    return Change.FIRST_TOLD if is_first else Change.CHANGED


def _is_over(mark: Mark | None) -> bool:
    return bool(mark and mark.state in _OVER and mark.certainty is not Certainty.POSSIBLE)


def _looks(mark: Mark) -> tuple[object, ...]:
    state, count = _NEWS.get(mark.state, mark.state), mark.count
    # Another wording of the same number is no change of it.
    number = (count.low, count.high, count.is_open) if count else None
    return state, mark.certainty, number, mark.deadline, mark.pole, mark.second_pole


def _sentence(
    change: Change, before: Mark | None, after: Mark | None, first: Moment, second: Moment
) -> str:
    if after is None:
        assert before is not None
        to = day_words(second.on)
        told = f"no source carries this on to {to}"
        if first.known_by != second.known_by:
            told = f"as known on {day_words(second.known_by)}, no source carries this on to {to}"
        return f"{_open(before)}; {told}."
    notes = []
    if change is Change.FIRST_TOLD and after.state in _STANDING:
        notes.append("first told of, not told as new")
    if after.certainty is Certainty.POSSIBLE and second.on < _last_possible(after, second):
        notes.append(f"possibly only after {day_words(second.on)}")
    if before and before.certainty is Certainty.POSSIBLE and before.state == after.state:
        notes.append(f"possibly before {day_words(first.on)}")
    elif before and before.standing:
        notes.append(f"on {day_words(first.on)}: {before.standing}")
    return f"{'; '.join((_open(after), *notes))}."


def _last_possible(mark: Mark, moment: Moment) -> date:
    """Return a day after which what a source tells as past cannot have been: its publication."""
    last = mark.known.start or moment.known_by
    return min((last, *mark.attested)) if mark.form is Form.SHIFT else last


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
    is_new = ground.change in {Change.APPEARED, Change.FIRST_TOLD}
    return arrow.mark.second_pole is not None and is_new


def _when(item: Difference) -> tuple[date, str]:
    return item.mark.valid.start or date.min, item.mark.id
