"""Many ways in which news tells that a country draws nearer to or away from another."""

import json
from pathlib import Path

import pytest

from geodata.domain.claims import ClaimKind

TOLD = json.loads(Path(__file__).with_name("shifts_told.json").read_text(encoding="utf-8"))
SHIFTS = [
    pytest.param(text, shifts, id=f"{kind}: {text[:60]}")
    for kind, cases in TOLD.items()
    if kind != "nothing"
    for text, shifts in cases
]


def told(claims):
    return {(c.actor, c.target, c.event) for c in claims if c.kind is ClaimKind.ALIGNMENT}


@pytest.mark.parametrize(("text", "shifts"), SHIFTS)
def test_a_shift_is_read_however_it_is_told(claims_of, text, shifts):
    assert told(claims_of(text)) == {tuple(shift) for shift in shifts}


@pytest.mark.parametrize("text", TOLD["nothing"])
def test_what_is_asked_wished_denied_or_of_another_kind_is_no_shift(claims_of, text):
    assert told(claims_of(text)) == set()
