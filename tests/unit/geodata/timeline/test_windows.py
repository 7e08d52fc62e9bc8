"""The frame of a window: whatever held on one of its days, and nothing else."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from test_properties import _CLAIMS

from geodata.domain.times import Days, Reach
from geodata.timeline import compile_episodes, frame, frame_over, gather_facts

FIRST, LAST = date(2023, 10, 1), date(2024, 8, 1)
_SHIFTS = st.integers(0, (LAST - FIRST).days)
_REACHES = st.builds(
    Reach,
    before=st.one_of(st.none(), st.integers(0, 40)),
    after=st.one_of(st.none(), st.integers(0, 40)),
)


@given(_CLAIMS, _SHIFTS, st.integers(1, 60), _SHIFTS)
def test_a_window_holds_what_some_day_of_it_holds(claims, begin, length, known) -> None:
    episodes = compile_episodes(gather_facts(claims))
    start, known_by = FIRST + timedelta(days=begin), FIRST + timedelta(days=known)
    days = [start + timedelta(days=shift) for shift in range(length)]
    day_by_day = {episode.id for day in days for episode in frame(episodes, day, known_by)}
    during = Days(start, start + timedelta(days=length))
    assert {episode.id for episode in frame_over(episodes, during, known_by)} == day_by_day


@given(_CLAIMS, _SHIFTS, _SHIFTS)
def test_open_ends_hold_all_that_was_and_all_that_is_to_come(claims, on, known) -> None:
    episodes = compile_episodes(gather_facts(claims))
    day, known_by = FIRST + timedelta(days=on), FIRST + timedelta(days=known)
    drawn = [e for e in episodes if e.known.holds(known_by)]
    up_to = frame_over(episodes, Reach(before=None).around(day), known_by)
    assert list(up_to) == [e for e in drawn if e.valid.start is None or e.valid.start <= day]
    onward = frame_over(episodes, Reach(after=None).around(day), known_by)
    assert list(onward) == [e for e in drawn if e.valid.end is None or day < e.valid.end]
    assert set(up_to) & set(onward) == set(frame(episodes, day, known_by))


@given(_CLAIMS, _SHIFTS, _SHIFTS)
def test_a_window_of_one_day_is_the_frame_of_the_day(claims, on, known) -> None:
    episodes = compile_episodes(gather_facts(claims))
    day, known_by = FIRST + timedelta(days=on), FIRST + timedelta(days=known)
    assert frame_over(episodes, Reach().around(day), known_by) == frame(episodes, day, known_by)


@given(st.dates(), _REACHES)
def test_a_reach_holds_its_day_and_as_many_days_as_it_says(day: date, reach: Reach) -> None:
    during = reach.around(day)
    assert during.holds(day)
    if during.start and during.end and reach.before is not None and reach.after is not None:
        assert (during.end - during.start).days == reach.before + 1 + reach.after


def test_a_window_ends_before_its_end() -> None:
    # 29 February is in the window that ends on it, and the month after begins without it.
    leap, march = date(2024, 2, 29), date(2024, 3, 1)
    assert Reach(before=28).around(leap) == Days(date(2024, 2, 1), march)
    assert not Days(date(2024, 2, 1), march).overlaps(Days(march, None))
    assert Days(date(2024, 2, 1), march).overlaps(Days(leap, None))
    assert Reach().around(date.max) == Days(date.max, None)
    assert Reach(before=3).around(date.min) == Days(None, date(1, 1, 2))


@given(
    st.builds(
        lambda a, n: Days(a, a + timedelta(days=n)),
        st.dates(date(2000, 1, 1), date(2000, 3, 1)),
        st.integers(1, 20),
    ),
    st.builds(
        lambda a, n: Days(a, a + timedelta(days=n)),
        st.dates(date(2000, 1, 1), date(2000, 3, 1)),
        st.integers(1, 20),
    ),
)
def test_spans_overlap_where_they_meet(one: Days, other: Days) -> None:
    assert one.overlaps(other) == (one.meet(other) is not None) == other.overlaps(one)
