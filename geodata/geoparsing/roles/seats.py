"""What a capital or a seat of power does in its sentence: a place, or a government."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geodata.domain.mentions import Role
from geodata.geoparsing.article.names import Name
from geodata.geoparsing.article.passage import Passage
from geodata.geoparsing.article.syntax import (
    DEALING,
    SUBJECTS,
    WHERE,
    chained,
    deals,
    is_deciding,
    is_its_doing,
    possessed,
    preposition_of,
)
from geodata.geoparsing.roles.part import Part

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_TURNED = re.compile(r"\bover to $")  # “it went over to Beijing”
_OBJECTS = frozenset({"dobj", "dative", "obj"})


def read_capital(passage: Passage, name: Name) -> Part:
    """Read a capital: the town, or the government where something is decided or dealt with."""
    token = passage.head_token(name.start, name.end)
    holder = possessed(passage, name, token)
    if holder is not None:
        if _has(passage, "land_nouns", holder) or not _has(passage, "power_nouns", holder):
            return Part(Role.LOCATION, "it is named as a place")
        return _government(f": its “{holder}”")
    preposition = preposition_of(token)
    if preposition in WHERE:
        return Part(Role.LOCATION, f"it stands after “{preposition}”")
    return (
        _acting(passage, chained(token), preposition)
        or _dealt_with(passage, name, chained(token), preposition)
        or Part(Role.LOCATION, "it is named as a place")
    )


def _government(how: str) -> Part:
    return Part(Role.METONYM, f"the capital stands for the government{how}")


def _acting(passage: Passage, governor: Token, preposition: str) -> Part | None:
    """Read a capital that does something itself."""
    if governor.dep_ in SUBJECTS and is_deciding(passage, governor):
        return _government(f": subject of “{governor.head.text}”")
    if governor.dep_ == "agent" or preposition == "by":
        return _government(" that acts")
    if is_its_doing(passage, governor):
        return _government(f": its “{governor.head.head.text}”")
    return None


def _dealt_with(passage: Passage, name: Name, governor: Token, preposition: str) -> Part | None:
    """Read a capital that others deal with."""
    before = passage.before(name.start)
    if governor.dep_ in _OBJECTS and _is_addressed(passage, governor):
        return _government(f": “{governor.head.text}” addresses it")
    if before is not None and before.pos_ == "VERB" and _has(passage, "told", before.lemma_):
        return _government(f": “{before.text}” addresses it")
    if _TURNED.search(passage.text[max(0, name.start - 12) : name.start]):
        return _government(" that is joined")
    if preposition == "about":
        return _government(" that is spoken about")
    if governor.dep_ == "attr" and any(child.dep_ == "expl" for child in governor.head.children):
        return _government(": one of those there are")
    if preposition in DEALING and deals(passage, governor):
        return _government(f": dealings “{preposition}” it")
    return None


def _is_addressed(passage: Passage, governor: Token) -> bool:
    """Say whether an object is one of dealings: towns are reached, left and shelled instead."""
    verb = governor.head
    if verb.pos_ not in {"VERB", "AUX"}:
        return False
    going = ("motion", "reaching")
    return not any(
        _has(passage, words, form) for words in going for form in (verb.text, verb.lemma_)
    )


def read_seat(passage: Passage, name: Name) -> Part:
    """Read a building such as a palace: a government unless something happens in or near it."""
    token = passage.head_token(name.start, name.end)
    preposition = preposition_of(token)
    if preposition in WHERE and not _is_inside_it(token):
        return Part(Role.LOCATION, f"it stands after “{preposition}”")
    return Part(Role.METONYM, "the building stands for the government that sits in it")


def _is_inside_it(token: Token) -> bool:
    """Say whether people are meant who work there: “nobody in the White House”."""
    governor = chained(token)
    return governor.head.lower_ in {"in", "inside", "within"} and governor.head.head.pos_ in {
        "NOUN",
        "PRON",
        "PROPN",
    }


def _has(passage: Passage, listed: str, word: str) -> bool:
    return passage.lexicon.has(listed, word)
