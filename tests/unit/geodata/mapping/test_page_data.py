"""The page's data says of every mark what the mark says."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.domain.times import Days
from geodata.layers.marks import Form, Mark
from geodata.mapping import PageContent, page_data
from geodata.mapping.page_data import FIRST_DAY, LAST_DAY, day_number, read_marks
from tests.unit.geodata.mapping.map_scene import ON, a_mark, a_scene


def without_evidence(mark: Mark) -> Mark:
    return replace(mark, claim_ids=(), document_ids=())


def by_id(marks: tuple[Mark, ...]) -> dict[str, Mark]:
    return {mark.id: mark for mark in marks}


def test_columns_decode_to_the_marks() -> None:
    content = a_scene()
    told = by_id(read_marks(page_data(content)))
    assert told == {m.id: without_evidence(m) for m in content.marks}


def test_marks_stand_in_order_of_their_first_day() -> None:
    table = json.loads(page_data(a_scene()))
    starts = table["marks"]["vs"]
    assert starts == sorted(starts)
    assert len(set(starts)) > 3


def test_an_open_end_is_beyond_every_date() -> None:
    assert day_number(date.min) > FIRST_DAY
    assert day_number(date.max) < LAST_DAY


def test_evidence_travels_as_numbers_of_quotes_and_sources() -> None:
    content = a_scene()
    table = json.loads(page_data(content))
    at = [table["strings"][n] for n in table["marks"]["id"]].index("us-troops")
    quotes = [table["quotes"][n] for n in table["marks"]["quotes"][at]]
    assert [q[0] for q in quotes] == [1, 1, 2, 3, 4, 5]
    assert quotes[1][2:] == [1001, -1, "over 1,000"]
    assert table["marks"]["docs"][at] == [1, 2, 3, 4, 5]


def test_each_text_is_stored_once() -> None:
    table = json.loads(page_data(a_scene()))
    assert len(table["strings"]) == len(set(table["strings"]))
    assert table["strings"][0] == ""


def test_an_empty_content_shows_the_world() -> None:
    table = json.loads(page_data(PageContent("Nothing", ())))
    assert table["marks"]["id"] == []
    west, _, east, _ = table["extent"]
    assert east - west > 300


def test_the_extent_holds_every_claimed_place_and_ignores_reference_bases() -> None:
    marks = (
        a_mark("here", Form.BASE, at=(2.0, 13.0)),
        a_mark("far", Form.REFERENCE, at=(120.0, 50.0), claim_ids=()),
    )
    west, south, east, north = json.loads(page_data(PageContent("", marks)))["extent"]
    assert west < 2.0 < east < 60.0
    assert south < 13.0 < north


days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))


@given(start=st.none() | days, end=st.none() | days)
def test_spans_survive_the_round_trip(start: date | None, end: date | None) -> None:
    if start and end and start >= end:
        start, end = (end, start) if end < start else (start, None)
    mark = a_mark("one", Form.BASE, at=(2.0, 13.0), valid=Days(start, end), known=Days(ON, None))
    (told,) = read_marks(page_data(PageContent("", (mark,))))
    assert (told.valid, told.known) == (mark.valid, mark.known)


@pytest.mark.parametrize("text", ["</script><b>", "\u2028", "“é” {{ 7*7 }} {% x %}", "\x00\ud7ff"])
def test_any_text_survives_the_round_trip(text: str) -> None:
    mark = a_mark("one", Form.BASE, at=(2.0, 13.0), words=text, label=text)
    (told,) = read_marks(page_data(PageContent(text, (mark,))))
    assert (told.words, told.label) == (text, text)
