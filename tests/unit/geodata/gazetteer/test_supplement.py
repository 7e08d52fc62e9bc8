import csv
import json
import re

import pytest

from geodata.gazetteer import Gazetteer
from geodata.gazetteer.inputs import supplement
from geodata.gazetteer.inputs.packages import AIRPORTS, GEONAMES
from geodata.gazetteer.sphere import distance_km

TABLES = ["bases.csv", "regions.csv", "features.csv", "settlements.csv", "former.csv"]
# How far a base may lie from the airport code that its position is checked by.
NEAR_KM = 3.0
# Points this near each other count as one place: SOURCES.md.
TOLERANCE_KM = 161.0


def airport_points() -> dict[str, tuple[float, float]]:
    with AIRPORTS.file("airports.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["icao"]: (float(row["lat"]), float(row["lon"])) for row in rows if row["icao"]}


@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_a_source_and_lies_on_the_earth(name: str) -> None:
    rows = list(supplement.table(name))
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert row["source"], row
        assert None not in row, row
        assert -90 <= float(row["lat"]) <= 90
        assert -180 <= float(row["lon"]) <= 180


def test_every_region_has_its_polygon() -> None:
    assert {row.id for row in supplement.region_rows()} == set(supplement.shapes())


def test_common_words_are_sorted_single_and_no_country() -> None:
    listed = list(supplement.common_words())
    assert listed == sorted(set(listed))
    assert not {"niger", "mali", "chad", "agadez", "gao", "sahel"} & set(listed)


def test_demonyms_are_listed_once_a_country() -> None:
    rows = [(row["word"], row["country"]) for row in supplement.table("demonyms.csv")]
    assert len(set(rows)) == len(rows)


def test_a_base_lies_near_the_airport_it_names_or_tells_how_far_off_it_may_be() -> None:
    airports = airport_points()
    for row in supplement.table("bases.csv"):
        named = re.search(r"Airport data (?:ICAO )?(\w{4,5})$", row["source"])
        if row["position"] == "icao":
            assert named, row
            point = (float(row["lat"]), float(row["lon"]))
            assert distance_km(point, airports[named.group(1)]) <= NEAR_KM, row
        else:
            assert row["position"] == "own", row
            assert named is None, row
            assert float(row["radius_km"]) >= NEAR_KM, row


def test_our_towns_tell_how_far_off_they_may_be() -> None:
    for row in supplement.table("settlements.csv"):
        assert float(row["radius_km"]) >= 3, row


def test_continents_lie_where_geonames_puts_them() -> None:
    listed = json.loads(GEONAMES.file("continents.json").read_text(encoding="utf-8")).values()
    points = {entry["name"]: (float(entry["lat"]), float(entry["lng"])) for entry in listed}
    rows = [row for row in supplement.region_rows() if row.name in points]
    assert len(rows) == 6
    for row in rows:
        assert (row.lat, row.lon) == pytest.approx(points[row.name], abs=0.01)


@pytest.mark.parametrize("name", ["countries.csv", "subdivisions.csv"])
def test_a_point_of_our_own_tells_why(name: str) -> None:
    for row in supplement.table(name):
        assert bool(row["lat"]) == bool(row.get("why") or row.get("why_own_point")), row


@pytest.mark.parametrize("name", ["countries.csv", "subdivisions.csv"])
def test_a_middle_is_near_both_points_that_it_names(name: str) -> None:
    for row in supplement.table(name):
        why = row.get("why") or row.get("why_own_point") or ""
        if why.startswith("middle between"):
            pairs = re.findall(r"\((-?[\d.]+), (-?[\d.]+)\)", why)
            assert len(pairs) == 2, row
            own = (float(row["lat"]), float(row["lon"]))
            for lat, lon in pairs:
                assert distance_km(own, (float(lat), float(lon))) < TOLERANCE_KM, row


def test_each_corrected_spelling_names_a_place(gazetteer: Gazetteer) -> None:
    for name, place_id in supplement.spellings("also"):
        assert place_id in {place.id for place in gazetteer.find(name)}, name
    for name, place_id in supplement.spellings("never"):
        assert gazetteer.place(place_id) is not None, name
        assert place_id not in {place.id for place in gazetteer.find(name)}, name


def test_each_usual_name_of_an_airport_finds_it(gazetteer: Gazetteer) -> None:
    for icao, names in supplement.airport_names().items():
        for name in names:
            assert f"airport:{icao}" in {place.id for place in gazetteer.find(name)}, name
