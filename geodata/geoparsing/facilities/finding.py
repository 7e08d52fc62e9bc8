"""Bases in a text: by name, by a description with its town, or as “the base”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from geodata.domain.documents import Document
from geodata.domain.facilities import FacilityMention
from geodata.domain.mentions import PlaceMention, Role
from geodata.domain.places import Place, PlaceKind
from geodata.domain.spans import Span
from geodata.geoparsing.containment import distance_km
from geodata.geoparsing.facilities.words import (
    bars,
    has_forces,
    is_weak,
    sort_of,
    speaks_of_force,
)

if TYPE_CHECKING:
    from geodata.language.tokens import Doc, Token

NEAR_KM = 25.0  # a base of the supplement this near a town may be the one “in” it
IN_KM, BESIDE_KM = 15.0, 40.0  # how far a base “in” or “outside” a town may lie from its middle
BOX_DEG = 0.5
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART", "PUNCT"})
_WHERE = re.compile(
    r",? (?P<how>in|at|of|near|outside|close to|on the outskirts of|north of|south of|east of|west of)"
    r" (?:the )?(?:[a-z\-]+ ){0,3}(?:of )?$"
)
_BESIDE = frozenset({"near", "outside", "close to", "on the outskirts of"})
_POINTING = frozenset({"the", "this", "that", "its", "their", "both"})
_HOLDING = frozenset({PlaceKind.SETTLEMENT, PlaceKind.AIRPORT, PlaceKind.ADMIN1, PlaceKind.ADMIN2})
_HOLDING |= {PlaceKind.LAND, PlaceKind.BASE}
_LONGEST = 8  # tokens before the noun that may belong to its phrase
FORCES_BEFORE = 12  # tokens before a camp in which its soldiers may stand
_REACH = 60  # characters after the noun in which its town may stand


class BaseSource(Protocol):
    """What this room asks of a gazetteer."""

    def near(self, lat: float, lon: float, *, within_deg: float = ...) -> tuple[Place, ...]:
        """Return settlements and bases around a point."""
        ...


def find_facilities(
    document: Document, parsed: Doc, places: Sequence[PlaceMention], gazetteer: BaseSource
) -> list[FacilityMention]:
    """
    Return the bases of an article in order, named and described.

    Args:
        document: The article.
        parsed: The parse of `document.reading_text`.
        places: Its place mentions, resolved.
        gazetteer: For the bases around a town.
    """
    named = [_named(document, mention) for mention in places if _is_base(mention)]
    busy = [mention.span for mention in named]
    described = [
        found
        for token in parsed
        if (found := _described(document, token, places, busy, gazetteer)) is not None
    ]
    return sorted([*named, *described], key=lambda facility: facility.span)


def _is_base(mention: PlaceMention) -> bool:
    if mention.role is not Role.LOCATION:
        return False
    if mention.place is not None and mention.place.kind is PlaceKind.BASE:
        return True
    return bool(sort_of(mention.text)) and " " in mention.text and not mention.text.islower()


def _named(document: Document, mention: PlaceMention) -> FacilityMention:
    place = mention.place
    is_base = place is not None and place.kind is PlaceKind.BASE
    radius = place.radius_km if place is not None and is_base else IN_KM if place else 0.0
    return FacilityMention(
        document.id,
        mention.span,
        mention.text,
        sort_of(mention.text),
        place,
        radius,
        is_named=True,
        is_definite=False,
        score=mention.score,
        why=mention.why,
    )


def _described(
    document: Document,
    noun: Token,
    places: Sequence[PlaceMention],
    busy: Sequence[Span],
    gazetteer: BaseSource,
) -> FacilityMention | None:
    """Return the base that a common noun speaks of, or None."""
    if noun.pos_ not in {"NOUN", "PROPN"} or not sort_of(noun.text) or noun.tag_ in {"NNS", "NNPS"}:
        return None
    if noun.i + 1 < len(noun.doc) and _goes_on(noun.nbor(1)):
        return None
    tokens = [*reversed([*_before(noun)]), noun]
    words = [token.lower_ for token in tokens]
    if bars(words) or (is_weak(noun.lower_) and not _is_military(noun, words)):
        return None
    start, end = tokens[0].idx, noun.idx + len(noun.text)
    if any(span.start < end and start < span.end for span in busy):
        return None
    text = document.reading_text[start:end]
    found = FacilityMention(
        document.id, Span(start, end), text, sort_of(text), None, 0.0,
        is_named=False, is_definite=words[0] in _POINTING or words[0] in {"'s", "’s"},
        score=0.0, why="The text names no town for it.",
    )  # fmt: skip
    return _tied(found, document.reading_text, places, gazetteer)


def _is_military(noun: Token, words: Sequence[str]) -> bool:
    """Say whether a camp or a facility is one of forces, by its own words or those before it."""
    near = noun.doc[max(noun.sent.start, noun.i - FORCES_BEFORE) : noun.i]
    return speaks_of_force(words) or has_forces(token.lower_ for token in near)


def _goes_on(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN"} and token.text[:1].islower()


def _before(noun: Token) -> Iterator[Token]:
    """Yield the words of a noun's phrase before it, backwards."""
    token = noun
    for _ in range(_LONGEST):
        if token.i == 0 or token.is_sent_start:
            return
        token = token.nbor(-1)
        if (
            token.pos_ not in _PHRASE
            or token.is_space
            or token.text in {",", ".", ";", ":", "(", "“"}
        ):
            return
        yield token
        if token.pos_ == "DET":
            return


def _tied(
    found: FacilityMention, text: str, places: Sequence[PlaceMention], gazetteer: BaseSource
) -> FacilityMention:
    """Return a description with the base or the town that the words beside it name."""
    for mention in places:
        place = mention.place
        if place is None or place.kind not in _HOLDING:
            continue
        if found.span.start <= mention.span.start and mention.span.end <= found.span.end:
            return _at(found, place, "in", gazetteer)  # “the Agadez drone base”
        if not found.span.end <= mention.span.start <= found.span.end + _REACH:
            continue
        match = _WHERE.fullmatch(text[found.span.end : mention.span.start])
        if match is not None:
            span = Span(found.span.start, mention.span.end)
            longer = replace(found, span=span, text=text[span.start : span.end])
            return _at(longer, place, match.group("how"), gazetteer)
    return found


def _at(found: FacilityMention, town: Place, how: str, gazetteer: BaseSource) -> FacilityMention:
    """Tie a description to the only base of its sort near the town, else to the town itself."""
    if town.kind is PlaceKind.BASE:
        why = f"The text says {how} {town.name}."
        return replace(found, place=town, radius_km=town.radius_km, score=0.9, why=why)
    is_beside = how in _BESIDE or how.endswith(" of")
    reach = BESIDE_KM if is_beside else IN_KM
    if town.kind is PlaceKind.SETTLEMENT or town.kind is PlaceKind.AIRPORT:
        around = gazetteer.near(town.lat, town.lon, within_deg=BOX_DEG)
        bases = [
            base
            for base in around
            if base.kind is PlaceKind.BASE
            and distance_km(base, town) <= max(NEAR_KM, reach)
            and _is_of_sort(base, found.sort)
        ]
        if len(bases) == 1:
            far = distance_km(bases[0], town)
            why = f"{bases[0].name} is the only base known there, {far:.0f} km from {town.name}."
            return replace(found, place=bases[0], radius_km=bases[0].radius_km, score=0.8, why=why)
        if bases:
            names = ", ".join(base.name for base in bases[:3])
            why = f"{names} lie there, and the words do not tell which: placed {how} {town.name}."
            return replace(found, place=town, radius_km=reach, score=0.5, why=why)
    radius = max(reach, town.radius_km)
    why = f"No base is known there: the text puts it {how} {town.name}, within {radius:.0f} km."
    return replace(found, place=town, radius_km=radius, score=0.6, why=why)


def _is_of_sort(base: Place, sort: str) -> bool:
    own = sort_of(base.name)
    return sort == "base" or own in {sort, "base", ""} or (sort == "camp" and own == "air")
