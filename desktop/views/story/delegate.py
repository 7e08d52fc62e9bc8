"""Draws one bookmark: its place, its heading, its dates, and a sign where a citation fails."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from desktop.models.story_model import BookmarkRole
from desktop.views.rows import RowDelegate

_SIDE_PX = 10
_TEXT_LEFT_PX = 36
_SIGN_PX = 16


class BookmarkDelegate(RowDelegate):
    """Draws number, heading and dates of a bookmark."""

    def draw_row(
        self, painter: QPainter, row: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        ui = self._theme.colours.ui
        left = row.left() + _TEXT_LEFT_PX
        width = row.width() - _TEXT_LEFT_PX - _SIDE_PX
        if index.data(BookmarkRole.TROUBLE):
            width -= _SIGN_PX + 6
            place = QRectF(row.right() - _SIDE_PX - _SIGN_PX, row.top() + 8, _SIGN_PX, _SIGN_PX)
            self._theme.icon("alert-outline", ui.error).paint(painter, place.toRect())
        title_font, small_font = self._theme.font("body"), self._theme.font("small")
        title_font.setWeight(title_font.Weight.Medium)
        painter.setFont(title_font)
        painter.setPen(QColor(ui.text3))
        number = QRectF(row.left(), row.top() + 5, _TEXT_LEFT_PX - 8, 18)
        painter.drawText(number, Qt.AlignmentFlag.AlignRight, str(index.data(BookmarkRole.NUMBER)))
        painter.setPen(QColor(ui.text))
        elide = Qt.TextElideMode.ElideRight
        title = QFontMetricsF(title_font).elidedText(index.data(), elide, width)
        painter.drawText(QPointF(left, row.top() + 19), title)
        painter.setFont(small_font)
        painter.setPen(QColor(ui.text2))
        when = QFontMetricsF(small_font).elidedText(index.data(BookmarkRole.WHEN), elide, width)
        painter.drawText(QPointF(left, row.top() + 36), when)
