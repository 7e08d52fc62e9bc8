"""What a person can ask of project files: open, save, revert, recover, and leave safely."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.dialogs.asking import PROJECT_FILTER, Asking
from desktop.dialogs.leaving import Leaving
from desktop.jobs import Job
from desktop.shell.main_window import MainWindow
from desktop.shell.message_bar import Offer, Tone
from desktop.shell.project.file import ProjectFile
from desktop.shell.project.workbench import Workbench
from desktop.shell.session import Session
from desktop.wording.words import file_name, plural

ENDING = ".gpkg"


class ProjectVerbs(QObject):
    """
    Asks where needed, does, and tells how it went.

    Args:
        window: The window.
        session: What is open.
        workbench: What changes the project.
        file: The open project's file.
        asking: How files and decisions are asked for.
    """

    opening = Signal(object)  # Job

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        workbench: Workbench,
        file: ProjectFile,
        asking: Asking,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._workbench = workbench
        self._file = file
        self._asking = asking
        file.saved.connect(self._on_saved)

    def open(self, path: Path) -> None:
        """Open a project file instead of what is open."""
        self.leave(lambda: self.opening.emit(self._file.open(path)))

    def save(self) -> Job | None:
        """Save where it was saved before, or ask where."""
        if self._file.path is None or self._file.is_read_only:
            return self.save_as()
        return self._follow(self._file.save())

    def save_as(self) -> Job | None:
        """Ask where to, and save there from now on."""
        project = self._session.project
        if project is None:
            return None
        folder = self._file.path.parent if self._file.path else Path.home()
        proposed = folder / f"{file_name(project.title)}{ENDING}"
        target = self._asking.target(self._window, "Save the project", proposed, PROJECT_FILTER)
        return None if target is None else self._follow(self._file.save(target))

    def revert(self) -> None:
        """Open the file again as it was saved last; what was decided since is given up."""
        if self._file.path is not None:
            self.opening.emit(self._file.open(self._file.path))

    def rename(self) -> None:
        """Ask what the project is called."""
        project = self._session.project
        if project is not None:
            title = self._asking.title(self._window, project.title)
            if title is not None:
                self._workbench.rename(title)

    def leave(self, then: Callable[[], object]) -> bool:
        """
        Do what leaves the project, once nothing is lost by it.

        Args:
            then: What to do; not at all where the person would rather stay.

        Returns:
            Whether it was done at once; after a save it is done later.
        """
        self._file.settling.emit()
        project = self._session.project
        if project is None or not self._file.is_modified:
            then()
            return True
        answer = self._asking.leaving(self._window, project.title)
        if answer is Leaving.SAVE:
            job = self.save()
            if job is not None:
                job.finished.connect(lambda _done: then())
            return False
        if answer is Leaving.DISCARD:
            self._file.close()
            then()
            return True
        return False

    def offer_recovery(self) -> bool:
        """Offer what an earlier run left when it did not end as it should; say whether it did."""
        left = self._file.journal.left()
        if not left:
            return False
        others = f" ({plural(len(left), 'project')} in all)" if len(left) > 1 else ""
        self._window.messages.tell(
            f"Dateline did not end as it should, and decisions were not saved yet{others}.",
            Tone.WARNING,
            Offer("Bring them back", lambda: self._recover(left[0])),
            Offer("Give them up", lambda: self._give_up(left)),
            about="recovery",
            is_lasting=True,
        )
        return True

    def _recover(self, journal: Path) -> None:
        self.leave(lambda: self.opening.emit(self._file.recover(journal)))

    def _give_up(self, journals: list[Path]) -> None:
        for journal in journals:
            journal.unlink(missing_ok=True)

    def _follow(self, job: Job | None) -> Job | None:
        if job is not None:
            self._window.progress.follow(job)
        return job

    def _on_saved(self, target: Path) -> None:
        self._window.messages.tell(f"Saved {target}.")
