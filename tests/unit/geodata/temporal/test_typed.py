from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.domain.times import Precision
from geodata.errors import UnclearDate
from geodata.temporal import read_typed_date, step_typed

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2190, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2024-05-19", "2024-05-19", "2024-05-19", Precision.DAY),
        (" 19 May 2024 ", "2024-05-19", "2024-05-19", Precision.DAY),
        ("19 may 2024", "2024-05-19", "2024-05-19", Precision.DAY),
        ("May 19 2024", "2024-05-19", "2024-05-19", Precision.DAY),
        ("May 19, 2024", "2024-05-19", "2024-05-19", Precision.DAY),
        ("Sept. 3, 2024", "2024-09-03", "2024-09-03", Precision.DAY),
        ("19/05/2024", "2024-05-19", "2024-05-19", Precision.DAY),
        ("05/05/2024", "2024-05-05", "2024-05-05", Precision.DAY),
        ("May 2024", "2024-05-01", "2024-05-31", Precision.MONTH),
        ("2024-02", "2024-02-01", "2024-02-29", Precision.MONTH),
        ("2024", "2024-01-01", "2024-12-31", Precision.YEAR),
    ],
)
def test_what_a_person_types(text, first, last, precision):
    found = read_typed_date(text)
    assert (str(found.earliest), str(found.latest), found.precision) == (first, last, precision)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "May", "19 May", "03/04/2024", "2024-13", "2024-02-30", "31 February 2024",
     "from 3 to 9 May 2024", "19 May 2024 or so", "last week", "0000", "1990s"],
)  # fmt: skip
def test_what_is_unclear_is_refused_with_a_hint(text):
    with pytest.raises(UnclearDate, match="Write it as"):
        read_typed_date(text)


@given(DAYS)
def test_iso_days_round_trip(day):
    assert read_typed_date(day.isoformat()).earliest == day
    assert read_typed_date(day.isoformat()).is_exact


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("+1w", "2024-02-07"),
        ("-3d", "2024-01-28"),
        ("+1m", "2024-02-29"),
        ("+13 months", "2025-02-28"),
        ("−1y", "2023-01-31"),
    ],
)
def test_a_step_is_taken_from_a_day(text, day):
    assert str(step_typed(text, date(2024, 1, 31))) == day


@pytest.mark.parametrize("text", ["1w", "+w", "+1x", "next week", "-9999y"])
def test_what_is_no_step_is_refused(text):
    with pytest.raises(UnclearDate):
        step_typed(text, date(2024, 1, 31))


@given(DAYS, st.integers(0, 999), st.sampled_from("dw"))
def test_steps_of_days_and_weeks_undo_each_other(day, amount, unit):
    try:
        there = step_typed(f"+{amount}{unit}", day)
    except UnclearDate:
        return
    assert step_typed(f"-{amount}{unit}", there) == day
