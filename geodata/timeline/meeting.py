"""Signals: the readings of several claims about the same event, with their dates met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

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


class Meeting:
    """
    Joins readings about the same event, as more and more of them become known.

    Dates that agree are met: “in April” and “19 April” are one 19 April. Dates that exclude
    each other are kept side by side and marked as disputed, unless they lie so far apart that
    they are two events. What attests a state, or announces a plan, keeps its own day.
    """

    def __init__(self) -> None:
        self._groups: defaultdict[_Group, list[Reading]] = defaultdict(list)
        self._met: dict[_Group, list[Signal]] = {}
        self._single: list[Signal] = []

    def add(self, readings: Iterable[Reading]) -> None:
        """Take up readings; what they do not concern stays the very same signals."""
        changed = set()
        for reading in readings:
            if reading.stage in EVENTS:
                group = _group_of(reading)
                self._groups[group].append(reading)
                changed.add(group)
            else:
                self._single.append(_signal(_range_of(reading), (reading,)))
        for group in changed:
            self._met[group] = _signals_of(self._groups[group])

    def signals(self) -> tuple[Signal, ...]:
        """Return all signals in the order of their days."""
        met = (signal for signals in self._met.values() for signal in signals)
        return tuple(sorted((*self._single, *met), key=_by_day))


def meet_readings(readings: Iterable[Reading]) -> tuple[Signal, ...]:
    """Return the signals of readings that are all known, in the order of their days."""
    meeting = Meeting()
    meeting.add(readings)
    return meeting.signals()


def _group_of(reading: Reading) -> _Group:
    # A pact revoked and troops expelled are two turns away; a withdrawal begins once, and one
    # source's takeover is another's coup.
    is_turn = reading.stage in {Stage.AWAY, Stage.TOWARD}
    return reading.stage, reading.claim.event if is_turn else ""


def _range_of(reading: Reading) -> UncertainDate:
    return UncertainDate(reading.earliest, reading.day)


def _signals_of(group: Sequence[Reading]) -> list[Signal]:
    if len(group) == 1:
        return [_signal(_range_of(group[0]), (group[0],))]
    clusters: list[tuple[UncertainDate, list[Reading]]] = []
    for reading in sorted(group, key=_narrowest_first):
        when = _range_of(reading)
        # News speaks of the latest event that its words allow.
        for place in sorted(
            range(len(clusters)), key=lambda i: _last(clusters[i][0]), reverse=True
        ):
            met = clusters[place][0].meet(when)
            if met is not None:
                clusters[place] = (met, [*clusters[place][1], reading])
                break
        else:
            clusters.append((when, [reading]))
    ranges = [when for when, _ in clusters]
    return [
        _signal(when, tuple(sorted(members, key=_by_news)), is_disputed=_is_disputed(when, ranges))
        for when, members in clusters
    ]


def _narrowest_first(reading: Reading) -> tuple[int, date, date, str]:
    first, last = reading.earliest or date.min, reading.day or date.max
    return (last - first).days, first, last, reading.claim.id


def _by_news(reading: Reading) -> tuple[date, str]:
    return reading.known_from or date.min, reading.claim.id


def _last(when: UncertainDate) -> date:
    return when.latest or date.max


def _is_disputed(when: UncertainDate, ranges: Sequence[UncertainDate]) -> bool:
    return any(other is not when and _is_near(when, other) for other in ranges)


def _is_near(one: UncertainDate, other: UncertainDate) -> bool:
    if None in {one.earliest, one.latest, other.earliest, other.latest}:
        return False
    first, second = sorted((one, other), key=_last)
    gap = (second.earliest or date.max) - (first.latest or date.min)
    return gap <= _SAME_EVENT_DAYS


def _signal(
    when: UncertainDate, readings: tuple[Reading, ...], *, is_disputed: bool = False
) -> Signal:
    day = when.latest or date.max
    newest = readings[-1]
    # Without any date at all it may have held on any day.
    earliest = when.earliest or (date.min if when.latest is None else day)
    dues = [reading.due for reading in readings if reading.due]
    return Signal(
        stage=newest.stage,
        state=_state_of(readings),
        event=newest.claim.event,
        earliest=earliest,
        day=day,
        due=dues[-1] if dues else None,
        is_open=when.earliest is None,
        is_undated=all(reading.is_undated for reading in readings),
        is_disputed=is_disputed,
        readings=readings,
    )


def _state_of(readings: Sequence[Reading]) -> State:
    """A base that is handed over is also closed to its operator: the finer word is drawn."""
    states = {reading.state for reading in readings}
    return State.HANDED_OVER if State.HANDED_OVER in states else readings[-1].state


def _by_day(signal: Signal) -> tuple[date, int, date, str]:
    # A denial needs something to deny: it comes last on its day.
    rank = signal.stage if signal.stage is not None else len(Stage) + 1
    return signal.day, rank, signal.earliest, signal.readings[0].claim.id
