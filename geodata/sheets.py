"""The sizes in which a picture of the map is made: presets for slides, print and the web."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from geodata.errors import InputError

MM_PER_INCH = 25.4
CSS_PX_PER_INCH = 96
LEAST_PX, MOST_PX = 320, 12_000
MOST_PIXELS = 64_000_000
LEAST_DENSITY, MOST_DENSITY = 0.5, 5.0
# Below it there is no room for a map beside what is told of it.
LEAST_CSS_PX = 320


class Part(StrEnum):
    """What may be left out beside the map."""

    LEGEND = "legend"
    LOCATOR = "locator"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Sheet:
    """
    Size and sharpness of a picture.

    Args:
        name: Under which the command line and the settings know it.
        title: Under which a person knows it.
        width_px: Pixels of the file.
        height_px: Pixels of the file.
        density: Pixels a CSS pixel: the higher, the larger letters and symbols are in pixels.
        dpi: Pixels an inch in print.
    """

    name: str
    title: str
    width_px: int
    height_px: int
    density: float = 1.0
    dpi: int = CSS_PX_PER_INCH

    @property
    def width_mm(self) -> float:
        """Width in print."""
        return self.width_px / self.dpi * MM_PER_INCH

    @property
    def height_mm(self) -> float:
        """Height in print."""
        return self.height_px / self.dpi * MM_PER_INCH


SLIDE = Sheet("slide", "Slide, 16:9", 1920, 1080, 1.0, 144)
SLIDE_SHARP = Sheet("slide-4k", "Slide, 16:9, sharp", 3840, 2160, 2.0, 288)
COLUMN = Sheet("column", "Column, 10 × 16 cm", 1200, 1920, 2.0, 300)
A4 = Sheet("a4", "A4 landscape, 300 dpi", 3508, 2480, 2.5, 300)
A4_PORTRAIT = Sheet("a4-portrait", "A4 portrait, 300 dpi", 2480, 3508, 2.5, 300)
SQUARE = Sheet("square", "Square", 1800, 1800, 2.0, 192)

SHEETS = MappingProxyType(
    {sheet.name: sheet for sheet in (SLIDE, SLIDE_SHARP, COLUMN, A4, A4_PORTRAIT, SQUARE)}
)
"""The presets by name, in the order in which they are offered."""

# Letters are larger, for the same number of pixels, than in a picture for print.
FILM_SMALL = Sheet("film-small", "Small, 960 × 540", 960, 540, 0.75)
FILM_MEDIUM = Sheet("film-medium", "Medium, 1280 × 720", 1280, 720, 0.8)
FILM_LARGE = Sheet("film-large", "Large, 1920 × 1080", 1920, 1080, 1.0)
FILM_SQUARE = Sheet("film-square", "Square, 1080 × 1080", 1080, 1080, 1.2)

FILM_SHEETS = MappingProxyType(
    {sheet.name: sheet for sheet in (FILM_SMALL, FILM_MEDIUM, FILM_LARGE, FILM_SQUARE)}
)
"""The presets of films by name, in the order in which they are offered."""

CUSTOM = "custom"


def custom_sheet(width_px: int, height_px: int, density: float = 1.0) -> Sheet:
    """
    Return a sheet of any size.

    Raises:
        InputError: It is too small for a map, or larger than can be painted.
    """
    if not (LEAST_PX <= width_px <= MOST_PX and LEAST_PX <= height_px <= MOST_PX):
        raise InputError(
            f"A picture of {width_px} by {height_px} pixels cannot be made.",
            todo=f"Give a width and a height from {LEAST_PX} to {MOST_PX:,}.",
        )
    if width_px * height_px > MOST_PIXELS:
        raise InputError(
            f"A picture of {width_px:,} by {height_px:,} pixels is too large to paint.",
            todo=f"Stay under {MOST_PIXELS // 1_000_000} million pixels in all.",
        )
    if not LEAST_DENSITY <= density <= MOST_DENSITY:
        raise InputError(
            f"A density of {density:g} cannot be used.",
            todo=f"Give one from {LEAST_DENSITY:g} to {MOST_DENSITY:g}.",
        )
    if min(width_px, height_px) / density < LEAST_CSS_PX:
        raise InputError(
            f"At a density of {density:g}, {width_px} by {height_px} pixels leave no room for a map.",
            todo="Take a lower density or more pixels.",
        )
    dpi = round(CSS_PX_PER_INCH * density)
    return Sheet(CUSTOM, "Custom", width_px, height_px, density, dpi)


@dataclass(frozen=True, slots=True)
class PictureChoice:
    """
    What a person chooses for a picture.

    Args:
        sheet: Size and density.
        title: Heading; None for the one that is proposed.
        words: Line below it; None for the one that is proposed.
        is_dark: Whether in the dark theme.
        without: Parts that are left out.
        extent: What the map shows at least: west, south, east, north in degrees (WGS 84), or None
            for all that is told.
        since: A date whose differences from the date shown are marked, or None.
    """

    sheet: Sheet = SLIDE
    title: str | None = None
    words: str | None = None
    is_dark: bool = False
    without: frozenset[Part] = frozenset()
    extent: tuple[float, float, float, float] | None = None
    since: date | None = None
