"""A geopy geocoder that answers from the offline gazetteer."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from geopy.distance import geodesic
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from geodata.domain.places import Place, PlaceKind
from geodata.gazetteer import Gazetteer, fold

# Half sides of the box that is searched around a point, in degrees, until something is in it.
_BOXES_DEG = (0.1, 0.5, 2.0)


class OfflineGeocoder(Geocoder):  # type: ignore[misc]  # geopy carries no types
    """
    Finds places by name, and names by place, without a network.

    Args:
        gazetteer: Where names are looked up.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__()
        self._gazetteer = gazetteer

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        country_codes: str | Collection[str] | None = None,
        limit: int | None = None,
    ) -> Location | list[Location] | None:
        """
        Return where a name is.

        Args:
            query: A name, or a name and what it lies in: “Agadez, Niger”, “Paris, Texas”.
            exactly_one: Whether to return the likeliest place alone.
            country_codes: ISO 3166-1 alpha-2 codes that the place must lie in.
            limit: How many to return at most.

        Returns:
            A location, or a list where `exactly_one` is off; None when nothing fits.
            `raw` holds id, name, kind, country, admin1, population, radius_km and source.
        """
        places = self._places(query)
        if country_codes:
            wanted = [country_codes] if isinstance(country_codes, str) else country_codes
            codes = {code.upper() for code in wanted}
            places = [place for place in places if place.country in codes]
        return self._answer(places[:limit], exactly_one=exactly_one)

    def reverse(
        self,
        query: Any,
        *,
        exactly_one: bool = True,
        limit: int | None = None,
    ) -> Location | list[Location] | None:
        """
        Return the settlements and bases nearest to a point, within about 200 km.

        Args:
            query: A geopy point, a (lat, lon) pair or a text such as “16.97, 7.99”.
            exactly_one: Whether to return the nearest alone.
            limit: How many to return at most.
        """
        point = Point(query)
        here = (point.latitude, point.longitude)
        for box in _BOXES_DEG:
            around = self._gazetteer.near(*here, within_deg=box)
            if around:
                ranked = sorted(around, key=lambda p: geodesic(here, (p.lat, p.lon)).km)
                return self._answer(ranked[:limit], exactly_one=exactly_one)
        return self._answer([], exactly_one=exactly_one)

    def _places(self, query: str) -> list[Place]:
        whole = self._gazetteer.find(query)
        if whole and "," not in query:
            return list(whole)
        name, *around = [part.strip() for part in query.split(",") if part.strip()] or [""]
        places: Sequence[Place] = self._gazetteer.find(name)
        for part in around:
            holders = self._gazetteer.find(part)
            places = [place for place in places if _lies_in(place, part, holders)]
        return list(places or whole)

    def _answer(
        self, places: Sequence[Place], *, exactly_one: bool
    ) -> Location | list[Location] | None:
        if not places:
            return None
        found = [self._location(place) for place in places]
        return found[0] if exactly_one else found

    def _location(self, place: Place) -> Location:
        country = self._gazetteer.country(place.country) if place.country else None
        parts = [place.name, place.admin1, country.name if country else None]
        address = ", ".join(dict.fromkeys(part for part in parts if part))
        raw = {
            "id": place.id,
            "name": place.name,
            "kind": place.kind.value,
            "country": place.country,
            "admin1": place.admin1,
            "population": place.population,
            "radius_km": place.radius_km,
            "source": place.source,
        }
        return Location(address, (place.lat, place.lon), raw)


def _lies_in(place: Place, part: str, holders: Sequence[Place]) -> bool:
    """Return whether a place lies in what a part of the query names."""
    if place.admin1 and fold(place.admin1) == fold(part):
        return True
    for holder in holders:
        if holder.id == place.id or holder.country != place.country:
            continue
        if holder.kind is PlaceKind.COUNTRY:
            return True
        if holder.kind is PlaceKind.ADMIN1 and place.admin1:
            typed = {place.admin1, f"{place.admin1} State", f"{place.admin1} Region"}
            if holder.name in typed or fold(holder.name).startswith(fold(place.admin1) + " "):
                return True
    return False
