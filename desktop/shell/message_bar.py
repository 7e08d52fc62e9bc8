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


@dataclass(frozen=True, slots=True)
class Message:
    """
    What a person is told.

    Args:
        words: Plain text.
        tone: How much it matters.
        offers: At most two buttons; pressing one closes the message.
        about: What it is about; a later message about the same takes its place. Empty: itself.
        is_lasting: Whether it stays when another project is opened.
    """

    words: str
    tone: Tone = Tone.INFO
    offers: tuple[Offer, ...] = ()
    about: str = ""
    is_lasting: bool = False

    @property
    def subject(self) -> str:
        """What it is about."""
        return self.about or self.words


class MessageBar(QFrame):
    """
    Every message that was not closed, the newest first, one at a time.

    Args:
        theme: Colours and icons.
        parent: Owner.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._messages: list[Message] = []
        self._at = 0
        self._icon = QLabel()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._offers = QHBoxLayout()
        self._number = QLabel()
        self._newer = self._button("The newer message", lambda: self._turn(-1))
        self._older = self._button("The older message", lambda: self._turn(1))
        self._close = self._button("Close this message", self._drop)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addLayout(self._offers)
        for widget in (self._newer, self._number, self._older, self._close):
            row.addWidget(widget)
        self.setObjectName("message-bar")
        self.hide()
        theme.changed.connect(self._colour)
        self._colour()

    def _button(self, words: str, do: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.clicked.connect(do)
        return button

    @property
    def words(self) -> str:
        """What it says, empty when it is closed."""
        return self._messages[self._at].words if self._messages else ""

    @property
    def tone(self) -> Tone:
        """How much what it says matters; INFO when it is closed."""
        return self._messages[self._at].tone if self._messages else Tone.INFO

    @property
    def all_words(self) -> tuple[str, ...]:
        """All that stands in it, the newest first."""
        return tuple(message.words for message in self._messages)

    def tell(
        self,
        words: str,
        tone: Tone = Tone.INFO,
        *offers: Offer,
        about: str = "",
        is_lasting: bool = False,
    ) -> None:
        """Show a message before the others, see `Message`."""
        message = Message(words, tone, offers, about, is_lasting)
        others = [
            one
            for one in self._messages
            # A bare note, such as “Saved”, has done its work when something else is told.
            if one.subject != message.subject and (one.tone is not Tone.INFO or one.offers)
        ]
        self._messages = [message, *others]
        self._at = 0
        self._show()

    def forget(self, about: str) -> None:
        """Close the message about something that is settled."""
        self._keep(lambda one: one.subject != about)

    def clear(self) -> None:
        """Close what is told of a project that is open no longer."""
        self._keep(lambda one: one.is_lasting)

    def _keep(self, is_kept: Callable[[Message], bool]) -> None:
        shown = self._messages[self._at] if self._messages else None
        self._messages = [one for one in self._messages if is_kept(one)]
        self._at = self._messages.index(shown) if shown in self._messages else 0
        self._show()

    def _drop(self) -> None:
        if self._messages:
            del self._messages[self._at]
            self._at = min(self._at, max(0, len(self._messages) - 1))
        self._show()

    def _turn(self, way: int) -> None:
        self._at = max(0, min(self._at + way, len(self._messages) - 1))
        self._show()

    def _show(self) -> None:
        while (item := self._offers.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.setVisible(bool(self._messages))
        if not self._messages:
            return
        message = self._messages[self._at]
        self._words.setText(message.words)
        self.setAccessibleName(f"{message.tone.value.capitalize()}: {message.words}")
        for offer in message.offers:
            button = QPushButton(offer.words)
            button.clicked.connect(lambda _checked=False, offer=offer: self._take(message, offer))
            self._offers.addWidget(button)
            button.show()
        number = len(self._messages)
        self._number.setText(f"{self._at + 1} of {number}")
        for widget in (self._newer, self._number, self._older):
            widget.setVisible(number > 1)
        self._newer.setEnabled(self._at > 0)
        self._older.setEnabled(self._at < number - 1)
        self._colour()

    def _take(self, message: Message, offer: Offer) -> None:
        self._keep(lambda one: one is not message)
        offer.run()

    def _colour(self) -> None:
        ui = self._theme.colours.ui
        ground, ink = {
            Tone.INFO: (ui.accent_soft, ui.accent),
            Tone.WARNING: (ui.warn_soft, ui.warn),
            Tone.ERROR: (ui.error_soft, ui.error),
        }[self.tone]
        self.setStyleSheet(
            f"#message-bar {{ background: {ground}; border: 0;"
            f" border-bottom: 1px solid {ui.line}; }}"
        )
        self._icon.setPixmap(self._theme.icon(_ICONS[self.tone], ink).pixmap(QSize(16, 16)))
        for button, icon in (
            (self._newer, "chevron-left"),
            (self._older, "chevron-right"),
            (self._close, "close"),
        ):
            button.setIcon(self._theme.icon(icon))
