"""How names are spelled: capitals, possessives, and words that look like names but are none."""

from __future__ import annotations

import re

from geodata.geoparsing.lexicon.words import Lexicon

CAPITALISED = r"[A-ZÀ-ÖØ-Þ][\w’'\-]*"
POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
_ARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az)-[A-ZÀ-ÖØ-Þ]")
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]?")
_PLAIN_LISTS = (
    "calendar",
    "directions",
    "titles",
    "title_phrases",
    "organisations",
    "media",
    "generic_tails",
    "streets",
    "power_nouns",
    "everyday",
)


def is_plain(lexicon: Lexicon, text: str) -> bool:
    """Say whether a name is a day, a point of the compass, a rank, an office or initials."""
    if any(lexicon.has(listed, text) for listed in _PLAIN_LISTS):
        return True
    return _INITIALS.fullmatch(text) is not None


def is_name_like(text: str) -> bool:
    """Say whether words begin as names do: with a capital, or with an Arabic article and one."""
    return text[:1].isupper() or _ARTICLE.match(text) is not None


def without_possessive(text: str) -> str:
    """Return a name without “'s”."""
    return POSSESSIVE.sub("", text)


def either(words: frozenset[str]) -> str:
    """Return a pattern that matches any of some phrases, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
