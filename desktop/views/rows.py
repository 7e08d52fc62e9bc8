"""The ground of a row in a list of articles or bookmarks, on which each list draws its words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.settings.theme import Theme


class RowDelegate(QStyledItemDelegate):
    """
    Draws ground, line and focus of rows; what stands on them is `draw_row` of a list's own.

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
        self.draw_row(painter, row, index)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(ui.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(row.adjusted(1, 1, -1, -2))
        painter.restore()

    def draw_row(
        self, painter: QPainter, row: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw what stands on a row; here nothing does."""
