"""A project compiled again after an edit is the one compiled from nothing, only sooner."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.domain.claims import Claim, ClaimId, ClaimKind, Modality, Review, Status
from geodata.domain.documents import Document, DocumentId, Publication
from geodata.domain.edits import (
    AddClaim,
    ChangeClaim,
    DescribeSource,
    Edit,
    JoinClaims,
    PartClaims,
    SetReview,
)
from geodata.domain.extractions import Extraction
from geodata.domain.mentions import Count, Qualifier
from geodata.domain.places import Place, PlaceId, PlaceKind
from geodata.domain.spans import Span
from geodata.domain.times import UNKNOWN_DATE, UncertainDate, on_day
from geodata.services import Project, Resources, make_project

FIRST = date(2024, 1, 1)
SENTENCE = "Some thousand men of the one are with the other, the agency said on Monday. "
STATUSES = [s for s in Status if s not in {Status.TO_HAND_OVER, Status.HANDED_OVER}]
_TURNS = {Status.TOWARD, Status.AWAY, Status.COUP}
_ON_BASES = {Status.TO_OPEN, Status.OPENS, Status.OPERATES, Status.TO_CLOSE, Status.CLOSES}
_DAYS = st.integers(0, 90).map(lambda shift: FIRST + timedelta(days=shift))


@st.composite
def _when(draw: st.DrawFn) -> UncertainDate:
    first = draw(st.none() | _DAYS)
    if first is None:
        return UNKNOWN_DATE
    return UncertainDate(first, first + timedelta(days=draw(st.sampled_from([0, 0, 20]))))


@st.composite
def _claim(draw: st.DrawFn, number: int, document: Document) -> Claim:
    status = draw(st.sampled_from(STATUSES))
    is_turn = status in _TURNS
    kind = ClaimKind.BASE if status in _ON_BASES else ClaimKind.TROOPS
    town = Place(PlaceId("made-up:town"), "Town", PlaceKind.SETTLEMENT, 8.0, 17.0, "NE")
    start = len(SENTENCE) * (number % 4)
    return Claim(
        id=ClaimId(f"claim-{number}"),
        document_id=document.id,
        kind=ClaimKind.ALIGNMENT if is_turn else kind,
        actor=draw(st.sampled_from(["NE", "ML"] if is_turn else ["US", "Wagner"])),
        host=draw(st.sampled_from(["NE", "ML", None])),
        status=status,
        modality=draw(st.sampled_from([Modality.ASSERTED, Modality.PLANNED, Modality.DENIED])),
        evidence=(Span(start, start + len(SENTENCE) - 1),),
        begins=draw(_when()),
        place=draw(st.sampled_from([None, town])),
        target=draw(st.sampled_from(["US", "RU", "TG"])) if is_turn else None,
        count=draw(st.sampled_from([None, Count(100, 900, Qualifier.RANGE, "some", Span(0, 4))])),
        reported=document.published.within,
    )


@st.composite
def _articles(draw: st.DrawFn) -> tuple[Extraction, ...]:
    articles = []
    for number in range(3):
        day = draw(st.none() | _DAYS)
        published = (
            Publication(None, UNKNOWN_DATE, is_stated=False)
            if day is None
            else Publication(day, on_day(day), is_stated=True)
        )
        name = DocumentId(f"article-{number}")
        document = Document(name, f"{name}.txt", name, SENTENCE * 4, published=published)
        numbers = range(4 * number, 4 * number + draw(st.integers(1, 4)))
        claims = tuple(draw(_claim(n, document)) for n in numbers)
        articles.append(Extraction(document, (), (), claims))
    return tuple(articles)


@st.composite
def _edit(draw: st.DrawFn, articles: tuple[Extraction, ...], number: int) -> Edit:
    claims = [claim for article in articles for claim in article.claims]
    some = st.sampled_from(claims)
    document = draw(st.sampled_from(articles)).document
    claim = draw(some)
    return draw(
        st.one_of(
            st.sampled_from(
                [SetReview((claim,), review) for review in (Review.ACCEPTED, Review.REJECTED)]
            ),
            _when().map(lambda when: ChangeClaim(claim, replace(claim, begins=when))),
            _claim(100 + number, document).map(AddClaim),
            st.just(DescribeSource(document.id, "Another title", "Agency")),
            st.just(PartClaims((claim.id,))),
            some.filter(lambda other: other.id != claim.id).map(
                lambda other: JoinClaims((claim.id, other.id))
            ),
        )
    )


@settings(max_examples=60)
@given(st.data())
def test_any_row_of_edits_gives_what_compiling_from_nothing_gives(
    resources: Resources, data: st.DataObject
) -> None:
    read = data.draw(_articles())
    ids = [article.document.id for article in read]
    edits: tuple[Edit, ...] = ()
    muted: frozenset[DocumentId] = frozenset()
    project = make_project("One", read, resources)
    for number in range(data.draw(st.integers(1, 5))):
        step = data.draw(st.sampled_from(["edit", "edit", "edit", "undo", "mute"]))
        if step == "edit":
            edits = (*edits, data.draw(_edit(read, number)))
        elif step == "undo":
            edits = edits[:-1]
        else:
            muted ^= {data.draw(st.sampled_from(ids))}
        given_ = {"edits": edits, "muted": muted}
        project = make_project("One", read, resources, before=project, **given_)
        assert _differing(project, make_project("One", read, resources, **given_)) == []


def _differing(one: Project, other: Project) -> list[str]:
    return [
        field.name
        for field in fields(Project)
        if field.name != "courses" and getattr(one, field.name) != getattr(other, field.name)
    ]


def test_an_accepted_claim_costs_its_own_fact_only(sample: Project, resources: Resources) -> None:
    claim = sample.claims[0]
    edits = (SetReview((claim,), Review.ACCEPTED),)
    again = make_project(sample.title, sample.read, resources, edits=edits, before=sample)
    former = {id(course) for course in sample.courses}
    (new,) = (course for course in again.courses if id(course) not in former)
    assert claim.id in {told.id for told in new.fact.claims}
