"""The preview: the picture as it will be, as large as there is room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.settings.theme import Theme


class Preview(QWidget):
    """
    Shows a picture whole, or says what is being done instead.

    Args:
        theme: Colours.
        parent: Owner.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image: QImage | None = None
        self._words = "Drawing the preview…"
        self._is_late = True
        self.setMinimumSize(420, 320)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Preview of the picture")

    @property
    def image(self) -> QImage | None:
        """The picture that is shown, or None."""
        return self._image

    @property
    def is_late(self) -> bool:
        """Whether what is shown is older than what was chosen."""
        return self._is_late

    def sizeHint(self) -> QSize:
        """Return room for a slide that can be read."""
        return QSize(820, 560)

    def wait(self) -> None:
        """Show that another picture is under way."""
        self._is_late = True
        self.update()

    def show_image(self, image: QImage, words: str) -> None:
        """Show a picture; `words` tells it to those who cannot see it."""
        self._image, self._is_late = image, False
        self.setAccessibleDescription(words)
        self.update()

    def tell(self, words: str) -> None:
        """Say why there is no picture."""
        self._image, self._words, self._is_late = None, words, False
        self.setAccessibleDescription(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            ui = self._theme.colours.ui
            painter.fillRect(self.rect(), QColor(ui.window))
            if self._image is None:
                painter.setPen(QColor(ui.text2))
                flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
                painter.drawText(self.rect().adjusted(24, 24, -24, -24), int(flags), self._words)
                return
            room = QRectF(self.rect()).adjusted(8, 8, -8, -8)
            size = self._image.size().toSizeF()
            size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(room.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setOpacity(0.55 if self._is_late else 1.0)
            painter.drawImage(place, self._image)
            painter.setOpacity(1.0)
            painter.setPen(QColor(ui.line_strong))
            painter.drawRect(place)
