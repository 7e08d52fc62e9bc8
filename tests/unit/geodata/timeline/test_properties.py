"""What must hold for any claims: against a rule that simulates every single day."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from timeline_builders import claim

from geodata.domain.claims import Status
from geodata.domain.episodes import Certainty, State
from geodata.timeline import compile_episodes, frame, gather_facts
from geodata.timeline.meeting import meet_readings
from geodata.timeline.readings import newest_publication, read_claims
from geodata.timeline.stages import Stage, move_on

FIRST = date(2024, 1, 1)
_DAYS = st.integers(0, 120).map(lambda shift: FIRST + timedelta(days=shift))
_STATUSES = {
    "troops": ["to_arrive", "arrives", "present", "to_withdraw", "withdraws"],
    "base": ["to_open", "opens", "operates", "to_close", "closes", "to_hand_over", "handed_over"],
    "alignment": ["toward", "away"],
}


def _range(draw, chance) -> str | None:
    if not draw(chance):
        return None
    first = draw(_DAYS)
    last = first + timedelta(days=draw(st.sampled_from([0, 0, 0, 5, 40])))
    return f"{first}..{last}"


@st.composite
def any_claim(draw, kind="troops"):
    status = draw(st.sampled_from(_STATUSES[kind]))
    alignment = {"actor": "NE", "target": "RU"} if kind == "alignment" else {}
    return claim(
        status,
        _range(draw, st.sampled_from([True, True, True, False])),
        reported=_range(draw, st.sampled_from([True] * 7 + [False])),
        deadline=_range(draw, st.sampled_from([True, False])),
        ends=_range(draw, st.sampled_from([True, False, False, False])),
        count=draw(st.sampled_from([None, "100", "900-1100", "1001+"])),
        event=draw(st.sampled_from(["", "withdrawal_begun", "withdrawal_completed"])),
        modality=draw(st.sampled_from(["asserted", "asserted", "planned", "denied"])),
        source=draw(st.sampled_from(["one", "two", "three"])),
        **alignment,
    )


_CLAIMS = st.sampled_from(list(_STATUSES)).flatmap(
    lambda kind: st.lists(any_claim(kind), min_size=1, max_size=7)
)


def _taken_day_by_day(signals, on):
    """Return stage, certainty, due day and what may already be, by living through every day."""
    stage = due = None
    since = date.min
    start = min((s.day for s in signals if s.day < date.max), default=on)
    for shift in range(max(0, (on - start).days + 1)):
        today = start + timedelta(days=shift)
        if stage is Stage.IN and (today - since).days >= 30:
            stage, due = Stage.ON, None
        for signal in (s for s in signals if s.day == today and s.stage is not None):
            due_day = due and (due.latest or due.earliest)
            is_overdue = bool(due_day and today > due_day)
            move = move_on(stage, signal.stage, is_undated=signal.is_undated, is_overdue=is_overdue)
            if move:
                is_begun = stage is Stage.PLANNED_OUT and move.stage is Stage.LEAVING
                due = due if is_begun and not move.is_new else None
                stage, since = move.stage, today
            elif signal.stage is stage:
                since = today
            going = {Stage.PLANNED_OUT, Stage.LEAVING}
            if signal.due and (signal.stage is stage or {signal.stage, stage} <= going):
                due = (due.meet(signal.due) if due else None) or signal.due
    due_day = due and (due.latest or due.earliest)
    possible = stage
    for signal in sorted(signals, key=lambda s: s.day):
        if signal.stage is not None and signal.earliest <= on < signal.day:
            move = move_on(possible, signal.stage, is_undated=False, is_overdue=False)
            possible = move.stage if move else possible
    if possible is not stage:
        return possible, Certainty.POSSIBLE, None
    if stage is None:
        return None
    if due_day and on > due_day:
        return stage, Certainty.UNCONFIRMED, due_day
    is_plan = stage in {Stage.PLANNED_IN, Stage.PLANNED_OUT, Stage.PLANNED_LEAN}
    return stage, Certainty.PLANNED if is_plan else Certainty.ATTESTED, due_day


_STAGE_OF = {
    State.TO_ARRIVE: Stage.PLANNED_IN,
    State.TO_OPEN: Stage.PLANNED_IN,
    State.ARRIVING: Stage.IN,
    State.OPENS: Stage.IN,
    State.PRESENT: Stage.ON,
    State.OPERATES: Stage.ON,
    State.TO_WITHDRAW: Stage.PLANNED_OUT,
    State.TO_CLOSE: Stage.PLANNED_OUT,
    State.TO_HAND_OVER: Stage.PLANNED_OUT,
    State.WITHDRAWING: Stage.LEAVING,
    State.GONE: Stage.OUT,
    State.CLOSED: Stage.OUT,
    State.HANDED_OVER: Stage.OUT,
    State.TOWARD: Stage.TOWARD,
    State.AWAY: Stage.AWAY,
}


@settings(max_examples=300, deadline=None)
@given(_CLAIMS, _DAYS, _DAYS)
def test_every_frame_is_what_living_through_the_days_gives(claims, on, known_by):
    (fact,) = gather_facts(claims)
    known = [
        reading
        for reading in read_claims(fact, newest_publication([fact]))
        if reading.known_from is None or reading.known_from <= known_by
    ]
    expected = _taken_day_by_day(meet_readings(known), on)
    drawn = frame(compile_episodes([fact]), on, known_by)
    found = [(_STAGE_OF[e.state], e.certainty, e.deadline) for e in drawn]
    if expected and expected[0] is Stage.PLANNED_LEAN:
        found = [(Stage.PLANNED_LEAN, certainty, due) for _, certainty, due in found]
    assert found == ([expected] if expected else [])


@settings(max_examples=200, deadline=None)
@given(_CLAIMS)
def test_episodes_of_one_fact_never_overlap(claims):
    episodes = compile_episodes(gather_facts(claims))
    for one, other in combinations(episodes, 2):
        assert one.id != other.id
        assert one.valid.meet(other.valid) is None or one.known.meet(other.known) is None


@settings(max_examples=200, deadline=None)
@given(_CLAIMS, _DAYS, _DAYS)
def test_nothing_rests_on_what_was_not_out_yet(claims, on, known_by):
    facts = gather_facts(claims)
    newest = newest_publication(facts)
    reported = {item.id: item.reported.latest or newest for item in claims}
    drawn = frame(compile_episodes(facts), on, known_by)
    for episode in drawn:
        assert episode.claim_ids
        for key in episode.claim_ids:
            assert reported[key] is None or reported[key] <= known_by
    early = [item for item in claims if (reported[item.id] or known_by) <= known_by]
    alone = frame(compile_episodes(gather_facts(early), newest), on, known_by)
    assert [_but_known(e) for e in alone] == [_but_known(e) for e in drawn]


@settings(max_examples=200, deadline=None)
@given(_CLAIMS, _DAYS)
def test_nobody_is_gone_unless_a_source_says_so(claims, known_by):
    by_id = {item.id: item for item in claims}
    leaving = {Status.WITHDRAWS, Status.CLOSES, Status.HANDED_OVER}
    for episode in compile_episodes(gather_facts(claims)):
        if episode.state in {State.GONE, State.CLOSED, State.HANDED_OVER}:
            told = [by_id[key] for key in episode.claim_ids]
            assert any(item.status in leaving or item.ends for item in told)
            assert episode.certainty in {Certainty.ATTESTED, Certainty.POSSIBLE}


@settings(max_examples=100, deadline=None)
@given(_CLAIMS, st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(claims, chance: random.Random):
    mixed = list(claims)
    chance.shuffle(mixed)
    assert compile_episodes(gather_facts(mixed)) == compile_episodes(gather_facts(claims))


@settings(max_examples=100, deadline=None)
@given(_CLAIMS)
def test_counts_span_no_more_than_the_sources_say(claims):
    by_id = {item.id: item for item in claims}
    for episode in compile_episodes(gather_facts(claims)):
        if episode.count:
            counts = [by_id[key].count for key in episode.claim_ids if by_id[key].count]
            assert episode.count.low in {count.low for count in counts}
            assert episode.count.high in {count.high for count in counts}


def _but_known(episode):
    return (
        episode.fact_id,
        episode.state,
        episode.certainty,
        episode.count,
        episode.deadline,
        episode.claim_ids,
        episode.attested,
        episode.is_disputed,
    )
