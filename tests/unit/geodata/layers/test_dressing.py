from __future__ import annotations

import pytest
from small_book import SmallBook
from timeline_builders import base_place, claim, day, niger_claims, when

from geodata.domain.documents import Document, DocumentId, Publication
from geodata.domain.episodes import Certainty, CountRange
from geodata.domain.extractions import Extraction
from geodata.domain.mentions import PlaceMention, Role
from geodata.domain.places import Place, PlaceId, PlaceKind
from geodata.domain.spans import Span
from geodata.domain.times import on_day
from geodata.layers import (
    UNPLACED,
    Anchor,
    Form,
    Layer,
    Pole,
    describe,
    frame_marks,
    frame_tables,
    make_marks,
)
from geodata.layers.wording import count_words, on_words, range_words, since_words
from geodata.timeline import compile_courses, gather_facts

SAHEL = Place(PlaceId("region:sahel"), "the Sahel", PlaceKind.REGION, 5.0, 15.0)


def marks_of(claims, *read):
    facts = gather_facts(claims)
    return make_marks(compile_courses(facts), SmallBook(), read)


def read_of(mentions, published="2024-05-19", name="a"):
    """Return what was read of an article in which only places matter."""
    day_ = day(published)
    document = Document(
        DocumentId(name), name, name, "text", published=Publication(day_, on_day(day_))
    )
    return Extraction(document, tuple(mentions), (), ())


def drawn(claims, on="2024-05-20", known_by="2030-01-01", form=Form.TROOPS):
    return [m for m in frame_marks(marks_of(claims), day(on), day(known_by)) if m.form is form]


@pytest.fixture(scope="module")
def niger():
    return marks_of(niger_claims())


def test_a_country_is_a_plate_and_a_base_a_point():
    (plate,) = drawn([claim("present", "2024-05-01")])
    assert (plate.anchor, plate.country, plate.place_name) == (Anchor.COUNTRY, "NE", "Niger")
    (point,) = drawn([claim("operates", "2024-05-01", place=base_place())], form=Form.BASE)
    assert (point.anchor, point.lon, point.lat) == (Anchor.POINT, 8.0, 17.0)


def test_a_region_is_never_a_point():
    (mark,) = drawn([claim("present", "2024-05-01", host=None, place=SAHEL)])
    assert mark.anchor is Anchor.REGION
    assert mark.words.startswith("US forces in the Sahel: ")


def test_without_a_place_it_goes_to_the_tray():
    (mark,) = drawn([claim("present", "2024-05-01", host=None)])
    assert (mark.anchor, mark.lon, mark.lat) == (Anchor.NONE, None, None)


@pytest.mark.parametrize(
    ("actor", "code", "pole"),
    [
        ("US", "US", Pole.WEST),
        ("MINUSMA", "UN", None),
        ("Africa Corps", "RU", Pole.RUSSIA),
        ("Some Militia", "XX", None),
        ("FJ", "FJ", None),
    ],
)
def test_letters_of_actors(actor, code, pole):
    (mark,) = drawn([claim("present", "2024-05-01", actor=actor)])
    assert (mark.code, mark.pole) == (code, pole)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (
            claim("present", "2024-05-01", count="1001+"),
            "US forces in Niger: more than 1,000, present, attested on 1 May 2024; 1 source.",
        ),
        (
            claim("arrives", "2024-04-01..2024-04-30", actor="RU"),
            "Russian forces in Niger: number unknown, arrived in April 2024; 1 source.",
        ),
        (
            claim("to_withdraw", "2024-04-19", modality="agreed", count="1000"),
            "US forces in Niger: 1,000, to leave, agreed on 19 April 2024; 1 source.",
        ),
        (
            claim("to_withdraw", "2024-04-19", modality="demanded", deadline="2024-09-15"),
            (
                "US forces in Niger: number unknown, asked to leave, said on 19 April 2024, "
                "due out by 15 September 2024; 1 source."
            ),
        ),
        (
            claim("withdraws", "2023-07-26..2024-05-19", actor="FR", event="withdrawal_completed"),
            (
                "French forces in Niger: gone since some day from 26 July 2023 to 19 May 2024; "
                "1 source."
            ),
        ),
        (
            claim("withdraws", None, event="withdrawal_begun", reported="2024-05-20"),
            "US forces in Niger: number unknown, leaving since 20 May 2024 or before; 1 source.",
        ),
        (
            claim("present", "2024-05-01", actor="MINUSMA", host="ML"),
            "MINUSMA in Mali: number unknown, present, attested on 1 May 2024; 1 source.",
        ),
        (
            claim("present", "2024-05-01..2024-05-25", reported="2024-06-01"),
            (
                "US forces in Niger: number unknown, possibly there since some day from "
                "1 to 25 May 2024; 1 source."
            ),
        ),
    ],
)
def test_troops_in_words(told, words):
    (mark,) = drawn([told])
    assert mark.words == words


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (
            claim("to_close", "2024-05-01", place=base_place("Air Base 201")),
            "Air Base 201, Niger (US base): to close, said on 1 May 2024; 1 source.",
        ),
        (
            claim("handed_over", "2024-05-01", place=base_place(), target="NE"),
            "Camp Example, Niger (US base): handed over to Niger on 1 May 2024; 1 source.",
        ),
        (
            claim("operates", "2024-05-01"),
            "US base in Niger: operating, attested on 1 May 2024; 1 source.",
        ),
    ],
)
def test_bases_in_words(told, words):
    (mark,) = drawn([told], form=Form.BASE)
    assert mark.words == words


def test_after_the_deadline_the_words_say_that_nothing_is_confirmed(niger):
    (mark,) = [
        m
        for m in frame_marks(niger, day("2024-10-01"), day("2024-05-20"))
        if m.form is Form.TROOPS and m.actor == "US"
    ]
    assert mark.certainty is Certainty.UNCONFIRMED
    assert mark.words == (
        "US forces in Niger: 900 to 1,100 or more, leaving since 19 May 2024; "
        "exit scheduled, unconfirmed since 15 September 2024; 4 sources."
    )
    assert mark.label == "900–1,100+, leaving, unconfirmed"


def test_the_frame_in_words_begins_with_what_is_changing(niger):
    told = describe(niger, day("2024-05-20"), day("2024-05-20"))
    assert told.startswith(
        "US forces in Niger: 900 to 1,100 or more, leaving since 19 May 2024, "
        "due out by 15 September 2024; 4 sources. "
    )


def test_an_arrow_and_the_ground_it_leads_to_are_told_once():
    claims = [claim("toward", "2024-05-01", actor="NE", target="RU")]
    told = describe(marks_of(claims), day("2024-05-20"), day("2024-05-20"))
    assert told == "Niger leans toward Russia since 1 May 2024; 1 source."


def test_a_frame_without_claims_says_so(niger):
    for on, known_by in [("2020-01-01", "2024-05-20"), ("2024-05-20", "2020-01-01")]:
        assert (
            describe(niger, day(on), day(known_by))
            == "No claim in these articles speaks of this date."
        )


def test_bases_that_no_claim_speaks_of_are_there_for_reference(niger):
    found = [m for m in niger if m.form is Form.REFERENCE]
    assert [(m.place_name, m.code, m.claim_ids) for m in found] == [("Air Base 101", "US", ())]
    assert found[0].is_drawn(day("1990-01-01"), day("1990-01-01"))


def test_regions_are_drawn_where_texts_place_things_in_them():
    def mention(role, place):
        return PlaceMention(Span(0, 5), "Sahel", role, place)

    mentions = [
        mention(Role.LOCATION, SAHEL),
        mention(Role.LOCATION, SAHEL),
        mention(Role.ORG_PART, SAHEL),
        mention(Role.LOCATION, base_place()),
        mention(Role.LOCATION, None),
    ]
    regions = [m for m in marks_of([], read_of(mentions)) if m.layer is Layer.REGIONS]
    assert [(m.form, m.anchor, m.place_id) for m in regions] == [
        (Form.REGION, Anchor.REGION, "region:sahel")
    ]
    assert not [m for m in marks_of([], read_of(mentions[2:])) if m.layer is Layer.REGIONS]


def test_marks_do_not_depend_on_the_order_of_claims():
    claims = niger_claims()
    assert marks_of(claims) == marks_of(claims[::-1])


def test_every_mark_has_its_evidence_and_its_own_id(niger):
    assert len({m.id for m in niger}) == len(niger)
    for mark in niger:
        assert bool(mark.claim_ids) == (mark.form not in {Form.REFERENCE, Form.REGION})
        assert mark.words.endswith(".")


def test_tables_hold_the_frame_with_its_times():
    claims = [*niger_claims(), claim("present", "2024-05-01", actor="TR", host=None)]
    tables = frame_tables(marks_of(claims), day("2024-05-20"), day("2024-05-20"))
    assert set(tables) == {"alignment", "troops", "bases", "regions", "mentions", UNPLACED}
    assert {table.crs.to_epsg() for table in tables.values()} == {4326}
    troops = tables["troops"].set_index("actor")
    assert troops.loc["US", "count_low"] == 900
    assert str(troops.loc["US", "valid_from"]) == "2024-05-19 00:00:00+00:00"
    assert str(troops.loc["US", "valid_to"]) == "2024-09-16 00:00:00+00:00"
    assert str(troops.loc["FR", "valid_to"]) == "NaT"
    assert troops["known_to"].isna().all()
    assert (troops.loc["US"].geometry.x, troops.loc["US"].geometry.y) == (8.1, 17.6)
    assert tables[UNPLACED].geometry.isna().all()
    assert list(tables[UNPLACED]["actor"]) == ["TR"]


def test_an_empty_frame_has_empty_tables():
    tables = frame_tables([], day("2024-05-20"), day("2024-05-20"))
    assert [len(table) for table in tables.values()] == [0] * 6


@pytest.mark.parametrize(
    ("text", "words", "on", "since"),
    [
        ("2024-05-19", "19 May 2024", "on 19 May 2024", "since 19 May 2024"),
        ("2024-04-01..2024-04-30", "April 2024", "in April 2024", "since April 2024"),
        ("2023-01-01..2023-12-31", "2023", "in 2023", "since 2023"),
        (
            "2024-03-11..2024-03-20",
            "11 to 20 March 2024",
            "between 11 and 20 March 2024",
            "since some day from 11 to 20 March 2024",
        ),
    ],
)
def test_dates_in_words(text, words, on, since):
    date = when(text)
    assert range_words(date.earliest, date.latest) == words
    assert (on_words(date), since_words(date)) == (on, since)


def test_open_dates_in_words():
    assert on_words(when("..2024-05-20")) == "by 20 May 2024"
    assert since_words(when("..2024-05-20")) == "since 20 May 2024 or before"
    assert since_words(when(None)) == "since an unknown day"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (None, "number unknown"),
        (CountRange(1000, 1000), "1,000"),
        (CountRange(900, 1100), "900 to 1,100"),
        (CountRange(900, 1100, is_open=True), "900 to 1,100 or more"),
        (CountRange(1001, None, is_open=True), "more than 1,000"),
        (CountRange(0, None, is_open=True), "number unknown"),
        (CountRange(900, 1100, told=("about 1,000",)), "900 to 1,100 (“about 1,000”)"),
        (CountRange(1001, None, is_open=True, told=("More than 1,000",)), "more than 1,000"),
        (
            CountRange(0, 1100, is_open=True, told=("up to 500", "dozens", "over 900", "1,000")),
            "0 to 1,100 or more (“up to 500”, “dozens”, “over 900”, …)",
        ),
    ],
)
def test_counts_in_words(count, words):
    assert count_words(count) == words


def test_the_words_of_a_count_stand_apart_inside_brackets():
    about = CountRange(900, 1100, told=("about 1,000",))
    assert count_words(about, in_brackets=True) == "900 to 1,100; “about 1,000”"
    assert count_words(CountRange(5, 5), in_brackets=True) == "5"
