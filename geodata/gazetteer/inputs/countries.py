"""Countries: GeoNames names and neighbours, countryinfo points and demonyms, our own aliases."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

from geodata.domain.places import PlaceKind
from geodata.gazetteer.inputs.packages import COUNTRYINFO, GEONAMES
from geodata.gazetteer.inputs.supplement import split_names, table
from geodata.gazetteer.rows import PlaceRow, prominence

# Dissolved states that GeoNames still lists.
_DISSOLVED = frozenset({"AN", "CS"})


def read_countries() -> dict[str, dict[str, Any]]:
    """Return the GeoNames country table by ISO 3166-1 alpha-2 code."""
    text = GEONAMES.file("countries.json").read_text(encoding="utf-8")
    return {code: row for code, row in json.loads(text).items() if code not in _DISSOLVED}


def country_rows(countries: dict[str, dict[str, Any]]) -> Iterator[PlaceRow]:
    """Yield every country; its radius is that of a disc of the same area."""
    profiles = _profiles()
    own = {row["code"]: row for row in table("countries.csv")}
    for code, country in sorted(countries.items()):
        extra = own.get(code, {})
        profile = profiles.get(code, {})
        point = _point(extra, profile)
        if point is None:
            continue
        spellings = [
            name
            for name in (*profile.get("altSpellings", ()), profile.get("name", ""))
            if len(name) > 3
        ]
        people = int(country["population"])
        yield PlaceRow(
            id=f"country:{code}",
            name=extra.get("name") or country["name"],
            kind=PlaceKind.COUNTRY,
            lon=point[1],
            lat=point[0],
            country=code,
            population=people,
            radius_km=round(math.sqrt(float(country["areakm2"] or 1) / math.pi), 1),
            source="GeoNames",
            names=(country["name"], *spellings, *split_names(extra.get("alternates", ""))),
            prominence=prominence(PlaceKind.COUNTRY, people),
        )


def neighbour_pairs(countries: dict[str, dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield every pair of countries with a land border, both ways round."""
    for code, country in sorted(countries.items()):
        for other in sorted(filter(None, country["neighbours"].split(","))):
            if other in countries:
                yield code, other


def demonyms(countries: dict[str, dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield (demonym, country code); ours come first, so that they lead where several apply."""
    ours = list(table("demonyms.csv"))
    for row in ours:
        yield row["word"], row["country"]
    spoken = {row["word"].casefold() for row in ours}
    for code, profile in sorted(_profiles().items()):
        word = profile.get("demonym") or ""
        if code in countries and word and word.casefold() not in spoken:
            yield word, code


def _profiles() -> dict[str, dict[str, Any]]:
    folder = COUNTRYINFO.file("niger.json").parent
    found = {}
    for path in sorted(folder.glob("*.json")):
        profile = json.loads(path.read_text(encoding="utf-8"))
        found[str(profile["ISO"]["alpha2"])] = profile
    return found


def _point(extra: dict[str, str], profile: dict[str, Any]) -> tuple[float, float] | None:
    if extra.get("lat"):
        return float(extra["lat"]), float(extra["lon"])
    if profile.get("latlng"):
        lat, lon = profile["latlng"]
        return float(lat), float(lon)
    return None
