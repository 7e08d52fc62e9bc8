"""Happenings: the events of the facts, with their uncertain dates, as known by some day."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from geodata.domain.claims import ClaimId, Modality
from geodata.domain.documents import DocumentId
from geodata.domain.episodes import State
from geodata.domain.facts import Fact
from geodata.domain.times import Days, Precision, UncertainDate
from geodata.timeline.compiling import days_between, known_spans
from geodata.timeline.meeting import Signal, meet_readings
from geodata.timeline.readings import newest_publication, read_claims
from geodata.timeline.stages import Stage

_Trace = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """
    Something that happened or was announced, as told by the sources known in a span of days.

    Args:
        fact: The fact that it moves.
        stage: Where it leads.
        state: What is drawn for it: for a turn that is only intended, its direction.
        event: The lexicon's finer word, or empty.
        when: On which day; the range shrinks as more is known. The earliest day is None where
            nothing bounds it below.
        known: Between which publications this is what is known of it.
        modality: In what voice the newest source tells it.
        due: Last day by which it is due to be done, or None.
        is_undated: Whether only the publication dates it.
        is_disputed: Whether sources give dates for it that exclude each other.
        claim_ids: What it rests on.
        document_ids: The sources.
    """

    # Its claims tell which fact it is; to compare facts would compare all their claims.
    fact: Fact = field(compare=False)
    stage: Stage
    state: State
    event: str
    when: UncertainDate
    known: Days
    modality: Modality
    due: date | None
    is_undated: bool
    is_disputed: bool
    claim_ids: tuple[ClaimId, ...]
    document_ids: tuple[DocumentId, ...]


def compile_happenings(facts: Iterable[Fact], newest: date | None = None) -> tuple[Happening, ...]:
    """
    Return the events and announcements of all facts; presence alone is no event.

    Args:
        facts: What `gather_facts` returns.
        newest: As for `compile_episodes`.
    """
    taken = tuple(facts)
    newest = newest or newest_publication(taken)
    return tuple(item for fact in taken for item in _happenings_of(fact, newest))


def final_happenings(facts: Iterable[Fact], newest: date | None = None) -> tuple[Happening, ...]:
    """Return the events as known once all sources are taken, each since its first source."""
    taken = tuple(facts)
    newest = newest or newest_publication(taken)
    found = []
    for fact in taken:
        for signal in meet_readings(read_claims(fact, newest)):
            if _is_step(signal):
                first = min(reading.known_from or date.min for reading in signal.readings)
                found.append(_happening(fact, signal, days_between(first, date.max)))
    return tuple(found)


def _happenings_of(fact: Fact, newest: date | None) -> Iterator[Happening]:
    begun: dict[_Trace, tuple[Signal, date]] = {}
    for known, signals in known_spans(read_claims(fact, newest)):
        start = known.start or date.min
        told = {_trace(signal): signal for signal in signals if _is_step(signal)}
        for trace in [trace for trace in begun if trace not in told]:
            signal, since = begun.pop(trace)
            yield _happening(fact, signal, days_between(since, start))
        begun = {trace: begun.get(trace, (signal, start)) for trace, signal in told.items()}
    for signal, since in begun.values():
        yield _happening(fact, signal, days_between(since, date.max))


def _is_step(signal: Signal) -> bool:
    return signal.stage is not None and signal.stage is not Stage.ON


def _trace(signal: Signal) -> _Trace:
    """Return what makes two signals of one fact the same, cheaper than all of it."""
    ids = tuple(id(reading) for reading in signal.readings)
    return signal.stage, signal.earliest, signal.day, ids


def _happening(fact: Fact, signal: Signal, known: Days) -> Happening:
    claims = [reading.claim for reading in signal.readings]
    due = signal.due
    return Happening(
        fact=fact,
        stage=signal.stage or Stage.ON,
        state=signal.state,
        event=signal.event,
        when=_when(signal),
        known=known,
        modality=claims[-1].modality,
        due=(due.latest or due.earliest) if due else None,
        is_undated=signal.is_undated,
        is_disputed=signal.is_disputed,
        claim_ids=tuple(dict.fromkeys(claim.id for claim in claims)),
        document_ids=tuple(dict.fromkeys(claim.document_id for claim in claims)),
    )


def _when(signal: Signal) -> UncertainDate:
    first = None if signal.is_open else signal.earliest
    last = None if signal.day == date.max else signal.day
    return UncertainDate(first, last, Precision.DAY if first == last else Precision.INTERVAL)
