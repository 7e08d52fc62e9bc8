"""The bar for what a person should know but need not decide: it never stops the work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from desktop.settings.theme import Theme


class Tone(StrEnum):
    """How much it matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


_ICONS = {
    Tone.INFO: "information-outline",
    Tone.WARNING: "alert-outline",
    Tone.ERROR: "alert-circle-outline",
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A button in the bar: its words and what it does."""

    words: str
    run: Callable[[], object]


class MessageBar(QFrame):
    """
    One message at a time, with at most two offers and a button to close it.

    Args:
        theme: Colours and icons.
        parent: Owner.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = Tone.INFO
        self._icon = QLabel()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._offers = QHBoxLayout()
        self._close = QToolButton()
        self._close.setAccessibleName("Close this message")
        self._close.setToolTip("Close this message")
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addLayout(self._offers)
        row.addWidget(self._close)
        self.setObjectName("message-bar")
        self.hide()
        theme.changed.connect(self._colour)
        self._colour()

    @property
    def words(self) -> str:
        """What it says, empty when it is closed."""
        return "" if self.isHidden() else self._words.text()

    @property
    def tone(self) -> Tone:
        """How much what it says matters; INFO when it is closed."""
        return Tone.INFO if self.isHidden() else self._tone

    def tell(self, words: str, tone: Tone = Tone.INFO, *offers: Offer) -> None:
        """Show a message instead of the one before."""
        self._tone = tone
        self._words.setText(words)
        self.setAccessibleName(f"{tone.value.capitalize()}: {words}")
        while (item := self._offers.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for offer in offers:
            button = QPushButton(offer.words)
            button.clicked.connect(self.hide)
            button.clicked.connect(lambda _checked=False, offer=offer: offer.run())
            self._offers.addWidget(button)
        self._colour()
        self.show()

    def _colour(self) -> None:
        ui = self._theme.colours.ui
        ground, ink = {
            Tone.INFO: (ui.accent_soft, ui.accent),
            Tone.WARNING: (ui.warn_soft, ui.warn),
            Tone.ERROR: (ui.error_soft, ui.error),
        }[self._tone]
        self.setStyleSheet(
            f"#message-bar {{ background: {ground}; border: 0;"
            f" border-bottom: 1px solid {ui.line}; }}"
        )
        self._icon.setPixmap(self._theme.icon(_ICONS[self._tone], ink).pixmap(QSize(16, 16)))
        self._close.setIcon(self._theme.icon("close"))
