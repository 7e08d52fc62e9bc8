"""The number badge by which a source is known everywhere."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.settings.theme import Theme

BADGE_PX = 17


def draw_badge(painter: QPainter, theme: Theme, box: QRectF, words: str) -> None:
    """Draw a source's number in its box."""
    ui, radius = theme.colours.ui, theme.tokens.radius.badge
    painter.setPen(QPen(QColor(ui.line_strong), 1.2))
    painter.setBrush(QColor(ui.panel))
    painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), radius, radius)
    font = theme.font("small")
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(QColor(ui.text))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


class Badge(QWidget):
    """
    A source's number.

    Args:
        theme: Colours and fonts.
        number: The source.
        parent: Owner.
    """

    def __init__(self, theme: Theme, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number = number
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(f"Source {number}")
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(BADGE_PX + 6 * (len(str(self._number)) - 1), BADGE_PX)

    @property
    def number(self) -> int:
        """The source's number."""
        return self._number

    def set_number(self, number: int) -> None:
        """Show another source's number."""
        self._number = number
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(f"Source {number}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_badge(painter, self._theme, QRectF(self.rect()), str(self._number))
