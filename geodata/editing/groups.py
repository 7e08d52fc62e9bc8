"""Which claims make one thing by a person's decision, whatever the reader joined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from geodata.domain.claims import ClaimId
from geodata.domain.edits import Edit, JoinClaims, PartClaims

Groups = Mapping[ClaimId, str]


def groups_of(edits: Iterable[Edit]) -> Groups:
    """
    Return, for every claim that a person joined or parted, the name of its group.

    Claims with one name make one fact, apart from all others; claims without one are joined by
    what they say. The latest decision on a claim holds. Joining takes along the claims that were
    joined with any of them before. A name is made of the first claim's id, so it is the same
    whenever the edits are.
    """
    group_by_claim: dict[ClaimId, str] = {}
    for edit in edits:
        if isinstance(edit, JoinClaims):
            taken = {group_by_claim[c] for c in edit.claim_ids if c in group_by_claim}
            drawn = [c for c, group in group_by_claim.items() if group in taken]
            name = f"joined-{min(edit.claim_ids)}"
            group_by_claim.update(dict.fromkeys([*drawn, *edit.claim_ids], name))
        elif isinstance(edit, PartClaims):
            name = f"parted-{min(edit.claim_ids)}"
            group_by_claim.update(dict.fromkeys(edit.claim_ids, name))
    return group_by_claim
