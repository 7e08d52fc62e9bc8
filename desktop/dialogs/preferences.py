"""What a person prefers: the look, what opens at the start, and what is kept on this computer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QGroupBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.settings.dates import DateChoice, Dates
from desktop.settings.theme import SchemeChoice, Theme

_SCHEMES = {
    SchemeChoice.SYSTEM: "As the system",
    SchemeChoice.LIGHT: "Light",
    SchemeChoice.DARK: "Dark",
}
_DATES = {
    DateChoice.DAY_FIRST: "19 May 2024",
    DateChoice.MONTH_FIRST: "May 19, 2024",
    DateChoice.ISO: "2024-05-19",
    DateChoice.SYSTEM: "In the system's order",
}
_PRIVACY = (
    "Articles never leave this computer. Dateline opens no connection unless you choose an online "
    "map under View; the status bar then says so. Unsaved decisions, pasted articles and "
    "readings, which make the next start faster, are kept on this computer only."
)


@dataclass(frozen=True, slots=True)
class Kept:
    """
    What is kept between two starts, and how it is forgotten.

    Args:
        reopens: Whether the next start opens what was open last.
        set_reopens: Changes that.
        forget_recent: Forgets what was open before.
        forget_readings: Deletes what was read and kept for a faster start.
    """

    reopens: bool
    set_reopens: Callable[[bool], object]
    forget_recent: Callable[[], object]
    forget_readings: Callable[[], object]


class Preferences(QDialog):
    """
    Every change holds at once; there is nothing to apply.

    Args:
        theme: Light, dark, or as the system.
        dates: How dates are written.
        kept: What is kept between two starts.
        parent: Owner.
    """

    def __init__(
        self, theme: Theme, dates: Dates, kept: Kept, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Preferences")
        self.resize(480, 480)
        self.schemes: dict[SchemeChoice, QRadioButton] = {}
        look = QGroupBox("Look")
        looks = QVBoxLayout(look)
        for choice, words in _SCHEMES.items():
            button = QRadioButton(words)
            button.setChecked(theme.choice is choice)
            button.clicked.connect(lambda _checked=False, choice=choice: theme.choose(choice))
            self.schemes[choice] = button
            looks.addWidget(button)
        self.reopens = QCheckBox("Open at the start what was open last")
        self.reopens.setChecked(kept.reopens)
        self.reopens.toggled.connect(kept.set_reopens)
        start = QGroupBox("Start")
        QVBoxLayout(start).addWidget(self.reopens)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        for group in (look, self._dates(dates), start, self._privacy(kept)):
            box.addWidget(group)
        box.addStretch(1)
        box.addWidget(buttons)

    def _dates(self, dates: Dates) -> QGroupBox:
        group = QGroupBox("Dates")
        rows = QGridLayout(group)
        self.dates: dict[DateChoice, QRadioButton] = {}
        for number, (choice, words) in enumerate(_DATES.items()):
            button = QRadioButton(words)
            button.setChecked(dates.choice is choice)
            button.clicked.connect(lambda _checked=False, choice=choice: dates.choose(choice))
            self.dates[choice] = button
            rows.addWidget(button, number // 2, number % 2)
        note = QLabel("Files with data always have 2024-05-19.")
        rows.addWidget(note, 2, 0, 1, 2)
        return group

    def _privacy(self, kept: Kept) -> QGroupBox:
        group = QGroupBox("Privacy")
        rows = QVBoxLayout(group)
        words = QLabel(_PRIVACY)
        words.setWordWrap(True)
        # It tells its height late, and must not be squeezed until then.
        words.setMinimumHeight(words.heightForWidth(400))
        rows.addWidget(words)
        self.forget_recent = _once("Forget what was open before", kept.forget_recent)
        self.forget_readings = _once(
            "Delete stored readings (the next start is slower)", kept.forget_readings
        )
        rows.addWidget(self.forget_recent)
        rows.addWidget(self.forget_readings)
        return group


def _once(words: str, do: Callable[[], object]) -> QPushButton:
    """Return a button that can be pressed once, and then says that it is done."""
    button = QPushButton(words)
    button.setAutoDefault(False)

    def press() -> None:
        do()
        button.setEnabled(False)
        button.setText(f"{words}: done")

    button.clicked.connect(press)
    return button
