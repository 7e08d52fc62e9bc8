"""The clock: which days are shown, as known by which day, and how time moves on. No Qt here."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from desktop.views.time_bar.clockwork.calendar import month_on, shifted
from geodata.domain.times import Days, Reach

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
LEAST_SPEED, MOST_SPEED = 0.1, 50.0
USUAL_SPAN_DAYS = 30


class Mode(StrEnum):
    """Which days a frame takes in."""

    INSTANT = "one day"
    WINDOW = "window"
    FROM_START = "from start"
    TO_END = "to end"


class Step(StrEnum):
    """How far one step goes."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    CHANGE = "next change"


class Repeat(StrEnum):
    """What playing does at the end."""

    ONCE = "once"
    LOOP = "loop"
    BOUNCE = "bounce"


@dataclass(frozen=True, slots=True)
class Clock:
    """
    The two times and the manner of moving.

    Args:
        bounds: Days that the clock may show; an end that is None is open.
        on: The day shown; in a window its last day, in `TO_END` the first.
        known_by: Sources up to this day are read.
        is_chained: Whether the known day follows the day shown, and the other way round.
        is_playing: Whether time runs.
        repeat: What it does at the end.
        is_backward: Whether a bouncing clock is on its way back.
        step: How far one step goes.
        speed: Steps relative to the normal pace.
        month_day: Day of the month that month steps return to after a shorter month.
        mode: Which days are shown.
        span_days: Length of the window; it is kept while another mode is on.

    Raises:
        ValueError: A day lies outside the bounds, the speed or the span is not positive.
    """

    bounds: Days
    on: date
    known_by: date
    is_chained: bool = False
    is_playing: bool = False
    repeat: Repeat = Repeat.ONCE
    is_backward: bool = False
    step: Step = Step.CHANGE
    speed: float = 1.0
    month_day: int = 0
    mode: Mode = Mode.INSTANT
    span_days: int = USUAL_SPAN_DAYS

    def __post_init__(self) -> None:
        if not (self.bounds.holds(self.on) and self.bounds.holds(self.known_by)):
            raise ValueError(f"{self.on} or {self.known_by} is outside {self.bounds}")
        if self.speed <= 0 or self.span_days < 1:
            raise ValueError(f"not a speed or a span: {self.speed}, {self.span_days} days")

    @property
    def reach(self) -> Reach:
        """The days around the day shown that the map takes in."""
        return {
            Mode.INSTANT: Reach(),
            Mode.WINDOW: Reach(before=self.span_days - 1),
            Mode.FROM_START: Reach(before=None),
            Mode.TO_END: Reach(after=None),
        }[self.mode]

    @property
    def during(self) -> Days:
        """The half-open days that the map shows."""
        return self.reach.around(self.on)

    @property
    def first_shown(self) -> date:
        """The first day of a window; it may lie before the bounds, since the span is kept."""
        return self.during.start or date.min


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
    """Show another day, a window with its span; the known day follows when chained."""
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


def with_mode(clock: Clock, mode: Mode) -> Clock:
    """Take in other days around the day shown, which stays."""
    return replace(clock, mode=mode)


def with_reach(clock: Clock, reach: Reach) -> Clock:
    """Take in the days of a reach around the day shown, which stays."""
    if reach.before is None:
        return with_mode(clock, Mode.FROM_START)
    if reach.after is None:
        return with_mode(clock, Mode.TO_END)
    if not reach.before:
        return with_mode(clock, Mode.INSTANT)
    return replace(clock, mode=Mode.WINDOW, span_days=reach.before + 1)


def show_days(clock: Clock, first: date, last: date) -> Clock:
    """Show a window from a first to a last day, both inside it."""
    last = clamped(clock.bounds, max(first, last))
    first = min(clamped(clock.bounds, first), last)
    moved = replace(move(clock, last), mode=Mode.WINDOW)
    return replace(moved, span_days=(last - first).days + 1)


def move_first(clock: Clock, day: date) -> Clock:
    """Lead the first day of the window elsewhere; its last day stays."""
    return show_days(clock, min(day, clock.on), clock.on)


def move_last(clock: Clock, day: date) -> Clock:
    """Lead the last day of the window elsewhere; its first day stays."""
    first = _first(clock)
    return show_days(clock, first, max(day, first))


def step_first(clock: Clock, count: int, changes: Sequence[date] = ()) -> Clock:
    """Lead the first day of the window some steps on or back."""
    return move_first(clock, _stepped(clock, _first(clock), count, changes))


def step_last(clock: Clock, count: int, changes: Sequence[date] = ()) -> Clock:
    """Lead the last day of the window some steps on or back."""
    return move_last(clock, _stepped(clock, clock.on, count, changes))


def _first(clock: Clock) -> date:
    """Return the first day to resize from: of one day, that day; of an open end, the bound."""
    first = clock.on if clock.mode is Mode.TO_END else clock.first_shown
    return clamped(clock.bounds, first)


def with_step(clock: Clock, step: Step) -> Clock:
    """Change how far a step goes; the day stays."""
    return replace(clock, step=step)


def with_speed(clock: Clock, speed: float) -> Clock:
    """Change the pace; the day stays."""
    return replace(clock, speed=min(max(speed, LEAST_SPEED), MOST_SPEED))


def with_repeat(clock: Clock, repeat: Repeat) -> Clock:
    """Stop at the end, start again, or turn round."""
    return replace(clock, repeat=repeat, is_backward=False)


def next_repeat(clock: Clock) -> Clock:
    """Go on to the next manner of ending."""
    order = tuple(Repeat)
    return with_repeat(clock, order[(order.index(clock.repeat) + 1) % len(order)])


def step_by(clock: Clock, count: int, changes: Sequence[date] = ()) -> Clock:
    """
    Go some steps on, or back where `count` is negative; stop at the bounds.

    Args:
        clock: Where time stands.
        count: Steps.
        changes: Days on which something changes, ascending; used by `Step.CHANGE`.
    """
    moved = move(clock, _stepped(clock, clock.on, count, changes))
    if clock.step is Step.MONTH:
        return replace(moved, month_day=clock.month_day or clock.on.day)
    return moved


def _stepped(clock: Clock, day: date, count: int, changes: Sequence[date]) -> date:
    if clock.step is Step.CHANGE:
        return _change(day, count, changes)
    if clock.step is Step.MONTH:
        month_day = clock.month_day if day == clock.on and clock.month_day else day.day
        return month_on(day, count, month_day)
    return shifted(day, count * (7 if clock.step is Step.WEEK else 1))


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
    is_at_end = is_playing and to_last(clock).on == clock.on and not clock.is_backward
    return replace(to_first(clock) if is_at_end else clock, is_playing=is_playing)


def next_frame(clock: Clock, changes: Sequence[date] = ()) -> Clock:
    """Return the next frame while playing: a step, the first day again, a turn, or a stop."""
    moved = step_by(clock, -1 if clock.is_backward else 1, changes)
    if moved.on != clock.on:
        return moved
    if clock.repeat is Repeat.LOOP:
        return to_first(clock)
    if clock.repeat is Repeat.BOUNCE:
        turned = replace(clock, is_backward=not clock.is_backward)
        moved = step_by(turned, -1 if turned.is_backward else 1, changes)
        return moved if moved.on != clock.on else replace(clock, is_playing=False)
    return replace(clock, is_playing=False)


def _change(day: date, count: int, changes: Sequence[date]) -> date:
    if count > 0:
        at = min(bisect_right(changes, day) + count, len(changes)) - 1
        return max(day, changes[at]) if at >= 0 else day
    at = max(bisect_left(changes, day) + count, 0)
    return min(day, changes[at]) if at < len(changes) else day
