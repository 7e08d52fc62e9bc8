"""A person's decisions on a project, and the project file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from geodata.domain.documents import DocumentId, Publication
from geodata.domain.edits import DatePart, Edit, SetPublication
from geodata.domain.extractions import Extraction
from geodata.domain.spans import Span
from geodata.editing import as_dated, lines_around
from geodata.errors import Cancelled
from geodata.layers import tables_of
from geodata.services.decisions import standing_articles
from geodata.services.exports.data import shapes_of
from geodata.services.extraction import extract
from geodata.services.projects import Project, Source, make_project
from geodata.services.reading import Progress
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
    return _with_read(project, project.read, edits, resources)


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
    edits = (*project.edits, SetPublication(document_id, published))
    return _with_read(project, _dated_anew(project.read, edits, resources), edits, resources)


def date_part(
    project: Project,
    document_id: DocumentId,
    span: Span,
    published: Publication | None,
    resources: Resources,
) -> Project:
    """
    Return the project with the lines that a span touches read against a date of their own.

    Args:
        project: As it stands.
        document_id: The article.
        span: Some words of the part.
        published: When it appeared; None: with the rest of the article.
        resources: Gazetteer and language model.

    Raises:
        KeyError: The project has no such document.
    """
    document = project.source(document_id).document
    lines = lines_around(document.text, span)
    edits = (*project.edits, DatePart(document_id, lines, published))
    return _with_read(project, _dated_anew(project.read, edits, resources), edits, resources)


def read_again(
    project: Project,
    resources: Resources,
    *,
    only: Collection[DocumentId] | None = None,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Project:
    """
    Return the project with articles read anew, from their stored text; the edits stay.

    An article that reads as before is the very same object, so that what changed can be told.

    Args:
        project: As it stands.
        resources: Gazetteer and language model.
        only: Which articles; None for all.
        progress: Called with (articles done, articles in all, name of the next).
        is_cancelled: Asked between the articles.

    Raises:
        Cancelled: The person stopped it; the project is as it was.
    """
    wanted = [item for item in project.read if only is None or item.document.id in only]
    fresh: dict[DocumentId, Extraction] = {}
    for done, old in enumerate(wanted):
        if is_cancelled and is_cancelled():
            raise Cancelled("Reading the articles again")
        if progress:
            progress(done, len(wanted), old.document.name)
        new = extract(as_dated(old.document, project.edits), resources)
        fresh[old.document.id] = old if new == old else new
    read = tuple(fresh.get(old.document.id, old) for old in project.read)
    return _with_read(project, read, project.edits, resources)


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


def _dated_anew(
    read: Iterable[Extraction], edits: Sequence[Edit], resources: Resources
) -> tuple[Extraction, ...]:
    """Return the articles, read again where the edits give other dates than they were read with."""
    return tuple(read_as_decided(extraction, edits, resources) for extraction in read)


def read_as_decided(
    extraction: Extraction, edits: Sequence[Edit], resources: Resources
) -> Extraction:
    """Return an article read against the dates that the edits give; the same where it was."""
    document = as_dated(extraction.document, edits)
    return extraction if document is extraction.document else extract(document, resources)


def _with_read(
    project: Project, read: tuple[Extraction, ...], edits: Sequence[Edit], resources: Resources
) -> Project:
    return make_project(
        project.title,
        read,
        resources,
        failures=project.failures,
        muted=project.muted,
        edits=edits,
        before=project,
    )
