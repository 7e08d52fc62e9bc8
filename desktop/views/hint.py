"""What an empty panel says: an icon, a title, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.settings.theme import Theme


class Hint(QWidget):
    """
    The empty state of a panel.

    Args:
        theme: Colours and fonts.
        icon: Name of an icon.
        title: What is missing.
        words: What will be here, or what to do.
        parent: Owner.
    """

    def __init__(
        self, theme: Theme, icon: str, title: str, words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon
        self._icon, self._title, self._words = QLabel(), QLabel(title), QLabel(words)
        self._words.setWordWrap(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)
        self.setAutoFillBackground(True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 26, 24, 16)
        rows.setSpacing(6)
        for label in (self._icon, self._title, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            rows.addWidget(label)
        rows.addStretch(1)
        theme.changed.connect(self._colour)
        self._colour()

    def set_words(self, words: str) -> None:
        """Say something else below the title."""
        self._words.setText(words)

    def _colour(self) -> None:
        ui = self._theme.colours.ui
        side = self._theme.tokens.icon_px["empty"]
        icon = self._theme.icon(self._icon_name, ui.line_strong)
        self._icon.setPixmap(icon.pixmap(QSize(side, side)))
        self._title.setFont(self._theme.font("body_strong"))
        self._words.setStyleSheet(f"color: {ui.text2};")
