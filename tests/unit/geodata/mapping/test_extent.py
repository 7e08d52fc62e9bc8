"""The page opens on what the claims speak of."""

from __future__ import annotations

import pytest

from geodata.domain.claims import ClaimId
from geodata.layers.marks import Anchor, Form, Mark
from geodata.mapping import Extent, beyond, extent_of, extent_of_view, whole_extent
from tests.unit.geodata.mapping.map_scene import NIGER, a_mark


def whole(country: str, at: tuple[float, float], claims: int) -> Mark:
    ids = tuple(ClaimId(f"{country}{n}") for n in range(claims))
    return a_mark(
        country, Form.TROOPS, anchor=Anchor.COUNTRY, country=country, at=at, claim_ids=ids
    )


def holds(extent: Extent, lon: float, lat: float) -> bool:
    return extent.west <= lon <= extent.east and extent.south <= lat <= extent.north


def test_a_mark_of_a_whole_country_shows_the_whole_country() -> None:
    extent = extent_of([whole("NE", NIGER, 3)])
    assert holds(extent, 0.3, 13.6)
    assert holds(extent, 15.9, 23.0)
    assert not holds(extent, 35.0, 15.0)


def test_a_far_aside_does_not_shrink_the_theatre() -> None:
    extent = extent_of([whole("NE", NIGER, 12), whole("US", (-98.0, 39.0), 1)])
    assert not holds(extent, -98.0, 39.0)


def test_what_lies_beyond_a_view_is_told() -> None:
    near, far = a_mark("near", Form.BASE, at=NIGER), a_mark("far", Form.BASE, at=(121.0, 15.0))
    nowhere = a_mark("nowhere", Form.TROOPS, anchor=Anchor.NONE, at=None)
    assert beyond([near, far, nowhere], Extent(-10.0, 0.0, 30.0, 30.0)) == (far,)


def test_a_country_in_view_does_not_lie_beyond_though_its_middle_does() -> None:
    niger = whole("NE", NIGER, 1)
    assert beyond([niger], Extent(9.5, 9.0, 19.0, 15.0)) == ()
    assert beyond([niger], Extent(30.0, 9.0, 40.0, 15.0)) == (niger,)


def test_a_view_over_the_180th_meridian_holds_both_sides() -> None:
    fiji, samoa = (
        a_mark("fj", Form.BASE, at=(178.0, -18.0)),
        a_mark("ws", Form.BASE, at=(-172.0, -13.6)),
    )
    assert beyond([fiji, samoa], Extent(170.0, -30.0, 195.0, 0.0)) == ()
    assert beyond([fiji, samoa], Extent(-180.0, -30.0, -165.0, 0.0)) == (fiji,)


def test_a_far_place_with_as_many_claims_counts() -> None:
    extent = extent_of([whole("NE", NIGER, 3), whole("JP", (138.0, 36.0), 3)])
    assert holds(extent, 138.0, 36.0)
    assert holds(extent, *NIGER)


def test_one_town_is_not_shown_from_the_roof() -> None:
    extent = extent_of([a_mark("one", Form.BASE, at=(2.1, 13.5))])
    assert extent.east - extent.west >= 10


def test_without_claims_the_world_is_shown() -> None:
    reference = a_mark("ref", Form.REFERENCE, at=(2.0, 13.0), claim_ids=())
    assert extent_of([reference]).east - extent_of([reference]).west > 300


def test_the_extent_of_a_view_is_what_its_window_shows() -> None:
    world = extent_of_view(0.0, 10.0, 0.0, 256, 256)
    assert (world.west, world.east) == (-170.0, 190.0)
    assert world.north == pytest.approx(85.0511, abs=1e-4)
    assert world.south == pytest.approx(-world.north)
    near = extent_of_view(15.0, 20.0, 5.0, 800, 600)
    assert near.east - near.west == pytest.approx(800 / 256 / 32 * 360)
    # Mercator stretches away from the equator: the half nearer to the pole holds fewer degrees.
    assert near.north - 15.0 < 15.0 - near.south


# “Everything that is told” framed the theatre alone, and left the aside out of the picture.
def test_the_whole_holds_every_mark_and_what_it_must_hold_at_least() -> None:
    theatre = [whole("NE", NIGER, 12)]
    asides = [a_mark("far", Form.BASE, at=(139.5, 35.6)), a_mark("south", Form.BASE, at=(-70, -33))]
    most = extent_of([*theatre, *asides])
    assert beyond(asides, most) == tuple(asides)
    box = whole_extent([*theatre, *asides], most)
    assert beyond([*theatre, *asides], box) == ()
    assert box.west <= most.west
    assert box.north >= most.north
    assert whole_extent(theatre, most) == most
