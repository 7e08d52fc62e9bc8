"""National capitals and seats of government: names that may stand for a state."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from geodata.domain.places import Place, PlaceKind
from resources import read_text

# The capitals are those of GeoNames (CC BY 4.0); seats of government that are not the capital,
# and common spellings, are added by hand.
CAPITALS_FILE = "lexicon/places_capitals.tsv"


@cache
def _capitals() -> Mapping[str, frozenset[str]]:
    rows = csv.DictReader(io.StringIO(read_text(CAPITALS_FILE)), delimiter="\t")
    return {row["code"]: frozenset(map(_fold, row["names"].split("|"))) for row in rows}


def is_capital(place: Place, namesakes: Iterable[Place]) -> bool:
    """
    Say whether a settlement is the seat of a national government.

    Args:
        place: The settlement.
        namesakes: The places of its name: a capital is the largest of them in its country.
    """
    if place.kind is not PlaceKind.SETTLEMENT or place.country is None:
        return False
    if _fold(place.name) not in _capitals().get(place.country, frozenset()):
        return False
    return not any(
        other.population > place.population
        for other in namesakes
        if other.country == place.country and other.kind is PlaceKind.SETTLEMENT
    )


@lru_cache(maxsize=8192)
def _fold(name: str) -> str:
    split = unicodedata.normalize("NFKD", name.lower().replace("’", "'"))
    return "".join(char for char in split if char.isalnum())
