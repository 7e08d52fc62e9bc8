"""The file of the open project: its lock, its journal, and whether something is not saved yet."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.jobs import Job, Runner, Ticket
from desktop.shell.project.journalling import Journalling
from desktop.shell.project.workbench import Workbench
from desktop.shell.session import Session
from geodata.errors import DatelineError

if TYPE_CHECKING:
    from geodata.services import Project
    from geodata.store import ProjectLock, SavedProject

_log = logging.getLogger(__name__)


class ProjectFile(QObject):
    """
    Opens and saves the project, and keeps a journal of what is not saved.

    Args:
        session: What is open.
        workbench: What changes it.
        runner: Where long work runs.
        journals: The folder of the journals.
        parent: Owner.
    """

    changed = Signal()  # path, right to save, or whether something is not saved
    saved = Signal(object)  # Path
    failed = Signal(object)  # Exception
    settling = Signal()  # whoever still holds what was typed hands it over now

    def __init__(
        self,
        session: Session,
        workbench: Workbench,
        runner: Runner,
        journals: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._workbench = workbench
        self._runner = runner
        self.journal = Journalling(journals, self)
        self._path: Path | None = None
        self._lock: ProjectLock | None = None
        self._saved: SavedProject | None = None
        self._arriving: tuple[Path | None, SavedProject] | None = None
        session.opened.connect(self._on_opened)
        workbench.stepped.connect(self._on_stepped)
        self.journal.failed.connect(self.failed)

    @property
    def path(self) -> Path | None:
        """Where the project was saved, or None."""
        return self._path

    @property
    def is_read_only(self) -> bool:
        """Whether another window has the right to save the file."""
        return self._path is not None and self._lock is None

    @property
    def is_modified(self) -> bool:
        """Whether something was decided, or added to a saved project, that is in no file."""
        state, saved = self._workbench.state, self._saved
        if state is None or saved is None:
            return False
        if self._path is None:
            # Articles that were only read can be read again.
            return bool(state.edits) or (state.title, state.story) != (saved.title, saved.story)
        now, then = ((form.title, form.edits, form.story) for form in (state, saved))
        # What was not read again is the very same object, so that this is quick.
        return now != then or state.extractions != saved.extractions

    def open(self, path: Path) -> Job:
        """Open a project file instead of what is open."""

        def load() -> SavedProject:
            from geodata.store import load_project, migrate

            migrate(path)
            project = load_project(path)
            self._arriving = (path, project)
            return project

        return self._session.open_saved(load)

    def recover(self, journal: Path) -> Job:
        """Open a project as the journal of an earlier run left it; it is modified then."""

        def load() -> SavedProject:
            from geodata.store import SavedProject, journal_target, load_project, recover

            target = journal_target(journal)
            base = load_project(target) if target is not None else None
            found = recover(journal, base)
            self._arriving = (target, base or SavedProject(""))
            return found.project

        job = self._session.open_saved(load)
        job.finished.connect(lambda _done: self._on_recovered(journal))
        return job

    def save(self, path: Path | None = None) -> Job | None:
        """
        Write the project where it was saved, or to another file.

        Returns:
            The job, or None where nothing is open or there is no file yet.
        """
        self.settling.emit()
        target, project, state = path or self._path, self._session.project, self._workbench.state
        if target is None or project is None or state is None:
            return None
        session = self._session
        on, known_by = session.on, session.known_by
        hidden = tuple(layer.value for layer in session.hidden)

        def work(_ticket: Ticket) -> object:
            from geodata.services.editing import revive, save, saved_form

            form = saved_form(project, on=on, known_by=known_by, hidden=hidden)
            # The marks must be those of the claims, whatever is still being compiled.
            now = revive(form, session.resources, before=project)
            save(now, form, target, session.resources)
            return None

        job = Job("Saving the project", work)
        job.finished.connect(lambda _done: self._on_saved(target, state))
        job.failed.connect(self.failed)
        self._runner.start(job)
        return job

    def close(self) -> None:
        """End lock and journal; what is not saved is given up."""
        self.journal.end()
        if self._lock is not None:
            self._lock.release()
        self._lock = self._path = self._saved = None

    def _on_opened(self, project: Project | None) -> None:
        arriving, self._arriving = self._arriving, None
        self.close()
        state = self._workbench.state
        if project is not None and state is not None:
            path, self._saved = arriving or (None, state)
            if path is not None:
                self._take(path)
            self.journal.begin(self._path, self._saved)
            if self.is_modified:
                self.journal.note(state)
        self.changed.emit()

    def _on_recovered(self, journal: Path) -> None:
        # The new journal holds all of it by now, or will not: then the old one is still needed.
        self.journal.wait()
        if self.journal.is_written:
            journal.unlink(missing_ok=True)

    def _take(self, path: Path) -> None:
        from geodata.store import ProjectLock

        self._path = path
        try:
            self._lock = ProjectLock(path)
        except DatelineError as error:
            self.failed.emit(error)
        except OSError as error:
            _log.warning("No lock beside the project: %s", error)

    def _on_stepped(self) -> None:
        state = self._workbench.state
        if state is not None:
            self.journal.note(state)
        self.changed.emit()

    def _on_saved(self, target: Path, state: SavedProject) -> None:
        if target != self._path:
            if self._lock is not None:
                self._lock.release()
                self._lock = None
            self._take(target)
        self._saved = state
        self.journal.begin(target, state)
        now = self._workbench.state
        if now is not None and self.is_modified:
            self.journal.note(now)
        self.saved.emit(target)
        self.changed.emit()
