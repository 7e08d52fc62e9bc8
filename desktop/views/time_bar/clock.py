"""The clock: which day is shown, as known by which day, and how time moves on. No Qt here."""

from __future__ import annotations

import calendar
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from geodata.domain.times import Days

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)


class Step(StrEnum):
    """How far one step goes."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    CHANGE = "next change"


@dataclass(frozen=True, slots=True)
class Clock:
    """
    The two times and the manner of moving.

    Args:
        bounds: Days that the clock may show; an end that is None is open.
        on: The day shown.
        known_by: Sources up to this day are read.
        is_chained: Whether the known day follows the day shown, and the other way round.
        is_playing: Whether time runs.
        is_looping: Whether it starts again at the end.
        step: How far one step goes.
        speed: Steps relative to the normal pace.
        month_day: Day of the month that month steps return to after a shorter month.

    Raises:
        ValueError: A day lies outside the bounds, or the speed is not positive.
    """

    bounds: Days
    on: date
    known_by: date
    is_chained: bool = False
    is_playing: bool = False
    is_looping: bool = False
    step: Step = Step.CHANGE
    speed: float = 1.0
    month_day: int = 0

    def __post_init__(self) -> None:
        if not (self.bounds.holds(self.on) and self.bounds.holds(self.known_by)):
            raise ValueError(f"{self.on} or {self.known_by} is outside {self.bounds}")
        if self.speed <= 0:
            raise ValueError(f"not a speed: {self.speed}")


def clamped(bounds: Days, day: date) -> date:
    """Return the day of the bounds that is nearest."""
    if bounds.start and day < bounds.start:
        return bounds.start
    if bounds.end and day >= bounds.end:
        return bounds.end - timedelta(days=1)
    return day


def with_bounds(clock: Clock, bounds: Days) -> Clock:
    """Give the clock other bounds; its days stay where they can."""
    return replace(
        clock,
        bounds=bounds,
        on=clamped(bounds, clock.on),
        known_by=clamped(bounds, clock.known_by),
    )


def move(clock: Clock, day: date) -> Clock:
    """Show another day; the known day follows when chained."""
    day = clamped(clock.bounds, day)
    known_by = day if clock.is_chained else clock.known_by
    return replace(clock, on=day, known_by=known_by, month_day=day.day)


def move_known(clock: Clock, day: date) -> Clock:
    """Read sources up to another day; the day shown follows when chained."""
    day = clamped(clock.bounds, day)
    return move(clock, day) if clock.is_chained else replace(clock, known_by=day)


def chain(clock: Clock, is_chained: bool) -> Clock:
    """Tie the known day to the day shown, or let go of it where it is."""
    known_by = clock.on if is_chained else clock.known_by
    return replace(clock, is_chained=is_chained, known_by=known_by)


def with_step(clock: Clock, step: Step) -> Clock:
    """Change how far a step goes; the day stays."""
    return replace(clock, step=step)


def with_speed(clock: Clock, speed: float) -> Clock:
    """Change the pace; the day stays."""
    return replace(clock, speed=speed)


def loop(clock: Clock, is_looping: bool) -> Clock:
    """Start again at the end, or stop there."""
    return replace(clock, is_looping=is_looping)


def step_by(clock: Clock, count: int, changes: Sequence[date] = ()) -> Clock:
    """
    Go some steps on, or back where `count` is negative; stop at the bounds.

    Args:
        clock: Where time stands.
        count: Steps.
        changes: Days on which something changes, ascending; used by `Step.CHANGE`.
    """
    if clock.step is Step.CHANGE:
        return move(clock, _change(clock.on, count, changes))
    if clock.step is Step.MONTH:
        month_day = clock.month_day or clock.on.day
        moved = move(clock, _month(clock.on, count, month_day))
        return replace(moved, month_day=month_day)
    days = count * (7 if clock.step is Step.WEEK else 1)
    return move(clock, _shifted(clock.on, days))


def jump_change(clock: Clock, count: int, changes: Sequence[date]) -> Clock:
    """Go to the next or previous changes, whatever the step is."""
    return move(clock, _change(clock.on, count, changes))


def to_first(clock: Clock) -> Clock:
    """Show the first day; with an open start, the day stays."""
    return move(clock, clock.bounds.start or clock.on)


def to_last(clock: Clock) -> Clock:
    """Show the last day; with an open end, the day stays."""
    end = clock.bounds.end
    return move(clock, end - timedelta(days=1) if end else clock.on)


def play(clock: Clock, is_playing: bool) -> Clock:
    """Let time run, from the first day when it stands on the last; or stop it."""
    start = to_first(clock) if is_playing and to_last(clock).on == clock.on else clock
    return replace(start, is_playing=is_playing)


def next_frame(clock: Clock, changes: Sequence[date] = ()) -> Clock:
    """Return the next frame while playing: one step, or the first day again, or a stop."""
    moved = step_by(clock, 1, changes)
    if moved.on != clock.on:
        return moved
    return to_first(clock) if clock.is_looping else replace(clock, is_playing=False)


def _shifted(day: date, days: int) -> date:
    ordinal = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)


def _month(day: date, count: int, month_day: int) -> date:
    months = day.year * 12 + day.month - 1 + count
    months = min(max(months, date.min.year * 12), date.max.year * 12 + 11)
    year, month = divmod(months, 12)
    longest = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(month_day, longest))


def _change(day: date, count: int, changes: Sequence[date]) -> date:
    if count > 0:
        at = min(bisect_right(changes, day) + count, len(changes)) - 1
        return max(day, changes[at]) if at >= 0 else day
    at = max(bisect_left(changes, day) + count, 0)
    return min(day, changes[at]) if at < len(changes) else day
