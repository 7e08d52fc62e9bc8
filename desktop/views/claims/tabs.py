"""The tabs of the claims panel: which claims each lists, and what it says when there are none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from geodata.domain.claims import Claim, ClaimId, Review
from geodata.domain.documents import DocumentId


class Tab(StrEnum):
    """Which claims are listed."""

    ARTICLE = "This article"
    REVIEW = "To review"
    MAP = "On the map"
    UNPLACED = "Unplaced"
    ALL = "All"


NO_ARTICLES = "Open articles to see what they claim."
_NO_CLAIMS = "No base, troop or alignment claim could be read in what is open."
_IS_MUTED = "This source is muted, so its claims are left out. Press M or S again to hear it."
_NOT_FOUND = "No claim here has all these words. Clear the line to see the others."
_EMPTY = {
    Tab.ARTICLE: "This article makes no claim that could be read. All lists those of the others.",
    Tab.REVIEW: "Every claim is reviewed. All lists them.",
    Tab.MAP: "Nothing is on the map on this date. Move the date, or choose All.",
    Tab.UNPLACED: "Every claim has a place or a country.",
    Tab.ALL: _NO_CLAIMS,
}


def wanted_in(
    tab: Tab, document_id: DocumentId | None, on_map: frozenset[ClaimId]
) -> Callable[[Claim], bool] | None:
    """Return which claims a tab lists, None for all."""
    return {
        Tab.ALL: None,
        Tab.ARTICLE: lambda claim: claim.document_id == document_id,
        Tab.REVIEW: lambda claim: claim.review is Review.SUGGESTED,
        Tab.MAP: lambda claim: claim.id in on_map,
        Tab.UNPLACED: lambda claim: not (claim.place or claim.host),
    }[tab]


def counts_of(
    claims: Sequence[Claim], document_id: DocumentId | None, on_map: frozenset[ClaimId]
) -> dict[Tab, int]:
    """Return how many claims each tab lists."""
    # One way through all of them: they are counted at every key of a search and every decision.
    article = review = drawn = unplaced = 0
    for claim in claims:
        article += claim.document_id == document_id
        review += claim.review is Review.SUGGESTED
        drawn += claim.id in on_map
        unplaced += not (claim.place or claim.host)
    return {
        Tab.ARTICLE: article,
        Tab.REVIEW: review,
        Tab.MAP: drawn,
        Tab.UNPLACED: unplaced,
        Tab.ALL: len(claims),
    }


def empty_words(
    tab: Tab, *, has_articles: bool, has_claims: bool, is_muted: bool, is_searching: bool
) -> str:
    """Return what an empty list says."""
    if not has_articles:
        return NO_ARTICLES
    if is_searching and has_claims:
        return _NOT_FOUND
    if tab is Tab.ARTICLE and is_muted:
        return _IS_MUTED
    return _EMPTY[tab] if has_claims else _NO_CLAIMS


def next_open(claims: Sequence[Claim], document_id: DocumentId | None) -> Claim | None:
    """
    Return the first claim to review after those of an article, or from the start; None if none.

    Args:
        claims: All, in reading order.
        document_id: The article that is read through.
    """
    own = [at for at, claim in enumerate(claims) if claim.document_id == document_id]
    after = own[-1] + 1 if own else 0
    others = (
        claim for claim in (*claims[after:], *claims[:after]) if claim.document_id != document_id
    )
    return next((claim for claim in others if claim.review is Review.SUGGESTED), None)
