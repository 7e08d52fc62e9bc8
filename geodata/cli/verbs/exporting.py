"""`dateline export`: articles or a project -> a map or data as a file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from geodata.cli.dates import read_day
from geodata.cli.opened import check_there, open_given
from geodata.cli.saying import say, warn
from geodata.errors import NoProject, OutputError
from geodata.export import check_target, installed_exporters
from geodata.layers import frame_marks
from geodata.mapping import Opening
from geodata.services import (
    Project,
    Resources,
    default_resources,
    export_data,
    export_html,
    is_project_file,
)
from geodata.services.editing import save, saved_form
from geodata.store import format_of

_MAPS = (".png", ".html", ".htm")


class PngWriter(Protocol):
    """How a PNG is made; the desktop part passes its own, since geodata knows no Qt."""

    def __call__(
        self,
        project: Project,
        resources: Resources,
        target: Path,
        *,
        on: date,
        known_by: date,
        is_dark: bool,
    ) -> None: ...


def run_export(
    paths: Sequence[Path],
    target: Path,
    *,
    on: str | None,
    known_by: str | None,
    is_dark: bool,
    may_replace: bool,
    is_whole: bool = False,
    write_png: PngWriter | None,
) -> int:
    """
    Write the map or the data, and name the file on stdout.

    With `is_whole` a GeoPackage is the project itself, with its articles and decisions.

    Raises:
        DatelineError: Unclear date, no articles, or a target that cannot be written.
    """
    day = read_day(on) if on else None
    known_day = read_day(known_by) if known_by else None
    check_there(paths)
    ending = target.suffix.casefold()
    _check_target(target, ending, may_replace=may_replace)
    if ending == ".png" and write_png is None:
        raise OutputError(
            str(target), "pictures need the desktop part", todo="Install PySide6, or export .html."
        )
    if is_whole and not is_project_file(target):
        raise OutputError(
            str(target),
            "only a GeoPackage holds the articles too",
            todo="Give a name that ends in .gpkg, or leave --with-articles out.",
        )
    resources = default_resources()
    project = open_given(paths, resources)
    known = known_day or project.last_known
    if is_whole:
        save(project, saved_form(project, on=day, known_by=known_day), target, resources)
    elif ending not in _MAPS:
        if day:
            _warn_of_an_empty_map(project, day, known)
        export_data(project, resources, target, on=day, known_by=known_day)
    else:
        day = day or project.default_day
        _warn_of_an_empty_map(project, day, known)
        if ending == ".png" and write_png is not None:
            write_png(project, resources, target, on=day, known_by=known, is_dark=is_dark)
        else:
            export_html(project, resources, target, Opening(day, known), is_dark=is_dark)
    say(f"Wrote {target}")
    return 0


def _warn_of_an_empty_map(project: Project, day: date, known_day: date) -> None:
    if not any(mark.claim_ids for mark in frame_marks(project.marks, day, known_day)):
        warn(
            f"the map of {day} as known on {known_day} is empty: no claim in these "
            "articles speaks of that date, or none was published by then."
        )


def _check_target(target: Path, ending: str, *, may_replace: bool) -> None:
    found = installed_exporters()
    endings = (*_MAPS, *found.suffixes)
    for problem in found.problems:
        warn(problem)
    if target.is_dir():
        raise OutputError(str(target), "it is a folder", todo="Give the name of a file in it.")
    if ending not in endings:
        raise OutputError(
            str(target),
            f"files of type “{ending or 'without ending'}” are not known",
            todo=f"Give a name that ends in {', '.join(endings[:-1])} or {endings[-1]}.",
        )
    check_target(target, may_replace=may_replace)
    if is_project_file(target) and _is_a_project(target):
        # Layers alone would take the place of articles and of a person's decisions.
        raise OutputError(
            str(target),
            "it is a project, and an export would take its articles and decisions away",
            todo="Choose another name.",
        )


def _is_a_project(target: Path) -> bool:
    try:
        format_of(target)
    except NoProject:
        return False
    return True
