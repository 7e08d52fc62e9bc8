"""One row of the gazetteer while it is built, and how prominent the place is."""

from __future__ import annotations

import math
from dataclasses import dataclass

from geodata.domain.places import PlaceKind

# Which place a bare name means, on one scale: ten points are a factor of ten in people.
# The steps between kinds are judgement: a country before any city, a city before the
# subdivision that is named after it unless that is about six times as large.
_BASE = {
    PlaceKind.COUNTRY: 100.0,
    PlaceKind.CONTINENT: 98.0,
    PlaceKind.REGION: 76.0,
    PlaceKind.WATER: 56.0,
    PlaceKind.LAND: 54.0,
    PlaceKind.SITE: 72.0,
    PlaceKind.BASE: 48.0,
    PlaceKind.AIRPORT: 38.0,
}
_PEOPLE_STEP = {PlaceKind.ADMIN1: -8.0, PlaceKind.ADMIN2: -18.0, PlaceKind.SETTLEMENT: 0.0}
_CAPITAL = 12.0
ALTERNATE_STEP = 4.0
# A name that begins otherwise is often a former or partial one: “Victoria” for Hong Kong.
UNLIKE_STEP = 8.0


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """
    A place with all its names, on its way into the gazetteer.

    Args:
        id: Stable identity, such as `geonames:2448085`.
        name: Preferred English name.
        kind: Feature class.
        lon: Longitude, degrees, WGS 84.
        lat: Latitude, degrees, WGS 84.
        country: ISO 3166-1 alpha-2 code, or None.
        admin1: Name of the first-level subdivision, or None.
        population: People, 0 where not known.
        radius_km: How far the place reaches, 0 for a point.
        source: Which data set the row comes from.
        names: Other names.
        prominence: Which place a bare name means; higher wins.
        operator: Who runs a base: ISO codes or organisations, parted by a bar.
    """

    id: str
    name: str
    kind: PlaceKind
    lon: float
    lat: float
    country: str | None = None
    admin1: str | None = None
    population: int = 0
    radius_km: float = 0.0
    source: str = ""
    names: tuple[str, ...] = ()
    prominence: float = 0.0
    operator: str | None = None


def prominence(kind: PlaceKind, population: int, *, is_capital: bool = False) -> float:
    """
    Return how likely a bare name means a place, higher first.

    Args:
        kind: Feature class.
        population: People; counts for countries, subdivisions and settlements.
        is_capital: Whether it is a country's capital.
    """
    people = 10.0 * math.log10(max(population, 10))
    if kind is PlaceKind.COUNTRY:
        return _BASE[kind] + people / 10
    if kind in _PEOPLE_STEP:
        return people + _PEOPLE_STEP[kind] + (_CAPITAL if is_capital else 0.0)
    return _BASE[kind]
