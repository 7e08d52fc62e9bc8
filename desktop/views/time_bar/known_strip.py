"""The strip of publication dates, and the pointer of the known date."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.settings.theme import Theme
from desktop.views.hatching import hatch
from desktop.views.time_bar.drawing.axis_drawing import text_font, zone_after
from desktop.views.time_bar.scale import snapped
from desktop.views.time_bar.slider import DaySlider
from desktop.wording.words import date_words, plural
from geodata.domain.times import on_day
from geodata.timeline import Axis, AxisPublication
from geodata.written_days import day_words, short_day

_TICK_HALF_PX = 5.0


class KnownStrip(DaySlider):
    """
    Which sources are read: a tick a stated date, a dashed box an inferred range, one pointer.

    Args:
        theme: Colours, fonts, sizes.
        parent: Owner.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._theme = theme
        self._axis: Axis | None = None
        super().__init__("Known by", parent)
        self.setFixedHeight(theme.tokens.track.strip + 5)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_axis(self, axis: Axis | None) -> None:
        """Show another project's sources."""
        self._axis = axis
        self.update()

    def publication_days(self) -> list[date]:
        """Return the days on which sources appeared, ascending, each once."""
        pubs = self._axis.publications if self._axis else ()
        return sorted({day for pub in pubs if (day := pub.best)})

    def read_by(self, day: date) -> int:
        """Return how many dated sources had appeared by the end of a day."""
        pubs = self._axis.publications if self._axis else ()
        return sum(1 for pub in pubs if pub.best and pub.best <= day)

    @property
    def is_all(self) -> bool:
        """Whether the known date leaves no source out."""
        last = self._axis.last_source_day if self._axis else None
        return last is None or self.day is None or self.day >= last

    def day_near(self, x_px: float, *, snaps: bool) -> date | None:
        """Return the day under a pixel, or a publication nearby."""
        if not self.scale:
            return None
        reach = self._theme.tokens.track.snap if snaps else -1
        return snapped(self.scale, x_px, self.publication_days(), reach)

    def value_words(self) -> str:
        """Return the known date and how many sources it lets in."""
        if not self.day:
            return "all sources"
        words = f"{day_words(self.day)}, {plural(self.read_by(self.day), 'source')}"
        return f"{words}, all" if self.is_all else words

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ui = self._theme.colours.ui
            box = QRectF(0.5, 5.5, self.width() - 1, self._theme.tokens.track.strip - 1)
            painter.setPen(QPen(QColor(ui.line), 1))
            painter.drawRect(box)
            if not (self._axis and self.scale):
                return
            zone = zone_after(self._axis.last_source_day, self.scale, box)
            hatch(painter, zone, self._theme.tokens.track.hatch_gap, QColor(ui.line))
            if self.day:
                x_px = min(max(self.scale.middle_of(self.day), 0.0), box.right())
                painter.setPen(QPen(QColor(ui.line_strong), 2))
                painter.drawLine(QPointF(1, box.center().y()), QPointF(x_px, box.center().y()))
            for pub in self._axis.publications:
                self._draw_range(painter, pub, box)
            for pub in self._axis.publications:
                self._draw_tick(painter, pub, box)
            if self.day:
                self._draw_pointer(painter, self.scale.middle_of(self.day), box)

    def _ink(self, pub: AxisPublication) -> QColor:
        ui = self._theme.colours.ui
        is_read = self.day is None or (pub.best is not None and pub.best <= self.day)
        return QColor(ui.text if is_read else ui.line_strong)

    def _draw_range(self, painter: QPainter, pub: AxisPublication, box: QRectF) -> None:
        first, last = pub.within.earliest, pub.within.latest
        if not (self.scale and first and last) or pub.within.is_exact:
            return
        left, right = self.scale.x_of(first), self.scale.end_of(last)
        painter.setPen(QPen(self._ink(pub), 1.2, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(self._theme.colours.ui.panel))
        painter.drawRoundedRect(QRectF(left, box.center().y() - 4, right - left, 8), 2, 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_tick(self, painter: QPainter, pub: AxisPublication, box: QRectF) -> None:
        if self.scale and pub.best:
            x_px, middle = self.scale.middle_of(pub.best), box.center().y()
            painter.setPen(QPen(self._ink(pub), 2.6 if pub.is_stated else 1.6))
            reach = _TICK_HALF_PX if pub.is_stated else _TICK_HALF_PX - 1
            painter.drawLine(QPointF(x_px, middle - reach), QPointF(x_px, middle + reach))

    def _draw_pointer(self, painter: QPainter, x_px: float, box: QRectF) -> None:
        ui = self._theme.colours.ui
        half = self._theme.tokens.track.known_width / 2
        top = box.top() - 4
        shape = QPolygonF(
            [
                QPointF(x_px, top),
                QPointF(x_px + half, top + half),
                QPointF(x_px + half, box.bottom()),
                QPointF(x_px - half, box.bottom()),
                QPointF(x_px - half, top + half),
            ]
        )
        focus = QColor(ui.accent) if self.hasFocus() else QColor(ui.window)
        painter.setPen(QPen(focus, 3.5 if self.hasFocus() else 2))
        painter.setBrush(QColor(ui.text))
        painter.drawPolygon(shape)
        painter.setPen(QPen(QColor(ui.window), 1.4))
        for shift in (-2.0, 2.0):
            painter.drawLine(
                QPointF(x_px + shift, box.center().y() - 2), QPointF(x_px + shift, box.bottom() - 3)
            )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._draw_words(painter, x_px, half + 6, box)

    def _draw_words(self, painter: QPainter, x_px: float, gap_px: float, box: QRectF) -> None:
        if not self.day:
            return
        told = f"known by {short_day(self.day)}"
        words = f"{told}, all sources" if self.is_all else told
        font = text_font(self._theme, "small", QFont.Weight.DemiBold)
        width = QFontMetricsF(font).horizontalAdvance(words)
        left = self._free_place(x_px, gap_px, width, box.right() - 4)
        place = QRectF(left, box.top() + 1, width + 2, box.height() - 2)
        painter.fillRect(place.adjusted(-3, 0, 3, 0), QColor(self._theme.colours.ui.window))
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colours.ui.text))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)

    def _free_place(self, x_px: float, gap_px: float, width: float, end: float) -> float:
        """Return where words fit beside the pointer without covering a publication."""
        ticks = [self.scale.middle_of(day) for day in self.publication_days()] if self.scale else []
        after_all = max([x_px, *ticks]) + gap_px
        places = (x_px + gap_px, after_all, x_px - gap_px - width)
        for left in places:
            is_free = not any(left - 4 <= tick <= left + width + 4 for tick in ticks)
            if is_free and left >= 0 and left + width <= end:
                return left
        return places[0] if places[0] + width <= end else places[2]

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.words_at(float(event.pos().x())), self)
            return True
        return super().event(event)

    def words_at(self, x_px: float) -> str:
        """Return which sources stand under the pointer, in words."""
        if not (self._axis and self.scale):
            return ""
        near = [
            pub
            for pub in self._axis.publications
            if pub.best and abs(self.scale.middle_of(pub.best) - x_px) <= _TICK_HALF_PX
        ]
        if not near:
            return f"Read only sources that appeared by {day_words(self.scale.day_at(x_px))}"
        return "\n".join(
            f"1 source, {'appeared' if pub.is_stated else 'probably appeared'} "
            f"{date_words(pub.within if pub.within.is_known else on_day(pub.best))}"
            for pub in near
            if pub.best
        )
