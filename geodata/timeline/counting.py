"""How many people: the range over all sources, never one winner."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.domain.claims import Modality
from geodata.domain.episodes import CountRange
from geodata.domain.mentions import Count, Qualifier
from geodata.timeline.readings import Reading
from geodata.timeline.stages import Stage

# “About”, “nearly” and “over” a round number speak of the same number within a tenth.
_HEDGE = 0.1

# What “1,000” and “between 900 and 1,100” say stands in the range that is made of them.
_BARE = frozenset({Qualifier.EXACT, Qualifier.RANGE})

# Whose numbers speak of the people that are there; an arrival or a plan tells another number,
# and is used only where nothing better is told. “Has withdrawn about 500 troops” tells how many
# left: nothing of how many are still there.
_THERE = (frozenset({Stage.ON, Stage.PLANNED_OUT}), frozenset({Stage.IN}))
_COUNTED: dict[Stage, tuple[frozenset[Stage], ...]] = {
    Stage.PLANNED_IN: (frozenset({Stage.PLANNED_IN}),),
    Stage.IN: _THERE,
    Stage.ON: _THERE,
    Stage.PLANNED_OUT: _THERE,
    Stage.LEAVING: _THERE,
    Stage.OUT: (frozenset({Stage.OUT}),),
}


def range_of(counts: Sequence[Count]) -> CountRange | None:
    """Return the lowest and the highest number of all sources, or None without any."""
    if not counts:
        return None
    highs = [count.high for count in counts if count.high is not None]
    return CountRange(
        low=min(count.low for count in counts),
        high=max(highs) if highs else None,
        is_open=len(highs) < len(counts),
        told=_told(counts),
    )


def _told(counts: Sequence[Count]) -> tuple[str, ...]:
    """Return how the sources hedge, once for each hedge: “over 1,000” and “more than 1,000” are one."""
    found: dict[tuple[Qualifier, int, int | None], str] = {}
    for count in counts:
        if count.qualifier not in _BARE and count.text:
            key = count.qualifier, count.low, count.high
            found.setdefault(key, " ".join(count.text.split()))
    return tuple(dict.fromkeys(found.values()))


def counts_at(stage: Stage, readings: Sequence[Reading]) -> tuple[Count, ...]:
    """Return the counts that a stage is drawn with, out of those of its phase."""
    counted = counted_at(stage, readings)
    return tuple([reading.claim.count for reading in counted if reading.claim.count])


def counted_at(stage: Stage, readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Return the readings whose counts a stage is drawn with, out of those of its phase."""
    for stages in _COUNTED.get(stage, ()):
        counted = tuple(
            reading
            for reading in readings
            if reading.stage in stages and reading.claim.count and not _is_to_stay(reading)
        )
        if counted:
            return counted
    return ()


def _is_to_stay(reading: Reading) -> bool:
    """“Fewer than 1,000 will remain”: they are there, but the number is that of a later day."""
    return reading.stage is Stage.ON and reading.claim.modality is Modality.PLANNED


def differ_beyond_hedging(counts: Sequence[Count]) -> bool:
    """Say whether no number within a tenth of every source's count exists."""
    highs = [count.high for count in counts if count.high is not None]
    if not highs:
        return False
    return max(count.low for count in counts) * (1 - _HEDGE) > min(highs) * (1 + _HEDGE)
