"""The list of all that a person can do; menus, tool bar and shortcuts follow it."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from PySide6.QtGui import QKeySequence

from desktop.settings.dates import Dates
from desktop.settings.theme import SchemeChoice, Theme
from desktop.shell.actions import ActionSpec
from desktop.shell.main_window import MainWindow
from desktop.shell.memory import Memory
from desktop.shell.pictures import Picturing
from desktop.shell.project.commands import project_actions
from desktop.shell.project.verbs import ProjectVerbs
from desktop.shell.verbs import Verbs
from desktop.webmap.view import MapView
from geodata.mapping.tiles import OFFERED, offered_tiles

_Keys = QKeySequence.StandardKey


def file_actions(
    verbs: Verbs, projects: ProjectVerbs, picturing: Picturing, window: MainWindow
) -> tuple[ActionSpec, ...]:
    """Return what stands in the menu File."""
    return (
        ActionSpec(
            "file.open",
            "&Open…",
            "File",
            verbs.ask_and_open,
            keys=(_Keys.Open,),
            tip="Open a project or articles instead of what is open",
            icon="file-document-outline",
        ),
        ActionSpec(
            "file.open_folder",
            "Open &folder…",
            "File",
            verbs.ask_and_open_folder,
            keys=("Ctrl+Shift+O",),
            tip="Open all articles of a folder",
            icon="folder-open-outline",
        ),
        ActionSpec(
            "file.add",
            "Add ar&ticles…",
            "File",
            verbs.ask_and_add,
            keys=("Ctrl+I",),
            tip="Add articles to those that are open",
            icon="file-plus-outline",
        ),
        ActionSpec(
            "file.paste",
            "Add te&xt of the clipboard",
            "File",
            verbs.paste,
            keys=("Ctrl+Shift+V",),
            tip="Add the copied text as an article",
        ),
        ActionSpec(
            "file.sample",
            "Open sa&mple",
            "File",
            verbs.open_sample,
            tip="Open five short articles on the departure of US forces from Niger",
        ),
        *project_actions(projects),
        *_export_actions(verbs, picturing),
        ActionSpec(
            "file.close",
            "&Close",
            "File",
            verbs.close,
            keys=("Ctrl+W",),
            opens_group=True,
            needs_project=True,
        ),
        ActionSpec("file.quit", "&Quit", "File", window.close, keys=(_Keys.Quit,)),
    )


def _export_actions(verbs: Verbs, picturing: Picturing) -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            "export.png",
            "As &picture…",
            "File/&Export",
            picturing.open,
            keys=("Ctrl+E",),
            tip="Export this date as a picture: PNG, PDF or the clipboard",
            icon="image-outline",
            needs_project=True,
        ),
        ActionSpec(
            "export.html",
            "As web p&age…",
            "File/&Export",
            verbs.export_html,
            keys=("Ctrl+Shift+E",),
            tip="Export all dates as one HTML page with a slider",
            icon="file-code-outline",
            needs_project=True,
        ),
        ActionSpec(
            "export.data",
            "As &data…",
            "File/&Export",
            verbs.export_data,
            tip="Export claims and marks of all days for a GIS or a spreadsheet",
            needs_project=True,
        ),
    )


def view_actions(window: MainWindow, map_view: MapView, theme: Theme) -> tuple[ActionSpec, ...]:
    """Return what stands in the menu View, below the panels."""
    schemes = tuple(
        ActionSpec(
            f"theme.{choice}",
            f"&{choice.value.capitalize()}",
            "View/&Theme",
            partial(_choose, theme, choice),
            is_checked=partial(_is_chosen, theme, choice),
        )
        for choice in SchemeChoice
    )
    return (
        ActionSpec(
            "view.reset",
            "&Reset layout",
            "View",
            window.reset_layout,
            tip="Put all panels back where they were at first",
            opens_group=True,
        ),
        *schemes,
        *_tile_actions(map_view),
        ActionSpec(
            "view.fit",
            "&Fit map",
            "View",
            map_view.fit_all,
            keys=("Ctrl+0",),
            tip="Show every mark of the day",
            icon="fit-to-page-outline",
            opens_group=True,
            needs_project=True,
        ),
        ActionSpec(
            "view.full_screen",
            "F&ull screen",
            "View",
            window.set_full_screen,
            keys=("F11",),
            is_checked=window.isFullScreen,
        ),
    )


def _tile_actions(map_view: MapView) -> tuple[ActionSpec, ...]:
    none = ActionSpec(
        "tiles.none",
        "&None, stay offline",
        "View/&Online map",
        partial(_use_tiles, map_view, ""),
        is_checked=lambda: map_view.tiles is None,
        tip="Draw the map from this machine alone",
    )
    return none, *(
        ActionSpec(
            f"tiles.{key.lower()}",
            title,
            "View/&Online map",
            partial(_use_tiles, map_view, key),
            is_checked=partial(_has_tiles, map_view, key),
            tip=f"Fetch map tiles from {title}, which is told what part of the world is shown",
        )
        for key, title in OFFERED.items()
    )


def _use_tiles(map_view: MapView, key: str, _is_checked: bool) -> None:
    map_view.set_tiles(offered_tiles(key) if key else None)


def _has_tiles(map_view: MapView, key: str) -> bool:
    return map_view.tiles is not None and map_view.tiles.key == key


def preferences_action(
    theme: Theme, dates: Dates, memory: Memory, readings: Path, window: MainWindow
) -> ActionSpec:
    """
    Return what opens the preferences.

    Args:
        theme: Light, dark, or as the system.
        dates: How dates are written.
        memory: What is kept between two starts.
        readings: The folder of what was read, for a faster start.
        window: Owner of the dialog.
    """

    def show() -> None:
        from desktop.dialogs.preferences import Kept, Preferences

        kept = Kept(
            memory.reopens,
            memory.set_reopens,
            memory.forget_recent,
            partial(shutil.rmtree, readings, ignore_errors=True),
        )
        Preferences(theme, dates, kept, window).open()

    return ActionSpec("edit.preferences", "&Preferences…", "Edit", show, opens_group=True)


def help_actions(verbs: Verbs) -> tuple[ActionSpec, ...]:
    """Return what stands in the menu Help."""
    return (
        ActionSpec(
            "help.palette",
            "&Find a command…",
            "Help",
            verbs.show_palette,
            keys=("Ctrl+K",),
            tip="Type a few letters of what you want to do",
        ),
        ActionSpec("help.guide", "&User guide", "Help", verbs.show_guide),
        ActionSpec("help.shortcuts", "&Shortcuts", "Help", verbs.show_shortcuts, keys=("F1",)),
        ActionSpec("help.logs", "Open &log folder", "Help", verbs.show_logs),
        ActionSpec("help.credits", "&Data and licences", "Help", verbs.show_credits),
        ActionSpec("help.about", "&About Dateline", "Help", verbs.show_about, opens_group=True),
    )


def _choose(theme: Theme, choice: SchemeChoice, _is_checked: bool) -> None:
    theme.choose(choice)


def _is_chosen(theme: Theme, choice: SchemeChoice) -> bool:
    return theme.choice is choice
