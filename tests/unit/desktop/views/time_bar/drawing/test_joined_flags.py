"""Deadlines that sources set for one thing a few days apart are one flag with its range."""

from __future__ import annotations

from datetime import date

from desktop.views.time_bar.drawing.flags import Flag, flags_of
from geodata.domain.facts import FactId
from geodata.domain.times import Days
from geodata.timeline import AxisDeadline

ALWAYS = Days(date(2024, 5, 1), None)


def due(day: date, fact: str = "us", what: str = "US out") -> AxisDeadline:
    return AxisDeadline(day, f"{what} by {day.day} {day:%b}", FactId(fact), ALWAYS, what)


def test_a_day_and_the_middle_of_its_month_are_one_flag() -> None:
    # “by 15 September at the latest” and “mid-September”, which reaches to the 20th.
    joined = flags_of([due(date(2024, 9, 20)), due(date(2024, 9, 15))])
    assert joined == (Flag(date(2024, 9, 15), date(2024, 9, 20), "US out by 15–20 Sep"),)


def test_one_deadline_keeps_its_words() -> None:
    assert flags_of([due(date(2024, 9, 15))]) == (
        Flag(date(2024, 9, 15), date(2024, 9, 15), "US out by 15 Sep"),
    )


def test_phases_of_a_withdrawal_and_other_things_stay_apart() -> None:
    deadlines = [
        due(date(2024, 7, 15)),
        due(date(2024, 9, 15)),
        due(date(2024, 9, 16), "fr", "French out"),
    ]
    assert [flag.label for flag in flags_of(deadlines)] == [
        "US out by 15 Jul",
        "US out by 15 Sep",
        "French out by 16 Sep",
    ]


def test_a_range_over_the_end_of_a_month_names_both() -> None:
    [flag] = flags_of([due(date(2024, 9, 28)), due(date(2024, 10, 3))])
    assert flag.label == "US out by 28 Sep – 3 Oct"


def test_a_deadline_of_a_later_year_than_its_source_names_the_year() -> None:
    known = Days(date(2023, 12, 5), None)
    days = (date(2024, 9, 15), date(2024, 9, 20))
    [flag] = flags_of(AxisDeadline(d, "US out by", FactId("f"), known, "US out") for d in days)
    assert flag.label == "US out by 15–20 Sep 2024"
