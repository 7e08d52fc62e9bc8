"""The choice of sources by their date: all, or those known by a day, or chained to the day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from desktop.settings.theme import Theme
from desktop.views.time_bar.fields.known_date_dialog import KnownDateDialog
from desktop.views.time_bar.fields.typed_days import ReadDate
from geodata.domain.times import Days
from geodata.written_days import short_day


class KnownButton(QWidget):
    """
    A button with a menu of publication dates, and the chain beside it.

    Args:
        theme: Icons and sizes.
        read_date: Reads a typed date; raises `UnclearDate`.
        parent: Owner.
    """

    all_asked = Signal()
    day_asked = Signal(object)  # date
    chain_toggled = Signal(bool)

    def __init__(self, theme: Theme, read_date: ReadDate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._read_date = read_date
        self._bounds = Days(None, None)
        self._days: tuple[date, ...] = ()
        self._last: date | None = None
        self._known: date | None = None
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self._button = QToolButton()
        self._button.setProperty("role", "field")
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setMenu(self._menu)
        self._button.setFixedHeight(theme.tokens.size.combo)
        self._button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._chain = QToolButton()
        self._chain.setCheckable(True)
        self._chain.setIconSize(QSize(16, 16))
        self._chain.setAccessibleName("Known date follows the date")
        self._chain.toggled.connect(self._on_chain)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._button, 1)
        row.addWidget(self._chain)
        theme.changed.connect(self._colour)
        self.show_known(None, is_chained=False)

    def set_publications(self, days: Sequence[date], last: date | None) -> None:
        """Offer these days; `last` lets in all sources."""
        self._days = tuple(days)
        self._last = last

    def set_bounds(self, bounds: Days) -> None:
        """Say which days can be typed."""
        self._bounds = bounds

    def show_known(self, known: date | None, *, is_chained: bool) -> None:
        """Show what is read now."""
        self._known = known
        is_all = self._is_all(known)
        words = (
            "All sources"
            if is_all and not is_chained
            else f"by {short_day(known)}"
            if known
            else ""
        )
        self._button.setText(words or "All sources")
        self._button.setAccessibleName(f"Known by: {self._button.text()}")
        self._button.setToolTip("Leave out what was not yet published on a day")
        self._chain.blockSignals(True)
        self._chain.setChecked(is_chained)
        self._chain.blockSignals(False)
        self._chain.setToolTip(
            "The known date follows the date: the map as it was known that day"
            if is_chained
            else "Let the known date follow the date"
        )
        self._colour()

    def _fill(self) -> None:
        self._menu.clear()
        choices = QActionGroup(self._menu)
        self._add("All sources", None, choices)
        self._menu.addSeparator()
        # The day of the last source means all sources, which stands above already.
        days = {day for day in (*self._days, self._known) if day and not self._is_all(day)}
        for day in sorted(days, reverse=True):
            self._add(f"Known by {short_day(day)}", day, choices)
        self._menu.addSeparator()
        self._menu.addAction("Choose a date…", self._ask_date)

    def _is_all(self, day: date | None) -> bool:
        return day is None or self._last is None or day >= self._last

    def _ask_date(self) -> None:
        dialog = KnownDateDialog(self._theme, self._read_date, self._bounds, self)
        dialog.day_chosen.connect(self.day_asked)
        dialog.open()

    def _add(self, words: str, day: date | None, choices: QActionGroup) -> None:
        action = QAction(words, choices)
        action.setCheckable(True)
        is_all = self._is_all(self._known)
        action.setChecked(is_all if day is None else (day == self._known and not is_all))
        action.triggered.connect(
            lambda: self.all_asked.emit() if day is None else self.day_asked.emit(day)
        )
        self._menu.addAction(action)

    def _on_chain(self, is_chained: bool) -> None:
        self._colour()
        self.chain_toggled.emit(is_chained)

    def _colour(self) -> None:
        ui = self._theme.colours.ui
        is_chained = self._chain.isChecked()
        self._button.setIcon(self._theme.icon("history"))
        self._chain.setIcon(
            self._theme.icon(
                "link-variant" if is_chained else "link-variant-off",
                ui.accent if is_chained else ui.text2,
            )
        )
