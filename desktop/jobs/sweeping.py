"""Memory that hangs in circles is swept on the thread of the window, and on no other."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_YOUNG, _MIDDLE, _OLD = 20_000, 20, 10
# Often while much is made, so that each sweep is short; seldom while the person thinks.
_BUSY_MS, _QUIET_MS = 50, 500


class Sweeper(QObject):
    """
    Sweeps in place of Python, which would do it on whichever thread happens to make objects.

    What hangs in circles is often a dialog and what listens to it. Swept from the thread of a
    job it is destroyed there, while Qt allows that on the window's thread alone: the program
    ends without a word.

    Args:
        parent: Owner. It lives on the thread that sweeps.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_busy = False
        # Not `gc.disable()`: srsly, with which spaCy's model is loaded, switches it on again.
        self._threshold = gc.get_threshold()
        gc.set_threshold(0)
        self._timer = QTimer(self)
        self._timer.setInterval(_QUIET_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def hurry(self, *, is_busy: bool) -> None:
        """Look often and at the youngest alone, or the reverse."""
        self._is_busy = is_busy
        self._timer.setInterval(_BUSY_MS if is_busy else _QUIET_MS)

    def look(self) -> None:
        """Sweep as deep as what was made since the last time asks for."""
        young, middle, old = gc.get_count()
        if young < _YOUNG:
            return
        # While a job runs all older is what it makes: to look that over takes a fifth of a second.
        if middle < _MIDDLE or self._is_busy:
            gc.collect(0)
        elif old < _OLD:
            gc.collect(1)
        else:
            gc.collect()

    def stop(self) -> None:
        """Leave the sweeping to Python again."""
        self._timer.stop()
        gc.set_threshold(*self._threshold)
