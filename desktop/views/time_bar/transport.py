"""Transport buttons, loop and speed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from desktop.settings.theme import Theme
from desktop.views.time_bar.clock import SPEEDS, Clock


class Transport(QWidget):
    """
    First, back, play, on, last; loop; speed.

    Args:
        theme: Icons and sizes.
        parent: Owner.
    """

    end_asked = Signal(int)  # -1 first, 1 last
    stepped = Signal(int)
    play_toggled = Signal()
    loop_changed = Signal(bool)
    speed_changed = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_playing = False
        self._first = self._button("First date (Home)")
        self._back = self._button("One step back (Left)")
        self._play = self._button("Play (Space)")
        self._on = self._button("One step on (Right)")
        self._last = self._button("Last date (End)")
        self._loop = self._button("Start again at the end (L)")
        self._loop.setCheckable(True)
        self._speed = QComboBox()
        self._play.setProperty("role", "primary")
        self._fill_speeds()
        self._lay_out()
        self._first.clicked.connect(lambda: self.end_asked.emit(-1))
        self._back.clicked.connect(lambda: self.stepped.emit(-1))
        self._play.clicked.connect(self.play_toggled)
        self._on.clicked.connect(lambda: self.stepped.emit(1))
        self._last.clicked.connect(lambda: self.end_asked.emit(1))
        self._loop.toggled.connect(self.loop_changed)
        self._speed.activated.connect(lambda at: self.speed_changed.emit(SPEEDS[at]))
        theme.changed.connect(self._colour)
        self._colour()

    def _button(self, tip: str) -> QToolButton:
        button = QToolButton()
        button.setToolTip(tip)
        button.setAccessibleName(tip.split(" (", maxsplit=1)[0])
        side = self._theme.tokens.icon_px["tool"]
        button.setIconSize(QSize(side, side))
        button.setFixedWidth(side + 9)
        return button

    def _fill_speeds(self) -> None:
        self._speed.addItems([f"{speed:g}×" for speed in SPEEDS])
        self._speed.setCurrentIndex(SPEEDS.index(1.0))
        self._speed.setAccessibleName("Speed")
        self._speed.setToolTip("Speed")
        self._speed.setFixedHeight(self._theme.tokens.size.combo)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        for button in (self._first, self._back, self._play, self._on, self._last):
            row.addWidget(button)
        row.addSpacing(6)
        row.addWidget(self._loop)
        row.addSpacing(2)
        row.addWidget(self._speed, 1)

    def set_playable(self, is_playable: bool) -> None:
        """Say whether there is anything to play."""
        self._play.setEnabled(is_playable)

    def show_clock(self, clock: Clock) -> None:
        """Show whether time runs, loops, and how fast."""
        self._is_playing = clock.is_playing
        words = "Pause" if clock.is_playing else "Play"
        self._play.setToolTip(f"{words} (Space)")
        self._play.setAccessibleName(words)
        self._loop.blockSignals(True)
        self._loop.setChecked(clock.is_looping)
        self._loop.blockSignals(False)
        self._speed.setCurrentIndex(SPEEDS.index(clock.speed))
        self._colour()

    def _colour(self) -> None:
        ui = self._theme.colours.ui
        names = (
            (self._first, "skip-previous", ui.text),
            (self._back, "step-backward", ui.text),
            (self._play, "pause" if self._is_playing else "play", ui.on_accent),
            (self._on, "step-forward", ui.text),
            (self._last, "skip-next", ui.text),
            (self._loop, "repeat", ui.accent if self._loop.isChecked() else ui.text2),
        )
        for button, name, colour in names:
            button.setIcon(self._theme.icon(name, colour))
