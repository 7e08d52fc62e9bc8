"""The month axis is never crowded."""

from __future__ import annotations

import itertools
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop.views.time_bar import scale as scales
from desktop.views.time_bar.drawing.calendar_ticks import axis_ticks
from desktop.views.time_bar.scale import Scale


@given(
    st.floats(1, date.max.toordinal() - 1),
    st.floats(scales.LEAST_PX_PER_DAY, scales.MOST_PX_PER_DAY),
    st.floats(200, 2500),
)
def test_ticks_stand_apart_and_on_the_track(left: float, px_per_day: float, width: float) -> None:
    scale = Scale(left, px_per_day, width)
    places = [scale.x_of(tick.day) for tick in axis_ticks(scale)]
    assert all(0 <= x <= width for x in places)
    # February is a tenth shorter than the mean month.
    assert all(b - a >= 48 * 0.9 for a, b in itertools.pairwise(places))


def test_a_year_shows_its_months() -> None:
    scale = scales.fit(date(2024, 1, 1), date(2024, 12, 31), 1000)
    labels = [tick.label for tick in axis_ticks(scale)]
    assert labels[:4] == ["2024", "Feb", "Mar", "Apr"]


def test_a_century_shows_round_years() -> None:
    scale = scales.fit(date(1920, 1, 1), date(2024, 12, 31), 1000)
    assert [tick.label for tick in axis_ticks(scale)][:3] == ["1920", "1930", "1940"]


def test_a_week_shows_its_days() -> None:
    scale = scales.fit(date(2024, 5, 13), date(2024, 5, 19), 1000)
    assert "15 May" in [tick.label for tick in axis_ticks(scale)]
