"""`dateline export --story`: the bookmarks of a project -> a page that scrolls, or pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from geodata.cli.opened import check_there, open_given
from geodata.cli.progress import ProgressLine
from geodata.cli.saying import say, warn
from geodata.errors import OutputError
from geodata.export import check_target
from geodata.services import (
    Project,
    Resources,
    default_resources,
    export_story,
    story_troubles,
)

_PAGES = (".html", ".htm")


class PlateWriter(Protocol):
    """How a story becomes pictures; the desktop part passes its own, since geodata knows no Qt."""

    def __call__(
        self,
        project: Project,
        resources: Resources,
        folder: Path,
        *,
        is_dark: bool,
        may_replace: bool,
        progress: Callable[[int, int, str], None],
    ) -> tuple[Path, ...]: ...


def run_story(
    paths: Sequence[Path],
    target: Path,
    *,
    is_dark: bool,
    may_replace: bool,
    write_plates: PlateWriter | None,
) -> int:
    """
    Write the story and name the files on stdout; citations that rest on nothing are told on stderr.

    Raises:
        DatelineError: There is no story, or the target cannot be written.
    """
    check_there(paths)
    is_page = target.suffix.casefold() in _PAGES
    if not is_page and (target.suffix or target.is_file()):
        raise OutputError(
            str(target),
            "a story is a web page or a folder of pictures",
            todo="Give a name that ends in .html, or that of a folder.",
        )
    if is_page:
        check_target(target, may_replace=may_replace)
    elif write_plates is None:
        raise OutputError(
            str(target), "pictures need the desktop part", todo="Install PySide6, or export .html."
        )
    resources = default_resources()
    project = open_given(paths, resources)
    written: tuple[Path, ...] = (target,)
    if is_page or write_plates is None:
        troubles = export_story(project, resources, target, is_dark=is_dark)
    else:
        line = ProgressLine("pictures painted")
        try:
            written = write_plates(
                project,
                resources,
                target,
                is_dark=is_dark,
                may_replace=may_replace,
                progress=line.step,
            )
        finally:
            line.close()
        troubles = story_troubles(project)
    for trouble in troubles:
        warn(trouble)
    for file in written:
        say(f"Wrote {file}")
    return 0
