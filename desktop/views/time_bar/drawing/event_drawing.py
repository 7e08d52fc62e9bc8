"""Draws the event lane, the deadline flags and the names of what is out of sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from desktop.settings.theme import Theme
from desktop.views.time_bar.drawing.axis_drawing import Picture, text_font
from desktop.views.time_bar.drawing.flags import Flag
from desktop.views.time_bar.drawing.labels import Tick, place_labels
from desktop.views.time_bar.drawing.lanes import EventTick, Hidden

_DOT_PX = 3.6
_DIAMOND_PX = 4.6
_FLAG_HEIGHT_PX = 16.0
_FLAG_NOTCH_PX = 4.0
# Above it stands the number of the dotted line.
_EDGE_AIR_PX = 26.0


def draw_events(painter: QPainter, picture: Picture, ticks: Sequence[EventTick]) -> None:
    """Draw circles, diamonds, bars for uncertain intervals, and the labels that fit."""
    ui = picture.theme.colours.ui
    row = picture.lanes.events
    font = text_font(picture.theme, "small")
    metrics = QFontMetricsF(font)
    boxes = [Tick(t.left_px, t.right_px, metrics.horizontalAdvance(t.label)) for t in ticks]
    places = place_labels(boxes, lane=(row.left(), row.right()))
    painter.setFont(font)
    for tick, box, place in zip(ticks, boxes, places, strict=True):
        _draw_symbol(painter, picture, tick)
        if place is not None:
            painter.setPen(QColor(ui.text2))
            label = QRectF(place, row.top() + 2, box.label_px + 2, row.height() - 4)
            painter.fillRect(label.adjusted(-2, 0, 2, 0), QColor(ui.window))
            painter.drawText(label, Qt.AlignmentFlag.AlignVCenter, tick.label)


def _draw_symbol(painter: QPainter, picture: Picture, tick: EventTick) -> None:
    theme, row = picture.theme, picture.lanes.events
    greys = theme.colours.layer
    colour = QColor(greys.alignment if tick.is_alignment else greys.troops)
    middle = QPointF(tick.x_px, row.center().y())
    if tick.is_uncertain:
        painter.setPen(QPen(colour, 1.6))
        painter.drawLine(QPointF(tick.left_px, middle.y()), QPointF(tick.right_px, middle.y()))
        ends = zip((tick.left_px, tick.right_px), tick.caps, strict=True)
        for x_px in [end for end, has_cap in ends if has_cap]:
            painter.drawLine(QPointF(x_px, middle.y() - 3), QPointF(x_px, middle.y() + 3))
    # A casing keeps the symbol apart from its own bar.
    painter.setPen(QPen(QColor(theme.colours.ui.window), 1.4))
    painter.setBrush(colour)
    if tick.is_alignment:
        d = _DIAMOND_PX
        painter.drawPolygon(
            QPolygonF(
                [middle + QPointF(x, y) for x, y in ((-d, 0.0), (0.0, -d), (d, 0.0), (0.0, d))]
            )
        )
    else:
        painter.drawEllipse(middle, _DOT_PX + 0.6, _DOT_PX + 0.6)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def place_flags(
    theme: Theme, deadlines: Sequence[tuple[float, str]], row: QRectF
) -> list[QRectF | None]:
    """
    Return the box of each flag, or None where it would cover another one.

    Right of its staff first, then left, then lower by a flag; it is never cut.

    Args:
        theme: Fonts.
        deadlines: Where each staff stands, in px, and its label.
        row: The histogram.
    """
    metrics = QFontMetricsF(text_font(theme, "small", QFont.Weight.DemiBold))
    step = _FLAG_HEIGHT_PX + 3
    tops = [row.top() + 5 + n * step for n in range(max(1, int((row.height() - 5) // step)))]
    placed: list[QRectF | None] = []
    for x_px, label in deadlines:
        width = metrics.horizontalAdvance(label) + 12 + _FLAG_NOTCH_PX
        boxes = [
            QRectF(left, top, width, _FLAG_HEIGHT_PX)
            for top in tops
            for left in (x_px, x_px - width)
            if left >= row.left() and left + width <= row.right()
        ]
        free = (
            box for box in boxes if not any(other and box.intersects(other) for other in placed)
        )
        placed.append(next(free, None))
    return placed


def draw_spread(painter: QPainter, picture: Picture, flag: Flag) -> None:
    """Shade the days between the first and the last deadline that sources set for one thing."""
    if flag.last > flag.day:
        scale, row = picture.scale, picture.lanes.histogram
        left, right = scale.middle_of(flag.day), scale.middle_of(flag.last)
        shade = QColor(picture.theme.colours.ui.text)
        shade.setAlphaF(0.13)
        painter.fillRect(QRectF(left, row.top() + 5, right - left, row.height() - 5), shade)
        pen = QPen(QColor(picture.theme.colours.ui.text), 1.1)
        pen.setDashPattern([1.5, 2.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(right, row.top() + 5), QPointF(right, row.bottom()))


def draw_staff(painter: QPainter, picture: Picture, x_px: float, box: QRectF | None) -> None:
    """Draw a deadline's staff: dashed, because it lies ahead."""
    lanes = picture.lanes
    pen = QPen(QColor(picture.theme.colours.ui.text), 1.4)
    pen.setDashPattern([2.0, 2.0])
    painter.setPen(pen)
    top = box.top() if box else lanes.histogram.top() + 5
    painter.drawLine(QPointF(x_px, top), QPointF(x_px, lanes.events.bottom() - 3))


def draw_flag(painter: QPainter, picture: Picture, x_px: float, label: str, box: QRectF) -> None:
    """Draw a deadline's flag in its box."""
    ui = picture.theme.colours.ui
    is_right = box.left() >= x_px
    near, far = (box.left(), box.right()) if is_right else (box.right(), box.left())
    notch = -_FLAG_NOTCH_PX if is_right else _FLAG_NOTCH_PX
    painter.setPen(QPen(QColor(ui.text), 1.2))
    painter.setBrush(QColor(ui.panel))
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(near, box.top()),
                QPointF(far, box.top()),
                QPointF(far + notch, box.center().y()),
                QPointF(far, box.bottom()),
                QPointF(near, box.bottom()),
            ]
        )
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setFont(text_font(picture.theme, "small", QFont.Weight.DemiBold))
    shift = -_FLAG_NOTCH_PX / 2 if is_right else _FLAG_NOTCH_PX / 2
    painter.drawText(box.translated(shift, 0), Qt.AlignmentFlag.AlignCenter, label)


def draw_hidden(
    painter: QPainter,
    picture: Picture,
    hidden: tuple[Hidden | None, Hidden | None],
    bars: Sequence[QRectF],
    mark: QRectF,
) -> tuple[QRectF, QRectF]:
    """
    Name what lies outside the view at either edge.

    Args:
        painter: Draws.
        picture: What is drawn.
        hidden: What lies before and after.
        bars: Where bars stand: the words stand above those in their way, or turn short.
        mark: The number of the dotted line, which they stand beside where both have no room.

    Returns:
        The boxes that a click may hit; empty where nothing is hidden.
    """
    before, after = hidden
    row = picture.lanes.histogram
    boxes = [QRectF(), QRectF()]
    for at, (side, is_left) in enumerate(((before, True), (after, False))):
        if side is None:
            continue
        for words in (side.words, side.nearest, side.short):
            told = f"◂ {words}" if is_left else f"{words} ▸"
            boxes[at] = _edge_box(picture, told, is_left=is_left)
            in_way = [bar.top() for bar in bars if _is_below(bar, boxes[at])]
            boxes[at].moveBottom(min([row.bottom() - 3, *(top - 2 for top in in_way)]))
            if boxes[at].top() >= row.top() + _EDGE_AIR_PX and boxes[at].width() < row.width() / 2:
                break
        else:
            boxes[at].moveBottom(row.bottom() - 3)
        if boxes[at].intersects(mark):
            boxes[at].moveLeft(mark.right() + 6)
        _draw_edge(painter, picture, told, boxes[at])
    return boxes[0], boxes[1]


def _is_below(bar: QRectF, box: QRectF) -> bool:
    return box.left() < bar.right() and bar.left() < box.right()


def _edge_box(picture: Picture, words: str, *, is_left: bool) -> QRectF:
    row = picture.lanes.histogram
    width = QFontMetricsF(text_font(picture.theme, "small")).horizontalAdvance(words) + 8
    near = picture.clear_px(row.left() + 2, width)
    left = near if is_left else row.right() - width - 2
    return QRectF(left, row.bottom() - 18, width, 15)


def _draw_edge(painter: QPainter, picture: Picture, words: str, box: QRectF) -> None:
    ui = picture.theme.colours.ui
    painter.fillRect(box, QColor(ui.panel))
    painter.setFont(text_font(picture.theme, "small"))
    painter.setPen(QColor(ui.text2))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
