"""A project, or one frame of it, as data for other programs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from geodata.domain.claims import Claim
from geodata.export import ExportContent, NumberedDocument, write_data
from geodata.layers import Form, Mark, country_polygons, frame_marks
from geodata.services.exports.manifests import whole_manifest
from geodata.services.projects import Project
from geodata.services.resources import Resources

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


def export_data(
    project: Project,
    resources: Resources,
    target: Path,
    *,
    on: date | None = None,
    known_by: date | None = None,
) -> None:
    """
    Write claims and what is drawn of them as data; the ending of the target decides the format.

    Args:
        project: What is written, without its muted sources.
        resources: The gazetteer knows the outlines of regions.
        target: Where to; what is there is replaced when all is written.
        on: Only what is drawn on this day; None for all days.
        known_by: Only what could be read by this day; None for all.

    Raises:
        OutputError: The ending is not known, or the target cannot be written.
    """
    write_data(export_content(project, resources, on=on, known_by=known_by), target)


def export_content(
    project: Project,
    resources: Resources,
    *,
    on: date | None = None,
    known_by: date | None = None,
) -> ExportContent:
    """Return what exporters are given of a project; see `export_data`."""
    if on is not None:
        marks = frame_marks(project.marks, on, known_by or project.last_known)
    else:
        marks = tuple(m for m in project.marks if known_by is None or m.known.holds(known_by))
    drawn = {claim_id for mark in marks for claim_id in mark.claim_ids}
    claims = tuple(
        claim
        for claim in project.claims
        if claim.id in drawn or (on is None and _is_known(claim, known_by, project.last_known))
    )
    used = {claim.document_id for claim in claims}
    used |= {passage.document_id for mark in marks for passage in mark.passages}
    return ExportContent(
        manifest=whole_manifest(project, [claim.id for claim in claims], on=on, known_by=known_by),
        marks=marks,
        claims=claims,
        sources=tuple(
            NumberedDocument(source.number, source.document)
            for source in project.heard
            if source.document.id in used
        ),
        shape_of=shapes_of(resources),
    )


def shapes_of(resources: Resources) -> Callable[[Mark], BaseGeometry | None]:
    """Return what knows the polygon of a mark: a country's land, a region's outline, or None."""
    countries: dict[str, BaseGeometry] = {}

    def shape_of(mark: Mark) -> BaseGeometry | None:
        if mark.form is Form.GROUND and mark.country:
            if not countries:
                countries.update(country_polygons())
            return countries.get(mark.country)
        return resources.gazetteer.polygon(mark.place_id) if mark.form is Form.REGION else None

    return shape_of


def _is_known(claim: Claim, known_by: date | None, newest: date) -> bool:
    """A source without a date is known only from the newest one on."""
    return known_by is None or (claim.reported.latest or newest) <= known_by
