"""Exports the map over a range of days as an animation, beside the window's own work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from desktop.dialogs.animation import AnimationDialog, Wished
from desktop.dialogs.asking import Asking
from desktop.dialogs.details import error_dialog, error_words
from desktop.jobs import Job, Runner, Ticket
from desktop.settings.theme import Theme
from desktop.shell.conductor import Players
from desktop.shell.message_bar import Offer, Tone
from desktop.shell.session import Session
from desktop.snapshot import Studio
from desktop.snapshot.feed import Feed
from desktop.snapshot.filming import film_of, film_samples, film_shots, frame_of
from desktop.wording.words import file_name
from geodata.errors import Cancelled, OutputError
from geodata.export.films import (
    FORMATS,
    FilmPlan,
    Pace,
    about_bytes,
    film_days,
    format_of,
    size_words,
    write_film,
)
from geodata.export.films.mp4 import is_mp4_possible
from geodata.layers import change_days
from geodata.sheets import FILM_SHEETS

if TYPE_CHECKING:
    from PIL import Image

    from geodata.services import Project


@dataclass(frozen=True, slots=True)
class _Order:
    """A project as it was when its film was asked for, and where its pictures come from."""

    project: Project
    data: bytes
    plan: FilmPlan
    feed: Feed


class FilmExporting(QObject):
    """
    Asks what an animation shows, says how large it will be, and writes it.

    Args:
        session: What is open.
        studio: Takes the pictures.
        theme: An export is as light or dark as the window.
        asking: How files are asked for.
        players: The map tells its view; the window, how it went.
    """

    written = Signal(object)  # Path
    failed = Signal(object)  # Exception

    def __init__(
        self, session: Session, studio: Studio, theme: Theme, asking: Asking, players: Players
    ) -> None:
        super().__init__(players.window)
        self._session = session
        self._studio = studio
        self._theme = theme
        self._asking = asking
        self._map = players.map_view
        self._window = players.window
        # Not the lane of the project, which a person goes on working on.
        self._lane = Runner(self)
        self._weighing: Job | None = None
        self.failed.connect(self._tell_error)
        players.window.closing.connect(self._lane.cancel_all)

    def ask(self) -> AnimationDialog | None:
        """Open the dialog."""
        project = self._session.project
        if project is None:
            return None
        told = [mark for mark in project.marks if mark.claim_ids]
        changes = change_days(told, self._session.known_by)
        usual = (changes[0], changes[-1]) if changes else (self._session.on, self._session.on)
        kinds = [kind for kind in FORMATS if kind.suffix != ".mp4" or is_mp4_possible()]
        dialog = AnimationDialog(
            self._theme,
            lambda first, last, step: film_days(first, last, Pace(step), changes),
            usual,
            [(kind.suffix, kind.label) for kind in kinds],
            tuple(FILM_SHEETS.values()),
            self._window,
        )
        dialog.weigh_asked.connect(partial(self._weigh, dialog))
        dialog.accepted.connect(lambda: self._export(dialog.wished))
        dialog.finished.connect(self._stop_weighing)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def write(self, target: Path, wished: Wished) -> Job | None:
        """Write an animation of what the window shows."""
        order = self._order(wished)
        if order is None:
            return None
        film = film_of(order.project, order.plan)

        def work(ticket: Ticket) -> None:
            write_film(self._frames(order, order.plan.days, ticket, film.number), target, film)

        job = Job(f"Painting {target.name}", work)
        job.ended.connect(order.feed.deleteLater)
        job.finished.connect(lambda _done: self._on_written(target))
        job.failed.connect(self.failed)
        job.cancelled.connect(lambda: self._tell("The animation was stopped; nothing was written."))
        self._window.progress.follow(job)
        self._lane.start(job)
        return job

    def _export(self, wished: Wished | None) -> None:
        project = self._session.project
        if project is None or wished is None:
            return
        span = f"{wished.days[0]} to {wished.days[-1]}"
        proposed = Path.home() / f"{file_name(project.title)} {span}{wished.suffix}"
        label = next(kind.label for kind in FORMATS if kind.suffix == wished.suffix)
        kinds = f"{label} (*{wished.suffix})"
        target = self._asking.target(self._window, "Export an animation", proposed, kinds)
        if target is None:
            return
        if format_of(target) is None:
            todo = f"Give a name that ends in {wished.suffix}."
            self.failed.emit(OutputError(str(target), "no animation has such an ending", todo=todo))
            return
        self.write(target, wished)

    def _weigh(self, dialog: AnimationDialog, wished: Wished) -> None:
        self._stop_weighing()
        order = self._order(wished)
        kind = format_of(Path(f"film{wished.suffix}"))
        if order is None or kind is None:
            return
        film = film_of(order.project, order.plan)

        def work(ticket: Ticket) -> tuple[int, int]:
            samples = film_samples(order.project, order.plan)
            days = samples.days or order.plan.days
            few = list(self._frames(order, days, ticket, 0))
            # An encoder may take seconds for a sample; who has closed the dialog does not wait.
            return about_bytes(few, samples, film, kind, lambda: ticket.step(0, 0))

        job = Job("Judging the size", work)
        job.ended.connect(order.feed.deleteLater)

        def tell(words: str) -> None:
            # The dialog is gone once it was left, and a job may just have ended then.
            if self._weighing is job:
                dialog.set_weight(wished, words)

        job.finished.connect(lambda size: tell(f"about {size_words(*size)}."))
        job.failed.connect(lambda _: tell("its size cannot be told."))
        self._weighing = job
        self._lane.start(job)

    def _stop_weighing(self) -> None:
        if self._weighing is not None:
            self._weighing.cancel()
            self._weighing = None

    def _order(self, wished: Wished) -> _Order | None:
        session = self._session
        if session.project is None:
            return None
        view = self._map.extent
        plan = FilmPlan(
            wished.days,
            None if wished.is_as_known_then else session.known_by,
            wished.sheet,
            wished.fps,
            wished.is_looping,
            self._theme.is_dark,
            session.hidden,
            session.reach,
            None if view is None else (view.west, view.south, view.east, view.north),
        )
        return _Order(session.project, session.page_data, plan, Feed(self._studio, self))

    def _frames(
        self, order: _Order, days: tuple[date, ...], ticket: Ticket, number: int
    ) -> Iterator[Image.Image]:
        wanted = ((order.data, shot) for shot in film_shots(order.project, order.plan, days))
        for at, image in enumerate(order.feed.images(wanted, ticket)):
            if number:
                ticket.step(at + 1, number, str(days[at]))
            yield frame_of(image)

    def _on_written(self, target: Path) -> None:
        size = size_words(target.stat().st_size)
        url = QUrl.fromLocalFile(str(target.parent))
        offer = Offer("Open folder", lambda: QDesktopServices.openUrl(url))
        self._window.messages.tell(f"Saved {target}, {size}.", Tone.INFO, offer)
        self.written.emit(target)

    def _tell(self, words: str) -> None:
        self._window.messages.tell(words)

    def _tell_error(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return
        offer = Offer("Details…", lambda: error_dialog(error, self._window).open())
        self._window.messages.tell(error_words(error), Tone.ERROR, offer)
