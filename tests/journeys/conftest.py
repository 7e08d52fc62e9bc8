"""The window that every story begins with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.screens import AppScreen, Starts


@pytest.fixture
def starts(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Starts]:
    """Start the program, with these articles or the sample; it is closed at the end."""
    running: list[AppScreen] = []

    def start(*paths: Path) -> AppScreen:
        screen = AppScreen(qapp, qtbot, tmp_path, paths)
        running.append(screen)
        screen.starts()
        return screen

    yield start
    for screen in running:
        screen.closes()
