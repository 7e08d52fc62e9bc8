"""A suggestion above the text: part of the article seems to be of another day."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.settings.theme import Theme
from geodata.domain.documents import Publication
from geodata.domain.spans import Span
from geodata.written_days import day_words


class PartOffer(QFrame):
    """
    Asks about one part at a time; gone while there is nothing to ask.

    Args:
        theme: Colours and fonts.
        parent: Owner.
    """

    shown = Signal(object)  # Span: bring it into sight
    accepted = Signal(object, object)  # Span, Publication
    refused = Signal(object)  # Span

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._part: tuple[Span, Publication] | None = None
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        row = QHBoxLayout()
        for words, do in (("Show it", self._show), ("Yes", self._accept), ("No", self._refuse)):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(do)
            row.addWidget(button)
        row.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 6, 16, 8)
        rows.setSpacing(4)
        rows.addWidget(self._words)
        rows.addLayout(row)
        self.setObjectName("part-offer")
        self.hide()
        theme.changed.connect(self._colour)
        self._colour()

    @property
    def words(self) -> str:
        """What it asks, empty while it is gone."""
        return "" if self._part is None else self._words.text()

    def offer(self, part: tuple[Span, Publication, str] | None) -> None:
        """
        Ask about a part, or about none.

        Args:
            part: Where it stands, when it seems to be of, and the words that say so.
        """
        self._part = None if part is None else part[:2]
        self.setVisible(part is not None)
        if part is not None and part[1].best is not None:
            self._words.setText(
                f"Further down stands “{part[2]}”. Was what follows written on "
                f"{day_words(part[1].best)}?"
            )
            self.setAccessibleName(self._words.text())

    def _show(self) -> None:
        if self._part is not None:
            self.shown.emit(self._part[0])

    def _accept(self) -> None:
        if self._part is not None:
            self.accepted.emit(*self._part)

    def _refuse(self) -> None:
        if self._part is not None:
            self.refused.emit(self._part[0])

    def _colour(self) -> None:
        ui = self._theme.colours.ui
        self._words.setFont(self._theme.font("label"))
        self.setStyleSheet(f"#part-offer {{ background: {ui.warn_soft}; border: 0; }}")
