"""Toponym resolution: which of its candidates a name stands for."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from geodata.domain.places import Place, PlaceKind
from geodata.geoparsing.article.names import Name
from geodata.geoparsing.article.passage import Passage
from geodata.geoparsing.containment import distance_km
from geodata.geoparsing.lexicon.capitals import is_capital
from geodata.geoparsing.resolution.candidates import (
    find_candidates,
    following_kind,
    is_loosely_named,
    speaks_of_bases,
)
from geodata.geoparsing.resolution.context import Anchor, Context
from geodata.geoparsing.resolution.qualifiers import settle
from geodata.geoparsing.resolution.series import Sort, is_of, series_of

ROUNDS = 3  # context sharpens candidates, candidates sharpen context; nothing moves after three
COUNTRY_WEIGHT = 4.0
ADMIN1_WEIGHT = 1.5
NEAR_WEIGHT = 2.0
CAPITAL_WEIGHT = 1.5
EXACT_WEIGHT = 1.2
CITY_SHARE = 10  # “Gao” is the town rather than the region that holds ten times its people
PROVINCE_KM, PROVINCE = 50.0, 6.0  # a landscape of this reach is as well known as a province
OCEANIC_KM = 400.0  # the reach from which a sea is as well known as a macro-region
BASE_TALK = 3.0  # for “Manas” the base beside Manas the town, where bases are spoken of
LISTED_WEIGHT = 5.0  # for a state in a list of states
QUALIFIED = 8.0  # “Paris, Texas” outweighs everything else
_STYLE = re.compile(r"[\W_]+|\b(?:province|state|region|governorate|oblast)\b")
_NATURAL = (" sea", " ocean", " lake", " gulf", " bay", " strait", " river", " canal", " desert")
SHADOWED = 6.0  # more than all context can add
SHARPNESS = 1.4  # fitted on English news so that the score is near the share that is right
SMALL_SHARE = 1e-4
SAME_SPOT_KM = 50.0  # candidates this near the winner are the same place in another row
_STATES = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1})
_BASES = {
    PlaceKind.COUNTRY: 8.0,
    PlaceKind.CONTINENT: 8.0,
    PlaceKind.REGION: 7.5,
    PlaceKind.WATER: 5.0,
    PlaceKind.BASE: 5.5,
    PlaceKind.SITE: 5.5,
    PlaceKind.LAND: 4.5,
    PlaceKind.AIRPORT: 2.0,
}


@dataclass(frozen=True, slots=True)
class Ranked:
    """
    A candidate with its standing.

    Args:
        place: The place.
        points: The sum of all evidence.
        score: Confidence, 0..1.
        qualifier: The neighbouring name that settles it, or empty.
        is_lent: Whether the place is not the named one but the town the text puts it in.
    """

    place: Place
    points: float
    score: float
    qualifier: str = ""
    is_lent: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """
    A name and its candidates, best first.

    Args:
        name: The name.
        ranked: Its candidates.
        is_withheld: Whether even the first of them is too unlikely to stand for it.
    """

    name: Name
    ranked: tuple[Ranked, ...]
    is_withheld: bool = False

    @property
    def best(self) -> Ranked | None:
        """The winner, or None when the gazetteer knows no such place or none that fits."""
        return self.ranked[0] if self.ranked and not self.is_withheld else None


def resolve(
    passage: Passage, names: Sequence[Name], peoples: Iterable[Anchor]
) -> tuple[list[Reading], Context]:
    """
    Return each name with its ranked candidates, and the context that ranked them.

    Args:
        passage: The article.
        names: The recognised names, in order.
        peoples: Countries that the article's demonyms speak of.
    """
    anchors = list(peoples)
    found = _plausible(names, [find_candidates(passage, name) for name in names], anchors)
    series = series_of(passage, names, found)
    static = [
        _static(passage, name, places, series.get(i))
        for i, (name, places) in enumerate(zip(names, found, strict=True))
    ]
    qualified = settle(passage, names, found, series)
    context = Context(anchors)
    readings: list[Reading] = []
    for _ in range(ROUNDS):
        readings = _rank(names, found, static, qualified, context)
        context = Context([*anchors, *_anchors(readings)])
    return readings, context


def _plausible(
    names: Sequence[Name], found: Sequence[tuple[Place, ...]], anchors: Sequence[Anchor]
) -> list[tuple[Place, ...]]:
    """Return the candidates without towns abroad that an island or river is not named after."""
    spoken = {anchor.place.country for anchor in anchors}
    spoken |= {places[0].country for places in found if places and places[0].kind in _STATES}
    return [
        tuple(p for p in places if p.country in spoken or not is_loosely_named(name, p))
        for name, places in zip(names, found, strict=True)
    ]


def _static(
    passage: Passage, name: Name, places: tuple[Place, ...], listed: Sort | None
) -> list[float]:
    """Return the points of each candidate that need no context."""
    wanted = following_kind(passage, name)
    is_post = speaks_of_bases(passage, name)
    points = []
    for place in places:
        point = _prior(place)
        if name.key.lower().endswith(_NATURAL) and place.kind in {PlaceKind.WATER, PlaceKind.LAND}:
            point += 3.0
        is_seat = is_capital(place, places)
        is_own = is_seat or is_own_name(place, name.key)
        point += (EXACT_WEIGHT if is_own else 0.0) + (CAPITAL_WEIGHT if is_seat else 0.0)
        point += BASE_TALK if place.kind is PlaceKind.BASE and is_post else 0.0
        point += LISTED_WEIGHT if is_of(place, listed) else 0.0
        if wanted and not any(other.kind is PlaceKind.REGION for other in places):
            point += 3.0 if place.kind in wanted else 0.0
        elif place.kind is PlaceKind.ADMIN2:
            point -= 1.0
        elif place.kind is PlaceKind.ADMIN1 and _is_named_after_city(place, places):
            point -= 2.0
        if not wanted and _is_shadowed(passage, place, places[0]):
            point -= SHADOWED
        points.append(point)
    return points


def _is_shadowed(passage: Passage, place: Place, first: Place) -> bool:
    """
    Say whether a country of the same name is meant unless the text says otherwise.

    That holds against any town, and against a subdivision of a neighbour: reports on the one
    country speak of the other, so that context cannot tell Niger from Niger State in Nigeria.
    """
    if first.kind is not PlaceKind.COUNTRY or place.id == first.id:
        return False
    if place.kind is PlaceKind.SETTLEMENT:
        return True
    return place.country in passage.gazetteer.neighbours(str(first.country))


def _is_named_after_city(region: Place, places: tuple[Place, ...]) -> bool:
    """Say whether a city of the same name holds a good part of a region's people."""
    return any(
        place.kind is PlaceKind.SETTLEMENT
        and place.country == region.country
        and CITY_SHARE * place.population >= region.population
        for place in places
    )


def _prior(place: Place) -> float:
    people = math.log10(place.population + 1)
    if place.kind is PlaceKind.WATER and place.radius_km >= OCEANIC_KM:
        return _BASES[PlaceKind.REGION]
    if place.kind is PlaceKind.LAND and place.radius_km >= PROVINCE_KM:
        return PROVINCE
    if place.kind in _BASES:
        return _BASES[place.kind]
    if place.kind is PlaceKind.ADMIN1:
        return 3.5 + 0.45 * people
    return max(2.0, people)


def is_own_name(place: Place, key: str) -> bool:
    """Say whether a name is the place's own rather than another that it goes by."""
    return _folded(place.name) == _folded(key)


@lru_cache(maxsize=8192)
def _folded(name: str) -> str:
    """Return a name without accents, marks and the style of a subdivision."""
    plain = unicodedata.normalize("NFKD", name.lower())
    return _STYLE.sub("", "".join(char for char in plain if not unicodedata.combining(char)))


def _rank(
    names: Sequence[Name],
    found: Sequence[tuple[Place, ...]],
    static: Sequence[Sequence[float]],
    qualified: Sequence[Mapping[int, str]],
    context: Context,
) -> list[Reading]:
    """Return readings under a context, one sense a name unless a qualifier says otherwise."""
    shared: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name, places, marks in zip(names, found, qualified, strict=True):
        for j in marks:
            shared[name.key.lower()][places[j].id] += QUALIFIED / 2
    dynamic: dict[tuple[str, str], float] = {}
    readings = []
    for name, places, base, marks in zip(names, found, static, qualified, strict=True):
        key = name.key.lower()
        points = []
        for j, place in enumerate(places):
            if (key, place.id) not in dynamic:
                dynamic[key, place.id] = _agreement(context, place, key)
            own = QUALIFIED if j in marks else 0.0
            lent = 0.0 if marks else min(QUALIFIED, shared[key].get(place.id, 0.0))
            points.append(base[j] + dynamic[key, place.id] + own + lent)
        readings.append(_reading(name, places, points, marks))
    return readings


def _agreement(context: Context, place: Place, key: str) -> float:
    bonus = COUNTRY_WEIGHT * math.sqrt(context.country_share(place.country, key))
    if place.kind is PlaceKind.COUNTRY:
        return bonus
    shared = context.admin1_share(place, key)
    near = shared if place.kind is PlaceKind.ADMIN1 else context.nearness(place, key)
    return bonus + ADMIN1_WEIGHT * shared + NEAR_WEIGHT * near


def _reading(
    name: Name, places: tuple[Place, ...], points: Sequence[float], marks: Mapping[int, str]
) -> Reading:
    if not places:
        return Reading(name, ())
    order = sorted(range(len(places)), key=lambda j: (-points[j], j))
    top = points[order[0]]
    odds = {j: math.exp(SHARPNESS * (points[j] - top)) for j in order}
    total = sum(odds.values())
    shares = {j: odds[j] / total for j in order}
    winner = places[order[0]]
    for j in order[1:]:
        if shares[j] > SMALL_SHARE and distance_km(winner, places[j]) < SAME_SPOT_KM:
            shares[order[0]] += shares[j]
    ranked = tuple(
        Ranked(places[j], points[j], _score(points[j], shares[j]), marks.get(j, "")) for j in order
    )
    return Reading(name, ranked)


def _score(points: float, share: float) -> float:
    """Return the share of a candidate, lowered where even the best has little for it."""
    backing = 1.0 / (1.0 + math.exp(3.0 - 0.9 * points))
    return round(share * backing, 3)


def _anchors(readings: Sequence[Reading]) -> list[Anchor]:
    """Return the places that the readings vote for, each name by the root of its count."""
    counts: dict[str, int] = defaultdict(int)
    first: dict[str, Reading] = {}
    for reading in readings:
        key = reading.name.key.lower()
        counts[key] += 1
        first.setdefault(key, reading)
    anchors = []
    for key, reading in first.items():
        for ranked in reading.ranked[:3]:
            if ranked.score > 0.2:
                weight = ranked.score * math.sqrt(counts[key])
                anchors.append(Anchor(key, ranked.place, weight, reading.name.start))
    return anchors
