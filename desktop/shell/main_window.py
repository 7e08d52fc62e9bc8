"""The window: it lays its parts out and takes what is dropped. It knows no project."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QDockWidget,
    QMainWindow,
    QMenu,
    QStackedLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.settings.theme import Theme
from desktop.shell.actions import Actions
from desktop.shell.docks import Dock, Folding, Rail
from desktop.shell.menus import fill_menu_bar
from desktop.shell.message_bar import MessageBar
from desktop.shell.progress_strip import ProgressStrip
from desktop.shell.status_bar import StatusBar
from desktop.shell.tool_bar import ToolBar
from desktop.views.empty import EmptyState
from desktop.views.said_line import SaidLine
from desktop.views.time_bar import TimeBar

# Raise it when docks are added or renamed, so that an older layout is not applied to them.
_LAYOUT_VERSION = 2
_FOLD_UNDER_PX = 1100
_TAB_UNDER_PX = 1200
_LOW_UNDER_PX = 760
# In the menu View, whose other letters are R, T, F and U.
_PANEL_TITLES = (
    *("&Sources", "&Layers and legend", "Rea&der", "&Claims", "T&ime", "Chan&ges"),
    "Stor&y",
)
# How much of the map the empty state covers.
_VEIL = 0.45


@dataclass(frozen=True, slots=True)
class Panels:
    """The widgets that the window lays out; what they show is joined elsewhere."""

    map_view: QWidget
    said_line: SaidLine
    empty: EmptyState
    time_bar: TimeBar
    sources: QWidget
    layers: QWidget
    reader: QWidget
    claims: QWidget
    changes: QWidget
    story: QWidget


class MainWindow(QMainWindow):
    """
    Menu, tool bar, docks, map, time bar and status bar.

    Args:
        theme: Colours, sizes.
        panels: What it lays out.
    """

    actions_by_id: Actions

    dropped = Signal(object)  # tuple[Path, ...]
    first_painted = Signal()
    closing = Signal()

    def __init__(self, theme: Theme, panels: Panels) -> None:
        super().__init__()
        self._theme = theme
        self._panels = panels
        self.empty = panels.empty
        self._was_painted = False
        self._has_project = False
        self.may_close: Callable[[], bool] = lambda: True
        self.recent_menu = QMenu("Ope&n recent", self)
        self.messages = MessageBar(theme)
        self.progress = ProgressStrip(theme)
        self.status = StatusBar(theme)
        self.sources = Dock("sources", "Sources", panels.sources, theme, self)
        self.layers = Dock("layers", "Layers and legend", panels.layers, theme, self)
        self.reader = Dock("reader", "Reader", panels.reader, theme, self)
        self.claims = Dock("claims", "Claims", panels.claims, theme, self)
        self.changes = Dock("changes", "Changes from A to B", panels.changes, theme, self)
        self.story = Dock("story", "Story", panels.story, theme, self)
        self._time = _time_dock(panels.time_bar, self)
        self._rail = Rail(
            {"newspaper-variant-outline": self.sources, "layers-outline": self.layers}, theme, self
        )
        self._folding = Folding((self.sources, self.layers), self._rail)
        self._is_tabbed = False
        self._lay_out()
        self.setAcceptDrops(True)
        self.set_title("")
        theme.changed.connect(self._colour)

    # What is around the map

    def set_actions(self, actions: Actions) -> None:
        """Fill menus and tool bar; the shortcuts work from then on."""
        self.actions_by_id = actions
        self.addActions(actions.all())
        menus = fill_menu_bar(self.menuBar(), actions, self.panel_actions())
        menus["File"].insertMenu(actions["file.add"], self.recent_menu)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, ToolBar(actions, self))

    def panel_actions(self) -> tuple[QAction, ...]:
        """Return what shows and hides each dock."""
        docks = (self.sources, self.layers, self.reader, self.claims, self._time, *self._beside)
        toggles = tuple(dock.toggleViewAction() for dock in docks)
        for toggle, title in zip(toggles, _PANEL_TITLES, strict=True):
            toggle.setText(title)
            # The icon is for the rail: in the menu it would stand instead of the check box.
            toggle.setIconVisibleInMenu(False)
        return toggles

    def set_title(self, project: str, *, is_modified: bool = False) -> None:
        """Name what is open; a mark of the platform says that something is not saved."""
        self.setWindowTitle(f"{project}[*] – Dateline" if project else "Dateline")
        self.setWindowModified(is_modified and bool(project))

    def set_reading(self) -> None:
        """Make room for what is being read: the person need not be told what to do first."""
        self.empty.hide()
        # The map has its last size from the start: the window waits while it is painted in another.
        self._panels.said_line.show()

    def set_has_project(self, has_project: bool) -> None:
        """Show the map, or what to do first."""
        self._has_project = has_project
        self.empty.setVisible(not has_project)
        self.actions_by_id.set_has_project(has_project)
        self._panels.said_line.setVisible(has_project)

    def set_full_screen(self, is_full: bool) -> None:
        """Fill the screen, or go back to a window."""
        if is_full:
            self.showFullScreen()
        else:
            self.showNormal()

    # Layout

    def _lay_out(self) -> None:
        self.setMinimumSize(QSize(1024, 700))
        self.resize(1440, 900)
        self.setDockOptions(
            QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.AllowNestedDocks
        )
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        stage = QWidget()
        # The map stands below from the start, so that it has its size when the page loads.
        stack = QStackedLayout(stage)
        stack.setStackingMode(QStackedLayout.StackingMode.StackAll)
        stack.addWidget(self._panels.map_view)
        stack.addWidget(self.empty)
        stack.setCurrentWidget(self.empty)
        self._centre = QWidget()
        rows = QVBoxLayout(self._centre)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for widget in (self.messages, self._panels.said_line):
            rows.addWidget(widget)
        rows.addWidget(stage, 1)
        self.progress.lie_over(self._panels.said_line, stage)
        self.setCentralWidget(self._centre)
        self.setStatusBar(self.status)
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, self._rail)
        self.reset_layout()

    def reset_layout(self) -> None:
        """Put every dock back where it was at first."""
        areas = Qt.DockWidgetArea
        self._folding.set_folded(False)
        self.setCorner(Qt.Corner.BottomLeftCorner, areas.BottomDockWidgetArea)
        self.setCorner(Qt.Corner.BottomRightCorner, areas.BottomDockWidgetArea)
        docks = (self.sources, self.layers, self.reader, self.claims, self._time)
        places = (
            areas.LeftDockWidgetArea,
            areas.LeftDockWidgetArea,
            areas.RightDockWidgetArea,
            areas.RightDockWidgetArea,
            areas.BottomDockWidgetArea,
        )
        for dock, area in zip(docks, places, strict=True):
            dock.setFloating(False)
            self.removeDockWidget(dock)
            self.addDockWidget(area, dock)
            dock.show()
        # What is told of the claims has a place beside them, once there is something to tell.
        for dock in self._beside:
            self.addDockWidget(areas.RightDockWidgetArea, dock)
            self.tabifyDockWidget(self.claims, dock)
            dock.setFloating(False)
            dock.hide()
        self._is_tabbed = False
        vertical, horizontal = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
        self.resizeDocks([self.sources, self.reader], [264, 372], horizontal)
        self.resizeDocks([self.sources, self.layers], [262, 384], vertical)
        self.resizeDocks([self.reader, self.claims], [320, 326], vertical)
        self.resizeDocks([self._time], [self._theme.tokens.size.time_bar], vertical)
        self.fit_to_size()

    def save_layout(self) -> QByteArray:
        """Return the places of the docks as they are in a wide window."""
        self._folding.set_folded(False)
        return self.saveState(_LAYOUT_VERSION)

    def restore_layout(self, state: QByteArray) -> None:
        """Put the docks where they were; what another version wrote is left alone."""
        if not state.isEmpty() and self.restoreState(state, _LAYOUT_VERSION):
            self._is_tabbed = self.claims in self.tabifiedDockWidgets(self.reader)
        self._rail.hide()
        self.fit_to_size()

    def fit_to_size(self) -> None:
        """Fold, tab and flatten what the size of the window has no room for."""
        self._folding.set_folded(self.width() < _FOLD_UNDER_PX)
        self._set_tabbed(self.width() < _TAB_UNDER_PX)
        self._panels.time_bar.set_low(self.height() < _LOW_UNDER_PX)

    def _set_tabbed(self, is_tabbed: bool) -> None:
        if is_tabbed == self._is_tabbed or self.reader.isFloating() or self.claims.isFloating():
            return
        self._is_tabbed = is_tabbed
        if is_tabbed:
            self.tabifyDockWidget(self.reader, self.claims)
            self._keep_beside()
            self.claims.raise_()
        else:
            is_open = not self.claims.isHidden()
            self.removeDockWidget(self.claims)
            self.addDockWidget(
                Qt.DockWidgetArea.RightDockWidgetArea, self.claims, Qt.Orientation.Vertical
            )
            self.claims.setVisible(is_open)
            self._keep_beside()
            self.claims.raise_()

    @property
    def _beside(self) -> tuple[Dock, ...]:
        return (self.changes, self.story)

    def _keep_beside(self) -> None:
        for dock in self._beside:
            if not dock.isFloating():
                is_open = not dock.isHidden()
                self.tabifyDockWidget(self.claims, dock)
                dock.setVisible(is_open)

    def show_story(self) -> None:
        """Bring the story to the front."""
        self.story.show()
        self.story.raise_()

    def _colour(self) -> None:
        ui = self._theme.colours.ui
        line = ui.line
        self.setStyleSheet(
            f"QMainWindow::separator {{ background: {line}; width: 1px; height: 1px; }}"
            f" QMenuBar {{ border-bottom: 1px solid {line}; padding: 2px 8px; }}"
            f" QToolBar {{ border: 0; border-bottom: 1px solid {line}; spacing: 4px;"
            f" padding: 4px 8px; }}"
            f" QToolBar#rail {{ border-bottom: 0; border-right: 1px solid {line};"
            f" padding: 6px 2px; }} QTabBar {{ qproperty-drawBase: 0; }}"
            f" QMainWindow > QTabBar::tab {{ background: {ui.window}; color: {ui.text2};"
            f" border: 0; border-right: 1px solid {line}; border-bottom: 1px solid {line};"
            f" padding: 5px 14px; min-height: 16px; }}"
            f" QMainWindow > QTabBar::tab:selected {{ background: {ui.panel}; color: {ui.text};"
            f" border-bottom: 2px solid {ui.accent}; }} #hairline {{ background: {line}; }}"
        )
        veil = QColor(self._theme.colours.ui.window)
        veil.setAlphaF(_VEIL)
        ground = self.empty.palette()
        ground.setColor(QPalette.ColorRole.Window, veil)
        self.empty.setPalette(ground)
        self.empty.setAutoFillBackground(True)

    # What Qt tells the window

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_to_size()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._centre.setFocus()
        # Not before: the layout takes the width of its separators when the style of a shown
        # window changes, and keeps the style's own until then.
        self._colour()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.first_painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event):
            self.empty.set_dragging(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.empty.set_dragging(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.empty.set_dragging(False)
        paths = dropped_paths(event)
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)


def dropped_paths(event: QDropEvent) -> tuple[Path, ...]:
    """Return the local files and folders that hang over the window."""
    return tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())


def _time_dock(bar: TimeBar, parent: QMainWindow) -> QDockWidget:
    dock = QDockWidget("Time", parent)
    dock.setObjectName("time")
    dock.setWidget(bar)
    dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
    dock.setAllowedAreas(Qt.DockWidgetArea.BottomDockWidgetArea)
    # No title bar: the strip explains itself, and the menu View can close it. A line is left.
    line = QWidget(dock)
    line.setObjectName("hairline")
    line.setFixedHeight(1)
    line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    dock.setTitleBarWidget(line)
    return dock
