"""Stages: the few steps that every kind of fact goes through, and what moves it on."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from geodata.domain.claims import ClaimKind
from geodata.domain.episodes import State


class Stage(IntEnum):
    """Where a fact stands; on one day a higher stage is taken after a lower one."""

    PLANNED_IN = 1  # to come: to_arrive, to_open
    IN = 2  # arrives, opens
    ON = 3  # present, operates
    PLANNED_OUT = 4  # to go: to_withdraw, to_close, to_hand_over
    LEAVING = 5  # withdrawal begun
    OUT = 6  # gone, closed, handed over
    PLANNED_LEAN = 7  # a turn that is only intended
    AWAY = 8
    TOWARD = 9
    COUP = 10


PLANS = frozenset({Stage.PLANNED_IN, Stage.PLANNED_OUT, Stage.PLANNED_LEAN})
EVENTS = frozenset({Stage.IN, Stage.LEAVING, Stage.OUT, Stage.AWAY, Stage.TOWARD, Stage.COUP})
GOING = frozenset({Stage.PLANNED_OUT, Stage.LEAVING})
LEANS = frozenset({Stage.AWAY, Stage.TOWARD, Stage.COUP})


def settled_state(kind: ClaimKind) -> State:
    """Return what an arrival or an opening turns into when it is no longer news."""
    return State.OPERATES if kind is ClaimKind.BASE else State.PRESENT


class Move(NamedTuple):
    """
    What a signal does to a fact.

    Args:
        stage: Where the fact stands then.
        is_new: Whether a new phase begins: counts and evidence of the former no longer count.
        is_disputed: Whether the signal contradicts what stood before.
    """

    stage: Stage
    is_new: bool = False
    is_disputed: bool = False


def move_on(
    current: Stage | None, signal: Stage, *, is_undated: bool, is_overdue: bool
) -> Move | None:
    """
    Say what a signal does to a fact, or None when it leaves the stage as it is.

    Args:
        current: Where the fact stands, None before the first evidence.
        signal: What is said.
        is_undated: Whether the signal is dated by its publication alone: it may be older, so it
            does not turn back what a dated one says.
        is_overdue: Whether the deadline of the current stage has passed.
    """
    if current is None:
        return Move(signal, is_new=True)
    if signal in LEANS or signal is Stage.PLANNED_LEAN:
        return _turn(current, signal)
    if current is Stage.OUT:
        return _return(signal, is_undated=is_undated)
    if signal is Stage.IN and current is not Stage.PLANNED_IN:
        # A dated arrival of more people is news while nobody is leaving.
        return Move(signal) if current is Stage.ON and not is_undated else None
    if signal is Stage.ON and current in {Stage.PLANNED_OUT, Stage.LEAVING}:
        return Move(signal) if is_overdue else None
    return Move(signal) if signal > current else None


def _turn(current: Stage, signal: Stage) -> Move | None:
    if current is signal or (signal is Stage.PLANNED_LEAN and current in LEANS):
        return None
    return Move(signal, is_new=True)


def _return(signal: Stage, *, is_undated: bool) -> Move | None:
    if signal is Stage.OUT:
        return None
    if signal in {Stage.PLANNED_IN, Stage.IN}:
        return Move(signal, is_new=True)
    if signal is Stage.ON or not is_undated:
        return Move(signal, is_new=True, is_disputed=True)
    return None
