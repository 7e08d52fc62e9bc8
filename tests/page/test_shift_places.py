"""A shift stands in its own country or has that country's name: else it is read of the neighbour."""

from __future__ import annotations

from datetime import date
from math import atan, degrees, pi, sinh
from pathlib import Path

import pytest
from shapely import Point

from geodata.layers import frame_marks
from geodata.layers.geography.countries import country_polygons
from geodata.mapping import Opening
from geodata.services import export_html
from tests.helpers.reader import Reader

pytestmark = pytest.mark.page
ON = date(2024, 5, 20)
BORDER = 0.35  # degrees that the page's coarse outlines are off, at most


@pytest.fixture(scope="module")
def exported(sample, resources, tmp_path_factory) -> Path:
    target = tmp_path_factory.mktemp("shifts") / "niger.html"
    export_html(sample, resources, target, Opening(ON, sample.last_known))
    return target


def place_of(page, mark_id: str) -> Point | None:
    """Return where a mark is drawn (lon, lat), or None where it is not."""
    at, zero, east = page.evaluate(
        "id => [dateline.markPixel(id), dateline.pixel(0, 0), dateline.pixel(10, 0)]", mark_id
    )
    if at is None:
        return None
    world = (east["x"] - zero["x"]) * 36
    lon = (at["x"] - zero["x"]) / world * 360
    return Point(lon, degrees(atan(sinh((zero["y"] - at["y"]) / world * 2 * pi))))


# From afar Burkina Faso has no room for an arrow beside the name of its capital; its arrow stood
# in Ghana, and read as if Ghana had turned to Russia.
@pytest.mark.parametrize("zoom", [4, 4.5, 5, 5.5, 6])
def test_a_shift_stands_in_its_country_or_has_its_name(browser, exported, sample, zoom):
    page = Reader(browser, exported).page
    page.evaluate("zoom => dateline.moveTo(14.5, 1.5, zoom)", zoom)
    page.wait_for_function("zoom => dateline.view().zoom === zoom && dateline.isAtRest()", arg=zoom)
    labels = page.evaluate("dateline.labels()")
    polygons = country_polygons()
    shifts = {
        mark.country: mark
        for mark in frame_marks(sample.marks, ON, sample.last_known)
        if mark.form == "shift"
    }
    assert {"BF", "ML"} <= shifts.keys()
    names = {"BF": "BURKINA FASO", "ML": "MALI", "NE": "NIGER"}
    seen = 0
    for country, mark in shifts.items():
        place = place_of(page, mark.id)
        if place is None:
            continue
        seen += 1
        is_at_home = polygons[country].distance(place) < BORDER
        assert is_at_home or names[country] in labels, (country, place)
    assert seen >= 2
