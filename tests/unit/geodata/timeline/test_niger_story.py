"""One story told by four sources, looked at on four days and two states of knowledge."""

from __future__ import annotations

import pytest
from timeline_builders import day, niger_claims

from geodata.domain.episodes import Certainty, CountRange, State
from geodata.timeline import compile_episodes, difference, frame, gather_facts


@pytest.fixture(scope="module")
def episodes():
    return compile_episodes(gather_facts(niger_claims()))


def drawn(episodes, on, known_by):
    return {
        (e.kind.value, e.actor, e.target or e.state.value): e
        for e in frame(episodes, day(on), day(known_by))
    }


def test_in_august_2023_only_the_coup_is_certain(episodes):
    shown = drawn(episodes, "2023-08-01", "2024-05-20")
    certain = [key for key, e in shown.items() if e.certainty is not Certainty.POSSIBLE]
    assert certain == [("alignment", "NE", "coup")]
    assert shown["troops", "FR", "gone"].certainty is Certainty.POSSIBLE
    assert not any(e.actor == "US" for e in shown.values())


def test_on_20_april_the_exit_is_agreed_and_nothing_more(episodes):
    exit_ = drawn(episodes, "2024-04-20", "2024-05-20")["troops", "US", "to_withdraw"]
    assert exit_.certainty is Certainty.PLANNED
    assert exit_.deadline is None
    assert exit_.count == CountRange(900, 1100, is_open=True)


def test_on_20_may_the_exit_has_begun_and_is_due(episodes):
    shown = drawn(episodes, "2024-05-20", "2024-05-20")
    exit_ = shown["troops", "US", "withdrawing"]
    assert exit_.deadline == day("2024-09-15")
    assert exit_.attested[-1] == day("2024-05-19")
    assert shown["troops", "FR", "gone"].certainty is Certainty.ATTESTED
    assert shown["alignment", "NE", "US"].state is State.AWAY
    assert shown["alignment", "NE", "RU"].state is State.TOWARD
    assert len(exit_.document_ids) == 4


def test_in_april_nobody_could_know_the_deadline(episodes):
    early = frame(episodes, day("2024-10-01"), day("2024-04-30"))
    late = frame(episodes, day("2024-10-01"), day("2024-05-20"))
    assert [e.deadline for e in early if e.deadline] == []
    assert [e.deadline for e in late if e.deadline] == [day("2024-09-15")]


def test_in_october_nobody_is_gone_who_is_not_told_to_be(episodes):
    shown = drawn(episodes, "2024-10-01", "2024-05-20")
    exit_ = shown["troops", "US", "withdrawing"]
    assert exit_.certainty is Certainty.UNCONFIRMED
    assert ("troops", "US", "gone") not in shown


def test_before_the_first_source_nothing_was_known(episodes):
    assert frame(episodes, day("2024-04-20"), day("2024-04-19")) == ()


def test_what_changed_between_two_days(episodes):
    known = day("2024-05-20")
    found = difference(
        frame(episodes, day("2024-03-01"), known), frame(episodes, day("2024-05-20"), known)
    )
    assert {e.fact_id for e in found.appeared} == {
        "troops:US:NE:-:-",
        "base:US:NE:base.Air-Base-201:-",
        "alignment:NE:NE:-:US",
        "alignment:NE:NE:-:RU",
    }
    assert found.ended == ()
    assert {after.state for _, after in found.changed} == {State.PRESENT, State.GONE}
