"""The committed basemap is small, complete and fits together."""

from __future__ import annotations

import json
from typing import Any

import resources
from geodata.layers.marks import Form
from geodata.mapping.assets import BASEMAP
from geodata.mapping.basemap_cut import cut_basemap
from geodata.mapping.content import Extent
from tests.unit.geodata.mapping.map_scene import a_mark

SAHEL = Extent(-10.0, 8.0, 20.0, 26.0)
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def points(text: str, grid: list[float]) -> list[tuple[float, float]]:
    """Decode one compact line, written anew from the format's description."""
    numbers, value, shift = [], 0, 0
    for letter in text:
        digit = ALPHABET.index(letter)
        value |= (digit & 31) << shift
        shift += 5
        if digit < 32:
            numbers.append(-((value + 1) >> 1) if value & 1 else value >> 1)
            value = shift = 0
    x = y = 0
    found = []
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        found.append((x * grid[0] + grid[2], y * grid[1] + grid[3]))
    return found


def world(name: str) -> dict[str, Any]:
    table: dict[str, Any] = json.loads(resources.read_text(f"basemap/{name}.json"))
    return table


def ring(table: dict[str, Any], numbers: list[int]) -> list[tuple[float, float]]:
    arcs = [points(table["arcs"][n if n >= 0 else ~n], table["grid"]) for n in numbers]
    return [p for n, arc in zip(numbers, arcs, strict=True) for p in (arc if n >= 0 else arc[::-1])]


def test_all_files_together_stay_under_eight_megabytes() -> None:
    sizes = {name: len(resources.read_bytes(f"basemap/{name}")) for name in BASEMAP}
    assert sum(sizes.values()) < 8_000_000, sizes


def test_countries_bear_iso_codes_and_lie_where_they_lie() -> None:
    for name, least in (("world_110m", 170), ("world_50m", 230), ("world_10m", 245)):
        table = world(name)
        by_code = {c["id"]: c for c in table["countries"]}
        assert len(table["countries"]) >= least
        lon, lat = by_code["NE"]["at"]
        assert 5 < lon < 12, name
        assert 14 < lat < 21, name
        assert {"ML", "BF", "TD", "FR", "US", "RU", "XK"} <= set(by_code)


def test_rings_are_closed_and_made_of_arcs_that_meet() -> None:
    table = world("world_50m")
    niger = next(c for c in table["countries"] if c["id"] == "NE")
    line = ring(table, niger["polygons"][0][0])
    assert line[0] == line[-1]
    assert all(0.1 < lon < 16.1 and 11.6 < lat < 23.7 for lon, lat in line)


def test_a_cut_holds_the_countries_in_view_with_arcs_of_their_own() -> None:
    cut = cut_basemap(SAHEL, [a_mark("one", Form.BASE, at=(2.0, 13.0))])
    whole = world("world_10m")
    kept = {c["id"]: c for c in cut["world_10m"]["countries"]}
    assert {"NE", "ML", "DZ", "NG"} <= set(kept)
    assert not {"US", "AU", "CN"} & set(kept)
    before = next(c for c in whole["countries"] if c["id"] == "NE")
    first = ring(whole, before["polygons"][0][0])
    assert ring(cut["world_10m"], kept["NE"]["polygons"][0][0]) == first
    assert set(cut["admin1"]["countries"]) == {"NE"}


def test_a_cut_keeps_near_towns_and_the_largest_of_the_world() -> None:
    towns = cut_basemap(SAHEL, [])["towns"]
    assert len({len(column) for column in towns.values()}) == 1
    assert {"Niamey", "Agadez", "Tokyo"} <= set(towns["name"])
    assert "Adelaide" not in [n for n, z in zip(towns["name"], towns["zoom"], strict=True) if z > 3]


def test_each_country_has_one_capital_of_a_name() -> None:
    towns = world("towns")
    rows = zip(towns["name"], towns["capital"], strict=True)
    assert [name for name, is_capital in rows if is_capital].count("Washington") == 1
