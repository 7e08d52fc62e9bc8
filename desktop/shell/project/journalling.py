"""Notes every change of the open project on the disk, on a thread of its own."""

from __future__ import annotations

import logging
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.jobs import Job, Runner
from geodata.errors import ProjectLocked

if TYPE_CHECKING:
    from geodata.store import Journal, ProjectLock, SavedProject

_log = logging.getLogger(__name__)


class Journalling(QObject):
    """
    The journal of the open project; it begins with the first change.

    What a person did must not wait until a map is compiled, so it has a lane of its own.

    Args:
        folder: Where journals are kept.
        parent: Owner.
    """

    failed = Signal(object)  # Exception

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lane = Runner(self)
        self._journal: Journal | None = None
        self._lock: ProjectLock | None = None
        self._file: Path | None = None
        self._base: SavedProject | None = None

    def begin(self, file: Path | None, base: SavedProject) -> None:
        """
        Start anew for a project.

        Args:
            file: Where it was saved, or None.
            base: What that file holds, or the project as it was first read.
        """
        self.end()
        self._file, self._base = file, base

    @property
    def is_written(self) -> bool:
        """Whether a journal of the open project is on the disk."""
        return self._journal is not None

    def note(self, state: SavedProject) -> None:
        """Put down a state; it reaches the disk soon, in the order of the calls."""
        if self._base is None:
            return
        job = Job("Noting the change", lambda _ticket: self._write(state))
        job.failed.connect(self.failed)
        self._lane.start(job)

    def end(self) -> None:
        """Drop the journal: what it holds was saved or given up."""
        self._lane.wait()
        if self._journal is not None:
            self._journal.close()
        if self._lock is not None:
            self._lock.release()
        self._journal = self._lock = self._base = None

    def wait(self) -> None:
        """Block until every note is on the disk; for the end of the program and for tests."""
        self._lane.wait()

    def left(self) -> list[Path]:
        """Return the journals that a run left because it did not end as it should, newest first."""
        own = None if self._journal is None else self._journal.path
        found = [path for path in self._folder.glob("*.journal") if path != own]
        found.sort(key=lambda path: path.stat().st_mtime, reverse=True)
        return [path for path in found if _is_free(path)]

    def _write(self, state: SavedProject) -> None:
        from geodata.store import Journal, ProjectLock

        assert self._base is not None
        if self._journal is None:
            path = self._folder / f"{uuid.uuid4().hex}.journal"
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock = ProjectLock(path)
            self._journal = Journal(path, self._file, self._base)
        self._journal.note(state)


def _is_free(path: Path) -> bool:
    """Say whether no running window writes a journal."""
    from geodata.store import ProjectLock

    try:
        ProjectLock(path).release()
    except (ProjectLocked, OSError):
        return False
    return True
