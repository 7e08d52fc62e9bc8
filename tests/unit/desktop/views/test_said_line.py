"""The line above the map: cut when long, whole when copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.settings.theme import Theme
from desktop.views.said_line import SaidLine

WORDS = "US forces in Niger: 900 to 1,100 or more, leaving since 19 May, due out by 15 September."


def test_it_is_cut_at_the_right_and_copied_whole(theme: Theme, qtbot: QtBot) -> None:
    line = SaidLine(theme)
    qtbot.addWidget(line)
    line.resize(300, 30)
    line.set_words(WORDS)
    assert line.shown_words().endswith("…")
    assert line.accessibleDescription() == WORDS
    with qtbot.waitSignal(line.copied):
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == WORDS
    line.resize(1400, 30)
    assert line.shown_words() == WORDS


def test_the_space_key_copies(theme: Theme, qtbot: QtBot) -> None:
    line = SaidLine(theme)
    qtbot.addWidget(line)
    line.set_words(WORDS)
    with qtbot.waitSignal(line.copied):
        qtbot.keyClick(line, Qt.Key.Key_Space)


def test_without_words_there_is_nothing_to_copy(theme: Theme, qtbot: QtBot) -> None:
    line = SaidLine(theme)
    qtbot.addWidget(line)
    with qtbot.assertNotEmitted(line.copied):
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
