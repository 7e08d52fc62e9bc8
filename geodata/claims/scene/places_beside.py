"""Places that stand beside a noun in the text, however the parser hung them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geodata.claims.grammar.reading import Reading
from geodata.domain.mentions import PlaceMention, Role
from geodata.domain.places import Place, PlaceKind

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.CONTINENT, PlaceKind.WATER})
_AT = frozenset({"at", "in", "near", "outside", "on", "beside", "inside"})
_SIDES = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "edge"}
)
_BETWEEN = frozenset({"the", "of", "its", "their", "own", "just", "next", "to", ","})
_REACH = 9
_BESIDE_REACH = 6
_BESIDES = frozenset(
    {"beside", "alongside", "opposite", "adjoining", "neighbouring", "neighboring"}
)
_NEXT = frozenset({"next", "adjacent", "close", "door", "nearest", "neighbour", "neighbor"})
_LINE = 3
_JOINING = frozenset({",", "and", "or", "in", "at", "both"})


def is_local(mention: PlaceMention) -> bool:
    """Say whether a mention names somewhere below country level."""
    place = mention.place
    return mention.role is Role.LOCATION and place is not None and is_local_kind(place)


def is_local_kind(place: Place) -> bool:
    """Say whether a place lies below country level; a region of one country does."""
    if place.kind is PlaceKind.REGION:
        return place.country is not None
    return place.kind not in _WIDE


def is_bearing(token: Token) -> bool:
    """“The first base east of Suez”: a line on the map, not where the base is."""
    if token.i < _LINE or token.text not in {"Suez", "Rhine", "Elbe", "Oder"}:
        return False
    before = token.doc[token.i - 3 : token.i]
    return any(t.lower_ in _SIDES for t in before)


def is_alongside(token: Token) -> bool:
    """“Next to Camp A”, “beside the US base at A”: near what the name means, not there."""
    before = [t.lower_ for t in token.doc[max(0, token.i - _BESIDE_REACH) : token.i]]
    return any(
        word in _BESIDES or (word == "to" and before[at - 1 : at] and before[at - 1] in _NEXT)
        for at, word in enumerate(before)
    )


def place_beside(head: Token, reading: Reading) -> PlaceMention | None:
    """
    Return the place below country level that stands right before or behind a noun, or None.

    “The Gao base”, “the base in the port city of A”, “the post of its own south of A”.
    """
    before = next((m for m in _ending_at(head, reading) if _may_name(m)), None)
    if before:
        return before
    is_led, passed = False, 0
    for token in head.doc[head.i + 1 : min(head.i + _REACH, len(head.doc))]:
        mention = reading.places.get(token.i)
        if mention is not None and _may_name(mention):
            if mention.place and mention.place.kind is PlaceKind.BASE and is_alongside(token):
                return None
            return mention if is_led and not is_bearing(token) else None
        if mention is not None and is_led:
            passed = mention.span.end  # “in northern A, near B”
        elif token.idx < passed:
            continue
        elif token.lower_ in _AT or token.lower_ in _SIDES:
            is_led = True
        elif token.lower_ not in _BETWEEN and not (is_led and _is_describing(token)):
            return None
    return None


def joined_places(first: PlaceMention, reading: Reading) -> Iterator[PlaceMention]:
    """Yield the places that follow one in a row of commas and “and”: “A, B and C”."""
    doc = reading.doc
    at = next((i for i, m in reading.places.items() if m is first), None)
    if at is None:
        return
    end = first.span.end
    while at < len(doc):
        token = doc[at]
        mention = reading.places.get(at)
        if mention is not None and mention.span.start >= end:
            if not _may_name(mention):
                return
            yield mention
            end = mention.span.end
        elif token.idx >= end and token.lower_ not in _JOINING:
            return
        at += 1


def _ending_at(head: Token, reading: Reading) -> Iterator[PlaceMention]:
    for index in range(max(0, head.i - 4), head.i):
        mention = reading.places.get(index)
        if mention and mention.span.end in {head.idx - 1, head.idx + len(head.text)}:
            yield mention


def _may_name(mention: PlaceMention) -> bool:
    return is_local(mention) or (mention.role is Role.LOCATION and mention.place is None)


def _is_describing(token: Token) -> bool:
    return token.pos_ in {"ADJ", "DET", "NOUN", "ADV"} or token.text == "'s"
