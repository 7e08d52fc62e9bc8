"""Draws one bookmark: its place, its heading, its dates, and a sign where a citation fails."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.models.story_model import BookmarkRole
from desktop.settings.theme import Theme

_SIDE_PX = 10
_TEXT_LEFT_PX = 36
_SIGN_PX = 16


class BookmarkDelegate(QStyledItemDelegate):
    """
    Draws rows.

    Args:
        theme: Colours, fonts, sizes.
        parent: The view.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(160, self._theme.tokens.size.source_row)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: QRect = option.rect
        state: QStyle.StateFlag = option.state
        ui = self._theme.colours.ui
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = ui.selection if is_selected else ui.hover if is_hovered else ui.panel
        painter.fillRect(row, QColor(ground))
        painter.setPen(QColor(ui.line))
        painter.drawLine(row.bottomLeft(), row.bottomRight())
        self._draw_words(painter, row, index)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(ui.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(row.adjusted(1, 1, -1, -2))
        painter.restore()

    def _draw_words(
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
