"""Statements of bases held against one another: whose a base is, and what of one sentence is one event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geodata.claims.drafts import Draft
from geodata.domain.claims import ClaimKind, Status

_PASSING = 0.55
_FAMILY = {
    Status.CLOSES: Status.HANDED_OVER,
    Status.TO_CLOSE: Status.TO_HAND_OVER,
}


def settle(drafts: Sequence[Draft]) -> list[Draft]:
    """
    Return the drafts with guessed operators of bases put right by what the text tells elsewhere.

    A base that is left and handed over in one sentence is told once, as handed over.
    """
    told = [_with_told_owner(d, drafts) for d in drafts]
    return [d for d in told if not (_is_step_of_handover(d, told) or _is_outdone(d, told))]


def _is_outdone(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """
    Say whether a base that is only named in passing is told of firmly as planned.

    A list of sites that are to be opened must not also count as sites in use.
    """
    return (
        draft.kind is ClaimKind.BASE
        and draft.status is Status.OPERATES
        and draft.strength < _PASSING
        and any(
            d.kind is ClaimKind.BASE
            and d.status is Status.TO_OPEN
            and d.host == draft.host
            and _is_same(d, draft)
            and d.strength > draft.strength
            for d in drafts
        )
    )


def _with_told_owner(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    if draft.kind is not ClaimKind.BASE or not draft.is_guessed:
        return draft
    for why, actors in _owners(draft, drafts):
        ranked = Counter(a for a in actors if a != draft.host).most_common(2)
        if not ranked:
            continue
        best, weight = ranked[0]
        if best != draft.actor and (len(ranked) == 1 or weight > ranked[1][1]):
            reasons = (f"operator: {why}", *draft.reasons[1:])
            return replace(draft, actor=best, reasons=reasons)
        return draft
    return draft


def _owners(draft: Draft, drafts: Sequence[Draft]) -> Iterator[tuple[str, list[str]]]:
    """Those whom the text itself names, for the same base, then for bases of the same country."""
    firm = [d for d in drafts if d.kind is ClaimKind.BASE and not d.is_guessed]
    if draft.place is not None:
        here = [d.actor for d in firm if d.place and d.place.id == draft.place.id]
        yield "named with the base elsewhere", here
    yield "named with other bases of the country", [d.actor for d in firm if d.host == draft.host]
    forces = [d for d in drafts if d.kind is ClaimKind.TROOPS and d.host == draft.host]
    if not any(d.actor == draft.actor for d in forces):
        yield "whose forces are told of in the country", [d.actor for d in forces]


def _is_step_of_handover(draft: Draft, drafts: Sequence[Draft]) -> bool:
    whole = _FAMILY.get(draft.status)
    return draft.kind is ClaimKind.BASE and any(
        d.status is whole
        and (d.actor, d.host) == (draft.actor, draft.host)
        and d.sentences[0] == draft.sentences[0]
        and (d.site == draft.site or _is_same(d, draft))
        for d in drafts
    )


def _is_same(one: Draft, two: Draft) -> bool:
    if one.place is None or two.place is None:
        return one.place is two.place and one.site_name == two.site_name
    return one.place.id == two.place.id
