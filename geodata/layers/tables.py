"""Marks as tables that geopandas and every GIS read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from geodata.domain.times import Days
from geodata.layers.marks import Anchor, Layer, Mark

if TYPE_CHECKING:
    import geopandas
    from shapely.geometry.base import BaseGeometry

UNPLACED = "unplaced"
_CRS = "EPSG:4326"
_TIMES = ("valid_from", "valid_to", "known_from", "known_to")

ShapeOf = Callable[[Mark], "BaseGeometry | None"]


def tables_of(
    marks: Iterable[Mark], shape_of: ShapeOf | None = None
) -> dict[str, geopandas.GeoDataFrame]:
    """
    Return one table a layer, and `unplaced` for what has no place; a row is a mark.

    Geometry is in EPSG:4326 (WGS 84, lon and lat in degrees): what `shape_of` returns, else a
    point, which is the place itself where `anchor` is `point` and else only a place for the
    label of a country or region. `unplaced` has none. The four time columns are UTC timestamps
    of midnight, half-open, and empty for open ends.

    Args:
        marks: All of a project, or those of one frame.
        shape_of: The polygon to use for a mark, or None for its point.
    """
    tables: dict[str, list[Mark]] = {layer.value: [] for layer in Layer}
    tables[UNPLACED] = []
    for mark in marks:
        tables[UNPLACED if mark.anchor is Anchor.NONE else mark.layer.value].append(mark)
    return {name: _table(group, shape_of) for name, group in tables.items()}


def _table(marks: Sequence[Mark], shape_of: ShapeOf | None) -> geopandas.GeoDataFrame:
    import geopandas
    import pandas as pd

    rows = [_row(mark) for mark in marks]
    frame = pd.DataFrame(rows, columns=list(_COLUMNS))
    for name in _TIMES:
        frame[name] = pd.to_datetime(frame[name], utc=True).astype("datetime64[ms, UTC]")
    shapes = [(shape_of(mark) if shape_of else None) or _point(mark) for mark in marks]
    return geopandas.GeoDataFrame(frame, geometry=shapes, crs=_CRS)


def _point(mark: Mark) -> BaseGeometry | None:
    from shapely.geometry import Point

    if mark.lon is None or mark.lat is None:
        return None
    point: BaseGeometry = Point(mark.lon, mark.lat)
    return point


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
    "count_told",
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
        "count_told": "; ".join(count.told) or None if count else None,
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
