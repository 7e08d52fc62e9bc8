"""Two made-up articles with their mentions, claims and time, for tests of the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from geodata.domain.claims import Claim, ClaimId, ClaimKind, Modality, Review, Status
from geodata.domain.documents import Document, DocumentId, Publication
from geodata.domain.facts import Fact, FactId
from geodata.domain.layers import Layer
from geodata.domain.mentions import Count, DateMention, DateRelation, PlaceMention, Qualifier, Role
from geodata.domain.places import Place, PlaceId, PlaceKind
from geodata.domain.spans import Span
from geodata.domain.times import Days, Precision, UncertainDate, on_day
from geodata.timeline import Axis, AxisDeadline, AxisEvent, AxisPublication, DayCount

FIRST = DocumentId("aaaaaaaaaaaaaaaa")
SECOND = DocumentId("bbbbbbbbbbbbbbbb")

TEXT = """---
outlet: The Harbour Post
---

Guests to leave the island base

The last of about 300 Norland soldiers will leave Port Halden by 15 September, the harbour ministry said on Sunday. They came in March.

Talks had begun two weeks before. Norland asked for more time, and the ministry said that it had none to give. Fishermen watched from the pier as the first crates were carried down.

Nothing was said of the airfield. An officer called it a matter for another day, and the day was not named. The town has lived with the airfield for twenty years, and many have worked there as cooks, drivers and clerks.

Southern trainers arrived in the capital last month. Nobody would give their number.
"""


@dataclass(frozen=True)
class MadeUpExtraction:
    """An article with what was read in it."""

    document: Document
    places: tuple[PlaceMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True)
class MadeUpSource:
    """An article with its number."""

    number: int
    extraction: MadeUpExtraction

    @property
    def document(self) -> Document:
        return self.extraction.document


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def a_place(name: str = "Port Halden") -> Place:
    return Place(PlaceId("made-up:1"), name, PlaceKind.SETTLEMENT, 8.0, 17.0, "NE", "Agadez")


def an_article(text: str = TEXT, body_start: int = TEXT.index("Guests")) -> Document:
    return Document(
        FIRST,
        "island.md",
        "Guests to leave the island base",
        text,
        body_start=body_start,
        outlet="The Harbour Post",
        published=Publication(
            date(2024, 5, 20),
            UncertainDate(date(2024, 5, 20), date(2024, 5, 26), Precision.WEEK),
            "The text says “on Sunday” and names the 19th.",
            is_stated=False,
        ),
    )


def a_leaving_claim(**changed: object) -> Claim:
    fields: dict[str, object] = {
        "id": ClaimId("leave"),
        "document_id": FIRST,
        "kind": ClaimKind.TROOPS,
        "actor": "US",
        "host": "NE",
        "status": Status.TO_WITHDRAW,
        "modality": Modality.ANNOUNCED,
        "evidence": (span_of(TEXT[TEXT.index("The last of") : TEXT.index(" They came")]),),
        "begins": on_day(date(2024, 5, 19), why="“Sunday” before publication."),
        "deadline": UncertainDate(None, date(2024, 9, 15), text="by 15 September"),
        "attribution": "the harbour ministry",
        "count": Count(270, 330, Qualifier.ABOUT, "about 300", span_of("about 300")),
        "confidence": 0.91,
        "reasons": ("the verb “leave” has the soldiers as its subject", "the date is stated"),
        "reported": on_day(date(2024, 5, 20)),
    }
    return Claim(**(fields | changed))  # type: ignore[arg-type]


def an_arriving_claim(**changed: object) -> Claim:
    fields: dict[str, object] = {
        "id": ClaimId("arrive"),
        "document_id": FIRST,
        "kind": ClaimKind.TROOPS,
        "actor": "RU",
        "host": "NE",
        "status": Status.ARRIVES,
        "modality": Modality.ASSERTED,
        "evidence": (span_of("Southern trainers arrived in the capital last month."),),
        "begins": UncertainDate(date(2024, 4, 1), date(2024, 4, 30), Precision.MONTH, "last month"),
        "confidence": 0.62,
        "review": Review.ACCEPTED,
        "reported": on_day(date(2024, 5, 20)),
    }
    return Claim(**(fields | changed))  # type: ignore[arg-type]


def a_base_claim() -> Claim:
    return Claim(
        ClaimId("base"),
        SECOND,
        ClaimKind.BASE,
        "US",
        "NE",
        Status.TO_CLOSE,
        Modality.DENIED,
        (Span(0, 10),),
        place=a_place("Air Base 9"),
        confidence=0.4,
        review=Review.REJECTED,
    )


def a_turn_claim() -> Claim:
    return Claim(
        ClaimId("turn"),
        SECOND,
        ClaimKind.ALIGNMENT,
        "NE",
        "NE",
        Status.AWAY,
        Modality.ASSERTED,
        (Span(0, 10),),
        target="US",
        begins=UncertainDate(date(2024, 3, 11), date(2024, 3, 20), Precision.INTERVAL),
        confidence=0.7,
        review=Review.EDITED,
    )


def an_extraction() -> MadeUpExtraction:
    place = PlaceMention(
        span_of("Port Halden"),
        "Port Halden",
        Role.LOCATION,
        a_place(),
        why="The only place of that name.",
    )
    actor = PlaceMention(
        span_of("Norland"), "Norland", Role.ATTRIBUTIVE, None, why="Stands before “soldiers”."
    )
    sunday = DateMention(
        span_of("on Sunday"), "on Sunday", on_day(date(2024, 5, 19)), why="The Sunday before."
    )
    due = DateMention(
        span_of("by 15 September"),
        "by 15 September",
        UncertainDate(None, date(2024, 9, 15)),
        DateRelation.BY,
        why="A deadline.",
    )
    claims = (a_leaving_claim(), an_arriving_claim())
    return MadeUpExtraction(an_article(), (place, actor), (sunday, due), claims)


def a_second_extraction() -> MadeUpExtraction:
    document = Document(SECOND, "note.txt", "A note", "Air Base 9 will not close, a clerk said.")
    return MadeUpExtraction(document, claims=(a_base_claim(), a_turn_claim()))


def two_sources() -> tuple[MadeUpSource, MadeUpSource]:
    return MadeUpSource(1, an_extraction()), MadeUpSource(2, a_second_extraction())


def all_claims() -> tuple[Claim, ...]:
    return tuple(claim for source in two_sources() for claim in source.extraction.claims)


def a_fact() -> Fact:
    again = a_leaving_claim(id=ClaimId("leave-2"), document_id=SECOND)
    claims = (a_leaving_claim(), again)
    return Fact(FactId("f"), ClaimKind.TROOPS, "US", "NE", None, None, claims)


def between(first: date, last: date) -> UncertainDate:
    return UncertainDate(first, last, Precision.INTERVAL)


def an_event(when: UncertainDate, layer: Layer, label: str, known: date | None = None) -> AxisEvent:
    return AxisEvent(when, layer, label, (), FactId(label), Days(known, None))


def an_axis() -> Axis:
    april_20, may_20 = date(2024, 4, 20), date(2024, 5, 20)
    return Axis(
        first_day=date(2023, 7, 1),
        last_day=date(2024, 9, 30),
        last_source_day=may_20,
        day_counts=(
            *spread(date(2023, 7, 1), date(2023, 7, 31), Layer.ALIGNMENT, 3),
            *spread(date(2024, 3, 11), date(2024, 3, 22), Layer.ALIGNMENT, 8),
            *spread(date(2024, 4, 1), date(2024, 4, 30), Layer.TROOPS, 12),
            DayCount(date(2024, 4, 19), Layer.BASES, 2, is_vague=False),
            DayCount(date(2024, 4, 19), Layer.TROOPS, 4, is_vague=False),
            DayCount(date(2024, 4, 20), Layer.ALIGNMENT, 3, is_vague=False),
            DayCount(date(2024, 4, 24), Layer.TROOPS, 2, is_vague=False),
            DayCount(date(2024, 5, 19), Layer.TROOPS, 5, is_vague=False),
            DayCount(date(2024, 5, 19), Layer.BASES, 2, is_vague=False),
        ),
        events=(
            an_event(between(date(2023, 7, 1), date(2023, 7, 31)), Layer.ALIGNMENT, "coup"),
            an_event(
                between(date(2024, 3, 11), date(2024, 3, 20)), Layer.ALIGNMENT, "pact revoked"
            ),
            an_event(between(date(2024, 4, 8), date(2024, 4, 14)), Layer.TROOPS, "trainers come"),
            an_event(on_day(date(2024, 4, 19)), Layer.TROOPS, "exit agreed", april_20),
            an_event(on_day(date(2024, 4, 24)), Layer.TROOPS, "talks", may_20),
            an_event(on_day(date(2024, 5, 19)), Layer.TROOPS, "exit begins", may_20),
        ),
        deadlines=(
            AxisDeadline(date(2024, 9, 15), "US out by 15 Sep", FactId("f"), Days(may_20, None)),
        ),
        publications=(
            AxisPublication(FIRST, april_20, on_day(april_20), is_stated=True),
            AxisPublication(
                SECOND, date(2024, 5, 10), between(date(2024, 5, 1), may_20), is_stated=False
            ),
            AxisPublication(DocumentId("c"), may_20, on_day(may_20), is_stated=True),
        ),
    )


def spread(first: date, last: date, layer: Layer, claims: float) -> list[DayCount]:
    days = (last - first).days + 1
    return [
        DayCount(first + timedelta(days=at), layer, claims / days, is_vague=True)
        for at in range(days)
    ]
