"""Where a force is when its sentence does not say so: where the text put it last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from geodata.claims.drafts import Draft
from geodata.domain.claims import ClaimKind

_GUESSES = (
    "country: named in the sentence before",
    "country: the country that the text turns around",
)
_REACH = 3
_STRENGTH = 0.55


def with_inherited_hosts(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """
    Yield the drafts, a guessed country replaced by where the same force was put shortly before.

    “A calls its soldiers home from B. They were back by May.”: from B, whatever country the text
    turns around.
    """
    ordered = sorted(drafts, key=lambda d: int(d.predicate.i))
    firm = [d for d in ordered if d.kind is ClaimKind.TROOPS and not _is_guess(d)]
    for draft in drafts:
        if draft.kind is not ClaimKind.TROOPS or draft.place is not None or not _is_guess(draft):
            yield draft
            continue
        here = draft.sentences[0].index
        near = [
            d
            for d in firm
            if d.actor == draft.actor
            and d.predicate.i < draft.predicate.i
            and here - d.sentences[0].index <= _REACH
        ]
        last = near[-1] if near else None
        if last is None or last.host in {draft.host, None}:
            yield draft
            continue
        told = tuple(r for r in draft.reasons if r not in _GUESSES)
        reasons = (*told, "country: where the same force was put before")
        yield replace(
            draft, host=last.host, strength=min(draft.strength, _STRENGTH), reasons=reasons
        )


def _is_guess(draft: Draft) -> bool:
    return any(reason in _GUESSES for reason in draft.reasons)
