"""The empty state: what to do first."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.settings.theme import Theme

_STEPS = (
    ("Read", "Places, dates, counts and actors are marked."),
    ("Check", "Every mark opens the sentence behind it."),
    ("Scrub", "Move through time and export the map."),
)
_CARD_PX = 514


class EmptyState(QWidget):
    """
    A card with a drop area, two buttons and three steps. Dropping is the window's business.

    Args:
        theme: Colours, fonts, sizes.
        parent: Owner.
    """

    open_clicked = Signal()
    sample_clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName("No articles yet")
        self._area = DropArea(theme)
        self._area.open_clicked.connect(self.open_clicked)
        self._sample = QPushButton("Open the sample")
        self._sample.clicked.connect(self.sample_clicked)
        self._strong: list[QLabel] = []
        self._weak: list[QLabel] = []
        self._badges: list[QLabel] = []
        self._map_icon = QLabel()
        self._card = QFrame()
        self._card.setObjectName("card")
        self._card.setMaximumWidth(_CARD_PX)
        self._lay_out()
        theme.changed.connect(self._colour)
        self._colour()

    def set_dragging(self, is_dragging: bool) -> None:
        """Show that files hang over the window."""
        self._area.set_dragging(is_dragging)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self._card)
        rows.setContentsMargins(14, 14, 14, 16)
        rows.setSpacing(16)
        rows.addWidget(self._area)
        rows.addLayout(self._steps())
        rows.addLayout(self._sample_row())
        around = QGridLayout(self)
        around.setContentsMargins(16, 16, 16, 16)
        around.addWidget(self._card, 1, 1)
        around.setColumnStretch(0, 1)
        around.setColumnStretch(1, 100)
        around.setColumnStretch(2, 1)
        around.setRowStretch(0, 1)
        around.setRowStretch(2, 1)
        self._card.setMinimumWidth(360)
        around.setAlignment(self._card, Qt.AlignmentFlag.AlignVCenter)

    def _steps(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(12)
        for number, (title, words) in enumerate(_STEPS, start=1):
            badge = QLabel(str(number))
            badge.setFixedSize(20, 20)
            badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._badges.append(badge)
            row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(self._pair(title, words), 1)
        return row

    def _sample_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(12)
        row.addWidget(self._map_icon)
        row.addLayout(self._pair("No articles at hand?", "Five short articles, ready to open."), 1)
        row.addWidget(self._sample)
        return row

    def _pair(self, title: str, words: str) -> QVBoxLayout:
        pair = QVBoxLayout()
        pair.setSpacing(2)
        strong, weak = QLabel(title), QLabel(words)
        weak.setWordWrap(True)
        self._strong.append(strong)
        self._weak.append(weak)
        pair.addWidget(strong)
        pair.addWidget(weak)
        pair.addStretch(1)
        return pair

    def _colour(self) -> None:
        ui = self._theme.colours.ui
        radius = self._theme.tokens.radius
        self._card.setStyleSheet(
            f"#card {{ background: {ui.panel}; border: 1px solid {ui.line};"
            f" border-radius: {radius.card}px; }}"
        )
        for label in self._strong:
            label.setFont(self._theme.font("body_strong"))
        for label in self._weak:
            label.setStyleSheet(f"color: {ui.text2};")
        for badge in self._badges:
            badge.setFont(self._theme.font("body_strong"))
            badge.setStyleSheet(
                f"border: 1px solid {ui.line_strong}; border-radius: {radius.badge}px;"
            )
        self._map_icon.setPixmap(self._theme.icon("map-outline").pixmap(QSize(20, 20)))


class DropArea(QWidget):
    """
    The dashed area; solid and tinted while files hang over the window.

    Args:
        theme: Colours, fonts, sizes.
        parent: Owner.
    """

    open_clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_dragging = False
        self._icon = QLabel()
        self._title = QLabel("Drop articles here")
        self._words = QLabel(
            "Text, web pages, PDF, Word, mail or feeds, or a whole folder.\nNothing leaves this computer."
        )
        self._open = QPushButton("Open files…")
        self._open.setProperty("role", "primary")
        self._open.setDefault(True)
        self._open.clicked.connect(self.open_clicked)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 24, 24, 24)
        rows.setSpacing(8)
        for label in (self._icon, self._title, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            rows.addWidget(label)
        rows.addSpacing(6)
        rows.addWidget(self._open, 0, Qt.AlignmentFlag.AlignHCenter)
        theme.changed.connect(self._colour)
        self._colour()

    def set_dragging(self, is_dragging: bool) -> None:
        """Show that files hang over the window."""
        self._is_dragging = is_dragging
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ui = self._theme.colours.ui
            if self._is_dragging:
                painter.setPen(QPen(QColor(ui.accent), 2))
                painter.setBrush(QColor(ui.accent_soft))
            else:
                pen = QPen(QColor(ui.line_strong), 1)
                pen.setDashPattern([3, 2])
                painter.setPen(pen)
                painter.setBrush(QColor(ui.raised))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)

    def _colour(self) -> None:
        ui = self._theme.colours.ui
        side = self._theme.tokens.icon_px["empty"] + 8
        icon = self._theme.icon("tray-arrow-down", ui.accent)
        self._icon.setPixmap(icon.pixmap(QSize(side, side)))
        title = self._theme.font("reader_title")
        title.setPointSizeF(title.pointSizeF() * 1.25)
        self._title.setFont(title)
        self._words.setStyleSheet(f"color: {ui.text2};")
        self.update()
