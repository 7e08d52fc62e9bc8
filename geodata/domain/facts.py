"""Facts: the claims of all sources that speak of the same thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from geodata.domain.claims import Claim, ClaimKind
from geodata.domain.places import Place

FactId = NewType("FactId", str)


@dataclass(frozen=True, slots=True)
class Fact:
    """
    One base, force or alignment, with every claim about it kept side by side.

    Args:
        id: Stable: made from kind, actor, host, place and target.
        kind: Base, troops or alignment.
        actor: ISO 3166-1 alpha-2 code, or the organisation's name.
        host: ISO 3166-1 alpha-2 code of the country where, or None.
        place: The place below country level that the claims share, or None.
        target: For alignment, the country or bloc.
        claims: At least one, by publication date, then document, then evidence.
    """

    id: FactId
    kind: ClaimKind
    actor: str
    host: str | None
    place: Place | None
    target: str | None
    claims: tuple[Claim, ...]
