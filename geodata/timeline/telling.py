"""Which claims tell a state themselves, and which only speak of the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from geodata.domain.claims import Claim, ClaimId, ClaimKind, Modality, Status
from geodata.domain.facts import Fact
from geodata.timeline.counting import counted_at
from geodata.timeline.readings import Reading
from geodata.timeline.stages import GOING, Stage

# Who has arrived is there.
_TOLD_BY: dict[Stage, frozenset[Stage]] = {Stage.ON: frozenset({Stage.IN, Stage.ON})}


def telling_readings(
    stage: Stage, due: date | None, readings: Sequence[Reading]
) -> tuple[Reading, ...]:
    """
    Return what a state is told by: its step, the number drawn with it, or its deadline.

    That troops were there, or were asked to leave, is no source for their leaving: such a claim
    speaks of the same force, but not of what is drawn.

    Args:
        stage: Where the fact stands.
        due: The last day to which it is due to be done, or None.
        readings: All of its phase.
    """
    stages = _TOLD_BY.get(stage, frozenset({stage}))
    counted = {reading.rank for reading in counted_at(stage, readings)}
    return tuple(
        reading
        for reading in readings
        if reading.stage in stages or reading.rank in counted or _tells_due(reading, stage, due)
    )


def claims_that_agree(fact: Fact) -> dict[ClaimId, tuple[Claim, ...]]:
    """Return, for each claim of a fact, all that tell the same of it, itself among them."""
    told: defaultdict[tuple[Status, str, bool], list[Claim]] = defaultdict(list)
    for claim in fact.claims:
        told[_what(claim)].append(claim)
    return {claim.id: tuple(claims) for claims in told.values() for claim in claims}


def _what(claim: Claim) -> tuple[Status, str, bool]:
    # A pact revoked and troops expelled are two turns away.
    event = claim.event if claim.kind is ClaimKind.ALIGNMENT else ""
    return claim.status, event, claim.modality is Modality.DENIED


def _tells_due(reading: Reading, stage: Stage, due: date | None) -> bool:
    is_same_way = reading.stage is stage or {reading.stage, stage} <= GOING
    return bool(due and is_same_way and reading.due and reading.due.may_be(due))
