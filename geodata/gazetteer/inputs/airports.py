"""Airports and airfields, from airportsdata."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator

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
# Their airfields are called after owners and ranches.
_CROWDED = frozenset({"US", "CA", "AU", "BR", "ZA", "AR", "CL", "BO"})
_TAIL = re.compile(
    r" (?:(?:Air|Army|Naval) )?(?:Airport|Airfield|Aerodrome|Airstrip|Base|Airbase)$"
)
_ONE_NAME = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{4,}(?:[ -][A-ZÀ-Þ][a-zà-ÿ]{3,})?")


def airport_rows(is_known: Callable[[str], bool]) -> Iterator[PlaceRow]:
    """
    Yield airports with a four-letter ICAO code; their name always says what they are.

    An island or outpost that no list of settlements holds is called by its airfield too: Baltra,
    Nagurskoye. The names of towns and those that several airfields share are left alone.

    Args:
        is_known: Says whether a name is one of a place that is written already.
    """
    usual = airport_names()
    with AIRPORTS.file("airports.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    own = Counter(core for row in rows for core in _cores(row))
    for row in rows:
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
            names=(
                *usual.get(row["icao"], ()),
                *_other_names(name, city),
                *(core for core in _cores(row) if own[core] == 1 and not is_known(core)),
            ),
            prominence=prominence(PlaceKind.AIRPORT, 0),
        )


def _cores(row: dict[str, str]) -> set[str]:
    """Return what an airfield is called without the word airport, and its town, as far as plain."""
    if row["country"] in _CROWDED or not _ICAO.fullmatch(row["icao"]):
        return set()
    core = _PLAIN_WORDS.sub("", _TAIL.sub("", row["name"])).strip()
    return {name for name in (core, row["city"]) if _ONE_NAME.fullmatch(name)}


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
