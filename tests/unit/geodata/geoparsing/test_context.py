import pytest

from geodata.domain.places import Place, PlaceId, PlaceKind
from geodata.geoparsing.containment import distance_km
from geodata.geoparsing.resolution.context import Anchor, Context


def place(
    name: str, lon: float, lat: float, country: str = "ML", kind=PlaceKind.SETTLEMENT
) -> Place:
    return Place(PlaceId(name), name, kind, lon, lat, country, "North")


def test_distance_of_a_degree_on_the_equator():
    assert distance_km(place("a", 0, 0), place("b", 1, 0)) == pytest.approx(111.19, abs=0.01)


def test_a_name_is_no_evidence_for_itself():
    mali = place("Mali", 0, 0, kind=PlaceKind.COUNTRY)
    context = Context([Anchor("mali", mali, 3.0)])
    assert context.country_share("ML", "mali") == 0.0
    assert context.country_share("ML", "gao") > 0.0


def test_nearer_places_weigh_more():
    context = Context([Anchor("kidal", place("Kidal", 1.4, 18.4), 1.0)])
    near, far = place("Gao", 0.0, 16.3), place("Gao", -2.2, 11.6, "BF")
    assert context.nearness(near, "gao") > context.nearness(far, "gao")


def test_shares_stay_within_one():
    anchors = [Anchor(str(n), place("Mali", 0, 0, kind=PlaceKind.COUNTRY), 9.0) for n in range(20)]
    context = Context(anchors)
    assert 0.0 <= context.country_share("ML", "gao") <= 1.0
    assert 0.0 <= context.nearness(place("Gao", 0, 0), "gao") <= 1.0
