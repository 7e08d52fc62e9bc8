"""A made-up project with hostile words in every field, as exporters are given it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from shapely.geometry import box

from geodata.domain.claims import Claim, ClaimId, Review
from geodata.domain.documents import Document, DocumentId, Publication
from geodata.domain.episodes import CountRange
from geodata.domain.layers import Layer
from geodata.domain.mentions import Count, Qualifier
from geodata.domain.places import Place, PlaceId, PlaceKind
from geodata.domain.spans import Span
from geodata.domain.times import Days, Precision, UncertainDate, on_day
from geodata.export import (
    ExportContent,
    Manifest,
    ManifestClaim,
    ManifestSource,
    NumberedDocument,
)
from geodata.layers import Anchor, Form, Mark, Passage
from tests.helpers.builders import a_claim, a_mark

# Each is a way in which text has become code, or has broken a format, somewhere.
HOSTILE = {
    "formula": "=cmd|' /C calc'!A0",
    "sum": "@SUM(1+1)",
    "plus": "+1-2",
    "minus": "-2+3",
    "tab": "\t=1+1",
    "line break": 'one\n"two", three\r\n;four',
    "quotes": "“it's” \"said\" 'so' `there`",
    "markup": "<script>alert(1)</script><b onmouseover=x>&lt;&amp;</b>",
    "end of CDATA": "a ]]> b <![CDATA[ c",
    "end of script": "</script></body></html><!--",
    "JSON": '{"layer": "bases", "x": [1]}',
    "list": "[1, 2]",
    "control characters": "a\x00b\x07c\x1bd\x85e\ufffe",
    "half a pair": "a\ud800b",
    "direction": "\u202eevil\u202c \u2066x\u2069",
    "emoji": "👩‍🚀 é e\u0301 \u3000",
    "SQL": "'; DROP TABLE claims; --",
}
STAND_IN = "\ufffd"
MAY = UncertainDate(date(2024, 5, 1), date(2024, 5, 31), Precision.MONTH, "in May", "the month")
BASE = Place(PlaceId("base:tera"), "Fort Tera", PlaceKind.BASE, -0.75, 14.0, "NE", radius_km=5.0)


def hostile_document(name: str, words: str, number: int) -> NumberedDocument:
    """Return an article whose every field holds the words."""
    document = Document(
        DocumentId(name),
        f"{words}.txt",
        words,
        f"{words} they said.",
        outlet=words,
        published=Publication(
            date(2024, 5, 20), on_day(date(2024, 5, 20)), f"It says {words}.", is_stated=True
        ),
        sha256=f"{number:064x}",
        author=words,
    )
    return NumberedDocument(number, document)


def hostile_claim(name: str, source: NumberedDocument, words: str, **changes: Any) -> Claim:
    """Return a claim whose quote and every word are these."""
    span = Span(0, len(words))
    values: dict[str, Any] = {
        "document_id": source.document.id,
        "evidence": (span, Span(0, len(source.document.text))),
        "attribution": words,
        "reasons": (words, "The second reason."),
        "count": Count(300, None, Qualifier.OVER, words, span),
        "begins": MAY,
        "deadline": UncertainDate(None, date(2024, 9, 15), Precision.DAY, words),
        "place": BASE,
        "confidence": 0.75,
        "reported": on_day(date(2024, 5, 20)),
    }
    return a_claim(name, **{**values, **changes})


def hostile_mark(name: str, claim: Claim, words: str, **changes: Any) -> Mark:
    """Return a mark of one claim, in these words."""
    values: dict[str, Any] = {
        "claim_ids": (claim.id,),
        "document_ids": (claim.document_id,),
        "words": words,
        "label": words,
        "place_name": words,
        "count": CountRange(300, 1100, is_open=True),
        "deadline": date(2024, 9, 15),
        "valid": Days(date(2024, 5, 10), date(2024, 5, 20)),
        "known": Days(date(2024, 5, 20), None),
    }
    return a_mark(name, **{**values, **changes})


def a_content() -> ExportContent:
    """Return hostile troops, and one mark of each other layer and kind of place."""
    sources, claims, marks = [], [], []
    for number, (name, words) in enumerate(HOSTILE.items(), start=1):
        source = hostile_document(f"document {name}", words, number)
        claim = hostile_claim(f"claim {name}", source, words)
        sources.append(source)
        claims.append(claim)
        marks.append(hostile_mark(f"mark {name}", claim, words))
    first, last = claims[0], claims[-1]
    rejected = replace(first, id=ClaimId("claim rejected"), review=Review.REJECTED)
    claims.append(rejected)
    ground = {"layer": Layer.ALIGNMENT, "form": Form.GROUND, "anchor": Anchor.COUNTRY}
    marks += [
        hostile_mark("ground", first, "leans", **ground, lon=8.0, lat=17.0, count=None),
        hostile_mark("open", last, "open", valid=Days(None, None), known=Days(None, None)),
        hostile_mark("nowhere", last, "nowhere", anchor=Anchor.NONE, lon=None, lat=None),
        hostile_mark(
            "mention",
            first,
            "",
            layer=Layer.MENTIONS,
            form=Form.MENTION,
            claim_ids=(),
            passages=(Passage(first.document_id, Span(0, 4)),),
        ),
    ]
    return made_content(tuple(marks), tuple(claims), tuple(sources))


def made_content(
    marks: tuple[Mark, ...], claims: tuple[Claim, ...], sources: tuple[NumberedDocument, ...]
) -> ExportContent:
    """Return what exporters are given, with its manifest."""
    documents = [(source.number, source.document) for source in sources]
    manifest = Manifest(
        version="1.2.3",
        title="Out of Niger <&> ]]>",
        on=None,
        claims=tuple(ManifestClaim(c.id, c.document_id, c.review.value) for c in claims),
        sources=tuple(
            ManifestSource(n, d.id, d.sha256, d.title, d.outlet, d.published.best)
            for n, d in documents
        ),
    )
    return ExportContent(
        manifest,
        marks,
        claims,
        sources,
        lambda mark: box(0, 11, 16, 24) if mark.form is Form.GROUND else None,
    )
