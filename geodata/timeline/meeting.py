"""Signals: the readings of several claims about the same event, with their dates met."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter
from typing import NamedTuple

from geodata.domain.episodes import State
from geodata.domain.times import UncertainDate
from geodata.timeline.readings import Reading
from geodata.timeline.stages import EVENTS, Stage

# Two dates further apart than this are two events, not two opinions on one.
_SAME_EVENT_DAYS = timedelta(days=60)

_Group = tuple[Stage | None, str]


@dataclass(frozen=True, slots=True)
class Signal:
    """
    Something that moves a fact from one stage to another, or attests the one it is in.

    Args:
        stage: The stage; None for a denial.
        state: The state that is drawn for it.
        event: The lexicon's finer word, or empty.
        earliest: First day on which it may hold, `day` where nothing is drawn before.
        day: First day on which it certainly holds; `date.max` where that is never certain.
        due: The last day to which it is due to be done, or None.
        is_open: Whether nothing bounds it below: it may be much older than `earliest`.
        is_undated: Whether publications alone date it.
        is_disputed: Whether sources give dates for it that exclude each other.
        readings: What it rests on.
        ranks: Those of the readings.
    """

    stage: Stage | None
    state: State
    event: str
    earliest: date
    day: date
    due: UncertainDate | None
    is_open: bool
    is_undated: bool
    is_disputed: bool
    readings: tuple[Reading, ...]
    ranks: tuple[int, ...]


class Change(NamedTuple):
    """What new readings do to the signals: those that no longer stand, and those that do anew."""

    gone: list[Signal]
    new: list[Signal]


class _Range(NamedTuple):
    """A reading's days, both inclusive; `date.min` and `date.max` are open ends."""

    first: date
    last: date
    reading: Reading

    @property
    def narrowness(self) -> tuple[timedelta, date, date, str]:
        return self.last - self.first, self.first, self.last, self.reading.claim.id


@dataclass(slots=True)
class _Cluster:
    """Readings that can speak of one event, and the days that all of them allow."""

    first: date
    last: date
    readings: list[Reading]

    @property
    def is_bounded(self) -> bool:
        return self.first != date.min and self.last != date.max


class Meeting:
    """
    Joins readings about the same event, as more and more of them become known.

    Dates that agree are met: “in April” and “19 April” are one 19 April. Dates that exclude
    each other are kept side by side and marked as disputed, unless they lie so far apart that
    they are two events. What attests a state, or announces a plan, keeps its own day.
    """

    def __init__(self) -> None:
        self._groups: defaultdict[_Group, list[_Range]] = defaultdict(list)
        self._met: dict[_Group, list[Signal]] = {}
        self._single: list[Signal] = []

    def add(self, readings: Iterable[Reading]) -> Change:
        """Take up readings; what they do not concern stays the very same signals."""
        change = Change([], [])
        changed = set()
        for reading in readings:
            told = _Range(reading.earliest or date.min, reading.day or date.max, reading)
            if reading.stage in EVENTS:
                group = _group_of(reading)
                insort(self._groups[group], told, key=attrgetter("narrowness"))
                changed.add(group)
            else:
                change.new.append(_signal(told.first, told.last, (reading,)))
        self._single += change.new
        for group in changed:
            before = {(s.ranks, s.is_disputed): s for s in self._met.get(group, ())}
            met = self._met[group] = _signals_of(self._groups[group], before)
            change.new.extend(s for s in met if before.get((s.ranks, s.is_disputed)) is not s)
            kept = set(map(id, met))
            change.gone.extend(s for s in before.values() if id(s) not in kept)
        return change

    def signals(self) -> tuple[Signal, ...]:
        """Return all signals in the order of their days."""
        met = (signal for signals in self._met.values() for signal in signals)
        return tuple(sorted((*self._single, *met), key=by_day))


def meet_readings(readings: Iterable[Reading]) -> tuple[Signal, ...]:
    """Return the signals of readings that are all known, in the order of their days."""
    meeting = Meeting()
    meeting.add(readings)
    return meeting.signals()


def by_day(signal: Signal) -> tuple[date, int, date, str]:
    """Return what orders the signals of a fact."""
    # A denial needs something to deny: it comes last on its day.
    rank = signal.stage if signal.stage is not None else len(Stage) + 1
    return signal.day, rank, signal.earliest, signal.readings[0].claim.id


def _group_of(reading: Reading) -> _Group:
    # A pact revoked and troops expelled are two turns away; a withdrawal begins once, and one
    # source's takeover is another's coup.
    is_turn = reading.stage in {Stage.AWAY, Stage.TOWARD}
    return reading.stage, reading.claim.event if is_turn else ""


def _signals_of(
    group: Sequence[_Range], before: Mapping[tuple[tuple[int, ...], bool], Signal]
) -> list[Signal]:
    """Return the signals of an event's readings, narrowest first, with those of before kept."""
    clusters: list[_Cluster] = []
    for first, last, reading in group:
        # News speaks of the latest event that its words allow.
        newest: _Cluster | None = None
        for cluster in clusters:
            is_allowed = cluster.first <= last and first <= cluster.last
            if is_allowed and (newest is None or cluster.last > newest.last):
                newest = cluster
        if newest is None:
            clusters.append(_Cluster(first, last, [reading]))
        else:
            newest.first, newest.last = max(newest.first, first), min(newest.last, last)
            newest.readings.append(reading)
    signals = []
    for cluster in clusters:
        readings = tuple(sorted(cluster.readings, key=_by_news))
        is_disputed = len(clusters) > 1 and _is_disputed(cluster, clusters)
        former = before.get((tuple(r.rank for r in readings), is_disputed))
        signals.append(
            former or _signal(cluster.first, cluster.last, readings, is_disputed=is_disputed)
        )
    return signals


def _by_news(reading: Reading) -> tuple[date, str]:
    return reading.known_from or date.min, reading.claim.id


def _is_disputed(cluster: _Cluster, clusters: Sequence[_Cluster]) -> bool:
    return cluster.is_bounded and any(
        other is not cluster and other.is_bounded and _gap(cluster, other) <= _SAME_EVENT_DAYS
        for other in clusters
    )


def _gap(one: _Cluster, other: _Cluster) -> timedelta:
    return other.first - one.last if one.last <= other.last else one.first - other.last


def _signal(
    first: date, last: date, readings: tuple[Reading, ...], *, is_disputed: bool = False
) -> Signal:
    newest = readings[-1]
    is_open = first == date.min
    dues = [reading.due for reading in readings if reading.due]
    return Signal(
        stage=newest.stage,
        state=_state_of(readings),
        event=newest.claim.event,
        # Without any date at all it may have held on any day.
        earliest=last if is_open and last != date.max else first,
        day=last,
        due=dues[-1] if dues else None,
        is_open=is_open,
        is_undated=all(reading.is_undated for reading in readings),
        is_disputed=is_disputed,
        readings=readings,
        ranks=tuple(reading.rank for reading in readings),
    )


def _state_of(readings: Sequence[Reading]) -> State:
    """A base that is handed over is also closed to its operator: the finer word is drawn."""
    states = {reading.state for reading in readings}
    return State.HANDED_OVER if State.HANDED_OVER in states else readings[-1].state
