"""`dateline export --story`: the bookmarks of a project -> a page that scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from geodata.cli.opened import check_there, open_given
from geodata.cli.saying import say, warn
from geodata.errors import OutputError
from geodata.export import check_target
from geodata.services import default_resources, export_story

_PAGES = (".html", ".htm")


def run_story(paths: Sequence[Path], target: Path, *, is_dark: bool, may_replace: bool) -> int:
    """
    Write the story and name the file on stdout; citations that rest on nothing are told on stderr.

    Raises:
        DatelineError: There is no story, or the target cannot be written.
    """
    check_there(paths)
    if target.suffix.casefold() not in _PAGES:
        raise OutputError(
            str(target), "a story is a web page", todo="Give a name that ends in .html."
        )
    check_target(target, may_replace=may_replace)
    resources = default_resources()
    project = open_given(paths, resources)
    for trouble in export_story(project, resources, target, is_dark=is_dark):
        warn(trouble)
    say(f"Wrote {target}")
    return 0
