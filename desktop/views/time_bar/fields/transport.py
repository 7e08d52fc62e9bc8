"""Transport buttons, loop and speed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from desktop.settings.theme import Theme
from desktop.views.time_bar.clockwork.clock import SPEEDS, Clock, Repeat

_REPEAT_TIPS = {
    Repeat.ONCE: "Stops at the end (L: start again there)",
    Repeat.LOOP: "Starts again at the end (L: turn round there)",
    Repeat.BOUNCE: "Turns round at the end (L: stop there)",
}


def speed_words(speed: float) -> str:
    """
    Return a speed for its field.

    >>> speed_words(0.25)
    '0.25×'
    """
    return f"{speed:g}×"


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
    repeat_asked = Signal()
    speed_changed = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_playing = False
        self._speed_shown = 1.0
        self._first = self._button("First date (Home)")
        self._back = self._button("One step back (Left)")
        self._play = self._button("Play (Space)")
        self._on = self._button("One step on (Right)")
        self._last = self._button("Last date (End)")
        self._loop = self._button(_REPEAT_TIPS[Repeat.ONCE])
        self._repeat = Repeat.ONCE
        self._speed = QComboBox()
        self._play.setProperty("role", "primary")
        self._fill_speeds()
        self._lay_out()
        self._first.clicked.connect(lambda: self.end_asked.emit(-1))
        self._back.clicked.connect(lambda: self.stepped.emit(-1))
        self._play.clicked.connect(self.play_toggled)
        self._on.clicked.connect(lambda: self.stepped.emit(1))
        self._last.clicked.connect(lambda: self.end_asked.emit(1))
        self._loop.clicked.connect(self.repeat_asked)
        self._speed.activated.connect(lambda _at: self._read_speed())
        line = self._speed.lineEdit()
        assert line is not None
        line.setAccessibleName("Speed")
        line.editingFinished.connect(self._read_speed)
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
        self._speed.addItems([speed_words(speed) for speed in SPEEDS])
        self._speed.setEditable(True)
        self._speed.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._speed.setAccessibleName("Speed")
        self._speed.setToolTip("Speed: choose one, or type a number")
        self._speed.setEditText(speed_words(1.0))
        self._speed.setMinimumContentsLength(4)
        self._speed.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
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

    def _read_speed(self) -> None:
        typed = self._speed.currentText().strip().rstrip("×xX").strip().replace(",", ".")
        try:
            speed = float(typed)
        except ValueError:
            speed = 0.0
        if speed > 0:
            self.speed_changed.emit(speed)
        # What is no speed goes back to the one that is kept; one out of reach to the nearest.
        self._speed.setEditText(speed_words(self._speed_shown))

    def set_playable(self, is_playable: bool) -> None:
        """Say whether there is anything to play."""
        self._play.setEnabled(is_playable)

    def show_clock(self, clock: Clock) -> None:
        """Show whether time runs, loops, and how fast."""
        self._is_playing = clock.is_playing
        words = "Pause" if clock.is_playing else "Play"
        self._play.setToolTip(f"{words} (Space)")
        self._play.setAccessibleName(words)
        self._repeat = clock.repeat
        self._loop.setToolTip(_REPEAT_TIPS[clock.repeat])
        self._loop.setAccessibleName(_REPEAT_TIPS[clock.repeat].split(" (", maxsplit=1)[0])
        self._speed_shown = clock.speed
        line = self._speed.lineEdit()
        if line is not None and not line.isModified():
            self._speed.setEditText(speed_words(clock.speed))
        self._colour()

    def _repeat_look(self) -> tuple[str, str]:
        ui = self._theme.colours.ui
        return {
            Repeat.ONCE: ("repeat-off", ui.text2),
            Repeat.LOOP: ("repeat", ui.accent),
            Repeat.BOUNCE: ("swap-horizontal", ui.accent),
        }[self._repeat]

    def _colour(self) -> None:
        ui = self._theme.colours.ui
        names = (
            (self._first, "skip-previous", ui.text),
            (self._back, "step-backward", ui.text),
            (self._play, "pause" if self._is_playing else "play", ui.on_accent),
            (self._on, "step-forward", ui.text),
            (self._last, "skip-next", ui.text),
            (self._loop, *self._repeat_look()),
        )
        for button, name, colour in names:
            button.setIcon(self._theme.icon(name, colour))
