"""`dateline export`: a folder of articles -> the map of one date as a file."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Protocol

from geodata.cli.dates import read_day
from geodata.cli.progress import ProgressLine
from geodata.errors import OutputError, UnreadableDocument
from geodata.layers import frame_marks
from geodata.services import Project, Resources, default_resources, export_html, open_paths

_ENDINGS = (".png", ".html", ".htm")


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
    source: Path,
    target: Path,
    *,
    on: str | None,
    known_by: str | None,
    is_dark: bool,
    may_replace: bool,
    write_png: PngWriter | None,
) -> int:
    """
    Write the map and name the file on stdout.

    Raises:
        DatelineError: Unclear date, no articles, or a target that cannot be written.
    """
    day = read_day(on) if on else None
    known_day = read_day(known_by) if known_by else None
    if not source.exists():
        raise UnreadableDocument(
            str(source), "does not exist", todo="Check the path and its spelling."
        )
    ending = target.suffix.casefold()
    _check_target(target, ending, may_replace=may_replace)
    if ending == ".png" and write_png is None:
        raise OutputError(
            str(target), "pictures need the desktop part", todo="Install PySide6, or export .html."
        )
    resources = default_resources()
    line = ProgressLine()
    try:
        project = open_paths([source], resources, progress=line.step)
    finally:
        line.close()
    for failure in project.failures:
        print(f"dateline: {failure}", file=sys.stderr)
    day = day or project.default_day
    known_day = known_day or project.last_known
    _warn_of_an_empty_map(project, day, known_day)
    if ending == ".png" and write_png is not None:
        write_png(project, resources, target, on=day, known_by=known_day, is_dark=is_dark)
    else:
        export_html(project, resources, target, on=day, known_by=known_day, is_dark=is_dark)
    print(f"Wrote {target}")
    return 0


def _warn_of_an_empty_map(project: Project, day: date, known_day: date) -> None:
    if not any(mark.claim_ids for mark in frame_marks(project.marks, day, known_day)):
        print(
            f"dateline: the map of {day} as known on {known_day} is empty: no claim in these "
            "articles speaks of that date, or none was published by then.",
            file=sys.stderr,
        )


def _check_target(target: Path, ending: str, *, may_replace: bool) -> None:
    if target.is_dir():
        raise OutputError(str(target), "it is a folder", todo="Give the name of a file in it.")
    if ending not in _ENDINGS:
        raise OutputError(
            str(target),
            f"files of type “{ending or 'without ending'}” are not known",
            todo="Give a name that ends in .png or .html.",
        )
    if not target.parent.is_dir():
        raise OutputError(
            str(target), "its folder does not exist", todo="Make the folder, or choose another one."
        )
    if target.exists() and target.stat().st_size and not may_replace:
        raise OutputError(
            str(target),
            "it exists already",
            todo="Choose another name, or add --force to replace it.",
        )
