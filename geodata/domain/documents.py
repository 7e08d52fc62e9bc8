"""Articles as they were given, with what is known of when they appeared."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NewType

from geodata.domain.times import UNKNOWN_DATE, UncertainDate

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


@dataclass(frozen=True, slots=True)
class Document:
    """
    One article.

    Args:
        id: First 16 hex digits of the SHA-256 of the stored bytes.
        name: File name, for lists and messages.
        title: Headline, or the first line when none is given.
        text: The stored text, whole and unchanged; every offset counts its code points.
        body_start: Where the article begins in `text`, after front matter.
        outlet: Who published it, or None when the file does not tell.
        published: When it appeared.
        sha256: Of the stored bytes, in hex.
        path: Where it was read from, or empty for pasted text.
        original: Name of the article that a digest stands for, or empty.
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

    @property
    def reading_text(self) -> str:
        """The text with front matter blanked out by spaces, so that offsets stay the same."""
        return " " * self.body_start + self.text[self.body_start :]
