"""A small gazetteer that keeps the door of the real one."""

from __future__ import annotations

from geodata.domain.places import Place, PlaceId, PlaceKind

_COUNTRIES = {
    "NE": ("Niger", 8.1, 17.6),
    "ML": ("Mali", -4.0, 17.0),
    "US": ("United States", -98.0, 39.0),
    "RU": ("Russia", 97.0, 61.0),
    "FR": ("France", 2.0, 46.0),
    "CN": ("China", 104.0, 35.0),
}


class SmallBook:
    """Six countries and two bases."""

    def country(self, code: str) -> Place | None:
        if code not in _COUNTRIES:
            return None
        name, lon, lat = _COUNTRIES[code]
        return Place(PlaceId(f"country:{code}"), name, PlaceKind.COUNTRY, lon, lat, code)

    def bases(self) -> tuple[Place, ...]:
        return (
            Place(PlaceId("base:Air Base 101"), "Air Base 101", PlaceKind.BASE, 2.2, 13.5, "NE"),
            Place(PlaceId("base:Air Base 201"), "Air Base 201", PlaceKind.BASE, 8.0, 17.0, "NE"),
            Place(PlaceId("base:Far Field"), "Far Field", PlaceKind.BASE, 100.0, 30.0, "CN"),
        )

    def base_operator(self, place_id: PlaceId) -> str | None:
        return "US" if place_id.startswith("base:Air") else None
