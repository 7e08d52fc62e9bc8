"""`dateline import`: articles -> a project file, made anew or added to."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from geodata.cli.opened import check_there
from geodata.cli.progress import ProgressLine
from geodata.cli.saying import counted, say, say_json, warn
from geodata.cli.stopping import Stopped
from geodata.errors import DuplicateArticle, OutputError
from geodata.export import check_target
from geodata.services import (
    Project,
    add_paths,
    default_resources,
    is_project_file,
    open_paths,
)
from geodata.services.editing import revive, save, saved_form
from geodata.store import ProjectLock, SavedView, load_project

SCHEMA = 1


def run_import(paths: Sequence[Path], target: Path, *, title: str | None, as_json: bool) -> int:
    """
    Read articles and save them as a project; what a project there holds is kept.

    A file that cannot be read is named on stderr and the others go on; the exit code is then 2.

    Raises:
        DatelineError: Nothing could be read, the project is open elsewhere, or it cannot be
            written.
        Stopped: Ctrl+C was pressed; the project is as it was.
    """
    if not is_project_file(target):
        raise OutputError(
            str(target), "a project ends in .gpkg", todo="Give a name such as project.gpkg."
        )
    check_there(paths)
    check_target(target, may_replace=True)
    try:
        lock = ProjectLock(target)
    except OSError as error:
        raise OutputError(
            str(target),
            (error.strerror or str(error)).lower(),
            todo="Choose a folder that you may write to.",
        ) from error
    try:
        return _import(paths, target, title=title, as_json=as_json)
    finally:
        with suppress(OSError):
            lock.release()


def _import(paths: Sequence[Path], target: Path, *, title: str | None, as_json: bool) -> int:
    resources = default_resources()
    is_new = not target.exists() or not target.stat().st_size
    saved = None if is_new else load_project(target)
    line = ProgressLine()
    try:
        if saved is None:
            project = open_paths(paths, resources, progress=line.step)
        else:
            project = add_paths(revive(saved, resources), paths, resources, progress=line.step)
    except KeyboardInterrupt:
        line.close()
        told = f"after {line.done} of {line.total} files; nothing was written"
        raise Stopped(f"stopped {told}.") from None
    finally:
        line.close()
    before = 0 if saved is None else len(saved.extractions)
    if title and title.strip():
        project = replace(project, title=title.strip())
    is_renamed = saved is not None and project.title != saved.title
    if len(project.read) > before or is_renamed:
        view = saved.view if saved else SavedView()
        form = saved_form(project, on=view.on, known_by=view.known_by, hidden=view.hidden)
        save(project, form, target, resources)
    return _report(project, target, before=before, as_json=as_json)


def _report(project: Project, target: Path, *, before: int, as_json: bool) -> int:
    skipped = [e for e in project.failures if isinstance(e, DuplicateArticle)]
    failed = [e for e in project.failures if not isinstance(e, DuplicateArticle)]
    for failure in project.failures:
        warn(failure)
    added = project.sources[before:]
    if as_json:
        told = {
            "schema": SCHEMA,
            "project": str(target),
            "read": [source.document.name for source in added],
            "skipped": [str(error) for error in skipped],
            "failed": [str(error) for error in failed],
            "articles": len(project.sources),
        }
        say_json(told)
    else:
        verb = "Wrote" if added else "Nothing new for"
        say(
            f"{verb} {target}: {len(added)} read, {len(skipped)} skipped, {len(failed)} failed; "
            f"it holds {counted(len(project.sources), 'article')}."
        )
    return 2 if failed else 0
