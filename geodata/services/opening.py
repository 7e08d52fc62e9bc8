"""Files and folders -> a project. One file that cannot be read does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from geodata.documents import find_articles, read_documents
from geodata.domain.documents import DocumentId
from geodata.domain.extractions import Extraction
from geodata.errors import Cancelled, DatelineError, DuplicateArticle, InputError, NoArticles
from geodata.services.extraction import extract
from geodata.services.projects import Project, make_project
from geodata.services.resources import Resources
from geodata.services.samples import SAMPLE_TITLE, sample_folder

Progress = Callable[[int, int, str], None]


def open_paths(
    paths: Iterable[Path],
    resources: Resources,
    *,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Project:
    """
    Read articles and compile a project from them.

    Args:
        paths: Files and folders.
        resources: Gazetteer and language model.
        progress: Called with (files done, files in all, name of the next one).
        is_cancelled: Asked between files.

    Raises:
        InputError: Nothing could be read; the message gives the reason, or the first of several.
        Cancelled: The person stopped it.
    """
    given = tuple(paths)
    extractions, failures = _read_all(given, resources, progress, is_cancelled, known={})
    if not extractions and len(failures) == 1:
        raise failures[0]
    if not extractions:
        where = str(given[0]) if len(given) == 1 else f"{len(given)} files and folders"
        raise NoArticles(where, reason=_reason(failures))
    return make_project(_title(given), extractions, resources, failures=failures)


def add_paths(
    project: Project,
    paths: Iterable[Path],
    resources: Resources,
    *,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Project:
    """
    Return the project with further articles; those that it already holds are left out.

    Raises:
        Cancelled: The person stopped it; the project is as it was.
    """
    before = project.read
    known = {item.document.id: item.document.name for item in before}
    more, failures = _read_all(tuple(paths), resources, progress, is_cancelled, known=known)
    return make_project(
        project.title,
        [*before, *more],
        resources,
        failures=[*project.failures, *failures],
        muted=project.muted,
        edits=project.edits,
        before=project,
    )


def _reason(failures: Sequence[DatelineError]) -> str:
    if not failures:
        return "hold no article"
    return f"hold no article that can be read; the first says: {failures[0].what}"


def _read_all(
    given: Sequence[Path],
    resources: Resources,
    progress: Progress | None,
    is_cancelled: Callable[[], bool] | None,
    *,
    known: Mapping[DocumentId, str],
) -> tuple[list[Extraction], list[DatelineError]]:
    extractions: list[Extraction] = []
    found = find_articles(given)
    files = found.files
    failures: list[DatelineError] = list(found.failures)
    seen = dict(known)
    for done, path in enumerate(files):
        if is_cancelled and is_cancelled():
            raise Cancelled("Reading the articles")
        if progress:
            progress(done, len(files), path.name)
        try:
            documents = read_documents(path)
        except InputError as error:
            failures.append(error)
            continue
        for document in documents:
            if document.id in seen:
                failures.append(DuplicateArticle(document.name, seen[document.id]))
                continue
            seen[document.id] = document.name
            extractions.append(extract(document, resources))
    if progress:
        progress(len(files), len(files), "")
    return extractions, failures


def _title(given: Sequence[Path]) -> str:
    first = given[0]
    if len(given) == 1 and first.resolve() == sample_folder():
        return SAMPLE_TITLE
    if len(given) == 1:
        return first.resolve().name if first.is_dir() else first.stem
    return first.resolve().parent.name
