"""Writes what the map shows to a file, beside the window's own work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.jobs import Job, Runner
from desktop.settings.theme import Theme
from desktop.shell.session import Session
from desktop.snapshot import Order, Shot, Studio, picture_texts, save_picture
from geodata.errors import PageError
from geodata.mapping import Opening

if TYPE_CHECKING:
    from geodata.layers import Moment


class Exporting(QObject):
    """
    Exports the open project at the dates and layers that the window shows.

    Args:
        session: What is open.
        runner: Where files are written.
        studio: Takes the pictures.
        theme: An export is as light or dark as the window.
        compare: Tells the two maps whose differences are marked, or none.
        parent: Owner.
    """

    began = Signal(object)  # Path
    written = Signal(object)  # Path
    failed = Signal(object)  # Exception

    def __init__(
        self,
        session: Session,
        runner: Runner,
        studio: Studio,
        theme: Theme,
        compare: Callable[[], tuple[Moment, ...]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner
        self._studio = studio
        self._theme = theme
        self.compare = compare

    def take(
        self, shot: Shot, taken: Callable[[QImage], object], failed: Callable[[str], object]
    ) -> Order:
        """Paint a picture of the open project off the screen."""
        return self._studio.shoot(self._session.page_data, shot, taken, failed)

    def write_picture(
        self,
        target: Path,
        shot: Shot,
        *,
        done: Callable[[], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """
        Paint a picture off the screen and write it; the ending tells whether as PNG or PDF.

        Args:
            target: The file.
            shot: What it shows.
            done: Called when it is written, before `written`.
            failed: Called with what went wrong; `failed` is not emitted.
        """
        project = self._session.project
        if project is None:
            return
        texts = picture_texts(project, shot)

        def write(image: QImage) -> None:
            job = Job(
                f"Writing {target.name}",
                lambda _ticket: save_picture(image, target, texts, shot.sheet),
            )
            job.finished.connect(lambda _result: done())
            job.finished.connect(lambda _result: self.written.emit(target))
            job.failed.connect(failed)
            self._runner.start(job)

        def tell(what: str) -> None:
            failed(PageError(what, todo="Try again; if it happens again, report it."))

        self.take(shot, write, tell)

    def write_html(self, target: Path) -> None:
        """Write the project as one page that runs alone, opened at this frame."""
        session, project = self._session, self._session.project
        if project is None:
            return
        from geodata.services import export_html

        opening = Opening(
            session.on, session.known_by, session.hidden, session.reach, self.compare()
        )
        is_dark = self._theme.is_dark
        self.began.emit(target)
        self._write(
            target,
            lambda: export_html(
                project,
                session.resources,
                target,
                opening,
                is_dark=is_dark,
            ),
        )

    def write_data(self, target: Path) -> None:
        """Write claims and marks of all days as data; the ending decides the format."""
        session, project = self._session, self._session.project
        if project is None:
            return
        from geodata.services.exports.data import export_data

        self.began.emit(target)
        self._write(target, lambda: export_data(project, session.resources, target))

    def _write(self, target: Path, write: Callable[[], None]) -> None:
        job = Job(f"Writing {target.name}", lambda _ticket: write())
        job.finished.connect(lambda _result: self.written.emit(target))
        job.failed.connect(self.failed)
        self._runner.start(job)
