"""The page's data says of every mark what the mark says."""

from __future__ import annotations

import struct
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.domain.episodes import CountRange
from geodata.domain.times import Days
from geodata.errors import PageError
from geodata.layers.marks import Form, Mark
from geodata.mapping import PageContent, page_data
from geodata.mapping.columns import Column, make, pack, unpack
from geodata.mapping.page_data import FIRST_DAY, LAST_DAY, day_number, read_marks, read_texts
from tests.unit.geodata.mapping.map_scene import ON, a_mark, a_scene


def without_evidence(mark: Mark) -> Mark:
    return replace(mark, claim_ids=(), document_ids=())


def by_id(marks: tuple[Mark, ...]) -> dict[str, Mark]:
    return {mark.id: mark for mark in marks}


def lists(columns: dict[str, Column], name: str, number: int) -> list[Any]:
    at = columns[f"{name}_at"]
    return list(columns[name][at[number] : at[number + 1]])


def test_columns_decode_to_the_marks() -> None:
    content = a_scene()
    told = by_id(read_marks(page_data(content)))
    assert told == {m.id: without_evidence(m) for m in content.marks}


def test_marks_stand_in_order_of_their_first_day() -> None:
    _, columns = unpack(page_data(a_scene()))
    starts = list(columns["vs"])
    assert starts == sorted(starts)
    assert len(set(starts)) > 3


def test_an_open_end_is_beyond_every_date() -> None:
    assert day_number(date.min) > FIRST_DAY
    assert day_number(date.max) < LAST_DAY


def test_evidence_travels_as_numbers_of_quotes_and_sources() -> None:
    _, columns = unpack(page_data(a_scene()))
    texts = read_texts(columns)
    at = [texts[n] for n in columns["id"]].index("us-troops")
    quotes = lists(columns, "quotes", at)
    assert [columns["quote_source"][q] for q in quotes] == [1, 1, 2, 3, 4, 5]
    second = quotes[1]
    assert (columns["quote_low"][second], columns["quote_high"][second]) == (1001, -1)
    assert texts[columns["quote_words"][second]] == "over 1,000"
    assert lists(columns, "docs", at) == [1, 2, 3, 4, 5]


def test_each_text_is_stored_once() -> None:
    texts = read_texts(unpack(page_data(a_scene()))[1])
    assert len(texts) == len(set(texts))
    assert texts[0] == ""


def test_an_empty_content_shows_the_world() -> None:
    header, columns = unpack(page_data(PageContent("Nothing", ())))
    assert header["size"] == len(columns["id"]) == 0
    west, _, east, _ = header["extent"]
    assert east - west > 300


def test_the_extent_holds_every_claimed_place_and_ignores_reference_bases() -> None:
    marks = (
        a_mark("here", Form.BASE, at=(2.0, 13.0)),
        a_mark("far", Form.REFERENCE, at=(120.0, 50.0), claim_ids=()),
    )
    west, south, east, north = unpack(page_data(PageContent("", marks)))[0]["extent"]
    assert west < 2.0 < east < 60.0
    assert south < 13.0 < north


def test_a_count_beyond_what_a_column_holds_is_the_most_it_holds() -> None:
    mark = a_mark("one", Form.TROOPS, at=(2.0, 13.0), count=CountRange(5, 10**12))
    (told,) = read_marks(page_data(PageContent("", (mark,))))
    assert told.count == CountRange(5, 2**31 - 1)


def test_columns_begin_where_typed_arrays_may_begin() -> None:
    data = pack(
        {"a": "é"}, {"x": make("u8", b"abc"), "y": make("f64", [0.5]), "z": make("i32", [-7])}
    )
    assert len(data) % 8 == 0
    assert data.index(struct.pack("<d", 0.5)) % 8 == 0
    header, columns = unpack(data)
    assert header == {"a": "é"}
    assert [list(column) for column in columns.values()] == [list(b"abc"), [0.5], [-7]]


def test_a_column_is_as_narrow_as_its_numbers_allow() -> None:
    columns = {
        "a": make("u32", [0, 255]),
        "b": make("u32", [256]),
        "c": make("u32", [65536]),
        "d": make("i32", [-32768, 32767]),
        "e": make("i32", [32768]),
    }
    _, told = unpack(pack({}, columns))
    assert {name: list(column) for name, column in told.items()} == {
        name: list(column) for name, column in columns.items()
    }
    assert [column.itemsize for column in told.values()] == [1, 2, 4, 2, 4]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"{}", "not in columns"),
        (b"DLCB" + b"\1" * 12, "version"),
        (pack({}, {"x": make("u8", b"a" * 64)})[:-9], "ends inside"),
    ],
)
def test_what_is_no_page_data_is_told(data: bytes, what: str) -> None:
    with pytest.raises(PageError, match=what):
        unpack(data)


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
