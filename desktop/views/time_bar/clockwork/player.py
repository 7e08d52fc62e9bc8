"""Plays: one step at a time, and none before the last frame was drawn."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal


class Player(QObject):
    """
    A clockwork that waits for the map.

    Args:
        step_ms: Time between two steps at speed 1.
        parent: Owner.
    """

    due = Signal()  # show the next frame

    def __init__(self, step_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._step_ms = step_ms
        self._is_frame_open = False
        self._is_late = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time)

    @property
    def is_running(self) -> bool:
        """Whether it plays."""
        return self._timer.isActive()

    def run(self, speed: float) -> None:
        """Play at a speed, or go on at another."""
        self._timer.start(max(1, round(self._step_ms / speed)))

    def stop(self) -> None:
        """Stop; a frame that is still being drawn is not waited for."""
        self._timer.stop()
        self._is_late = False

    def frame_asked(self) -> None:
        """Note that a frame was asked for and is not drawn yet."""
        self._is_frame_open = True

    def frame_painted(self) -> None:
        """Note that the frame is drawn; go on at once if its time is over."""
        self._is_frame_open = False
        if self._is_late and self.is_running:
            self._is_late = False
            self._timer.start()
            self.due.emit()

    def _on_time(self) -> None:
        if self._is_frame_open:
            # A slow machine slows down; it does not skip what happened.
            self._is_late = True
        else:
            self.due.emit()
