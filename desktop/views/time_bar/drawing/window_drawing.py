"""Draws the days shown: a band where they are several, and the handles at its ends."""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.settings.theme import Theme
from desktop.settings.tokens import TrackSizes
from desktop.views.time_bar.clockwork.clock import Clock, Mode
from desktop.views.time_bar.drawing.axis_drawing import Picture
from desktop.views.time_bar.scale import Scale

_TOP_EDGE_PX = 3.0
_LABELS_PX = 160.0  # how far the labels at the left edge reach
_STEP_PX = 8
# The zone after the last source shows through: a window must not hide that nothing was reported.
_BAND_ALPHA = 0.78


def handle_px(clock: Clock, scale: Scale) -> float:
    """Return where the handle of the day shown stands: days are half-open, a window ends with one."""
    if clock.mode is Mode.INSTANT:
        return scale.middle_of(clock.on)
    return scale.x_of(clock.on) if clock.mode is Mode.TO_END else scale.end_of(clock.on)


def band_px(clock: Clock, scale: Scale) -> tuple[float, float] | None:
    """Return where the days shown begin and end, held within the track; None for one day."""
    if clock.mode is Mode.INSTANT:
        return None
    during = clock.during
    left = scale.x_of(during.start) if during.start else 0.0
    right = scale.x_of(during.end) if during.end else scale.width_px
    left, right = max(0.0, left), min(scale.width_px, right)
    return (left, right) if left < right else None


def top_zone(histogram: QRectF, sizes: TrackSizes) -> QRectF:
    """Return the row at the top of the histogram where a window is held by its edges and body."""
    half = sizes.handle_height / 2 + 1
    return QRectF(histogram.left(), histogram.top() - half, histogram.width(), 2 * half)


def draw_band(painter: QPainter, picture: Picture, clock: Clock) -> None:
    """Draw the ground of the days shown, and the edge at its top by which it is moved."""
    ends = band_px(clock, picture.scale)
    if ends is None:
        return
    ui, row = picture.theme.colours.ui, picture.lanes.histogram
    box = QRectF(ends[0], row.top(), ends[1] - ends[0], row.height())
    soft = QColor(ui.accent_soft)
    soft.setAlphaF(_BAND_ALPHA)
    painter.fillRect(box, soft)
    painter.fillRect(
        QRectF(box.left(), box.top() - 1, box.width(), _TOP_EDGE_PX), QColor(ui.accent)
    )


def draw_edges(painter: QPainter, picture: Picture, clock: Clock, *, has_focus: bool) -> None:
    """Draw the lines at the ends of the days shown, and the handle of the day itself."""
    scale, row = picture.scale, picture.lanes.histogram
    painter.setPen(QPen(QColor(picture.theme.colours.ui.accent), 2))
    at_px = handle_px(clock, scale)
    edges = [at_px]
    if clock.mode is Mode.WINDOW:
        edges.append(scale.x_of(clock.first_shown))
    for x_px in edges:
        painter.drawLine(QPointF(x_px, row.top()), QPointF(x_px, row.bottom() + 4))
    draw_handle(painter, picture.theme, QPointF(at_px, row.top()), has_focus=has_focus)


def handles_at_left(
    clock: Clock | None, scale: Scale, width_px: float
) -> tuple[tuple[float, float], ...]:
    """
    Return the left and right ends of the handles at the left edge, where labels stand.

    They are rounded outward, so that what gives way to them is not drawn anew at every pixel.

    Args:
        clock: Which days are taken in.
        scale: The stretch of time shown.
        width_px: How wide a handle is.
    """
    if clock is None:
        return ()
    places = [handle_px(clock, scale)]
    if clock.mode is Mode.WINDOW:
        places.append(scale.x_of(clock.first_shown))
    half = width_px / 2 + 3
    return tuple(
        (floor((x_px - half) / _STEP_PX) * _STEP_PX, ceil((x_px + half) / _STEP_PX) * _STEP_PX)
        for x_px in places
        if -half < x_px < _LABELS_PX
    )


def draw_handle(painter: QPainter, theme: Theme, middle: QPointF, *, has_focus: bool) -> None:
    """Draw one handle around a point."""
    ui, sizes = theme.colours.ui, theme.tokens.track
    accent = QColor(ui.accent)
    box = QRectF(0, 0, sizes.handle_width, sizes.handle_height)
    box.moveCenter(middle)
    if has_focus:
        painter.setPen(QPen(accent, 2))
        painter.setBrush(QColor(ui.window))
        painter.drawRoundedRect(box.adjusted(-3.5, -3.5, 3.5, 3.5), 5.5, 5.5)
    painter.setPen(QPen(accent, 2))
    painter.setBrush(QColor(ui.panel))
    painter.drawRoundedRect(box, 3, 3)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(accent, 1.2))
    for shift in (-1.7, 1.7):
        x_px = middle.x() + shift
        painter.drawLine(QPointF(x_px, middle.y() - 4), QPointF(x_px, middle.y() + 4))
