"""National capitals and seats of government: names that may stand for a state."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Mapping
from functools import cache

from geodata.domain.places import Place, PlaceKind
from resources import read_text

# Names and populations from GeoNames (CC BY 4.0), country information and cities; seats of
# government that are not the capital, and other spellings, are added by hand.
CAPITALS_FILE = "lexicon/places_capitals.tsv"


@cache
def _capitals() -> Mapping[str, tuple[frozenset[str], int]]:
    rows = csv.DictReader(io.StringIO(read_text(CAPITALS_FILE)), delimiter="\t")
    return {
        row["code"]: (
            frozenset(_fold(name) for name in row["names"].split("|")),
            int(row["population"]),
        )
        for row in rows
    }


def is_capital(place: Place) -> bool:
    """Say whether a settlement is the seat of a national government."""
    if place.kind is not PlaceKind.SETTLEMENT or place.country is None:
        return False
    names, population = _capitals().get(place.country, (frozenset(), 0))
    # Half the known population tells the capital from its small namesakes in the same country.
    return _fold(place.name) in names and 2 * place.population >= population


def _fold(name: str) -> str:
    split = unicodedata.normalize("NFKD", name.lower().replace("’", "'"))
    return "".join(char for char in split if not unicodedata.combining(char))
