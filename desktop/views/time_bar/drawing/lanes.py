"""Geometry of the track: which rows it has, and what of the axis stands where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from desktop.settings.tokens import TrackSizes
from desktop.views.time_bar.axis import middle_of
from desktop.views.time_bar.drawing.flags import Flag
from desktop.views.time_bar.scale import Scale
from geodata.domain.layers import Layer
from geodata.timeline import Axis, AxisEvent, DayCount
from geodata.written_days import month_and_year

# Symbols nearer than this would cover each other: they are drawn as one and listed on hover.
_MERGE_PX = 7.0
_SYMBOL_HALF_PX = 4.0
_TAIL_PX = 14.0
_LOW_MONTHS_PX = 17.0


@dataclass(frozen=True, slots=True)
class Lanes:
    """Rows of the track, top to bottom."""

    months: QRectF
    histogram: QRectF
    events: QRectF


@dataclass(frozen=True, slots=True)
class EventTick:
    """
    A symbol of the event lane: one event, or several too near to be told apart.

    Its bar reaches from `left_px` to `right_px`; `caps` says which ends of it are told.
    """

    day: date
    x_px: float
    left_px: float
    right_px: float
    caps: tuple[bool, bool]
    is_alignment: bool
    events: tuple[AxisEvent, ...]

    @property
    def is_uncertain(self) -> bool:
        """Whether the first event is not known to the day."""
        return not self.events[0].when.is_exact

    @property
    def label(self) -> str:
        """The first event's words, and how many more stand here."""
        more = len({event.label for event in self.events}) - 1
        return self.events[0].label + (f" +{more}" if more > 0 else "")


def lanes_of(width_px: float, height_px: float, sizes: TrackSizes) -> Lanes:
    """Return the rows; the histogram takes what the others leave."""
    is_low = height_px < sizes.axis + sizes.histogram
    months_px = _LOW_MONTHS_PX if is_low else sizes.axis
    histogram_px = max(20.0, height_px - months_px - sizes.event_lane)
    return Lanes(
        QRectF(0, 0, width_px, months_px),
        QRectF(0, months_px, width_px, histogram_px),
        QRectF(0, months_px + histogram_px, width_px, sizes.event_lane),
    )


def known_events(axis: Axis, known_by: date | None) -> tuple[AxisEvent, ...]:
    """Return the events that somebody could have read of by a day."""
    return tuple(e for e in axis.events if known_by is None or e.known.holds(known_by))


def known_counts(axis: Axis, known_by: date | None) -> tuple[DayCount, ...]:
    """Return the counts of claims that somebody could have read by a day."""
    return tuple(
        count
        for count in axis.day_counts
        if known_by is None or count.known_from is None or count.known_from <= known_by
    )


def event_ticks(events: Sequence[AxisEvent], scale: Scale) -> tuple[EventTick, ...]:
    """Return the symbols of the event lane that are seen, by day."""
    first, last = scale.first, scale.last
    placed = [
        (day, event)
        for event in events
        if (day := middle_of(event.when))
        and first <= day <= last
        and scale.sees(scale.middle_of(day))
    ]
    stacks: list[tuple[date, float, list[AxisEvent]]] = []
    for day, event in sorted(placed, key=lambda pair: (pair[0], pair[1].label)):
        x_px = scale.middle_of(day)
        if stacks and x_px - stacks[-1][1] < _MERGE_PX:
            stacks[-1][2].append(event)
        else:
            stacks.append((day, x_px, [event]))
    return tuple(_tick(day, x_px, events, scale) for day, x_px, events in stacks)


def _tick(day: date, x_px: float, events: Sequence[AxisEvent], scale: Scale) -> EventTick:
    """Return the symbol of some events, whose bar is that of the first."""
    when = events[0].when
    left, right = x_px - _SYMBOL_HALF_PX, x_px + _SYMBOL_HALF_PX
    if not when.is_exact:
        # An end that no source sets is a short tail without a cap.
        first = scale.x_of(when.earliest) if when.earliest else x_px - _TAIL_PX
        last = scale.end_of(when.latest) if when.latest else x_px + _TAIL_PX
        left = max(0.0, min(left, first))
        right = min(scale.width_px, max(right, last))
    caps = (when.earliest is not None, when.latest is not None)
    is_alignment = all(event.layer is Layer.ALIGNMENT for event in events)
    return EventTick(day, x_px, left, right, caps, is_alignment, tuple(events))


@dataclass(frozen=True, slots=True)
class Hidden:
    """
    Events and deadlines beyond an edge of the view.

    Args:
        words: The nearest, and how many more.
        nearest: The nearest alone.
        short: How many.
    """

    words: str
    nearest: str
    short: str


def hidden_events(
    events: Sequence[AxisEvent], scale: Scale, deadlines: Sequence[Flag] = ()
) -> tuple[Hidden | None, Hidden | None]:
    """Return what lies before and after the view: `earlier: coup, Jul 2023`; None where nothing."""
    placed = [(day, event.label) for event in events if (day := middle_of(event.when))]
    placed += [(deadline.day, deadline.label) for deadline in deadlines]
    first, last = scale.first, scale.last
    earlier = [pair for pair in placed if pair[0] <= first and scale.middle_of(pair[0]) < 0]
    later = [
        pair for pair in placed if pair[0] >= last and scale.middle_of(pair[0]) > scale.width_px
    ]
    before = _hidden("earlier", max(earlier, key=_day_of), len(earlier)) if earlier else None
    after = _hidden("later", min(later, key=_day_of), len(later)) if later else None
    return before, after


def _day_of(pair: tuple[date, str]) -> date:
    return pair[0]


def _hidden(word: str, nearest: tuple[date, str], number: int) -> Hidden:
    day, label = nearest
    more = f" and {number - 1} more" if number > 1 else ""
    month = month_and_year(day)
    told = f"{word}: {label}, {month}"
    return Hidden(f"{told}{more}", told, f"{number} {word}")
