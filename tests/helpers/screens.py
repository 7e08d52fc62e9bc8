"""The window as a person sees it: stories are told in these words and name no widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.app import App, build
from desktop.dialogs.asking import Asking
from desktop.dialogs.leaving import Leaving
from desktop.dialogs.picture import PictureDialog
from desktop.shell.story.publishing import StoryPublishing
from desktop.views.sources.failures import FailureList
from geodata.domain.claims import ClaimId
from geodata.layers import Mark, frame_marks
from tests.helpers.page import PATIENCE_MS, PageScreen


@dataclass
class Answers:
    """What the person answers when the window asks."""

    files: tuple[Path, ...] = ()
    folder: Path | None = None
    target: Path | None = None
    leaving: Leaving = Leaving.DISCARD
    title: str | None = None

    def asking(self) -> Asking:
        """Return the questions with these answers."""
        return Asking(
            lambda _window: self.files,
            lambda _window: self.folder,
            lambda *_: self.target,
            lambda *_: None,
            lambda *_: self.leaving,
            lambda *_: self.title,
        )


class AppScreen:
    """
    The program, started in a folder of its own.

    Args:
        application: The one application.
        qtbot: Waits.
        folder: Where settings and exports go.
        paths: What it is started with.
    """

    def __init__(
        self, application: QApplication, qtbot: QtBot, folder: Path, paths: tuple[Path, ...] = ()
    ) -> None:
        self._qtbot = qtbot
        self._folder = folder
        self.answers = Answers()
        settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        settings.setValue("look/scheme", "light")
        self.app: App = build(
            application,
            paths=paths,
            settings=settings,
            asking=self.answers.asking(),
            keeping_in=folder / "data",
        )
        self.map = PageScreen(self.app.players.map_view, qtbot)

    def starts(self, size: tuple[int, int] = (1440, 900)) -> None:
        """Show the window and wait until its articles are on the map."""
        app = self.app
        with self._qtbot.waitSignals(
            [app.session.opened, app.players.map_view.ready], timeout=PATIENCE_MS
        ):
            app.window.resize(*size)
            app.window.show()
        self._is_drawn()

    def closes(self) -> None:
        """Close the window."""
        self.app.close()

    def goes_to(self, day: date) -> None:
        """Choose a day on the time bar."""
        self.app.players.time_bar.go_to(day)
        self._is_drawn()

    def selects(self, words: str) -> None:
        """Select words in the reader."""
        text = self.app.players.reader.text
        start = text.toPlainText().index(words)
        cursor = text.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
        text.setTextCursor(cursor)

    def says(self) -> str:
        """Return the line above the map."""
        self.app.conductor.show_words()
        return self.app.players.said_line.words

    def sources(self) -> list[str]:
        """Return the headings of the articles."""
        project = self.app.session.project
        return [source.document.title for source in project.sources] if project else []

    def clicks_mark(self, which: Callable[[Mark], bool]) -> Mark:
        """Click on a mark of the map."""
        session = self.app.session
        assert session.project is not None
        drawn = frame_marks(session.project.marks, session.on, session.known_by)
        meant = [mark for mark in drawn if which(mark)]
        # One that stands in a crowd has no place of its own.
        seen = [(mark, at) for mark in meant if (at := self.map.mark_at(mark.id)) is not None]
        assert seen, f"not on the map: {[mark.words for mark in meant]}"
        mark, at = seen[0]
        with self._qtbot.waitSignal(session.mark_selected, timeout=PATIENCE_MS):
            self.map.clicks(at)
        return mark

    def chooses_claim(self, claim_id: ClaimId) -> None:
        """Choose a claim in the table."""
        self.app.players.claims.claim_selected.emit(claim_id)
        self._is_drawn()

    def does(self, action: str) -> None:
        """Choose something in a menu, and wait until the map has followed."""
        self.app.window.actions_by_id[action].trigger()
        self.follows()

    def follows(self) -> None:
        """Wait until all that was asked for is compiled and noted."""
        runner = self.app.runner
        self._qtbot.waitUntil(lambda: not runner.is_busy, timeout=PATIENCE_MS)
        self.app.desk.file.journal.wait()

    def menu_says(self, action: str) -> str:
        """Return a menu entry as it reads now, or nothing where it is off."""
        entry = self.app.window.actions_by_id[action]
        return entry.text().replace("&", "") if entry.isEnabled() else ""

    def reviews(self) -> list[str]:
        """Return what was made of each claim, in the order of the project."""
        project = self.app.session.project
        return [claim.review.value for claim in project.claims] if project else []

    def saves(self, name: str) -> Path:
        """Save the project in a new file."""
        self.answers.target = self._folder / name
        with self._qtbot.waitSignal(self.app.desk.file.saved, timeout=PATIENCE_MS):
            self.app.window.actions_by_id["file.save_as"].trigger()
        return self.answers.target

    def opens(self, path: Path) -> None:
        """Open a file as if it was dropped on the window."""
        with self._qtbot.waitSignal(self.app.session.opened, timeout=PATIENCE_MS):
            self.app.window.dropped.emit((path,))
        self.follows()

    def mutes(self, number: int) -> None:
        """Mute a source by its number."""
        session = self.app.session
        assert session.project is not None
        muted = session.project.muted | {session.project.sources[number - 1].document.id}
        with self._qtbot.waitSignal(session.changed, timeout=PATIENCE_MS):
            self.app.players.sources.muted_changed.emit(frozenset(muted))

    def shown_marks(self) -> list[str]:
        """Return the ids of the marks that the map draws."""
        self.map.settles()
        return self.map.drawn()

    def due_marks(self) -> list[str]:
        """Return the ids of the marks that the frame holds."""
        session = self.app.session
        assert session.project is not None
        drawn = frame_marks(session.project.marks, session.on, session.known_by)
        return sorted(mark.id for mark in drawn if mark.layer not in session.hidden)

    def highlighted_words(self) -> list[str]:
        """Return what stands on the ground of the selected claim; names keep their own ground."""
        text = self.app.players.reader.text
        ground = QColor(self.app.theme.colours.ui.selection)
        words: list[str] = []
        block = text.document().begin()
        while block.isValid():
            for run in block.textFormats():
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + run.start)
                cursor.setPosition(
                    block.position() + run.start + run.length, QTextCursor.MoveMode.KeepAnchor
                )
                if QTextCursor(cursor).charFormat().background().color() == ground:
                    words += cursor.selectedText().split()
            block = block.next()
        return words

    def exports_picture(self, name: str) -> Path:
        """Export the frame as a picture, with what the dialog proposes."""
        return self.saves_picture(self.opens_picture_dialog(), name)

    def saves_picture(self, dialog: PictureDialog, name: str) -> Path:
        """Save what the dialog shows, and wait for the file."""
        self.answers.target = self._folder / name
        with self._qtbot.waitSignal(self.app.exporting.written, timeout=PATIENCE_MS):
            dialog.save.click()
        return self.answers.target

    def opens_picture_dialog(self) -> PictureDialog:
        """Open the dialog for pictures and wait for its preview."""
        self.app.window.actions_by_id["export.png"].trigger()
        dialog = self.app.gallery.picturing.dialog
        assert dialog is not None
        self._qtbot.waitUntil(lambda: not dialog.preview.is_late, timeout=PATIENCE_MS)
        return dialog

    def exports_page(self, name: str) -> Path:
        """Export the project as a page."""
        return self._exports("export.html", name)

    def exports_data(self, name: str) -> Path:
        """Export claims and marks as data."""
        return self._exports("export.data", name)

    def publishing(self) -> StoryPublishing:
        """Return what exports the story."""
        found = self.app.window.findChild(StoryPublishing)
        assert found is not None
        return found

    def drops(self, *paths: Path) -> None:
        """Drop files on the window and wait until they are read."""
        session = self.app.session
        with self._qtbot.waitSignals([session.added, self.app.runner.idle], timeout=PATIENCE_MS):
            self.app.window.dropped.emit(paths)

    def opens_folder(self) -> None:
        """Open the folder of the answers, whatever comes of it."""
        with self._qtbot.waitSignal(self.app.runner.idle, timeout=PATIENCE_MS):
            self.app.window.actions_by_id["file.open_folder"].trigger()

    def message(self) -> str:
        """Return the message above the map."""
        return self.app.window.messages.words

    def messages(self) -> tuple[str, ...]:
        """Return all messages that wait above the map, the newest first."""
        return self.app.window.messages.all_words

    def left_out(self) -> str:
        """Return what the list below the sources says of files that were left out."""
        lists = self.app.window.findChildren(FailureList)
        labels = [label for one in lists if one.isVisible() for label in one.findChildren(QLabel)]
        return "\n".join(label.text() for label in labels if label.text())

    def presses(self, words: str) -> None:
        """Press a button of the message above the map."""

        def found() -> list[QPushButton]:
            buttons = self.app.window.messages.findChildren(QPushButton)
            return [button for button in buttons if button.text() == words and button.isVisible()]

        # A button that was just added is shown by the next turn of the event loop.
        self._qtbot.waitUntil(lambda: bool(found()), timeout=PATIENCE_MS)
        found()[0].click()

    def status(self) -> str:
        """Return the status bar."""
        return self.app.window.status.words

    def _exports(self, action: str, name: str) -> Path:
        self.answers.target = self._folder / name
        with self._qtbot.waitSignal(self.app.exporting.written, timeout=PATIENCE_MS):
            self.app.window.actions_by_id[action].trigger()
        return self.answers.target

    def _is_drawn(self) -> None:
        view = self.app.players.map_view
        session = self.app.session
        self.map.goes_to(session.on, session.known_by)
        assert view.is_settled


Starts = Callable[..., AppScreen]
"""Starts the program with these articles, or with the sample."""
