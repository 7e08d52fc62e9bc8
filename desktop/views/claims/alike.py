"""Which claims tell the same as one that is opened."""

from __future__ import annotations

from collections.abc import Iterable

from geodata.domain.claims import Claim
from geodata.domain.facts import Fact
from geodata.timeline import claims_that_agree


def told_alike(claim: Claim, facts: Iterable[Fact]) -> tuple[Claim, ...]:
    """
    Return all claims that tell the same as one, itself among them.

    It is looked for when a claim is opened: to note it for every claim of a large project would
    take longer than all else that a decision changes.
    """
    for fact in facts:
        if any(other.id == claim.id for other in fact.claims):
            return claims_that_agree(fact)[claim.id]
    return (claim,)
