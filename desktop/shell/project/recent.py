"""The menu of what was open before."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from desktop.shell.memory import Memory


class RecentMenu(QObject):
    """
    Fills a menu each time it opens.

    Args:
        menu: The menu.
        memory: What was open before.
        open_path: Opens a project or a folder.
    """

    def __init__(self, menu: QMenu, memory: Memory, open_path: Callable[[Path], object]) -> None:
        super().__init__(menu)
        self._menu = menu
        self._memory = memory
        self._open = open_path
        menu.aboutToShow.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Show what was open before and is still there."""
        self._menu.clear()
        recent = self._memory.recent()
        for number, path in enumerate(recent, start=1):
            words = f"{number % 10} {path.name}".replace("&", "&&")
            action = self._menu.addAction(f"&{words}", partial(self._open, path))
            action.setToolTip(str(path))
        if recent:
            self._menu.addSeparator()
            self._menu.addAction("&Forget these", self._memory.forget_recent)
        else:
            self._menu.addAction("Nothing yet").setEnabled(False)
