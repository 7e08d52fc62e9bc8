"""The tool bar: what is done often, with words where there is room for them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMainWindow, QToolBar, QToolButton

from desktop.shell.actions import Actions

_HEIGHT_PX = 42
_WITH_WORDS = {
    "file.open": "Open",
    "file.open_folder": "Folder",
    "file.add": "Add",
    "export.png": "Picture",
    "export.html": "HTML",
}
_ROW = (
    "file.open",
    "file.open_folder",
    "file.add",
    "file.save",
    "",
    "edit.undo",
    "edit.redo",
    "",
    "export.png",
    "export.html",
    "",
    "view.fit",
    "time.go_to",
)


class ToolBar(QToolBar):
    """
    A few of the actions.

    Args:
        actions: All actions.
        parent: The window.
    """

    def __init__(self, actions: Actions, parent: QMainWindow) -> None:
        super().__init__("Tool bar", parent)
        self.setObjectName("tool-bar")
        self.setMovable(False)
        self.setIconSize(QSize(18, 18))
        self.setFixedHeight(_HEIGHT_PX)
        self.toggleViewAction().setVisible(False)
        for action_id in _ROW:
            if not action_id:
                self.addSeparator()
                continue
            self.addAction(actions[action_id])
            button = self.widgetForAction(actions[action_id])
            words = _WITH_WORDS.get(action_id)
            if words and isinstance(button, QToolButton):
                actions[action_id].setIconText(words)
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setAccessibleName(actions[action_id].text().replace("&", "").rstrip("…"))
