"""Marks that lie beyond the view are told, and one key shows them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from geodata.domain.stories import View
from tests.helpers.page import PATIENCE_MS
from tests.helpers.screens import AppScreen, Starts

pytestmark = pytest.mark.journey


@pytest.fixture
def screen(starts: Starts) -> AppScreen:
    return starts()


def test_a_map_moved_away_tells_what_lies_elsewhere_and_goes_back(
    screen: AppScreen, qtbot: QtBot
) -> None:
    players = screen.app.players
    assert "elsewhere" not in players.window.status.words
    players.map_view.show_view(View(-10.0, 120.0, 6.0, 900, 600))
    qtbot.waitUntil(lambda: "elsewhere" in players.window.status.words, timeout=PATIENCE_MS)
    qtbot.keyClick(players.window.status.show_all, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "elsewhere" not in players.window.status.words, timeout=PATIENCE_MS)
