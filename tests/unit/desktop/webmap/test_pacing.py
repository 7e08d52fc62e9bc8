"""However fast the hand, the page gets one date at a time, and in the end the last one."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.webmap.pacing import Moment, Pace

FIRST = date(2024, 5, 1)


def moment(n: int) -> Moment:
    return Moment(FIRST + timedelta(days=n), FIRST)


def test_the_first_dates_go_out_at_once() -> None:
    pace = Pace()
    assert [pace.ask(moment(n)) for n in (1, 2, 3)] == [moment(1), moment(2), moment(3)]


def test_dates_that_come_while_the_page_paints_are_dropped_but_the_latest() -> None:
    pace = Pace()
    for n in (1, 2, 3):
        pace.ask(moment(n))
    assert [pace.ask(moment(n)) for n in (4, 5, 6)] == [None, None, None]
    assert pace.painted(moment(1)) == moment(6)
    assert [pace.painted(moment(n)) for n in (2, 3)] == [None, None]
    assert not pace.is_settled
    assert pace.painted(moment(6)) is None
    assert pace.is_settled


def test_one_painting_settles_all_that_came_before_it() -> None:
    pace = Pace()
    for n in (1, 2, 3):
        pace.ask(moment(n))
    pace.painted(moment(3))
    assert pace.is_settled


def test_painting_for_another_reason_releases_nothing() -> None:
    pace = Pace()
    pace.ask(moment(1))
    assert pace.painted(moment(9)) is None
    assert not pace.is_settled


def test_a_return_to_the_date_under_way_sends_nothing_more() -> None:
    pace = Pace()
    for n in (1, 2, 3, 4, 3):
        pace.ask(moment(n))
    assert pace.painted(moment(3)) is None
    assert pace.is_settled


def test_a_hand_that_goes_back_and_forth_ends_where_it_ends() -> None:
    pace = Pace()
    for n in (1, 2, 1):
        pace.ask(moment(n))
    pace.painted(moment(1))
    assert pace.is_settled
    assert pace.ask(moment(2)) == moment(2)


def test_a_page_loaded_anew_gets_the_date_that_was_wanted() -> None:
    pace = Pace()
    assert pace.restart() is None
    for n in (1, 2, 3, 4, 5):
        pace.ask(moment(n))
    assert pace.restart() == moment(5)


@given(st.lists(st.one_of(st.none(), st.integers(0, 6)), max_size=60), st.data())
def test_the_last_wish_is_always_painted_in_the_end(
    steps: list[int | None], data: st.DataObject
) -> None:
    """None stands for “the page paints”: some of what it was sent, and the last of that shows."""
    pace = Pace()
    on_the_way: list[Moment] = []
    shown: list[Moment] = []

    def paint(number: int) -> None:
        shown.append(on_the_way[number - 1])
        del on_the_way[:number]
        following = pace.painted(shown[-1])
        if following:
            on_the_way.append(following)

    for step in steps:
        if step is not None:
            sent = pace.ask(moment(step))
            on_the_way += [sent] if sent else []
        elif on_the_way:
            paint(data.draw(st.integers(1, len(on_the_way))))
    while on_the_way:
        paint(len(on_the_way))
    wishes = [step for step in steps if step is not None]
    assert pace.is_settled
    assert (shown[-1] if shown else None) == (moment(wishes[-1]) if wishes else None)
