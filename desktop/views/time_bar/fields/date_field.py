"""The typed date: what a person writes, read as a day, or told why it cannot be."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QLineEdit,
    QMenu,
    QToolButton,
    QToolTip,
    QWidget,
    QWidgetAction,
)

from desktop.settings.theme import Theme
from desktop.views.time_bar.clockwork.clock import clamped
from desktop.views.time_bar.fields.typed_days import ReadDate, ends_of
from geodata.domain.times import Days
from geodata.errors import UnclearDate
from geodata.written_days import day_words, short_day

# Qt draws a tip some 20 px below the point that it is given, and its words need as much again.
_TIP_OVER_PX = 66


class DateField(QLineEdit):
    """
    A line for a date, with a calendar behind its icon.

    Args:
        theme: Icon and style.
        read_date: Reads what was typed; raises `UnclearDate`.
        parent: Owner.
    """

    days_typed = Signal(object, object)  # first and last date, the same for one day
    told = Signal(str)  # what is wrong with what was typed; empty when nothing is
    stepped = Signal(int)

    def __init__(self, theme: Theme, read_date: ReadDate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._read_date = read_date
        self._day: date | None = None
        self._bounds = Days(None, None)
        self.setAccessibleName("Go to date")
        self.setPlaceholderText("no date")
        self.setFixedHeight(theme.tokens.size.combo)
        self._calendar = QAction("Choose in a calendar", self)
        self._calendar.triggered.connect(self._open_calendar)
        self.addAction(self._calendar, QLineEdit.ActionPosition.TrailingPosition)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName("Choose in a calendar")
            button.setToolTip("Choose in a calendar (Alt+Down)")
        self.returnPressed.connect(self.read)
        self.textEdited.connect(lambda _text: self._mark(""))
        theme.changed.connect(self._colour)
        self._colour()
        self._mark("")

    def set_day(self, day: date | None) -> None:
        """Show a day, unless the person is writing one."""
        self._day = day
        if not (self.hasFocus() and self.isModified()):
            self.setText(short_day(day) if day else "")
            self._mark("")

    def set_bounds(self, bounds: Days) -> None:
        """Say which days there are; the nearest one stands for any other."""
        self._bounds = bounds

    def read(self) -> None:
        """Read what is typed and tell the day, or say why it cannot be one."""
        typed = self.text().strip()
        try:
            day, last = ends_of(self._read_date(typed, self._day), typed)
        except UnclearDate as error:
            self._complain(str(error))
            return
        self.setModified(False)
        nearest = clamped(self._bounds, day)
        self.days_typed.emit(nearest, clamped(self._bounds, last))
        self.set_day(self._day)
        if nearest == day or last >= nearest > day:
            self._mark("")
            QToolTip.hideText()
        else:
            side = "before the first" if day < nearest else "after the last"
            self._complain(f"{typed} is {side} date, {day_words(nearest)}")

    def _complain(self, why: str) -> None:
        self._mark(why)
        # Above all controls: beside the field it would cover the field or what stands next to it.
        around = self.parentWidget() or self
        QToolTip.showText(around.mapToGlobal(QPoint(0, -_TIP_OVER_PX)), why, self)

    def _mark(self, why: str) -> None:
        if bool(self.property("is_wrong")) != bool(why):
            self.setProperty("is_wrong", bool(why))
            self._theme.polish(self)
        self.setToolTip(
            why or "Type a date: 2024-05-19, 19 May 2024, May 2024, 2024, or +1w from here (Ctrl+G)"
        )
        self.setAccessibleDescription(why)
        self.told.emit(why)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        has_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_Down and has_alt:
            self._open_calendar()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.setModified(False)
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Up else -1)
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self.setModified(False)
            self.set_day(self._day)
        else:
            super().keyPressEvent(event)

    def _open_calendar(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        if self._day:
            calendar.setSelectedDate(QDate(self._day.year, self._day.month, self._day.day))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.activated.connect(menu.close)
        calendar.clicked.connect(menu.close)
        calendar.activated.connect(self._on_picked)
        calendar.clicked.connect(self._on_picked)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        calendar.setFocus()

    def _on_picked(self, day: QDate) -> None:
        self.setModified(False)
        picked = date(day.year(), day.month(), day.day())
        self.days_typed.emit(picked, picked)

    def _colour(self) -> None:
        self._calendar.setIcon(self._theme.icon("calendar-month-outline"))
