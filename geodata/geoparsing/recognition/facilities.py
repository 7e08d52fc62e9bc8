"""Bases, camps and airports by the way they are named, known to the gazetteer or not."""

from __future__ import annotations

import re
from functools import cache

from geodata.geoparsing.article.names import Name, Origin
from geodata.geoparsing.article.passage import Passage
from geodata.geoparsing.lexicon.spelling import CAPITALISED, POSSESSIVE, either, without_possessive

_ARTICLES = frozenset({"The", "This", "That", "A", "An", "Its", "One"})
# Begin a sentence before a name: “If Malakal airport closes”.
_OPENERS = frozenset(
    {
        "After",
        "Although",
        "And",
        "As",
        "At",
        "Before",
        "Both",
        "But",
        "By",
        "For",
        "From",
        "If",
        "In",
    }
    | {"Near", "On", "Since", "Though", "To", "Unlike", "Until", "When", "Where", "While", "With"}
)


@cache
def _patterns(
    heads: frozenset[str], tails: frozenset[str]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    titled = either(frozenset(head.title() if head != "fob" else "FOB" for head in heads))
    spelled = either(tails | {tail.title() for tail in tails})
    words = rf"{CAPITALISED}(?:[ ](?:(?:de|la|del|el|al)[ ])?{CAPITALISED}){{0,2}}"
    return (
        re.compile(rf"\b(?:{titled})[ ](?P<core>{words}|\d{{1,4}}\b)(?:[ ](?:{spelled})\b)?"),
        re.compile(rf"\b(?P<core>{words})[ ](?:{spelled})\b"),
    )


def facility_names(passage: Passage) -> list[Name]:
    """Return the named bases, camps and airports of an article, without whose they are."""
    sets = passage.lexicon.sets
    names = []
    for pattern in _patterns(sets["facility_heads"], sets["facility_tails"]):
        for match in pattern.finditer(passage.text):
            if not passage.in_capitals(match.start()):
                name = _facility(passage, match.start(), match.end(), match.group("core"))
                names += [name] if name is not None else []
    return names


def _facility(passage: Passage, start: int, end: int, core: str) -> Name | None:
    """Return a facility without the nationality or possessor before it, if a name is left."""
    words = passage.text[start:end].split(" ")
    while len(words) > 1 and not _opens(passage, words) and _is_owner(passage, words[0]):
        start += len(words[0]) + 1
        core = core.removeprefix(words[0] + " ")
        words = words[1:]
    if len(words) < 2 or _is_owner(passage, words[0]) or words[0] in _ARTICLES:
        return None
    text = without_possessive(passage.text[start:end])
    end, core = start + len(text), without_possessive(core)
    if len(words) == 2 and words[1] == "base" and not _is_named(passage, words[0], start):
        return None
    if words[-1] == "garrison" and passage.find(core):
        return None  # “the Falkland Islands garrison”: the place by its own name
    # “Castor” in “Camp Castor” names the camp, not a town; “Lal-lo” in “Lal-lo airport” is one.
    inner = core if text.startswith(core) else ""
    return Name(start, end, text, text, inner, origin=Origin.FACILITY)


def _opens(passage: Passage, words: list[str]) -> bool:
    heads = passage.lexicon.sets["facility_heads"]
    return any(" ".join(words[:n]).lower() in heads for n in (1, 2, 3))


def _is_named(passage: Passage, word: str, start: int) -> bool:
    """Say whether the word before “base” is a name rather than the first of a sentence."""
    return bool(passage.token_at(start).ent_type_) or bool(passage.find(word))


def _is_owner(passage: Passage, word: str) -> bool:
    """Say whether a word before a facility is no part of its name: “US”, “Niger's”, “Main”."""
    if POSSESSIVE.search(word) or word.isupper() or word in _OPENERS:
        return True
    if passage.lexicon.has("directions", word) or passage.demonym_countries(word):
        return True
    return passage.lexicon.has("ordinary", word)
