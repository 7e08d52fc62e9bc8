"""One article as it was read, and the edits that concern it -> the article as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import assert_never

from geodata.domain.claims import Claim, ClaimId, Review
from geodata.domain.documents import Document, DocumentId
from geodata.domain.edits import (
    AddClaim,
    AddDateMention,
    AddPlaceMention,
    ChangeClaim,
    ChoosePlace,
    DatePart,
    DescribeSource,
    Edit,
    JoinClaims,
    PartClaims,
    SetPublication,
    SetReview,
    TieBases,
)
from geodata.domain.extractions import Extraction
from geodata.editing.bases import tie_bases
from geodata.editing.dating import with_part
from geodata.editing.places import choose_place
from geodata.editing.rebasing import counterpart, rebased


def edits_for(document_id: DocumentId, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return the edits that can change what stands for one document, in their order."""
    return tuple(edit for edit in edits if _concerns(edit, document_id))


def apply_edits(extraction: Extraction, edits: Sequence[Edit]) -> Extraction:
    """
    Return the article as it stands after the edits, in their order.

    The article must have been read against the publication dates that `SetPublication` and
    `DatePart` give, see `as_dated`; here those edits only state them. Which claims make one fact is told by `groups_of`.
    Edits of other documents change nothing, and a second application changes nothing more than
    the first: edits speak of claims by what they were, not by where they stand.

    Args:
        extraction: As it was read.
        edits: All of the project or those of `edits_for`.
    """
    standing = extraction
    for edit in edits_for(extraction.document.id, edits):
        standing = _apply(standing, edit)
    return standing if standing is extraction else _in_order(standing)


def _concerns(edit: Edit, document_id: DocumentId) -> bool:
    match edit:
        case SetReview(claims=claims):
            return any(claim.document_id == document_id for claim in claims)
        case ChangeClaim(before=claim) | AddClaim(claim=claim):
            return claim.document_id == document_id
        case ChoosePlace(document_id=where):
            return where is None or where == document_id
        case TieBases(words=words):
            return any(one.document_id == document_id for one in words)
        case AddPlaceMention() | AddDateMention():
            return edit.document_id == document_id
        case SetPublication() | DatePart() | DescribeSource():
            return edit.document_id == document_id
        case JoinClaims() | PartClaims():
            return False
        case _:
            assert_never(edit)


def _apply(standing: Extraction, edit: Edit) -> Extraction:
    match edit:
        case SetReview(claims=claims, review=review):
            for claim in claims:
                if claim.document_id == standing.document.id:
                    standing = _review(standing, claim, review)
            return standing
        case ChangeClaim(before=before, after=after):
            return _change(standing, before, after)
        case AddClaim(claim=claim):
            own = _reported(claim, standing.document)
            return replace(standing, claims=(*_without(standing.claims, claim.id), own))
        case ChoosePlace() | TieBases():
            return _placed(standing, edit)
        case AddPlaceMention(mention=place):
            kept = [p for p in standing.places if not p.span.overlaps(place.span)]
            return replace(standing, places=(*kept, place))
        case AddDateMention(mention=when):
            others = [d for d in standing.dates if not d.span.overlaps(when.span)]
            return replace(standing, dates=(*others, when))
        case SetPublication() | DatePart() | DescribeSource():
            return _described(standing, _document(standing.document, edit))
        case JoinClaims() | PartClaims():
            return standing
        case _:
            assert_never(edit)


def _placed(standing: Extraction, edit: ChoosePlace | TieBases) -> Extraction:
    if isinstance(edit, TieBases):
        return tie_bases(standing, edit)
    return choose_place(standing, edit)


def _document(document: Document, edit: SetPublication | DatePart | DescribeSource) -> Document:
    match edit:
        case SetPublication(published=published):
            return replace(document, published=published)
        case DatePart():
            return with_part(document, edit)
        case DescribeSource(title=title, outlet=outlet):
            return replace(document, title=title, outlet=outlet)


def _described(standing: Extraction, document: Document) -> Extraction:
    claims = tuple(_reported(claim, document) for claim in standing.claims)
    return replace(standing, document=document, claims=claims)


def _reported(claim: Claim, document: Document) -> Claim:
    """Return the claim as known from when its words appeared."""
    published = document.published_at(claim.evidence[0].start)
    return replace(claim, reported=published.reported)


def _review(standing: Extraction, claim: Claim, review: Review) -> Extraction:
    now = counterpart(claim, standing.claims)
    if now is None:
        if review is Review.REJECTED:
            return standing
        kept = _reported(replace(claim, review=review), standing.document)
        return replace(standing, claims=(*standing.claims, kept))
    if review is Review.ACCEPTED and now.review is Review.EDITED:
        review = Review.EDITED
    return _put(standing, now, replace(now, id=claim.id, review=review))


def _change(standing: Extraction, before: Claim, after: Claim) -> Extraction:
    now = counterpart(before, standing.claims)
    if now is None:
        kept = _reported(replace(after, review=Review.EDITED), standing.document)
        return replace(standing, claims=(*standing.claims, kept))
    return _put(standing, now, rebased(now, before, after))


def _put(standing: Extraction, old: Claim, new: Claim) -> Extraction:
    claims = tuple(new if claim.id == old.id else claim for claim in standing.claims)
    return replace(standing, claims=claims)


def _without(claims: Iterable[Claim], claim_id: ClaimId) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if claim.id != claim_id)


def _in_order(standing: Extraction) -> Extraction:
    return replace(
        standing,
        places=tuple(sorted(standing.places, key=lambda p: p.span)),
        dates=tuple(sorted(standing.dates, key=lambda d: d.span)),
        claims=tuple(sorted(standing.claims, key=lambda c: (c.evidence[0], c.kind, c.id))),
    )
