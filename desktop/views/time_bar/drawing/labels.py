"""Where labels of the event lane fit: right of their symbol first, then left, else on hover."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tick:
    """A symbol of the lane, in px: where it begins and ends, and how wide its label is."""

    left_px: float
    right_px: float
    label_px: float


def place_labels(
    ticks: Sequence[Tick], *, lane: tuple[float, float], gap_px: float = 5
) -> tuple[float | None, ...]:
    """
    Return where each label begins, in px, or None where it does not fit.

    A label never covers a symbol or another label, and is never cut.

    Args:
        ticks: The symbols.
        lane: Left and right end of the lane.
        gap_px: Air between a symbol and its label.
    """
    taken = [(tick.left_px, tick.right_px) for tick in ticks]
    places: list[float | None] = []
    for tick in ticks:
        right = tick.right_px + gap_px
        left = tick.left_px - gap_px - tick.label_px
        fits = [x for x in (right, left) if _is_free(x, tick, taken, lane, gap_px)]
        places.append(fits[0] if fits and tick.label_px else None)
        if places[-1] is not None:
            taken.append((places[-1], places[-1] + tick.label_px))
    return tuple(places)


def _is_free(
    x_px: float,
    tick: Tick,
    taken: list[tuple[float, float]],
    lane: tuple[float, float],
    gap_px: float,
) -> bool:
    end = x_px + tick.label_px
    if x_px < lane[0] or end > lane[1]:
        return False
    air = gap_px - 1
    return all(end + air <= left or right + air <= x_px for left, right in taken)
