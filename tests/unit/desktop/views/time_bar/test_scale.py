"""Days and pixels agree, whatever the zoom."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.views.time_bar import scale as scales
from desktop.views.time_bar.scale import LEAST_PX_PER_DAY, MOST_PX_PER_DAY, Scale

days = st.dates(date(1900, 1, 1), date(2200, 1, 1))
widths = st.floats(200, 4000)
a_scale = st.builds(
    Scale,
    left_day=st.floats(690000, 760000),
    px_per_day=st.floats(0.01, 40),
    width_px=widths,
)


@given(a_scale, days)
def test_a_day_begins_where_the_day_before_ends(scale: Scale, day: date) -> None:
    assert scale.end_of(day) == pytest.approx(scale.x_of(day + timedelta(days=1)), abs=1e-6)


@given(a_scale, days)
def test_a_day_holds_its_first_pixel_and_not_its_end(scale: Scale, day: date) -> None:
    assume(scale.px_per_day > 0.05)
    assert scale.day_at(scale.x_of(day)) == day
    assert scale.day_at(scale.middle_of(day)) == day
    assert scale.day_at(scale.end_of(day)) == day + timedelta(days=1)


@given(a_scale, st.floats(0.1, 10), st.floats(0, 1))
def test_the_moment_under_the_pointer_stays(scale: Scale, factor: float, share: float) -> None:
    at_px = share * scale.width_px
    before = scale.left_day + at_px / scale.px_per_day
    after = scales.zoom(scale, factor, at_px)
    assert after.left_day + at_px / after.px_per_day == pytest.approx(before, rel=1e-12)


@given(a_scale, st.floats(0.1, 10), st.floats(0, 1))
def test_zooming_in_and_out_comes_back(scale: Scale, factor: float, share: float) -> None:
    assume(LEAST_PX_PER_DAY < scale.px_per_day * factor < MOST_PX_PER_DAY)
    at_px = share * scale.width_px
    back = scales.zoom(scales.zoom(scale, factor, at_px), 1 / factor, at_px)
    assert back.px_per_day == pytest.approx(scale.px_per_day)
    assert back.left_day == pytest.approx(scale.left_day, abs=1e-3)


@given(a_scale, st.floats(1e-9, 1e9))
def test_zoom_has_limits(scale: Scale, factor: float) -> None:
    zoomed = scales.zoom(scale, factor, 0)
    assert LEAST_PX_PER_DAY <= zoomed.px_per_day <= MOST_PX_PER_DAY


@given(days, st.integers(0, 40000), widths)
def test_fit_shows_every_day(first: date, length: int, width: float) -> None:
    last = first + timedelta(days=length)
    scale = scales.fit(first, last, width)
    assert scale.x_of(first) >= -1e-6
    assert scale.end_of(last) <= width + 1e-6


@given(a_scale, widths)
def test_another_width_shows_the_same_days(scale: Scale, width: float) -> None:
    resized = scales.resize(scale, width)
    assert resized.left_day == scale.left_day
    assert resized.right_day == pytest.approx(scale.right_day)


@given(a_scale, days)
def test_reveal_brings_a_day_into_sight_and_no_further(scale: Scale, day: date) -> None:
    shown = scales.reveal(scale, day)
    assert -1e-3 <= shown.middle_of(day) <= scale.width_px + 1e-3
    if 24 <= scale.middle_of(day) <= scale.width_px - 24:
        assert shown == scale


def test_snapping_takes_the_nearest_day_within_reach() -> None:
    scale = scales.fit(date(2024, 1, 1), date(2024, 12, 31), 1000)
    ticks = [date(2024, 5, 10), date(2024, 5, 12)]
    near = scale.middle_of(date(2024, 5, 12)) + 3
    assert scales.snapped(scale, near, ticks, 6) == date(2024, 5, 12)
    assert scales.snapped(scale, near, ticks, -1) == date(2024, 5, 13)


def test_the_ends_of_the_calendar_are_no_trap() -> None:
    scale = Scale(date.max.toordinal(), 1, 500)
    assert scale.day_at(499) == date.max
    assert Scale(1, 1, 500).day_at(-50) == date.min
