"""What changed between two days is told fact by fact."""

from __future__ import annotations

from datetime import date

from geodata.domain.episodes import CountRange
from geodata.domain.facts import FactId
from geodata.domain.layers import Layer
from geodata.domain.times import Days
from geodata.layers import Form, changes_between
from tests.helpers.builders import a_mark

APRIL, MAY, JUNE = date(2024, 4, 1), date(2024, 5, 1), date(2024, 6, 1)
FACT = FactId("us")


def a_state(mark_id: str, start: date | None, end: date | None, **changes: object):  # type: ignore[no-untyped-def]
    given = {"fact_id": FACT, "valid": Days(start, end), "known": Days(None, None), **changes}
    return a_mark(mark_id, **given)


def test_new_ended_and_changed_facts_are_told_with_both_states() -> None:
    marks = [
        a_state("1", None, MAY, state="present", words="US forces present."),
        a_state("2", MAY, None, state="withdrawing", words="US forces leaving."),
        a_state("3", MAY, None, fact_id=FactId("ru"), words="Russian forces present."),
        a_state("4", None, MAY, fact_id=FactId("fr"), words="French forces present."),
    ]
    changes = changes_between(marks, APRIL, JUNE, JUNE)
    assert changes.lines() == (
        "New: Russian forces present.",
        "Changed: US forces leaving.\n    before: US forces present.",
        "No longer: French forces present.",
    )
    assert changes_between(marks, JUNE, APRIL, JUNE).number == 3
    assert changes_between(marks, JUNE, JUNE, JUNE).number == 0


def test_a_count_changes_a_fact_and_its_words_alone_do_not() -> None:
    same = [a_state("1", None, MAY, words="a"), a_state("2", MAY, None, words="b")]
    assert changes_between(same, APRIL, JUNE, JUNE).number == 0
    more = [same[0], a_state("2", MAY, None, count=CountRange(5, 5))]
    assert changes_between(more, APRIL, JUNE, JUNE).number == 1


def test_an_arrow_that_fades_is_no_end() -> None:
    arrow = a_state("1", None, MAY, form=Form.SHIFT, layer=Layer.ALIGNMENT)
    assert changes_between([arrow], APRIL, JUNE, JUNE).number == 0
