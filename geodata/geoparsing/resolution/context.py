"""What the whole article speaks of: countries, subdivisions and points, each with a weight."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from geodata.domain.places import Place, PlaceKind
from geodata.geoparsing.containment import distance_km

PASSING = 2.0  # mentions that keep a single passing one from deciding alone
MOST_POINTS = 80  # of an article, the weightiest; the work stays in line with its length
NEAR_KM = 150.0  # the distance at which nearness has fallen to 1/e
_POINTS = frozenset(
    {PlaceKind.SETTLEMENT, PlaceKind.BASE, PlaceKind.AIRPORT, PlaceKind.SITE, PlaceKind.ADMIN2}
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """
    A place that the article probably speaks of.

    Args:
        key: The name it was read from; a name is no evidence for itself.
        place: The place.
        weight: How often and how surely.
        start: Where the article first names it.
    """

    key: str
    place: Place
    weight: float
    start: int = 0


@dataclass(slots=True)
class Context:
    """
    The shares of an article's countries and subdivisions, and its points.

    Args:
        anchors: The places it probably speaks of.
    """

    anchors: Sequence[Anchor]
    _countries: dict[str, float] = field(init=False)
    _admin1s: dict[tuple[str, str], float] = field(init=False)
    _own: dict[str, dict[object, float]] = field(init=False)
    _points: list[Anchor] = field(init=False)
    _total: float = field(init=False)
    _own_totals: dict[str, float] = field(init=False)

    def __post_init__(self) -> None:
        self._countries = defaultdict(float)
        self._admin1s = defaultdict(float)
        self._own = defaultdict(lambda: defaultdict(float))
        for anchor in self.anchors:
            for key, weight in _weights(anchor):
                self._own[anchor.key][key] += weight
                if isinstance(key, tuple):
                    self._admin1s[key] += weight
                else:
                    self._countries[key] += weight
        self._total = sum(self._countries.values())
        self._own_totals = {
            key: sum(weight for part, weight in own.items() if isinstance(part, str))
            for key, own in self._own.items()
        }
        points = [anchor for anchor in self.anchors if anchor.place.kind in _POINTS]
        self._points = sorted(points, key=lambda anchor: -anchor.weight)[:MOST_POINTS]

    def country_share(self, code: str | None, key: str) -> float:
        """Return which part of the article's countries is this one, the name itself left out."""
        if code is None:
            return 0.0
        own = self._own.get(key, {})
        total = self._total - self._own_totals.get(key, 0)
        held = self._countries.get(code, 0.0) - own.get(code, 0.0)
        return max(0.0, held) / (total + PASSING)

    def leading_share(self, key: str) -> float:
        """Return the share of the country that the article speaks of most, a name left out."""
        return max((self.country_share(code, key) for code in self._countries), default=0.0)

    def admin1_share(self, place: Place, key: str) -> float:
        """Return how far the article speaks of the place's subdivision, 0..1."""
        part = _admin1_key(place)
        if part is None:
            return 0.0
        held = self._admin1s.get(part, 0.0) - self._own.get(key, {}).get(part, 0.0)
        return max(0.0, held) / (max(0.0, held) + 1.0)

    def nearness(self, place: Place, key: str) -> float:
        """Return how near the article's other points lie, 0..1."""
        missed = 1.0
        for anchor in self._points:
            if anchor.key != key and abs(anchor.place.lat - place.lat) < 6.0:
                near = math.exp(-distance_km(anchor.place, place) / NEAR_KM)
                missed *= 1.0 - min(0.9, anchor.weight) * near * 0.7
        return 1.0 - missed


def _weights(anchor: Anchor) -> Iterable[tuple[str | tuple[str, str], float]]:
    place = anchor.place
    if place.country is None:
        return
    factor = 1.0 if place.kind in {PlaceKind.COUNTRY, PlaceKind.ADMIN1} else 0.7
    yield place.country, factor * anchor.weight
    part = _admin1_key(place)
    if part is not None:
        yield part, anchor.weight


def _admin1_key(place: Place) -> tuple[str, str] | None:
    if place.country is None:
        return None
    if place.kind is PlaceKind.ADMIN1:
        return place.country, place.name.lower()
    return (place.country, place.admin1.lower()) if place.admin1 else None
