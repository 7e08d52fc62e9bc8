"""Namesakes far away: small places in countries that an article does not speak of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geodata.domain.places import PlaceKind
from geodata.geoparsing.article.names import Origin
from geodata.geoparsing.lexicon.capitals import is_capital
from geodata.geoparsing.resolution.context import Context
from geodata.geoparsing.resolution.ranking import Reading, is_own_name

# Fitted on TR-News, GeoVirus and our own articles: of the 38 places that these bounds withhold
# there, 35 were wrong. A name that news of the world may drop in passing (“Geneva”) lies above.
UNSPOKEN = 0.03  # the largest share of an article's countries that is as good as none
LEADING = 0.15  # the share from which an article is about a country
SMALL_TOWN = 50_000
SMALL_BY_OTHER_NAME = 100_000  # people, where only another name of the place is the one written
FAR = 0.15  # nearness below which nothing else of the article lies around
VILLAGE = 20_000  # people of a town that “Rose Barracks” is hardly called after, abroad
_POINTS = frozenset({PlaceKind.SETTLEMENT, PlaceKind.AIRPORT, PlaceKind.ADMIN2})


def withhold(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """
    Return the readings, those without a winner whose likeliest place is a namesake far away.

    No gazetteer holds every village. One that it lacks would be found in the only place of that
    name anywhere: Shama in Lebanon on the coast of Ghana. No place is better than a wrong one;
    the candidates stay with the name, for a person to choose from.

    Args:
        readings: Each name with its ranked candidates.
        context: What the article speaks of.
    """
    return [
        replace(reading, is_withheld=True) if _is_far_namesake(reading, context) else reading
        for reading in readings
    ]


def _is_far_namesake(reading: Reading, context: Context) -> bool:
    best = reading.best
    if best is None or best.qualifier or best.place.kind not in _POINTS:
        return False
    place, key = best.place, reading.name.key.lower()
    if place.population >= SMALL_BY_OTHER_NAME:
        return False
    if is_capital(place, tuple(ranked.place for ranked in reading.ranked)):
        return False
    share, leading = context.country_share(place.country, key), context.leading_share(key)
    is_far = context.nearness(place, key) < FAR
    is_own = is_own_name(place, reading.name.key)
    if share < UNSPOKEN <= LEADING <= leading:
        return (is_far and place.population < SMALL_TOWN) if is_own else True
    is_lone_town = place.kind is PlaceKind.SETTLEMENT and place.population < VILLAGE
    is_called_after = reading.name.origin is Origin.FACILITY and not is_own
    return is_called_after and is_lone_town and is_far and share < leading / 2
