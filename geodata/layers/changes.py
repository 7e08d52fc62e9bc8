"""What differs between two frames, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from geodata.layers.frames import frame_marks
from geodata.layers.marks import Form, Mark


@dataclass(frozen=True, slots=True)
class Changes:
    """
    Facts that only the later frame draws, that only the earlier one draws, and that changed.

    Args:
        begun: Marks of the later frame.
        ended: Marks of the earlier frame.
        changed: Pairs of both.
    """

    begun: tuple[Mark, ...]
    ended: tuple[Mark, ...]
    changed: tuple[tuple[Mark, Mark], ...]

    @property
    def number(self) -> int:
        """How many facts differ."""
        return len(self.begun) + len(self.ended) + len(self.changed)

    def lines(self) -> tuple[str, ...]:
        """Return one line a fact: what is new, what is changed, what is gone."""
        return (
            *(f"New: {mark.words}" for mark in self.begun),
            *(
                f"Changed: {after.words}\n    before: {before.words}"
                for before, after in self.changed
            ),
            *(f"No longer: {mark.words}" for mark in self.ended),
        )


def changes_between(marks: Iterable[Mark], first: date, second: date, known_by: date) -> Changes:
    """
    Return what changes from one day to another, both as known by a third.

    A shift of alignment is an event of some weeks: where it fades nothing ends, so it is left out,
    and the ground that it leads to is told.
    """
    told = [mark for mark in marks if mark.claim_ids and mark.form is not Form.SHIFT]
    before = _by_fact(frame_marks(told, first, known_by))
    after = _by_fact(frame_marks(told, second, known_by))
    return Changes(
        begun=tuple(after[key] for key in sorted(after.keys() - before.keys())),
        ended=tuple(before[key] for key in sorted(before.keys() - after.keys())),
        changed=tuple(
            (before[key], after[key])
            for key in sorted(before.keys() & after.keys())
            if _looks(before[key]) != _looks(after[key])
        ),
    )


def _by_fact(marks: Sequence[Mark]) -> dict[str, Mark]:
    return {mark.fact_id: mark for mark in marks}


def _looks(mark: Mark) -> tuple[object, ...]:
    return mark.state, mark.certainty, mark.count, mark.deadline, mark.pole, mark.second_pole
