"""Actions as data: menus, tool bar and the page of shortcuts are all made from one list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from desktop.settings.theme import Theme


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """
    One thing that a person can do.

    Args:
        id: Stable name, as `time.play`.
        title: As the menu says it, with its mnemonic.
        menu: Path of its menu, as `File` or `File/Export`.
        run: What it does. A checkable action is given whether it is checked.
        keys: Shortcuts, the first is shown.
        tip: One sentence for tool tip and status bar.
        icon: Material Design name, or empty.
        opens_group: Whether a line stands above it in the menu.
        needs_project: Whether it is off while nothing is open.
        is_checked: For a checkable action, asked whenever its menu opens; None for a plain one.
    """

    id: str
    title: str
    menu: str
    run: Callable[..., object]
    keys: tuple[str | QKeySequence.StandardKey, ...] = ()
    tip: str = ""
    icon: str = ""
    opens_group: bool = False
    needs_project: bool = False
    is_checked: Callable[[], bool] | None = None

    @property
    def plain_title(self) -> str:
        """The title without mnemonic and dots."""
        return self.title.replace("&", "").rstrip("…")

    @property
    def plain_menu(self) -> str:
        """The menu in words, as `File › Export`."""
        return self.menu.replace("&", "").replace("/", " › ")

    def key_sequences(self) -> list[QKeySequence]:
        """Return its shortcuts on this platform."""
        return [QKeySequence(keys) for keys in self.keys]


class Actions:
    """
    The list, with a live action for each.

    Args:
        specs: All that a person can do.
        theme: Icons.
        parent: Owner of the actions; their shortcuts work in its window.

    Raises:
        ValueError: Two actions share an id.
    """

    def __init__(self, specs: Iterable[ActionSpec], theme: Theme, parent: QObject) -> None:
        self.specs = tuple(specs)
        self._theme = theme
        self._by_id = {spec.id: _make(spec, parent) for spec in self.specs}
        if len(self._by_id) != len(self.specs):
            raise ValueError("two actions share an id")
        theme.changed.connect(self._colour)
        self._colour()

    def __getitem__(self, action_id: str) -> QAction:
        return self._by_id[action_id]

    def all(self) -> tuple[QAction, ...]:
        """Return every live action."""
        return tuple(self._by_id.values())

    def set_has_project(self, has_project: bool) -> None:
        """Switch what needs a project."""
        for spec in self.specs:
            if spec.needs_project:
                self._by_id[spec.id].setEnabled(has_project)

    def refresh_checks(self) -> None:
        """Ask every checkable action again whether it is checked."""
        for spec in self.specs:
            if spec.is_checked is not None:
                self._by_id[spec.id].setChecked(spec.is_checked())

    def _colour(self) -> None:
        for spec in self.specs:
            if spec.icon:
                self._by_id[spec.id].setIcon(self._theme.icon(spec.icon))


def _make(spec: ActionSpec, parent: QObject) -> QAction:
    action = QAction(spec.title, parent)
    action.setObjectName(spec.id)
    action.setShortcuts(spec.key_sequences())
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    tip = spec.tip or spec.plain_title
    action.setStatusTip("")
    action.setToolTip(f"{tip} ({keys})" if keys else tip)
    # Menus show titles, not icons: the icons are for the tool bar.
    action.setIconVisibleInMenu(False)
    if spec.is_checked is None:
        action.triggered.connect(lambda _is_checked: spec.run())
    else:
        action.setCheckable(True)
        # PySide counts the arguments of what it is given, and a partial seems to take none.
        action.triggered.connect(lambda is_checked: spec.run(is_checked))  # noqa: PLW0108
    return action
