"""Ticks of the month axis, as close together as their labels allow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from desktop.views.time_bar.scale import Scale
from geodata.written_days import MONTHS, day_and_month

_LEAST_LABEL_PX = 48
_MONTH_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000)
_MEAN_MONTH_DAYS = 30.44


@dataclass(frozen=True, slots=True)
class AxisTick:
    """A line of the axis with its label; years stand out."""

    day: date
    label: str
    is_year: bool


def axis_ticks(scale: Scale) -> list[AxisTick]:
    """Return the ticks that lie on the track, ascending."""
    if scale.px_per_day * 7 >= _LEAST_LABEL_PX * 1.2:
        step = 1 if scale.px_per_day >= _LEAST_LABEL_PX else 7
        return _day_ticks(scale, step)
    month_px = scale.px_per_day * _MEAN_MONTH_DAYS
    step = next((s for s in _MONTH_STEPS if s * month_px >= _LEAST_LABEL_PX), _MONTH_STEPS[-1])
    return _month_ticks(scale, step)


def _day_ticks(scale: Scale, step: int) -> list[AxisTick]:
    day = scale.first
    if step > 1:
        day -= timedelta(days=min(day.weekday(), day.toordinal() - 1))
    ticks = []
    while day <= scale.last:
        if scale.sees(scale.x_of(day)):
            # The year stands at the left end of the axis, so that it is not repeated here.
            ticks.append(AxisTick(day, day_and_month(day), is_year=False))
        if day.toordinal() + step > date.max.toordinal():
            break
        day += timedelta(days=step)
    return ticks


def _month_ticks(scale: Scale, step: int) -> list[AxisTick]:
    # Counted from year 0, so that steps of years fall on round years.
    first = (scale.first.year * 12 + scale.first.month - 1) // step * step
    last = scale.last.year * 12 + scale.last.month
    ticks = []
    for months in range(max(first, 12), last, step):
        day = date(months // 12, months % 12 + 1, 1)
        if scale.sees(scale.x_of(day)):
            is_year = day.month == 1
            label = str(day.year) if is_year else MONTHS[day.month - 1][:3]
            ticks.append(AxisTick(day, label, is_year))
    return ticks
