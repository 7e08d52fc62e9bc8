"""The map in words: for a screen reader once the date rests, and on the clipboard."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.app import App
from geodata.services import description_lines, tell


@pytest.fixture
def app(app: App, qtbot: QtBot) -> App:
    with qtbot.waitSignal(app.session.opened, timeout=60_000):
        app.verbs.open_sample()
    return app


def test_the_map_is_described_once_the_date_has_come_to_rest(app: App, qtbot: QtBot) -> None:
    app.session.set_time(date(2024, 5, 1), date(2024, 5, 20))
    app.session.set_time(date(2024, 5, 20), date(2024, 5, 20))
    assert "20 May 2024" not in app.players.map_view.accessibleDescription()
    qtbot.waitUntil(
        lambda: app.players.map_view.accessibleDescription().startswith(
            "20 May 2024, as known on 20 May 2024: "
        )
    )
    assert "US forces in Niger" in app.players.map_view.accessibleDescription()


def test_the_description_is_copied_as_the_command_line_prints_it(app: App) -> None:
    project = app.session.project
    assert project is not None
    on, known_by = date(2024, 5, 20), date(2024, 5, 20)
    app.session.set_time(on, known_by)
    app.window.actions_by_id["edit.copy_description"].trigger()
    told = [i for i in tell(project, on, known_by) if i.mark.layer not in app.session.hidden]
    assert QGuiApplication.clipboard().text() == "\n".join(
        description_lines(project, on, known_by, told)
    )
