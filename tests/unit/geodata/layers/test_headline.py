"""A heading says no more than the sentence that it is made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from geodata.domain.claims import ClaimId
from geodata.domain.episodes import Certainty, State
from geodata.domain.times import Days, Reach
from geodata.layers import Form, Layer, Mark, headline
from tests.helpers.builders import a_mark

DAY = date(2024, 5, 20)


def forces(state: State, words: str, certainty: Certainty = Certainty.ATTESTED) -> Mark:
    return a_mark(
        state=state, words=f"US forces in Niger: 1,000, {words}; 2 sources.", certainty=certainty
    )


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        (forces(State.WITHDRAWING, "leaving since 19 May 2024"), "US forces are leaving Niger"),
        (forces(State.TO_WITHDRAW, "to leave, agreed on 19 May"), "US forces are to leave Niger"),
        (
            forces(State.TO_WITHDRAW, "asked to leave, said on 19 May"),
            "US forces are asked to leave Niger",
        ),
        (
            forces(State.TO_WITHDRAW, "in talks about leaving, said on 19 May"),
            "US forces are in talks about leaving Niger",
        ),
        (forces(State.PRESENT, "present"), "US forces are in Niger"),
        (forces(State.GONE, "gone since May 2024"), "US forces have left Niger"),
        (
            forces(State.GONE, "possibly gone", Certainty.POSSIBLE),
            "US forces may have left Niger",
        ),
        (
            forces(State.WITHDRAWING, "leaving; exit scheduled", Certainty.UNCONFIRMED),
            "US forces were to have left Niger by now",
        ),
        (
            a_mark(state=State.PRESENT, words="MINUSMA in Mali: 500, present; 1 source."),
            "MINUSMA is in Mali",
        ),
        (
            a_mark(
                form=Form.GROUND,
                layer=Layer.ALIGNMENT,
                words="Niger leans toward Russia since 20 April 2024 or before; 5 sources.",
            ),
            "Niger leans toward Russia",
        ),
        (
            a_mark(form=Form.BASE, layer=Layer.BASES, words="Air Base 201, Niger (US base): open."),
            "",
        ),
    ],
)
def test_a_frame_has_the_heading_of_its_first_fact(mark: Mark, told: str) -> None:
    assert headline([mark], DAY, DAY) == told


def test_an_empty_frame_and_one_of_several_days_have_none() -> None:
    long_ago = Days(DAY - timedelta(days=900), DAY - timedelta(days=800))
    assert headline([a_mark(valid=long_ago)], DAY, DAY) == ""
    mark = forces(State.PRESENT, "present")
    assert headline([mark], DAY, DAY, Reach(before=29)) == ""


LEAN = "Niger leans toward Russia since 20 April 2024 or before; 5 sources."


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        (forces(State.WITHDRAWING, "leaving since 19 May 2024"), "US forces were leaving Niger"),
        (
            replace(forces(State.TO_WITHDRAW, "to leave"), deadline=date(2024, 9, 15)),
            "US forces were to leave Niger by 15 September 2024",
        ),
        (forces(State.PRESENT, "present"), "US forces were in Niger"),
        (forces(State.GONE, "gone since May 2024"), "US forces had left Niger"),
        (
            forces(State.WITHDRAWING, "possibly leaving", Certainty.POSSIBLE),
            "US forces may have been leaving Niger",
        ),
        (
            replace(
                forces(State.WITHDRAWING, "leaving", Certainty.UNCONFIRMED),
                deadline=date(2024, 9, 15),
            ),
            "US forces were to have left Niger by 15 September 2024",
        ),
        (
            a_mark(form=Form.GROUND, layer=Layer.ALIGNMENT, words=LEAN),
            "Niger leaned toward Russia",
        ),
    ],
)
def test_after_the_last_source_a_heading_tells_what_it_reported(mark: Mark, told: str) -> None:
    reported = {ClaimId("claim-1"): DAY}
    later = DAY + timedelta(days=200)
    expected = f"{told}, as last reported on 20 May 2024"
    assert headline([mark], later, later, reported=reported) == expected
    # The day named is that of its own sources, whatever others are newer.
    reported[ClaimId("other")] = DAY + timedelta(days=9)
    assert headline([mark], later, later, reported=reported) == expected
    assert "last reported" not in headline([mark], DAY, later, reported=reported)
