"""The story as files: a page that scrolls, and a set of pictures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from desktop.dialogs.asking import Asking
from desktop.dialogs.details import DetailsDialog, error_dialog, error_words
from desktop.jobs import Job, Runner, Ticket
from desktop.settings.theme import Theme
from desktop.shell.main_window import MainWindow
from desktop.shell.message_bar import Offer, Tone
from desktop.shell.session import Session
from desktop.snapshot import Studio
from desktop.snapshot.feed import Feed
from desktop.wording.words import file_name, plural
from geodata.errors import Cancelled, NoStory

if TYPE_CHECKING:
    from geodata.services import Project


class StoryPublishing(QObject):
    """
    Exports the story of the open project.

    Args:
        session: What is open.
        runner: Where the page is written.
        studio: Takes the pictures.
        theme: An export is as light or dark as the window.
        asking: How files are asked for.
        window: Where it is told how it went.
    """

    written = Signal(object)  # Path
    failed = Signal(object)  # Exception

    def __init__(
        self,
        session: Session,
        runner: Runner,
        studio: Studio,
        theme: Theme,
        asking: Asking,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._runner = runner
        self._studio = studio
        self._theme = theme
        self._asking = asking
        self._window = window
        # Not the lane of the project: the camera itself is made ready there.
        self._lane = Runner(self)
        self.failed.connect(self._tell_error)
        window.closing.connect(self._lane.cancel_all)

    def export_page(self) -> None:
        """Ask where to, and write the story as a page."""
        project = self._project()
        if project is None:
            return
        proposed = Path.home() / f"{file_name(project.title)}, story.html"
        title = "Export the story as a web page"
        target = self._asking.target(self._window, title, proposed, "Web page (*.html)")
        if target is None:
            return
        resources, is_dark = self._session.resources, self._theme.is_dark

        def work(_ticket: Ticket) -> Sequence[str]:
            from geodata.services import export_story

            return export_story(project, resources, target, is_dark=is_dark)

        job = Job(f"Writing {target.name}", work)
        job.finished.connect(partial(self._on_written, target))
        self._start(job, self._runner)

    def export_pictures(self) -> None:
        """Ask for a folder, and write every bookmark as a picture into it."""
        project = self._project()
        if project is None:
            return
        folder = self._asking.folder(self._window)
        if folder is None:
            return
        resources, is_dark = self._session.resources, self._theme.is_dark
        feed = Feed(self._studio, self)

        def work(ticket: Ticket) -> Sequence[str]:
            from desktop.snapshot.plates import gathered, refuse_those_there, story_plates
            from geodata.services import story_troubles

            plates = story_plates(project, resources, is_dark=is_dark)
            refuse_those_there(plates, folder, "Choose another folder, or remove it there.")
            wanted = ((plate.data, plate.shot) for plate in plates)
            with gathered(folder) as draft:
                for number, image in enumerate(feed.images(wanted, ticket)):
                    ticket.step(number, len(plates), plates[number].name)
                    plates[number].save(image, draft)
                ticket.step(len(plates), len(plates))
            return story_troubles(project)

        job = Job("Painting the story", work)
        job.ended.connect(feed.deleteLater)
        job.finished.connect(partial(self._on_written, folder))
        job.cancelled.connect(
            lambda: self._window.messages.tell("The pictures were stopped; none was written.")
        )
        self._start(job, self._lane)

    def _project(self) -> Project | None:
        project = self._session.project
        if project is not None and not project.story:
            self.failed.emit(NoStory(project.title))
            return None
        return project

    def _start(self, job: Job, lane: Runner) -> None:
        job.failed.connect(self.failed)
        self._window.progress.follow(job)
        lane.start(job)

    def _on_written(self, target: Path, troubles: Sequence[str]) -> None:
        url = QUrl.fromLocalFile(str(target if target.is_dir() else target.parent))
        offers = [Offer("Open folder", lambda: QDesktopServices.openUrl(url))]
        words, tone = f"Saved {target}.", Tone.INFO
        if troubles:
            words += f" {plural(len(troubles), 'citation')} in it rest on nothing, and say so."
            tone = Tone.WARNING
            title, lines = "Citations that rest on nothing", "\n\n".join(troubles)
            offers.insert(
                0, Offer("Show…", lambda: DetailsDialog(title, words, lines, self._window).open())
            )
        self._window.messages.tell(words, tone, *offers)
        self.written.emit(target)

    def _tell_error(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return
        offer = Offer("Details…", lambda: error_dialog(error, self._window).open())
        self._window.messages.tell(error_words(error), Tone.ERROR, offer)
