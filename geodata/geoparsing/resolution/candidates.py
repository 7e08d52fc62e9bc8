"""The places that a recognised name may stand for."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from geodata.domain.places import Place, PlaceKind
from geodata.geoparsing.article.names import Name, Origin
from geodata.geoparsing.article.passage import Passage

if TYPE_CHECKING:
    from geodata.language.tokens import Token

MOST = 40  # candidates kept for a name; the gazetteer gives the prominent ones first
_TAIL_KINDS = {
    "county": frozenset({PlaceKind.ADMIN2, PlaceKind.ADMIN1}),
    "parish": frozenset({PlaceKind.ADMIN2, PlaceKind.ADMIN1}),
    "borough": frozenset({PlaceKind.ADMIN2, PlaceKind.SETTLEMENT}),
    "district": frozenset({PlaceKind.ADMIN2, PlaceKind.ADMIN1}),
    "province": frozenset({PlaceKind.ADMIN1, PlaceKind.ADMIN2}),
    "state": frozenset({PlaceKind.ADMIN1}),
    "region": frozenset({PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.REGION}),
    "governorate": frozenset({PlaceKind.ADMIN1}),
    "oblast": frozenset({PlaceKind.ADMIN1}),
    "prefecture": frozenset({PlaceKind.ADMIN1, PlaceKind.ADMIN2}),
    "department": frozenset({PlaceKind.ADMIN1, PlaceKind.ADMIN2}),
    "airport": frozenset({PlaceKind.AIRPORT, PlaceKind.BASE}),
    "airfield": frozenset({PlaceKind.BASE, PlaceKind.AIRPORT}),
    "base": frozenset({PlaceKind.BASE}),
}


# What an airport or a base may be called after: “Bali airport”.
_SERVED = frozenset({PlaceKind.SETTLEMENT, PlaceKind.LAND, PlaceKind.ADMIN1})
# “the state of Washington”, “the island of Java”.
_LEADING = re.compile(
    r"\b(state|province|region|governorate|oblast|prefecture|department|county|district|city|town"
    r"|village|island|river|lake) of (?:the )?$",
    re.IGNORECASE,
)
_LEADING_KINDS = {
    **_TAIL_KINDS,
    "city": frozenset({PlaceKind.SETTLEMENT}),
    "town": frozenset({PlaceKind.SETTLEMENT}),
    "village": frozenset({PlaceKind.SETTLEMENT}),
    "island": frozenset({PlaceKind.LAND}),
    "river": frozenset({PlaceKind.WATER}),
    "lake": frozenset({PlaceKind.WATER}),
}


# Feature words that name the kind even in lower case; “the Houston district” says nothing.
_LOOSE_TAILS = frozenset(
    {"county", "governorate", "oblast", "prefecture", "province", "region", "state"}
)


def find_candidates(passage: Passage, name: Name) -> tuple[Place, ...]:
    """Return the places of a name, most prominent first; empty when nothing is known."""
    found = passage.find(name.key)
    if name.origin is Origin.ABBREVIATION:
        return _of_kind(found, lambda p: p.kind in {PlaceKind.COUNTRY, PlaceKind.ADMIN1}) or found
    if name.origin is Origin.FACILITY:
        # “Fort Lauderdale” and “Camp Verde” are towns that are called like forts.
        found = _of_kind(found, _is_facility) or _without_tail(passage, name.key) or found
        town = passage.find(name.inner) if name.inner else ()
        found += _of_kind(town, lambda p: p.kind in _SERVED)
    if not found:
        found = _shortened(passage, name)
    return found[:MOST]


def is_loosely_named(name: Name, place: Place) -> bool:
    """Say whether a town only shares its name with a river or island: “Assumption Island”."""
    words = name.key.lower().split()
    is_natural = len(words) > 1 and words[-1] in _NATURAL_TAILS
    return is_natural and place.kind not in _NATURAL_KINDS and words[-1] not in place.name.lower()


def speaks_of_bases(passage: Passage, name: Name) -> bool:
    """Say whether the sentence of a name, or the one before, speaks of bases and aircraft."""
    around = passage.text[max(0, name.start - BASE_REACH) : name.end + BASE_REACH // 2]
    return _POST_WORDS.search(around) is not None


def following_kind(passage: Passage, name: Name) -> frozenset[PlaceKind]:
    """Return the kinds that a feature word asks for (“Agadez region”, “the state of Gao”)."""
    words = name.text.split()
    if len(words) > 1 and words[-1].lower() in _TAIL_KINDS:
        return _TAIL_KINDS[words[-1].lower()]
    leading = _LEADING.search(passage.text[max(0, name.start - 20) : name.start])
    if leading is not None:
        return _LEADING_KINDS[leading.group(1).lower()]
    token = passage.after(name.end)
    if token is None or passage.text[name.end : name.end + 1] != " ":
        return frozenset()
    word = token.text.lower()
    return (
        _TAIL_KINDS[word]
        if word in _LOOSE_TAILS and not _is_of_state(passage, token)
        else frozenset()
    )


def _is_of_state(passage: Passage, token: Token) -> bool:
    """Say whether “state” goes on to mean the government's: “Niger state television”."""
    following = passage.after(token.idx + len(token.text))
    return following is not None and following.pos_ in {"NOUN", "PROPN", "ADJ"}


def _without_tail(passage: Passage, key: str) -> tuple[Place, ...]:
    """Return “Fort Hood” for “Fort Hood military base”."""
    for tail in sorted(passage.lexicon.sets["facility_tails"], key=len, reverse=True):
        if key.lower().endswith(" " + tail):
            shorter = key[: -len(tail) - 1]
            return _of_kind(passage.find(shorter), _is_facility)
    return ()


def _is_facility(place: Place) -> bool:
    return place.kind in {PlaceKind.BASE, PlaceKind.AIRPORT, PlaceKind.SITE, PlaceKind.LAND}


def _of_kind(found: tuple[Place, ...], wanted: Callable[[Place], bool]) -> tuple[Place, ...]:
    return tuple(place for place in found if wanted(place))


def _shortened(passage: Passage, name: Name) -> tuple[Place, ...]:
    """Return the places of a name without its feature word or direction; countries never."""
    words = name.key.split()
    keys = [name.inner] if name.inner else []
    if len(words) > 1 and (words[-1].lower() in _TAIL_KINDS or words[-1].lower() in _CIVIL_TAILS):
        keys.append(" ".join(words[:-1]))
    if len(words) > 1 and words[0].lower() == "the":
        keys.append(" ".join(words[1:]))
    for key in keys:
        found = _of_kind(passage.find(key), lambda p: p.kind is not PlaceKind.COUNTRY)
        if found:
            return found
    rest = words
    while len(rest) > 1 and passage.lexicon.has("directions", rest[0]):
        rest = rest[1:]
    if rest != words:
        return _of_kind(passage.find(" ".join(rest)), _is_large)
    return ()


def _is_large(place: Place) -> bool:
    return place.kind in _LARGE or place.population >= LARGE_CITY


BASE_REACH = 160  # characters before a name in which a base is spoken of
_POST_WORDS = re.compile(
    r"\b(?:air ?bases?|airfields?|bases?|runways?|garrisons?|hangars?|barracks|squadrons?|camps?"
    r"|aircraft|warplanes?|drones?|helicopters?|outposts?|installations?)\b",
    re.IGNORECASE,
)
_NATURAL_TAILS = frozenset(
    {"bay", "creek", "desert", "island", "islands", "lake", "mountain", "mountains", "peninsula"}
    | {"reservoir", "river", "sea", "strait", "valley"}
)
_NATURAL_KINDS = frozenset({PlaceKind.LAND, PlaceKind.WATER, PlaceKind.REGION})
LARGE_CITY = 500_000  # “Downtown Lagos” is looked for in Lagos; “West Prince” not in Prince
_LARGE = frozenset(
    {PlaceKind.ADMIN1, PlaceKind.REGION, PlaceKind.LAND, PlaceKind.WATER, PlaceKind.CONTINENT}
)
_CIVIL_TAILS = frozenset({"city", "town", "village", "municipality", "area", "township"})
