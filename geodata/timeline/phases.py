"""The life of one fact over valid time, from the signals that are known by some day."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from operator import attrgetter
from typing import NamedTuple

from geodata.domain.claims import ClaimKind
from geodata.domain.episodes import Certainty, State
from geodata.domain.times import UncertainDate
from geodata.timeline.meeting import Signal, by_day
from geodata.timeline.stages import GOING, LEANS, PLANS, Stage, move_on, settled_state

# How long an arrival or an opening is shown as such before it becomes mere presence.
_NEWS_DAYS = timedelta(days=30)
_ONE_DAY = timedelta(days=1)


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
    # The evidence is the first `told` of these: later moments of one walk share the list.
    signals: list[Signal] = field(default_factory=list)
    told: int = 0

    @property
    def due_day(self) -> date | None:
        return (self.due.latest or self.due.earliest) if self.due else None

    def again(self) -> _Phase:
        """Return the same to go on from; what is kept of the moment before stays."""
        return _Phase(
            self.stage,
            self.state,
            self.since,
            self.is_disputed,
            self.due,
            self.due_said,
            self.signals,
            self.told,
        )

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
        if len(self.signals) > self.told:
            self.signals = self.signals[: self.told]
        self.signals.append(signal)
        self.told += 1
        self.is_disputed |= signal.is_disputed
        is_same_way = signal.stage is self.stage or {signal.stage, self.stage} <= GOING
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


class _Moment(NamedTuple):
    """Where the walk stands after a day."""

    phase: _Phase | None
    phase_no: int
    view: _View | None
    since: date
    closed: int
    active: tuple[Signal, ...]


_START = _Moment(None, 0, None, date.min, 0, ())


def walk_days(signals: Sequence[Signal], kind: ClaimKind) -> tuple[Stretch, ...]:
    """
    Return the states of one fact in order of their days; they never overlap.

    Args:
        signals: In order of their days, as `meet_readings` gives them.
        kind: The fact's kind.
    """
    walk = Walk(kind)
    walk.change((), signals)
    return tuple(walk.stretches())


class Walk:
    """
    Goes from day to day and writes down what is drawn between them.

    News mostly moves the last days: the walk keeps where it stood after each day, and goes again
    from the first day only that a change concerns.

    Args:
        kind: The fact's kind.
    """

    def __init__(self, kind: ClaimKind) -> None:
        self._settled = settled_state(kind)
        self._begun: dict[date, list[Signal]] = {}
        self._opened: dict[date, list[Signal]] = {}
        self._turns: dict[date, int] = {}
        self._days: list[date] = []
        self._moments: list[_Moment] = []
        self._stretches: list[Stretch] = []

    def change(self, gone: Iterable[Signal], new: Iterable[Signal]) -> int:
        """
        Take signals out and in, and walk again as far as that is needed.

        Returns:
            How many stretches at the beginning are the very same as before.
        """
        touched: set[date] = set()
        for signal in gone:
            touched.update(self._take_out(signal))
        for signal in new:
            touched.update(self._take_in(signal))
        touched.discard(date.max)
        for day in touched:
            self._note(day)
        start = bisect_left(self._days, min(touched)) if touched else len(self._days)
        return self._walk_from(start)

    def stretches(self) -> list[Stretch]:
        """Return the states in order of their days."""
        last = self._moments[-1] if self._moments else _START
        end = self._closing(last, date.max, last.phase)
        return [*self._stretches, *end]

    def _take_in(self, signal: Signal) -> list[date]:
        insort(self._begun.setdefault(signal.day, []), signal, key=by_day)
        days = [signal.day, *_turns_after(signal)]
        for turn in days[1:]:
            self._turns[turn] = self._turns.get(turn, 0) + 1
        if signal.earliest < signal.day:
            insort(self._opened.setdefault(signal.earliest, []), signal, key=by_day)
            days.append(signal.earliest)
        return days

    def _take_out(self, signal: Signal) -> list[date]:
        _drop(self._begun, signal.day, signal)
        days = [signal.day, *_turns_after(signal)]
        for turn in days[1:]:
            self._turns[turn] -= 1
        if signal.earliest < signal.day:
            _drop(self._opened, signal.earliest, signal)
            days.append(signal.earliest)
        return days

    def _note(self, day: date) -> None:
        """Keep the list of the days that may change something."""
        at = bisect_left(self._days, day)
        is_listed = at < len(self._days) and self._days[at] == day
        is_needed = day in self._begun or day in self._opened or bool(self._turns.get(day))
        if is_needed and not is_listed:
            self._days.insert(at, day)
        elif is_listed and not is_needed:
            del self._days[at]

    def _walk_from(self, start: int) -> int:
        """Walk from the day of that number on; return how many stretches stay."""
        moment = self._moments[start - 1] if start else _START
        kept = moment.closed
        del self._moments[start:], self._stretches[kept:]
        for day in self._days[start:]:
            moment = self._go_to(day, moment)
            self._moments.append(moment)
        return kept

    def _go_to(self, day: date, before: _Moment) -> _Moment:
        """Apply what is certain from that day on, and look what is drawn then."""
        active = before.active
        if active:
            active = tuple([signal for signal in active if signal.day > day])
        if day in self._opened:
            active = tuple(sorted((*active, *self._opened[day]), key=attrgetter("day")))
        phase, phase_no = self._settle(before.phase, day), before.phase_no
        if day in self._begun:
            phase = phase.again() if phase else None
            for signal in self._begun[day]:
                phase, is_new = _take(phase, signal)
                phase_no += is_new
        view = _see(phase, phase_no, day, active)
        if view == before.view:
            return _Moment(phase, phase_no, view, before.since, before.closed, active)
        self._stretches += self._closing(before, day, before.phase)
        return _Moment(phase, phase_no, view, day, len(self._stretches), active)

    def _settle(self, phase: _Phase | None, day: date) -> _Phase | None:
        if phase and phase.stage is Stage.IN and day >= _later(phase.since, _NEWS_DAYS):
            phase = phase.again()
            phase.enter(Stage.ON, self._settled, phase.since)
        return phase

    def _closing(self, moment: _Moment, day: date, phase: _Phase | None) -> Iterator[Stretch]:
        view = moment.view
        if view is None:
            return
        is_evident = phase is not None and view.phase_no >= 0
        yield Stretch(
            moment.since,
            day,
            view.stage,
            view.state,
            view.certainty,
            view.due,
            view.is_disputed,
            tuple(phase.signals[: phase.told]) if phase and is_evident else (),
            view.possible,
        )


def _turns_after(signal: Signal) -> list[date]:
    turns = [_later(signal.day, _NEWS_DAYS)] if signal.stage is Stage.IN else []
    if signal.due:
        turns += [_later(d, _ONE_DAY) for d in (signal.due.earliest, signal.due.latest) if d]
    return turns


def _drop(listed: dict[date, list[Signal]], day: date, signal: Signal) -> None:
    rest = [other for other in listed[day] if other is not signal]
    if rest:
        listed[day] = rest
    else:
        del listed[day]


def _take(phase: _Phase | None, signal: Signal) -> tuple[_Phase | None, bool]:
    """Return the phase that a signal leads to, and whether it is a new one."""
    if signal.stage is None:
        if phase:
            phase.is_disputed = True
        return phase, False
    move = move_on(
        phase.stage if phase else None,
        signal.stage,
        is_undated=signal.is_undated,
        is_overdue=bool(phase and phase.is_overdue(signal.day)),
    )
    is_new = phase is None or (move is not None and move.is_new)
    if phase is None or is_new:
        is_disputed = bool(move and move.is_disputed) or _is_order_unsure(phase, signal)
        phase = _Phase(signal.stage, signal.state, signal.day, is_disputed=is_disputed)
    elif move:
        phase.enter(move.stage, signal.state, signal.day)
    phase.add(signal)
    return phase, is_new


def _see(
    phase: _Phase | None, phase_no: int, day: date, possible: Sequence[Signal]
) -> _View | None:
    view = _see_possible(phase, phase_no, possible) if possible else None
    if view is not None or phase is None:
        return view
    return _View(
        phase_no,
        phase.stage,
        phase.state,
        phase.certainty(day),
        phase.due_day,
        phase.is_disputed,
    )


def _see_possible(phase: _Phase | None, phase_no: int, possible: Sequence[Signal]) -> _View | None:
    """Return what may already be, where that differs from what is certain."""
    stage = phase.stage if phase else None
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
