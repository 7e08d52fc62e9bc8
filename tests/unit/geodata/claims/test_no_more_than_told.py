"""Sentences that are easily read as saying more than they do; every one has its own reason."""

import json
from datetime import date
from pathlib import Path

import pytest

from geodata.domain.claims import Claim

CASES = json.loads(Path(__file__).with_name("no_more_than_told.json").read_text(encoding="utf-8"))


def in_words(claim: Claim) -> str:
    """Return a claim as the cases write it: kind, actor, host, status, place, voice."""
    place = f" @ {claim.place.name}" if claim.place else ""
    voice = "" if claim.modality == "asserted" else f" ~ {claim.modality}"
    return f"{claim.kind} {claim.actor} {claim.host} {claim.status}{place}{voice}"


@pytest.mark.parametrize(
    "case", [pytest.param(c, id=f"{c['why']}: {c['text'][:50]}") for c in CASES]
)
def test_nothing_is_claimed_beyond_the_words(claims_of, case):
    found = claims_of(case["text"], date.fromisoformat(case.get("published", "2022-06-15")))
    assert sorted(in_words(c) for c in found) == sorted(case["told"])
