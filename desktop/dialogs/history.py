"""Every step since the project was opened; a click goes there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QUndoView, QVBoxLayout, QWidget


class HistoryDialog(QDialog):
    """
    The steps, the present one selected; it may stay open while work goes on.

    Args:
        history: The steps.
        parent: Owner.
    """

    def __init__(self, history: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("History")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(420, 460)
        self.view = QUndoView(history)
        self.view.setAccessibleName("Steps since the project was opened")
        self.view.setEmptyLabel("As it was opened")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        box = QVBoxLayout(self)
        box.addWidget(self.view, 1)
        box.addWidget(buttons)
