import pytest
from geopy import exc
from geopy.adapters import BaseSyncAdapter

from geodata import __version__
from geodata.errors import DatelineError, NetworkSwitchedOff
from geodata.geocoding import OnlineGeocoder
from geodata.geocoding.failures import OnlineGeocoderFailed


class CountingService(BaseSyncAdapter):
    """Answers every request, or fails with what it was given, and keeps what was asked."""

    def __init__(self, *, failure: Exception | None = None, **settings: object) -> None:
        super().__init__(**settings)
        self.failure = failure
        self.asked: list[tuple[str, dict[str, str]]] = []

    def get_json(self, url: str, *, timeout: float, headers: dict[str, str]) -> object:
        self.asked.append((url, headers))
        if self.failure:
            raise self.failure
        return [{"display_name": "Gao, Mali", "lat": "16.27", "lon": "-0.04"}]

    def get_text(self, url: str, *, timeout: float, headers: dict[str, str]) -> str:
        raise NotImplementedError


def switched_on(failure: Exception | None = None) -> tuple[OnlineGeocoder, CountingService]:
    service = CountingService(failure=failure, proxies=None, ssl_context=None)
    geocoder = OnlineGeocoder(
        is_switched_on=True, adapter_factory=lambda **_: service, seconds_between=0.0
    )
    return geocoder, service


def test_it_is_off_and_sends_nothing_until_switched_on() -> None:
    service = CountingService(proxies=None, ssl_context=None)
    geocoder = OnlineGeocoder(adapter_factory=lambda **_: service)
    with pytest.raises(NetworkSwitchedOff, match="switched off"):
        geocoder.geocode("Gao")
    with pytest.raises(NetworkSwitchedOff):
        geocoder.reverse((16.27, -0.04))
    assert service.asked == []


def test_the_same_question_is_asked_once() -> None:
    geocoder, service = switched_on()
    assert geocoder.geocode("Gao").address == geocoder.geocode("Gao").address
    assert len(service.asked) == 1
    geocoder.geocode("Gao", country_codes="ML")
    assert len(service.asked) == 2
    assert "countrycodes=ML" in service.asked[1][0]


def test_it_says_who_asks() -> None:
    geocoder, service = switched_on()
    geocoder.geocode("Gao")
    assert service.asked[0][1]["User-Agent"] == f"dateline/{__version__}"


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (exc.GeocoderTimedOut("t"), "took too long"),
        (exc.GeocoderUnavailable("u"), "cannot be reached"),
        (exc.GeocoderRateLimited("r"), "slow down"),
        (exc.GeocoderQuotaExceeded("q"), "refused further"),
        (exc.GeocoderInsufficientPrivileges("p"), "refused this program"),
        (exc.GeocoderQueryError("b"), "did not understand"),
        (exc.GeocoderServiceError("s"), "failed"),
    ],
)
def test_failures_are_told_in_our_words(failure: Exception, words: str) -> None:
    geocoder, _ = switched_on(failure)
    with pytest.raises(OnlineGeocoderFailed, match=words) as told:
        geocoder.geocode("Gao")
    assert isinstance(told.value, DatelineError)
    assert told.value.__cause__ is failure
    assert told.value.todo
