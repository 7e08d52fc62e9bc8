"""How places lie to each other: their distance, and which lies in which."""

from __future__ import annotations

import math
import re

from geodata.domain.places import Place, PlaceKind

EARTH_RADIUS_KM = 6371.0088
SUBDIVISION_KM = 400.0  # a base without a known subdivision lies in one whose middle is this near
# How far a town may lie from the middle of the county that is said to hold it, in degrees.
COUNTY_LAT_DEG, COUNTY_LON_DEG = 0.6, 0.8
_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.CONTINENT, PlaceKind.REGION})
_STYLES = re.compile(r"\b(?:state|region|province|governorate|of|the)\b|[\W_]+")


def distance_km(one: Place, other: Place) -> float:
    """Return the great-circle distance between two places (haversine, mean earth radius)."""
    lat_1, lat_2 = math.radians(one.lat), math.radians(other.lat)
    half_lat = (lat_2 - lat_1) / 2
    half_lon = math.radians(other.lon - one.lon) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat_1) * math.cos(lat_2) * math.sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(chord)))


def lies_in(place: Place, outer: Place) -> bool:
    """Say whether a place lies in a country or subdivision."""
    if place.country is None or place.country != outer.country or place.id == outer.id:
        return False
    if place.kind in _WIDE:
        return False
    if outer.kind is PlaceKind.COUNTRY:
        return True
    if outer.kind is PlaceKind.ADMIN1:
        if place.admin1 is None:
            return distance_km(place, outer) < SUBDIVISION_KM
        return _bare(place.admin1) == _bare(outer.name)
    return (
        outer.kind is PlaceKind.ADMIN2
        and place.kind is PlaceKind.SETTLEMENT
        and place.admin1 == outer.admin1
        and abs(place.lat - outer.lat) < COUNTY_LAT_DEG
        and abs(place.lon - outer.lon) < COUNTY_LON_DEG
    )


def _bare(name: str) -> str:
    return _STYLES.sub("", name.lower())
