"""Hatching at 45 degrees, for what is planned and where sources differ."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen


def hatch(painter: QPainter, box: QRectF, gap_px: float, colour: QColor) -> None:
    """
    Hatch a box.

    Args:
        painter: Draws.
        box: What is hatched.
        gap_px: Distance between two lines, at right angles to them.
        colour: Of the lines.
    """
    painter.save()
    painter.setClipRect(box)
    painter.setPen(QPen(colour, 1))
    step = gap_px * 1.414
    # Counted from pixel 0, so that boxes hatched one by one meet.
    x_px = (box.left() - box.height()) // step * step
    while x_px < box.right():
        painter.drawLine(QPointF(x_px, box.bottom()), QPointF(x_px + box.height(), box.top()))
        x_px += step
    painter.restore()
