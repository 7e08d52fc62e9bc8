"""Draws one source: number, heading, outlet and date, solo and mute."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyleOptionViewItem,
    QToolTip,
)

from desktop.models.sources_model import UNKNOWN_OUTLET, SourceRole
from desktop.views.badge import BADGE_PX, draw_badge
from desktop.views.rows import RowDelegate

_BUTTON = QSize(18, 17)
_HIT_PX = 24
_SIDE_PX = 10
_TEXT_LEFT_PX = 36


class SourceDelegate(RowDelegate):
    """Draws rows and takes clicks on solo and mute."""

    mute_clicked = Signal(int)  # row
    solo_clicked = Signal(int)

    def draw_row(
        self, painter: QPainter, row: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if index.data(SourceRole.IS_LEFT_OUT):
            painter.setOpacity(0.55)
        badge = QRectF(row.left() + _SIDE_PX, row.top() + 6, BADGE_PX, BADGE_PX)
        draw_badge(painter, self._theme, badge, str(index.data(SourceRole.NUMBER)))
        self._draw_words(painter, row, index)
        painter.setOpacity(1)
        self._draw_button(painter, mute_box(row), "M", is_on=bool(index.data(SourceRole.IS_MUTED)))
        self._draw_button(painter, solo_box(row), "S", is_on=bool(index.data(SourceRole.IS_SOLO)))

    def _draw_words(
        self, painter: QPainter, row: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        ui = self._theme.colours.ui
        left = row.left() + _TEXT_LEFT_PX
        width = solo_box(row).left() - 8 - left
        title_font, small_font = self._theme.font("body"), self._theme.font("small")
        title_font.setWeight(title_font.Weight.Medium)
        metrics = QFontMetricsF(title_font)
        title = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, width)
        painter.setFont(title_font)
        painter.setPen(QColor(ui.text))
        painter.drawText(QPointF(left, row.top() + 19), title)
        painter.setFont(small_font)
        small = QFontMetricsF(small_font)
        date = index.data(SourceRole.DATE)
        room = width - small.horizontalAdvance(date)
        name = index.data(SourceRole.OUTLET)
        room = max(0.0, room - small.horizontalAdvance(", "))
        # Cut short it would say nothing; the date says more.
        is_told = name != UNKNOWN_OUTLET or small.horizontalAdvance(name) <= room
        outlet = small.elidedText(name, Qt.TextElideMode.ElideRight, room) + ", " if is_told else ""
        painter.setPen(QColor(ui.text2))
        painter.drawText(QPointF(left, row.top() + 36), outlet)
        painter.setPen(QColor(ui.warn if index.data(SourceRole.IS_INFERRED) else ui.text2))
        painter.drawText(QPointF(left + small.horizontalAdvance(outlet), row.top() + 36), date)

    def _draw_button(self, painter: QPainter, box: QRect, letter: str, *, is_on: bool) -> None:
        ui, radius = self._theme.colours.ui, self._theme.tokens.radius.badge
        painter.setPen(QPen(QColor(ui.accent if is_on else ui.line), 1))
        painter.setBrush(QColor(ui.accent if is_on else ui.panel))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setFont(self._theme.font("micro"))
        painter.setPen(QColor(ui.on_accent if is_on else ui.text2))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)

    def editorEvent(
        self,
        event: QEvent,
        _model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if not isinstance(event, QMouseEvent) or event.button() != Qt.MouseButton.LeftButton:
            return False
        letter = button_at(option.rect, event.position())
        if letter is None:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            (self.mute_clicked if letter == "M" else self.solo_clicked).emit(index.row())
        return True

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        tips = {"M": "Mute: leave this source out (M)", "S": "Solo: only this source (S)"}
        letter = button_at(option.rect, QPointF(event.pos()))
        if letter:
            QToolTip.showText(event.globalPos(), tips[letter], view)
            return True
        return super().helpEvent(event, view, option, index)


def mute_box(row: QRect) -> QRect:
    """Return where the mute button of a row is drawn."""
    left = row.right() - _SIDE_PX - _BUTTON.width() + 1
    return QRect(left, row.top() + 7, _BUTTON.width(), _BUTTON.height())


def solo_box(row: QRect) -> QRect:
    """Return where the solo button of a row is drawn."""
    return mute_box(row).translated(-_BUTTON.width() - 4, 0)


def button_at(row: QRect, at: QPointF) -> str | None:
    """Return `M` or `S` for the button whose hit area holds the point, or None."""
    for letter, box in (("M", mute_box(row)), ("S", solo_box(row))):
        hit = QRectF(0, 0, box.width() + 4, _HIT_PX)
        hit.moveCenter(QRectF(box).center())
        if hit.contains(at):
            return letter
    return None
