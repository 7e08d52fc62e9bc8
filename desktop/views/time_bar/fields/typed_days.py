"""What a person types for a date: a day, a month, a year, or a step from the day shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from geodata.domain.times import UncertainDate, on_day
from geodata.errors import UnclearDate

# Reads words as days, from the day shown; raises UnclearDate.
ReadDate = Callable[[str, date | None], UncertainDate]


def read_typed(text: str, shown: date | None = None) -> UncertainDate:
    """
    Read what was typed: 2024-05-19, 19 May 2024, May 2024, 2024, and from a day also +1w or -3d.

    Raises:
        UnclearDate: It is neither a date nor a step, or can be read two ways.
    """
    # The reader of dates takes long to load, and the window is to be seen before.
    from geodata.temporal import read_typed_date, step_typed

    if shown is not None and text.strip()[:1] in {"+", "-", "−", "–"}:
        return on_day(step_typed(text, shown))
    return read_typed_date(text)


def ends_of(when: UncertainDate, text: str) -> tuple[date, date]:
    """
    Return the first and the last day of what was typed.

    Raises:
        UnclearDate: It names no day.
    """
    first, last = when.earliest or when.latest, when.latest or when.earliest
    if first is None or last is None:
        raise UnclearDate(text)
    return first, last
