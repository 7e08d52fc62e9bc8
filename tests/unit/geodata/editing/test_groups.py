"""A person joins and parts what the reader joined."""

from __future__ import annotations

import pytest

from geodata.domain.claims import ClaimId, ClaimKind, Status
from geodata.domain.edits import JoinClaims, PartClaims
from geodata.editing import groups_of
from geodata.timeline import gather_facts
from tests.helpers.builders import a_claim

A, B, C = (ClaimId(name) for name in "abc")
CLAIMS = (a_claim("a", host="NE"), a_claim("b", host="TD"), a_claim("c", host="NE"))


def facts_of(*edits: JoinClaims | PartClaims) -> set[frozenset[str]]:
    facts = gather_facts(CLAIMS, groups_of(edits))
    return {frozenset(claim.id for claim in fact.claims) for fact in facts}


def test_without_a_decision_claims_are_joined_by_what_they_say() -> None:
    assert facts_of() == {frozenset("ac"), frozenset("b")}


def test_joined_claims_make_one_fact() -> None:
    assert facts_of(JoinClaims((A, B))) == {frozenset("ab"), frozenset("c")}


def test_joining_takes_along_what_was_joined_before() -> None:
    assert facts_of(JoinClaims((A, B)), JoinClaims((B, C))) == {frozenset("abc")}


def test_a_parted_claim_leaves_its_fact() -> None:
    assert facts_of(PartClaims((C,))) == {frozenset("a"), frozenset("b"), frozenset("c")}


def test_the_latest_decision_holds() -> None:
    assert facts_of(JoinClaims((A, B)), PartClaims((B,))) == {
        frozenset("a"),
        frozenset("b"),
        frozenset("c"),
    }


def test_claims_of_two_kinds_never_make_one_fact() -> None:
    base = a_claim("d", kind=ClaimKind.BASE, status=Status.OPERATES)
    groups = groups_of([JoinClaims((A, ClaimId("d")))])
    facts = gather_facts([*CLAIMS, base], groups)
    assert all(len({claim.kind for claim in fact.claims}) == 1 for fact in facts)


def test_one_claim_alone_cannot_be_joined() -> None:
    with pytest.raises(ValueError, match="two claims"):
        JoinClaims((A, A))
