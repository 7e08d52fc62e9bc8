"""One report printed twice is known again, and two reports of one event are not taken for it."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.documents import near_duplicates
from geodata.domain.documents import Document, DocumentId

WORDS = [
    "base",
    "force",
    "left",
    "town",
    "north",
    "army",
    "said",
    "river",
    "camp",
    "minister",
    "talks",
    "week",
    "road",
    "convoy",
]


def made_up(number: int, length: int = 300) -> str:
    chance = random.Random(number)
    return " ".join(chance.choice(WORDS) + str(chance.randrange(40)) for _ in range(length))


def documents(*texts: str) -> list[Document]:
    return [Document(DocumentId(f"d{at}"), f"d{at}.txt", "", text) for at, text in enumerate(texts)]


@pytest.mark.parametrize("length", [6, 60, 300, 3000])
def test_the_same_report_with_another_last_line_is_known_again(length: int) -> None:
    report = made_up(1, length)
    tail = " Also in this paper" if length > 20 else ""
    (found,) = near_duplicates(documents(report, made_up(2, length), report.upper() + tail))
    assert (found.document_id, found.like) == ("d2", "d0")
    assert found.share >= 0.8


def test_another_report_of_the_same_words_is_not() -> None:
    assert near_duplicates(documents(made_up(1), made_up(2), made_up(3))) == ()


def test_half_a_report_is_not_the_same_report() -> None:
    report = made_up(1)
    assert near_duplicates(documents(report, report[: len(report) // 2] + made_up(2, 150))) == ()


def test_a_hundred_copies_of_one_are_each_like_an_earlier_one() -> None:
    found = near_duplicates(documents(*[made_up(1)] * 100))
    assert len(found) == 99


@given(st.lists(st.text(max_size=200), max_size=5))
def test_any_texts_are_compared_and_none_is_like_itself(texts: list[str]) -> None:
    for found in near_duplicates(documents(*texts)):
        assert found.document_id != found.like
        assert 0.8 <= found.share <= 1.0
