"""Facts -> episodes: what is drawn, as rectangles of valid and known time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from geodata.domain.claims import ClaimId, Review, Status
from geodata.domain.documents import DocumentId
from geodata.domain.episodes import Certainty, CountRange, Episode, EpisodeId, State
from geodata.domain.facts import Fact
from geodata.domain.times import Days
from geodata.timeline.counting import counts_at, differ_beyond_hedging, range_of
from geodata.timeline.gathering import target_name
from geodata.timeline.meeting import Meeting, Signal
from geodata.timeline.phases import Stretch, walk_days
from geodata.timeline.readings import Reading, newest_publication, read_claims

_Trace = tuple[Hashable, ...]

_HAND_OVERS = frozenset({Status.TO_HAND_OVER, Status.HANDED_OVER})
_CONFIRMED = frozenset({Review.ACCEPTED, Review.EDITED})


@dataclass(frozen=True, slots=True)
class _Look:
    """Everything of an episode but its fact, its known time and its id."""

    valid: Days
    target: str | None
    state: State
    certainty: Certainty
    count: CountRange | None
    deadline: date | None
    attested: tuple[date, ...]
    claim_ids: tuple[ClaimId, ...]
    document_ids: tuple[DocumentId, ...]
    review: Review
    event: str
    is_disputed: bool


def compile_episodes(facts: Iterable[Fact], newest: date | None = None) -> tuple[Episode, ...]:
    """
    Compile what is drawn of each fact into rectangles of valid and known time.

    For every day on which a source certainly was out, the states of the fact are made from the
    sources out by then; what stays the same from one such day to the next is one rectangle.

    Args:
        facts: What `gather_facts` returns.
        newest: When the newest source of the project appeared; taken from the facts when None.
            Claims of a source without a date are known only from then on.

    Returns:
        Episodes in order of fact, known and valid time. Those of one fact never overlap.
    """
    taken = tuple(facts)
    newest = newest or newest_publication(taken)
    return tuple(episode for fact in taken for episode in _compile(fact, newest))


def known_spans(readings: Iterable[Reading]) -> Iterator[tuple[Days, tuple[Signal, ...]]]:
    """Yield the spans of known time between publications, each with what is known in it."""
    told: defaultdict[date, list[Reading]] = defaultdict(list)
    for reading in readings:
        told[reading.known_from or date.min].append(reading)
    starts = sorted(told)
    meeting = Meeting()
    for start, end in zip(starts, [*starts[1:], date.max], strict=True):
        meeting.add(told[start])
        yield days_between(start, end), meeting.signals()


def days_between(start: date, end: date) -> Days:
    """Return the days, with the first and last day of the calendar as open ends."""
    return Days(None if start == date.min else start, None if end == date.max else end)


def _compile(fact: Fact, newest: date | None) -> Iterator[Episode]:
    begun: dict[_Trace, tuple[_Look, date | None]] = {}
    done: list[tuple[_Look, Days]] = []
    for known, signals in known_spans(read_claims(fact, newest)):
        stretches = {_trace(stretch): stretch for stretch in walk_days(signals, fact.kind)}
        ended = [trace for trace in begun if trace not in stretches]
        for look, since in map(begun.pop, ended):
            done.append((look, Days(since, known.start)))
        begun = {
            trace: begun.get(trace) or (_look(stretch), known.start)
            for trace, stretch in stretches.items()
        }
    done.extend((look, Days(since, None)) for look, since in begun.values())
    for look, span in sorted(done, key=_corner):
        yield _episode(fact, look, span)


def _trace(stretch: Stretch) -> _Trace:
    """Return what makes two stretches of one fact the same, cheaper than all of it."""
    signals = (*stretch.attesting, *stretch.possible)
    return (
        stretch.start,
        stretch.end,
        stretch.state,
        stretch.certainty,
        stretch.due,
        stretch.is_disputed,
        tuple(signal.day for signal in stretch.attesting),
        tuple(id(reading) for signal in signals for reading in signal.readings),
    )


def _corner(item: tuple[_Look, Days]) -> tuple[date, date]:
    look, known = item
    return known.start or date.min, look.valid.start or date.min


def _look(stretch: Stretch) -> _Look:
    readings = _readings_of((*stretch.attesting, *stretch.possible))
    claims = [reading.claim for reading in readings]
    counts = counts_at(stretch.stage, readings)
    handed_to = [claim.target for claim in claims if claim.target and claim.status in _HAND_OVERS]
    return _Look(
        valid=days_between(stretch.start, stretch.end),
        target=target_name(handed_to[-1]) if handed_to else None,
        state=stretch.state,
        certainty=stretch.certainty,
        count=range_of(counts),
        deadline=stretch.due,
        attested=tuple(sorted({signal.day for signal in stretch.attesting})),
        claim_ids=tuple(dict.fromkeys(claim.id for claim in claims)),
        document_ids=tuple(dict.fromkeys(claim.document_id for claim in claims)),
        review=Review.ACCEPTED
        if any(claim.review in _CONFIRMED for claim in claims)
        else Review.SUGGESTED,
        event=_event_of(stretch, readings),
        is_disputed=stretch.is_disputed or differ_beyond_hedging(counts),
    )


def _readings_of(signals: Sequence[Signal]) -> list[Reading]:
    """Return what the signals rest on, by publication."""
    readings = {id(reading): reading for signal in signals for reading in signal.readings}
    return sorted(readings.values(), key=_by_publication)


def _by_publication(reading: Reading) -> tuple[date, date, str, int, str]:
    claim = reading.claim
    return (
        claim.reported.latest or date.max,
        claim.reported.earliest or date.max,
        claim.document_id,
        claim.evidence[0].start,
        claim.id,
    )


def _event_of(stretch: Stretch, readings: Sequence[Reading]) -> str:
    events = [reading.claim.event for reading in readings if reading.stage is stretch.stage]
    return next((event for event in reversed(events) if event), "")


def _episode(fact: Fact, look: _Look, known: Days) -> Episode:
    return Episode(
        id=EpisodeId(f"{fact.id}@{look.valid.start or '-'}~{known.start or '-'}"),
        fact_id=fact.id,
        kind=fact.kind,
        actor=fact.actor,
        host=fact.host,
        place=fact.place,
        target=fact.target or look.target,
        state=look.state,
        certainty=look.certainty,
        valid=look.valid,
        known=known,
        count=look.count,
        deadline=look.deadline,
        attested=look.attested,
        claim_ids=look.claim_ids,
        document_ids=look.document_ids,
        review=look.review,
        event=look.event,
        is_disputed=look.is_disputed,
    )
