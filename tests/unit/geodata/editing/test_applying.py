"""What a person decided holds, whatever the reader says afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.domain.claims import Claim, ClaimId, ClaimKind, Review, Status
from geodata.domain.documents import DatedPart, DocumentId, Publication
from geodata.domain.edits import (
    AddClaim,
    AddPlaceMention,
    ChangeClaim,
    ChoosePlace,
    DatePart,
    DescribeSource,
    Edit,
    PartClaims,
    SetPublication,
    SetReview,
)
from geodata.domain.extractions import Extraction
from geodata.domain.mentions import Role
from geodata.domain.spans import Span
from geodata.domain.times import on_day
from geodata.editing import apply_edits, as_dated, lines_around
from tests.unit.geodata.editing.editing_builders import (
    DOCUMENT,
    TERA,
    TERA_ELSEWHERE,
    a_claim_there,
    a_mention,
    a_place,
    an_extraction,
)


def claim_of(extraction: Extraction, claim_id: str) -> Claim:
    return next(claim for claim in extraction.claims if claim.id == claim_id)


@pytest.mark.parametrize("review", [Review.ACCEPTED, Review.REJECTED, Review.SUGGESTED])
def test_a_review_changes_the_claims_meant_and_no_other(review: Review) -> None:
    read = an_extraction()
    standing = apply_edits(read, [SetReview((read.claims[0],), review)])
    assert claim_of(standing, "one").review is review
    assert claim_of(standing, "two") == read.claims[1]


def test_no_edit_gives_back_the_very_article() -> None:
    read = an_extraction()
    assert apply_edits(read, [PartClaims((ClaimId("one"),))]) is read


def test_a_change_keeps_the_field_that_the_person_set_and_takes_the_rest_from_a_newer_reading() -> (
    None
):
    read = an_extraction()
    before = read.claims[0]
    edit = ChangeClaim(before, replace(before, status=Status.WITHDRAWS))
    again = an_extraction(replace(before, confidence=0.9), read.claims[1])
    changed = claim_of(apply_edits(again, [edit]), "one")
    assert changed.status is Status.WITHDRAWS
    assert changed.confidence == 0.9
    assert changed.review is Review.EDITED


def test_a_change_finds_its_claim_by_the_evidence_when_a_newer_reading_gives_another_id() -> None:
    before = a_claim_there("one", 0)
    edit = ChangeClaim(before, replace(before, actor="FR"))
    again = an_extraction(a_claim_there("new", 0, actor="RU"), a_claim_there("two", 1))
    standing = apply_edits(again, [edit])
    assert [claim.id for claim in standing.claims] == ["one", "two"]
    assert claim_of(standing, "one").actor == "FR"


def test_an_accepted_claim_stays_when_a_newer_reading_misses_it() -> None:
    read = an_extraction()
    edit = SetReview((read.claims[0],), Review.ACCEPTED)
    standing = apply_edits(an_extraction(a_claim_there("two", 1)), [edit])
    assert claim_of(standing, "one").review is Review.ACCEPTED


def test_a_rejected_claim_that_is_read_no_more_does_not_come_back() -> None:
    read = an_extraction()
    edit = SetReview((read.claims[0],), Review.REJECTED)
    standing = apply_edits(an_extraction(a_claim_there("two", 1)), [edit])
    assert [claim.id for claim in standing.claims] == ["two"]


def test_accepting_an_edited_claim_leaves_it_edited() -> None:
    before = a_claim_there("one", 0)
    edits = [
        ChangeClaim(before, replace(before, actor="FR")),
        SetReview((before,), Review.ACCEPTED),
    ]
    assert claim_of(apply_edits(an_extraction(), edits), "one").review is Review.EDITED


def test_one_mention_moves_alone_and_only_the_claim_that_rests_on_it_follows() -> None:
    read = an_extraction()
    edit = ChoosePlace("Tera", TERA_ELSEWHERE, DOCUMENT, read.places[1].span)
    standing = apply_edits(read, [edit])
    assert [mention.place for mention in standing.places] == [TERA, TERA_ELSEWHERE, None]
    assert claim_of(standing, "one").place == TERA
    assert claim_of(standing, "two").place == TERA_ELSEWHERE
    assert claim_of(standing, "two").host == "CI"


def test_a_choice_for_all_articles_moves_every_mention_of_the_name_in_any_case() -> None:
    standing = apply_edits(an_extraction(name="other"), [ChoosePlace("TERA", TERA_ELSEWHERE)])
    assert [mention.place for mention in standing.places[:2]] == [TERA_ELSEWHERE] * 2


def test_what_was_read_stays_as_a_candidate_behind_the_choice() -> None:
    read = an_extraction()
    standing = apply_edits(read, [ChoosePlace("Tera", TERA_ELSEWHERE)])
    assert [c.place for c in standing.places[0].candidates] == [TERA_ELSEWHERE, TERA]


def test_not_a_place_takes_mention_and_pin_away_and_leaves_the_claim_in_its_country() -> None:
    standing = apply_edits(an_extraction(), [ChoosePlace("Tera", None, DOCUMENT)])
    assert [mention.text for mention in standing.places] == ["Paris"]
    assert claim_of(standing, "one").place is None
    assert claim_of(standing, "one").host == "NE"


def test_a_choice_for_one_article_leaves_the_others() -> None:
    other = an_extraction(name="other")
    assert apply_edits(other, [ChoosePlace("Tera", None, DOCUMENT)]) is other


def test_a_place_added_by_hand_stands_in_its_order_and_takes_the_place_of_what_it_covers() -> None:
    paris = a_place("Paris", "FR")
    by_hand = replace(a_mention("Paris", paris), role=Role.METONYM)
    standing = apply_edits(an_extraction(), [AddPlaceMention(DOCUMENT, by_hand)])
    assert standing.places[-1] == by_hand
    assert len(standing.places) == 3


def test_a_claim_added_by_hand_counts_as_known_from_its_article() -> None:
    own = a_claim_there("own", 2, review=Review.EDITED)
    standing = apply_edits(an_extraction(), [AddClaim(own)])
    assert claim_of(standing, "own").reported == on_day(date(2024, 5, 20))


def test_another_publication_date_changes_when_the_claims_were_known() -> None:
    when = Publication(date(2024, 6, 1), on_day(date(2024, 6, 1)), "given by hand", is_stated=True)
    standing = apply_edits(an_extraction(), [SetPublication(DOCUMENT, when)])
    assert {claim.reported for claim in standing.claims} == {on_day(date(2024, 6, 1))}


def on(day: int) -> Publication:
    when = date(2024, 6, day)
    return Publication(when, on_day(when), "given by hand", is_stated=True)


SECOND = a_claim_there("two", 1).evidence[0]


def test_a_part_of_a_day_of_its_own_changes_only_when_its_claims_were_known() -> None:
    standing = apply_edits(an_extraction(), [DatePart(DOCUMENT, SECOND, on(3))])
    assert claim_of(standing, "one").reported == on_day(date(2024, 5, 20))
    assert claim_of(standing, "two").reported == on_day(date(2024, 6, 3))
    assert standing.document.parts == (DatedPart(SECOND, on(3)),)


def test_the_day_of_the_whole_article_leaves_a_part_on_its_own() -> None:
    edits = [DatePart(DOCUMENT, SECOND, on(3)), SetPublication(DOCUMENT, on(9))]
    standing = apply_edits(an_extraction(), edits)
    assert claim_of(standing, "one").reported == on_day(date(2024, 6, 9))
    assert claim_of(standing, "two").reported == on_day(date(2024, 6, 3))


def test_what_is_added_or_accepted_in_a_part_is_known_from_the_day_of_the_part() -> None:
    own = a_claim_there("own", 1, review=Review.EDITED)
    gone = a_claim_there("gone", 1, actor="CN", kind=ClaimKind.BASE, status=Status.OPERATES)
    edits: list[Edit] = [
        DatePart(DOCUMENT, SECOND, on(3)),
        AddClaim(own),
        SetReview((gone,), Review.ACCEPTED),
    ]
    standing = apply_edits(an_extraction(), edits)
    assert {claim_of(standing, name).reported for name in ("own", "gone")} == {
        on_day(date(2024, 6, 3))
    }


def test_a_later_part_takes_from_an_earlier_one_and_the_rest_of_it_stays() -> None:
    edits = [
        DatePart(DOCUMENT, Span(10, 60), on(3)),
        DatePart(DOCUMENT, Span(20, 30), on(4)),
        DatePart(DOCUMENT, Span(40, 50), None),
    ]
    document = apply_edits(an_extraction(), edits).document
    assert [(part.span.start, part.span.end, part.published) for part in document.parts] == [
        (10, 20, on(3)),
        (20, 30, on(4)),
        (30, 40, on(3)),
        (50, 60, on(3)),
    ]


@pytest.mark.parametrize(
    ("text", "words", "lines"),
    [
        ("One.\nTwo two.\nThree.", "two", "Two two."),
        ("One.\n\n  Two.  \nThree.", "Two.  \nTh", "Two.  \nThree."),
        ("Only", "n", "Only"),
    ],
)
def test_a_part_is_made_of_whole_lines(text: str, words: str, lines: str) -> None:
    start = text.index(words)
    assert lines_around(text, Span(start, start + len(words))).quote(text) == lines


PART = st.tuples(st.integers(0, 70), st.integers(1, 30), st.none() | st.integers(1, 28))


@given(st.lists(PART, max_size=8))
def test_every_character_has_the_day_that_was_decided_for_it_last(
    decided: list[tuple[int, int, int | None]],
) -> None:
    edits: list[Edit] = [
        DatePart(DOCUMENT, Span(start, start + length), None if day is None else on(day))
        for start, length, day in decided
    ]
    document = as_dated(an_extraction().document, edits)
    for offset in range(len(document.text)):
        days = [day for a, length, day in decided if a <= offset < a + length]
        expected = on(days[-1]) if days and days[-1] is not None else document.published
        assert document.published_at(offset) == expected
    assert as_dated(document, edits) is document
    assert apply_edits(an_extraction(), edits).document == document


def test_title_and_outlet_can_be_corrected() -> None:
    standing = apply_edits(an_extraction(), [DescribeSource(DOCUMENT, "Out of Tera", "The Post")])
    assert (standing.document.title, standing.document.outlet) == ("Out of Tera", "The Post")


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: SetReview((), Review.ACCEPTED),
        lambda: SetReview((a_claim_there("one", 0),), Review.EDITED),
        lambda: ChangeClaim(a_claim_there("one", 0), a_claim_there("two", 0)),
        lambda: ChoosePlace("Tera", None, None, Span(0, 4)),
        lambda: ChoosePlace(" ", None),
        lambda: PartClaims(()),
    ],
)
def test_an_edit_without_sense_is_refused(wrong: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        wrong()  # type: ignore[operator]


CLAIMS = (a_claim_there("one", 0), a_claim_there("two", 1))
AN_EDIT: st.SearchStrategy[Edit] = st.one_of(
    st.builds(
        SetReview,
        st.sampled_from([(CLAIMS[0],), (CLAIMS[1],), CLAIMS]),
        st.sampled_from([Review.ACCEPTED, Review.REJECTED, Review.SUGGESTED]),
    ),
    st.builds(
        lambda claim, actor: ChangeClaim(claim, replace(claim, actor=actor)),
        st.sampled_from(CLAIMS),
        st.sampled_from(["FR", "RU", "US"]),
    ),
    st.builds(
        ChoosePlace,
        st.just("Tera"),
        st.sampled_from([TERA, TERA_ELSEWHERE]),
        st.sampled_from([None, DOCUMENT]),
    ),
    st.builds(
        lambda start, day: DatePart(
            DOCUMENT, Span(start, start + 25), None if day is None else on(day)
        ),
        st.integers(0, 50),
        st.sampled_from([None, 3, 4]),
    ),
    st.builds(AddClaim, st.just(a_claim_there("own", 2))),
    st.builds(
        DescribeSource, st.just(DOCUMENT), st.sampled_from(["A", "B"]), st.sampled_from([None, "C"])
    ),
)


@given(st.lists(AN_EDIT, max_size=8))
def test_edits_applied_again_to_what_stands_change_nothing_that_the_last_of_a_kind_did_not(
    edits: list[Edit],
) -> None:
    read = an_extraction()
    once = apply_edits(read, edits)
    assert apply_edits(read, edits) == once
    assert len({claim.id for claim in once.claims}) == len(once.claims)
    if edits:
        assert apply_edits(once, edits[-1:]) == once


@given(st.lists(AN_EDIT, max_size=6))
def test_edits_of_one_article_leave_another_that_shares_no_decision(edits: list[Edit]) -> None:
    other = an_extraction(a_claim_there("far", 0), name="other")
    meant = [edit for edit in edits if not isinstance(edit, ChoosePlace)]
    assert apply_edits(other, meant) is other
    assert other.document.id == DocumentId("other")
