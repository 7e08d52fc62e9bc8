"""The signs of what appeared, ended or changed: the same as on the map, by shape, sign and colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from geodata.layers import Change

SIDE_PX = 18
_LINE_PX = 2.0
# As in resources/page/compare.css.
_COLOURS = {
    Change.APPEARED: ("#0B5FB0", "#8CC2FF"),
    Change.FIRST_TOLD: ("#0B5FB0", "#8CC2FF"),
    Change.ENDED: ("#A8380A", "#FFA97A"),
    Change.CHANGED: ("#5B3A8C", "#CDB4F5"),
}
_ON_SIGN = ("#FFFFFF", "#10151A")


def sign_icon(change: Change, *, is_dark: bool, ratio: float = 1.0) -> QIcon:
    """Return the sign as an icon, as sharp as the screen is."""
    pixmap = QPixmap(QSize(SIDE_PX, SIDE_PX) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    colour, on_sign = QColor(_COLOURS[change][is_dark]), QColor(_ON_SIGN[is_dark])
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1, 1, SIDE_PX - 2, SIDE_PX - 2)
        is_hollow = change is Change.CHANGED
        painter.setPen(QPen(colour, _LINE_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush if is_hollow else colour)
        radius = {Change.ENDED: 0.0, Change.CHANGED: 4.0}.get(change, box.width() / 2)
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(QPen(colour if is_hollow else on_sign, _LINE_PX))
        _draw_sign(painter, change, box)
    return QIcon(pixmap)


def _draw_sign(painter: QPainter, change: Change, box: QRectF) -> None:
    middle, arm = box.center(), 4.0
    lift = 1.5 if change is Change.CHANGED else 0.0
    up, across = QPointF(0, arm), QPointF(arm, 0)
    if change is not Change.ENDED:
        centre = middle - QPointF(0, lift)
        painter.drawLine(centre - up, centre + up)
        painter.drawLine(centre - across, centre + across)
    if change in {Change.ENDED, Change.CHANGED}:
        low = middle + QPointF(0, 5.0 if change is Change.CHANGED else 0.0)
        painter.drawLine(low - across, low + across)
