import pickle
from pathlib import Path

import pytest

from geodata.domain.places import PlaceKind
from geodata.errors import GazetteerMissing
from geodata.gazetteer import Gazetteer
from geodata.gazetteer.sphere import distance_km

POINTS = (PlaceKind.SETTLEMENT, PlaceKind.BASE, PlaceKind.AIRPORT, PlaceKind.SITE)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Niger", "country:NE"),
        ("Nigeria", "country:NG"),
        ("Niger State", "admin1:NG-NI"),
        ("Niger River", "feature:niger-river"),
        ("Georgia", "country:GE"),
        ("Ga.", "admin1:US-GA"),
        ("Washington", "geonames:4140963"),
        ("Wash.", "admin1:US-WA"),
        ("D.C.", "geonames:4140963"),
        ("New York", "geonames:5128581"),
        ("Agadez", "geonames:2448085"),
        ("Agades", "geonames:2448085"),
        ("Agadès", "geonames:2448085"),
        ("AGADEZ", "geonames:2448085"),
        ("Agadez Region", "admin1:NE-1"),
        ("N'Djamena", "geonames:2427123"),
        ("N’Djamena", "geonames:2427123"),
        ("Ndjamena", "geonames:2427123"),
        ("Côte d’Ivoire", "country:CI"),
        ("Ivory Coast", "country:CI"),
        ("Burma", "country:MM"),
        ("Türkiye", "country:TR"),
        ("U.S.", "country:US"),
        ("DRC", "country:CD"),
        ("Palestine", "country:PS"),
        ("Gaza", "region:gaza-strip"),
        ("the Sahel", "region:sahel"),
        ("Base 201", "base:air-base-201"),
        ("Air Base 101", "base:air-base-101"),
        ("White House", "site:white-house"),
        ("Mano Dayak International Airport", "airport:DRZA"),
        ("Dirkou", "settlement:dirkou"),
        ("Saint Louis", "geonames:4407066"),
        ("Kent", "admin2:GB-KEN"),
        ("EU", "region:european-union"),
        ("Eu", "region:european-union"),
        ("Heathrow", "airport:EGLL"),
        ("Stansted", "airport:EGSS"),
        ("Dulles Airport", "airport:KIAD"),
        ("Charles de Gaulle Airport", "airport:LFPG"),
        ("JFK Airport", "airport:KJFK"),
        ("Manas Transit Center", "base:manas"),
        ("Fort Detrick", "base:fort-detrick"),
        ("Mt. Pinatubo", "feature:pinatubo"),
        ("Hedmark", "former:no-hedmark"),
        ("North Eastern Province", "former:ke-north-eastern"),
        ("Al Mayadin", "geonames:173480"),
        ("Labbezanga", "settlement:labbezanga"),
        ("Tel Rifaat", "geonames:163476"),
    ],
)
def test_a_bare_name_means_what_news_mean(gazetteer: Gazetteer, name: str, first: str) -> None:
    assert gazetteer.find(name)[0].id == first


def test_niger_is_never_nigeria(gazetteer: Gazetteer) -> None:
    assert "country:NG" not in {place.id for place in gazetteer.find("Niger")}
    assert "country:NE" not in {place.id for place in gazetteer.find("Nigeria")}
    assert gazetteer.demonym_countries("Nigerien") == ("NE",)
    assert gazetteer.demonym_countries("Nigeriens") == ("NE",)
    assert gazetteer.demonym_countries("Nigerian") == ("NG",)
    assert gazetteer.demonym_countries("Nigerians") == ("NG",)


def test_georgia_is_the_country_before_the_state(gazetteer: Gazetteer) -> None:
    assert [place.id for place in gazetteer.find("Georgia")[:2]] == ["country:GE", "admin1:US-GA"]


@pytest.mark.parametrize(
    "name", ["Nigerr", "Agadezz", "GAQ", "AJY", "Regional", "Al Mayadeen", "", "?!"]
)
def test_nothing_is_guessed_and_airport_codes_are_no_names(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.find(name) == ()


def test_every_alias_of_a_country_finds_that_country_alone_among_countries(
    gazetteer: Gazetteer,
) -> None:
    for country in gazetteer.countries():
        found = [place.id for place in gazetteer.find(country.name)]
        assert found[0] == country.id


def test_the_sahel_has_a_polygon_and_is_no_point(gazetteer: Gazetteer) -> None:
    sahel = gazetteer.find("Sahel")[0]
    shape = gazetteer.polygon(sahel.id)
    assert sahel.kind is PlaceKind.REGION
    assert sahel.kind not in POINTS
    assert sahel.radius_km > 500
    assert shape is not None
    assert shape.is_valid
    west, _, east, _ = shape.bounds
    assert west < -15
    assert east > 35


def test_every_region_of_the_supplement_has_a_valid_polygon(gazetteer: Gazetteer) -> None:
    regions = [p for name in ("Sahel", "Darfur", "Levant", "Crimea") for p in gazetteer.find(name)]
    for place in regions:
        if place.kind is PlaceKind.REGION:
            shape = gazetteer.polygon(place.id)
            assert shape is not None
            assert shape.is_valid
    assert gazetteer.polygon("country:NE") is None


@pytest.mark.parametrize(
    "name", ["March", "Share", "Most", "Mora", "Campbell", "May", "Us", "JFK", "Eu"]
)
def test_names_that_are_words_need_more_evidence(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.is_common_word(name)


@pytest.mark.parametrize(
    "name", ["Agadez", "Gao", "Niamey", "US", "U.S.", "EU", "Paris", "Pentagon"]
)
def test_names_that_are_only_places_do_not(gazetteer: Gazetteer, name: str) -> None:
    assert not gazetteer.is_common_word(name)


def test_bases_have_an_operator_and_lie_near_their_town(gazetteer: Gazetteer) -> None:
    bases = {base.id: base for base in gazetteer.bases()}
    agadez = gazetteer.find("Agadez")[0]
    base = bases["base:air-base-201"]
    assert distance_km((base.lat, base.lon), (agadez.lat, agadez.lon)) < 8
    assert gazetteer.base_operator("base:camp-lemonnier") == "US"
    assert gazetteer.base_operator("country:NE") is None
    assert all(gazetteer.base_operator(base_id) for base_id in bases)


def test_countries_know_their_neighbours(gazetteer: Gazetteer) -> None:
    assert gazetteer.neighbours("ne") == {"TD", "BJ", "DZ", "LY", "BF", "NG", "ML"}
    for country in gazetteer.countries():
        assert all(
            str(country.country) in gazetteer.neighbours(other)
            for other in gazetteer.neighbours(str(country.country))
        ) or country.country in {"HK", "MO", "CN", "GF", "FR", "MA", "EH", "ES", "GI", "US", "CU"}


def test_a_metonym_names_a_government(gazetteer: Gazetteer) -> None:
    assert gazetteer.metonym_country("the Kremlin") == "RU"
    assert gazetteer.metonym_country("Élysée") == "FR"
    assert gazetteer.metonym_country("Agadez") is None


def test_places_are_found_by_id(gazetteer: Gazetteer) -> None:
    place = gazetteer.place("admin1:NE-1")
    assert place is not None
    assert (place.kind, place.country) == (PlaceKind.ADMIN1, "NE")
    assert gazetteer.place("nowhere") is None
    assert gazetteer.country("XX") is None


def test_it_pickles_as_its_path(gazetteer: Gazetteer) -> None:
    again = pickle.loads(pickle.dumps(gazetteer))
    assert again.find("Niger") == gazetteer.find("Niger")


def test_a_missing_or_broken_file_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"no database at all" * 100)
    for path in (tmp_path / "missing.sqlite", broken):
        with pytest.raises(GazetteerMissing, match=path.name):
            Gazetteer(path).find("Niger")
