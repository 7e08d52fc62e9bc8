"""Two days, A and B, and what changed between them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from desktop.dialogs.details import DetailsDialog
from desktop.shell.main_window import MainWindow
from desktop.shell.message_bar import Offer, Tone
from desktop.shell.session import Session
from desktop.wording.words import day_words, plural, short_day


class Comparing(QObject):
    """
    Keeps A and B, and tells the difference once both are set.

    Args:
        session: What is open, and the day shown.
        window: Where it is told.
    """

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._first: date | None = None
        self._second: date | None = None
        session.opened.connect(lambda _project: self._forget())

    def set_first(self) -> None:
        """Take the day shown as A."""
        self._first = self._session.on
        self._tell("A", self._session.on)

    def set_second(self) -> None:
        """Take the day shown as B."""
        self._second = self._session.on
        self._tell("B", self._session.on)

    def _forget(self) -> None:
        self._first = self._second = None

    def _tell(self, name: str, day: date) -> None:
        project = self._session.project
        if project is None:
            return
        first, second = self._first, self._second
        if first is None or second is None:
            other, key = ("B", "]") if name == "A" else ("A", "[")
            words = f"{name} is {day_words(day)}. Go to another day and press {key} for {other}."
            self._window.messages.tell(words, about="compare")
            return
        from geodata.layers import Moment
        from geodata.services import change_lines, compare

        known = self._session.known_by
        moments = Moment(min(first, second), known), Moment(max(first, second), known)
        number = len(compare(project, *moments))
        words = f"From A, {short_day(first)}, to B, {short_day(second)}: "
        words += f"{plural(number, 'thing')} differ" if number else "nothing differs"
        lines = "\n".join(change_lines(project, *moments)[1:]) if number else ""
        title = f"From {day_words(moments[0].on)} to {day_words(moments[1].on)}"
        as_known = f"As known by {day_words(known)}."
        offer = Offer("Show…", lambda: DetailsDialog(title, as_known, lines, self._window).open())
        offers = [offer] if lines else []
        self._window.messages.tell(f"{words}.", Tone.INFO, *offers, about="compare")
