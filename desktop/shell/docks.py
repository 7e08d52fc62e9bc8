"""The docks around the map: how they are made, and how they fold in a small window."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from desktop.settings.theme import Theme

_TITLE_PX = 27
_RAIL_PX = 38


class Dock(QDockWidget):
    """
    A dock whose title bar carries a count and icons of the theme.

    Args:
        name: Stable name, under which its place is saved.
        title: As title bar and menu say it.
        content: What it holds.
        theme: Icons, fonts.
        parent: The window.
    """

    def __init__(
        self, name: str, title: str, content: QWidget, theme: Theme, parent: QMainWindow
    ) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self.setWidget(content)
        self.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetClosable
            | QDockWidget.DockWidgetFeature.DockWidgetMovable
            | QDockWidget.DockWidgetFeature.DockWidgetFloatable
        )
        self._head = DockTitle(title, theme, self)
        self.setTitleBarWidget(self._head)

    def set_count(self, words: str) -> None:
        """Say how much is in it, beside the title."""
        self._head.set_count(words)


class DockTitle(QWidget):
    """
    The title bar of a dock.

    Args:
        title: Title.
        theme: Icons, fonts.
        dock: Whose it is.
    """

    def __init__(self, title: str, theme: Theme, dock: QDockWidget) -> None:
        super().__init__(dock)
        self._theme = theme
        self._title = QLabel(title)
        self._count = QLabel()
        self._count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._float = _small_button(f"Float or dock {title}")
        self._float.clicked.connect(lambda: dock.setFloating(not dock.isFloating()))
        self._close = _small_button(f"Close {title}")
        self._close.clicked.connect(dock.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 6, 0)
        row.setSpacing(4)
        row.addWidget(self._title)
        row.addSpacing(2)
        row.addWidget(self._count, 1)
        row.addWidget(self._float)
        row.addWidget(self._close)
        self.setFixedHeight(_TITLE_PX)
        theme.changed.connect(self._colour)
        self._colour()

    def set_count(self, words: str) -> None:
        """Say how much there is."""
        self._count.setText(words)

    def _colour(self) -> None:
        ui = self._theme.colours.ui
        self._title.setFont(self._theme.font("dock_title"))
        self._count.setFont(self._theme.font("small"))
        self._count.setStyleSheet(f"color: {ui.text2};")
        self._float.setIcon(self._theme.icon("dock-window"))
        self._close.setIcon(self._theme.icon("close"))


class Rail(QToolBar):
    """
    The strip that stands for the left docks in a narrow window; a click opens one.

    Args:
        docks: What it opens, with icon names.
        theme: Icons.
        parent: The window.
    """

    def __init__(self, docks: dict[str, Dock], theme: Theme, parent: QMainWindow) -> None:
        super().__init__("Folded panels", parent)
        self.setObjectName("rail")
        self.setMovable(False)
        self.setOrientation(Qt.Orientation.Vertical)
        self.setIconSize(QSize(20, 20))
        self.setFixedWidth(_RAIL_PX)
        self.toggleViewAction().setVisible(False)
        self._theme = theme
        self._actions = {icon: self._toggle(dock) for icon, dock in docks.items()}
        theme.changed.connect(self._colour)
        self._colour()
        self.hide()

    def _toggle(self, dock: Dock) -> QAction:
        toggle = dock.toggleViewAction()
        self.addAction(toggle)
        return toggle

    def _colour(self) -> None:
        for icon, action in self._actions.items():
            action.setIcon(self._theme.icon(icon))


class Folding(QObject):
    """
    Folds docks to a rail while the window is narrow, and brings back what was open.

    Args:
        docks: The docks that fold.
        rail: What stands for them.
    """

    def __init__(self, docks: tuple[Dock, ...], rail: Rail) -> None:
        super().__init__(rail)
        self._docks = docks
        self._rail = rail
        self._open_before: tuple[Dock, ...] = ()
        self.is_folded = False

    def set_folded(self, is_folded: bool) -> None:
        """Fold, or unfold."""
        if is_folded == self.is_folded:
            return
        self.is_folded = is_folded
        if is_folded:
            self._open_before = tuple(dock for dock in self._docks if not dock.isHidden())
            for dock in self._docks:
                dock.hide()
        else:
            for dock in self._open_before:
                dock.show()
        self._rail.setVisible(is_folded)


def _small_button(words: str) -> QToolButton:
    button = QToolButton()
    button.setIconSize(QSize(14, 14))
    button.setAccessibleName(words)
    button.setToolTip(words)
    return button
