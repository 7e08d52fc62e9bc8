"""Reads the gazetteer file."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Sequence
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geodata.domain.places import Place, PlaceId, PlaceKind
from geodata.errors import GazetteerMissing
from geodata.gazetteer.freshness import default_path
from geodata.gazetteer.names import fold
from geodata.gazetteer.scanning import Abbreviation, find_names

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_COLUMNS = (
    "p.id, p.name, p.kind, p.lon, p.lat, p.country, p.admin1, p.population, p.radius_km, p.source"
)
_REMEMBERED_NAMES = 8192


class Gazetteer:
    """
    The offline gazetteer, opened read-only at the first use.

    It may be shared by threads, and it pickles as its path alone, so a process pool can carry it.

    Args:
        path: The file that `build` made; the one in the resources when left out.

    Raises:
        GazetteerMissing: At the first use, when the file is not there or is not a gazetteer.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or default_path()
        self._lock = threading.Lock()
        self._file: sqlite3.Connection | None = None
        self._found: dict[str, tuple[Place, ...]] = {}

    def __getstate__(self) -> dict[str, Path]:
        return {"path": self.path}

    def __setstate__(self, state: dict[str, Path]) -> None:
        Gazetteer.__init__(self, state["path"])

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._lock:
            if self._file is not None:
                self._file.close()
                self._file = None

    def find(self, name: str) -> tuple[Place, ...]:
        """
        Return every place of a name, the most prominent first.

        Case, accents, apostrophes, hyphens and full stops do not count; nothing is guessed, so
        a misspelt name finds nothing. Abbreviations with a full stop (“Calif.”) are expanded.

        Args:
            name: As it stands in a text.
        """
        abbreviation = self._abbreviations.get(name.strip())
        key = abbreviation.name if abbreviation else fold(name)
        return self._named(key) or self._named(key.removeprefix("the "))

    def place(self, place_id: str) -> Place | None:
        """Return one place by its id."""
        found = self._places("FROM place p WHERE p.id = ?", (place_id,))
        return found[0] if found else None

    def near(self, lat: float, lon: float, *, within_deg: float = 0.5) -> tuple[Place, ...]:
        """
        Return settlements and bases around a point, in no order of distance.

        Args:
            lat: Latitude, degrees, WGS 84.
            lon: Longitude, degrees, WGS 84.
            within_deg: Half the side of the box that is searched, in degrees.
        """
        return self._places(
            "FROM place p WHERE p.lat BETWEEN ? AND ? AND p.lon BETWEEN ? AND ?"
            " AND p.kind IN ('settlement', 'base') ORDER BY p.no",
            (lat - within_deg, lat + within_deg, lon - within_deg, lon + within_deg),
        )

    def country(self, code: str) -> Place | None:
        """Return a country by its ISO 3166-1 alpha-2 code."""
        return self._countries.get(code.upper())

    def countries(self) -> tuple[Place, ...]:
        """Return all countries by code."""
        return tuple(self._countries.values())

    def neighbours(self, code: str) -> frozenset[str]:
        """Return the codes of the countries that share a land border with a country."""
        rows = self._rows("SELECT other FROM neighbour WHERE country = ?", (code.upper(),))
        return frozenset(row[0] for row in rows)

    def demonym_countries(self, word: str) -> tuple[str, ...]:
        """Return the country codes that a demonym may mean, the likeliest first; plurals too."""
        key = fold(word)
        for form in (key, key.removesuffix("s"), key.removesuffix("es")):
            if form in self._demonyms:
                return self._demonyms[form]
        return ()

    def metonym_country(self, name: str) -> str | None:
        """Return whose government a building or district stands for (“the Kremlin”: RU)."""
        return self._metonyms.get(fold(name).removeprefix("the "))

    def is_common_word(self, name: str) -> bool:
        """
        Return whether a name is also an everyday word or a personal name (March, Campbell).

        Such a name needs more evidence than a capital letter. “Us” is one, “US” is not.
        """
        abbreviation = self._abbreviations.get(name.strip())
        is_place_alone = abbreviation is not None and abbreviation.is_alone
        return not is_place_alone and fold(name) in self._common_words

    def spans_in(self, text: str) -> list[tuple[int, int, str]]:
        """
        Return every longest gazetteer name in a text that is written as a name.

        Args:
            text: Any text; offsets count its code points.

        Returns:
            (start, end, normalised name) in order and without overlap; `find` takes the name.
        """
        return find_names(text, known=self._known, abbreviations=self._abbreviations)

    def bases(self) -> tuple[Place, ...]:
        """Return all military bases of the supplement."""
        return self._places("FROM place p WHERE p.kind = 'base' ORDER BY p.no", ())

    def base_operator(self, place_id: str) -> str | None:
        """Return who runs a base: ISO codes or organisations parted by a bar, or None."""
        return self._operators.get(place_id)

    def polygon(self, place_id: str) -> BaseGeometry | None:
        """Return the polygon of a macro-region in EPSG:4326, or None."""
        rows = self._rows("SELECT geojson FROM shape WHERE id = ?", (place_id,))
        if not rows:
            return None
        import shapely

        shape: BaseGeometry = shapely.from_geojson(rows[0][0])
        return shape

    def meta(self) -> dict[str, str]:
        """Return what the file was built from."""
        return dict(self._rows("SELECT key, value FROM meta"))

    def credits(self) -> tuple[str, ...]:
        """Return a line of credit for each data set."""
        return tuple(row[0] for row in self._rows("SELECT credit FROM input ORDER BY name"))

    @cached_property
    def _countries(self) -> dict[str, Place]:
        rows = self._places("FROM place p WHERE p.kind = 'country' ORDER BY p.country", ())
        return {str(row.country): row for row in rows}

    @cached_property
    def _demonyms(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for key, code in self._rows("SELECT key, country FROM demonym ORDER BY place_in_list"):
            found[key] = (*found.get(key, ()), code)
        return found

    @cached_property
    def _common_words(self) -> frozenset[str]:
        return frozenset(row[0] for row in self._rows("SELECT key FROM common_word"))

    @cached_property
    def _metonyms(self) -> dict[str, str]:
        return dict(self._rows("SELECT key, country FROM metonym"))

    @cached_property
    def _operators(self) -> dict[str, str]:
        return dict(self._rows("SELECT id, operator FROM place WHERE operator IS NOT NULL"))

    @cached_property
    def _abbreviations(self) -> dict[str, Abbreviation]:
        rows = self._rows("SELECT key, target, standing FROM code")
        return {key: Abbreviation(target, standing == "alone") for key, target, standing in rows}

    def _named(self, key: str) -> tuple[Place, ...]:
        if key not in self._found:
            if len(self._found) >= _REMEMBERED_NAMES:
                self._found.clear()
            self._found[key] = self._places(
                "FROM name n JOIN place p ON p.no = n.place WHERE n.key = ?"
                " ORDER BY n.rank DESC, p.population DESC, p.no",
                (key,),
            )
        # Another thread may have emptied the memory meanwhile.
        return self._found.get(key, ())

    def _known(self, keys: Iterable[str]) -> set[str]:
        """Return which of some folded names the gazetteer has."""
        wanted = list(keys)
        found: set[str] = set()
        for first in range(0, len(wanted), 500):
            part = wanted[first : first + 500]
            marks = ", ".join("?" * len(part))
            rows = self._rows(f"SELECT DISTINCT key FROM name WHERE key IN ({marks})", part)  # noqa: S608 - only question marks are put in
            found.update(row[0] for row in rows)
        return found

    def _places(self, clause: str, values: Sequence[object]) -> tuple[Place, ...]:
        rows = self._rows(f"SELECT {_COLUMNS} {clause}", values)
        return tuple(Place(PlaceId(row[0]), row[1], PlaceKind(row[2]), *row[3:]) for row in rows)

    def _rows(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        with self._lock:
            file = self._opened()
            with closing(file.cursor()) as cursor:
                return cursor.execute(query, values).fetchall()

    def _opened(self) -> sqlite3.Connection:
        if self._file is None:
            if not self.path.is_file():
                raise GazetteerMissing(str(self.path))
            address = f"{self.path.resolve().as_uri()}?mode=ro&immutable=1"
            file = sqlite3.connect(address, uri=True, check_same_thread=False)
            try:
                file.execute("SELECT value FROM meta LIMIT 1").fetchone()
            except sqlite3.DatabaseError as error:
                file.close()
                raise GazetteerMissing(str(self.path)) from error
            self._file = file
        return self._file
