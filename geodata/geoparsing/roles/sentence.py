"""What a place name does in its sentence: a place, an actor, an attribute or a government."""

from __future__ import annotations

import re

from geodata.domain.mentions import Role
from geodata.domain.places import Place, PlaceKind
from geodata.geoparsing.article.names import Name
from geodata.geoparsing.article.passage import Passage
from geodata.geoparsing.lexicon.capitals import is_capital
from geodata.geoparsing.roles.modifiers import read_modifier
from geodata.geoparsing.roles.part import Part
from geodata.geoparsing.roles.seats import read_capital, read_seat
from geodata.geoparsing.roles.states import read_state

_DATELINE = re.compile(r"\s*[A-ZÀ-Þ][A-ZÀ-Þ'’\- ]{2,}(?:[,/(][^.\n—–]{0,40}?)?\s*(?:—|–|--|-)\s")
UNION = "region:european-union"
_STATES = frozenset({PlaceKind.COUNTRY})
_TOWNS = frozenset({PlaceKind.SETTLEMENT, PlaceKind.ADMIN1, PlaceKind.ADMIN2})


def read_role(passage: Passage, name: Name, place: Place | None, *, is_part: bool) -> Part:
    """
    Return what a name does in its sentence.

    Args:
        passage: The article.
        name: The name.
        place: What it was resolved to, or None.
        is_part: Whether it lies inside an organisation's name.
    """
    if is_part:
        return Part(Role.ORG_PART, "it is part of an organisation's name")
    if place is not None and place.id == UNION:
        return Part(Role.BLOC, "it is a union of states, not a place")
    if place is None:
        return Part(Role.LOCATION, "it is named as a place")
    if _is_dateline(passage, name):
        return Part(Role.LOCATION, "it stands in the dateline")
    if passage.gazetteer.metonym_country(name.key) is not None:
        return read_seat(passage, name)
    if place.kind in _STATES:
        return read_state(passage, name)
    modifier = read_modifier(passage, name) if place.kind in _TOWNS else None
    if modifier is not None:
        return modifier
    if is_capital(place, passage.find(name.key)):
        return read_capital(passage, name)
    return Part(Role.LOCATION, "it is named as a place")


def _is_dateline(passage: Passage, name: Name) -> bool:
    """Say whether a name stands before the dash that opens a report: “NIAMEY, Niger (AP) —”."""
    start, end = passage.paragraph(name.start)
    match = _DATELINE.match(passage.text[start:end])
    return match is not None and name.end <= start + match.end()
