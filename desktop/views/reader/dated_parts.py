"""Parts of an article with a day of their own, as the reader's margin tells them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextBlockFormat, QTextCursor, QTextDocument

from desktop.settings.theme import Theme
from desktop.wording.words import date_words
from geodata.domain.documents import DatedPart, Publication
from geodata.domain.spans import Span

_LABEL_PX = 24.0  # room above a part for its day
_BAR_PX = 2.0
_RIGHT_PX = 5.0


def part_words(published: Publication) -> str:
    """Return when a part was written, in words."""
    return f"Written {date_words(published.within)}"


def make_room(
    document: QTextDocument, parts: Sequence[DatedPart], position: Callable[[int], int]
) -> None:
    """Leave room above each part for its day; `position` finds a code point in the widget."""
    room = QTextBlockFormat()
    room.setTopMargin(_LABEL_PX)
    for part in parts:
        QTextCursor(document.findBlock(position(part.span.start))).mergeBlockFormat(room)


def paint_parts(
    painter: QPainter,
    theme: Theme,
    parts: Sequence[DatedPart],
    reach: Callable[[Span], tuple[float, float]],
    left: float,
    width: float,
) -> None:
    """
    Paint a line beside each part and its day above it.

    Args:
        painter: Of the viewport.
        theme: Colours and fonts.
        parts: The parts.
        reach: Top and bottom of a span in the viewport.
        left: Where the text begins.
        width: Of the viewport.
    """
    ui = theme.colours.ui
    painter.setFont(theme.font("label"))
    for part in parts:
        top, bottom = reach(part.span)
        line = QRectF(
            width - _RIGHT_PX - _BAR_PX, top - _LABEL_PX, _BAR_PX, bottom - top + _LABEL_PX
        )
        painter.fillRect(line, QColor(ui.warn))
        painter.setPen(QColor(ui.warn))
        label = QRectF(left, top - _LABEL_PX, width - left - 2 * _RIGHT_PX, _LABEL_PX - 4)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(label, flags, part_words(part.published))
