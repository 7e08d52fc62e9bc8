"""Files and folders -> a project. One file that cannot be read does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from geodata.errors import DatelineError, NoArticles, SeveralProjects
from geodata.services.editing import read_as_decided, revive
from geodata.services.projects import Project, make_project
from geodata.services.reading import Progress, read_articles
from geodata.services.resources import Resources
from geodata.services.samples import SAMPLE_TITLE, sample_folder
from geodata.store import load_project


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
        progress: Called with (files done, files in all, name of the first that is not).
        is_cancelled: Asked between files and while waiting.

    Raises:
        InputError: Nothing could be read; the message gives the reason, or the first of several.
        Cancelled: The person stopped it.
    """
    given = tuple(paths)
    read = read_articles(given, resources, progress=progress, is_cancelled=is_cancelled)
    extractions, failures = read.extractions, read.failures
    if not extractions and len(failures) == 1:
        raise failures[0]
    if not extractions:
        where = str(given[0]) if len(given) == 1 else f"{len(given)} files and folders"
        verb = "holds" if len(given) == 1 else "hold"
        raise NoArticles(where, reason=f"{verb} no article{_first_of(failures)}")
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
    more = read_articles(
        paths, resources, known=known, progress=progress, is_cancelled=is_cancelled
    )
    # One that was taken out and comes back has the dates that a person gave it.
    added = [read_as_decided(item, project.edits, resources) for item in more.extractions]
    return make_project(
        project.title,
        [*before, *added],
        resources,
        failures=[*project.failures, *more.failures],
        muted=project.muted,
        edits=project.edits,
        before=project,
    )


def open_project(
    paths: Iterable[Path],
    resources: Resources,
    *,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Project:
    """
    Open a project file, articles, or both: the articles then come on top of the project.

    Nothing is written, whatever is opened.

    Args:
        paths: Files and folders, with at most one project file (`.gpkg`).
        resources: Gazetteer and language model.
        progress: Called with (files done, files in all, name of the first that is not).
        is_cancelled: Asked between files and while waiting.

    Raises:
        SeveralProjects: There are two project files or more.
        ProjectError: The project file cannot be read.
        InputError: Nothing could be read.
        Cancelled: The person stopped it.
    """
    given = tuple(paths)
    saved = [path for path in given if is_project_file(path)]
    articles = [path for path in given if not is_project_file(path)]
    if not saved:
        return open_paths(given, resources, progress=progress, is_cancelled=is_cancelled)
    if len(saved) > 1:
        raise SeveralProjects(saved[0].name, saved[1].name)
    project = revive(load_project(saved[0]), resources)
    if not articles:
        return project
    return add_paths(project, articles, resources, progress=progress, is_cancelled=is_cancelled)


def is_project_file(path: Path) -> bool:
    """Say whether a path is meant as a project file, by its ending."""
    return path.suffix.casefold() == ".gpkg" and not path.is_dir()


def _first_of(failures: Sequence[DatelineError]) -> str:
    if not failures:
        return ""
    return f" that can be read; the first says: {failures[0].what.removesuffix('.')}"


def _title(given: Sequence[Path]) -> str:
    first = given[0]
    if len(given) == 1 and first.resolve() == sample_folder():
        return SAMPLE_TITLE
    if len(given) == 1:
        return first.resolve().name if first.is_dir() else first.stem
    return first.resolve().parent.name
