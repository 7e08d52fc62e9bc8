"""Readings: what a claim says of its fact, at which stage, and from which day that is certain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from geodata.domain.claims import PLANNED_STATUSES, Claim, ClaimKind, Modality, Status
from geodata.domain.episodes import State
from geodata.domain.facts import Fact
from geodata.domain.times import UncertainDate
from geodata.timeline.stages import PLANS, Stage

_MEANING: dict[Status, tuple[Stage, State]] = {
    Status.TO_OPEN: (Stage.PLANNED_IN, State.TO_OPEN),
    Status.OPENS: (Stage.IN, State.OPENS),
    Status.OPERATES: (Stage.ON, State.OPERATES),
    Status.TO_CLOSE: (Stage.PLANNED_OUT, State.TO_CLOSE),
    Status.CLOSES: (Stage.OUT, State.CLOSED),
    Status.TO_HAND_OVER: (Stage.PLANNED_OUT, State.TO_HAND_OVER),
    Status.HANDED_OVER: (Stage.OUT, State.HANDED_OVER),
    Status.TO_ARRIVE: (Stage.PLANNED_IN, State.TO_ARRIVE),
    Status.ARRIVES: (Stage.IN, State.ARRIVING),
    Status.PRESENT: (Stage.ON, State.PRESENT),
    Status.TO_WITHDRAW: (Stage.PLANNED_OUT, State.TO_WITHDRAW),
    Status.WITHDRAWS: (Stage.LEAVING, State.WITHDRAWING),
    Status.TOWARD: (Stage.TOWARD, State.TOWARD),
    Status.AWAY: (Stage.AWAY, State.AWAY),
    Status.COUP: (Stage.COUP, State.COUP),
}

# What is planned, asked for or talked about has not happened, whatever the verb.
_INTENTIONS = frozenset(
    {Modality.PLANNED, Modality.ORDERED, Modality.AGREED, Modality.DEMANDED, Modality.NEGOTIATED}
)
_INTENDED: dict[Status, Status] = {
    Status.OPENS: Status.TO_OPEN,
    Status.OPERATES: Status.TO_OPEN,
    Status.CLOSES: Status.TO_CLOSE,
    Status.HANDED_OVER: Status.TO_HAND_OVER,
    Status.ARRIVES: Status.TO_ARRIVE,
    Status.PRESENT: Status.TO_ARRIVE,
    Status.WITHDRAWS: Status.TO_WITHDRAW,
}
_STATES_OF_REST = frozenset({Status.PRESENT, Status.OPERATES})


@dataclass(frozen=True, slots=True)
class Reading:
    """
    What one claim says of its fact.

    Args:
        claim: The claim.
        stage: The stage it puts the fact in; None for a denial.
        state: The state that is drawn for it.
        earliest: First day on which it may hold, None where nothing bounds it below.
        day: First day on which it certainly holds, None where nothing tells.
        due: The last day to which it is due to be done, with its uncertainty, or None.
        is_undated: Whether only the publication dates it.
        known_from: First day on which it could certainly be read; None where no source of the
            project has a date.
        rank: Its place among the readings of its fact, by publication; no two have the same.
    """

    claim: Claim
    stage: Stage | None
    state: State
    earliest: date | None
    day: date | None
    due: UncertainDate | None
    is_undated: bool
    known_from: date | None
    rank: int = 0


def newest_publication(facts: Iterable[Fact]) -> date | None:
    """Return the last day on which one of the dated sources may have appeared, or None."""
    days = (
        claim.reported.latest or claim.reported.earliest for fact in facts for claim in fact.claims
    )
    return max((day for day in days if day), default=None)


def read_claims(fact: Fact, newest: date | None) -> tuple[Reading, ...]:
    """
    Read all claims of a fact, in the order of their publications.

    Args:
        fact: The fact.
        newest: When the newest source appeared: a source without a date is certainly known only
            once all sources are taken.
    """
    readings: list[Reading] = []
    for claim in sorted(fact.claims, key=_by_publication):
        readings.extend(_readings_of(claim, newest, len(readings)))
    return tuple(readings)


def _by_publication(claim: Claim) -> tuple[date, date, str, int, str]:
    return (
        claim.reported.latest or date.max,
        claim.reported.earliest or date.max,
        claim.document_id,
        claim.evidence[0].start,
        claim.id,
    )


def _readings_of(claim: Claim, newest: date | None, rank: int) -> list[Reading]:
    # An article without a date borrows none: on which day it speaks of stays open.
    limit = claim.reported.latest
    status, is_intended = _status_of(claim, limit)
    stage, state = _stage_of(claim, status, is_intended=is_intended)
    when = _when(claim.begins, limit)
    reading = Reading(
        claim=claim,
        stage=None if claim.modality is Modality.DENIED else stage,
        state=state,
        earliest=when.earliest,
        day=when.latest,
        due=_due(claim, stage, limit),
        is_undated=_is_undated(claim.begins, limit),
        known_from=limit or newest,
        rank=rank,
    )
    ended = _end_of(claim, reading, limit)
    return [reading, ended] if ended else [reading]


def _status_of(claim: Claim, limit: date | None) -> tuple[Status, bool]:
    """Return the status, as a plan where the event is intended or lies after the publication."""
    is_intended = _is_after(claim.begins, limit) or (
        claim.modality in _INTENTIONS and claim.status not in _STATES_OF_REST
    )
    if is_intended:
        return _INTENDED.get(claim.status, claim.status), True
    return claim.status, claim.status in PLANNED_STATUSES


def _stage_of(claim: Claim, status: Status, *, is_intended: bool) -> tuple[Stage, State]:
    stage, state = _MEANING[status]
    if claim.kind is ClaimKind.ALIGNMENT and is_intended:
        return Stage.PLANNED_LEAN, state
    if status is Status.WITHDRAWS and _is_completed(claim):
        return Stage.OUT, State.GONE
    return stage, state


def _is_completed(claim: Claim) -> bool:
    """Say whether the source says that the last have left; in doubt it does not."""
    if claim.event:
        return claim.event.endswith("completed")
    return any("complet" in reason.casefold() for reason in claim.reasons)


def _when(begins: UncertainDate, limit: date | None) -> UncertainDate:
    """
    Return the days on which it may have begun to hold, as far as its publication allows.

    What a source tells as happened or announced came before it appeared. Without any date it
    holds from the publication on, and nothing is said of the days before.
    """
    if _is_undated(begins, limit):
        return UncertainDate(None, limit)
    ends = [day for day in (begins.latest, limit) if day]
    return UncertainDate(begins.earliest, min(ends) if ends else None)


def _is_undated(begins: UncertainDate, limit: date | None) -> bool:
    """Say whether only the publication dates it: “had been ordered”, on some day before that."""
    is_open = begins.earliest is None and bool(begins.latest and limit and begins.latest >= limit)
    return is_open or _is_after(begins, limit) or not begins.is_known


def _due(claim: Claim, stage: Stage, limit: date | None) -> UncertainDate | None:
    if stage not in PLANS and stage is not Stage.LEAVING:
        return None
    if claim.deadline is not None and claim.deadline.is_known:
        return claim.deadline
    if claim.ends is not None and claim.ends.is_known and _is_after(claim.ends, limit):
        return claim.ends
    last = claim.begins.latest
    return claim.begins if stage in PLANS and limit and last and last > limit else None


def _is_after(when: UncertainDate, limit: date | None) -> bool:
    first = when.earliest or when.latest
    return bool(limit and first and first > limit)


def _end_of(claim: Claim, reading: Reading, limit: date | None) -> Reading | None:
    """Return what the claim's own end says: “from 2013 to 2022” is gone after 2022."""
    if reading.stage not in {Stage.IN, Stage.ON, Stage.LEAVING} or claim.ends is None:
        return None
    if not claim.ends.is_known or _is_after(claim.ends, limit):
        return None
    ended = _when(claim.ends, limit)
    if ended.latest and reading.day and ended.latest < reading.day:
        return None
    state = State.CLOSED if claim.kind is ClaimKind.BASE else State.GONE
    return Reading(
        claim=claim,
        stage=Stage.OUT,
        state=state,
        earliest=ended.earliest,
        day=ended.latest,
        due=None,
        is_undated=False,
        known_from=reading.known_from,
        rank=reading.rank + 1,
    )
