"""Airports and airfields, from airportsdata."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from geodata.domain.places import PlaceKind
from geodata.gazetteer.inputs.packages import AIRPORTS
from geodata.gazetteer.rows import PlaceRow, prominence

_ICAO = re.compile(r"[A-Z]{4}")
_SAYS_AIRPORT = re.compile(
    r"airport|airfield|aerodrome|air base|airbase|\bAFB\b|air station", re.IGNORECASE
)
_RADIUS_KM = 3.0
_SHORTEST_OWN_NAME = 6


def airport_rows() -> Iterator[PlaceRow]:
    """Yield airports with a four-letter ICAO code; their name always says what they are."""
    with AIRPORTS.file("airports.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if not _ICAO.fullmatch(row["icao"]) or not row["name"]:
                continue
            name = row["name"].strip()
            if not _SAYS_AIRPORT.search(name):
                name = f"{name} Airport"
            yield PlaceRow(
                id=f"airport:{row['icao']}",
                name=name,
                kind=PlaceKind.AIRPORT,
                lon=round(float(row["lon"]), 5),
                lat=round(float(row["lat"]), 5),
                country=row["country"] or None,
                admin1=row["subd"] or None,
                radius_km=_RADIUS_KM,
                source="airportsdata",
                names=_other_names(name, row["city"] if row["iata"] else ""),
                prominence=prominence(PlaceKind.AIRPORT, 0),
            )


def _other_names(name: str, city: str) -> tuple[str, ...]:
    short = re.sub(r"\bInternational Airport\b", "Airport", name)
    named = [short] if short != name else []
    # “London Heathrow Airport” is Heathrow to everybody.
    if city and name.startswith(f"{city} "):
        own = re.sub(r"\b(?:International|Airport)\b", "", name.removeprefix(f"{city} ")).strip()
        if len(own) >= _SHORTEST_OWN_NAME and own.isalpha():
            named.append(own)
    return (*named, f"{city} Airport") if city else tuple(named)
