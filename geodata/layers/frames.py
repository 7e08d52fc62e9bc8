"""Questions to the marks: one frame, its tables, and its words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from geodata.domain.episodes import Certainty, State
from geodata.layers.marks import Form, Mark
from geodata.layers.tables import tables_of

if TYPE_CHECKING:
    import geopandas

_NOTHING = "No claim in these articles speaks of this date."
_TOLD = 3

_NEWS = {
    State.WITHDRAWING: 5,
    State.TO_WITHDRAW: 5,
    State.ARRIVING: 4,
    State.TO_ARRIVE: 3,
    State.PRESENT: 4,
}


def frame_marks(marks: Iterable[Mark], on: date, known_by: date) -> tuple[Mark, ...]:
    """Return the marks that stand on the map of day `on` as known by `known_by`."""
    return tuple(mark for mark in marks if mark.is_drawn(on, known_by))


def frame_tables(
    marks: Iterable[Mark], on: date, known_by: date
) -> dict[str, geopandas.GeoDataFrame]:
    """
    Return one table a layer for a frame, and `unplaced` for what has no place.

    See `tables_of` for columns and geometry.
    """
    return tables_of(frame_marks(marks, on, known_by))


def describe(marks: Iterable[Mark], on: date, known_by: date) -> str:
    """Return the most important facts of a frame in words, most important first."""
    told = [mark for mark in frame_marks(marks, on, known_by) if mark.claim_ids]
    if not told:
        return _NOTHING
    told.sort(key=_importance, reverse=True)
    facts: dict[str, str] = {}
    for mark in told:
        facts.setdefault(_subject(mark), mark.words)
    return " ".join(list(facts.values())[:_TOLD])


def _subject(mark: Mark) -> str:
    """Return what a mark speaks of: an arrow and the ground that it leads to are told once."""
    if mark.form in {Form.GROUND, Form.SHIFT} and mark.state != State.COUP:
        return f"lean:{mark.country}"
    return mark.fact_id


def _importance(mark: Mark) -> tuple[int, bool, int, int, str]:
    """Rank what is changing and dated first, then what is certain, large and widely told."""
    if mark.form is Form.TROOPS:
        rank = _NEWS.get(State(mark.state), 1)
    else:
        rank = {Form.GROUND: 3, Form.SHIFT: 2, Form.BASE: 2}.get(mark.form, 0)
    rank += 2 if mark.deadline else 0
    count = mark.count.low if mark.count else 0
    is_certain = mark.certainty is not Certainty.POSSIBLE
    # A shift says less than the ground that it leads to.
    return rank + 2 * is_certain, is_certain, count, len(mark.document_ids), mark.id
