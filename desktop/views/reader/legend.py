"""The legend of the reader: each kind of mark by its own look."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.settings.theme import Theme
from desktop.views.reader.highlights import HighlightKind

_SIDE_PX = 16
_GAP_PX = 12
_LINES = {
    HighlightKind.PLACE: Qt.PenStyle.SolidLine,
    HighlightKind.DATE: Qt.PenStyle.DashLine,
    HighlightKind.COUNT: Qt.PenStyle.DotLine,
}


class ReaderLegend(QWidget):
    """
    What each kind of mark looks like.

    Args:
        theme: Colours and fonts.
        parent: Owner.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(
            "Marks: places underlined, dates dashed, counts dotted, actors shaded, claims barred"
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(240, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            font = self._theme.font("small")
            painter.setFont(font)
            metrics = QFontMetricsF(font)
            left = float(_SIDE_PX)
            for kind in HighlightKind:
                box = QRectF(left, 6, metrics.horizontalAdvance(kind.value) + 4, 16)
                self._draw(painter, kind, box)
                left = box.right() + _GAP_PX
            painter.fillRect(QRectF(left, 7, 3, 14), QColor(self._theme.colours.span.actor_line))
            painter.setPen(QColor(self._theme.colours.ui.text2))
            painter.drawText(QRectF(left + 7, 6, 60, 16), Qt.AlignmentFlag.AlignVCenter, "claim")

    def _draw(self, painter: QPainter, kind: HighlightKind, box: QRectF) -> None:
        span = self._theme.colours.span
        ground, line = {
            HighlightKind.PLACE: (span.place, span.place_line),
            HighlightKind.DATE: (span.date, span.date_line),
            HighlightKind.COUNT: (span.count, span.count_line),
            HighlightKind.ACTOR: (span.actor, span.actor_line),
        }[kind]
        painter.fillRect(box, QColor(ground))
        painter.setPen(QColor(self._theme.colours.ui.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, kind.value)
        if kind in _LINES:
            painter.setPen(QPen(QColor(line), 1.6, _LINES[kind]))
            foot = box.bottom() - 0.8
            painter.drawLine(QPointF(box.left(), foot), QPointF(box.right(), foot))
