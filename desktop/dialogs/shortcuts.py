"""The page of shortcuts: every action with its keys, and what the time bar and lists take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

_IN_PANELS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "Time bar": (
        ("Step back, step on", "Left, Right"),
        ("Ten steps", "Page Up, Page Down"),
        ("First day, last day", "Home, End"),
        ("Previous or next change", "Alt+Left, Alt+Right"),
        ("Play, stop", "Space"),
        ("Zoom", "+, -"),
        ("Loop", "L"),
    ),
    "Sources": (
        ("Mute", "M"),
        ("Show only this one", "S"),
        ("Title, outlet and date", "F2"),
        ("Remove from the project", "Delete"),
    ),
    "Reader": (
        ("Select words", "Shift+arrow keys"),
        ("Claim or place at the cursor", "Enter"),
        ("Next or previous claim in the text", "Ctrl+Down, Ctrl+Up"),
        ("What can be done with the words", "Menu key, Shift+F10"),
    ),
}


class ShortcutsDialog(QDialog):
    """
    A table of all keys.

    Args:
        rows: (menu, action, keys) of every action that has keys.
        parent: Owner.
    """

    def __init__(self, rows: Iterable[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Shortcuts")
        self.resize(640, 560)
        everything = [*rows]
        for panel, keys in _IN_PANELS.items():
            everything += [(panel, what, how) for what, how in keys]
        self.table = QTableWidget(len(everything), 3)
        self.table.setHorizontalHeaderLabels(["Where", "What", "Keys"])
        self.table.setAccessibleName("Shortcuts")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for row, texts in enumerate(everything):
            for column, text in enumerate(texts):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeColumnToContents(0)
        self.table.resizeColumnToContents(2)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.addWidget(self.table, 1)
        box.addWidget(buttons)
