"""No claim is lost or doubled when days become weeks or months."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.views.time_bar.drawing.bins import (
    Bin,
    bin_counts,
    bin_end,
    bin_start,
    choose_bin,
    round_mark,
)
from geodata.domain.layers import Layer
from geodata.timeline import DayCount

counts = st.lists(
    st.builds(
        DayCount,
        day=st.dates(date(2020, 1, 1), date(2025, 1, 1)),
        layer=st.sampled_from([Layer.BASES, Layer.TROOPS, Layer.ALIGNMENT]),
        weight=st.floats(0.01, 20),
        is_vague=st.booleans(),
    ),
    max_size=40,
)


@given(counts, st.sampled_from(Bin))
def test_every_claim_is_in_one_bar(given_counts: list[DayCount], unit: Bin) -> None:
    bars = bin_counts(given_counts, unit)
    assert sum(bar.total for bar in bars) == pytest.approx(sum(c.weight for c in given_counts))
    for one, other in itertools.pairwise(bars):
        assert one.end <= other.start


@given(st.dates(), st.sampled_from(Bin))
def test_a_day_lies_in_its_bar(day: date, unit: Bin) -> None:
    start = bin_start(day, unit)
    assert start <= day
    if day < date(9999, 12, 1):
        assert day < bin_end(start, unit)


def test_a_week_begins_on_monday_and_a_leap_february_has_29_days() -> None:
    assert bin_start(date(2024, 5, 19), Bin.WEEK) == date(2024, 5, 13)
    february = date(2024, 2, 1)
    assert (bin_end(february, Bin.MONTH) - february).days == 29


def test_bins_grow_coarser_as_days_grow_narrow() -> None:
    chosen = [choose_bin(px, day_from_px=3.2, week_from_px=0.5) for px in (5, 3.2, 3, 0.5, 0.4)]
    assert chosen == [Bin.DAY, Bin.DAY, Bin.WEEK, Bin.WEEK, Bin.MONTH]


@pytest.mark.parametrize(("most", "mark"), [(0.3, 1), (4, 2), (7, 5), (14, 10), (999, 500)])
def test_the_mark_is_round_and_under_the_top(most: float, mark: int) -> None:
    assert round_mark(most) == mark
