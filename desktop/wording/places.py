"""Places in a person's words."""

from __future__ import annotations

import re

from desktop.wording.naming import country_name
from geodata.domain.places import Place, PlaceId, PlaceKind

_PAIR = re.compile(r"\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;]\s*(-?\d{1,3}(?:\.\d+)?)\s*(.*)")


def place_words(place: Place) -> str:
    """Return a place with what tells it from others of its name."""
    kind = "base" if place.kind is PlaceKind.BASE else ""
    country = country_name(place.country) if place.country else ""
    parts = [place.name, place.admin1 or "", country, kind]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def own_place(words: str) -> Place | None:
    """
    Return a place of the person's own from `latitude, longitude name`, or None.

    WGS 84, degrees; what lies outside -90..90 and -180..180 is no place.

    >>> own_place("16.97, 7.99 Camp North").name
    'Camp North'
    """
    match = _PAIR.fullmatch(words)
    if match is None:
        return None
    lat, lon = float(match[1]), float(match[2])
    if abs(lat) > 90 or abs(lon) > 180:
        return None
    name = match[3].strip() or f"{lat:g}, {lon:g}"
    return Place(PlaceId(f"own:{lat:g},{lon:g}"), name, PlaceKind.SITE, lon, lat, source="own")
