"""What a verb was given, articles or a project file -> the project; progress and failures are told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from geodata.cli.progress import ProgressLine
from geodata.cli.saying import warn
from geodata.cli.stopping import Stopped
from geodata.errors import UnreadableDocument
from geodata.services import Project, Resources, open_project


def open_given(paths: Sequence[Path], resources: Resources) -> Project:
    """
    Open what was named on the command line; what could not be read is named on stderr.

    Raises:
        DatelineError: A path does not exist, or nothing could be read.
        Stopped: Ctrl+C was pressed.
    """
    check_there(paths)
    line = ProgressLine()
    try:
        project = open_project(paths, resources, progress=line.step)
    except KeyboardInterrupt:
        line.close()
        told = f"after {line.done} of {line.total} files; nothing was written"
        raise Stopped(f"stopped {told}.") from None
    finally:
        line.close()
    for failure in project.failures:
        warn(failure)
    return project


def check_there(paths: Sequence[Path]) -> None:
    """
    Refuse names of nothing.

    Raises:
        UnreadableDocument: A path does not exist.
    """
    for path in paths:
        if not path.exists():
            raise UnreadableDocument(
                str(path), "does not exist", todo="Check the path and its spelling."
            )
