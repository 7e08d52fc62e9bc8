"""Words that a person ties to a base take along the claims that rest on them, and no others."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.domain.claims import Claim, ClaimKind, Status
from geodata.domain.edits import Edit, TieBases, WordsOfBase
from geodata.domain.extractions import Extraction
from geodata.domain.facilities import FacilityMention
from geodata.domain.places import Place, PlaceKind
from geodata.domain.spans import Span
from geodata.editing import apply_edits
from tests.unit.geodata.editing.editing_builders import (
    DOCUMENT,
    TERA,
    TEXT,
    a_claim_there,
    a_place,
    an_extraction,
)

BASE = a_place("Tera Air Base", kind=PlaceKind.BASE, lon=0.8, lat=14.1, radius_km=2.0)
OTHER = a_place("Camp Tera", kind=PlaceKind.BASE, lon=0.7, lat=14.0)
ABROAD = a_place("Camp Abroad", "CI", kind=PlaceKind.BASE)
WORDS = Span(0, TEXT.index("."))  # “US troops stay at Tera”
ELSEWHERE = Span(TEXT.index("Some"), TEXT.index("in May"))


def a_facility(span: Span = WORDS, place: Place | None = TERA) -> FacilityMention:
    return FacilityMention(
        DOCUMENT, span, span.quote(TEXT), "air", place, 15.0, False, True, 0.6, "in the town"
    )


def an_article(*claims: Claim, **changes: Any) -> Extraction:
    values = {"facilities": (a_facility(),), **changes}
    return replace(an_extraction(*claims), **values)


def tie(place: Place | None, span: Span = WORDS) -> TieBases:
    return TieBases((WordsOfBase(DOCUMENT, span, span.quote(TEXT)),), place)


def a_base(claim_id: str, sentence: int = 0, **changes: Any) -> Claim:
    values = {"kind": ClaimKind.BASE, "status": Status.OPERATES, "host": "NE", **changes}
    return a_claim_there(claim_id, sentence, **values)


def place_of(standing: Extraction, claim_id: str) -> Place | None:
    return next(claim.place for claim in standing.claims if claim.id == claim_id)


def test_words_and_their_claims_move_to_the_base_and_others_stay() -> None:
    read = an_article(a_base("here"), a_base("there", 1))
    standing = apply_edits(read, [tie(BASE)])
    (words,) = standing.facilities
    assert (words.place, words.score, words.radius_km) == (BASE, 1.0, 2.0)
    assert place_of(standing, "here") == BASE
    assert place_of(standing, "there") == TERA


def test_a_base_without_a_place_takes_it_only_in_its_own_country() -> None:
    read = an_article(a_base("none", place=None), facilities=(a_facility(place=None),))
    assert place_of(apply_edits(read, [tie(BASE)]), "none") == BASE
    assert place_of(apply_edits(read, [tie(ABROAD)]), "none") is None


def test_troops_of_a_whole_country_are_never_put_at_the_base() -> None:
    read = an_article(a_claim_there("troops", 0, place=None))
    assert place_of(apply_edits(read, [tie(BASE)]), "troops") is None


def test_words_that_are_parted_from_a_base_leave_their_claim_at_the_town_they_name() -> None:
    read = an_article(a_base("here"))
    standing = apply_edits(read, [tie(BASE), tie(None)])
    assert place_of(standing, "here") == TERA
    assert standing.facilities[0].place is None
    assert not standing.facilities[0].is_definite


def test_a_reading_with_other_words_leaves_the_decision_without_effect() -> None:
    read = an_article(facilities=(a_facility(ELSEWHERE),))
    assert apply_edits(read, [tie(BASE)]).facilities == read.facilities


def test_tying_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="needs words"):
        TieBases((), BASE)


@given(st.lists(st.sampled_from([tie(BASE), tie(OTHER), tie(None), tie(BASE, ELSEWHERE)])))
def test_the_last_decision_holds_whatever_came_before(edits: list[Edit]) -> None:
    read = an_article(a_base("here"))
    once = apply_edits(read, edits)
    assert apply_edits(read, edits) == once
    meant = [e.place for e in edits if isinstance(e, TieBases) and e.words[0].span == WORDS]
    expected = (meant[-1] or TERA) if meant else TERA
    assert place_of(once, "here") == expected
