"""Dates and counts in words say what is known, and no more."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.wording.words import count_words, date_words, listed, plural, short_date, slug
from geodata.domain.mentions import Count, Qualifier
from geodata.domain.spans import Span
from geodata.domain.times import UncertainDate

D = date


@pytest.mark.parametrize(
    ("first", "last", "long", "short"),
    [
        (D(2024, 5, 19), D(2024, 5, 19), "19 May 2024", "19 May 2024"),
        (D(2024, 3, 11), D(2024, 3, 20), "between 11 and 20 March 2024", "11–20 Mar 2024"),
        (None, D(2024, 9, 15), "by 15 September 2024", "by 15 Sep 2024"),
        (D(2024, 9, 15), None, "from 15 September 2024", "from 15 Sep 2024"),
        (D(2024, 2, 1), D(2024, 2, 29), "February 2024", "Feb 2024"),
        (D(2023, 1, 1), D(2023, 12, 31), "2023", "2023"),
        (None, None, "date unknown", "date unknown"),
        (
            D(2023, 7, 2),
            D(2024, 5, 20),
            "between 2 July 2023 and 20 May 2024",
            "Jul 2023 – May 2024",
        ),
        (
            D(2024, 4, 28),
            D(2024, 5, 4),
            "between 28 April and 4 May 2024",
            "28 Apr – 4 May 2024",
        ),
    ],
)
def test_dates(first: date | None, last: date | None, long: str, short: str) -> None:
    when = UncertainDate(first, last)
    assert date_words(when) == long
    assert short_date(when) == short


@given(st.dates(), st.dates())
def test_every_range_can_be_told(one: date, other: date) -> None:
    when = UncertainDate(min(one, other), max(one, other))
    assert str(when.latest.year if when.latest else "") in date_words(when)
    assert short_date(when)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(1000, 1000, "1,000"), (900, 1100, "900 to 1,100"), (1001, None, "1,001 or more")],
)
def test_counts(low: int, high: int | None, words: str) -> None:
    assert count_words(Count(low, high, Qualifier.ABOUT, "", Span(0, 1))) == words


def test_numbers_and_lists() -> None:
    assert plural(1, "claim") == "1 claim"
    assert plural(2000, "claim") == "2,000 claims"
    assert listed(["1", "3", "5"]) == "1, 3 and 5"
    assert listed(["1"]) == "1"
    assert listed([]) == ""


@pytest.mark.parametrize(
    ("text", "low", "high", "qualifier", "words"),
    [
        ("about 1,000", 900, 1100, Qualifier.ABOUT, "“about 1,000”: 900 to 1,100"),
        ("up to 60", 0, 60, Qualifier.UNDER, "“up to 60”: 0 to 60"),
        ("over 1,000", 1001, None, Qualifier.OVER, "“over 1,000”: 1,001 or more"),
        ("1,000", 1000, 1000, Qualifier.EXACT, "1,000"),
    ],
)
def test_a_hedged_number_keeps_the_word_that_hedges_it(text, low, high, qualifier, words):
    assert count_words(Count(low, high, qualifier, text, Span(0, len(text)))) == words


def test_a_headline_becomes_a_short_name_of_a_file():
    headline = (
        "Last reported on 15 September 2024: 1,000 US troops in Niger, Agadez’s base handed over"
    )
    assert slug(headline) == "last-reported-on-15-september-2024-1-000-us-troops-in-niger"
    assert slug("Wer bleibt in Čad? ÉTAT") == "wer-bleibt-in-čad-état"
    assert slug("???") == ""


@given(st.text(max_size=200), st.integers(1, 80))
def test_a_short_name_keeps_to_its_letters_and_whole_words(title, most):
    short = slug(title, most)
    assert len(short) <= most
    assert not set(short) & set(' <>:"/\\|?*.\n')
    whole = slug(title, 10_000).split("-")
    assert short.split("-")[:-1] == whole[: short.count("-")]
    assert short == "" or len(whole[0]) > most or short.split("-")[-1] in whole
