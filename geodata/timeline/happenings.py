"""Happenings: the events of the facts, with their uncertain dates, as known by some day."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date

from geodata.domain.claims import ClaimId, Modality
from geodata.domain.documents import DocumentId
from geodata.domain.episodes import State
from geodata.domain.facts import Fact
from geodata.domain.times import Days, Precision, UncertainDate
from geodata.timeline.meeting import Change, Signal, by_day
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


class Log:
    """Writes down the events of a fact while more and more of its sources become known."""

    def __init__(self, fact: Fact) -> None:
        self._fact = fact
        self._begun: dict[_Trace, tuple[Signal, date]] = {}
        self._done: list[Happening] = []

    def change(self, change: Change, known_from: date) -> None:
        """Take up what became known on a day; what the days leave as it was goes on."""
        new = {_trace(signal): signal for signal in change.new if _is_step(signal)}
        gone = sorted((signal for signal in change.gone if _is_step(signal)), key=by_day)
        for trace in map(_trace, gone):
            if trace not in new:
                signal, since = self._begun.pop(trace)
                self._done.append(self._happening(signal, since, known_from))
        for trace, signal in new.items():
            self._begun.setdefault(trace, (signal, known_from))

    def happenings(self) -> tuple[Happening, ...]:
        """Return all, those that still stand last."""
        standing = sorted(self._begun.values(), key=lambda item: by_day(item[0]))
        last = (self._happening(signal, since, date.max) for signal, since in standing)
        return (*self._done, *last)

    def _happening(self, signal: Signal, since: date, until: date) -> Happening:
        return _happening(self._fact, signal, days_between(since, until))


def steps_of(fact: Fact, signals: Iterable[Signal]) -> tuple[Happening, ...]:
    """Return the events among signals of which all is known, each since its first source."""
    found = []
    for signal in filter(_is_step, signals):
        first = min(reading.known_from or date.min for reading in signal.readings)
        found.append(_happening(fact, signal, days_between(first, date.max)))
    return tuple(found)


def days_between(start: date, end: date) -> Days:
    """Return the days, with the first and last day of the calendar as open ends."""
    return Days(None if start == date.min else start, None if end == date.max else end)


def _is_step(signal: Signal) -> bool:
    return signal.stage is not None and signal.stage is not Stage.ON


def _trace(signal: Signal) -> _Trace:
    """Return what makes two signals of one fact the same, cheaper than all of it."""
    return signal.stage, signal.earliest, signal.day, signal.ranks


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
