"""What changed between two days is told fact by fact, once, and never as more than is known."""

from __future__ import annotations

from datetime import date

import pytest

from geodata.domain.episodes import Certainty, CountRange
from geodata.domain.facts import FactId
from geodata.domain.layers import Layer
from geodata.domain.times import Days
from geodata.layers import Change, Form, Mark, Moment, Pole, differences
from tests.helpers.builders import a_mark

APRIL, MAY, JUNE = date(2024, 4, 1), date(2024, 5, 1), date(2024, 6, 1)
FACT = FactId("us")


def a_state(mark_id: str, start: date | None, end: date | None, **changes: object) -> Mark:
    given = {"fact_id": FACT, "valid": Days(start, end), "known": Days(None, None), **changes}
    return a_mark(mark_id, **given)


def told(marks: list[Mark], first: date = APRIL, second: date = JUNE) -> list[tuple[str, str]]:
    found = differences(marks, Moment(first, JUNE), Moment(second, JUNE))
    return [(item.change.value, item.sentence) for item in found]


def test_what_appeared_ended_and_changed_is_told_in_that_order_each_in_one_sentence() -> None:
    marks = [
        a_state("1", None, MAY, standing="present", report="Sources place US forces in Niger."),
        a_state("2", MAY, None, state="withdrawing", report="US forces began to leave Niger."),
        a_state("3", MAY, None, fact_id=FactId("ru"), report="Russian forces arrived in Niger."),
        a_state("4", None, MAY, fact_id=FactId("fr"), report="One source places French forces."),
    ]
    assert told(marks) == [
        ("appeared", "Russian forces arrived in Niger."),
        ("ended", "One source places French forces; no source carries this on to 1 June 2024."),
        ("changed", "US forces began to leave Niger; on 1 April 2024: present."),
    ]
    assert told(marks, JUNE, JUNE) == []


@pytest.mark.parametrize("state", ["gone", "closed", "handed_over"])
def test_what_left_has_ended_though_the_map_still_tells_it(state: str) -> None:
    marks = [
        a_state("1", None, MAY, standing="leaving", state="withdrawing"),
        a_state("2", MAY, None, state=state, report="The last of US forces left Niger."),
    ]
    expected = [("ended", "The last of US forces left Niger; on 1 April 2024: leaving.")]
    assert told(marks) == expected
    # A map that first tells of a thing when it is over does not say that it appeared.
    assert told(marks[1:]) == [("ended", "The last of US forces left Niger.")]
    # What was over is not told again when the map no longer tells it.
    assert told([a_state("2", None, MAY, state=state)]) == []


def test_what_came_back_has_appeared() -> None:
    marks = [
        a_state("1", None, MAY, state="gone", standing="gone"),
        a_state("2", MAY, None, state="arriving", report="US forces arrived."),
    ]
    assert told(marks) == [("appeared", "US forces arrived; on 1 April 2024: gone.")]


def test_an_uncertain_day_is_told_as_one() -> None:
    possible = {"certainty": Certainty.POSSIBLE, "report": "US forces left between 1 and 9 May."}
    certain = {"certainty": Certainty.ATTESTED, "report": "US forces left between 1 and 9 May."}
    before = a_state("1", None, MAY, state="gone", **possible)
    after = a_state("2", MAY, None, state="gone", **certain)
    expected = "US forces left between 1 and 9 May; possibly before 1 April 2024."
    assert told([before, after]) == [("ended", expected)]
    later = a_state("2", MAY, None, state="gone", **possible)
    expected = "US forces left between 1 and 9 May; possibly only after 1 June 2024."
    assert told([later]) == [("appeared", expected)]


def test_a_count_changes_a_fact_and_its_words_alone_do_not() -> None:
    same = [a_state("1", None, MAY, words="a"), a_state("2", MAY, None, words="b")]
    assert told(same) == []
    more = [same[0], a_state("2", MAY, None, count=CountRange(5, 5))]
    assert [change for change, _ in told(more)] == ["changed"]


@pytest.mark.parametrize(("news", "later"), [("arriving", "present"), ("opens", "operates")])
def test_news_that_grows_old_is_no_change(news: str, later: str) -> None:
    marks = [a_state("1", None, MAY, state=news), a_state("2", MAY, None, state=later)]
    assert told(marks) == []


def test_an_arrow_that_fades_is_no_end() -> None:
    arrow = a_state("1", None, MAY, form=Form.SHIFT, layer=Layer.ALIGNMENT)
    assert told([arrow]) == []


def a_turn(mark_id: str, form: Form, start: date | None, **changes: object) -> Mark:
    given = {"form": form, "layer": Layer.ALIGNMENT, "pole": Pole.RUSSIA, "report": f"{form}."}
    return a_state(mark_id, start, None, fact_id=FactId(mark_id), **{**given, **changes})


def test_a_turn_and_the_ground_it_leads_to_are_told_once() -> None:
    ground, arrow = a_turn("g", Form.GROUND, MAY), a_turn("s", Form.SHIFT, MAY)
    assert told([ground, arrow]) == [("appeared", "ground.")]
    # An arrow that tells what was left too says more.
    both = a_turn("s", Form.SHIFT, MAY, second_pole=Pole.WEST)
    assert told([ground, both]) == [("appeared", "shift.")]
    # A new turn toward the pole that the ground shows already is news.
    assert told([a_turn("g", Form.GROUND, None), arrow]) == [("appeared", "shift.")]


def test_what_later_sources_no_longer_say_is_told_as_their_word() -> None:
    mark = a_mark("1", valid=Days(None, None), known=Days(None, MAY), report="US forces arrived.")
    [item] = differences([mark], Moment(APRIL, APRIL), Moment(JUNE, JUNE))
    assert item.change is Change.ENDED
    expected = "as known on 1 June 2024, no source carries this on to 1 June 2024."
    assert item.sentence == f"US forces arrived; {expected}"
