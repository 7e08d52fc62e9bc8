"""The list of what differs between two dates, with the words of the articles behind each line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.settings.theme import Theme
from desktop.views.changes.signs import SIDE_PX, sign_icon
from geodata.layers import Change

_HEADS = {
    Change.APPEARED: "Appeared",
    Change.FIRST_TOLD: "First told of",
    Change.ENDED: "Ended",
    Change.CHANGED: "Changed",
}
_MARK = Qt.ItemDataRole.UserRole
_EVIDENCE = Qt.ItemDataRole.UserRole + 1
_CHANGE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """
    One thing that differs.

    Args:
        change: How.
        sentence: What happened, ready to copy.
        mark_id: The mark that it speaks of.
        quotes: The words of the articles, each with who wrote them and when.
    """

    change: Change
    sentence: str
    mark_id: str
    quotes: tuple[str, ...]


class ChangesPanel(QWidget):
    """
    Groups of sentences; below them the evidence of the one that is chosen.

    Args:
        theme: Colours, fonts, icons.
        parent: Owner.
    """

    mark_picked = Signal(str)
    copy_asked = Signal()
    stop_asked = Signal()
    known_then_asked = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._head = QLabel()
        self._head.setWordWrap(True)
        self.known_then = QCheckBox("Each as known &that day")
        self.known_then.setToolTip("Compare what could be read on each of the two days")
        self.list = QListWidget()
        self.list.setAccessibleName("What appeared, ended or changed")
        self.list.setWordWrap(True)
        self.list.setIconSize(QSize(SIDE_PX, SIDE_PX))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.evidence = QPlainTextEdit()
        self.evidence.setReadOnly(True)
        self.evidence.setTabChangesFocus(True)
        self.evidence.setAccessibleName("What the articles say")
        self.copy_button = QPushButton("&Copy as text")
        self.stop_button = QPushButton("&Stop comparing")
        self._lay_out()
        self.known_then.toggled.connect(self.known_then_asked)
        self.list.currentItemChanged.connect(lambda item, _: self._show_evidence(item))
        self.list.itemClicked.connect(self._pick)
        self.list.itemActivated.connect(self._pick)
        self.copy_button.clicked.connect(self.copy_asked)
        self.stop_button.clicked.connect(self.stop_asked)
        theme.changed.connect(self._colour)
        self.set_changes("Set A and B in the menu Time to compare two dates.", ())

    def set_changes(self, head: str, rows: Sequence[ChangeRow]) -> None:
        """
        Show another comparison.

        Args:
            head: Which dates are compared, and how much differs.
            rows: What differs, in the order of the groups.
        """
        self._head.setText(head)
        before = [item.data(_MARK) for item in self.list.selectedItems()]
        self.list.clear()
        last: Change | None = None
        for row in rows:
            if row.change is not last:
                self._add_heading(row.change)
                last = row.change
            item = QListWidgetItem(row.sentence)
            item.setData(_MARK, row.mark_id)
            item.setData(_EVIDENCE, "\n\n".join(row.quotes))
            item.setData(_CHANGE, row.change)
            spoken = f"{_HEADS[row.change]}: {row.sentence}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.list.addItem(item)
            if row.mark_id in before:
                self.list.setCurrentItem(item)
        if rows and not self.list.selectedItems():
            self.list.setCurrentRow(1)
        if self.list.currentRow() <= 1:
            # The heading above the first line is part of it.
            self.list.scrollToTop()
        self.copy_button.setEnabled(bool(rows))
        self._show_evidence(self.list.currentItem())
        self._colour()

    def take_focus(self) -> None:
        """Put the keyboard on the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.stop_button)
        buttons.addStretch(1)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.list)
        parts.addWidget(self.evidence)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 1)
        parts.setChildrenCollapsible(False)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(10, 6, 10, 8)
        rows.setSpacing(6)
        rows.addWidget(self._head)
        rows.addWidget(self.known_then)
        rows.addWidget(parts, 1)
        rows.addLayout(buttons)

    def _add_heading(self, change: Change) -> None:
        item = QListWidgetItem(_HEADS[change])
        # It is read in passing and never chosen.
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(self._theme.font("body_strong"))
        self.list.addItem(item)

    def _show_evidence(self, item: QListWidgetItem | None) -> None:
        self.evidence.setPlainText(item.data(_EVIDENCE) or "" if item is not None else "")

    def _pick(self, item: QListWidgetItem) -> None:
        mark_id = item.data(_MARK)
        if mark_id:
            self.mark_picked.emit(mark_id)

    def _colour(self) -> None:
        ui = self._theme.colours.ui
        self._head.setFont(self._theme.font("small"))
        self._head.setStyleSheet(f"color: {ui.text2};")
        is_dark, ratio = self._theme.is_dark, self.devicePixelRatioF()
        icons = {change: sign_icon(change, is_dark=is_dark, ratio=ratio) for change in Change}
        for at in range(self.list.count()):
            item = self.list.item(at)
            change = item.data(_CHANGE)
            if change is None:
                item.setForeground(self.palette().brush(self.foregroundRole()))
            else:
                item.setIcon(icons[Change(change)])
