"""What a country's name does in its sentence."""

from __future__ import annotations

import re

from geodata.domain.mentions import Role
from geodata.domain.places import PlaceKind
from geodata.geoparsing.article.names import Name
from geodata.geoparsing.article.passage import Passage
from geodata.geoparsing.article.syntax import (
    DEALING,
    SUBJECTS,
    WHERE,
    chained,
    deals,
    possessed,
    preposition_of,
)
from geodata.geoparsing.lexicon.spelling import CAPITALISED
from geodata.geoparsing.roles.part import Part

_HELD = re.compile(rf"['’]s? (?P<held>{CAPITALISED}(?:[ -]{CAPITALISED})*)(?=[^\w]|$)")


def read_state(passage: Passage, name: Name) -> Part:
    """Read a country: where something is, who acts, or whose troops are meant."""
    token = passage.head_token(name.start, name.end)
    holder = possessed(passage, name, token)
    if holder is not None and _holds_place(passage, name):
        return Part(Role.LOCATION, "it says where the next place lies")
    if holder is not None:
        return _state_holding(passage, holder)
    preposition = preposition_of(token)
    if preposition in WHERE:
        return Part(Role.LOCATION, f"it stands after “{preposition}”")
    governor = chained(token)
    if governor.dep_ in SUBJECTS:
        return Part(Role.ACTOR, f"it is the subject of “{governor.head.text}”")
    if governor.dep_ == "agent" or preposition == "by":
        return Part(Role.ACTOR, "it is named as the one who acts")
    if governor.dep_ in {"dobj", "dative", "obj"} and _has(passage, "told", governor.head.lemma_):
        return Part(Role.ACTOR, f"it is addressed by “{governor.head.text}”")
    if preposition in DEALING and deals(passage, governor):
        return Part(Role.ACTOR, f"“{preposition}” joins it to dealings between states")
    return Part(Role.LOCATION, "it is named as a place")


def _holds_place(passage: Passage, name: Name) -> bool:
    """Say whether a place follows the possessive: “Ethiopia's Dire Dawa”."""
    match = _HELD.match(passage.text, name.end)
    if match is None:
        return False
    return any(
        place.kind in {PlaceKind.SETTLEMENT, PlaceKind.ADMIN1, PlaceKind.REGION}
        for place in passage.find(match.group("held"))[:3]
    )


def _state_holding(passage: Passage, holder: str) -> Part:
    if holder == "based" or _has(passage, "land_nouns", holder):
        return Part(Role.LOCATION, f"“{holder}” is a part of its land")
    if _has(passage, "power_nouns", holder):
        return Part(Role.ATTRIBUTIVE, f"it says whose “{holder}” is meant")
    return Part(Role.ATTRIBUTIVE, f"it qualifies “{holder}”")


def _has(passage: Passage, listed: str, word: str) -> bool:
    return passage.lexicon.has(listed, word)
