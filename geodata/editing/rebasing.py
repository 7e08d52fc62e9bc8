"""Edits taken on an earlier reading, carried over to the present one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace

from geodata.domain.claims import Claim, Review
from geodata.domain.spans import Span

_NOT_THE_PERSONS = frozenset({"id", "document_id", "review", "reported"})


def counterpart(claim: Claim, present: Iterable[Claim]) -> Claim | None:
    """
    Return the claim of the present reading that an earlier one speaks of, or None.

    It is the one with the same id; else, since a better reader may tell another actor or another
    status, the claim of the same kind whose evidence shares most with the earlier one's first
    span, and at least half of the shorter of the two.
    """
    best, best_rank = None, (False, False, 0.0)
    for now in present:
        if now.id == claim.id:
            return now
        if now.kind is not claim.kind or now.review is not Review.SUGGESTED:
            continue
        shared = max(_shared(claim.evidence[0], span) for span in now.evidence)
        rank = (now.actor == claim.actor, now.status is claim.status, shared)
        if shared >= 0.5 and rank > best_rank:
            best, best_rank = now, rank
    return best


def rebased(now: Claim, before: Claim, after: Claim) -> Claim:
    """
    Return the present claim with the fields that the person changed from `before` to `after`.

    It keeps the id that it was first edited under, so that later edits find it.
    """
    changed = {
        field.name: getattr(after, field.name)
        for field in fields(Claim)
        if field.name not in _NOT_THE_PERSONS
        and getattr(before, field.name) != getattr(after, field.name)
    }
    return replace(now, **changed, id=before.id, review=Review.EDITED)


def _shared(one: Span, two: Span) -> float:
    """Return the common part of two spans as a share of the shorter."""
    common = min(one.end, two.end) - max(one.start, two.start)
    return max(0, common) / min(one.end - one.start, two.end - two.start)
