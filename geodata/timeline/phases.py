"""The life of one fact over valid time, from the signals that are known by some day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from geodata.domain.claims import ClaimKind
from geodata.domain.episodes import Certainty, State
from geodata.domain.times import UncertainDate
from geodata.timeline.meeting import Signal
from geodata.timeline.stages import LEANS, PLANS, Stage, move_on, settled_state

# How long an arrival or an opening is shown as such before it becomes mere presence.
_NEWS_DAYS = timedelta(days=30)
_ONE_DAY = timedelta(days=1)
_GOING = frozenset({Stage.PLANNED_OUT, Stage.LEAVING})


class Stretch(NamedTuple):
    """
    One state over the days `[start, end)`; `date.min` and `date.max` are open ends.

    Args:
        start: First day.
        end: Day after the last.
        stage: Where the fact stands.
        state: What is drawn.
        certainty: On what footing.
        due: Last day to which the state is due to change, or None.
        is_disputed: Whether sources disagree.
        attesting: What is certain of its phase up to the end of the stretch.
        possible: What may have happened already, for a state that is only possible.
    """

    start: date
    end: date
    stage: Stage
    state: State
    certainty: Certainty
    due: date | None
    is_disputed: bool
    attesting: tuple[Signal, ...]
    possible: tuple[Signal, ...]


@dataclass(slots=True)
class _Phase:
    """What is certain at some moment of the walk through the days."""

    stage: Stage
    state: State
    since: date
    is_disputed: bool = False
    due: UncertainDate | None = None
    due_said: date = date.min
    signals: list[Signal] = field(default_factory=list)

    @property
    def due_day(self) -> date | None:
        return (self.due.latest or self.due.earliest) if self.due else None

    def is_overdue(self, day: date) -> bool:
        return self.due_day is not None and day > self.due_day

    def certainty(self, day: date) -> Certainty:
        if self.is_overdue(day):
            return Certainty.UNCONFIRMED
        return Certainty.PLANNED if self.stage in PLANS else Certainty.ATTESTED

    def enter(self, stage: Stage, state: State, day: date) -> None:
        """Go on to another stage; only a departure that begins keeps its deadline."""
        if not (self.stage is Stage.PLANNED_OUT and stage is Stage.LEAVING):
            self.due = None
        self.stage, self.state, self.since = stage, state, day

    def add(self, signal: Signal) -> None:
        """Take a signal up as evidence of the phase."""
        if signal.stage is self.stage:
            self.state, self.since = _finer(self.state, signal.state), signal.day
        self.signals.append(signal)
        self.is_disputed |= signal.is_disputed
        is_same_way = signal.stage is self.stage or {signal.stage, self.stage} <= _GOING
        if signal.due and is_same_way:
            self._add_due(signal, signal.due)

    def _add_due(self, signal: Signal, due: UncertainDate) -> None:
        met = self.due.meet(due) if self.due else due
        # A deadline that is told later replaces one that it excludes.
        self.is_disputed |= met is None and signal.earliest <= self.due_said
        self.due, self.due_said = met or due, signal.day


class _View(NamedTuple):
    """What is drawn on a day: equal views on neighbouring days are one stretch."""

    phase_no: int
    stage: Stage
    state: State
    certainty: Certainty
    due: date | None
    is_disputed: bool
    possible: tuple[Signal, ...] = ()


def walk_days(signals: Sequence[Signal], kind: ClaimKind) -> tuple[Stretch, ...]:
    """
    Return the states of one fact in order of their days; they never overlap.

    Args:
        signals: In order of their days, as `meet_readings` gives them.
        kind: The fact's kind.
    """
    walk = _Walk(settled_state(kind))
    for day, begun, possible in _days_of_change(signals):
        walk.go_to(day, begun, possible)
    return walk.finish()


def _days_of_change(
    signals: Sequence[Signal],
) -> Iterator[tuple[date, list[Signal], tuple[Signal, ...]]]:
    """Yield each day that may change something, what begins on it, and what may have begun."""
    begun: dict[date, list[Signal]] = {}
    opened: dict[date, list[Signal]] = {}
    for signal in signals:
        begun.setdefault(signal.day, []).append(signal)
        if signal.earliest < signal.day:
            opened.setdefault(signal.earliest, []).append(signal)
    turns = {turn for signal in signals for turn in _turns_after(signal)}
    active: list[Signal] = []
    for day in sorted({*begun, *opened, *turns} - {date.max}):
        active = [signal for signal in active if signal.day > day]
        if day in opened:
            active = sorted([*active, *opened[day]], key=lambda signal: signal.day)
        yield day, begun.get(day, []), tuple(active)


def _turns_after(signal: Signal) -> Iterator[date]:
    if signal.stage is Stage.IN:
        yield _later(signal.day, _NEWS_DAYS)
    if signal.due:
        yield from (_later(d, _ONE_DAY) for d in (signal.due.earliest, signal.due.latest) if d)


class _Walk:
    """Goes from day to day and writes down what is drawn between them."""

    def __init__(self, settled: State) -> None:
        self._settled = settled
        self._phase: _Phase | None = None
        self._phase_no = 0
        self._view: _View | None = None
        self._since = date.min
        self._stretches: list[Stretch] = []

    def go_to(self, day: date, begun: Sequence[Signal], possible: Sequence[Signal]) -> None:
        """Apply what is certain from that day on, and look what is drawn then."""
        phase, told = self._phase, len(self._phase.signals) if self._phase else 0
        self._settle(day)
        for signal in begun:
            self._take(signal)
        view = self._see(day, possible)
        if view != self._view:
            self._close(day, phase.signals[:told] if phase else [])
            self._view, self._since = view, day

    def finish(self) -> tuple[Stretch, ...]:
        """Close the last stretch, and return all."""
        self._close(date.max, self._phase.signals if self._phase else [])
        return tuple(self._stretches)

    def _settle(self, day: date) -> None:
        phase = self._phase
        if phase and phase.stage is Stage.IN and day >= _later(phase.since, _NEWS_DAYS):
            phase.enter(Stage.ON, self._settled, phase.since)

    def _take(self, signal: Signal) -> None:
        phase = self._phase
        if signal.stage is None:
            if phase:
                phase.is_disputed = True
            return
        move = move_on(
            phase.stage if phase else None,
            signal.stage,
            is_undated=signal.is_undated,
            is_overdue=bool(phase and phase.is_overdue(signal.day)),
        )
        if phase is None or (move and move.is_new):
            is_disputed = bool(move and move.is_disputed) or _is_order_unsure(phase, signal)
            phase = _Phase(signal.stage, signal.state, signal.day, is_disputed=is_disputed)
            self._phase, self._phase_no = phase, self._phase_no + 1
        elif move:
            phase.enter(move.stage, signal.state, signal.day)
        phase.add(signal)

    def _see(self, day: date, possible: Sequence[Signal]) -> _View | None:
        phase = self._phase
        view = self._see_possible(possible)
        if view is not None or phase is None:
            return view
        return _View(
            self._phase_no,
            phase.stage,
            phase.state,
            phase.certainty(day),
            phase.due_day,
            phase.is_disputed,
        )

    def _see_possible(self, possible: Sequence[Signal]) -> _View | None:
        """Return what may already be, where that differs from what is certain."""
        stage = self._phase.stage if self._phase else None
        phase_no = self._phase_no
        told: list[Signal] = []
        for signal in possible:
            if signal.stage is None:
                continue
            move = move_on(stage, signal.stage, is_undated=False, is_overdue=False)
            if move:
                told = [signal] if move.is_new else [*told, signal]
                phase_no = -1 if move.is_new else phase_no
                stage = move.stage
        if not told or stage is None:
            return None
        return _View(
            phase_no,
            stage,
            told[-1].state,
            Certainty.POSSIBLE,
            None,
            any(signal.is_disputed for signal in told),
            tuple(told),
        )

    def _close(self, day: date, attesting: Sequence[Signal]) -> None:
        view = self._view
        if view is None:
            return
        self._stretches.append(
            Stretch(
                self._since,
                day,
                view.stage,
                view.state,
                view.certainty,
                view.due,
                view.is_disputed,
                () if view.phase_no < 0 else tuple(attesting),
                view.possible,
            )
        )


def _is_order_unsure(before: _Phase | None, signal: Signal) -> bool:
    """Say whether a turn may as well have come before the one that it seems to undo."""
    return bool(
        before
        and signal.stage in LEANS
        and before.stage in LEANS
        and signal.earliest <= before.since
    )


def _later(day: date, by: timedelta) -> date:
    return day + by if date.max - day > by else date.max


def _finer(one: State, other: State) -> State:
    """A hand-over says more than a closing."""
    return one if one in {State.TO_HAND_OVER, State.HANDED_OVER} else other
