"""What an animation is to show: days, step, size, speed; and about how large it will be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desktop.settings.theme import Theme
from desktop.wording.words import plural
from geodata.errors import DatelineError
from geodata.sheets import Sheet

_REST_MS = 500
_STEPS = {
    "day": "Day by day",
    "week": "Week by week",
    "month": "Month by month",
    "change": "Only when something changes",
}


@dataclass(frozen=True, slots=True)
class Wished:
    """
    An animation as the dialog has it.

    Args:
        days: One picture each.
        suffix: Ending of the file.
        sheet: Size.
        fps: Pictures a second.
        is_looping: Whether it starts again at its end.
        is_as_known_then: Whether each day is shown as it was known on it.
    """

    days: tuple[date, ...]
    suffix: str
    sheet: Sheet
    fps: float
    is_looping: bool
    is_as_known_then: bool


class AnimationDialog(QDialog):
    """
    Asks for an animation.

    Args:
        theme: Colours and fonts.
        days_of: Returns the days from a first to a last at a step; raises a `DatelineError` where
            there are too many or none.
        usual: The first and last day to propose.
        formats: Ending and label of each kind of file; those that cannot be made here say why.
        sheets: Sizes that are offered.
        parent: Owner.
    """

    weigh_asked = Signal(object)  # Wished

    def __init__(
        self,
        theme: Theme,
        days_of: Callable[[date, date, str], tuple[date, ...]],
        usual: tuple[date, date],
        formats: Sequence[tuple[str, str]],
        sheets: Sequence[Sheet],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export an animation")
        self.resize(440, 380)
        self._days_of = days_of
        self._sheets = tuple(sheets)
        self.first, self.last = _day_edit(usual[0]), _day_edit(usual[1])
        self.step, self.sheet, self.kind = QComboBox(), QComboBox(), QComboBox()
        for name, words in _STEPS.items():
            self.step.addItem(words, name)
        self.step.setCurrentIndex(1)
        for sheet in sheets:
            self.sheet.addItem(sheet.title, sheet.name)
        for suffix, label in formats:
            self.kind.addItem(label, suffix)
        self.fps = QDoubleSpinBox()
        self.fps.setRange(0.5, 20.0)
        self.fps.setSingleStep(0.5)
        self.fps.setDecimals(1)
        self.fps.setValue(4.0)
        self.fps.setSuffix(" pictures a second")
        self.loops = QCheckBox("Start again at the end")
        self.loops.setChecked(True)
        self.known_then = QCheckBox("Show each day as it was known that day")
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setStyleSheet(f"color: {theme.colours.ui.text2};")
        self.told.setMinimumHeight(self.told.fontMetrics().lineSpacing() * 3)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setText("Export…")
        self._weight = ""
        self._lay_out()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._ask_weight)
        self._join()
        self._on_changed()

    @property
    def wished(self) -> Wished | None:
        """What is asked for, or None where that cannot be."""
        try:
            days = self._days_of(_day(self.first), _day(self.last), self.step.currentData())
        except DatelineError:
            return None
        return Wished(
            days,
            self.kind.currentData(),
            self._sheets[self.sheet.currentIndex()],
            self.fps.value(),
            self.loops.isChecked(),
            self.known_then.isChecked(),
        )

    def set_weight(self, wished: Wished, words: str) -> None:
        """Say about how large it will be; what was asked for before is passed over."""
        if wished == self.wished:
            self._weight = words
            self._tell()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in (
            ("&From", self.first),
            ("&To", self.last),
            ("&Step", self.step),
            ("Si&ze", self.sheet),
            ("Sp&eed", self.fps),
            ("&Kind", self.kind),
        ):
            label = QLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            form.addRow(label, field)
        form.addRow("", self.loops)
        form.addRow("", self.known_then)
        box = QVBoxLayout(self)
        box.addLayout(form)
        box.addWidget(self.told)
        box.addStretch(1)
        box.addWidget(self.buttons)

    def _join(self) -> None:
        self.first.dateChanged.connect(self._on_changed)
        self.last.dateChanged.connect(self._on_changed)
        for choice in (self.step, self.sheet, self.kind):
            choice.currentIndexChanged.connect(self._on_changed)
        self.fps.valueChanged.connect(self._on_changed)
        self.loops.toggled.connect(self._on_changed)
        self.known_then.toggled.connect(self._on_changed)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _on_changed(self) -> None:
        self._weight = ""
        self._tell()
        self._rest.start()

    def _tell(self) -> None:
        wished = self.wished
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(wished is not None)
        self.told.setText(self._words() if wished is None else self._summary(wished))
        self.told.setAccessibleName(self.told.text())

    def _words(self) -> str:
        try:
            self._days_of(_day(self.first), _day(self.last), self.step.currentData())
        except DatelineError as error:
            return str(error)
        return ""

    def _summary(self, wished: Wished) -> str:
        seconds = (len(wished.days) - 1) / wished.fps + 2
        weight = self._weight or "judging its size …"
        return (
            f"{plural(len(wished.days), 'picture')}, {seconds:.0f} seconds; {weight}\n"
            "The date stands in every picture."
        )

    def _ask_weight(self) -> None:
        wished = self.wished
        if wished is not None:
            self.weigh_asked.emit(wished)


def _day_edit(day: date) -> QDateEdit:
    edit = QDateEdit(QDate(day.year, day.month, day.day))
    edit.setCalendarPopup(True)
    edit.setDisplayFormat("d MMM yyyy")
    return edit


def _day(edit: QDateEdit) -> date:
    chosen = edit.date()
    return date(chosen.year(), chosen.month(), chosen.day())
