"""Claims: what one source says, with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from geodata.domain.documents import DocumentId
from geodata.domain.mentions import Count
from geodata.domain.places import Place
from geodata.domain.spans import Span
from geodata.domain.times import UNKNOWN_DATE, UncertainDate

ClaimId = NewType("ClaimId", str)


class ClaimKind(StrEnum):
    """The three built-in kinds."""

    BASE = "base"
    TROOPS = "troops"
    ALIGNMENT = "alignment"


class Status(StrEnum):
    """What the claim says of its subject, one vocabulary a kind."""

    # base
    TO_OPEN = "to_open"
    OPENS = "opens"
    OPERATES = "operates"
    TO_CLOSE = "to_close"
    CLOSES = "closes"
    TO_HAND_OVER = "to_hand_over"
    HANDED_OVER = "handed_over"
    # troops
    TO_ARRIVE = "to_arrive"
    ARRIVES = "arrives"
    PRESENT = "present"
    TO_WITHDRAW = "to_withdraw"
    WITHDRAWS = "withdraws"
    # alignment
    TOWARD = "toward"
    AWAY = "away"
    COUP = "coup"


STATUSES: dict[ClaimKind, frozenset[Status]] = {
    ClaimKind.BASE: frozenset(
        {
            Status.TO_OPEN,
            Status.OPENS,
            Status.OPERATES,
            Status.TO_CLOSE,
            Status.CLOSES,
            Status.TO_HAND_OVER,
            Status.HANDED_OVER,
        }
    ),
    ClaimKind.TROOPS: frozenset(
        {
            Status.TO_ARRIVE,
            Status.ARRIVES,
            Status.PRESENT,
            Status.TO_WITHDRAW,
            Status.WITHDRAWS,
        }
    ),
    ClaimKind.ALIGNMENT: frozenset({Status.TOWARD, Status.AWAY, Status.COUP}),
}

PLANNED_STATUSES = frozenset(
    {Status.TO_OPEN, Status.TO_CLOSE, Status.TO_HAND_OVER, Status.TO_ARRIVE, Status.TO_WITHDRAW}
)


class Modality(StrEnum):
    """In what voice the source says it."""

    ASSERTED = "asserted"
    ANNOUNCED = "announced"
    ORDERED = "ordered"
    AGREED = "agreed"
    PLANNED = "planned"
    DEMANDED = "demanded"
    NEGOTIATED = "negotiated"
    DENIED = "denied"
    REPORTED = "reported"


class Review(StrEnum):
    """What a person made of the claim."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Claim:
    """
    What one source says of one base, force or alignment.

    Args:
        id: Stable over re-extraction of the same bytes: made from document, kind, actor, host,
            target, status and the first evidence span.
        document_id: The source.
        kind: Base, troops or alignment.
        actor: Who acts: ISO 3166-1 alpha-2 code of a country, else the organisation's name.
        host: ISO 3166-1 alpha-2 code of the country where, or None when it is not known.
        place: A place below country level, or None: then it is drawn at country level.
        target: For alignment, the country (alpha-2) or bloc moved toward or away from.
        status: One of `STATUSES[kind]`.
        event: A finer word of the lexicon (`pact_revoked`, `withdrawal_begun`, ...), or empty.
        modality: In what voice.
        attribution: Who is quoted, through whom; empty when the article speaks for itself.
        count: How many people, or None.
        begins: When the event happens, or the state is attested.
        ends: When it ends, where the source says so.
        deadline: “By September 15 at the latest”, or None.
        evidence: At least one span of the document that tells it; the first is the fullest.
        confidence: 0..1.
        reasons: Why that confidence and that reading, in words.
        review: What a person made of it.
        reported: Publication date of the source: the second time axis.
        context: Spans of the document that also speak of it, and tell nothing of it themselves.

    Raises:
        ValueError: No evidence, a confidence outside 0..1, or a status of another kind.
    """

    id: ClaimId
    document_id: DocumentId
    kind: ClaimKind
    actor: str
    host: str | None
    status: Status
    modality: Modality
    evidence: tuple[Span, ...]
    begins: UncertainDate = UNKNOWN_DATE
    ends: UncertainDate | None = None
    deadline: UncertainDate | None = None
    place: Place | None = None
    target: str | None = None
    event: str = ""
    attribution: str = ""
    count: Count | None = None
    confidence: float = 0.5
    reasons: tuple[str, ...] = ()
    review: Review = Review.SUGGESTED
    reported: UncertainDate = UNKNOWN_DATE
    context: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("a claim needs evidence")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence {self.confidence} is not in 0..1")
        if self.status not in STATUSES[self.kind]:
            raise ValueError(f"{self.status} is not a status of {self.kind}")
