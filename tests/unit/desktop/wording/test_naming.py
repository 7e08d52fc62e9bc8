"""Claims in words: every status has its words, and the voice is kept."""

from __future__ import annotations

import dataclasses

import pytest

from desktop.wording.naming import Wording, claim_when, country_name
from geodata.domain.claims import STATUSES, ClaimKind, Modality, Status
from tests.helpers.made_up_articles import a_base_claim, a_leaving_claim, a_place, a_turn_claim


def test_troops_bases_and_turns(wording: Wording) -> None:
    assert wording.claim(a_leaving_claim()) == "US troops to leave Niger"
    assert wording.claim(a_turn_claim()) == "Niger turns away from US"
    assert wording.claim(a_base_claim()) == "Denied: US to close Air Base 9"
    placed = a_leaving_claim(place=a_place(), actor="FJ")
    assert wording.claim(placed) == "Fijian troops to leave Port Halden, Niger"


@pytest.mark.parametrize("status", Status)
def test_every_status_has_words(wording: Wording, status: Status) -> None:
    kind = next(kind for kind in ClaimKind if status in STATUSES[kind])
    claim = a_leaving_claim(kind=kind, status=status, host=None, actor="Made-up Corps")
    words = wording.claim(claim)
    assert words[0].isupper()
    assert "None" not in words


@pytest.mark.parametrize("modality", [Modality.DENIED, Modality.DEMANDED, Modality.NEGOTIATED])
def test_what_is_not_so_is_not_said_as_if_it_were(wording: Wording, modality: Modality) -> None:
    said = wording.claim(a_leaving_claim())
    assert wording.claim(a_leaving_claim(modality=modality)) != said


def test_a_deadline_is_the_date_of_a_claim() -> None:
    claim = a_leaving_claim()
    assert claim_when(claim) == "by 15 Sep 2024"
    assert claim_when(dataclasses.replace(claim, deadline=None)) == "19 May 2024"


def test_names_of_countries() -> None:
    assert country_name("NE") == "Niger"
    assert country_name("US") == "US"
    assert country_name("Made-up Corps") == "Made-up Corps"


def test_a_force_that_has_left_is_not_said_to_be_leaving(wording: Wording) -> None:
    gone = dataclasses.replace(
        a_leaving_claim(), status=Status.WITHDRAWS, event="withdrawal_completed"
    )
    assert wording.claim(gone) == "US troops gone from Niger"
    assert (
        wording.claim(dataclasses.replace(gone, event="withdrawal_begun"))
        == "US troops leaving Niger"
    )
