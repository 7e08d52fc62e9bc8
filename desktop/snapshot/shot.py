"""What one picture shows, and on what sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from geodata.domain.layers import OFF_AT_FIRST, Layer
from geodata.domain.times import ONE_DAY, Reach
from geodata.layers import Moment
from geodata.mapping import Extent
from geodata.mapping.messages import TakeShot, moment_texts
from geodata.sheets import SLIDE, Part, Sheet


@dataclass(frozen=True, slots=True)
class Shot:
    """
    One picture.

    Args:
        on: The day.
        known_by: The known date.
        title: Heading; empty leaves it out.
        words: Below the heading; empty leaves them out.
        sheet: Size and density.
        is_dark: Whether in the dark theme.
        hidden: Layers that are switched off.
        reach: Days around the day that are taken in.
        extent: What the map shows at least, or None for all that is told.
        without: Parts that are left out.
        is_map_alone: Only the map, as large and as dense as in the window.
        follows: Whether plates and names stay where they stood in the shot before, as they do while
            a hand moves the slider. A shot that does not follow looks the same whatever came before.
        compare: Two maps whose differences are marked, or none.
    """

    on: date
    known_by: date
    title: str = ""
    words: str = ""
    sheet: Sheet = SLIDE
    is_dark: bool = False
    hidden: frozenset[Layer] = OFF_AT_FIRST
    reach: Reach = ONE_DAY
    extent: Extent | None = None
    without: frozenset[Part] = frozenset()
    is_map_alone: bool = False
    follows: bool = False
    compare: tuple[Moment, ...] = ()

    def message(self, number: int) -> TakeShot:
        """Return what the page is told, under this number."""
        box = self.extent
        return TakeShot(
            number=number,
            width_px=self.sheet.width_px,
            height_px=self.sheet.height_px,
            density=self.sheet.density,
            dress="map" if self.is_map_alone else "page",
            without=tuple(sorted(self.without)),
            title=self.title,
            words=self.words,
            on=self.on,
            known=self.known_by,
            before=self.reach.before,
            after=self.reach.after,
            hidden=tuple(sorted(self.hidden)),
            theme="dark" if self.is_dark else "light",
            extent=None if box is None else (box.west, box.south, box.east, box.north),
            follows=self.follows,
            compare=moment_texts(self.compare),
        )
