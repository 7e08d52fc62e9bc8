"""Texts full of martial and diplomatic words that claim nothing of bases, forces or alignments."""

import json
from datetime import date
from pathlib import Path

import pytest

TRAPS = json.loads(Path(__file__).with_name("traps.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("trap", [pytest.param(t, id=f"{t['genre']}: {t['why']}") for t in TRAPS])
def test_a_trap_yields_no_claim(claims_of, trap):
    published = trap.get("published", "2022-06-15")
    found = claims_of(trap["text"], date.fromisoformat(published))
    assert [(c.kind.value, c.actor, c.host, c.status.value) for c in found] == []
