"""A project -> the map page, and the files that people publish."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from geodata.domain.claims import Claim
from geodata.domain.documents import Document
from geodata.export import write_html
from geodata.layers import Form, Mark
from geodata.mapping import Opening, PageContent, PageQuote, PageRegion, PageSource
from geodata.services.exports.manifests import frame_manifest
from geodata.services.passages import sentence_around
from geodata.services.projects import Project, Source
from geodata.services.resources import Resources

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


def page_content(project: Project, resources: Resources) -> PageContent:
    """Return what the map page shows of a project, of all days at once."""
    return PageContent(
        title=project.title,
        marks=project.marks,
        sources=tuple(_page_source(source) for source in project.heard),
        quotes=tuple(_quotes(project)),
        regions=tuple(_regions(project.marks, resources)),
        on=project.default_day,
        known_by=project.last_known,
    )


def export_html(
    project: Project,
    resources: Resources,
    target: Path,
    opening: Opening,
    *,
    is_dark: bool = False,
) -> None:
    """
    Write one self-contained HTML file with slider and evidence; it requests nothing.

    Args:
        project: What it shows.
        resources: For the polygons of regions.
        target: File to write; an old one is replaced only when the new one is complete.
        opening: The days, layers and comparison that it opens with.
        is_dark: Whether in the dark theme.

    Raises:
        OutputError: The target cannot be written.
    """
    write_html(
        page_content(project, resources),
        target,
        opening,
        theme="dark" if is_dark else "light",
        manifest=frame_manifest(
            project,
            on=opening.on or project.default_day,
            known_by=opening.known_by or project.last_known,
            hidden=opening.hidden,
            reach=opening.reach,
            is_dark=is_dark,
            compared=opening.compare,
        ),
    )


def _page_source(source: Source) -> PageSource:
    document = source.document
    return PageSource(
        number=source.number,
        document_id=document.id,
        title=document.title,
        outlet=document.outlet or "",
        published=document.published.best,
        is_inferred=not document.published.is_stated,
    )


def _quotes(project: Project) -> Iterable[PageQuote]:
    drawn = {claim_id for mark in project.marks for claim_id in mark.claim_ids}
    for source in project.heard:
        for claim in source.extraction.claims:
            if claim.id in drawn:
                start = claim.evidence[0].start
                yield PageQuote(
                    claim.id,
                    source.number,
                    _words(claim, source),
                    claim.count,
                    _written(source.document, start),
                )
    numbers = {source.document.id: source for source in project.heard}
    for passage in dict.fromkeys(passage for mark in project.marks for passage in mark.passages):
        source = numbers[passage.document_id]
        words = sentence_around(source.document.text, passage.span)
        written = _written(source.document, passage.span.start)
        yield PageQuote(passage, source.number, words, written=written)


def _written(document: Document, offset: int) -> date | None:
    """Return when some words appeared, where it was not with the rest of the article."""
    published = document.published_at(offset)
    return None if published == document.published else published.best


def _words(claim: Claim, source: Source) -> str:
    return " ".join(claim.evidence[0].quote(source.document.text).split())


def _regions(marks: Sequence[Mark], resources: Resources) -> Iterable[PageRegion]:
    names = {mark.place_id: mark.place_name for mark in marks if mark.form is Form.REGION}
    for place_id, name in names.items():
        shape = resources.gazetteer.polygon(place_id)
        if shape is not None:
            yield PageRegion(place_id, name, tuple(_rings(shape)))


def _rings(shape: BaseGeometry) -> Iterable[tuple[tuple[float, float], ...]]:
    for part in getattr(shape, "geoms", [shape]):
        yield tuple((float(x), float(y)) for x, y in part.exterior.coords)
