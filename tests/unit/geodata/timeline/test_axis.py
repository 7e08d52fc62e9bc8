from __future__ import annotations

from datetime import date, timedelta

import pytest
from timeline_builders import base_place, claim, day, niger_claims, when

from geodata.domain.documents import Document, DocumentId, Publication
from geodata.domain.layers import Layer
from geodata.domain.times import Days
from geodata.timeline import change_days, compile_courses, compile_episodes, gather_facts, make_axis


def axis_of(claims, documents=()):
    facts = gather_facts(claims)
    return make_axis(compile_courses(facts), documents)


def paper(name, best, within=None, is_stated=True):
    published = Publication(best and day(best), when(within or best), "", is_stated)
    return Document(DocumentId(name), name, name, "", published=published)


def test_the_axis_holds_all_that_is_told_and_six_weeks_after_the_deadline():
    axis = axis_of(niger_claims())
    assert axis.first_day == day("2023-07-01") - timedelta(days=14)
    assert axis.last_day == day("2024-09-15") + timedelta(days=42)
    assert axis.last_source_day == day("2024-05-20")


def test_a_claim_counts_once_on_its_day_and_spread_when_vague():
    axis = axis_of(
        [
            claim("present", "2024-04-20"),
            claim("operates", "2024-04-11..2024-04-20"),
            claim("arrives", "2024-04-01..2024-04-30"),
        ]
    )
    exact = {(c.day, c.layer): c.weight for c in axis.day_counts if not c.is_vague}
    assert exact == {
        (day("2024-04-20"), Layer.TROOPS): 1.0,
        (day("2024-04-11"), Layer.BASES): 1.0,
    }
    vague = [c for c in axis.day_counts if c.is_vague]
    assert len(vague) == 30
    assert sum(c.weight for c in vague) == pytest.approx(1.0)


def test_every_claim_with_a_date_is_counted_once():
    claims = [*niger_claims(), claim("present", None, reported=None, host="ML")]
    assert sum(c.weight for c in axis_of(claims).day_counts) == pytest.approx(len(claims) - 1)


def test_rejected_claims_are_not_counted():
    assert axis_of([claim("present", "2024-04-20", review="rejected")]).day_counts == ()


def test_ticks_are_told_in_words_and_sources_of_one_step_share_a_tick():
    axis = axis_of(niger_claims())
    labels = [event.label for event in axis.events]
    assert labels == [
        "coup",
        "Russian forces arrive",
        "French forces gone from Niger",
        "pact revoked",
        "closer ties",
        "US exit agreed",
        "Air Base 201 to close",
        "US exit begins",
        "US exit planned",
    ]
    (agreed,) = [event for event in axis.events if event.label == "US exit agreed"]
    assert len(agreed.claim_ids) == 2
    assert agreed.known == Days(day("2024-04-20"), None)


def test_a_deadline_is_known_from_its_first_source():
    (deadline,) = axis_of(niger_claims()).deadlines
    assert (deadline.day, deadline.label) == (day("2024-09-15"), "US out by 15 Sep")
    assert deadline.known == Days(day("2024-05-19"), None)


def test_publications_are_in_order_and_the_undated_come_last():
    papers = [
        paper("c", None),
        paper("b", "2024-05-10", "2024-05-01..2024-06-18", is_stated=False),
        paper("a", "2024-04-20"),
    ]
    axis = axis_of([claim("present", "2024-04-20", reported="2024-04-20")], papers)
    assert [item.document_id for item in axis.publications] == ["a", "b", "c"]
    assert [item.is_stated for item in axis.publications] == [True, False, True]
    assert axis.last_source_day == day("2024-05-10")


def test_no_claims_at_all_still_make_an_axis():
    axis = axis_of([], [paper("a", "2024-04-20")])
    assert axis.first_day < axis.last_source_day < axis.last_day
    assert (axis.events, axis.deadlines, axis.day_counts) == ((), (), ())
    assert axis_of([]).last_source_day >= date(2024, 1, 1)


def test_days_at_the_ends_of_the_calendar_do_no_harm():
    axis = axis_of([claim("present", "0001-01-01"), claim("to_open", deadline="9999-12-31")])
    assert (axis.first_day, axis.last_day) == (date.min, date.max)


def test_change_days_are_where_the_drawing_changes():
    episodes = compile_episodes(gather_facts(niger_claims()))
    days = change_days(episodes, day("2024-05-20"))
    assert days == tuple(sorted(set(days)))
    assert {day("2024-03-15"), day("2024-05-19"), day("2024-09-16")} <= set(days)
    assert day("2024-09-16") not in change_days(episodes, day("2024-05-10"))


def test_what_only_its_publication_dates_is_no_tick():
    axis = axis_of([claim("arrives", None), claim("arrives", "..2024-05-01", actor="RU")])
    assert [(event.label, event.when) for event in axis.events] == [
        ("Russian forces arrive", when("..2024-05-01"))
    ]


@pytest.mark.parametrize(
    ("status", "label"),
    [
        ("withdraws", "Russian forces gone from Camp Example"),
        ("arrives", "Russian forces arrive, Camp Example"),
        ("to_withdraw", "Russian exit planned, Camp Example"),
    ],
)
def test_a_tick_of_one_place_never_reads_as_the_whole_country(status, label):
    ends = "2024-05-01" if status == "withdraws" else None
    told = claim(status, "2024-05-01", ends=ends, actor="RU", place=base_place())
    assert [event.label for event in axis_of([told]).events][-1] == label


def test_a_deadline_of_one_place_names_it():
    told = claim("to_withdraw", "2024-05-01", deadline="2024-09-15", place=base_place())
    assert [due.label for due in axis_of([told]).deadlines] == ["US out of Camp Example by 15 Sep"]


def test_where_several_countries_turn_the_ticks_name_them():
    axis = axis_of(
        [
            claim("toward", "2024-05-01", actor="ML", host="ML", target="RU", event="aligns"),
            claim("away", "2024-05-02", actor="NE", target="US"),
        ]
    )
    assert [event.label for event in axis.events] == [
        "Mali: sides with Russia",
        "Niger: away from the United States",
    ]


def test_no_claim_counts_on_days_after_its_publication():
    axis = axis_of([claim("arrives", "2024-01-01..2024-12-31", reported="2024-05-20")])
    assert max(count.day for count in axis.day_counts) == day("2024-05-20")
    ahead = axis_of([claim("to_open", "2025-01-01..2025-01-31", reported="2024-05-20")])
    assert len(ahead.day_counts) == 31


@pytest.mark.parametrize(
    ("actor", "status", "where", "label"),
    [
        ("DE", "to_arrive", "Rūdninkai", "German forces due in Rūdninkai by 15 Sep"),
        ("DE", "to_arrive", None, "German forces due by 15 Sep"),
        ("FJ", "to_withdraw", None, "Fijian forces out by 15 Sep"),
        ("MINUSMA", "to_withdraw", "Gao", "MINUSMA out of Gao by 15 Sep"),
        ("MINUSMA", "to_arrive", "Gao", "MINUSMA due in Gao by 15 Sep"),
    ],
)
def test_a_deadline_says_of_whom_it_is(actor, status, where, label):
    """An adjective alone names nobody: “German in Rūdninkai”."""
    place = base_place(where) if where else None
    told = claim(status, "2024-05-01", deadline="2024-09-15", actor=actor, place=place)
    assert [due.label for due in axis_of([told]).deadlines] == [label]
