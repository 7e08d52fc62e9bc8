"""Days in each of the three orders, alone and as ranges."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.temporal import read_typed_date
from geodata.written_days import (
    DayStyle,
    day_and_month,
    day_style,
    day_words,
    days_between,
    days_between_yearless,
    short_day,
    write_days_as,
)


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = day_style()
    yield
    write_days_as(before)


DAY = date(2024, 9, 5)


@pytest.mark.parametrize(
    ("style", "long", "short", "yearless"),
    [
        (DayStyle.DAY_FIRST, "5 September 2024", "5 Sep 2024", "5 Sep"),
        (DayStyle.MONTH_FIRST, "September 5, 2024", "Sep 5, 2024", "Sep 5"),
        (DayStyle.ISO, "2024-09-05", "2024-09-05", "09-05"),
    ],
)
def test_a_day(style: DayStyle, long: str, short: str, yearless: str) -> None:
    write_days_as(style)
    assert (day_words(DAY), short_day(DAY), day_and_month(DAY)) == (long, short, yearless)


@pytest.mark.parametrize(
    ("style", "last", "told", "yearless"),
    [
        (DayStyle.DAY_FIRST, date(2024, 9, 9), "5 to 9 September 2024", "5–9 Sep"),
        (DayStyle.DAY_FIRST, date(2024, 10, 1), "5 September to 1 October 2024", "5 Sep – 1 Oct"),
        (
            DayStyle.DAY_FIRST,
            date(2025, 10, 1),
            "5 September 2024 to 1 October 2025",
            "5 Sep – 1 Oct",
        ),
        (DayStyle.MONTH_FIRST, date(2024, 9, 9), "September 5 to 9, 2024", "Sep 5–9"),
        (
            DayStyle.MONTH_FIRST,
            date(2024, 10, 1),
            "September 5 to October 1, 2024",
            "Sep 5 – Oct 1",
        ),
        (DayStyle.ISO, date(2024, 9, 9), "2024-09-05 to 2024-09-09", "09-05 – 09-09"),
    ],
)
def test_a_range(style: DayStyle, last: date, told: str, yearless: str) -> None:
    write_days_as(style)
    assert days_between(DAY, last, " to ") == told
    assert days_between_yearless(DAY, last) == yearless


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(DayStyle))
def test_what_is_shown_can_be_typed(day: date, style: DayStyle) -> None:
    write_days_as(style)
    for words in (day_words(day), short_day(day)):
        when = read_typed_date(words)
        assert (when.earliest, when.latest) == (day, day)
