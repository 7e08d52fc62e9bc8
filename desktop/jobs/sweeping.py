"""Memory that hangs in circles is swept on the thread of the window, and on no other."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_YOUNG, _MIDDLE, _OLD = 20_000, 20, 10
_LOOK_MS = 200


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
        self._spares_old = False
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def spare_old(self, *, spares: bool) -> None:
        """Leave what is old alone, or look at it again."""
        self._spares_old = spares

    def look(self) -> None:
        """Sweep as deep as what was made since the last time asks for."""
        young, middle, old = gc.get_count()
        if young < _YOUNG:
            return
        if middle < _MIDDLE:
            gc.collect(0)
        elif old < _OLD or self._spares_old:
            gc.collect(1)
        else:
            gc.collect()

    def stop(self) -> None:
        """Leave the sweeping to Python again."""
        self._timer.stop()
        gc.enable()
