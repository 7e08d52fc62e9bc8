"""Nominatim through geopy: off until switched on, one request a second, answers remembered."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from geopy.exc import GeopyError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders.base import Geocoder
from geopy.geocoders.nominatim import Nominatim
from geopy.location import Location
from geopy.point import Point

from geodata import __version__
from geodata.errors import NetworkSwitchedOff
from geodata.geocoding.failures import translate

SERVICE = "Nominatim"
# The usage policy of the public Nominatim server allows one request a second.
_SECONDS_BETWEEN = 1.0
_TIMEOUT_S = 10
_REMEMBERED = 4096


class OnlineGeocoder(Geocoder):  # type: ignore[misc]  # geopy carries no types
    """
    Asks OpenStreetMap's Nominatim. It sends the name, so it is off unless a person switched it on.

    Args:
        is_switched_on: Whether the person agreed that names are sent.
        adapter_factory: geopy's adapter, which is what talks to the network.
        seconds_between: Least time between two requests, in seconds.
    """

    def __init__(
        self,
        *,
        is_switched_on: bool = False,
        adapter_factory: Callable[..., Any] | None = None,
        seconds_between: float = _SECONDS_BETWEEN,
    ) -> None:
        super().__init__()
        self.is_switched_on = is_switched_on
        self._remembered: dict[tuple[object, ...], Any] = {}
        if is_switched_on:
            service = Nominatim(
                user_agent=f"dateline/{__version__}",
                timeout=_TIMEOUT_S,
                adapter_factory=adapter_factory,
            )
            self._geocode = self._limited(service.geocode, seconds_between)
            self._reverse = self._limited(service.reverse, seconds_between)

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        country_codes: str | Collection[str] | None = None,
        limit: int | None = None,
    ) -> Location | list[Location] | None:
        """
        Return where a name is, as Nominatim has it.

        Args:
            query: A name, such as “Agadez, Niger”.
            exactly_one: Whether to return the likeliest place alone.
            country_codes: ISO 3166-1 alpha-2 codes that the place must lie in.
            limit: How many to return at most.

        Raises:
            NetworkSwitchedOff: Nobody switched it on; nothing was sent.
            OnlineGeocoderFailed: The service is out of reach, too busy or refuses.
        """
        self._refuse_when_off()
        codes = [country_codes] if isinstance(country_codes, str) else sorted(country_codes or ())
        key = ("geocode", query, exactly_one, tuple(codes), limit)
        options = {"exactly_one": exactly_one, "country_codes": codes or None, "limit": limit}
        return self._ask(key, lambda: self._geocode(query, language="en", **options))

    def reverse(
        self, query: Any, *, exactly_one: bool = True, limit: int | None = None
    ) -> Location | list[Location] | None:
        """
        Return what lies at a point, as Nominatim has it.

        Args:
            query: A geopy point, a (lat, lon) pair or a text such as “16.97, 7.99”.
            exactly_one: Whether to return one place alone.
            limit: How many to return at most.

        Raises:
            NetworkSwitchedOff: Nobody switched it on; nothing was sent.
            OnlineGeocoderFailed: The service is out of reach, too busy or refuses.
        """
        self._refuse_when_off()
        point = Point(query)
        key = ("reverse", point.latitude, point.longitude, exactly_one, limit)
        found = self._ask(key, lambda: self._reverse(point, exactly_one=exactly_one, language="en"))
        return found[:limit] if isinstance(found, list) else found

    def _refuse_when_off(self) -> None:
        if not self.is_switched_on:
            raise NetworkSwitchedOff(SERVICE)

    def _ask(self, key: tuple[object, ...], ask: Callable[[], Any]) -> Any:
        if key not in self._remembered:
            try:
                answer = ask()
            except GeopyError as error:
                raise translate(SERVICE, error) from error
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            self._remembered[key] = answer
        return self._remembered[key]

    @staticmethod
    def _limited(ask: Callable[..., Any], seconds_between: float) -> Callable[..., Any]:
        limited: Callable[..., Any] = RateLimiter(
            ask, min_delay_seconds=seconds_between, max_retries=0, swallow_exceptions=False
        )
        return limited
