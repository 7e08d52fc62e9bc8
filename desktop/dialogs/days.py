"""Which days some words of an article mean."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop.dialogs.claim_editor.fields import DaysField, ReadDate
from geodata.domain.times import UncertainDate


class DaysDialog(QDialog):
    """
    Asks for the first and last day that some words allow.

    Args:
        words: The words in the article.
        when: What they were read as, or None.
        read: Reads a date as a person types it.
        parent: Owner.
    """

    def __init__(
        self,
        words: str,
        when: UncertainDate | None,
        read: ReadDate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Mark as a date")
        self.resize(440, 170)
        quote = QLabel(f"Which days does “{words}” mean?")
        quote.setTextFormat(Qt.TextFormat.PlainText)
        quote.setWordWrap(True)
        self.days = DaysField("Date", when, read)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.days.changed.connect(self._check)
        self.days.first.editingFinished.connect(self.days.close_end)
        box = QVBoxLayout(self)
        box.addWidget(quote)
        box.addWidget(self.days)
        box.addWidget(self.buttons)
        self.days.first.setFocus()
        self._check()

    def value(self) -> UncertainDate | None:
        """Return the days, or None where none were given."""
        return self.days.value()

    def _check(self) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(self.days.is_valid and self.days.value() is not None)
