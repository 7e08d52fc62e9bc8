"""Builds the gazetteer file from the installed data packages and our own supplement."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from geodata.errors import OutputError
from geodata.gazetteer.freshness import fingerprint
from geodata.gazetteer.inputs import airports, countries, settlements, subdivisions, supplement
from geodata.gazetteer.inputs.codes import code_rows
from geodata.gazetteer.inputs.packages import PACKAGES
from geodata.gazetteer.names import fold
from geodata.gazetteer.writing import GazetteerWriter

Progress = Callable[[str, float], None]


def build(target: Path, progress: Progress) -> None:
    """
    Build the gazetteer. The same inputs give the same file, and a failed build leaves the old one.

    Args:
        target: Where the file goes; it is replaced at the very end.
        progress: Called with what is being done and the fraction that is done, 0..1.

    Raises:
        InputPackageMissing: A data package is not installed.
        OutputError: The file cannot be written.
    """
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(part)) as file:
            _fill(GazetteerWriter(file), progress)
        os.replace(part, target)  # noqa: PTH105 - one atomic step on every system
    except (OSError, sqlite3.OperationalError) as error:
        raise OutputError(
            str(target), str(error), todo="Free some disk space or choose another folder."
        ) from error
    finally:
        part.unlink(missing_ok=True)
    progress("gazetteer ready", 1.0)


def _fill(writer: GazetteerWriter, progress: Progress) -> None:
    progress("reading countries", 0.0)
    nations = countries.read_countries()
    nation_rows = list(countries.country_rows(nations))
    everyday = [(fold(word),) for word in supplement.common_words()]
    reserved = frozenset(key for (key,) in everyday) | frozenset(
        fold(name) for row in nation_rows for name in (row.name, *row.names)
    )
    progress("writing our supplement", 0.02)
    writer.add_places(nation_rows)
    for rows in (supplement.region_rows(), supplement.feature_rows(), supplement.base_rows()):
        writer.add_places(rows)
    writer.add_places(supplement.metonym_rows())
    writer.add_places(supplement.settlement_rows())
    writer.add_places(supplement.former_rows())
    _small_tables(writer, nations, everyday)
    progress("reading settlements", 0.05)
    cities = settlements.read_cities()
    progress("reading subdivisions", 0.3)
    units = subdivisions.read_subdivisions()
    progress("writing settlements", 0.4)
    writer.add_places(
        settlements.settlement_rows(
            cities,
            admin1_names=subdivisions.admin1_names(units),
            capitals={code: nation["capital"] for code, nation in nations.items()},
            reserved=reserved,
        )
    )
    progress("writing subdivisions", 0.7)
    writer.add_places(subdivisions.subdivision_rows(units, cities, reserved=reserved))
    progress("writing airports", 0.85)
    writer.add_places(airports.airport_rows(writer.knows))
    writer.forget(supplement.spellings("never"))
    writer.also_call(supplement.spellings("also"))
    writer.prefer(supplement.preferred())
    progress("writing indexes", 0.9)
    writer.finish(fingerprint(), PACKAGES)


def _small_tables(
    writer: GazetteerWriter, nations: dict[str, dict[str, object]], everyday: list[tuple[str]]
) -> None:
    writer.add_pairs("common_word", everyday)
    writer.add_pairs("code", code_rows())
    writer.add_pairs("neighbour", countries.neighbour_pairs(nations))
    writer.add_pairs("shape", supplement.shapes().items())
    writer.add_pairs(
        "demonym",
        [(fold(word), code, no) for no, (word, code) in enumerate(countries.demonyms(nations))],
    )
    writer.add_pairs("metonym", supplement.metonym_countries())
