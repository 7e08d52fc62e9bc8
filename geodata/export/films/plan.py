"""What a film shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from geodata.domain.layers import OFF_AT_FIRST, Layer
from geodata.domain.times import ONE_DAY, Reach
from geodata.sheets import Sheet


@dataclass(frozen=True, slots=True)
class FilmPlan:
    """
    What a film shows.

    Args:
        days: One picture each, in order.
        known_by: The known date of all pictures; None: each as it was known on its own day.
        sheet: Size and density.
        fps: Pictures a second.
        is_looping: Whether it starts again at its end.
        is_dark: Whether in the dark theme.
        hidden: Layers that are off.
        reach: Days around each day that are taken in.
        extent: West, south, east, north in degrees (WGS 84), or None for all that is told.
    """

    days: tuple[date, ...]
    known_by: date | None
    sheet: Sheet
    fps: float = 4.0
    is_looping: bool = True
    is_dark: bool = False
    hidden: frozenset[Layer] = OFF_AT_FIRST
    reach: Reach = ONE_DAY
    extent: tuple[float, float, float, float] | None = None
