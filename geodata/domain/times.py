"""Dates that are not known to the day, and half-open spans of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Precision(StrEnum):
    """How exactly a source tells a date."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    INTERVAL = "interval"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class UncertainDate:
    """
    One day that lies somewhere in `[earliest, latest]`, both ends inclusive.

    None is an open end: `UncertainDate(None, d)` is “by d at the latest”.

    Args:
        earliest: First possible day, or None where the source sets no lower bound.
        latest: Last possible day (inclusive), or None where it sets no upper bound.
        precision: How exactly the source tells it.
        text: The words of the source; empty where the text has none.
        why: How the words were read, in one sentence.

    Raises:
        ValueError: The earliest day is after the latest.
    """

    earliest: date | None
    latest: date | None
    precision: Precision = Precision.DAY
    text: str = ""
    why: str = ""

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"earliest {self.earliest} is after latest {self.latest}")

    @property
    def is_known(self) -> bool:
        """Whether at least one end is set."""
        return self.earliest is not None or self.latest is not None

    @property
    def is_exact(self) -> bool:
        """Whether the date is known to the day."""
        return self.earliest is not None and self.earliest == self.latest

    def may_be(self, day: date) -> bool:
        """Say whether the date can be that day."""
        return (self.earliest is None or self.earliest <= day) and (
            self.latest is None or day <= self.latest
        )

    def meet(self, other: UncertainDate) -> UncertainDate | None:
        """
        Return what both allow, or None when they exclude each other.

        The narrower of the two keeps its words and precision.
        """
        lows = [d for d in (self.earliest, other.earliest) if d]
        highs = [d for d in (self.latest, other.latest) if d]
        low = max(lows) if lows else None
        high = min(highs) if highs else None
        if low and high and low > high:
            return None
        told = self if (self.earliest, self.latest) == (low, high) else other
        return UncertainDate(low, high, told.precision, told.text, told.why)


UNKNOWN_DATE = UncertainDate(None, None, Precision.UNKNOWN)


def on_day(day: date, *, text: str = "", why: str = "") -> UncertainDate:
    """Return a date that is known to the day."""
    return UncertainDate(day, day, Precision.DAY, text, why)


@dataclass(frozen=True, slots=True)
class Days:
    """
    A half-open span of whole days `[start, end)`; None is an open end.

    Raises:
        ValueError: The span is empty or reversed.
    """

    start: date | None
    end: date | None

    def __post_init__(self) -> None:
        if self.start and self.end and self.start >= self.end:
            raise ValueError(f"not a span of days: [{self.start}, {self.end})")

    def holds(self, day: date) -> bool:
        """Say whether the day lies in the span."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def meet(self, other: Days) -> Days | None:
        """Return the days that both hold, or None when there are none."""
        starts = [d for d in (self.start, other.start) if d]
        ends = [d for d in (self.end, other.end) if d]
        start = max(starts) if starts else None
        end = min(ends) if ends else None
        if start and end and start >= end:
            return None
        return Days(start, end)

    def overlaps(self, other: Days) -> bool:
        """Say whether at least one day lies in both spans."""
        return (self.start is None or other.end is None or self.start < other.end) and (
            other.start is None or self.end is None or other.start < self.end
        )


@dataclass(frozen=True, slots=True)
class Reach:
    """
    How many days around the day shown a frame takes in; None is without end.

    `Reach()` is one day. Thirty days up to the day shown are `Reach(before=29)`; all that was up to
    it `Reach(before=None)`; all from it on `Reach(after=None)`.

    Args:
        before: Days before the day shown, 0 or more.
        after: Days after it, 0 or more.

    Raises:
        ValueError: A number is negative.
    """

    before: int | None = 0
    after: int | None = 0

    def __post_init__(self) -> None:
        if (self.before or 0) < 0 or (self.after or 0) < 0:
            raise ValueError(f"not a reach: {self.before} days before, {self.after} after")

    @property
    def is_one_day(self) -> bool:
        """Whether the frame shows the day alone."""
        return self.before == 0 and self.after == 0

    def around(self, day: date) -> Days:
        """Return the half-open days of a frame; what would leave the calendar is an open end."""
        return Days(
            None if self.before is None else _moved(day, -self.before),
            None if self.after is None else _moved(day, self.after + 1),
        )


ONE_DAY = Reach()


def _moved(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
