"""What can be decided on the open claim, each with its key."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.settings.theme import Theme
from geodata.domain.claims import Claim, Review

_ROWS = (
    ("Accept", "A", Review.ACCEPTED, "Take this claim as read correctly"),
    ("Edit", "E", None, "Correct what was read"),
    ("Reject", "R", Review.REJECTED, "Leave this claim out of the map"),
)


class DecidingBar(QWidget):
    """
    Accept, edit, reject; below the claim, always in sight.

    Args:
        theme: Colours and fonts.
        parent: Owner.
    """

    review_asked = Signal(object)  # Review
    edit_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: dict[Review | None, QPushButton] = {}
        self._next = QLabel("next J, back K")
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 12, 8)
        line.setSpacing(6)
        for words, key, review, tip in _ROWS:
            button = QPushButton(f"{words}  {key}")
            button.setAccessibleName(f"{words} this claim")
            button.setToolTip(f"{tip} ({key})")
            asked = (
                self.edit_asked.emit if review is None else partial(self.review_asked.emit, review)
            )
            button.clicked.connect(lambda _checked=False, asked=asked: asked())
            self._buttons[review] = button
            line.addWidget(button)
        self._buttons[Review.ACCEPTED].setProperty("role", "primary")
        line.addStretch(1)
        line.addWidget(self._next)
        theme.changed.connect(self._colour)
        self._colour()
        self.show_claim(None)

    def show_claim(self, claim: Claim | None) -> None:
        """Offer what can be decided on a claim; nothing while none is open."""
        self.setVisible(claim is not None)
        for review, button in self._buttons.items():
            button.setEnabled(claim is not None and claim.review is not review)

    def _colour(self) -> None:
        ui = self._theme.colours.ui
        self._next.setFont(self._theme.font("small"))
        self._next.setStyleSheet(f"color: {ui.text2};")
