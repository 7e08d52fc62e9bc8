"""`dateline export`: articles or a project -> a picture, a page or data as a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from geodata.cli.dates import read_day
from geodata.cli.opened import check_there, open_given
from geodata.cli.saying import say, warn
from geodata.errors import NoProject, OutputError
from geodata.export import check_target, installed_exporters
from geodata.layers import frame_marks, moments_between
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
from geodata.sheets import PictureChoice
from geodata.store import format_of

_PICTURES = (".png", ".pdf")
_MAPS = (*_PICTURES, ".html", ".htm")


class PictureWriter(Protocol):
    """How a picture is made; the desktop part passes its own, since geodata knows no Qt."""

    def beside(self, work: Callable[[], Project]) -> Project:
        """Carry work out while the means for a picture get ready."""

    def __call__(
        self,
        project: Project,
        resources: Resources,
        target: Path,
        choice: PictureChoice,
        *,
        on: date,
        known_by: date,
    ) -> None: ...


def run_export(
    paths: Sequence[Path],
    target: Path,
    *,
    on: str | None,
    known_by: str | None,
    choice: PictureChoice,
    may_replace: bool,
    is_whole: bool = False,
    write_picture: PictureWriter | None,
) -> int:
    """
    Write the map or the data, and name the file on stdout.

    Args:
        paths: Articles, or a project.
        target: Its ending decides what is written.
        on: The day, as typed.
        known_by: The known date, as typed.
        choice: Of a picture; its theme counts for a page too.
        may_replace: Whether a file that is there may be replaced.
        is_whole: Whether a GeoPackage is the project itself, with its articles and decisions.
        write_picture: How a picture is made, or None where the desktop part is not at hand.

    Raises:
        DatelineError: Unclear date, no articles, nothing to draw, or a target that cannot be
            written.
    """
    day = read_day(on) if on else None
    known_day = read_day(known_by) if known_by else None
    check_there(paths)
    ending = target.suffix.casefold()
    _check_target(target, ending, may_replace=may_replace)
    _check_means(target, is_whole=is_whole, has_pictures=write_picture is not None)
    _check_comparison(target, choice)
    resources = default_resources()
    project = _opened(paths, resources, write_picture if ending in _PICTURES else None)
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
        if ending in _PICTURES and write_picture is not None:
            _check_claims(project, target)
            write_picture(project, resources, target, choice, on=day, known_by=known)
        else:
            is_dark = choice.is_dark
            compare = moments_between(choice.since, day, known)
            opening = Opening(day, known, compare=compare)
            export_html(project, resources, target, opening, is_dark=is_dark)
    say(f"Wrote {target}")
    return 0


def _opened(paths: Sequence[Path], resources: Resources, writer: PictureWriter | None) -> Project:
    # Articles are read over processes that this one has to watch; a project is only opened.
    if writer is not None and len(paths) == 1 and is_project_file(paths[0]):
        return writer.beside(lambda: open_given(paths, resources))
    return open_given(paths, resources)


def _check_means(target: Path, *, is_whole: bool, has_pictures: bool) -> None:
    if target.suffix.casefold() in _PICTURES and not has_pictures:
        raise OutputError(
            str(target), "pictures need the desktop part", todo="Install PySide6, or export .html."
        )
    if is_whole and not is_project_file(target):
        raise OutputError(
            str(target),
            "only a GeoPackage holds the articles too",
            todo="Give a name that ends in .gpkg, or leave --with-articles out.",
        )


def _check_comparison(target: Path, choice: PictureChoice) -> None:
    if choice.since and target.suffix.casefold() not in _MAPS:
        raise OutputError(
            str(target),
            "data bear no signs of what differs between two dates",
            todo="Leave --compare out, or ask for the list with “dateline diff”.",
        )


def _check_claims(project: Project, target: Path) -> None:
    if not any(mark.claim_ids for mark in project.marks):
        raise OutputError(
            str(target),
            "there is nothing to draw: no claim was found in these articles",
            todo="Add articles that speak of bases, troops or alignment.",
        )


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
