from __future__ import annotations

from small_book import SmallBook
from timeline_builders import claim, day

from geodata.domain.episodes import Certainty, State
from geodata.layers import Form, Pole, frame_marks, make_marks
from geodata.timeline import compile_courses, gather_facts


def turn(status, begins, target=None, **more):
    return claim(status, begins, actor="NE", target=target, **more)


def arrows(claims, on, known_by="2030-01-01"):
    facts = gather_facts(claims)
    marks = make_marks(compile_courses(facts), SmallBook())
    drawn = frame_marks(marks, day(on), day(known_by))
    return [m for m in drawn if m.form is Form.SHIFT]


def test_a_turn_is_shown_for_ninety_days():
    claims = [turn("away", "2024-03-15", "US")]
    shown = ["2024-03-14", "2024-03-15", "2024-06-12", "2024-06-13"]
    assert [len(arrows(claims, on)) for on in shown] == [0, 1, 1, 0]
    (arrow,) = arrows(claims, "2024-03-15")
    assert (arrow.second_pole, arrow.pole, arrow.state) == (Pole.WEST, None, State.AWAY)


def test_away_and_toward_within_ninety_days_are_one_arrow():
    claims = [turn("away", "2024-03-15", "US"), turn("toward", "2024-04-10", "RU")]
    (before,) = arrows(claims, "2024-04-09")
    assert (before.second_pole, before.pole) == (Pole.WEST, None)
    (arrow,) = arrows(claims, "2024-04-10")
    assert (arrow.second_pole, arrow.pole) == (Pole.WEST, Pole.RUSSIA)
    assert arrow.claim_ids == (claims[0].id, claims[1].id)
    (after,) = arrows(claims, "2024-06-20")
    assert (after.second_pole, after.pole) == (None, Pole.RUSSIA)


def test_further_apart_they_are_two():
    claims = [turn("away", "2024-01-01", "US"), turn("toward", "2024-04-10", "RU")]
    (arrow,) = arrows(claims, "2024-04-10")
    assert (arrow.second_pole, arrow.pole) == (None, Pole.RUSSIA)


def test_to_and_fro_with_one_pole_is_no_arrow_from_it_to_itself():
    claims = [turn("away", "2024-03-15", "US"), turn("toward", "2024-04-10", "FR")]
    found = {(a.second_pole, a.pole) for a in arrows(claims, "2024-04-10")}
    assert found == {(None, Pole.WEST), (Pole.WEST, None)}


def test_a_coup_is_a_bolt():
    (arrow,) = arrows([turn("coup", "2023-07-26")], "2023-08-01")
    assert (arrow.code, arrow.state, arrow.pole, arrow.second_pole) == (
        "coup",
        State.COUP,
        None,
        None,
    )
    assert arrow.words == "Niger: coup on 26 July 2023; 1 source."


def test_a_vague_turn_is_never_certainly_within_the_last_ninety_days():
    claims = [turn("coup", "2023-01-01..2023-12-31")]
    days = ["2023-01-01", "2023-07-01", "2023-12-31", "2024-03-29"]
    assert {a.certainty for on in days for a in arrows(claims, on)} == {Certainty.POSSIBLE}
    assert arrows(claims, "2024-03-30") == []


def test_an_intended_turn_is_planned():
    (arrow,) = arrows([turn("toward", "2024-04-10", "CN", modality="planned")], "2024-04-11")
    assert (arrow.certainty, arrow.pole) == (Certainty.PLANNED, Pole.CHINA)
    assert "means to turn toward China" in arrow.words


def test_a_bloc_without_a_pole_has_an_arrow_without_a_letter():
    (arrow,) = arrows([turn("away", "2024-01-28", "ECOWAS", event="quits")], "2024-02-01")
    assert (arrow.pole, arrow.second_pole, arrow.code) == (None, None, "XX")
    assert arrow.words == "Niger: away from ECOWAS on 28 January 2024 (quits); 1 source."


def test_an_arrow_is_known_no_sooner_than_its_sources():
    claims = [
        turn("away", "2024-03-15", "US", reported="2024-05-20"),
        turn("toward", "2024-04-10", "RU", reported="2024-05-10"),
    ]
    (early,) = arrows(claims, "2024-05-01", "2024-05-10")
    (late,) = arrows(claims, "2024-05-01", "2024-05-20")
    assert (early.second_pole, late.second_pole) == (None, Pole.WEST)


def test_a_turn_that_nothing_bounds_below_is_only_possible_in_the_last_ninety_days():
    claims = [turn("toward", None, "RU", reported="2024-05-20")]
    assert arrows(claims, "2024-05-19") == []
    (arrow,) = arrows(claims, "2024-05-20")
    assert arrow.certainty is Certainty.POSSIBLE
    assert arrow.label == "toward by 20 May 2024"
    assert arrow.words == ("Niger: toward Russia by 20 May 2024; the day is uncertain; 1 source.")


def test_dates_that_exclude_each_other_are_told_as_such():
    claims = [
        turn("away", "2024-03-15", "US", event="pact_revoked"),
        turn("away", "2024-04-15", "US", event="pact_revoked"),
    ]
    (arrow,) = arrows(claims, "2024-04-20")
    assert arrow.is_disputed
    assert arrow.words.endswith("1 source; accounts differ.")
