"""A reason on one line, which a click unfolds."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.settings.theme import Theme


class FoldedLine(QWidget):
    """
    Words with an icon, cut to one line until they are asked for.

    Args:
        theme: Colours and fonts.
        icon: Name of an icon.
        parent: Owner.
    """

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._words = ""
        self._line, self._all = QToolButton(), QLabel()
        self._line.setCheckable(True)
        self._line.setProperty("role", "fold")
        self._line.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._line.setIconSize(QSize(14, 14))
        # Reasons quote documents: never markup.
        self._all.setTextFormat(Qt.TextFormat.PlainText)
        self._all.setWordWrap(True)
        self._all.setContentsMargins(18, 0, 0, 2)
        self._all.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._line)
        rows.addWidget(self._all)
        self._line.toggled.connect(self._on_toggled)
        theme.changed.connect(self._colour)
        self._colour()

    @property
    def words(self) -> str:
        """The whole words."""
        return self._words

    def set_words(self, words: str) -> None:
        """Show other words, folded."""
        self._words = words
        self._all.setText(words)
        self._line.setChecked(False)
        self._line.setAccessibleName(words)
        self._line.setToolTip(words)
        self._cut()

    def _on_toggled(self, is_open: bool) -> None:
        self._all.setVisible(is_open)
        self._cut()

    def _cut(self) -> None:
        # Unfolded, the line is only the handle of the words below it.
        words = "Why this date" if self._line.isChecked() else self._words
        room = self.width() - 30
        cut = self._line.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self._line.setText(cut.replace("&", "&&"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _colour(self) -> None:
        warn = self._theme.colours.ui.warn
        for widget in (self._line, self._all):
            widget.setFont(self._theme.font("label"))
        self._line.setIcon(self._theme.icon(self._icon, warn))
        # Not by palette: when the window is dressed anew, Qt puts back the palette of before.
        for widget in (self._line, self._all):
            widget.setStyleSheet(f"color: {warn};")
        self._cut()
