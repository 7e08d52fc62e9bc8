"""`dateline export`: a folder of articles -> the map of one date as a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from geodata.cli.dates import read_day
from geodata.errors import OutputError, UnreadableDocument
from geodata.services import default_resources, export_html, open_paths

if TYPE_CHECKING:
    from geodata.cli.main import PngWriter

_ENDINGS = (".png", ".html", ".htm")


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
    ending = target.suffix.casefold()
    _check_target(target, ending, may_replace=may_replace)
    if ending == ".png" and write_png is None:
        raise OutputError(
            str(target), "pictures need the desktop part", todo="Install PySide6, or export .html."
        )
    if not source.exists():
        raise UnreadableDocument(
            str(source), "does not exist", todo="Check the path and its spelling."
        )
    resources = default_resources()
    project = open_paths([source], resources)
    for failure in project.failures:
        print(f"dateline: {failure}", file=sys.stderr)
    day = day or project.default_day
    known_day = known_day or project.last_known
    if not project.axis.first_day <= day <= project.axis.last_day:
        print(
            f"dateline: these articles speak of {project.axis.first_day} to {project.axis.last_day}; "
            f"the map of {day} may be empty.",
            file=sys.stderr,
        )
    if ending == ".png" and write_png is not None:
        write_png(project, resources, target, on=day, known_by=known_day, is_dark=is_dark)
    else:
        export_html(project, resources, target, on=day, known_by=known_day, is_dark=is_dark)
    print(f"Wrote {target}")
    return 0


def _check_target(target: Path, ending: str, *, may_replace: bool) -> None:
    if ending not in _ENDINGS:
        raise OutputError(
            str(target),
            f"files of type “{ending or 'without ending'}” are not known",
            todo="Give a name that ends in .png or .html.",
        )
    if target.is_dir():
        raise OutputError(str(target), "it is a folder", todo="Give the name of a file in it.")
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
