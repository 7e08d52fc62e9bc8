"""Actors in words and letters: what their forces are called, and which pole they stand for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from resources import read_text

_LEXICON = "lexicon/poles.json"
_OTHER = "XX"


@dataclass(frozen=True, slots=True)
class Actors:
    """
    The lexicon of poles (`resources/lexicon/poles.json`).

    Args:
        poles: Pole letter -> its name in a sentence.
        countries: ISO 3166-1 alpha-2 code -> its entry.
        organisations: Name in lower case, without “the” -> its entry.
    """

    poles: Mapping[str, str]
    countries: Mapping[str, Mapping[str, str]]
    organisations: Mapping[str, Mapping[str, str]]

    def pole_of(self, name: str | None) -> str | None:
        """Return the letter of the pole that a country or bloc stands for, or None."""
        return self._entry(name).get("pole") if name else None

    def code_of(self, name: str) -> str:
        """Return the two or three letters that are drawn for an actor; `XX` for one not known."""
        return name if is_country(name) else self._entry(name).get("code", _OTHER)

    def adjective_of(self, name: str, country_name: str = "") -> str:
        """Return what stands before “forces”: “Russian”, “MINUSMA”, “Fijian”."""
        return self._entry(name).get("adjective") or country_name or name

    def name_of(self, name: str, country_name: str = "") -> str:
        """Return how a country or organisation is called inside a sentence."""
        return self._entry(name).get("name") or country_name or name

    def common_name(self, name: str) -> str:
        """Return one name for what is called in several ways: “EU” is “European Union”."""
        if is_country(name):
            return name
        bare = " ".join(name.split())
        bare = bare[4:] if bare[:4].casefold() == "the " and len(bare) > 4 else bare
        told = self._entry(name).get("name", "")
        return told.removeprefix("the ") or bare

    def _entry(self, name: str) -> Mapping[str, str]:
        if is_country(name):
            return self.countries.get(name, {})
        return self.organisations.get(name.casefold().removeprefix("the "), {})


@lru_cache(maxsize=4096)
def is_country(actor: str) -> bool:
    """Say whether an actor is written as a country: two capital letters that are no bloc's."""
    return len(actor) == 2 and actor.isascii() and actor.isupper() and actor not in {"UN", "EU"}


@cache
def load_actors() -> Actors:
    """Read the lexicon."""
    table = json.loads(read_text(_LEXICON))
    return Actors(
        poles=table["poles"],
        countries=table["countries"],
        organisations={name.casefold(): entry for name, entry in table["organisations"].items()},
    )
