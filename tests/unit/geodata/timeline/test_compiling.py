"""The rules, one by one, on small made-up stories."""

from __future__ import annotations

from dataclasses import replace

import pytest
from timeline_builders import base_place, claim, day

from geodata.domain.episodes import Certainty, CountRange, Episode, State
from geodata.domain.mentions import Count, Qualifier
from geodata.domain.spans import Span
from geodata.timeline import compile_episodes, frame, gather_facts

LATE = "2030-01-01"


def states(claims, on, known_by=LATE) -> list[tuple[State, Certainty]]:
    episodes = compile_episodes(gather_facts(claims))
    return [(e.state, e.certainty) for e in frame(episodes, day(on), day(known_by))]


def only(claims, on, known_by=LATE) -> Episode:
    (episode,) = frame(compile_episodes(gather_facts(claims)), day(on), day(known_by))
    return episode


def test_presence_is_carried_forward_and_never_backward():
    claims = [claim("present", "2024-04-20")]
    assert states(claims, "2024-04-19") == []
    assert states(claims, "2024-04-20") == [(State.PRESENT, Certainty.ATTESTED)]
    assert states(claims, "2034-04-20") == [(State.PRESENT, Certainty.ATTESTED)]


def test_an_undated_claim_holds_from_its_publication():
    claims = [claim("present", None, reported="2024-05-01..2024-05-10")]
    assert states(claims, "2024-05-09") == []
    assert states(claims, "2024-05-10") == [(State.PRESENT, Certainty.ATTESTED)]


def test_a_source_without_date_is_known_with_the_newest_only():
    claims = [
        claim("present", "2024-01-01", reported=None),
        claim("present", "2024-05-01", actor="FR", reported="2024-05-20"),
    ]
    assert states(claims, "2024-02-01", "2024-05-19") == []
    assert states(claims, "2024-02-01", "2024-05-20") == [(State.PRESENT, Certainty.ATTESTED)]


def test_without_any_date_it_is_only_possible():
    claims = [claim("present", None, reported=None)]
    assert states(claims, "2024-02-01") == [(State.PRESENT, Certainty.POSSIBLE)]


def test_inside_an_uncertain_range_a_state_is_possible():
    claims = [claim("arrives", "2024-04-01..2024-04-30")]
    assert states(claims, "2024-03-31") == []
    assert states(claims, "2024-04-01") == [(State.ARRIVING, Certainty.POSSIBLE)]
    assert states(claims, "2024-04-29") == [(State.ARRIVING, Certainty.POSSIBLE)]
    assert states(claims, "2024-04-30") == [(State.ARRIVING, Certainty.ATTESTED)]


def test_what_is_told_as_happened_came_before_its_publication():
    claims = [claim("arrives", "2024-01-01..2024-12-31", reported="2024-05-20")]
    assert states(claims, "2024-05-19") == [(State.ARRIVING, Certainty.POSSIBLE)]
    assert states(claims, "2024-05-20") == [(State.ARRIVING, Certainty.ATTESTED)]


def test_an_event_after_its_publication_is_a_plan():
    claims = [claim("withdraws", "2024-09-15", reported="2024-05-20")]
    assert states(claims, "2024-05-19") == []
    assert states(claims, "2024-06-01") == [(State.TO_WITHDRAW, Certainty.PLANNED)]
    assert states(claims, "2024-09-16") == [(State.TO_WITHDRAW, Certainty.UNCONFIRMED)]


@pytest.mark.parametrize("modality", ["planned", "ordered", "agreed", "demanded", "negotiated"])
def test_what_is_only_intended_has_not_happened(modality):
    claims = [claim("withdraws", "2024-05-19", modality=modality, event="withdrawal_completed")]
    assert states(claims, "2024-06-01") == [(State.TO_WITHDRAW, Certainty.PLANNED)]


def test_an_arrival_settles_into_presence():
    claims = [claim("arrives", "2024-04-10")]
    assert states(claims, "2024-05-09") == [(State.ARRIVING, Certainty.ATTESTED)]
    assert states(claims, "2024-05-10") == [(State.PRESENT, Certainty.ATTESTED)]


def test_dates_that_agree_are_met():
    claims = [
        claim("arrives", "2024-04-01..2024-04-30", reported="2024-05-01"),
        claim("arrives", "2024-04-10", reported="2024-05-20"),
    ]
    assert states(claims, "2024-04-09", "2024-05-19") == [(State.ARRIVING, Certainty.POSSIBLE)]
    assert states(claims, "2024-04-09", "2024-05-20") == []
    episode = only(claims, "2024-04-10")
    assert (len(episode.claim_ids), episode.is_disputed) == (2, False)


def test_dates_that_exclude_each_other_are_kept_and_disputed():
    claims = [
        claim("withdraws", "2024-05-19", event="withdrawal_begun"),
        claim("withdraws", "2024-05-25", event="withdrawal_begun", reported="2024-06-01"),
    ]
    episode = only(claims, "2024-06-01")
    assert episode.is_disputed
    assert episode.attested == (day("2024-05-19"), day("2024-05-25"))


def test_arrivals_years_apart_are_two_events():
    claims = [claim("arrives", "2013-01-11"), claim("arrives", "2020-01-11")]
    assert not only(claims, "2020-01-12").is_disputed


def test_a_plan_to_leave_implies_presence_and_is_not_departure():
    claims = [claim("to_withdraw", "2024-04-19", count="1000")]
    episode = only(claims, "2029-01-01")
    assert (episode.state, episode.certainty) == (State.TO_WITHDRAW, Certainty.PLANNED)
    assert episode.count == CountRange(1000, 1000)


def test_how_many_left_is_not_how_many_are_there():
    left = claim("withdraws", "2024-05-19", count="450-550", event="withdrawal_begun")
    assert only([left], "2024-06-01").count is None
    there = claim("present", "2024-05-01", count="2000")
    assert only([left, there], "2024-06-01").count == CountRange(2000, 2000)


def test_how_many_will_remain_is_not_how_many_are_there():
    stay = claim("present", "2024-05-01", count="0-999", modality="planned")
    assert only([stay], "2024-06-01").count is None


def test_after_a_deadline_nobody_is_gone_unless_a_source_says_so():
    claims = [
        claim("withdraws", "2024-05-19", event="withdrawal_begun"),
        claim("to_withdraw", "2024-05-19", deadline="2024-09-15"),
    ]
    assert states(claims, "2024-09-15") == [(State.WITHDRAWING, Certainty.ATTESTED)]
    assert states(claims, "2024-09-16") == [(State.WITHDRAWING, Certainty.UNCONFIRMED)]
    told = claim("withdraws", "2024-09-14", event="withdrawal_completed", reported="2024-09-20")
    assert states([*claims, told], "2024-09-16", "2024-09-19") == [
        (State.WITHDRAWING, Certainty.UNCONFIRMED)
    ]
    assert states([*claims, told], "2024-09-16", "2024-09-20") == [(State.GONE, Certainty.ATTESTED)]


def test_presence_after_a_deadline_is_presence():
    claims = [
        claim("to_withdraw", "2024-05-19", deadline="2024-09-15"),
        claim("present", "2024-10-01", reported="2024-10-01"),
    ]
    assert states(claims, "2024-10-01") == [(State.PRESENT, Certainty.ATTESTED)]


def test_a_later_deadline_replaces_the_one_that_it_excludes():
    claims = [
        claim("to_withdraw", "2021-02-01", deadline="2021-05-01", reported="2021-02-01"),
        claim("to_withdraw", "2021-04-14", deadline="2021-09-11", reported="2021-04-14"),
    ]
    assert only(claims, "2021-03-01").deadline == day("2021-05-01")
    assert only(claims, "2021-04-14").deadline == day("2021-09-11")
    assert not only(claims, "2021-04-14").is_disputed


def test_a_vague_deadline_is_met_by_an_exact_one():
    claims = [
        claim("to_withdraw", "2024-05-19", deadline="2024-09-11..2024-09-20"),
        claim("to_withdraw", "2024-05-19", deadline="..2024-09-15", reported="2024-05-21"),
    ]
    episode = only(claims, "2024-06-01")
    assert (episode.deadline, episode.is_disputed) == (day("2024-09-15"), False)


def test_in_doubt_a_withdrawal_has_only_begun():
    assert states([claim("withdraws", "2024-05-19")], "2025-01-01") == [
        (State.WITHDRAWING, Certainty.ATTESTED)
    ]
    finished = claim("withdraws", "2024-05-19", reasons=("The wording says it is completed.",))
    assert states([finished], "2025-01-01") == [(State.GONE, Certainty.ATTESTED)]


def test_a_stay_with_an_end_is_gone_after_it():
    claims = [claim("present", "2013-01-01..2013-12-31", ends="2022-11-09", reported="2023-01-01")]
    assert states(claims, "2022-11-08") == [(State.PRESENT, Certainty.ATTESTED)]
    assert states(claims, "2022-11-09") == [(State.GONE, Certainty.ATTESTED)]


def test_counts_stay_a_range_of_all_sources():
    claims = [
        claim("present", "2024-04-20", count="900-1100", source="a"),
        claim("to_withdraw", "2024-04-19", count="1001+", source="b"),
        claim("present", "2024-04-21", count="900-1000", source="c"),
    ]
    episode = only(claims, "2024-05-01")
    assert episode.count == CountRange(900, 1100, is_open=True)
    assert not episode.is_disputed
    assert len(episode.document_ids) == 3


def test_the_words_of_sources_that_hedge_are_kept_once_for_each_hedge():
    def present(source, text, qualifier):
        count = Count(900, 1100, qualifier, text, Span(0, 1))
        return replace(claim("present", "2024-04-20", source=source), count=count)

    bare = [
        present("a", "1,000", Qualifier.EXACT),
        present("b", "900 to 1,100", Qualifier.RANGE),
    ]
    hedged = [
        present("c", "about\n1,000", Qualifier.ABOUT),
        present("d", "some 1,000", Qualifier.ABOUT),
        present("e", "up to 1,100", Qualifier.UNDER),
    ]
    told = only([*bare, *hedged], "2024-05-01").count.told
    assert told == ("about 1,000", "up to 1,100")
    # What bare numbers say stands in the range.
    assert only(bare, "2024-05-01").count.told == ()


def test_counts_that_no_hedge_explains_are_disputed():
    claims = [
        claim("present", "2024-04-20", count="300", source="a"),
        claim("present", "2024-04-20", count="1000", source="b"),
    ]
    episode = only(claims, "2024-05-01")
    assert episode.count == CountRange(300, 1000)
    assert episode.is_disputed


def test_counts_of_a_former_stay_do_not_count():
    claims = [
        claim("present", "2014-01-01", count="5000", reported="2014-01-01"),
        claim("withdraws", "2015-01-01", event="withdrawal_completed", reported="2015-01-01"),
        claim("arrives", "2024-01-01", count="100", reported="2024-01-01"),
    ]
    assert only(claims, "2015-06-01").count is None
    assert only(claims, "2024-01-02").count == CountRange(100, 100)


def test_those_who_arrive_are_not_added_to_those_who_are_there():
    claims = [
        claim("present", "2024-01-01", count="1000"),
        claim("arrives", "2024-02-01", count="50"),
    ]
    assert only(claims, "2024-02-02").count == CountRange(1000, 1000)


def test_a_denial_draws_nothing_and_disputes_what_is_drawn():
    assert states([claim("present", "2024-04-20", modality="denied")], "2024-05-01") == []
    claims = [
        claim("present", "2024-04-20"),
        claim("present", "2024-04-25", modality="denied"),
    ]
    assert not only(claims, "2024-04-24").is_disputed
    assert only(claims, "2024-04-25").is_disputed


def test_return_after_departure_is_disputed_unless_an_arrival_is_told():
    gone = claim("withdraws", "2023-12-22", event="withdrawal_completed")
    assert only([gone, claim("present", "2024-03-01")], "2024-03-01").is_disputed
    assert not only([gone, claim("arrives", "2024-03-01")], "2024-03-01").is_disputed


def test_an_undated_plan_does_not_bring_back_who_is_gone():
    claims = [
        claim("withdraws", "2023-12-22", event="withdrawal_completed"),
        claim("to_withdraw", None, reported="2024-05-19"),
    ]
    assert states(claims, "2024-06-01") == [(State.GONE, Certainty.ATTESTED)]


def test_an_order_told_in_looking_back_does_not_bring_back_who_is_gone():
    told = [
        claim("withdraws", "..2024-05-19", event="withdrawal_completed", reported="2024-05-19"),
        claim("to_withdraw", "..2024-05-20", modality="ordered", reported="2024-05-20"),
    ]
    episodes = compile_episodes(gather_facts(told))
    (now,) = frame(episodes, day("2024-05-20"), day("2024-05-20"))
    assert now.state is State.GONE
    assert not now.is_disputed


def test_a_base_through_its_life():
    where = base_place()
    claims = [
        claim("to_open", "2017-01-01", place=where, reported="2017-01-01"),
        claim("opens", "2019-11-01", place=where, reported="2019-11-01"),
        claim("to_hand_over", "2024-05-19", place=where, deadline="2024-09-15"),
        claim("handed_over", "2024-08-05", place=where, target="NE", reported="2024-08-06"),
    ]
    told = ["2018-01-01", "2019-11-02", "2020-11-01", "2024-06-01", "2024-08-05"]
    assert [only(claims, on).state for on in told] == [
        State.TO_OPEN,
        State.OPENS,
        State.OPERATES,
        State.TO_HAND_OVER,
        State.HANDED_OVER,
    ]
    assert only(claims, "2024-08-05").target == "NE"


def test_a_turn_is_carried_forward_until_the_opposite_is_told():
    claims = [
        claim("toward", "2014-04-28", actor="PH", host="PH", target="US"),
        claim("away", "2020-02-11", actor="PH", host="PH", target="US"),
        claim("toward", "2021-07-30", actor="PH", host="PH", target="US"),
    ]
    days = ["2014-04-27", "2019-01-01", "2020-02-11", "2022-01-01"]
    assert [[state for state, _ in states(claims, on)] for on in days] == [
        [],
        [State.TOWARD],
        [State.AWAY],
        [State.TOWARD],
    ]


def test_a_turn_that_is_only_intended_is_planned():
    claims = [claim("toward", "2024-04-15", actor="NE", target="CN", modality="negotiated")]
    assert states(claims, "2024-05-01") == [(State.TOWARD, Certainty.PLANNED)]


def test_a_review_by_a_person_is_kept():
    assert only([claim("present", "2024-04-20", review="edited")], "2024-05-01").review == (
        "accepted"
    )
    assert only([claim("present", "2024-04-20")], "2024-05-01").review == "suggested"
