"""Asks for the known date, read as any typed date is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.settings.theme import Theme
from desktop.views.time_bar.fields.date_field import DateField
from desktop.views.time_bar.fields.typed_days import ReadDate
from geodata.domain.times import Days


class KnownDateDialog(QDialog):
    """
    A line for a date, and what is wrong with it.

    Args:
        theme: Icon and style.
        read_date: Reads what was typed; raises `UnclearDate`.
        bounds: The days that there are.
        parent: Owner.
    """

    day_chosen = Signal(object)  # date

    def __init__(
        self,
        theme: Theme,
        read_date: ReadDate,
        bounds: Days,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Known by")
        self.field = DateField(theme, read_date, self)
        self.field.setAccessibleName("Known by")
        self.field.setPlaceholderText("19 May 2024")
        self.field.set_bounds(bounds)
        words = QLabel("Leave out what was published after this day:")
        words.setBuddy(self.field)
        self._why = QLabel()
        self._why.setTextFormat(Qt.TextFormat.PlainText)
        self._why.setWordWrap(True)
        self._why.setMinimumWidth(320)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        for button in buttons.findChildren(QPushButton):
            # Return in the field reads the date already.
            button.setAutoDefault(False)
        rows = QVBoxLayout(self)
        for widget in (words, self.field, self._why, buttons):
            rows.addWidget(widget)
        buttons.accepted.connect(self.field.read)
        buttons.rejected.connect(self.reject)
        self.field.told.connect(self._why.setText)
        self.field.days_typed.connect(self._on_days)

    def _on_days(self, _first: date, last: date) -> None:
        # What was known by a month was known by its end.
        self.day_chosen.emit(last)
        self.accept()
