"""News media that are named like places: “said to Al Mayadeen”, “the Lancaster Guardian”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from geodata.domain.places import Place, PlaceKind
from geodata.geoparsing.article.names import Name, Origin
from geodata.geoparsing.article.passage import Passage
from geodata.geoparsing.containment import lies_in
from geodata.geoparsing.lexicon.capitals import is_capital
from geodata.geoparsing.lexicon.outlets import OutletSpan, load_outlets, outlet_spans
from geodata.geoparsing.recognition.telling import is_called_medium, is_published_in, is_told

PROMINENT = 100_000  # people; a town that many may be told things when the article is set there
_WIDE = frozenset(
    {PlaceKind.COUNTRY, PlaceKind.CONTINENT, PlaceKind.REGION, PlaceKind.ADMIN1, PlaceKind.BASE}
)
_TIGHT = re.compile(r",\s+|\s+\(")
_LOOSE = re.compile(r",\s+|\s+\(|,?\s+in\s+(?:[a-z\-]+\s+){0,2}")
_GROUND = frozenset(
    [
        "around",
        "besieged",
        "bombed",
        "captured",
        "entered",
        "fled",
        "in",
        "inside",
        "into",
        "leaving",
        "left",
        "near",
        "outside",
        "recaptured",
        "retook",
        "seized",
        "shelled",
        "stormed",
        "struck",
        "toured",
        "visited",
    ]
)
_MASTHEAD = re.compile(
    r"\b(?:Radio|Télé|Tele|Diario|Diário|Jornal|Journal|Gazette|Gazeta|Gazzetta|Courrier|Corriere"
    r"|Correo|Correio|Tribune|Tribuna|Voix|Voice|Voz|Echo|Écho|Times|Heraldo|Kurier|Nouvelles"
    r"|Notícias|Noticias|Dépêche|Eco|Giornale)"
    r"(?: (?:de|del|della|delle|di|do|da|du|des|of|von|der|the|la|el|les?))* (?:[dl]['’])?$"
)


@dataclass(frozen=True, slots=True)
class Outlets:
    """
    The news media of an article, as far as they are named like places.

    Args:
        listed: Where known media are named.
        heard: Names, in lower case, that are told things and that nothing else calls places.
        grounded: Names, in lower case, of which the article says that something happens there.
        qualified: Starts of names that a country or subdivision follows, tightly or loosely.
        placed: Starts of names with a country or subdivision right behind: “Town, Country”.
    """

    listed: tuple[OutletSpan, ...]
    heard: frozenset[str]
    grounded: frozenset[str]
    qualified: frozenset[int]
    placed: frozenset[int]

    def surround(self, name: Name) -> bool:
        """Say whether the longer name of a known medium goes on around a name."""
        listed = self._listed_at(name)
        return listed is not None and listed.end - listed.start > name.end - name.start

    def hold(self, passage: Passage, name: Name) -> bool:
        """Say whether a name is that of a medium."""
        listed = self._listed_at(name)
        if listed is not None and not self._is_place_of(passage, name, listed):
            return True
        if _MASTHEAD.search(passage.text[max(0, name.start - 40) : name.start]):
            return True
        if name.start in self.qualified or _is_wide(passage, name):
            return False
        if _is_in_longer_name(passage, name):
            return False
        if is_told(passage, name):
            return not self._is_prominent(passage, name)
        return name.key.lower() in self.heard and _speaks(passage, name)

    def _listed_at(self, name: Name) -> OutletSpan | None:
        for span in self.listed:
            if span.start < name.end and name.start < span.end:
                return span
        return None

    def _is_place_of(self, passage: Passage, name: Name, listed: OutletSpan) -> bool:
        """Say whether a listed name is a place here all the same."""
        if (listed.start, listed.end) != (name.start, name.end):
            return True
        if name.start in self.placed:
            return True
        if is_told(passage, name) or is_called_medium(passage, name):
            return False
        if listed.is_namesake:
            return not is_published_in(passage, name)
        return bool(passage.find(name.key)) and _is_on_ground(passage, name)

    def _is_prominent(self, passage: Passage, name: Name) -> bool:
        people = max((place.population for place in passage.find(name.key)), default=0)
        return people >= PROMINENT and name.key.lower() in self.grounded


def find_outlets(passage: Passage, names: Sequence[Name]) -> Outlets:
    """Return the media among the names of an article that may be places."""
    qualified = frozenset(_qualified(passage, names, _LOOSE))
    placed = frozenset(_qualified(passage, names, _TIGHT))
    grounded = frozenset(name.key.lower() for name in names if _is_on_ground(passage, name))
    listed = tuple(outlet_spans(passage.text, load_outlets()))
    known = Outlets(listed, frozenset(), grounded, qualified, placed)
    heard = frozenset(
        name.key.lower()
        for name in names
        if name.origin in {Origin.GAZETTEER, Origin.ENTITY} and known.hold(passage, name)
        if is_told(passage, name)
    )
    return Outlets(listed, heard, grounded, qualified, placed)


def _is_wide(passage: Passage, name: Name) -> bool:
    """Say whether a name is a state, a capital or its seat: those are told things as such."""
    if passage.gazetteer.metonym_country(name.key) is not None:
        return True
    found = passage.find(name.key)
    if any(place.kind in _WIDE for place in found[:1]):
        return True
    return any(is_capital(place, found) for place in found[:3])


def _is_in_longer_name(passage: Passage, name: Name) -> bool:
    """Say whether capitalised words stand right beside a name: “CTV Winnipeg”."""
    if passage.in_capitals(name.start):
        return False
    before, after = passage.before(name.start), passage.after(name.end)
    return any(
        token is not None and token.pos_ == "PROPN" and token.text[:1].isupper()
        for token in (before, after)
    )


def _speaks(passage: Passage, name: Name) -> bool:
    """Say whether a name says something or is called a medium: “Hatra added that”."""
    if is_called_medium(passage, name):
        return True
    after = passage.after(name.end)
    return after is not None and passage.lexicon.has("saying", after.text)


def _is_on_ground(passage: Passage, name: Name) -> bool:
    """Say whether something happens there, printing and telling aside."""
    before = passage.before(name.start)
    if before is None or before.lower_ not in _GROUND:
        return False
    return not is_published_in(passage, name)


def _qualified(passage: Passage, names: Sequence[Name], joint: re.Pattern[str]) -> Iterator[int]:
    for name, wider in pairwise(names):
        if joint.fullmatch(passage.text[name.end : wider.start]) is None:
            continue
        inner, outer = passage.find(name.key), passage.find(wider.key)[:8]
        if any(_contains(place, other) for place in inner for other in outer):
            yield name.start


def _contains(place: Place, other: Place) -> bool:
    return other.kind in {PlaceKind.COUNTRY, PlaceKind.ADMIN1} and lies_in(place, other)
