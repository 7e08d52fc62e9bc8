"""What stands behind a state: what tells it itself, its number or its deadline, and nothing else."""

from __future__ import annotations

from geodata.domain.episodes import Certainty
from geodata.timeline import claims_that_agree, compile_episodes, gather_facts

from .timeline_builders import claim, day


def _episode(claims, on):
    (found,) = [e for e in compile_episodes(gather_facts(claims)) if e.is_drawn(day(on), day(on))]
    return found


def test_a_presence_without_a_number_is_no_source_of_the_leaving() -> None:
    there = claim("present", "2024-04-20", reported="2024-04-20", source="a")
    begun = claim("withdraws", "2024-05-19", reported="2024-05-19", source="b")
    leaving = _episode([there, begun], "2024-05-21")
    assert leaving.claim_ids == (begun.id,)
    assert leaving.document_ids == (begun.document_id,)
    assert leaving.context_ids == (there.id,)
    assert leaving.attested == (day("2024-05-19"),)


def test_whose_number_or_deadline_is_drawn_is_a_source() -> None:
    many = claim("present", "2024-04-20", reported="2024-04-20", source="a", count="1000")
    due = claim(
        "to_withdraw", "2024-05-18", reported="2024-05-18", source="b", deadline="2024-09-15"
    )
    begun = claim("withdraws", "2024-05-19", reported="2024-05-19", source="c")
    leaving = _episode([many, due, begun], "2024-05-21")
    assert set(leaving.claim_ids) == {many.id, due.id, begun.id}
    assert leaving.context_ids == ()


def test_a_demand_is_no_source_of_an_exit_that_is_done() -> None:
    asked = claim("to_withdraw", "2023-08-01", reported="2024-04-20", source="a")
    gone = claim(
        "withdraws", "2023-12-22", reported="2024-05-19", source="b", event="withdrawal_completed"
    )
    episode = _episode([asked, gone], "2024-05-21")
    assert episode.claim_ids == (gone.id,)
    assert episode.context_ids == (asked.id,)


def test_who_has_arrived_is_there() -> None:
    come = claim("arrives", "2024-04-10", reported="2024-04-20", source="a")
    assert _episode([come], "2024-06-30").claim_ids == (come.id,)


def test_an_accepted_claim_beside_it_does_not_review_a_state() -> None:
    there = claim("present", "2024-04-20", reported="2024-04-20", source="a", review="accepted")
    begun = claim("withdraws", "2024-05-19", reported="2024-05-19", source="b")
    assert _episode([there, begun], "2024-05-21").review.value == "suggested"


def test_claims_back_each_other_where_they_tell_the_same() -> None:
    there = claim("present", "2024-04-20", source="a")
    asked = claim("to_withdraw", "2024-04-21", source="b")
    again = claim("to_withdraw", "2024-04-22", source="c")
    (fact,) = gather_facts([there, asked, again])
    agreeing = claims_that_agree(fact)
    assert agreeing[there.id] == (there,)
    assert agreeing[asked.id] == (asked, again)


def test_an_article_without_a_date_borrows_none_of_another() -> None:
    dated = claim("present", "2024-05-19", reported="2024-05-19", source="a")
    undated = claim("present", None, host="TD", reported=None, source="b", count="100")
    episodes = compile_episodes(gather_facts([dated, undated]))
    (chad,) = [episode for episode in episodes if episode.host == "TD"]
    assert (chad.certainty, chad.attested, chad.valid.start) == (Certainty.POSSIBLE, (), None)
    # That it can be read is certain once all sources are.
    assert chad.known.start == day("2024-05-19")
