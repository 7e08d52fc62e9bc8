"""Country polygons of the basemap, for tables that other programs read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import resources

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)}
_MORE = 32


def country_polygons() -> dict[str, BaseGeometry]:
    """
    Return the land of each country by its ISO 3166-1 alpha-2 code.

    Natural Earth at 1:50 million, public domain, as packed by packaging/derive_basemap.py;
    EPSG:4326 (WGS 84), lon and lat in degrees. Valid polygons and multipolygons.
    """
    import shapely

    table: dict[str, Any] = json.loads(resources.read_text("basemap/world_50m.json"))
    arcs = [list(_points(text, table["grid"])) for text in table["arcs"]]
    found: dict[str, BaseGeometry] = {}
    for country in table["countries"]:
        if not country["id"]:
            continue
        parts = [
            shapely.Polygon(outer, holes)
            for outer, *holes in (
                [_ring(numbers, arcs) for numbers in rings] for rings in country["polygons"]
            )
        ]
        # A ring that touches itself leaves stray lines beside the mended polygon.
        mended = shapely.get_parts(shapely.make_valid(shapely.MultiPolygon(parts)))
        former = found.get(country["id"])
        land = [part for part in mended if part.geom_type in {"Polygon", "MultiPolygon"}]
        found[country["id"]] = shapely.union_all(land if former is None else [former, *land])
    return found


def _ring(
    numbers: Sequence[int], arcs: Sequence[Sequence[tuple[float, float]]]
) -> list[tuple[float, float]]:
    ring: list[tuple[float, float]] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring.extend(arc[1:] if ring else arc)
    return ring


def _points(text: str, grid: Sequence[float]) -> Iterator[tuple[float, float]]:
    step_lon, step_lat, west, south = grid
    x = y = 0
    numbers = _numbers(text)
    for dx, dy in zip(numbers, numbers, strict=True):
        x, y = x + dx, y + dy
        yield round(x * step_lon + west, 5), round(y * step_lat + south, 5)


def _numbers(text: str) -> Iterator[int]:
    """Undo the packing: five bits a letter, lowest first, the sign in the lowest bit."""
    value = shift = 0
    for letter in text:
        digit = _VALUES[letter]
        value |= (digit & (_MORE - 1)) << shift
        shift += 5
        if digit < _MORE:
            yield -((value + 1) >> 1) if value & 1 else value >> 1
            value = shift = 0
