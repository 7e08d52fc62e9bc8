"""A heading says no more than the sentence that it is made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from geodata.domain.claims import ClaimId
from geodata.domain.episodes import Certainty, State
from geodata.domain.facts import FactId
from geodata.domain.times import Days, Reach
from geodata.layers import Form, Layer, Mark, Pole, describe, headline
from tests.helpers.builders import a_mark

DAY = date(2024, 5, 20)


def forces(state: State, certainty: Certainty = Certainty.ATTESTED, voice: str = "") -> Mark:
    told = {"subject": "US forces", "way": "in", "where": "Niger", "voice": voice}
    return a_mark(state=state, certainty=certainty, **told)


def ground() -> Mark:
    return a_mark(
        form=Form.GROUND,
        layer=Layer.ALIGNMENT,
        pole=Pole.RUSSIA,
        certainty=Certainty.ATTESTED,
        subject="Niger",
    )


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        (forces(State.WITHDRAWING), "US forces are leaving Niger"),
        (forces(State.TO_WITHDRAW, voice="agreed"), "US forces are to leave Niger"),
        (forces(State.TO_WITHDRAW, voice="demanded"), "US forces are asked to leave Niger"),
        (
            forces(State.TO_WITHDRAW, voice="negotiated"),
            "US forces are in talks about leaving Niger",
        ),
        (forces(State.PRESENT), "US forces are in Niger"),
        (forces(State.GONE), "US forces have left Niger"),
        (forces(State.GONE, Certainty.POSSIBLE), "US forces may have left Niger"),
        (
            forces(State.WITHDRAWING, Certainty.UNCONFIRMED),
            "US forces were to have left Niger by now",
        ),
        (
            replace(forces(State.PRESENT), subject="MINUSMA", way="at", where="Gao, Mali"),
            "MINUSMA is at Gao, Mali",
        ),
        (
            replace(forces(State.WITHDRAWING, Certainty.UNCONFIRMED), where="Gao, Mali"),
            "US forces were to have left Gao, Mali, by now",
        ),
        (ground(), "Niger leans toward Russia"),
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
    mark = forces(State.PRESENT)
    assert headline([mark], DAY, DAY, Reach(before=29)) == ""


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        (forces(State.WITHDRAWING), "US forces were leaving Niger"),
        (
            replace(forces(State.TO_WITHDRAW), deadline=date(2024, 9, 15)),
            "US forces were to leave Niger by 15 September 2024",
        ),
        (forces(State.PRESENT), "US forces were in Niger"),
        (forces(State.GONE), "US forces had left Niger"),
        (
            forces(State.WITHDRAWING, Certainty.POSSIBLE),
            "US forces may have been leaving Niger",
        ),
        (
            replace(
                forces(State.WITHDRAWING, Certainty.UNCONFIRMED),
                deadline=date(2024, 9, 15),
            ),
            "US forces were to have left Niger by 15 September 2024",
        ),
        (ground(), "Niger leaned toward Russia"),
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


def test_after_the_last_source_the_words_tell_what_was_reported_and_when() -> None:
    mark = replace(forces(State.PRESENT), words="US forces in Niger: 1,000, present; 2 sources.")
    other = a_mark(
        "2", fact_id=FactId("ru"), state=State.PRESENT, words="Russian forces: present; 1 source."
    )
    later = DAY + timedelta(days=200)
    reported = {ClaimId("claim-1"): DAY}
    assert describe([mark, other], later, later, reported=reported) == (
        f"As last reported on 20 May 2024: {mark.words} {other.words}"
    )
    # Each sentence has the day of its own sources.
    other = replace(other, claim_ids=(ClaimId("other"),))
    reported[ClaimId("other")] = date(2024, 4, 20)
    assert describe([mark, other], later, later, reported=reported) == (
        f"As last reported on 20 May 2024: {mark.words} "
        f"As last reported on 20 April 2024: {other.words}"
    )
    assert "reported" not in describe([mark, other], DAY, later, reported=reported)
    # Of days that take in those of the sources nothing is told but what held on one of them.
    assert "reported" not in describe([mark], later, later, Reach(before=300), reported=reported)
