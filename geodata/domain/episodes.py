"""Episodes: the one table that every output is a query of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from geodata.domain.claims import ClaimId, ClaimKind, Review
from geodata.domain.documents import DocumentId
from geodata.domain.facts import FactId
from geodata.domain.places import Place
from geodata.domain.times import Days

EpisodeId = NewType("EpisodeId", str)


class State(StrEnum):
    """What is drawn of a fact while an episode lasts."""

    # base
    TO_OPEN = "to_open"
    OPENS = "opens"
    OPERATES = "operates"
    TO_CLOSE = "to_close"
    CLOSED = "closed"
    TO_HAND_OVER = "to_hand_over"
    HANDED_OVER = "handed_over"
    # troops
    TO_ARRIVE = "to_arrive"
    ARRIVING = "arriving"
    PRESENT = "present"
    TO_WITHDRAW = "to_withdraw"
    WITHDRAWING = "withdrawing"
    GONE = "gone"
    # alignment
    TOWARD = "toward"
    AWAY = "away"
    COUP = "coup"


class Certainty(StrEnum):
    """On what footing the state stands."""

    POSSIBLE = "possible"  # the day lies inside the uncertain range of the beginning
    ATTESTED = "attested"  # on the begin day or a later report's day, and carried on from there
    PLANNED = "planned"  # said to come; nothing says that it has begun
    UNCONFIRMED = "unconfirmed"  # a deadline has passed and no source says it was met


@dataclass(frozen=True, slots=True)
class CountRange:
    """
    The lowest and highest number over all sources; `high` None is an open end.

    Args:
        low: Lowest.
        high: Highest told, or None when no source sets an upper end.
        is_open: Whether a source says “over N”, so that the true number may be above `high`.
        told: How the sources put it where they hedge: “about 1,000”, “up to 500”.
    """

    low: int
    high: int | None
    is_open: bool = False
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Episode:
    """
    One drawn state of one fact: a rectangle in two times.

    The map on day D as known by day K is the episodes with `valid.holds(D)` and
    `known.holds(K)`. Episodes of one fact never overlap.

    Args:
        id: Stable: the fact's id and the rectangle's corner.
        fact_id: Whose state it is.
        kind: Base, troops or alignment.
        actor: ISO 3166-1 alpha-2 code, or the organisation's name.
        host: ISO 3166-1 alpha-2 code of the country where, or None (unplaced tray).
        place: Below country level, or None: drawn at country level.
        target: For alignment, the country or bloc; for a base handed over, who receives it.
        state: What is drawn.
        certainty: On what footing.
        valid: When it was true in the world.
        known: When somebody could have read it.
        count: People, or None where no source gives a number.
        deadline: Last day to which the state is due to change, or None.
        attested: Days on which a source attests the state, ascending; the ink fades from the last
            one that is not after D.
        claim_ids: The claims that tell this state, its number or its deadline themselves.
        document_ids: Their sources, in order of publication.
        review: ACCEPTED when any supporting claim was accepted or edited, else SUGGESTED.
        event: Finer word of the lexicon for the newest supporting claim, or empty.
        is_disputed: Whether sources disagree on state, dates or (beyond hedging) counts.
        context_ids: Claims on the same thing by then that tell another step of it; no sources of
            this state.
    """

    id: EpisodeId
    fact_id: FactId
    kind: ClaimKind
    actor: str
    host: str | None
    place: Place | None
    target: str | None
    state: State
    certainty: Certainty
    valid: Days
    known: Days
    count: CountRange | None
    deadline: date | None
    attested: tuple[date, ...]
    claim_ids: tuple[ClaimId, ...]
    document_ids: tuple[DocumentId, ...]
    review: Review
    event: str = ""
    is_disputed: bool = False
    context_ids: tuple[ClaimId, ...] = ()

    def is_drawn(self, on: date, known_by: date) -> bool:
        """Say whether the rectangle holds the two days."""
        return self.valid.holds(on) and self.known.holds(known_by)

    def is_drawn_in(self, during: Days, known_by: date) -> bool:
        """Say whether the state held on some of the days, as known by a day."""
        return self.valid.overlaps(during) and self.known.holds(known_by)
