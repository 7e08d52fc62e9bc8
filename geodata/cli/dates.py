"""Dates as people type them on the command line."""

from __future__ import annotations

from datetime import date

from geodata.errors import UnclearDate
from geodata.temporal import read_typed_date


def read_day(text: str) -> date:
    """
    Return one day; of a month or a year, its last day.

    Raises:
        UnclearDate: The text is not a date.
    """
    read = read_typed_date(text)
    day = read.latest or read.earliest
    if day is None:
        raise UnclearDate(text)
    return day
