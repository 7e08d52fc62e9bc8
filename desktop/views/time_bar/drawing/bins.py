"""The histogram's bars: claims by the day, week or month in which their date begins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from geodata.domain.layers import Layer
from geodata.timeline import DayCount

# Bottom to top: the darkest first.
STACK = (Layer.BASES, Layer.TROOPS, Layer.ALIGNMENT)


class Bin(StrEnum):
    """How many days a bar holds."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Part:
    """One layer's share of a bar: claims dated well, and claims dated vaguely."""

    layer: Layer
    exact: float
    vague: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar over the half-open days `[start, end)`, its parts bottom to top."""

    start: date
    end: date
    parts: tuple[Part, ...]

    @property
    def total(self) -> float:
        """Claims in the bar."""
        return sum(part.exact + part.vague for part in self.parts)


def choose_bin(px_per_day: float, *, day_from_px: float, week_from_px: float) -> Bin:
    """Return the finest bin whose bars can still be told apart."""
    if px_per_day >= day_from_px:
        return Bin.DAY
    return Bin.WEEK if px_per_day >= week_from_px else Bin.MONTH


def bin_start(day: date, unit: Bin) -> date:
    """Return the first day of the bar that holds the day; weeks begin on Monday."""
    if unit is Bin.WEEK:
        # The first days of the calendar lie in a week that would begin before it.
        return date.fromordinal(max(1, day.toordinal() - day.weekday()))
    return day.replace(day=1) if unit is Bin.MONTH else day


def bin_end(start: date, unit: Bin) -> date:
    """Return the day after the bar's last day."""
    if unit is Bin.MONTH:
        return (start + timedelta(days=31)).replace(day=1)
    return start + timedelta(days=7 - start.weekday() if unit is Bin.WEEK else 1)


def bin_counts(counts: Iterable[DayCount], unit: Bin) -> tuple[Bar, ...]:
    """Return the bars, ascending; bars without claims are left out."""
    exact: dict[tuple[date, Layer], float] = defaultdict(float)
    vague: dict[tuple[date, Layer], float] = defaultdict(float)
    begun: dict[date, date] = {}
    for count in counts:
        start = begun.get(count.day)
        if start is None:
            start = begun[count.day] = bin_start(count.day, unit)
        key = (start, count.layer)
        (vague if count.is_vague else exact)[key] += count.weight
    starts = sorted({start for start, _ in (*exact, *vague)})
    return tuple(
        Bar(
            start,
            bin_end(start, unit),
            tuple(
                Part(layer, exact.get((start, layer), 0.0), vague.get((start, layer), 0.0))
                for layer in STACK
                if (start, layer) in exact or (start, layer) in vague
            ),
        )
        for start in starts
    )


def round_mark(most: float) -> int:
    """Return a round number of claims near the top of the histogram, for its dotted line."""
    if most < 2:
        return 1
    size = int(10 ** (len(str(int(most))) - 1))
    return max(step * size for step in (1, 2, 5) if step * size <= most)
