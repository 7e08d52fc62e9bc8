"""The command palette: everything that can be done, found by typing a few letters of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from rapidfuzz import fuzz

from desktop.settings.theme import Theme

_GOOD_ENOUGH = 55.0
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be done, with the menu it stands in."""

    words: str
    menu: str
    action: QAction


class Palette(QDialog):
    """
    A line to type in, and the actions that fit, best first; those that are off are left out.

    Args:
        theme: Fonts.
        entries: All that a person can do.
        parent: Owner.
    """

    def __init__(
        self, theme: Theme, entries: Sequence[Entry], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._entries = [entry for entry in entries if entry.action.isEnabled()]
        self._shown: list[Entry] = []
        self.setWindowTitle("Do what?")
        self.resize(560, 420)
        self.line, self.list = QLineEdit(), QListWidget()
        self.line.setPlaceholderText("Type what you want to do")
        self.line.setAccessibleName("What to do")
        self.line.setClearButtonEnabled(True)
        self.list.setAccessibleName("What can be done")
        self.list.setFont(theme.font("body"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = QLabel("Nothing that can be done now has a name like this.")
        self._nothing.hide()
        box = QVBoxLayout(self)
        for widget in (self.line, self._nothing, self.list):
            box.addWidget(widget)
        self.line.textChanged.connect(self._fill)
        self.line.returnPressed.connect(self._run)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(lambda _item: self._run())
        self._fill("")
        self.line.setFocus()

    @property
    def offered(self) -> list[str]:
        """What is offered now, best first."""
        return [entry.words for entry in self._shown]

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and self._shown:
                row = min(max(self.list.currentRow() + step, 0), len(self._shown) - 1)
                self.list.setCurrentRow(row)
                return True
        return False

    def _fill(self, text: str) -> None:
        ranked = [(_fit(text, entry), entry) for entry in self._entries]
        fitting = [pair for pair in ranked if pair[0] >= _GOOD_ENOUGH]
        fitting.sort(key=lambda pair: -pair[0])
        self._shown = [entry for _rank, entry in fitting]
        self.list.clear()
        for entry in self._shown:
            keys = entry.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            tail = f"   {keys}" if keys else ""
            QListWidgetItem(f"{entry.menu} › {entry.words}{tail}", self.list)
        self.list.setCurrentRow(0)
        self._nothing.setVisible(not self._shown)

    def _run(self) -> None:
        row = self.list.currentRow()
        self.accept()
        if 0 <= row < len(self._shown):
            self._shown[row].action.trigger()


def _fit(text: str, entry: Entry) -> float:
    """Return how well typed letters fit an entry, 0..100; nothing typed fits all alike."""
    wanted = text.strip().casefold()
    if not wanted:
        return 100.0
    words = entry.words.casefold()
    if words.startswith(wanted):
        return 100.0
    if any(word.startswith(wanted) for word in words.split()):
        return 95.0
    return max(fuzz.partial_ratio(wanted, words), fuzz.WRatio(wanted, f"{entry.menu} {words}") - 5)
