"""`dateline geocode`: a name -> the places it may stand for."""

from __future__ import annotations

from geodata.cli.saying import say, say_json
from geodata.errors import UnknownPlace
from geodata.gazetteer import Gazetteer
from geodata.geocoding import OfflineGeocoder, OnlineGeocoder


def run_geocode(name: str, *, limit: int, is_online: bool, as_json: bool) -> int:
    """
    Print the places a name may stand for, most likely first.

    Raises:
        UnknownPlace: There is none.
        ServiceError: The online service was asked for and failed.
    """
    if not name.strip():
        raise UnknownPlace(name)
    geocoder = OnlineGeocoder(is_switched_on=True) if is_online else OfflineGeocoder(Gazetteer())
    found = geocoder.geocode(name, exactly_one=False, limit=limit) or []
    if not found:
        raise UnknownPlace(name)
    if as_json:
        rows = [
            {
                "name": place.address,
                "lat": place.latitude,
                "lon": place.longitude,
                **_raw(place.raw),
            }
            for place in found
        ]
        say_json({"schema": 1, "query": name, "places": rows})
        return 0
    for place in found:
        kind = _raw(place.raw).get("kind", "")
        say(f"{place.latitude:9.4f} {place.longitude:9.4f}  {place.address}  {kind}".rstrip())
    return 0


def _raw(raw: object) -> dict[str, object]:
    return raw if isinstance(raw, dict) else {}
