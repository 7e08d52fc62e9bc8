"""What is kept between two starts: layout, theme, and which articles were open."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from desktop.settings.dates import DateChoice
from desktop.settings.theme import SchemeChoice
from desktop.shell.main_window import MainWindow

_GEOMETRY, _LAYOUT = "window/geometry", "window/layout"
_SCHEME, _PATHS, _RECENT = "look/scheme", "open/paths", "open/recent"
_REOPENS = "open/again"
_DATES = "look/dates"
_RECENT_NUMBER = 10


class Memory:
    """
    Reads and writes the settings; what cannot be read counts as not set.

    Args:
        settings: Where they are kept.
    """

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def settings(self) -> QSettings:
        """Where everything is kept."""
        return self._settings

    @property
    def scheme(self) -> SchemeChoice:
        """Light, dark, or as the system."""
        kept = self._settings.value(_SCHEME)
        return SchemeChoice(kept) if kept in set(SchemeChoice) else SchemeChoice.SYSTEM

    def keep_scheme(self, choice: SchemeChoice) -> None:
        """Remember the theme."""
        self._settings.setValue(_SCHEME, choice.value)

    @property
    def dates(self) -> DateChoice:
        """How dates are written."""
        kept = self._settings.value(_DATES)
        return DateChoice(kept) if kept in set(DateChoice) else DateChoice.DAY_FIRST

    def keep_dates(self, choice: DateChoice) -> None:
        """Remember how dates are written."""
        self._settings.setValue(_DATES, choice.value)

    @property
    def is_first_start(self) -> bool:
        """Whether nothing was ever opened."""
        return not self._settings.contains(_PATHS)

    @property
    def reopens(self) -> bool:
        """Whether the next start opens what was open last."""
        return self._settings.value(_REOPENS, "yes") != "no"

    def set_reopens(self, is_wanted: bool) -> None:
        """Choose whether the next start opens what was open last."""
        self._settings.setValue(_REOPENS, "yes" if is_wanted else "no")

    def last_paths(self) -> tuple[Path, ...]:
        """Return what was open last and is still there; nothing where that is not wanted."""
        if not self.reopens:
            return ()
        kept = self._settings.value(_PATHS)
        names = [kept] if isinstance(kept, str) else kept or []
        paths = (Path(str(name)) for name in names if name)
        return tuple(path for path in paths if path.exists())

    def keep_paths(self, paths: Iterable[Path]) -> None:
        """Remember what is open."""
        self._settings.setValue(_PATHS, [str(path.resolve()) for path in paths])

    def recent(self) -> tuple[Path, ...]:
        """Return the projects and folders that were open, the latest first, if still there."""
        kept = self._settings.value(_RECENT)
        names = [kept] if isinstance(kept, str) else kept or []
        return tuple(path for name in names if name and (path := Path(str(name))).exists())

    def keep_recent(self, path: Path) -> None:
        """Remember a project or a folder as the one that was open last."""
        wanted = path.resolve()
        others = [known for known in self.recent() if known != wanted]
        names = [str(known) for known in (wanted, *others)][:_RECENT_NUMBER]
        self._settings.setValue(_RECENT, names)

    def forget_recent(self) -> None:
        """Remember nothing of what was open before."""
        self._settings.remove(_RECENT)

    def keep(self, window: MainWindow) -> None:
        """Remember where the window and its docks are."""
        self._settings.setValue(_GEOMETRY, window.saveGeometry())
        self._settings.setValue(_LAYOUT, window.save_layout())
        self._settings.sync()

    def restore(self, window: MainWindow) -> None:
        """Put the window and its docks where they were."""
        geometry, layout = self._settings.value(_GEOMETRY), self._settings.value(_LAYOUT)
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)
        if isinstance(layout, QByteArray):
            window.restore_layout(layout)
