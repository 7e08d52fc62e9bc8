"""
The strip below a picture: its colour tells which shot a frame of the screen holds.

A page that says “painted” has handed its frame on; when it arrives here is another matter. Frames
come in order, so the first one whose strip has a shot's colour holds all of that shot. The strip
lies below the sheet and is cut off. `shots.js` paints it.
"""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

STRIP_PX = 12  # device pixels of the view below the sheet
NUMBERS = 63
_STEPS = (16, 80, 144, 208)
_NEAR = 24


def colour_of(number: int) -> QColor:
    """Return the strip's colour of shot `number`; they repeat after 63."""
    return QColor(*(_STEPS[number >> shift & 3] for shift in (4, 2, 0)))


def is_of(image: QImage, number: int) -> bool:
    """Say whether a grabbed frame holds all of shot `number`."""
    wanted = colour_of(number)
    # Its lowest rows: the sheet may end on a fraction of a pixel.
    y = image.height() - 3
    return all(_is_near(image.pixelColor(x, y), wanted) for x in (2, image.width() // 2))


def cut_off(image: QImage, width_px: int, height_px: int) -> QImage:
    """Return the sheet without strip and margin."""
    image.setDevicePixelRatio(1.0)
    return image.copy(QRect(0, 0, width_px, height_px))


def _is_near(found: QColor, wanted: QColor) -> bool:
    distances = (
        abs(found.red() - wanted.red()),
        abs(found.green() - wanted.green()),
        abs(found.blue() - wanted.blue()),
    )
    return max(distances) < _NEAR
