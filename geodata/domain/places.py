"""Places on the earth, and the candidates a name may stand for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

PlaceId = NewType("PlaceId", str)


class PlaceKind(StrEnum):
    """The feature class of a place, coarse to fine."""

    CONTINENT = "continent"
    REGION = "region"  # a macro-region without agreed edges, such as the Sahel
    COUNTRY = "country"
    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    SETTLEMENT = "settlement"
    BASE = "base"  # military base, camp or airfield
    AIRPORT = "airport"
    WATER = "water"  # sea, lake, river, strait
    LAND = "land"  # mountain, desert, island, valley
    SITE = "site"  # building, monument, embassy


@dataclass(frozen=True, slots=True)
class Place:
    """
    A place of the gazetteer. Coordinates are WGS 84 (EPSG:4326), degrees.

    Args:
        id: Stable identity, for example `geonames:2448085` or `base:air-base-201`.
        name: Preferred English name.
        kind: Feature class.
        lon: Longitude of the representative point.
        lat: Latitude of the representative point.
        country: ISO 3166-1 alpha-2 code, or None for what lies in several or none.
        admin1: Name of the first-level subdivision, or None.
        population: People, 0 where not known or not meaningful.
        radius_km: How far from the point the place reaches, 0 where it is a point.
        source: Which data set the row comes from.
    """

    id: PlaceId
    name: str
    kind: PlaceKind
    lon: float
    lat: float
    country: str | None = None
    admin1: str | None = None
    population: int = 0
    radius_km: float = 0.0
    source: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may stand for, with a score in 0..1 and the reason in words."""

    place: Place
    score: float
    why: str
