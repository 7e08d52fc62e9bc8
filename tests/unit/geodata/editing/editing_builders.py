"""One made-up article about Agadez, as it was read."""

from __future__ import annotations

from datetime import date
from typing import Any

from geodata.domain.claims import Claim
from geodata.domain.documents import Document, DocumentId, Publication
from geodata.domain.extractions import Extraction
from geodata.domain.mentions import PlaceMention, Role
from geodata.domain.places import Candidate, Place, PlaceId, PlaceKind
from geodata.domain.spans import Span
from geodata.domain.times import on_day
from tests.helpers.builders import a_claim

TEXT = "US troops stay at Tera. Some 300 of them left Tera in May. Paris is silent."
DOCUMENT = DocumentId("document-1")


def a_place(name: str, country: str | None = "NE", **changes: Any) -> Place:
    """Return a town; its id is made of its name and country."""
    values: dict[str, Any] = {
        "id": PlaceId(f"test:{name}-{country}".casefold()),
        "kind": PlaceKind.SETTLEMENT,
        "lon": 0.75,
        "lat": 14.0,
    }
    return Place(name=name, country=country, **{**values, **changes})


TERA = a_place("Tera")
TERA_ELSEWHERE = a_place("Tera", "CI", lon=-3.6, lat=8.2)


def a_mention(words: str, place: Place | None, nth: int = 0) -> PlaceMention:
    """Return the nth mention of some words of the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    candidates = () if place is None else (Candidate(place, 0.7, "largest"),)
    return PlaceMention(
        Span(start, start + len(words)), words, Role.LOCATION, place, candidates, 0.7
    )


def a_claim_there(claim_id: str, sentence: int, **changes: Any) -> Claim:
    """Return a claim at Tera whose evidence is the nth sentence."""
    first = TEXT.index(".") + 1
    second = TEXT.index(".", first) + 1
    spans = (Span(0, first), Span(first + 1, second), Span(second + 1, len(TEXT)))
    values = {"place": TERA, "host": "NE", "evidence": (spans[sentence],)}
    return a_claim(claim_id, document_id=DOCUMENT, **{**values, **changes})


def an_extraction(*claims: Claim, name: str = "document-1") -> Extraction:
    """Return the article with its mentions and the claims given, or two at Tera."""
    published = Publication(date(2024, 5, 20), on_day(date(2024, 5, 20)), is_stated=True)
    document = Document(DocumentId(name), f"{name}.txt", "Title", TEXT, published=published)
    mentions = (a_mention("Tera", TERA), a_mention("Tera", TERA, 1), a_mention("Paris", None))
    return Extraction(
        document, mentions, (), claims or (a_claim_there("one", 0), a_claim_there("two", 1))
    )
