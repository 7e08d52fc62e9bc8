"""Draws the two icon columns of the claims table: review, and the kind by its shape."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.models.claims_model import ClaimRole, Column
from desktop.settings.theme import Theme
from geodata.domain.claims import Claim, ClaimKind, Review

_REVIEW_ICONS = {
    Review.SUGGESTED: "circle-outline",
    Review.ACCEPTED: "check-circle",
    Review.EDITED: "pencil-outline",
    Review.REJECTED: "close-circle-outline",
}


class ClaimDelegate(QStyledItemDelegate):
    """
    Draws rows of the claims table.

    Args:
        theme: Colours and icons.
        parent: The view.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        claim: Claim | None = index.data(ClaimRole.CLAIM)
        if claim and claim.review is Review.REJECTED:
            option.font.setStrikeOut(True)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        claim: Claim | None = index.data(ClaimRole.CLAIM)
        if claim and index.column() == Column.REVIEW:
            self._draw_review(painter, option.rect, claim.review)
        elif claim and index.column() == Column.KIND:
            draw_kind(painter, self._theme, option.rect, claim.kind)

    def _draw_review(self, painter: QPainter, box: QRect, review: Review) -> None:
        ui = self._theme.colours.ui
        colour = ui.text2 if review in (Review.SUGGESTED, Review.REJECTED) else ui.accent
        side = self._theme.tokens.icon_px["table"]
        square = QRect(0, 0, side, side)
        square.moveCenter(box.center())
        self._theme.icon(_REVIEW_ICONS[review], colour).paint(painter, square)


def draw_kind(painter: QPainter, theme: Theme, box: QRect, kind: ClaimKind) -> None:
    """Draw a square for a base, a circle for troops, an arrow for alignment."""
    middle = QRectF(box).center()
    colour = QColor(theme.colours.layer.troops)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if kind is ClaimKind.TROOPS:
        painter.drawEllipse(middle, 4.5, 4.5)
    elif kind is ClaimKind.BASE:
        painter.drawRoundedRect(QRectF(middle.x() - 4.5, middle.y() - 4.5, 9, 9), 1.5, 1.5)
    else:
        painter.setPen(QPen(colour, 2))
        painter.drawLine(middle - QPointF(5.5, 0), middle + QPointF(2, 0))
        painter.setPen(Qt.PenStyle.NoPen)
        head = [QPointF(0.5, -4), QPointF(6, 0), QPointF(0.5, 4)]
        painter.drawPolygon(QPolygonF([middle + point for point in head]))
    painter.restore()
