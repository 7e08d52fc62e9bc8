"""What every exporter is given: a project, or a part of it, with all evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from geodata.domain.claims import Claim, ClaimId
from geodata.domain.documents import Document, DocumentId
from geodata.domain.plain_text import plain
from geodata.domain.spans import Span
from geodata.export.manifest import Manifest
from geodata.layers import Mark

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True, slots=True)
class NumberedDocument:
    """An article with its number in the project."""

    number: int
    document: Document


@dataclass(frozen=True)
class ExportContent:
    """
    What is exported.

    Args:
        manifest: Dates, title, and what all rests on.
        marks: What is drawn, over all days or of one frame.
        claims: As they stand, in reading order; rejected ones too, which draw nothing.
        sources: The articles of these claims and of what the marks show.
        shape_of: The polygon of a mark in EPSG:4326, or None for its point.
    """

    manifest: Manifest
    marks: tuple[Mark, ...]
    claims: tuple[Claim, ...]
    sources: tuple[NumberedDocument, ...]
    shape_of: Callable[[Mark], BaseGeometry | None]

    @cached_property
    def claims_by_id(self) -> Mapping[ClaimId, Claim]:
        """The claims by their ids."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def sources_by_id(self) -> Mapping[DocumentId, NumberedDocument]:
        """The articles by their ids."""
        return {source.document.id: source for source in self.sources}

    def quote(self, document_id: DocumentId, span: Span) -> str:
        """Return the words of an article that a span covers."""
        return plain(span.quote(self.sources_by_id[document_id].document.text))


def iso(day: date | None) -> str | None:
    """Return a day as ISO 8601, or None."""
    return day.isoformat() if day else None
