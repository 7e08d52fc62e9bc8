"""The project's own cited tables in `resources/gazetteer/`."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import resources
from geodata.domain.places import PlaceKind
from geodata.gazetteer.names import fold
from geodata.gazetteer.rows import PlaceRow, prominence

FOLDER = "gazetteer"
TABLES = (
    "abbreviations.csv",
    "airport_names.csv",
    "bases.csv",
    "common_words.txt",
    "countries.csv",
    "demonyms.csv",
    "features.csv",
    "former.csv",
    "metonyms.csv",
    "preferred.csv",
    "regions.csv",
    "regions.geojson",
    "settlements.csv",
    "spellings.csv",
    "subdivisions.csv",
)


def folder() -> Path:
    """Return where the supplement lies."""
    return resources.path_of(FOLDER)


def digest() -> str:
    """Return a hash over all supplement files, so a change in any of them is noticed."""
    total = hashlib.sha256()
    for name in TABLES:
        total.update(name.encode())
        total.update((folder() / name).read_bytes())
    return total.hexdigest()


def table(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of one of our tables as dictionaries of text."""
    with (folder() / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def split_names(text: str) -> tuple[str, ...]:
    """Return the parts of a cell whose values are parted by bars."""
    return tuple(part.strip() for part in text.split("|") if part.strip())


def base_rows() -> Iterator[PlaceRow]:
    """Yield military bases, each with its operator and its source."""
    for row in table("bases.csv"):
        yield _row(row, f"base:{row['id']}", PlaceKind.BASE)


def region_rows() -> Iterator[PlaceRow]:
    """Yield macro-regions, continents and oceans that have a polygon of ours."""
    for row in table("regions.csv"):
        kind = PlaceKind(row["kind"])
        # An ocean or sea is as prominent as a macro-region: “the Atlantic” is no subdivision.
        level = PlaceKind.REGION if kind is PlaceKind.WATER else kind
        yield replace(_row(row, f"region:{row['id']}", kind), prominence=prominence(level, 0))


def feature_rows() -> Iterator[PlaceRow]:
    """Yield rivers, lakes, seas, straits, mountains, deserts and islands."""
    for row in table("features.csv"):
        yield _row(row, f"feature:{row['id']}", PlaceKind(row["kind"]))


def settlement_rows() -> Iterator[PlaceRow]:
    """Yield towns in the news that the settlement list lacks."""
    for row in table("settlements.csv"):
        yield _row(row, f"settlement:{row['id']}", PlaceKind.SETTLEMENT)


def former_rows() -> Iterator[PlaceRow]:
    """Yield subdivisions that were abolished and that news still name."""
    for row in table("former.csv"):
        yield _row(row, f"former:{row['id']}", PlaceKind.ADMIN1)


def airport_names() -> dict[str, tuple[str, ...]]:
    """Return what news call well-known airports, by ICAO code."""
    return {row["icao"]: split_names(row["names"]) for row in table("airport_names.csv")}


def spellings(standing: str) -> list[tuple[str, str]]:
    """
    Return (name, place id) of settlements of the packages whose listed names do not serve.

    Args:
        standing: `also` for names to add, `never` for listed names that mean something else.
    """
    rows = table("spellings.csv")
    return [(row["name"], row["place_id"]) for row in rows if row["standing"] == standing]


def metonym_rows() -> Iterator[PlaceRow]:
    """Yield buildings and districts that stand for a government."""
    for row in table("metonyms.csv"):
        if row["lat"]:
            yield _row(row, f"site:{row['id']}", PlaceKind.SITE)


def metonym_countries() -> Iterator[tuple[str, str]]:
    """Yield (folded name, country code) of what stands for a government."""
    for row in table("metonyms.csv"):
        for name in (row["name"], *split_names(row["alternates"])):
            yield fold(name), row["country"]


def preferred() -> list[tuple[str, str]]:
    """Return (name, place id) where news mean a place that its size would not put first."""
    return [(row["name"], row["place_id"]) for row in table("preferred.csv")]


def shapes() -> dict[str, str]:
    """Return the polygons of regions as GeoJSON geometry texts, by place id."""
    collection = json.loads((folder() / "regions.geojson").read_text(encoding="utf-8"))
    return {
        f"region:{feature['properties']['id']}": json.dumps(feature["geometry"])
        for feature in collection["features"]
    }


def common_words() -> tuple[str, ...]:
    """Return the names that are also everyday words or personal names, one a line."""
    lines = (folder() / "common_words.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _row(row: dict[str, str], place_id: str, kind: PlaceKind) -> PlaceRow:
    population = int(row.get("population") or 0)
    return PlaceRow(
        id=place_id,
        name=row["name"],
        kind=kind,
        lon=float(row["lon"]),
        lat=float(row["lat"]),
        country=row.get("country") or None,
        admin1=row.get("admin1") or None,
        population=population,
        radius_km=float(row.get("radius_km") or 0),
        source=row.get("source") or "Dateline supplement",
        names=split_names(row.get("alternates") or ""),
        prominence=prominence(kind, population),
        operator=row.get("operator") or None,
    )
