"""A person's decisions on a project, and the project file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from geodata.domain.documents import DocumentId, Publication
from geodata.domain.edits import Edit, SetPublication
from geodata.domain.extractions import Extraction
from geodata.layers import tables_of
from geodata.services.decisions import standing_articles
from geodata.services.exports.data import shapes_of
from geodata.services.extraction import extract
from geodata.services.projects import Project, Source, make_project
from geodata.services.resources import Resources
from geodata.store import SavedProject, SavedView, save_project


def decide(project: Project, edits: Sequence[Edit], resources: Resources) -> Project:
    """
    Return the project with another ledger of edits, longer or shorter; nothing is read again.

    Args:
        project: As it stands.
        edits: The whole ledger, oldest first.
        resources: The gazetteer names the places of marks.
    """
    return make_project(
        project.title,
        project.read,
        resources,
        failures=project.failures,
        muted=project.muted,
        edits=edits,
        before=project,
    )


def redate(
    project: Project, document_id: DocumentId, published: Publication, resources: Resources
) -> Project:
    """
    Return the project with one article read again against another publication date.

    Relative expressions (“last month”) and the claims that rest on them follow.

    Raises:
        KeyError: The project has no such document.
    """
    project.source(document_id)
    edit = SetPublication(document_id, published)
    read = tuple(
        _read_against(extraction, published, resources)
        if extraction.document.id == document_id
        else extraction
        for extraction in project.read
    )
    return make_project(
        project.title,
        read,
        resources,
        failures=project.failures,
        muted=project.muted,
        edits=(*project.edits, edit),
        before=project,
    )


def read_again(project: Project, resources: Resources) -> Project:
    """Return the project with every article read anew; the edits are applied again."""
    dates = {e.document_id: e.published for e in project.edits if isinstance(e, SetPublication)}
    read = tuple(
        _read_against(old, dates.get(old.document.id, old.document.published), resources)
        for old in project.read
    )
    return make_project(
        project.title,
        read,
        resources,
        failures=project.failures,
        muted=project.muted,
        edits=project.edits,
        story=project.story,
    )


def without_sources(project: Project, gone: frozenset[DocumentId], resources: Resources) -> Project:
    """Return the project without some articles; the decisions on them are kept for their return."""
    return make_project(
        project.title,
        tuple(extraction for extraction in project.read if extraction.document.id not in gone),
        resources,
        failures=project.failures,
        muted=project.muted - gone,
        edits=project.edits,
        before=project,
    )


def saved_form(
    project: Project,
    *,
    on: date | None = None,
    known_by: date | None = None,
    hidden: Sequence[str] = (),
) -> SavedProject:
    """Return what a project file holds of a project and of how it is looked at."""
    view = SavedView(on, known_by, tuple(sorted(hidden)))
    return SavedProject(
        project.title, project.read, project.edits, project.muted, view, project.story
    )


def restate(project: Project, saved: SavedProject) -> Project:
    """
    Return the project with its articles and claims as a saved form has them, at once.

    Only the claims are new: facts, episodes and marks are those of before until `revive` has
    compiled them. Which articles are muted stays as it is.
    """
    standing = standing_articles(saved.extractions, saved.edits, before=project.record)
    return replace(
        project,
        title=saved.title,
        read=saved.extractions,
        edits=saved.edits,
        story=saved.story,
        sources=tuple(Source(number, item) for number, item in enumerate(standing, start=1)),
    )


def differs_in_story_alone(project: Project, saved: SavedProject) -> bool:
    """Say whether a saved form tells another story of what is open, and nothing else of it."""
    return (
        saved.story != project.story
        and saved.title == project.title
        and saved.extractions is project.read
        and saved.edits is project.edits
    )


def revive(saved: SavedProject, resources: Resources, *, before: Project | None = None) -> Project:
    """
    Compile the project that a file, a journal or an undo step holds; nothing is read again.

    Args:
        saved: What it holds.
        resources: The gazetteer names the places of marks.
        before: The project a step earlier, from which what did not change is taken.
    """
    return make_project(
        saved.title,
        saved.extractions,
        resources,
        failures=() if before is None else before.failures,
        muted=saved.muted,
        edits=saved.edits,
        story=saved.story,
        before=before,
    )


def save(project: Project, saved: SavedProject, target: Path, resources: Resources) -> None:
    """
    Write the project file, with layers that any GIS reads.

    Args:
        project: As it stands; its marks become the layers.
        saved: What the file holds of it, see `saved_form`.
        target: Where to; what is there is replaced when all is written.
        resources: The gazetteer knows the outlines of regions.

    Raises:
        OutputError: The target cannot be written; what was there before is untouched.
    """
    save_project(
        saved,
        target,
        standing=[source.extraction for source in project.sources],
        layers=tables_of(project.marks, shapes_of(resources)),
    )


def _read_against(
    extraction: Extraction, published: Publication, resources: Resources
) -> Extraction:
    return extract(replace(extraction.document, published=published), resources)
