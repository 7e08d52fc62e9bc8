"""What words call a base: of the air force, of the navy, a camp; and words that mean no base."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache

from resources import read_text

WORDS_FILE = "lexicon/facilities.json"
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in json.loads(read_text(WORDS_FILE)).items()}


def sort_of(text: str) -> str:
    """Return “air”, “naval”, “camp” or “base” for words that speak of a base, else empty."""
    words = [word.lower() for word in _WORD.findall(text)]
    lists = _lists()
    parts = {part for word in words for part in (word, *word.split("-"))}
    if not parts & (lists["air_nouns"] | lists["naval_nouns"] | lists["camps"] | lists["bases"]):
        return ""
    for sort in ("air", "naval"):
        if parts & (lists[f"{sort}_nouns"] | lists[f"{sort}_words"]):
            return sort
    return "camp" if parts & lists["camps"] else "base"


def is_weak(noun: str) -> bool:
    """Say whether a noun means a base only beside a word of forces (“facility”, “camp”)."""
    return noun.lower() in _lists()["weak"]


def speaks_of_force(words: Iterable[str]) -> bool:
    """Say whether words before a weak noun make it a base: “naval facility”."""
    return any(part in _lists()["forces"] for word in words for part in word.split("-"))


def has_forces(words: Iterable[str]) -> bool:
    """Say whether soldiers are spoken of: “the army has a camp near Dirkou”."""
    return any(word in _lists()["soldiers"] for word in words)


def bars(words: Iterable[str]) -> bool:
    """Say whether words make it no base: “refugee camp”, “customer base”."""
    return any(part in _lists()["never"] for word in words for part in word.split("-"))
