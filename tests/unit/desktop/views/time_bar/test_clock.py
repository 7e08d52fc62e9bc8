"""Time moves without losing its place."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.views.time_bar.clockwork import clock as clocks
from desktop.views.time_bar.clockwork.clock import Clock, Repeat, Step
from geodata.domain.times import Days

YEAR = Days(date(2024, 1, 1), date(2025, 1, 1))
OPEN = Days(None, None)
CHANGES = (date(2024, 3, 15), date(2024, 4, 19), date(2024, 5, 19))
days_of_2024 = st.dates(date(2024, 1, 1), date(2024, 12, 31))
some_days = st.dates(date(1900, 1, 1), date(2100, 1, 1))


def a_clock(on: date = date(2024, 5, 20), **changed: object) -> Clock:
    fields: dict[str, object] = {"bounds": YEAR, "on": on, "known_by": date(2024, 5, 20)}
    return Clock(**(fields | changed))  # type: ignore[arg-type]


def test_the_end_of_the_bounds_is_outside() -> None:
    assert clocks.move(a_clock(), date(2025, 1, 1)).on == date(2024, 12, 31)
    with pytest.raises(ValueError, match="outside"):
        a_clock(date(2025, 1, 1))


@pytest.mark.parametrize(
    ("step", "on", "then"),
    [
        (Step.DAY, date(2024, 2, 28), date(2024, 2, 29)),
        (Step.WEEK, date(2024, 2, 26), date(2024, 3, 4)),
        (Step.MONTH, date(2024, 1, 31), date(2024, 2, 29)),
        (Step.MONTH, date(2024, 2, 29), date(2024, 3, 29)),
        (Step.CHANGE, date(2024, 3, 15), date(2024, 4, 19)),
    ],
)
def test_one_step(step: Step, on: date, then: date) -> None:
    assert clocks.step_by(a_clock(on, step=step), 1, CHANGES).on == then


def test_month_steps_come_back_to_the_day_they_left() -> None:
    clock = clocks.move(a_clock(step=Step.MONTH), date(2024, 1, 31))
    shown = []
    for _ in range(4):
        shown.append(clock.on)
        clock = clocks.step_by(clock, 1)
    assert shown == [date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 31), date(2024, 4, 30)]


@given(some_days, st.integers(-40, 40), st.sampled_from([Step.DAY, Step.WEEK, Step.MONTH]))
def test_steps_on_and_back_return_to_the_day(day: date, count: int, step: Step) -> None:
    clock = clocks.move(Clock(OPEN, day, day, step=step), day)
    assert clocks.step_by(clocks.step_by(clock, count), -count).on == day


@given(days_of_2024, st.integers(-50, 50), st.sampled_from(Step))
def test_no_step_leaves_the_bounds(day: date, count: int, step: Step) -> None:
    stepped = clocks.step_by(a_clock(day, step=step), count, CHANGES)
    assert YEAR.holds(stepped.on)
    assert (stepped.on - day).days * count >= 0


@given(days_of_2024, st.sampled_from(Step), st.sampled_from(clocks.SPEEDS))
def test_changing_step_speed_or_loop_keeps_the_days(day: date, step: Step, speed: float) -> None:
    clock = clocks.move(a_clock(), day)
    changed = clocks.with_repeat(
        clocks.with_speed(clocks.with_step(clock, step), speed), Repeat.LOOP
    )
    assert (changed.on, changed.known_by) == (clock.on, clock.known_by)


@given(days_of_2024, st.integers(1, 5))
def test_changes_are_visited_in_order_and_never_passed_over(day: date, count: int) -> None:
    ahead = [change for change in CHANGES if change > day]
    expected = ahead[min(count, len(ahead)) - 1] if ahead else day
    assert clocks.jump_change(a_clock(day), count, CHANGES).on == expected
    behind = [change for change in reversed(CHANGES) if change < day]
    expected = behind[min(count, len(behind)) - 1] if behind else day
    assert clocks.jump_change(a_clock(day), -count, CHANGES).on == expected


def test_without_changes_the_day_stays() -> None:
    assert clocks.step_by(a_clock(), 3).on == date(2024, 5, 20)
    assert clocks.step_by(a_clock(), -3).on == date(2024, 5, 20)


@given(days_of_2024, days_of_2024)
def test_a_closed_chain_moves_both_days_as_one(day: date, known: date) -> None:
    clock = clocks.chain(clocks.move(a_clock(), day), is_chained=True)
    assert clock.known_by == day
    assert clocks.move_known(clock, known).on == known
    free = clocks.chain(clock, is_chained=False)
    assert (clocks.move(free, known).on, clocks.move(free, known).known_by) == (known, day)


@pytest.mark.parametrize("go", [clocks.to_first, clocks.to_last])
def test_an_open_end_has_no_last_day_to_go_to(go: object) -> None:
    clock = Clock(OPEN, date(2024, 5, 20), date(2024, 5, 20))
    assert callable(go)
    assert go(clock).on == clock.on


def test_playing_stops_at_the_end_or_begins_again() -> None:
    at_end = a_clock(date(2024, 12, 31), is_playing=True, step=Step.DAY)
    assert not clocks.next_frame(at_end).is_playing
    looped = clocks.next_frame(clocks.with_repeat(at_end, Repeat.LOOP))
    assert (looped.on, looped.is_playing) == (date(2024, 1, 1), True)


def test_play_at_the_end_begins_at_the_start() -> None:
    assert clocks.play(a_clock(date(2024, 12, 31)), is_playing=True).on == date(2024, 1, 1)


@given(some_days, some_days, st.integers(1, 4000))
def test_new_bounds_hold_both_days(day: date, start: date, length: int) -> None:
    bounds = Days(start, start + timedelta(days=length))
    moved = clocks.with_bounds(Clock(OPEN, day, day), bounds)
    assert bounds.holds(moved.on)
    assert bounds.holds(moved.known_by)
    if bounds.holds(day):
        assert moved.on == day


@given(st.sampled_from([date.min, date.max]), st.integers(-30000, 30000), st.sampled_from(Step))
def test_the_ends_of_the_calendar_are_no_trap(day: date, count: int, step: Step) -> None:
    clocks.step_by(Clock(OPEN, day, day, step=step), count, CHANGES)
