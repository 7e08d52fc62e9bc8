"""What the reader marks in an article: places, dates, counts, actors, claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from desktop.wording.words import count_words, date_words
from geodata.domain.claims import Claim
from geodata.domain.documents import Document
from geodata.domain.mentions import Count, DateMention, PlaceMention, Role
from geodata.domain.spans import Span


class ExtractionLike(Protocol):
    """An article with everything that was read in it."""

    @property
    def document(self) -> Document: ...
    @property
    def places(self) -> Sequence[PlaceMention]: ...
    @property
    def dates(self) -> Sequence[DateMention]: ...
    @property
    def claims(self) -> Sequence[Claim]: ...


class HighlightKind(StrEnum):
    """Each kind differs in line, not only in colour."""

    PLACE = "place"
    DATE = "date"
    COUNT = "count"
    ACTOR = "actor"


@dataclass(frozen=True, slots=True)
class Highlight:
    """A marked span, with its reading in words; `mention` is set for places and actors."""

    span: Span
    kind: HighlightKind
    words: str
    mention: PlaceMention | None = None


def highlights_of(extraction: ExtractionLike) -> tuple[Highlight, ...]:
    """Return the marks of an article in reading order."""
    marks = [
        *(_of_place(mention) for mention in extraction.places),
        *(_of_date(mention) for mention in extraction.dates),
        *(_of_count(count) for count in _counts(extraction.claims)),
    ]
    return tuple(sorted(marks, key=lambda mark: (mark.span, mark.kind)))


def evidence_of(claims: Sequence[Claim]) -> tuple[tuple[Span, Claim], ...]:
    """Return each span of evidence with its claim, in reading order."""
    pairs = [(span, claim) for claim in claims for span in claim.evidence]
    return tuple(sorted(pairs, key=lambda pair: (pair[0], pair[1].id)))


def _counts(claims: Sequence[Claim]) -> list[Count]:
    return list({claim.count.span: claim.count for claim in claims if claim.count}.values())


def _of_place(mention: PlaceMention) -> Highlight:
    kind = HighlightKind.PLACE if mention.role is Role.LOCATION else HighlightKind.ACTOR
    place = mention.place
    if place is None:
        read = "not resolved to a place"
    else:
        parts = [place.name, place.admin1, place.country]
        read = ", ".join(dict.fromkeys(part for part in parts if part))
    role = "" if mention.role is Role.LOCATION else f" ({mention.role.value.replace('_', ' ')})"
    lines = [f"{read}{role}", mention.why]
    return Highlight(mention.span, kind, "\n".join(filter(None, lines)), mention)


def _of_date(mention: DateMention) -> Highlight:
    lines = [date_words(mention.when), mention.why or mention.when.why]
    return Highlight(mention.span, HighlightKind.DATE, "\n".join(filter(None, lines)))


def _of_count(count: Count) -> Highlight:
    return Highlight(count.span, HighlightKind.COUNT, f"{count_words(count)} people")
