"""Every preference holds at once, and what is kept can be forgotten."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.dialogs.preferences import Preferences
from desktop.settings.theme import SchemeChoice
from desktop.shell.memory import Memory


def opened(app: App, qtbot: QtBot) -> Preferences:
    app.window.actions_by_id["edit.preferences"].trigger()
    dialog = app.window.findChild(Preferences)
    qtbot.addWidget(dialog)
    return dialog


def test_the_look_changes_at_once(app: App, qtbot: QtBot) -> None:
    dialog = opened(app, qtbot)
    assert dialog.schemes[SchemeChoice.LIGHT].isChecked()
    dialog.schemes[SchemeChoice.DARK].click()
    assert app.theme.is_dark


def test_the_next_start_opens_nothing_where_that_is_wanted(
    app: App, settings: QSettings, tmp_path: Path, qtbot: QtBot
) -> None:
    memory = Memory(settings)
    memory.keep_paths([tmp_path])
    assert memory.last_paths() == (tmp_path.resolve(),)
    opened(app, qtbot).reopens.click()
    assert memory.last_paths() == ()


def test_what_was_open_and_what_was_read_is_forgotten(
    app: App, settings: QSettings, tmp_path: Path, qtbot: QtBot
) -> None:
    memory = Memory(settings)
    memory.keep_recent(tmp_path)
    readings = tmp_path / "cache" / "read"
    readings.mkdir(parents=True)
    (readings / "one.json").write_text("{}", encoding="utf-8")
    dialog = opened(app, qtbot)
    dialog.forget_recent.click()
    dialog.forget_readings.click()
    assert memory.recent() == ()
    assert not readings.exists()
    assert dialog.forget_recent.text().endswith("done")
