"""The part of the basemap that a standalone page needs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import resources
from geodata.layers.marks import Mark
from geodata.mapping.content import Extent

MARGIN = 0.6  # of the extent's width and height, on each side


def cut_basemap(extent: Extent, marks: Iterable[Mark]) -> dict[str, Any]:
    """
    Return the basemap's tables by name, cut to a wide margin around an extent.

    The world at 1:50 million is whole; at 1:10 million only the countries that meet the extent
    are kept, with the first-level divisions of those that a mark stands in.

    Args:
        extent: The part of the world that the page opens on.
        marks: What the page shows.
    """
    wide = _widened(extent)
    claimed = {mark.country for mark in marks if mark.country}
    return {
        "world_50m": _read("world_50m"),
        "world_10m": _cut_world(_read("world_10m"), wide),
        "admin1": _cut_admin1(_read("admin1"), claimed),
        "water": _read("water"),
        "towns": _cut_towns(_read("towns"), wide),
    }


def _read(name: str) -> dict[str, Any]:
    table: dict[str, Any] = json.loads(resources.read_text(f"basemap/{name}.json"))
    return table


def _widened(extent: Extent) -> Extent:
    x = (extent.east - extent.west) * MARGIN
    y = (extent.north - extent.south) * MARGIN
    return Extent(extent.west - x, extent.south - y, extent.east + x, extent.north + y)


def _meets(box: list[float], extent: Extent) -> bool:
    west, south, east, north = box
    meets_x = west <= extent.east and extent.west <= east
    return meets_x and south <= extent.north and extent.south <= north


def _arc_numbers(countries: Iterable[dict[str, Any]]) -> list[int]:
    used = {
        number if number >= 0 else ~number
        for country in countries
        for polygon in country["polygons"]
        for ring in polygon
        for number in ring
    }
    return sorted(used)


def _cut_world(world: dict[str, Any], extent: Extent) -> dict[str, Any]:
    countries = [c for c in world["countries"] if any(_meets(box, extent) for box in c["boxes"])]
    used = _arc_numbers(countries)
    new = {old: number for number, old in enumerate(used)}

    def renumbered(number: int) -> int:
        return new[number] if number >= 0 else ~new[~number]

    kept = [
        {**c, "polygons": [[[renumbered(n) for n in ring] for ring in p] for p in c["polygons"]]}
        for c in countries
    ]
    return {"grid": world["grid"], "arcs": [world["arcs"][n] for n in used], "countries": kept}


def _cut_admin1(admin1: dict[str, Any], countries: set[str]) -> dict[str, Any]:
    kept = {code: part for code, part in admin1["countries"].items() if code in countries}
    return {"grid": admin1["grid"], "countries": kept}


def _cut_towns(towns: dict[str, Any], extent: Extent) -> dict[str, Any]:
    rows = zip(towns["lon"], towns["lat"], towns["zoom"], strict=True)
    kept = [zoom <= 3 or _meets([lon, lat, lon, lat], extent) for lon, lat, zoom in rows]
    return {
        name: [value for value, is_kept in zip(column, kept, strict=True) if is_kept]
        for name, column in towns.items()
    }
