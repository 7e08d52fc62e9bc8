"""The map in words for who does not see it: on the clipboard, and for a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication

from desktop.shell.actions import ActionSpec
from desktop.shell.main_window import MainWindow
from desktop.shell.message_bar import Tone
from desktop.shell.session import Session
from desktop.webmap.view import MapView
from desktop.wording.words import day_words, plural
from geodata.layers import describe, frame_marks
from geodata.layers.frames import frame_words

# While the date moves nothing is said; a screen reader would never come to an end.
_REST_MS = 700


class Telling(QObject):
    """
    Describes the map when the date has come to rest, and copies the description.

    Args:
        session: What is open, and what of it is shown.
        window: Where it is told that something was copied.
        map_view: Bears the description.
    """

    def __init__(self, session: Session, window: MainWindow, map_view: MapView) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._map_view = map_view
        self.late = QTimer(self)
        self.late.setSingleShot(True)
        self.late.setInterval(_REST_MS)
        self.late.timeout.connect(self.describe)
        for signal in (
            session.opened,
            session.changed,
            session.time_changed,
            session.reach_changed,
            session.hidden_changed,
        ):
            signal.connect(lambda *_: self.late.start())

    def describe(self) -> None:
        """Say what the map shows as its accessible description."""
        project, session = self._session.project, self._session
        words = ""
        if project is not None:
            marks = [mark for mark in project.marks if mark.layer not in session.hidden]
            frame = session.on, session.known_by, session.reach
            reported = project.reported_before(session.on, session.known_by)
            shown = frame_marks(marks, *frame)
            number = sum(bool(mark.claim_ids) for mark in shown)
            words = (
                f"{frame_words(session.on, session.reach)}, as known on "
                f"{day_words(session.known_by)}: {plural(number, 'mark')}. "
                f"{describe(shown, *frame, reported=reported)}"
            )
        if words != self._map_view.accessibleDescription():
            self._map_view.setAccessibleDescription(words)
            event = QAccessibleEvent(self._map_view, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(event)

    def copy(self) -> None:
        """Put all that the map says on the clipboard, with its sources."""
        project, session = self._session.project, self._session
        if project is None:
            return
        from geodata.services import description_lines, tell

        told = [
            item
            for item in tell(project, session.on, session.known_by)
            if item.mark.layer not in session.hidden
        ]
        lines = description_lines(project, session.on, session.known_by, told)
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._window.messages.tell("The map in words is on the clipboard.", Tone.INFO)


def telling_actions(telling: Telling) -> tuple[ActionSpec, ...]:
    """Return what stands in the menu Edit."""
    return (
        ActionSpec(
            "edit.copy_description",
            "Copy &description of the map",
            "Edit",
            telling.copy,
            keys=("Ctrl+Alt+C",),
            tip="Copy what the map shows on this date, in sentences with their sources",
            opens_group=True,
            needs_project=True,
        ),
    )
