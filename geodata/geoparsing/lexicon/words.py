"""The word lists of this room, read from `resources/lexicon/`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from resources import read_text

WORDS_FILE = "lexicon/geoparsing_words.json"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """
    Words that tell places from other names, and one role from another.

    Args:
        sets: List name (“titles”, “media”, ...) to its words, in lower case.
        regional_demonyms: Adjectives of regions to the region's name.
    """

    sets: Mapping[str, frozenset[str]]
    regional_demonyms: Mapping[str, str]

    def has(self, listed: str, word: str) -> bool:
        """Say whether a list holds a word, whatever its case."""
        return word.lower() in self.sets[listed]


@cache
def load_lexicon() -> Lexicon:
    """Return the word lists; they are read once a process and never change."""
    raw = json.loads(read_text(WORDS_FILE))
    sets = {
        name: frozenset(str(word).lower() for word in words)
        for name, words in raw.items()
        if isinstance(words, list)
    }
    return Lexicon(sets, cast("dict[str, str]", raw["regional_demonyms"]))
