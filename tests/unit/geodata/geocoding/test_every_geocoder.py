"""One contract over both geocoders; the online one talks to a made-up service."""

import json
from collections.abc import Callable

import pytest
from geopy.adapters import BaseSyncAdapter
from geopy.geocoders.base import Geocoder

from geodata.gazetteer import Gazetteer
from geodata.geocoding import OfflineGeocoder, OnlineGeocoder

AGADEZ = {"display_name": "Agadez, Niger", "lat": "16.97", "lon": "7.99", "place_id": 1}


class MadeUpNominatim(BaseSyncAdapter):
    def get_json(self, url: str, *, timeout: float, headers: dict[str, str]) -> object:
        if "/reverse" in url:
            return AGADEZ
        return [AGADEZ] if "Agadez" in url else []

    def get_text(self, url: str, *, timeout: float, headers: dict[str, str]) -> str:
        return json.dumps(self.get_json(url, timeout=timeout, headers=headers))


def an_adapter(**settings: object) -> MadeUpNominatim:
    return MadeUpNominatim(**settings)


@pytest.fixture(params=["offline", "online"])
def geocoder(request: pytest.FixtureRequest) -> Geocoder:
    make: dict[str, Callable[[], Geocoder]] = {
        "offline": lambda: OfflineGeocoder(request.getfixturevalue("gazetteer")),
        "online": lambda: OnlineGeocoder(
            is_switched_on=True, adapter_factory=an_adapter, seconds_between=0.0
        ),
    }
    return make[request.param]()


def test_a_place_has_address_point_and_raw(geocoder: Geocoder) -> None:
    found = geocoder.geocode("Agadez, Niger")
    assert "Agadez" in found.address
    assert found.latitude == pytest.approx(16.97, abs=0.05)
    assert found.longitude == pytest.approx(7.99, abs=0.05)
    assert isinstance(found.raw, dict)


def test_a_list_is_given_when_asked_for(geocoder: Geocoder) -> None:
    found = geocoder.geocode("Agadez", exactly_one=False, limit=1)
    assert [place.address.split(",")[0] for place in found] == ["Agadez"]


def test_an_unknown_name_gives_none(geocoder: Geocoder) -> None:
    assert geocoder.geocode("Xqzzyqx") is None


def test_a_country_code_narrows(geocoder: Geocoder) -> None:
    assert geocoder.geocode("Agadez", country_codes="ne") is not None
    assert geocoder.geocode("Agadez", country_codes=["NE", "ML"]) is not None


def test_a_point_leads_back_to_the_town(geocoder: Geocoder) -> None:
    assert "Agadez" in geocoder.reverse((16.973, 7.991)).address
    assert len(geocoder.reverse((16.973, 7.991), exactly_one=False, limit=1)) == 1


@pytest.mark.parametrize(
    ("query", "place_id"),
    [
        ("Paris", "geonames:2988507"),
        ("Paris, Texas", "geonames:4717560"),
        ("Paris, TX", "geonames:4717560"),
        ("Paris, Tex., USA", "geonames:4717560"),
        ("Agadez, Niger", "geonames:2448085"),
        ("Niamey, Niger", "geonames:2440485"),
        ("Augusta, Ga.", "geonames:4180531"),
        ("Augusta, Maine", "geonames:4957003"),
        ("Niger", "country:NE"),
    ],
)
def test_what_a_place_lies_in_counts(gazetteer: Gazetteer, query: str, place_id: str) -> None:
    assert OfflineGeocoder(gazetteer).geocode(query).raw["id"] == place_id


def test_a_place_is_not_put_where_it_does_not_lie(gazetteer: Gazetteer) -> None:
    offline = OfflineGeocoder(gazetteer)
    assert offline.geocode("Agadez, Nigeria") is None
    assert offline.geocode("Agadez", country_codes="NG") is None
    assert offline.reverse((-45.0, -120.0)) is None
