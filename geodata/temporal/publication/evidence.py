"""What a text without a dateline tells of when it appeared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from geodata.temporal.almanac import Period, a_day, month_of
from geodata.temporal.clues.direction import Way, direction_of
from geodata.temporal.expressions import (
    Base,
    DayOf,
    Expression,
    Fixed,
    MonthOf,
    PartOf,
    Shift,
    UnitOf,
    Which,
)
from geodata.temporal.grammar.rules import Found
from geodata.temporal.publication.datelines import copyright_year, is_in_notice, quote
from geodata.temporal.reader import TimeText

LEDE_CHARS = 500


@dataclass(frozen=True, slots=True)
class YearlessDay:
    """A past day without a year, as it stands in the text."""

    says: DayOf
    text: str
    in_lede: bool

    def in_year(self, year: int) -> date | None:
        """Return the day in that year, or None when the weekday told does not agree."""
        day = a_day(year, self.says.month, self.says.day)
        if day is None or self.says.weekday in (None, day.weekday()):
            return day
        return None


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    Clues to the day of publication.

    Args:
        copyright_year: Year of the copyright notice, or None.
        latest: The latest period that the text gives with its year as past, or None.
        latest_text: Its words.
        is_latest_fresh: Whether it is a day near the top with its weekday, as news of the week has.
        recent_count: How often the text gives a year that is that year or the one before.
        days: Past days without a year, in order.
        months: Past months named without day and year.
        says_last_month: Whether the text speaks of “last month”.
        lag: “a month after …” in the opening sentence, or None.
    """

    copyright_year: int | None
    latest: Period | None
    latest_text: str
    is_latest_fresh: bool
    recent_count: int
    days: tuple[YearlessDay, ...]
    months: tuple[int, ...]
    says_last_month: bool
    lag: Shift | None


def gather(scanned: TimeText) -> Evidence:
    """Collect the clues of a text."""
    latest: tuple[Period, str, bool] | None = None
    years: list[int] = []
    days: list[YearlessDay] = []
    months: list[int] = []
    says_last_month, lag = False, None
    for found in scanned.found:
        says = found.says
        if lag is None:
            lag = _lag(scanned, found)
        if is_in_notice(scanned, found) or _is_ahead(scanned, found.first, found.end):
            continue
        start = scanned.tokens[found.first].start
        in_lede = start - scanned.begins <= LEDE_CHARS
        period = told_period(says)
        if period:
            years.append(period[1].year)
        if period and (latest is None or period[1] > latest[0][1]):
            is_fresh = in_lede and isinstance(says, DayOf) and says.weekday is not None
            latest = (period, quote(scanned, found), is_fresh)
        elif isinstance(says, DayOf) and says.year is None:
            days.append(YearlessDay(says, quote(scanned, found), in_lede))
        elif isinstance(says, MonthOf) and says.which is Which.NEAREST and says.year is None:
            months.append(says.month)
        elif isinstance(says, UnitOf) and (says.unit, says.which) == ("month", Which.LAST):
            says_last_month = True
    newest = max(years, default=0)
    return Evidence(
        copyright_year(scanned),
        latest[0] if latest else None,
        latest[1] if latest else "",
        latest[2] if latest else False,
        sum(year >= newest - 1 for year in years),
        tuple(days),
        tuple(months),
        says_last_month,
        lag,
    )


def _lag(scanned: TimeText, found: Found) -> Shift | None:
    """Return “a month after …” near the top of the text."""
    says = found.says
    is_near_top = scanned.tokens[found.first].start - scanned.begins <= LEDE_CHARS
    if is_near_top and isinstance(says, Shift) and says.base is Base.EVENT and says.sign > 0:
        return says
    return None


def _is_ahead(scanned: TimeText, first: int, end: int) -> bool:
    sentence = scanned.layout.sentence(first)
    return direction_of(scanned.tokens, first, end, sentence).way is Way.AHEAD


def told_period(says: Expression) -> Period | None:
    """Return the days of an expression that gives its own year, or None."""
    if isinstance(says, PartOf):
        return told_period(says.scope)
    if isinstance(says, Fixed):
        return None if says.is_ambiguous else says.period
    if isinstance(says, MonthOf) and says.year is not None:
        return month_of(says.year, says.month)
    if isinstance(says, DayOf) and says.year is not None:
        day = a_day(says.year, says.month, says.day)
        return (day, day) if day else None
    return None
