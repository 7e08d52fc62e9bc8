"""The part of the world that a project is about."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from functools import cache
from statistics import median_low

import resources
from geodata.layers.marks import Anchor, Mark
from geodata.mapping.content import WORLD, Extent

FAR_DEGREES = 25.0
# A country reaches at most so far from its middle: the theatre, not its overseas parts.
REACH_LON, REACH_LAT = 9.0, 7.5
LEAST_LON, LEAST_LAT = 6.0, 4.5
MARGIN = 1.04
ASIDE_DEGREES = 3.0  # seen around a mark that stands alone at the edge
WORLD_PX = 256.0

Spot = tuple[float, float, str]


def extent_of(marks: Iterable[Mark]) -> Extent:
    """
    Return the box that holds what the claims speak of, with asides left out.

    A mark of a whole country counts with the country's own box.

    Args:
        marks: The marks; those without coordinates or claims do not count.
    """
    spots = _told_spots(marks)
    if not spots:
        return WORLD
    countries = _country_boxes() if any(code for _, _, code in spots) else {}
    boxes = [_box(spot, countries) for spot in spots]
    west, south = min(b.west for b in boxes), min(b.south for b in boxes)
    east, north = max(b.east for b in boxes), max(b.north for b in boxes)
    x, y = (west + east) / 2, (south + north) / 2
    half_x = max((east - west) / 2 * MARGIN, LEAST_LON)
    half_y = max((north - south) / 2 * MARGIN, LEAST_LAT)
    return Extent(
        max(-180.0, x - half_x),
        max(-80.0, y - half_y),
        min(180.0, x + half_x),
        min(84.0, y + half_y),
    )


def extent_of_view(
    lat: float, lon: float, zoom: float, width_px: float, height_px: float
) -> Extent:
    """
    Return the part of the world in a window onto a Web Mercator map (EPSG:3857).

    Args:
        lat: Of the middle, WGS 84, degrees.
        lon: Of the middle, WGS 84, degrees.
        zoom: The world is 256 * 2**zoom pixels wide.
        width_px: Width of the window.
        height_px: Height of the window.
    """
    world_px = WORLD_PX * 2**zoom
    half_lon = 180.0 * width_px / world_px
    middle = math.asinh(math.tan(math.radians(lat)))
    half = math.pi * height_px / world_px
    south, north = (math.degrees(math.atan(math.sinh(middle + side * half))) for side in (-1, 1))
    return Extent(lon - half_lon, south, lon + half_lon, north)


def whole_extent(marks: Iterable[Mark], least: Extent) -> Extent:
    """
    Return the box that holds every mark that has a place, asides too, with some land around them.

    Args:
        marks: Any marks, WGS 84 degrees; a mark of a whole country counts with its box.
        least: What it holds at least.
    """
    countries = _country_boxes()
    boxes = [least]
    for mark in beyond(marks, least):
        if spot := _spot(mark):
            box = _box(spot, countries)
            boxes.append(
                Extent(
                    max(-180.0, box.west - ASIDE_DEGREES),
                    max(-80.0, box.south - ASIDE_DEGREES),
                    min(180.0, box.east + ASIDE_DEGREES),
                    min(84.0, box.north + ASIDE_DEGREES),
                )
            )
    return Extent(
        min(b.west for b in boxes),
        min(b.south for b in boxes),
        max(b.east for b in boxes),
        max(b.north for b in boxes),
    )


def beyond(marks: Iterable[Mark], view: Extent) -> tuple[Mark, ...]:
    """
    Return the marks that lie outside a view; those without a place lie nowhere.

    A mark of a whole country is drawn wherever the country is in view.

    Args:
        marks: Any marks, WGS 84 degrees.
        view: May reach over the 180th meridian, west of -180 or east of 180.
    """
    return tuple(m for m in marks if (spot := _spot(m)) and not _meets(view, spot))


def _meets(view: Extent, spot: Spot) -> bool:
    box = _box(spot, _country_boxes() if spot[2] else {})
    is_between = any(
        view.west <= box.east + turn and box.west + turn <= view.east
        for turn in (-360.0, 0.0, 360.0)
    )
    return is_between and view.south <= box.north and box.south <= view.north


def _spot(mark: Mark) -> Spot | None:
    if mark.lon is None or mark.lat is None:
        return None
    return mark.lon, mark.lat, mark.country or "" if mark.anchor is Anchor.COUNTRY else ""


def _told_spots(marks: Iterable[Mark]) -> list[Spot]:
    """
    Return (lon, lat, country or empty) of the claims' marks, without far asides.

    A spot counts when it lies within 25 degrees of the middle of all claims, or has a quarter as
    many claims as the one with the most: one aside must not shrink the theatre to a dot.
    """
    claims: dict[Spot, set[str]] = {}
    for m in marks:
        if m.claim_ids and (spot := _spot(m)):
            claims.setdefault(spot, set()).update(m.claim_ids)
    if not claims:
        return []
    middle_x = median_low([x for (x, _, _), told in claims.items() for _ in told])
    middle_y = median_low([y for (_, y, _), told in claims.items() for _ in told])
    most = max(len(told) for told in claims.values())
    return [
        (x, y, code)
        for (x, y, code), told in claims.items()
        if (abs(x - middle_x) < FAR_DEGREES and abs(y - middle_y) < FAR_DEGREES)
        or len(told) * 4 >= most
    ]


@cache
def _country_boxes() -> Mapping[str, list[Extent]]:
    table = json.loads(resources.read_text("basemap/world_110m.json"))
    return {c["id"]: [Extent(*box) for box in c["boxes"]] for c in table["countries"]}


def _box(spot: Spot, countries: Mapping[str, list[Extent]]) -> Extent:
    lon, lat, code = spot
    for box in countries.get(code, []):
        if box.west <= lon <= box.east:
            return Extent(
                max(box.west, lon - REACH_LON),
                max(box.south, lat - REACH_LAT),
                min(box.east, lon + REACH_LON),
                min(box.north, lat + REACH_LAT),
            )
    return Extent(lon, lat, lon, lat)
