"""The line above the map that says the frame in words; a click copies it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip, QWidget

from desktop.settings.theme import Theme

_SIDE_PX = 12
_ICON_PX = 15
_GAP_PX = 8


class SaidLine(QAbstractButton):
    """
    One line of words, cut at the right where it is too long.

    Args:
        theme: Colours, fonts, sizes.
        parent: Owner.
    """

    copied = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ""
        self.setFixedHeight(theme.tokens.size.said_line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._copy)
        theme.changed.connect(self.update)
        self.set_words("")

    @property
    def words(self) -> str:
        """The whole sentence."""
        return self._words

    def set_words(self, words: str) -> None:
        """Say another frame."""
        self._words = words
        self.setAccessibleName("The map in words")
        self.setAccessibleDescription(words)
        self.setToolTip(f"{words}\n\nClick to copy" if words else "")
        self.setEnabled(bool(words))
        self.update()

    def shown_words(self) -> str:
        """Return what there is room for."""
        room = self.width() - 2 * (_SIDE_PX + _ICON_PX + _GAP_PX)
        return self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)

    def sizeHint(self) -> QSize:
        return QSize(320, self._theme.tokens.size.said_line)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._words)
        QToolTip.showText(
            self.mapToGlobal(QPoint(self.width() // 2, self.height())), "Copied", self
        )
        self.copied.emit(self._words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ui = self._theme.colours.ui
            is_lit = self.underMouse() and self.isEnabled()
            painter.fillRect(self.rect(), QColor(ui.hover if is_lit else ui.panel))
            painter.setPen(QColor(ui.line))
            painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
            top = (self.height() - _ICON_PX) // 2
            square = QSize(_ICON_PX, _ICON_PX)
            if self._words:
                icon = self._theme.icon("volume-high")
                icon.paint(painter, QRect(QPoint(_SIDE_PX, top), square))
                copy_at = QPoint(self.width() - _SIDE_PX - _ICON_PX, top)
                self._theme.icon("clipboard-text-outline").paint(painter, QRect(copy_at, square))
            painter.setPen(QColor(ui.text))
            left = _SIDE_PX + _ICON_PX + _GAP_PX
            box = QRect(left, 0, self.width() - 2 * left, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.shown_words())
            if self.hasFocus():
                painter.setPen(QPen(QColor(ui.accent), 2))
                painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
