"""Articles as they were given, with what is known of when they appeared."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NewType

from geodata.domain.spans import Span
from geodata.domain.times import UNKNOWN_DATE, UncertainDate, on_day

DocumentId = NewType("DocumentId", str)


@dataclass(frozen=True, slots=True)
class Publication:
    """
    When an article appeared.

    Args:
        best: The most likely day, or None when it is not known. Relative expressions
            (“last month”) are read against it.
        within: The range that the day lies in, both ends inclusive.
        why: How it is known: stated, given by the person, or inferred and from what.
        is_stated: Whether the file itself or the person says it, rather than our inference.
    """

    best: date | None = None
    within: UncertainDate = UNKNOWN_DATE
    why: str = "The file does not say when it appeared."
    is_stated: bool = False

    @property
    def reported(self) -> UncertainDate:
        """When what the article says could first be read: the most likely day, else the range."""
        return on_day(self.best) if self.best else self.within


def given_publication(when: UncertainDate, why: str) -> Publication:
    """
    Return a publication as a person gives it; read against the middle of a range.

    Args:
        when: The day or days; one open end is allowed.
        why: What is told of how it is known.
    """
    best = when.earliest or when.latest
    if when.earliest is not None and when.latest is not None:
        best = when.earliest + (when.latest - when.earliest) // 2
    return Publication(best, when, why, is_stated=True)


@dataclass(frozen=True, slots=True)
class DateHint:
    """
    A day that a file carries beside its text, such as when a PDF was made.

    It is weak evidence of when the article appeared: what the text itself says goes first.

    Args:
        day: The day.
        earliest: The first day that it allows, or None.
        latest: The last day that it allows, or None.
        source: Where it stands, as in “the PDF was made on 20 May 2024”: “the PDF was made on”.
    """

    day: date
    earliest: date | None
    latest: date | None
    source: str


@dataclass(frozen=True, slots=True)
class DatedPart:
    """A part of an article that was written on a day of its own."""

    span: Span
    published: Publication


@dataclass(frozen=True, slots=True)
class Document:
    """
    One article.

    Args:
        id: First 16 hex digits of a SHA-256: of the stored bytes, or of its own title and text
            where a file holds several articles, so that an entry of a feed that is saved again
            stays the same.
        name: File name, for lists and messages; a number follows where a file holds several.
        title: Headline, or the first line when none is given.
        text: The stored text, whole and unchanged; every offset counts its code points.
        body_start: Where the article begins in `text`, after front matter.
        outlet: Who published it, or None when the file does not tell.
        published: When it appeared.
        sha256: Of the stored bytes of the whole file, in hex.
        path: Where it was read from, or empty for pasted text.
        original: Name of the article that a digest stands for, or empty.
        author: Who wrote or sent it, or empty.
        hints: Days that the file carries beside its text.
        notes: What the reader left out or could not be sure of, each one sentence.
        parts: Parts that a person gave a publication date of their own, in order; none overlap.
    """

    id: DocumentId
    name: str
    title: str
    text: str
    body_start: int = 0
    outlet: str | None = None
    published: Publication = field(default_factory=Publication)
    sha256: str = ""
    path: str = ""
    original: str = ""
    author: str = ""
    hints: tuple[DateHint, ...] = ()
    notes: tuple[str, ...] = ()
    parts: tuple[DatedPart, ...] = ()

    def published_at(self, offset: int) -> Publication:
        """Return when the words at a code point of `text` appeared."""
        for part in self.parts:
            if part.span.start <= offset < part.span.end:
                return part.published
        return self.published

    @property
    def reading_text(self) -> str:
        """The text with front matter blanked out by spaces, so that offsets stay the same."""
        return " " * self.body_start + self.text[self.body_start :]
