"""How dates are written: one way for the whole program, as the person chose."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QLocale, QObject, Signal

from geodata.written_days import DayStyle, write_days_as


class DateChoice(StrEnum):
    """What a person may ask for."""

    DAY_FIRST = "day"
    MONTH_FIRST = "month"
    ISO = "iso"
    SYSTEM = "system"


class Dates(QObject):
    """
    The way in which dates are written.

    Args:
        choice: What the person asked for before.
        parent: Owner.
    """

    changed = Signal()

    def __init__(self, choice: DateChoice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        write_days_as(style_of(choice))

    @property
    def choice(self) -> DateChoice:
        """What the person asked for."""
        return self._choice

    def choose(self, choice: DateChoice) -> None:
        """Write dates otherwise from now on."""
        if choice is not self._choice:
            self._choice = choice
            write_days_as(style_of(choice))
            self.changed.emit()


def style_of(choice: DateChoice, locale: QLocale | None = None) -> DayStyle:
    """
    Return the order of day, month and year.

    Args:
        choice: What the person asked for.
        locale: Whose order the system's is; that of the machine when not given.
    """
    if choice is not DateChoice.SYSTEM:
        return DayStyle(choice.value)
    written = (locale or QLocale.system()).dateFormat(QLocale.FormatType.ShortFormat)
    first = next((letter for letter in written if letter in "dMy"), "d")
    return {"y": DayStyle.ISO, "M": DayStyle.MONTH_FIRST}.get(first, DayStyle.DAY_FIRST)
