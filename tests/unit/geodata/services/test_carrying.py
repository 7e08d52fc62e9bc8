"""What a job did is done to what stands now; what a person did meanwhile stays."""

from __future__ import annotations

from dataclasses import replace

from geodata.domain.claims import ClaimId, Review
from geodata.domain.documents import Document, DocumentId
from geodata.domain.edits import SetReview
from geodata.domain.extractions import Extraction
from geodata.services.carrying import carried_over
from geodata.store import SavedProject

EDIT, OTHER = (SetReview((ClaimId(key),), Review.ACCEPTED) for key in "ab")


def an_article(key: str, text: str = "Some words.", title: str = "A title") -> Extraction:
    return Extraction(Document(DocumentId(key), f"{key}.txt", title, text), (), (), ())


A, B, C = (an_article(key) for key in "abc")
BASE = SavedProject("Base", (A, B), (EDIT,))


def test_what_was_read_anew_is_taken_and_what_was_undone_stays_undone() -> None:
    new = replace(A)
    outcome = carried_over(
        BASE, replace(BASE, extractions=(new, B)), replace(BASE, title="Named", edits=())
    )
    assert outcome.extractions[0] is new
    assert (outcome.title, outcome.edits) == ("Named", ())


def test_an_article_taken_out_stays_out_and_one_that_came_comes() -> None:
    made = replace(BASE, extractions=(A, B, C))
    outcome = carried_over(BASE, made, replace(BASE, extractions=(B,)))
    assert outcome.extractions == (B, C)


def test_what_the_job_decided_itself_is_put_to_what_was_decided_meanwhile() -> None:
    third = SetReview((ClaimId("c"),), Review.REJECTED)
    made, now = replace(BASE, edits=(EDIT, third)), replace(BASE, edits=(EDIT, OTHER))
    assert carried_over(BASE, made, now).edits == (EDIT, OTHER, third)


def test_a_reading_of_an_article_that_is_another_one_by_now_is_left() -> None:
    dated = an_article("a", title="Another date")
    now = replace(BASE, extractions=(dated, B))
    assert carried_over(BASE, replace(BASE, extractions=(replace(A), B)), now) == now
