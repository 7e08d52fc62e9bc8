from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_book import SmallBook
from timeline_builders import claim, day

from geodata.domain.claims import ClaimKind
from geodata.domain.episodes import Certainty
from geodata.layers import Form, Pole, frame_marks, make_marks
from geodata.layers.ground import lean_on
from geodata.layers.shifts import shifts_on
from geodata.layers.wording import Names
from geodata.timeline import (
    compile_courses,
    compile_episodes,
    compile_happenings,
    frame,
    gather_facts,
    load_actors,
)

KNOWN = "2030-01-01"


def turn(status, begins, target, **more):
    return claim(status, begins, actor="NE", target=target, **more)


def ground(claims, on, known_by=KNOWN):
    facts = gather_facts(claims)
    marks = make_marks(compile_courses(facts), SmallBook())
    drawn = frame_marks(marks, day(on), day(known_by))
    return [m for m in drawn if m.form is Form.GROUND]


def poles(claims, on):
    return [(m.pole, m.second_pole) for m in ground(claims, on)]


def test_the_last_turn_toward_a_pole_wins():
    claims = [turn("toward", "2020-01-01", "US"), turn("toward", "2024-04-01", "RU")]
    assert poles(claims, "2019-12-31") == []
    assert poles(claims, "2020-01-01") == [(Pole.WEST, None)]
    assert poles(claims, "2024-04-01") == [(Pole.RUSSIA, Pole.WEST)]


def test_leaving_a_pole_and_turning_to_another_is_not_hatched():
    claims = [
        turn("toward", "2020-01-01", "US"),
        turn("away", "2024-03-15", "US"),
        turn("toward", "2024-04-01", "RU"),
    ]
    assert poles(claims, "2024-03-20") == []
    assert poles(claims, "2024-04-02") == [(Pole.RUSSIA, None)]


def test_leaving_one_of_the_west_while_tied_to_another_is_hatched():
    claims = [
        turn("toward", "2020-01-01", "FR"),
        turn("away", "2024-03-15", "US"),
        turn("toward", "2024-04-01", "RU"),
    ]
    assert poles(claims, "2024-04-02") == [(Pole.RUSSIA, Pole.WEST)]
    assert poles(claims, "2024-03-20") == [(Pole.WEST, Pole.NON_ALIGNED)]


def test_a_tie_that_is_renewed_is_the_last_turn_again():
    claims = [
        turn("toward", "2014-01-01", "US", event="accord_signed"),
        turn("toward", "2020-01-01", "RU"),
        turn("toward", "2023-01-01", "US", event="accord_signed"),
    ]
    assert poles(claims, "2022-12-31") == [(Pole.RUSSIA, Pole.WEST)]
    assert poles(claims, "2023-01-01") == [(Pole.WEST, Pole.RUSSIA)]


def test_only_leaving_gives_no_ground():
    assert poles([turn("away", "2024-03-15", "US")], "2024-04-01") == []


def test_an_intended_turn_gives_no_ground():
    assert poles([turn("toward", "2024-03-15", "CN", modality="negotiated")], "2024-04-01") == []


def test_a_bloc_without_a_pole_gives_no_ground():
    assert poles([turn("toward", "2024-03-15", "ECOWAS")], "2024-04-01") == []


@pytest.mark.parametrize(
    ("target", "pole"),
    [("the West", "W"), ("NATO", "W"), ("CSTO", "R"), ("Wagner Group", "R"), ("IR", "I")],
)
def test_blocs_stand_for_poles(target, pole):
    ((found, _),) = poles([turn("toward", "2024-03-15", target)], "2024-04-01")
    assert found == pole


def test_a_turn_on_an_uncertain_day_gives_possible_ground():
    claims = [turn("toward", "2024-04-01..2024-04-30", "RU")]
    assert [m.certainty for m in ground(claims, "2024-04-15")] == [Certainty.POSSIBLE]
    assert [m.certainty for m in ground(claims, "2024-04-30")] == [Certainty.ATTESTED]


def test_the_ground_is_known_no_sooner_than_its_source():
    claims = [turn("toward", "2024-04-01", "RU", reported="2024-05-10")]
    assert ground(claims, "2024-04-02", "2024-05-09") == []
    (mark,) = ground(claims, "2024-04-02", "2024-05-10")
    assert mark.claim_ids == (claims[0].id,)
    assert mark.words == "Niger leans toward Russia since 1 April 2024; 1 source."


FIRST = date(2024, 1, 1)
_DAYS = st.integers(0, 300).map(lambda shift: FIRST + timedelta(days=shift))


@st.composite
def turns(draw):
    first = draw(_DAYS)
    last = first + timedelta(days=draw(st.sampled_from([0, 0, 9, 120])))
    status = draw(st.sampled_from(["toward", "away", "toward", "away", "coup"]))
    return turn(
        status,
        draw(st.sampled_from([f"{first}..{last}", f"{first}..{last}", None])),
        draw(st.sampled_from(["US", "FR", "RU", "CN", "ECOWAS"])),
        reported=str(draw(_DAYS)),
        event=draw(st.sampled_from(["", "accord_signed", "pact_revoked"])),
        modality=draw(st.sampled_from(["asserted", "asserted", "planned"])),
    )


@settings(max_examples=200, deadline=None)
@given(st.lists(turns(), min_size=1, max_size=8), _DAYS, _DAYS)
def test_marks_are_the_rule_on_the_frame(claims, on, known_by):
    actors = load_actors()
    facts = gather_facts(claims)
    episodes = compile_episodes(facts)
    marks = make_marks(compile_courses(facts), SmallBook())
    drawn = frame_marks(marks, on, known_by)
    turned = [
        e for e in frame(episodes, on, known_by) if e.kind is ClaimKind.ALIGNMENT and e.target
    ]
    lean = lean_on(on, turned, actors)
    expected = [(lean.pole, lean.second_pole, lean.certainty)] if lean else []
    found = [(m.pole, m.second_pole, m.certainty) for m in drawn if m.form is Form.GROUND]
    assert found == expected
    for mark in drawn:
        if mark.form is Form.GROUND:
            assert set(mark.claim_ids) == {key for e in lean.episodes for key in e.claim_ids}


@settings(max_examples=200, deadline=None)
@given(st.lists(turns(), min_size=1, max_size=8), _DAYS, _DAYS)
def test_arrows_are_the_rule_on_what_is_known(claims, on, known_by):
    facts = gather_facts(claims)
    known = [h for h in compile_happenings(facts) if h.known.holds(known_by)]
    names = Names(load_actors(), {})
    expected = sorted(
        (tuple(key for h in s.told for key in h.claim_ids), s.certainty)
        for s in shifts_on(on, known, names)
    )
    marks = make_marks(compile_courses(facts), SmallBook())
    assert len({m.id for m in marks}) == len(marks)
    drawn = [m for m in frame_marks(marks, on, known_by) if m.form is Form.SHIFT]
    assert sorted((m.claim_ids, m.certainty) for m in drawn) == expected
