"""What a capital or a seat of power does in its sentence: a place, or a government."""

from __future__ import annotations

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
    possessed,
    preposition_of,
)
from geodata.geoparsing.roles.part import Part


def read_capital(passage: Passage, name: Name) -> Part:
    """Read a capital: the town, or the government where something is decided or dealt with."""
    token = passage.head_token(name.start, name.end)
    holder = possessed(passage, name, token)
    if holder is not None:
        if _has(passage, "land_nouns", holder) or not _has(passage, "power_nouns", holder):
            return Part(Role.LOCATION, "it is named as a place")
        return Part(Role.METONYM, f"the capital stands for the government: its “{holder}”")
    preposition = preposition_of(token)
    if preposition in WHERE:
        return Part(Role.LOCATION, f"it stands after “{preposition}”")
    governor = chained(token)
    if governor.dep_ in SUBJECTS and is_deciding(passage, governor):
        verb = governor.head.text
        return Part(Role.METONYM, f"the capital stands for the government: subject of “{verb}”")
    if governor.dep_ in {"dobj", "dative", "obj"} and _has(passage, "told", governor.head.lemma_):
        verb = governor.head.text
        return Part(Role.METONYM, f"the capital stands for the government: “{verb}” addresses it")
    if governor.dep_ == "agent" or preposition == "by":
        return Part(Role.METONYM, "the capital stands for the government that acts")
    if preposition in DEALING and deals(passage, governor):
        return Part(
            Role.METONYM, f"the capital stands for the government: dealings “{preposition}” it"
        )
    return Part(Role.LOCATION, "it is named as a place")


def read_seat(passage: Passage, name: Name) -> Part:
    """Read a building such as a palace: a government unless something happens in or near it."""
    token = passage.head_token(name.start, name.end)
    if preposition_of(token) in WHERE:
        return Part(Role.LOCATION, f"it stands after “{preposition_of(token)}”")
    return Part(Role.METONYM, "the building stands for the government that sits in it")


def _has(passage: Passage, listed: str, word: str) -> bool:
    return passage.lexicon.has(listed, word)
