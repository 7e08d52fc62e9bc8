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

APRIL, MAY = date(2024, 4, 1), date(2024, 5, 1)
JUNE, JULY = date(2024, 6, 1), date(2024, 7, 1)
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
        a_state(
            "3",
            MAY,
            None,
            fact_id=FactId("ru"),
            state="arriving",
            report="Russian forces arrived in Niger.",
        ),
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
    later = a_state("2", MAY, None, state="gone", known=Days(JULY, None), **possible)
    expected = "US forces left between 1 and 9 May; possibly only after 1 June 2024."
    found = differences([later], Moment(APRIL, JULY), Moment(JUNE, JULY))
    assert [(item.change.value, item.sentence) for item in found] == [("changed", expected)]


def test_what_a_source_tells_as_past_is_never_possibly_after_that_source() -> None:
    # A turn told on 20 May as past is shown for 90 days, as possible where nothing bounds it below.
    turn = {"certainty": Certainty.POSSIBLE, "report": "Niger had turned away by 1 May."}
    known = Days(date(2024, 5, 20), None)
    arrow = a_turn("s", Form.SHIFT, MAY, known=known, attested=(MAY,), **turn)
    for on in (date(2024, 5, 10), date(2024, 5, 20), date(2024, 8, 5)):
        for known_by in (date(2024, 5, 20), date(2026, 1, 1)):
            [item] = differences([arrow], Moment(APRIL, known_by), Moment(on, known_by))
            assert item.sentence == "Niger had turned away by 1 May."


@pytest.mark.parametrize("state", ["present", "operates"])
def test_what_is_first_told_of_as_standing_does_not_come_as_new(state: str) -> None:
    mark = a_state("1", MAY, None, state=state, report="One source tells of it on 1 May.")
    expected = "One source tells of it on 1 May; first told of, not told as new."
    assert told([mark]) == [("first_told", expected)]
    # Where a source tells its beginning between the two days, it is new, though no longer news.
    for news in ("arriving", "opens"):
        begun = a_state("0", date(2024, 4, 5), MAY, state=news)
        assert told([begun, mark]) == [("appeared", "One source tells of it on 1 May.")]
    # To stand again where it was over is a change, and not told as a return.
    over = a_state("0", None, MAY, state="gone", standing="gone")
    assert told([over, mark]) == [
        ("changed", "One source tells of it on 1 May; on 1 April 2024: gone.")
    ]


@pytest.mark.parametrize("form", [Form.GROUND, Form.SHIFT])
def test_a_turn_of_which_only_a_last_day_is_told_may_be_older(form: Form) -> None:
    by = a_turn("g", form, MAY, is_begun_by=True)
    assert told([by]) == [("first_told", f"{form}.")]
    on = a_turn("g", form, MAY)
    assert told([on]) == [("appeared", f"{form}.")]


def test_an_arrival_of_which_only_a_last_day_is_told_may_be_older() -> None:
    report = "UN forces had arrived by 1 May."
    came = a_state("1", MAY, None, state="arriving", report=report, is_begun_by=True)
    assert told([came]) == [("first_told", "UN forces had arrived by 1 May.")]
    over = a_state("0", None, MAY, state="gone")
    assert [change for change, _ in told([over, came])] == ["appeared"]


@pytest.mark.parametrize("state", ["to_arrive", "to_open"])
def test_a_plan_to_come_is_first_told_of_and_has_not_appeared(state: str) -> None:
    mark = a_state("1", MAY, None, state=state, report="It was said that they would come.")
    assert told([mark]) == [("first_told", "It was said that they would come.")]


@pytest.mark.parametrize("state", ["withdrawing", "to_withdraw", "to_close", "to_hand_over"])
def test_what_begins_to_leave_has_changed_and_not_appeared(state: str) -> None:
    # What leaves was there, whether or not the first map could tell.
    mark = a_state("1", MAY, None, state=state, report="US forces began to leave.")
    assert told([mark]) == [("changed", "US forces began to leave.")]


def test_a_count_changes_a_fact_and_its_words_alone_do_not() -> None:
    same = [a_state("1", None, MAY, words="a"), a_state("2", MAY, None, words="b")]
    assert told(same) == []
    more = [same[0], a_state("2", MAY, None, count=CountRange(5, 5))]
    assert [change for change, _ in told(more)] == ["changed"]
    # Nor is another wording of the same number a change.
    about = [CountRange(900, 1100, told=(words,)) for words in ("about 1,000", "around 1,000")]
    worded = [a_state("1", None, MAY, count=about[0]), a_state("2", MAY, None, count=about[1])]
    assert told(worded) == []


@pytest.mark.parametrize(("news", "later"), [("arriving", "present"), ("opens", "operates")])
def test_news_that_grows_old_is_no_change(news: str, later: str) -> None:
    marks = [a_state("1", None, MAY, state=news), a_state("2", MAY, None, state=later)]
    assert told(marks) == []


def test_an_arrow_that_fades_is_no_end() -> None:
    arrow = a_state("1", None, MAY, form=Form.SHIFT, layer=Layer.ALIGNMENT)
    assert told([arrow]) == []


def a_turn(mark_id: str, form: Form, start: date | None, **changes: object) -> Mark:
    given = {"form": form, "layer": Layer.ALIGNMENT, "pole": Pole.RUSSIA, "state": "toward"}
    given["report"] = f"{form}."
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
