"""Menus, tool bar and shortcuts follow one list, and the list is sound."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.dialogs.guide import GuideDialog
from desktop.settings.theme import Theme
from desktop.shell.actions import Actions, ActionSpec
from desktop.shell.tool_bar import ToolBar


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp)


def entries(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "") for action in menu.actions() if action.text()]


def test_ids_and_keys_are_unique(app: App) -> None:
    actions = app.window.actions_by_id
    ids = Counter(spec.id for spec in actions.specs)
    keys = Counter(
        keys.toString() for spec in actions.specs for keys in actions[spec.id].shortcuts()
    )
    assert [name for name, number in ids.items() if number > 1] == []
    assert [name for name, number in keys.items() if number > 1] == []


def test_every_action_stands_in_the_menu_it_names(app: App) -> None:
    menus = {m.title().replace("&", ""): m for m in app.window.menuBar().findChildren(QMenu)}
    for spec in app.window.actions_by_id.specs:
        assert spec.title.replace("&", "") in entries(
            menus[spec.menu.split("/")[-1].replace("&", "")]
        )


def test_mnemonics_are_unique_in_each_menu(app: App) -> None:
    for menu in app.window.menuBar().findChildren(QMenu):
        letters = Counter(
            action.text()[action.text().index("&") + 1].lower()
            for action in menu.actions()
            if "&" in action.text()
        )
        assert [letter for letter, number in letters.items() if number > 1] == [], menu.title()


def test_what_needs_a_project_is_off_while_nothing_is_open(app: App) -> None:
    actions = app.window.actions_by_id
    assert not actions["export.png"].isEnabled()
    assert not actions["time.play"].isEnabled()
    assert actions["file.open"].isEnabled()


def test_the_panels_stand_in_the_menu_view(app: App) -> None:
    view = next(m for m in app.window.menuBar().findChildren(QMenu) if m.title() == "&View")
    panels = ["Sources", "Layers and legend", "Reader", "Claims", "Time", "Changes", "Story"]
    assert entries(view)[:7] == panels


def test_two_actions_with_one_id_are_refused(theme: Theme, qapp: QApplication) -> None:
    spec = ActionSpec("file.same", "Same", "File", print)
    with pytest.raises(ValueError, match="share an id"):
        Actions([spec, spec], theme, qapp)


def test_an_action_runs_and_tells_its_keys(theme: Theme, qapp: QApplication) -> None:
    ran: list[str] = []
    spec = ActionSpec("x.run", "&Run it…", "File", lambda: ran.append("x"), keys=("Ctrl+R",))
    actions = Actions([spec], theme, qapp)
    actions["x.run"].trigger()
    assert ran == ["x"]
    assert actions["x.run"].toolTip() == "Run it (Ctrl+R)"
    assert actions["x.run"].shortcut() == QKeySequence("Ctrl+R")


def test_a_checkable_action_shows_what_is(theme: Theme, qapp: QApplication) -> None:
    state = {"on": False}

    def switch(is_on: bool) -> None:
        state["on"] = is_on

    spec = ActionSpec("x.switch", "Switch", "View", switch, is_checked=lambda: state["on"])
    actions = Actions([spec], theme, qapp)
    actions["x.switch"].trigger()
    assert state["on"]
    state["on"] = False
    actions.refresh_checks()
    assert not actions["x.switch"].isChecked()


def test_the_theme_is_chosen_in_the_menu_and_kept(
    app: App, qtbot: QtBot, settings: QSettings
) -> None:
    with qtbot.waitSignal(app.theme.changed):
        app.window.actions_by_id["theme.dark"].trigger()
    assert app.theme.is_dark
    assert settings.value("look/scheme") == "dark"


def test_every_entry_of_the_menu_view_has_a_letter_and_no_icon(app: App) -> None:
    view = next(m for m in app.window.menuBar().findChildren(QMenu) if m.title() == "&View")
    titled = [action for action in view.actions() if action.text()]
    assert all("&" in action.text() for action in titled)
    assert not any(a.isIconVisibleInMenu() for a in titled if not a.icon().isNull())


def test_the_tool_bar_names_what_it_opens(app: App) -> None:
    bar = app.window.findChild(ToolBar)
    button = bar.widgetForAction(app.window.actions_by_id["file.open_folder"])
    assert button.text() == "Folder"
    assert button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon


def test_the_guide_is_in_the_menu_help(app: App) -> None:
    app.window.actions_by_id["help.guide"].trigger()
    assert app.window.findChild(GuideDialog).isVisible()


def test_online_maps_are_chosen_by_the_person_and_off_at_first(app: App) -> None:
    view, actions = app.players.map_view, app.window.actions_by_id
    actions.refresh_checks()
    assert view.tiles is None
    assert actions["tiles.none"].isChecked()
    actions["tiles.openstreetmap.mapnik"].trigger()
    assert view.tiles is not None
    assert "OpenStreetMap, requests leave this machine" in app.window.status.words
    actions["tiles.none"].trigger()
    assert view.tiles is None
    assert "Offline" in app.window.status.words
