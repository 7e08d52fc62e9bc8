"""What this room asks of a gazetteer."""

from __future__ import annotations

from typing import Protocol

from geodata.domain.places import Place


class NameSource(Protocol):
    """The part of `geodata.gazetteer.Gazetteer` that geoparsing needs."""

    def find(self, name: str) -> tuple[Place, ...]:
        """Return the places of that name, most prominent first."""
        ...

    def country(self, code: str) -> Place | None:
        """Return a country by its ISO 3166-1 alpha-2 code."""
        ...

    def countries(self) -> tuple[Place, ...]:
        """Return all countries."""
        ...

    def neighbours(self, code: str) -> frozenset[str]:
        """Return the codes of the countries that share a border with one."""
        ...

    def demonym_countries(self, word: str) -> tuple[str, ...]:
        """Return the countries that a demonym may belong to."""
        ...

    def metonym_country(self, name: str) -> str | None:
        """Return whose government a building stands for."""
        ...

    def is_common_word(self, name: str) -> bool:
        """Say whether a name is also an everyday word, a month or a surname."""
        ...

    def spans_in(self, text: str) -> list[tuple[int, int, str]]:
        """Return every longest name in a text as start, end and normalised name."""
        ...
