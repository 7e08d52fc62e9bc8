"""One writer at a time for a project file."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from geodata.errors import ProjectLocked


class ProjectLock:
    """
    The right to write one project file.

    The system gives it back when the program ends, however it ends. It is kept in a hidden file
    beside the project, since other programs may open the project itself.

    Args:
        path: The project file.

    Raises:
        ProjectLocked: Another window has it.
        OSError: The folder cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = FileLock(path.with_name(f".~lock.{path.name}#"))
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise ProjectLocked(path.name) from error

    def release(self) -> None:
        """Give the right back."""
        self._lock.release()
        Path(self._lock.lock_file).unlink(missing_ok=True)
