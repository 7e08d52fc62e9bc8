"""The scale: which day stands at which pixel. Days are half-open: a day fills [x, x + width)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

# A century is 146 px wide at the least; at the most a day is wide enough to be labelled.
LEAST_PX_PER_DAY = 0.004
MOST_PX_PER_DAY = 48.0


@dataclass(frozen=True, slots=True)
class Scale:
    """
    A linear map of days on pixels.

    Args:
        left_day: Proleptic Gregorian ordinal at pixel 0, with its fraction.
        px_per_day: Width of a day.
        width_px: Width of the track.

    Raises:
        ValueError: A width is not positive.
    """

    left_day: float
    px_per_day: float
    width_px: float

    def __post_init__(self) -> None:
        if self.px_per_day <= 0 or self.width_px <= 0:
            raise ValueError(f"not a scale: {self.px_per_day} px a day over {self.width_px} px")

    @property
    def right_day(self) -> float:
        """Ordinal at the right edge, with its fraction."""
        return self.left_day + self.width_px / self.px_per_day

    @property
    def first(self) -> date:
        """First day that is seen, if only in part."""
        return self.day_at(0)

    @property
    def last(self) -> date:
        """Last day that is seen, if only in part."""
        return self.day_at(self.width_px)

    def x_of(self, day: date) -> float:
        """Return where the day begins, in px."""
        return (day.toordinal() - self.left_day) * self.px_per_day

    def middle_of(self, day: date) -> float:
        """Return the middle of the day, in px: handles and ticks stand there."""
        return (day.toordinal() + 0.5 - self.left_day) * self.px_per_day

    def end_of(self, day: date) -> float:
        """Return where the day ends and the next begins, in px."""
        return (day.toordinal() + 1 - self.left_day) * self.px_per_day

    def day_at(self, x_px: float) -> date:
        """Return the day that fills the pixel, held within the calendar."""
        # A billionth of a day: what x_of gives must come back as the same day.
        ordinal = int((self.left_day + x_px / self.px_per_day + 1e-9) // 1)
        return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))

    def sees(self, x_px: float) -> bool:
        """Say whether the pixel lies on the track."""
        return 0 <= x_px <= self.width_px


def fit(first: date, last: date, width_px: float, *, margin: float = 0.02) -> Scale:
    """
    Return the scale on which all days from first to last (inclusive) are seen.

    Args:
        first: First day.
        last: Last day.
        width_px: Width of the track.
        margin: Empty part at either side, as a fraction of the width.
    """
    days = last.toordinal() + 1 - first.toordinal()
    px_per_day = _limited(width_px * (1 - 2 * margin) / days)
    middle = first.toordinal() + days / 2
    return Scale(middle - width_px / px_per_day / 2, px_per_day, width_px)


def zoom(scale: Scale, factor: float, at_px: float) -> Scale:
    """Widen the days by a factor around a pixel: the moment under it stays under it."""
    px_per_day = _limited(scale.px_per_day * factor)
    fixed = scale.left_day + at_px / scale.px_per_day
    return replace(scale, px_per_day=px_per_day, left_day=fixed - at_px / px_per_day)


def pan(scale: Scale, shift_px: float) -> Scale:
    """Move the view by some pixels toward later days."""
    return replace(scale, left_day=scale.left_day + shift_px / scale.px_per_day)


def resize(scale: Scale, width_px: float) -> Scale:
    """Give the track another width and keep the days that it shows."""
    wider = width_px / scale.width_px
    return replace(scale, px_per_day=scale.px_per_day * wider, width_px=width_px)


def reveal(scale: Scale, day: date, *, margin_px: float = 24) -> Scale:
    """Pan no further than needed to see the day."""
    x_px = scale.middle_of(day)
    if x_px < margin_px:
        return pan(scale, x_px - margin_px)
    if x_px > scale.width_px - margin_px:
        return pan(scale, x_px - scale.width_px + margin_px)
    return scale


def snapped(scale: Scale, x_px: float, days: list[date], reach_px: float) -> date:
    """Return the day under a pixel, or the nearest of some days within reach of it."""
    near = [day for day in days if abs(scale.middle_of(day) - x_px) <= reach_px]
    if near:
        return min(near, key=lambda day: abs(scale.middle_of(day) - x_px))
    return scale.day_at(x_px)


def _limited(px_per_day: float) -> float:
    return min(max(px_per_day, LEAST_PX_PER_DAY), MOST_PX_PER_DAY)
