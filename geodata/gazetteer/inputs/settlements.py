"""Settlements of 500 people and more, from GeoNames."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from geodata.domain.places import PlaceKind
from geodata.gazetteer.inputs.alternates import usable_alternates, usual_alternates
from geodata.gazetteer.inputs.packages import GEONAMES
from geodata.gazetteer.names import fold
from geodata.gazetteer.rows import PlaceRow, prominence

_ARABIC = frozenset(
    {"AE", "BH", "DZ", "EG", "IQ", "JO", "KW", "LB", "LY", "MA", "OM", "PS", "QA", "SA", "SD", "SY"}
    | {"TN", "YE"}
)
_ENGLISH = frozenset({"AU", "GB", "IE", "NZ", "US"})  # Canada has two languages
_ARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az)[- ](?=[^\W\d_])", re.IGNORECASE)
_SHORTEST_BARE = 5


def read_cities() -> list[dict[str, Any]]:
    """Return all cities of the package, by GeoNames id; about 380 MB while they are held."""
    with GEONAMES.file("cities500.json").open(encoding="utf-8") as file:
        cities = json.load(file)
    return sorted(cities.values(), key=lambda city: int(city["geonameid"]))


def settlement_rows(
    cities: list[dict[str, Any]],
    *,
    admin1_names: Mapping[str, str],
    capitals: Mapping[str, str],
    reserved: frozenset[str],
) -> Iterator[PlaceRow]:
    """
    Yield every settlement.

    Args:
        cities: What `read_cities` returned.
        admin1_names: Names of first-level subdivisions by GeoNames code, such as `NE.01`.
        capitals: Name of the capital by country code.
        reserved: Folded names no settlement may have as an alternate.
    """
    seats = _seats(cities, capitals)
    for city in cities:
        country, people = str(city["countrycode"]), int(city["population"])
        number = int(city["geonameid"])
        alternates = usable_alternates(city["name"], city["alternatenames"], reserved=reserved)
        if country in _ENGLISH:
            alternates = usual_alternates(city["name"], alternates)
        yield PlaceRow(
            id=f"geonames:{number}",
            name=city["name"],
            kind=PlaceKind.SETTLEMENT,
            lon=float(city["longitude"]),
            lat=float(city["latitude"]),
            country=country,
            admin1=admin1_names.get(f"{country}.{city['admin1code']}"),
            population=people,
            source="GeoNames",
            names=(*alternates, *_without_article(city["name"], alternates, country, reserved)),
            prominence=prominence(
                PlaceKind.SETTLEMENT, people, is_capital=seats.get(country) == number
            ),
        )


def _without_article(
    name: str, alternates: Iterable[str], country: str, reserved: frozenset[str]
) -> Iterator[str]:
    """Yield “Qamishli” for “Al Qamishli”: English news drops the Arabic article as it likes."""
    if country not in _ARABIC:
        return
    known = {fold(name), *map(fold, alternates), *reserved}
    for spelled in (name, *alternates):
        match = _ARTICLE.match(spelled)
        bare = spelled[match.end() :] if match else ""
        if len(bare) >= _SHORTEST_BARE and fold(bare) not in known:
            known.add(fold(bare))
            yield bare


def _seats(cities: list[dict[str, Any]], capitals: Mapping[str, str]) -> dict[str, int]:
    """Return the GeoNames id of each capital: the largest settlement of that name in its country."""
    best: dict[str, tuple[int, int]] = {}
    for city in cities:
        country = city["countrycode"]
        capital = capitals.get(country)
        if capital and (city["name"] == capital or capital in city["alternatenames"]):
            best[country] = max(
                best.get(country, (-1, 0)), (int(city["population"]), int(city["geonameid"]))
            )
    return {country: number for country, (_, number) in best.items()}
