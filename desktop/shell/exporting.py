"""Writes what the map shows to a file, beside the window's own work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.jobs import Job, Runner
from desktop.settings.theme import Theme
from desktop.shell.session import Session
from desktop.snapshot import Shot, Studio, frame_texts, picture_manifest, save_png, shot_of
from geodata.errors import PageError
from geodata.mapping import Extent, Opening

if TYPE_CHECKING:
    from geodata.layers import Moment
    from geodata.services import Project


class Exporting(QObject):
    """
    Exports the open project at the dates and layers that the window shows.

    Args:
        session: What is open.
        runner: Where files are written.
        studio: Takes the pictures.
        theme: An export is as light or dark as the window.
        extent: Tells the part of the world that the window shows, None before it shows any.
        parent: Owner.

    `compare` tells the two maps whose differences are marked, or none.
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
        extent: Callable[[], Extent | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner
        self._studio = studio
        self._theme = theme
        self._extent = extent
        self.compare: Callable[[], tuple[Moment, ...]] = tuple

    def write_png(self, target: Path) -> None:
        """Paint the frame off the screen and write it."""
        session, project = self._session, self._session.project
        if project is None:
            return
        shot = shot_of(
            project,
            on=session.on,
            known_by=session.known_by,
            is_dark=self._theme.is_dark,
            hidden=session.hidden,
            extent=self._extent(),
            reach=session.reach,
        )
        shot = replace(shot, compare=self.compare())
        self.began.emit(target)
        save = partial(self._save, shot, project, target)
        self._studio.shoot(session.page_data, shot, save, self._on_not_taken)

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

    def _save(self, shot: Shot, project: Project, target: Path, image: QImage) -> None:
        manifest = picture_manifest(project, shot)
        texts = frame_texts(shot.title, shot.words, shot.on, shot.known_by, manifest)
        self._write(target, lambda: save_png(image, target, texts))

    def _on_not_taken(self, what: str) -> None:
        self.failed.emit(PageError(what, todo="Try again; if it happens again, report it."))

    def _write(self, target: Path, write: Callable[[], None]) -> None:
        job = Job(f"Writing {target.name}", lambda _ticket: write())
        job.finished.connect(lambda _result: self.written.emit(target))
        job.failed.connect(self.failed)
        self._runner.start(job)
