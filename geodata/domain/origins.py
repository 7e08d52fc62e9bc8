"""Origins: claims of several articles that seem to go back to one telling."""

from __future__ import annotations

from dataclasses import dataclass

from geodata.domain.claims import ClaimId
from geodata.domain.documents import DocumentId
from geodata.domain.facts import FactId


@dataclass(frozen=True, slots=True)
class Origin:
    """
    A proposal, never a merge: the claims stay, and so do their counts.

    Args:
        fact_id: What the claims speak of.
        claims: Claims of at least two articles, by publication.
        document_ids: Those articles, in the same order.
        reason: Why they seem to be one telling, in a sentence.
        score: How sure that is, 0..1.

    Raises:
        ValueError: Fewer than two articles, or a score outside 0..1.
    """

    fact_id: FactId
    claims: tuple[ClaimId, ...]
    document_ids: tuple[DocumentId, ...]
    reason: str
    score: float

    def __post_init__(self) -> None:
        if len(set(self.document_ids)) < 2:
            raise ValueError("an origin joins at least two articles")
        if not 0.0 <= self.score <= 1.0:
            raise ValueError(f"score {self.score} is not in 0..1")
