"""When an article and its parts appeared, as a person decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from geodata.domain.documents import DatedPart, Document
from geodata.domain.edits import DatePart, Edit, SetPublication
from geodata.domain.spans import Span


def as_dated(document: Document, edits: Iterable[Edit]) -> Document:
    """
    Return the article with the publication dates that the edits give, to be read against them.

    Parts come from edits alone: without one, the article has none.

    Args:
        document: As it was read or as it is stored.
        edits: All of the project, oldest first.
    """
    dated = replace(document, parts=())
    for edit in edits:
        if isinstance(edit, SetPublication) and edit.document_id == document.id:
            dated = replace(dated, published=edit.published)
        elif isinstance(edit, DatePart) and edit.document_id == document.id:
            dated = with_part(dated, edit)
    return document if dated == document else dated


def with_part(document: Document, edit: DatePart) -> Document:
    """Return the article with one part dated, or put back to the rest; it takes from others."""
    kept = [piece for part in document.parts for piece in _outside(part, edit.span)]
    own = [] if edit.published is None else [DatedPart(edit.span, edit.published)]
    return replace(document, parts=tuple(sorted([*kept, *own], key=lambda part: part.span)))


def lines_around(text: str, span: Span) -> Span:
    """Return the whole lines that a span touches, without blanks at their ends."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    words = text[start : end if end >= 0 else len(text)]
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _outside(part: DatedPart, span: Span) -> list[DatedPart]:
    """Return what is left of a part beside a span."""
    pieces = (
        (part.span.start, min(part.span.end, span.start)),
        (max(part.span.start, span.end), part.span.end),
    )
    return [replace(part, span=Span(start, end)) for start, end in pieces if start < end]
