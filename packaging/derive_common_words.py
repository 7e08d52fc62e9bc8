"""
Derive resources/gazetteer/common_words.txt: place names that are also words or names of people.

A developer's script:

    python packaging/derive_common_words.py --words FILE --given FILE [FILE ...] --surnames FILE

`--words` is the list `american-english` of the Debian package wamerican (SCOWL); `--given` and
`--surnames` are the US Census 1990 lists `dist.male.first`, `dist.female.first` and
`dist.all.last`. Versions and licences are told in resources/gazetteer/SOURCES.md. What was
decided by hand stands in common_words_by_hand.csv beside this script.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from geodata.domain.places import PlaceKind
from geodata.gazetteer.inputs import airports, countries, settlements, subdivisions, supplement
from geodata.gazetteer.names import fold
from geodata.gazetteer.rows import PlaceRow
from geodata.gazetteer.writing import ranked_keys

BY_HAND = Path(__file__).with_name("common_words_by_hand.csv")
HEADER = """\
# Place names that are also everyday English words, given names or surnames: a capital letter alone is no evidence.
# Written by packaging/derive_common_words.py from SCOWL, the US Census 1990 and choices made by hand (SOURCES.md).
"""
# Names this prominent are never taken for a word or a person without a choice by hand:
# ten points are a factor of ten in people (60: a million).
_WORD_BELOW, _PERSON_BELOW = 60.0, 52.0
_MALE, _FEMALE, _SURNAMES = 900, 1200, 2500
_NEVER = {PlaceKind.COUNTRY, PlaceKind.CONTINENT, PlaceKind.REGION, PlaceKind.WATER}


def main(arguments: list[str] | None = None) -> int:
    """Write the list."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--words", type=Path, required=True)
    parser.add_argument("--given", type=Path, required=True, nargs=2, metavar=("MALE", "FEMALE"))
    parser.add_argument("--surnames", type=Path, required=True)
    parser.add_argument(
        "--target", type=Path, default=ROOT / "resources/gazetteer/common_words.txt"
    )
    options = parser.parse_args(arguments)
    given = census(options.given[0], _MALE) | census(options.given[1], _FEMALE)
    people = given | census(options.surnames, _SURNAMES)
    chosen = choose(best_places(all_rows()), everyday_words(options.words), people)
    options.target.write_text(HEADER + "".join(f"{word}\n" for word in chosen), encoding="utf-8")
    print(f"{len(chosen)} names")
    return 0


def all_rows() -> Iterator[PlaceRow]:
    """Yield every place of the gazetteer, as if no name were reserved for a word."""
    nations = countries.read_countries()
    nation_rows = list(countries.country_rows(nations))
    reserved = frozenset(fold(name) for row in nation_rows for name in (row.name, *row.names))
    cities, units = settlements.read_cities(), subdivisions.read_subdivisions()
    yield from nation_rows
    yield from supplement.region_rows()
    yield from supplement.feature_rows()
    yield from supplement.base_rows()
    yield from supplement.metonym_rows()
    yield from supplement.settlement_rows()
    yield from supplement.former_rows()
    yield from settlements.settlement_rows(
        cities,
        admin1_names=subdivisions.admin1_names(units),
        capitals={code: nation["capital"] for code, nation in nations.items()},
        reserved=reserved,
    )
    yield from subdivisions.subdivision_rows(units, cities, reserved=reserved)
    yield from airports.airport_rows()


def best_places(rows: Iterable[PlaceRow]) -> dict[str, tuple[float, PlaceKind]]:
    """Return prominence and kind of the most prominent place of each one-word name."""
    best: dict[str, tuple[float, PlaceKind]] = {}
    for row in rows:
        for key, rank in ranked_keys(row).items():
            if " " not in key and rank > best.get(key, (-1.0, row.kind))[0]:
                best[key] = (rank, row.kind)
    return best


def everyday_words(path: Path) -> frozenset[str]:
    """Return the words of a list that are written in lower case with plain letters alone."""
    lines = path.read_text(encoding="utf-8").split()
    return frozenset(w for w in lines if w.isascii() and w.isalpha() and w.islower())


def census(path: Path, count: int) -> frozenset[str]:
    """Return the most frequent names of a Census list: the name is the first column."""
    with path.open(encoding="ascii") as file:
        return frozenset(line.split()[0].lower() for line in islice(file, count))


def choose(
    best: dict[str, tuple[float, PlaceKind]], words: frozenset[str], people: frozenset[str]
) -> list[str]:
    """Return the names that need more evidence than a capital letter, sorted."""
    found = {
        key
        for key, (rank, kind) in best.items()
        if kind not in _NEVER
        and len(key) > 1
        and ((key in words and rank < _WORD_BELOW) or (key in people and rank < _PERSON_BELOW))
    }
    with BY_HAND.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["choice"] == "place":
                found.discard(row["name"])
            else:
                found.add(row["name"])
    return sorted(found)


if __name__ == "__main__":
    sys.exit(main())
