"""A window moves with its span, its edges one by one, and no change of mode loses the place."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.views.time_bar.clockwork import clock as clocks
from desktop.views.time_bar.clockwork.clock import Clock, Mode, Repeat, Step
from geodata.domain.times import Days, Reach

YEAR = Days(date(2024, 1, 1), date(2025, 1, 1))
CHANGES = (date(2024, 3, 15), date(2024, 4, 19), date(2024, 5, 19))
days_of_2024 = st.dates(date(2024, 1, 1), date(2024, 12, 31))
spans = st.integers(1, 400)


def a_clock(on: date = date(2024, 5, 20), **changed: object) -> Clock:
    fields: dict[str, object] = {"bounds": YEAR, "on": on, "known_by": date(2024, 5, 20)}
    return Clock(**(fields | changed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("mode", "reach", "during"),
    [
        (Mode.INSTANT, Reach(), Days(date(2024, 5, 20), date(2024, 5, 21))),
        (Mode.WINDOW, Reach(before=29), Days(date(2024, 4, 21), date(2024, 5, 21))),
        (Mode.FROM_START, Reach(before=None), Days(None, date(2024, 5, 21))),
        (Mode.TO_END, Reach(after=None), Days(date(2024, 5, 20), None)),
    ],
)
def test_each_mode_takes_in_its_days(mode: Mode, reach: Reach, during: Days) -> None:
    clock = clocks.with_mode(a_clock(), mode)
    assert (clock.reach, clock.during) == (reach, during)


@given(days_of_2024, spans, st.lists(st.sampled_from(Mode)), st.sampled_from(Step))
def test_no_change_of_mode_step_or_pace_loses_the_place(
    day: date, span: int, modes: list[Mode], step: Step
) -> None:
    clock = before = a_clock(day, span_days=span)
    for mode in modes:
        clock = clocks.with_step(clocks.with_mode(clock, mode), step)
        clock = clocks.next_repeat(clocks.with_speed(clock, 3.0))
    assert (clock.on, clock.known_by, clock.span_days) == (day, before.known_by, span)


@given(days_of_2024, spans, st.integers(-9, 9), st.sampled_from(Step))
def test_a_window_keeps_its_span_while_it_moves(
    day: date, span: int, count: int, step: Step
) -> None:
    clock = a_clock(day, mode=Mode.WINDOW, span_days=span, step=step)
    moved = clocks.step_by(clock, count, CHANGES)
    during = moved.during
    assert during.start
    assert during.end
    assert (during.end - during.start).days == span
    assert during.end - timedelta(days=1) == moved.on


@given(days_of_2024, days_of_2024)
def test_a_window_shows_both_days_that_were_asked_for(one: date, other: date) -> None:
    first, last = min(one, other), max(one, other)
    shown = clocks.show_days(a_clock(), first, last)
    assert shown.during == Days(first, last + timedelta(days=1))
    assert shown.mode is Mode.WINDOW


@given(days_of_2024, spans, days_of_2024)
def test_each_edge_moves_alone_and_never_past_the_other(day: date, span: int, to: date) -> None:
    clock = a_clock(day, mode=Mode.WINDOW, span_days=span)
    first_moved = clocks.move_first(clock, to)
    assert first_moved.on == day
    assert first_moved.first_shown == min(to, day)
    last_moved = clocks.move_last(clock, to)
    first = max(clock.first_shown, date(2024, 1, 1))
    assert last_moved.first_shown == first
    assert last_moved.on == max(to, first)


def test_one_day_opens_to_a_window_at_either_side() -> None:
    day = a_clock(step=Step.WEEK)
    assert clocks.step_last(day, 1).during == Days(date(2024, 5, 20), date(2024, 5, 28))
    assert clocks.step_first(day, -1).during == Days(date(2024, 5, 13), date(2024, 5, 21))
    all_before = clocks.with_mode(day, Mode.FROM_START)
    assert clocks.step_last(all_before, 1).during == Days(date(2024, 1, 1), date(2024, 5, 28))


def test_months_end_where_they_end() -> None:
    # 31 January, a month on, is the last of February, in a leap year the 29th.
    clock = a_clock(date(2024, 1, 31), step=Step.MONTH)
    shown = [clocks.step_by(clock, n).on for n in (1, 2, 3)]
    assert shown == [date(2024, 2, 29), date(2024, 3, 31), date(2024, 4, 30)]
    one_by_one = clocks.step_by(clocks.step_by(clock, 1), 1)
    assert one_by_one.on == date(2024, 3, 31)
    window = a_clock(date(2024, 2, 29), mode=Mode.WINDOW, span_days=29)
    assert window.first_shown == date(2024, 2, 1)
    assert window.during.end == date(2024, 3, 1)


def test_a_window_at_the_edge_of_the_calendar_is_open_there() -> None:
    clock = Clock(Days(None, None), date.min, date.min, mode=Mode.WINDOW, span_days=30)
    assert clock.during.start is None
    assert clock.first_shown == date.min
    assert Clock(Days(None, None), date.max, date.max).during == Days(date.max, None)


def test_bouncing_goes_back_and_forth() -> None:
    clock = a_clock(date(2024, 12, 30), step=Step.DAY, is_playing=True, repeat=Repeat.BOUNCE)
    shown = []
    for _ in range(3):
        clock = clocks.next_frame(clock)
        shown.append(clock.on)
    assert shown == [date(2024, 12, 31), date(2024, 12, 30), date(2024, 12, 29)]
    clock = clocks.move(clock, date(2024, 1, 1))
    assert clocks.next_frame(clock).on == date(2024, 1, 2)
    still = a_clock(step=Step.CHANGE, is_playing=True, repeat=Repeat.BOUNCE)
    assert not clocks.next_frame(still, ()).is_playing


def test_a_speed_out_of_reach_is_the_nearest() -> None:
    assert clocks.with_speed(a_clock(), 1e9).speed == clocks.MOST_SPEED
    assert clocks.with_speed(a_clock(), 1e-9).speed == clocks.LEAST_SPEED
