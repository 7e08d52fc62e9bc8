"""Questions to the marks: one frame, its tables, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from geodata.domain.episodes import Certainty, State
from geodata.domain.times import Days
from geodata.layers.marks import Anchor, Form, Layer, Mark

if TYPE_CHECKING:
    import geopandas

UNPLACED = "unplaced"
_CRS = "EPSG:4326"
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

    Geometry is a point in EPSG:4326 (WGS 84, lon and lat in degrees): the place itself where
    `anchor` is `point`, else only a place for the label of a country or region. `unplaced` has
    no geometry. The four time columns are UTC timestamps of midnight, half-open, and empty for
    open ends.
    """
    tables: dict[str, list[Mark]] = {layer.value: [] for layer in Layer}
    tables[UNPLACED] = []
    for mark in frame_marks(marks, on, known_by):
        tables[UNPLACED if mark.anchor is Anchor.NONE else mark.layer.value].append(mark)
    return {name: _table(group) for name, group in tables.items()}


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


def _table(marks: Sequence[Mark]) -> geopandas.GeoDataFrame:
    import geopandas
    import pandas as pd
    from shapely.geometry import Point

    rows = [_row(mark) for mark in marks]
    frame = pd.DataFrame(rows, columns=list(_COLUMNS))
    for name in ("valid_from", "valid_to", "known_from", "known_to"):
        frame[name] = pd.to_datetime(frame[name], utc=True).astype("datetime64[ms, UTC]")
    points = [
        Point(mark.lon, mark.lat) if mark.lon is not None and mark.lat is not None else None
        for mark in marks
    ]
    return geopandas.GeoDataFrame(frame, geometry=points, crs=_CRS)


_COLUMNS = (
    "mark_id",
    "fact_id",
    "form",
    "actor",
    "code",
    "pole",
    "second_pole",
    "anchor",
    "country",
    "place_id",
    "place_name",
    "state",
    "certainty",
    "valid_from",
    "valid_to",
    "known_from",
    "known_to",
    "count_low",
    "count_high",
    "is_count_open",
    "deadline",
    "last_attested",
    "sources",
    "claim_ids",
    "review",
    "is_disputed",
    "label",
    "words",
)


def _row(mark: Mark) -> dict[str, object]:
    count = mark.count
    return {
        "mark_id": mark.id,
        "fact_id": mark.fact_id,
        "form": mark.form.value,
        "actor": mark.actor,
        "code": mark.code,
        "pole": mark.pole.value if mark.pole else None,
        "second_pole": mark.second_pole.value if mark.second_pole else None,
        "anchor": mark.anchor.value,
        "country": mark.country,
        "place_id": mark.place_id,
        "place_name": mark.place_name,
        "state": str(mark.state),
        "certainty": mark.certainty.value,
        **_times(mark.valid, mark.known),
        "count_low": count.low if count else None,
        "count_high": count.high if count else None,
        "is_count_open": count.is_open if count else None,
        "deadline": mark.deadline.isoformat() if mark.deadline else None,
        "last_attested": mark.attested[-1].isoformat() if mark.attested else None,
        "sources": len(mark.document_ids),
        "claim_ids": " ".join(mark.claim_ids),
        "review": mark.review.value,
        "is_disputed": mark.is_disputed,
        "label": mark.label,
        "words": mark.words,
    }


def _times(valid: Days, known: Days) -> dict[str, date | None]:
    return {
        "valid_from": valid.start,
        "valid_to": valid.end,
        "known_from": known.start,
        "known_to": known.end,
    }
