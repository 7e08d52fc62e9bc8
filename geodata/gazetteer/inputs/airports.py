"""Airports and airfields, from airportsdata."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from geodata.domain.places import PlaceKind
from geodata.gazetteer.inputs.packages import AIRPORTS
from geodata.gazetteer.inputs.supplement import airport_names
from geodata.gazetteer.rows import PlaceRow, prominence

_ICAO = re.compile(r"[A-Z]{4}")
_SAYS_AIRPORT = re.compile(
    r"airport|airfield|aerodrome|air base|airbase|\bAFB\b|air station", re.IGNORECASE
)
# What else stands between a city and “Airport”: no name of its own (“Rapid City Regional Airport”).
_PLAIN_WORDS = re.compile(
    r"\b(?:International|Intl|Ntl|National|Regional|Municipal|Memorial|Executive|County|City|Metro"
    r"|Domestic|Central|Downtown|Harbour|State|Island|Field|North|South|East|West|New|Airport)\b"
)
_RADIUS_KM = 3.0


def airport_rows() -> Iterator[PlaceRow]:
    """Yield airports with a four-letter ICAO code; their name always says what they are."""
    usual = airport_names()
    with AIRPORTS.file("airports.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if not _ICAO.fullmatch(row["icao"]) or not row["name"]:
                continue
            name = row["name"].strip()
            if not _SAYS_AIRPORT.search(name):
                name = f"{name} Airport"
            city = row["city"] if row["iata"] else ""
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
                names=(*usual.get(row["icao"], ()), *_other_names(name, city)),
                prominence=prominence(PlaceKind.AIRPORT, 0),
            )


def _other_names(name: str, city: str) -> tuple[str, ...]:
    short = re.sub(r"\bInternational Airport\b", "Airport", name)
    named = [short] if short != name else []
    if not city:
        return tuple(named)
    # “London Heathrow Airport” is Heathrow Airport to everybody.
    if name.startswith((f"{city} ", f"{city}-")):
        own = _PLAIN_WORDS.sub("", name[len(city) + 1 :]).strip()
        if own.replace("'", "").isalpha():
            named += [f"{own} Airport", f"{own} International Airport"]
    return (*named, f"{city} Airport")
