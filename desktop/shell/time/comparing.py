"""Two days, A and B, and what differs between them: on the map, in a list, as text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop.shell.main_window import MainWindow
from desktop.shell.message_bar import Offer, Tone
from desktop.shell.session import Session
from desktop.views.changes import ChangeRow, ChangesPanel
from desktop.webmap.view import MapView
from desktop.wording.words import plural
from geodata.layers import Moment
from geodata.written_days import day_words, short_day

if TYPE_CHECKING:
    from geodata.services import Differing


class Comparing(QObject):
    """
    Keeps A and B, and shows the difference once both are set; `moments` are then the two maps.

    Args:
        session: What is open, and the day shown.
        window: Where it is told.
        map_view: Bears the signs.
        panel: Bears the list.
    """

    def __init__(
        self, session: Session, window: MainWindow, map_view: MapView, panel: ChangesPanel
    ) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._map_view = map_view
        self._panel = panel
        self.moments: tuple[Moment, ...] = ()
        self._first: date | None = None
        self._second: date | None = None
        session.opened.connect(lambda _project: self.stop())
        session.changed.connect(lambda _project: self._show())
        session.hidden_changed.connect(lambda _hidden: self._show())
        session.time_changed.connect(lambda _on, _known_by: self._compare())
        panel.copy_asked.connect(self.copy)
        panel.stop_asked.connect(self.stop)
        panel.known_then_asked.connect(lambda _is_asked: self._compare())
        panel.mark_picked.connect(self._pick)

    def put(self, moments: tuple[Moment, ...]) -> None:
        """Compare two maps that were compared before, or none, without a word."""
        if not moments:
            self.stop()
            return
        self._first, self._second = (moment.on for moment in moments)
        self._panel.known_then.setChecked(moments[0].known_by != moments[1].known_by)
        self._set(moments)

    def set_first(self) -> None:
        """Take the day shown as A."""
        self._first = self._session.on
        self._tell("A", self._session.on)

    def set_second(self) -> None:
        """Take the day shown as B."""
        self._second = self._session.on
        self._tell("B", self._session.on)

    def stop(self) -> None:
        """Forget A and B."""
        self._first = self._second = None
        self._set(())
        self._window.changes.hide()

    def show_list(self) -> None:
        """Bring the list to the front and put the keyboard on it."""
        self._window.changes.show()
        self._window.changes.raise_()
        self._panel.take_focus()

    def copy(self) -> None:
        """Put the list on the clipboard, with quotes and sources."""
        project, moments = self._session.project, self.moments
        if project is None or not moments:
            return
        from geodata.services import change_lines

        lines = change_lines(project, *moments, hidden=self._session.hidden)
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._window.messages.tell("The list of changes is on the clipboard.", Tone.INFO)

    def _tell(self, name: str, day: date) -> None:
        if self._session.project is None:
            return
        if self._first is None or self._second is None:
            other, key = ("B", "]") if name == "A" else ("A", "[")
            words = f"{name} is {day_words(day)}. Go to another day and press {key} for {other}."
            self._window.messages.tell(words, Tone.INFO)
            return
        self._compare()
        self._window.changes.show()
        self._window.changes.raise_()
        first, second = sorted((self._first, self._second))
        number = len(self._found())
        words = f"From {short_day(first)} to {short_day(second)}: "
        words += f"{plural(number, 'thing')} differ" if number else "nothing differs"
        offers = [Offer("Read the list", self.show_list), Offer("Copy as text", self.copy)]
        self._window.messages.tell(f"{words}.", Tone.INFO, *(offers if number else []))

    @property
    def _is_known_then(self) -> bool:
        return self._panel.known_then.isChecked()

    def _compare(self) -> None:
        if self._session.project is None or self._first is None or self._second is None:
            return
        known = self._session.known_by
        self._set(
            tuple(
                Moment(day, min(day, known) if self._is_known_then else known)
                for day in sorted((self._first, self._second))
            )
        )

    def _set(self, moments: tuple[Moment, ...]) -> None:
        if moments != self.moments:
            self.moments = moments
            self._show()

    def _found(self) -> tuple[Differing, ...]:
        project, moments = self._session.project, self.moments
        if project is None or not moments:
            return ()
        from geodata.services import compare

        return compare(project, *moments, hidden=self._session.hidden)

    def _show(self) -> None:
        moments = self.moments
        self._map_view.set_compare(moments)
        if not moments:
            self._panel.set_changes("Set A and B in the menu Time to compare two dates.", ())
            return
        found = self._found()
        first, second = moments
        head = f"{day_words(first.on)} to {day_words(second.on)}, "
        head += f"as known by {day_words(second.known_by)}: "
        if first.known_by != second.known_by:
            head = f"{day_words(first.on)} to {day_words(second.on)}, each as known that day: "
        head += f"{plural(len(found), 'thing')} differ." if found else "nothing differs."
        self._panel.set_changes(head, tuple(map(_row, found)))

    def _pick(self, mark_id: str) -> None:
        self._session.select_mark(mark_id)
        self._map_view.select(mark_id)


def _row(item: Differing) -> ChangeRow:
    from geodata.services import who_and_when

    quotes = dict.fromkeys(
        f"“{evidence.quote}”\n{who} [{evidence.source.number}]"
        for evidence in item.evidence
        for who in [who_and_when(evidence.source, evidence.claim.evidence[0].start)]
    )
    return ChangeRow(item.change, item.sentence, item.difference.mark.id, tuple(quotes))
