"""The controls of the time bar: a column of rows, or one row when space is short."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from desktop.settings.theme import Theme
from desktop.views.time_bar.clockwork.clock import USUAL_SPAN_DAYS, Clock, Mode, Step
from desktop.views.time_bar.fields.date_field import DateField
from desktop.views.time_bar.fields.known_button import KnownButton
from desktop.views.time_bar.fields.transport import Transport
from desktop.views.time_bar.fields.typed_days import ReadDate
from desktop.wording.words import plural

_STEPS = tuple(Step)
_MODES = tuple(Mode)
_MODE_TIPS = {
    Mode.INSTANT: "The map shows one day",
    Mode.WINDOW: "The map shows whatever held on any day of the window",
    Mode.FROM_START: "The map shows whatever held on any day up to the date",
    Mode.TO_END: "The map shows whatever holds on any day from the date on",
}
_NO_LIMIT_PX = 16777215  # Qt's own largest width


class Controls(QWidget):
    """
    Transport, days shown, step, typed date and known date.

    Args:
        theme: Colours, fonts, sizes.
        read_date: Reads a typed date.
        parent: Owner.
    """

    step_chosen = Signal(object)  # Step
    mode_chosen = Signal(object)  # Mode

    def __init__(self, theme: Theme, read_date: ReadDate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.is_compact = False
        self.transport = Transport(theme, self)
        self.date_field = DateField(theme, read_date, self)
        self.known = KnownButton(theme, read_date, self)
        self._mode = self._choice("Days shown", _MODES)
        self._mode.activated.connect(lambda at: self.mode_chosen.emit(_MODES[at]))
        for at, mode in enumerate(_MODES):
            self._mode.setItemData(at, _MODE_TIPS[mode], Qt.ItemDataRole.ToolTipRole)
        self._step = self._choice("Step", _STEPS)
        self._step.setToolTip("How far one step goes")
        self._step.activated.connect(lambda at: self.step_chosen.emit(_STEPS[at]))
        self._labels = [
            self._label("Show", self._mode),
            self._label("Step", self._step),
            self._label("Go to", self.date_field),
            self._label("Known", self.known),
        ]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(3)
        theme.changed.connect(self._colour)
        self._colour()
        self._lay_out()

    def _choice(self, name: str, options: Sequence[StrEnum]) -> QComboBox:
        box = QComboBox(self)
        box.addItems([option.value.capitalize() for option in options])
        box.setAccessibleName(name)
        box.setFixedHeight(self._theme.tokens.size.combo)
        # The list may be wider than the field, which has to share its row.
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        return box

    def _label(self, words: str, of: QWidget) -> QLabel:
        label = QLabel(words, self)
        label.setBuddy(of)
        return label

    def set_compact(self, is_compact: bool) -> None:
        """Stand in one row, or in a column."""
        self.is_compact = is_compact
        self._lay_out()

    def show_clock(self, clock: Clock) -> None:
        """Show the state of time."""
        self.transport.show_clock(clock)
        self._step.setCurrentIndex(_STEPS.index(clock.step))
        self._show_mode(clock.mode, clock.span_days)
        self.date_field.set_day(clock.on)
        self.known.show_known(clock.known_by, is_chained=clock.is_chained)

    def _show_mode(self, mode: Mode, span_days: int) -> None:
        days = plural(span_days, "day")
        self._mode.setItemText(_MODES.index(Mode.WINDOW), f"Window, {days}")
        self._mode.setCurrentIndex(_MODES.index(mode))
        self._mode.setToolTip(_MODE_TIPS[mode])

    def show_nothing(self) -> None:
        """Show that there is no time yet."""
        self._step.setCurrentIndex(_STEPS.index(Step.CHANGE))
        self._show_mode(Mode.INSTANT, USUAL_SPAN_DAYS)
        self.date_field.set_day(None)
        self.known.show_known(None, is_chained=False)

    def _lay_out(self) -> None:
        while self._grid.takeAt(0):
            pass
        for label in self._labels:
            label.setVisible(not self.is_compact)
        if self.is_compact:
            self._stand_in_row()
        else:
            self._stand_in_column()

    def _stand_in_column(self) -> None:
        self._grid.addWidget(self.transport, 0, 0, 1, 2)
        fields = (self._mode, self._step, self.date_field, self.known)
        for row, (label, field) in enumerate(zip(self._labels, fields, strict=True), start=1):
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(field, row, 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(4, 0)
        self._grid.setRowStretch(5, 1)
        self.setFixedWidth(self._theme.tokens.size.time_controls)

    def _stand_in_row(self) -> None:
        fields = (self.transport, self._mode, self._step, self.date_field, self.known)
        for column, field in enumerate(fields):
            self._grid.addWidget(field, 0, column)
        self._grid.setColumnStretch(1, 0)
        self._grid.setColumnStretch(4, 1)
        self._grid.setRowStretch(5, 0)
        self.setMinimumWidth(0)
        self.setMaximumWidth(_NO_LIMIT_PX)

    def _colour(self) -> None:
        for label in self._labels:
            label.setFont(self._theme.font("label"))
            label.setStyleSheet(f"color: {self._theme.colours.ui.text2};")
