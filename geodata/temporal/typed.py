"""Dates that a person types, and steps from a day."""

from __future__ import annotations

import re
from datetime import date

from geodata.domain.times import Precision, UncertainDate
from geodata.errors import UnclearDate
from geodata.temporal.almanac import a_day, month_of, step, year_of
from geodata.temporal.expressions import Fixed
from geodata.temporal.publication.evidence import told_period
from geodata.temporal.reader import scan
from geodata.temporal.words.lexicon import Kind

_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_ISO_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_STEP = re.compile(r"([+\-−–])\s*(\d{1,4})\s*([dwmy])[a-z]*", re.IGNORECASE)
_STEP_UNITS = {"d": "day", "w": "week", "m": "month", "y": "year"}


def read_typed_date(text: str) -> UncertainDate:
    """
    Read a date that a person typed: 2024-05-19, 19 May 2024, May 2024, 2024, 19/05/2024.

    A date whose day and month can be swapped (03/04/2024) is refused rather than guessed.

    Args:
        text: What was typed; case and surrounding space do not matter.

    Raises:
        UnclearDate: It is not a date, it lacks the year, or it can be read two ways.

    >>> read_typed_date("May 2024").latest
    datetime.date(2024, 5, 31)
    """
    words = " ".join(text.split())
    if match := _ISO_DAY.fullmatch(words):
        return _typed_day(a_day(*(int(piece) for piece in match.groups())), text)
    if match := _ISO_MONTH.fullmatch(words):
        year, month = int(match[1]), int(match[2])
        if not (year >= 1 and 1 <= month <= 12):
            raise UnclearDate(text)
        return UncertainDate(*month_of(year, month), Precision.MONTH, words)
    if re.fullmatch(r"\d{4}", words) and int(words) > 0:
        return UncertainDate(*year_of(int(words)), Precision.YEAR, words)
    return _in_words(words, text)


def _typed_day(day: date | None, text: str) -> UncertainDate:
    if day is None:
        raise UnclearDate(text)
    return UncertainDate(day, day, Precision.DAY, " ".join(text.split()))


def _in_words(words: str, text: str) -> UncertainDate:
    scanned = scan(words.title() if words.islower() or words.isupper() else words)
    if len(scanned.found) != 1 or not scanned.tokens:
        raise UnclearDate(text)
    found = scanned.found[0]
    rest = (*scanned.tokens[: found.first], *scanned.tokens[found.end :])
    period = told_period(found.says)
    if period is None or any(token.kind is not Kind.DOT for token in rest):
        raise UnclearDate(text)
    days = (period[1] - period[0]).days
    if days == 0:
        return _typed_day(period[0], words)
    if isinstance(found.says, Fixed):
        raise UnclearDate(text)
    return UncertainDate(*period, Precision.MONTH, words)


def step_typed(text: str, from_day: date) -> date:
    """
    Read a step from a day: +1w, -3d, +2m, +1y.

    Args:
        text: Sign, number and unit (d, w, m, y).
        from_day: The day stepped from; a day that the month reached lacks becomes its last.

    Raises:
        UnclearDate: It is not a step, or it leaves the calendar.

    >>> step_typed("+1w", date(2024, 5, 19))
    datetime.date(2024, 5, 26)
    """
    match = _STEP.fullmatch(text.strip())
    if match is None:
        raise UnclearDate(text)
    amount = int(match[2]) * (1 if match[1] == "+" else -1)
    try:
        return step(from_day, amount, _STEP_UNITS[match[3].lower()])
    except OverflowError as error:
        raise UnclearDate(text) from error
