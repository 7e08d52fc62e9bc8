"""Made-up projects with every kind of edit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from geodata.domain.claims import ClaimId, Review
from geodata.domain.documents import DocumentId, Publication
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
    WordsOfBase,
)
from geodata.domain.extractions import Extraction
from geodata.domain.facilities import FacilityMention
from geodata.domain.layers import Layer
from geodata.domain.mentions import Count, DateMention, Qualifier
from geodata.domain.spans import Span
from geodata.domain.stories import CITATION, Bookmark, BookmarkId, Caption, View
from geodata.domain.times import Precision, Reach, UncertainDate, on_day
from geodata.store import SavedProject, SavedView
from tests.unit.geodata.editing.editing_builders import (
    TERA,
    TERA_ELSEWHERE,
    a_claim_there,
    a_mention,
    an_extraction,
)

MAY = UncertainDate(date(2024, 5, 1), date(2024, 5, 31), Precision.MONTH, "in May", "the month")
ONE = a_claim_there(
    "one", 0, begins=MAY, count=Count(300, None, Qualifier.OVER, "over 300", Span(24, 32))
)
TWO = a_claim_there("two", 1, deadline=on_day(date(2024, 9, 15)), reasons=("told twice",))
ID = DocumentId("document-1")

EDITS: tuple[Edit, ...] = (
    SetReview((ONE,), Review.ACCEPTED),
    ChangeClaim(ONE, replace(ONE, actor="FR")),
    AddClaim(replace(TWO, id=ClaimId("own"))),
    ChoosePlace("Tera", TERA_ELSEWHERE),
    ChoosePlace("Tera", None, ID, Span(18, 22)),
    TieBases((WordsOfBase(ID, Span(0, 8), "US troop"),), TERA),
    TieBases((WordsOfBase(ID, Span(0, 8), "US troop"),), None),
    AddPlaceMention(ID, a_mention("Paris", TERA)),
    AddDateMention(ID, DateMention(Span(51, 57), "in May", MAY, is_vague=True)),
    SetPublication(ID, Publication(date(2024, 6, 1), on_day(date(2024, 6, 1)), "by hand", True)),
    DatePart(ID, Span(24, 60), Publication(date(2024, 6, 3), on_day(date(2024, 6, 3)), "by hand")),
    DatePart(ID, Span(30, 40), None),
    DescribeSource(ID, "Another title", None),
    JoinClaims((ONE.id, TWO.id)),
    PartClaims((TWO.id,)),
)


def an_article(name: str) -> Extraction:
    """Return an article of its own with two claims."""
    claims = (
        replace(claim, id=ClaimId(f"{name}-{claim.id}"), document_id=DocumentId(name))
        for claim in (ONE, TWO)
    )
    base = FacilityMention(
        DocumentId(name), Span(0, 8), "US troop", "air", TERA, 2.5, True, False, 0.75, "by name"
    )
    return replace(an_extraction(*claims, name=name), facilities=(base,))


ARTICLES = tuple(an_article(f"document-{number}") for number in range(1, 5))

BOOKMARKS = (
    Bookmark(BookmarkId("a"), "The start", date(2024, 5, 1), date(2024, 5, 20)),
    Bookmark(
        BookmarkId("b"),
        "A window \u0085 <b>",
        date(2024, 5, 20),
        date(2024, 5, 21),
        Reach(None, 3),
        frozenset({Layer.BASES}),
        frozenset({ID}),
        View(17.5, 8.25, 5.5, 812.0, 533.5),
        Caption(f"About 300 left.{CITATION}\nOr more{CITATION}", (ONE.id, TWO.id)),
    ),
    Bookmark(BookmarkId("c"), "", date(2024, 6, 1), date(2024, 6, 1), hidden=frozenset()),
)

projects: st.SearchStrategy[SavedProject] = st.builds(
    SavedProject,
    title=st.text(max_size=20),
    extractions=st.lists(st.sampled_from(ARTICLES), unique_by=lambda e: e.document.id).map(tuple),
    edits=st.lists(st.sampled_from(EDITS), max_size=6).map(tuple),
    muted=st.frozensets(st.sampled_from([a.document.id for a in ARTICLES])),
    view=st.builds(
        SavedView,
        on=st.none() | st.dates(),
        known_by=st.none() | st.dates(),
        hidden=st.sampled_from([(), ("bases",), ("bases", "regions")]),
    ),
    story=st.lists(st.sampled_from(BOOKMARKS), unique=True).map(tuple),
)


def a_project(*edits: Edit) -> SavedProject:
    """Return a project of two articles."""
    return SavedProject("Tera", ARTICLES[:2], edits or EDITS, frozenset({ARTICLES[1].document.id}))
