"""A made-up scene in and around one country: every form, anchor and state of a mark."""

from __future__ import annotations

from datetime import date, timedelta

from geodata.domain.claims import ClaimId, Review
from geodata.domain.documents import DocumentId
from geodata.domain.episodes import Certainty, CountRange
from geodata.domain.facts import FactId
from geodata.domain.mentions import Count, Qualifier
from geodata.domain.spans import Span
from geodata.domain.times import Days
from geodata.layers.marks import Anchor, Form, Layer, Mark, Pole
from geodata.mapping.content import PageContent, PageQuote, PageRegion, PageSource

ON = date(2024, 5, 20)
LAYER_OF = {
    Form.GROUND: Layer.ALIGNMENT,
    Form.SHIFT: Layer.ALIGNMENT,
    Form.TROOPS: Layer.TROOPS,
    Form.BASE: Layer.BASES,
    Form.REFERENCE: Layer.BASES,
    Form.REGION: Layer.REGIONS,
}
NIGER, MALI, BURKINA = (8.08, 17.6), (-4.0, 17.5), (-1.6, 12.3)
AGADEZ, NIAMEY, GAO = (7.99, 16.97), (2.11, 13.51), (-0.04, 16.27)


def days(start: str | None, end: str | None = None) -> Days:
    return Days(
        date.fromisoformat(start) if start else None, date.fromisoformat(end) if end else None
    )


def a_mark(id_: str, form: Form, code: str = "US", **given: object) -> Mark:
    """Return a mark that stands over all days unless told otherwise."""
    fields: dict[str, object] = {
        "fact_id": FactId(f"fact:{id_}"),
        "layer": LAYER_OF[form],
        "actor": code,
        "pole": None,
        "second_pole": None,
        "anchor": Anchor.POINT,
        "lon": None,
        "lat": None,
        "country": "NE",
        "place_id": "",
        "place_name": "",
        "state": "",
        "certainty": Certainty.ATTESTED,
        "valid": days("2024-03-01"),
        "known": days(None),
        "attested": (ON,),
        "claim_ids": (ClaimId(f"claim:{id_}"),),
        "document_ids": (DocumentId("doc1"),),
        "review": Review.ACCEPTED,
        "words": f"What the articles say of {id_}.",
    }
    at = given.pop("at", None)
    if at is not None:
        fields["lon"], fields["lat"] = at  # type: ignore[misc]
    return Mark(id=id_, form=form, code=code, **{**fields, **given})  # type: ignore[arg-type]


def troops() -> list[Mark]:
    whole = {"anchor": Anchor.COUNTRY, "at": NIGER}
    docs = tuple(DocumentId(f"doc{n}") for n in range(1, 6))
    claims = tuple(ClaimId(f"claim:us{n}") for n in range(1, 7))
    return [
        a_mark(
            "us-troops",
            Form.TROOPS,
            state="withdrawing",
            count=CountRange(900, 1100, is_open=True),
            deadline=date(2024, 9, 15),
            claim_ids=claims,
            document_ids=docs,
            valid=days("2024-05-19", "2024-09-16"),
            words="US troops, 900 to 1,100 or more, have been leaving Niger since 19 May; they are due out by 15 September 2024.",
            **whole,
        ),
        a_mark(
            "us-troops-before",
            Form.TROOPS,
            state="to_withdraw",
            count=CountRange(900, 1100, is_open=True),
            claim_ids=claims,
            document_ids=docs,
            valid=days("2024-03-16", "2024-05-19"),
            attested=(date(2024, 4, 20),),
            **whole,
        ),
        a_mark(
            "us-troops-late",
            Form.TROOPS,
            state="withdrawing",
            count=CountRange(900, 1100, is_open=True),
            deadline=date(2024, 9, 15),
            certainty=Certainty.UNCONFIRMED,
            claim_ids=claims,
            document_ids=docs,
            valid=days("2024-09-16"),
            words="US troops were due out of Niger by 15 September; unconfirmed since.",
            **whole,
        ),
        a_mark(
            "ru-trainers",
            Form.TROOPS,
            "RU",
            state="arriving",
            label="trainers",
            attested=(date(2024, 4, 12),),
            **whole,
            words="Russian trainers, number unknown, arrived in Niger in April 2024.",
        ),
        a_mark(
            "fr-gone",
            Form.TROOPS,
            "FR",
            state="gone",
            attested=(date(2024, 1, 2),),
            valid=days("2023-12-22"),
            **whole,
        ),
        a_mark(
            "de-gao",
            Form.TROOPS,
            "XX",
            state="to_arrive",
            count=CountRange(120, 120),
            certainty=Certainty.PLANNED,
            at=GAO,
            country="ML",
            place_name="Gao",
        ),
        a_mark(
            "it-niamey",
            Form.TROOPS,
            "XX",
            state="present",
            count=CountRange(250, 350),
            at=NIAMEY,
            place_name="Niamey",
            is_disputed=True,
        ),
        a_mark(
            "tr-maradi",
            Form.TROOPS,
            "TR",
            state="present",
            count=CountRange(40, 40),
            at=(7.1, 13.5),
            place_name="Maradi",
            review=Review.SUGGESTED,
        ),
        a_mark("ru-sahel", Form.TROOPS, "RU", state="present", anchor=Anchor.NONE, country=None),
    ]


def bases() -> list[Mark]:
    return [
        a_mark(
            "ab201",
            Form.BASE,
            state="to_close",
            at=AGADEZ,
            place_name="Air Base 201",
            label="to close, no date",
        ),
        a_mark(
            "ab201-drones",
            Form.BASE,
            state="operates",
            at=AGADEZ,
            place_name="Air Base 201",
            review=Review.SUGGESTED,
        ),
        a_mark(
            "us-bases-a",
            Form.BASE,
            state="operates",
            anchor=Anchor.COUNTRY,
            at=NIGER,
            attested=(date(2024, 3, 20),),
        ),
        a_mark(
            "us-bases-b",
            Form.BASE,
            state="operates",
            anchor=Anchor.COUNTRY,
            at=NIGER,
            attested=(date(2024, 3, 20),),
        ),
        a_mark(
            "ru-bamako",
            Form.BASE,
            "RU",
            state="opens",
            at=(-8.0, 12.65),
            country="ML",
            place_name="Bamako",
        ),
        a_mark(
            "fr-ndjamena",
            Form.BASE,
            "FR",
            state="to_hand_over",
            at=(15.05, 12.11),
            country="TD",
            place_name="N'Djamena",
        ),
        a_mark(
            "cn-zinder",
            Form.BASE,
            "CN",
            state="to_open",
            at=(8.99, 13.8),
            place_name="Zinder",
            certainty=Certainty.PLANNED,
        ),
        a_mark(
            "fr-ouallam",
            Form.BASE,
            "FR",
            state="closed",
            at=(2.08, 14.32),
            place_name="Ouallam",
            attested=(date(2023, 11, 1),),
            valid=days("2023-11-01"),
        ),
        a_mark(
            "fr-faya",
            Form.BASE,
            "FR",
            state="handed_over",
            at=(19.1, 17.92),
            country="TD",
            place_name="Faya",
        ),
        a_mark(
            "ir-tahoua",
            Form.BASE,
            "IR",
            state="operates",
            at=(5.27, 14.89),
            place_name="Tahoua",
            attested=(date(2024, 2, 20),),
            valid=days("2024-02-20"),
        ),
        a_mark(
            "ref-101",
            Form.REFERENCE,
            at=(2.18, 13.48),
            place_name="Air Base 101",
            claim_ids=(),
            document_ids=(),
        ),
        a_mark(
            "ref-dirkou",
            Form.REFERENCE,
            at=(12.87, 18.97),
            place_name="Dirkou airfield",
            claim_ids=(),
            document_ids=(),
        ),
    ]


def alignment() -> list[Mark]:
    ground = {"anchor": Anchor.COUNTRY}
    return [
        a_mark(
            "ground:NE",
            Form.GROUND,
            "",
            pole=Pole.RUSSIA,
            second_pole=Pole.WEST,
            is_disputed=True,
            at=NIGER,
            words="Niger leans toward Russia; one source keeps ties with the West.",
            **ground,
        ),
        a_mark(
            "ground:ML",
            Form.GROUND,
            "",
            pole=Pole.RUSSIA,
            country="ML",
            at=MALI,
            attested=(date(2024, 4, 20),),
            **ground,
        ),
        a_mark(
            "ground:BF",
            Form.GROUND,
            "",
            pole=Pole.RUSSIA,
            country="BF",
            at=BURKINA,
            attested=(date(2024, 4, 1),),
            **ground,
        ),
        a_mark(
            "ground:TD",
            Form.GROUND,
            "",
            pole=Pole.WEST,
            country="TD",
            at=(18.6, 15.4),
            attested=(date(2024, 3, 1),),
            **ground,
        ),
        a_mark(
            "shift:NE",
            Form.SHIFT,
            "NE",
            pole=Pole.RUSSIA,
            second_pole=Pole.WEST,
            state="toward",
            at=NIGER,
            label="away mid-March, toward April",
            attested=(date(2024, 4, 12),),
            **ground,
        ),
        a_mark(
            "shift:ML",
            Form.SHIFT,
            "ML",
            pole=Pole.RUSSIA,
            state="toward",
            country="ML",
            at=MALI,
            label="undated, 1 source",
            **ground,
        ),
        a_mark(
            "shift:BF",
            Form.SHIFT,
            "BF",
            pole=Pole.RUSSIA,
            state="coup",
            country="BF",
            at=BURKINA,
            **ground,
        ),
    ]


def regions() -> list[Mark]:
    return [
        a_mark(
            "region:sahel",
            Form.REGION,
            "",
            anchor=Anchor.REGION,
            country=None,
            place_id="region:sahel",
            place_name="Sahel",
            at=(2.0, 14.5),
            claim_ids=(),
            document_ids=(),
        )
    ]


SAHEL = PageRegion(
    "region:sahel",
    "Sahel",
    (
        (
            (-17, 14),
            (-12, 16.6),
            (0, 17),
            (12, 16.4),
            (24, 15.6),
            (36, 17),
            (38, 13),
            (24, 11.5),
            (12, 11.8),
            (0, 12),
            (-12, 12.4),
            (-17, 12.5),
            (-17, 14),
        ),
    ),
)
SOURCES = tuple(
    PageSource(n, DocumentId(f"doc{n}"), title, outlet, day, is_inferred=n == 1)
    for n, title, outlet, day in (
        (1, "Combat troops told to leave", "Al Example", date(2024, 5, 10)),
        (2, "Out within four months", "The Daily Sample", date(2024, 5, 19)),
        (3, "Talks on an orderly exit", "Sample News", date(2024, 4, 20)),
        (4, "The ministry sets the date", "Example Post", date(2024, 5, 20)),
        (5, "Exit after pact is revoked", "Sample Herald", date(2024, 4, 20)),
    )
)


def _count(low: int, high: int | None, qualifier: Qualifier, text: str) -> Count:
    return Count(low, high, qualifier, text, Span(0, 5))


COUNTS = (
    (
        1,
        _count(1000, 1000, Qualifier.EXACT, "all 1,000"),
        "All 1,000 soldiers were told to go, the governor said.",
    ),
    (
        1,
        _count(1001, None, Qualifier.OVER, "over 1,000"),
        "Over 1,000 of them are still in the country.",
    ),
    (
        2,
        _count(900, 1000, Qualifier.NEARLY, "close to 1,000"),
        "The last of close to 1,000 troops must leave Niger by 15 September at the latest.",
    ),
    (
        3,
        _count(900, 1100, Qualifier.ABOUT, "approximately 1,000"),
        "Approximately 1,000 troops are stationed there.",
    ),
    (
        4,
        _count(900, 1100, Qualifier.ABOUT, "around 1,000"),
        "Around 1,000 service members will go home.",
    ),
    (
        5,
        _count(1001, None, Qualifier.OVER, "over 1,000"),
        "Over 1,000 troops are affected by the decision.",
    ),
)


def quotes(marks: list[Mark]) -> tuple[PageQuote, ...]:
    found = [
        PageQuote(ClaimId(f"claim:us{n}"), source, text, count)
        for n, (source, count, text) in enumerate(COUNTS, start=1)
    ]
    known = {quote.claim_id for quote in found}
    found += [
        PageQuote(claim, 1, f"This is the sentence behind {claim}.")
        for mark in marks
        for claim in mark.claim_ids
        if claim not in known
    ]
    return tuple(found)


def a_scene() -> PageContent:
    """Return the whole scene on 20 May 2024."""
    marks = [*alignment(), *regions(), *troops(), *bases()]
    return PageContent(
        title="American troops are leaving Niger",
        marks=tuple(marks),
        sources=SOURCES,
        quotes=quotes(marks),
        regions=(SAHEL,),
        on=ON,
        known_by=ON,
    )


def many_marks(count: int) -> PageContent:
    """Return a content with so many point marks over two years, spread by a plain rule."""
    first = date(2022, 6, 1)
    marks = [
        a_mark(
            f"m{n}",
            Form.TROOPS if n % 2 else Form.BASE,
            ("US", "RU", "FR", "XX")[n % 4],
            state="present" if n % 2 else "operates",
            at=(-15 + (n * 7919 % 4000) / 100, 5 + (n * 104729 % 2500) / 100),
            count=CountRange(50 + n % 900, 50 + n % 900) if n % 2 else None,
            valid=Days(
                first + timedelta(n * 31 % 730), first + timedelta(n * 31 % 730 + 20 + n % 80)
            ),
            attested=(),
        )
        for n in range(count)
    ]
    return PageContent(title="Many", marks=tuple(marks), sources=SOURCES, on=ON, known_by=ON)
