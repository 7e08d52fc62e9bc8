"""However fast the hand, the page gets one date at a time, and in the end the last one."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.webmap.pacing import Moment, Pace

FIRST = date(2024, 5, 1)


def moment(n: int) -> Moment:
    return Moment(FIRST + timedelta(days=n), FIRST)


def test_the_first_date_goes_out_at_once() -> None:
    assert Pace().ask(moment(1)) == moment(1)


def test_dates_that_come_while_the_page_paints_are_dropped_but_the_latest() -> None:
    pace = Pace()
    pace.ask(moment(1))
    assert [pace.ask(moment(n)) for n in (2, 3, 4)] == [None, None, None]
    assert pace.painted(moment(1)) == moment(4)
    assert pace.painted(moment(4)) is None
    assert pace.is_settled


def test_painting_for_another_reason_releases_nothing() -> None:
    pace = Pace()
    pace.ask(moment(1))
    pace.ask(moment(2))
    assert pace.painted(moment(9)) is None
    assert not pace.is_settled


def test_a_return_to_the_date_under_way_sends_nothing_more() -> None:
    pace = Pace()
    pace.ask(moment(1))
    pace.ask(moment(2))
    pace.ask(moment(1))
    assert pace.painted(moment(1)) is None
    assert pace.is_settled


def test_a_page_loaded_anew_gets_the_date_that_was_wanted() -> None:
    pace = Pace()
    assert pace.restart() is None
    pace.ask(moment(1))
    pace.ask(moment(2))
    assert pace.restart() == moment(2)


@given(st.lists(st.one_of(st.none(), st.integers(0, 6)), max_size=40))
def test_the_last_wish_is_always_painted_in_the_end(steps: list[int | None]) -> None:
    """None stands for “the page has painted what it was sent”."""
    pace = Pace()
    on_the_way: list[Moment] = []
    painted: list[Moment] = []

    def paint() -> None:
        if on_the_way:
            painted.append(on_the_way.pop())
            following = pace.painted(painted[-1])
            if following:
                on_the_way.append(following)

    for step in steps:
        if step is None:
            paint()
        elif sent := pace.ask(moment(step)):
            on_the_way.append(sent)
        assert len(on_the_way) <= 1
    while on_the_way:
        paint()
    wishes = [step for step in steps if step is not None]
    assert pace.is_settled
    assert (painted[-1] if painted else None) == (moment(wishes[-1]) if wishes else None)
