"""The menu bar, made from the list of actions."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from desktop.shell.actions import Actions

_TITLES = {
    "File": "&File",
    "Edit": "&Edit",
    "View": "&View",
    "Article": "&Article",
    "Claims": "&Claims",
    "Time": "&Time",
    "Story": "&Story",
    "Help": "&Help",
}


def fill_menu_bar(bar: QMenuBar, actions: Actions, panels: Iterable[QAction]) -> dict[str, QMenu]:
    """
    Fill the menu bar and return its menus by path.

    Args:
        bar: The menu bar.
        actions: All actions; each names its menu.
        panels: Show or hide a dock each; they come first in the menu View.
    """
    menus: dict[str, QMenu] = {}
    for path, title in _TITLES.items():
        menus[path] = bar.addMenu(title)
        menus[path].aboutToShow.connect(actions.refresh_checks)
    for panel in panels:
        menus["View"].addAction(panel)
    for spec in actions.specs:
        menu = _menu(menus, spec.menu)
        if spec.opens_group:
            menu.addSeparator()
        menu.addAction(actions[spec.id])
    return menus


def _menu(menus: dict[str, QMenu], path: str) -> QMenu:
    if path not in menus:
        parent, _, title = path.rpartition("/")
        menus[path] = _menu(menus, parent).addMenu(title)
    return menus[path]
