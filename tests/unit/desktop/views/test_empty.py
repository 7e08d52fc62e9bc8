"""The empty state leads to the first map."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.settings.theme import Theme
from desktop.views.empty import EmptyState


def test_both_buttons_tell(theme: Theme, qtbot: QtBot) -> None:
    empty = EmptyState(theme)
    qtbot.addWidget(empty)
    buttons = {button.text(): button for button in empty.findChildren(QPushButton)}
    with qtbot.waitSignal(empty.open_clicked):
        qtbot.keyClick(buttons["Open files…"], Qt.Key.Key_Space)
    with qtbot.waitSignal(empty.sample_clicked):
        buttons["Open the sample"].click()


def test_hanging_files_change_the_drop_area(theme: Theme, qtbot: QtBot) -> None:
    empty = EmptyState(theme)
    qtbot.addWidget(empty)
    empty.resize(700, 500)
    before = empty.grab().toImage()
    empty.set_dragging(True)
    assert empty.grab().toImage() != before
    empty.set_dragging(False)
    assert empty.grab().toImage() == before
