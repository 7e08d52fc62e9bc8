"""Writes rows into a new gazetteer file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from geodata.gazetteer.inputs.packages import DataPackage
from geodata.gazetteer.names import fold
from geodata.gazetteer.rows import ALTERNATE_STEP, UNLIKE_STEP, PlaceRow
from geodata.gazetteer.schema import INDEXES, TABLES

# Both spellings of these words are the same name: “St. Louis”, “Saint Louis”.
_SPELLINGS = (("saint", "st"), ("sainte", "ste"), ("mount", "mt"), ("fort", "ft"))


class GazetteerWriter:
    """
    Fills the tables of one new file.

    Args:
        file: Connection to an empty database.
    """

    def __init__(self, file: sqlite3.Connection) -> None:
        self._file = file
        self._count = 0
        file.executescript(TABLES)

    def add_places(self, rows: Iterable[PlaceRow]) -> int:
        """Write places and their names; return how many there were."""
        before = self._count
        for row in rows:
            self._count += 1
            self._file.execute(
                "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    self._count,
                    row.id,
                    row.name,
                    row.kind.value,
                    row.lon,
                    row.lat,
                    row.country,
                    row.admin1,
                    row.population,
                    row.radius_km,
                    row.source,
                    row.operator,
                ),
            )
            self._file.executemany(
                "INSERT OR IGNORE INTO name VALUES (?, ?, ?)",
                [(key, self._count, rank) for key, rank in ranked_keys(row).items()],
            )
        return self._count - before

    def knows(self, name: str) -> bool:
        """Say whether a place that is written already bears a name."""
        query = "SELECT 1 FROM name WHERE key = ? LIMIT 1"
        return self._file.execute(query, (fold(name),)).fetchone() is not None

    def add_pairs(self, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Write rows of one of the small tables; a row whose key is there already is left out."""
        for row in rows:
            marks = ", ".join("?" * len(row))
            self._file.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row)  # noqa: S608 - names of our own tables

    def also_call(self, rows: Iterable[tuple[str, str]]) -> None:
        """Give places that are written already one more name each, given (name, place id)."""
        for name, place_id in rows:
            self._file.execute(
                "INSERT OR IGNORE INTO name SELECT ?, place, max(rank) FROM name"
                " WHERE place = (SELECT no FROM place WHERE id = ?) GROUP BY place",
                (fold(name), place_id),
            )

    def forget(self, rows: Iterable[tuple[str, str]]) -> None:
        """Take names away that mean something else in news, given (name, place id)."""
        self._file.executemany(
            "DELETE FROM name WHERE key = ? AND place = (SELECT no FROM place WHERE id = ?)",
            [(fold(name), place_id) for name, place_id in rows],
        )

    def prefer(self, rows: Iterable[tuple[str, str]]) -> None:
        """Put a place first among those of its name, given (name, place id)."""
        self._file.executemany(
            "UPDATE name SET rank = 99 WHERE key = ? AND place = (SELECT no FROM place WHERE id = ?)",
            [(fold(name), place_id) for name, place_id in rows],
        )

    def finish(self, meta: Mapping[str, str], inputs: Iterable[DataPackage]) -> None:
        """Write what the file was built from, index it and close the transaction."""
        self.add_pairs("meta", sorted(meta.items()))
        self.add_pairs("input", [(i.name, i.version, i.licence, i.credit) for i in inputs])
        self._file.commit()
        self._file.executescript(INDEXES)
        self._file.execute("ANALYZE")
        self._file.commit()
        self._file.execute("VACUUM")


def ranked_keys(row: PlaceRow) -> dict[str, float]:
    """Return the folded names of a place with their rank: alternates a step below the name."""
    ranked: dict[str, float] = {}
    own = fold(row.name)
    for name in (row.name, *row.names):
        is_alike = fold(name)[:1] == own[:1]
        step = ALTERNATE_STEP if is_alike else UNLIKE_STEP
        rank = row.prominence - (0.0 if name == row.name else step)
        for key in _spellings(fold(name)):
            if key:
                ranked.setdefault(key, rank)
    return ranked


def _spellings(key: str) -> list[str]:
    found = [key]
    first, _, rest = key.partition(" ")
    if not rest:
        return found
    if first == "the":
        found.append(rest)
    for long, short in _SPELLINGS:
        if first in (long, short):
            found.append(f"{short if first == long else long} {rest}")
    return found
