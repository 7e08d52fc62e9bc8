"""Draws the months, the histogram and the zone after the last source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desktop.settings.theme import Theme
from desktop.views.hatching import hatch
from desktop.views.time_bar.drawing.bins import Bar, round_mark
from desktop.views.time_bar.drawing.calendar_ticks import axis_ticks
from desktop.views.time_bar.drawing.lanes import Lanes
from desktop.views.time_bar.scale import Scale
from geodata.domain.layers import Layer
from geodata.timeline import Axis

_TOP_AIR_PX = 15.0
_STRIPE_PX = 3.0


@dataclass(frozen=True, slots=True)
class Picture:
    """
    What a drawing function needs.

    Args:
        theme: Colours, fonts, sizes.
        axis: The project's time.
        scale: The stretch of time shown.
        lanes: Where the rows are.
        known_by: Sources up to this day are read; None when all are.
        handles_px: Left and right ends of the handles at the left edge: labels give way to them.
    """

    theme: Theme
    axis: Axis
    scale: Scale
    lanes: Lanes
    known_by: date | None = None
    handles_px: tuple[tuple[float, float], ...] = ()

    def clear_px(self, left_px: float, width_px: float) -> float:
        """Return where a label begins that would begin at a pixel, were there no handles."""
        for left, right in sorted(self.handles_px):
            if left < left_px + width_px and left_px < right:
                left_px = right
        return left_px

    @property
    def last_read_day(self) -> date:
        """The day of the last source that is read."""
        last = self.axis.last_source_day
        return min(last, self.known_by) if self.known_by else last


def text_font(theme: Theme, role: str, weight: QFont.Weight | None = None) -> QFont:
    """Return a font of the theme, with another weight if given."""
    font = theme.font(role)
    if weight is not None:
        font.setWeight(weight)
    return font


def draw_months(painter: QPainter, picture: Picture) -> None:
    """Draw the ticks of the month axis; the year at the left end stays in sight."""
    ui = picture.theme.colours.ui
    row, scale = picture.lanes.months, picture.scale
    bold = text_font(picture.theme, "small", QFont.Weight.DemiBold)
    plain = text_font(picture.theme, "small")
    first_year = str(scale.day_at(0).year)
    width = QFontMetricsF(bold).horizontalAdvance(first_year)
    left_px = picture.clear_px(row.left(), width)
    year_px = left_px + width + 8
    painter.setFont(bold)
    painter.setPen(QColor(ui.text))
    place = QRectF(left_px, row.top(), width + 2, row.height())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, first_year)
    for tick in axis_ticks(scale):
        x_px = scale.x_of(tick.day)
        painter.setPen(QPen(QColor(ui.line), 1))
        top = row.top() + 6 if x_px >= year_px else row.bottom()
        painter.drawLine(QPointF(x_px, top), QPointF(x_px, picture.lanes.histogram.bottom()))
        font = bold if tick.is_year else plain
        width = QFontMetricsF(font).horizontalAdvance(tick.label)
        is_free = x_px + 5 >= year_px and x_px + 5 + width <= row.right()
        if is_free:
            painter.setFont(font)
            painter.setPen(QColor(ui.text if tick.is_year else ui.text2))
            box = QRectF(x_px + 5, row.top(), width + 2, row.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, tick.label)


def draw_ground(painter: QPainter, picture: Picture) -> None:
    """Draw the ground of the histogram, and the zone that no source has reached yet."""
    ui = picture.theme.colours.ui
    box = picture.lanes.histogram
    painter.fillRect(box, QColor(ui.panel))
    zone = zone_after(picture.last_read_day, picture.scale, box)
    if zone.width() > 0:
        painter.fillRect(zone, QColor(ui.raised))
        hatch(painter, zone, picture.theme.tokens.track.hatch_gap, QColor(ui.line))


def zone_words(
    picture: Picture, avoid_px: float, in_way: Sequence[QRectF]
) -> tuple[QRectF, str] | None:
    """
    Return where it is said what the zone after the last source is, or None without room for it.

    Args:
        picture: What is drawn.
        avoid_px: Left end of whatever stands in the zone, which the words must not touch.
        in_way: Other words, which stand there already: these stand right of them.
    """
    zone = zone_after(picture.last_read_day, picture.scale, picture.lanes.histogram)
    font = text_font(picture.theme, "small")
    for words in ("after the last source: only plans and deadlines", "after the last source"):
        width = QFontMetricsF(font).horizontalAdvance(words)
        box = QRectF(zone.left() + 14, zone.bottom() - 20, width + 2, 16)
        for other in sorted(in_way, key=QRectF.left):
            if box.adjusted(-6, 0, 6, 0).intersects(other):
                box.moveLeft(other.right() + 8)
        if box.left() + width + 6 <= min(zone.right(), avoid_px):
            return box, words
    return None


def draw_zone_words(
    painter: QPainter, picture: Picture, avoid_px: float, in_way: Sequence[QRectF]
) -> None:
    """Say in words what the zone after the last source is; for the rest see `zone_words`."""
    said = zone_words(picture, avoid_px, in_way)
    if said is None:
        return
    box, words = said
    painter.fillRect(box.adjusted(-3, 0, 3, 0), QColor(picture.theme.colours.ui.raised))
    painter.setFont(text_font(picture.theme, "small"))
    painter.setPen(QColor(picture.theme.colours.ui.text2))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)


def draw_bars(painter: QPainter, picture: Picture, bars: Sequence[Bar], unit: str) -> None:
    """Draw the stacked bars, vague shares striped, and one dotted line with its number."""
    box = picture.lanes.histogram
    seen = _seen(picture.scale, bars)
    if seen:
        mark, px_per_claim = _heights(seen, box)
        for bar, place in zip(seen, bar_boxes(picture, bars), strict=True):
            foot = QRectF(place.left(), box.bottom(), place.width(), px_per_claim)
            _draw_bar(painter, picture, bar, foot)
        _draw_mark(
            painter, picture, box.bottom() - mark * px_per_claim, mark_box(picture, bars, unit)
        )
    ui = picture.theme.colours.ui
    painter.setPen(QPen(QColor(ui.line_strong), 1))
    painter.drawLine(box.bottomLeft(), box.bottomRight())


def bar_boxes(picture: Picture, bars: Sequence[Bar]) -> list[QRectF]:
    """Return where the bars that are seen stand."""
    box, scale = picture.lanes.histogram, picture.scale
    seen = _seen(scale, bars)
    if not seen:
        return []
    _mark, px_per_claim = _heights(seen, box)
    gap = picture.theme.tokens.track.bar_gap
    boxes = []
    for bar in seen:
        left, right = scale.x_of(bar.start), scale.x_of(bar.end)
        height = bar.total * px_per_claim
        boxes.append(QRectF(left, box.bottom() - height, max(1.0, right - left - gap), height))
    return boxes


def _seen(scale: Scale, bars: Sequence[Bar]) -> list[Bar]:
    return [
        bar
        for bar in bars
        if bar.total > 0 and scale.x_of(bar.end) > 0 and scale.x_of(bar.start) < scale.width_px
    ]


def _heights(seen: Sequence[Bar], box: QRectF) -> tuple[int, float]:
    """Return the claims of the dotted line, and how high one claim is."""
    most = max(bar.total for bar in seen)
    mark = round_mark(most)
    return mark, (box.height() - _TOP_AIR_PX) / max(most, mark)


def _draw_bar(painter: QPainter, picture: Picture, bar: Bar, foot: QRectF) -> None:
    """Draw one bar upward from its foot, whose height is that of one claim."""
    y_px = foot.top()
    for part in bar.parts:
        colour = layer_colour(picture.theme, part.layer)
        for weight, is_vague in ((part.exact, False), (part.vague, True)):
            height = weight * foot.height()
            box = QRectF(foot.left(), y_px - height, foot.width(), height)
            if is_vague:
                _draw_stripes(painter, box, colour)
            elif weight:
                painter.fillRect(box, colour)
            y_px -= height


def _draw_stripes(painter: QPainter, box: QRectF, colour: QColor) -> None:
    if box.height() < _STRIPE_PX:
        # Too low for stripes: half the ink says the same.
        colour = QColor(colour)
        colour.setAlphaF(0.55)
        painter.fillRect(box, colour)
        return
    bottom = box.bottom()
    while bottom > box.top():
        top = max(box.top(), bottom - _STRIPE_PX / 2)
        painter.fillRect(QRectF(box.left(), top, box.width(), bottom - top), colour)
        bottom -= _STRIPE_PX


def mark_box(picture: Picture, bars: Sequence[Bar], unit: str) -> tuple[QRectF, str]:
    """Return where the number of the dotted line stands, and its words; empty without bars."""
    box, seen = picture.lanes.histogram, _seen(picture.scale, bars)
    if not seen:
        return QRectF(), ""
    mark, px_per_claim = _heights(seen, box)
    words = f"{mark} {'claim' if mark == 1 else 'claims'} a {unit}"
    width = QFontMetricsF(text_font(picture.theme, "micro")).horizontalAdvance(words)
    y_px = box.bottom() - mark * px_per_claim
    left_px = picture.clear_px(box.left() + 3, width + 4)
    return QRectF(left_px, y_px - 14, width + 4, 13), words


def _draw_mark(painter: QPainter, picture: Picture, y_px: float, label: tuple[QRectF, str]) -> None:
    ui = picture.theme.colours.ui
    box = picture.lanes.histogram
    painter.setPen(QPen(QColor(ui.line_strong), 1, Qt.PenStyle.DotLine))
    painter.drawLine(QPointF(box.left(), y_px), QPointF(box.right(), y_px))
    place, words = label
    painter.setFont(text_font(picture.theme, "micro"))
    painter.fillRect(place, QColor(ui.panel))
    painter.setPen(QColor(ui.text2))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)


def layer_colour(theme: Theme, layer: Layer) -> QColor:
    """Return the grey of a layer."""
    greys = theme.colours.layer
    return QColor({Layer.BASES: greys.base, Layer.TROOPS: greys.troops}.get(layer, greys.alignment))


def zone_after(last_source: date | None, scale: Scale, box: QRectF) -> QRectF:
    """Return the part of a row that lies after the last source's day; empty without sources."""
    left = scale.end_of(last_source) if last_source else box.right()
    left = min(max(left, box.left()), box.right())
    return QRectF(left, box.top(), box.right() - left, box.height())
