"""Everything that can be done is found by a few letters of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.dialogs.history import HistoryDialog
from desktop.dialogs.palette import Entry, Palette


def palette_of(app: App, qtbot: QtBot) -> Palette:
    actions = app.window.actions_by_id
    entries = [Entry(s.plain_title, s.plain_menu, actions[s.id]) for s in actions.specs]
    palette = Palette(app.theme, entries)
    qtbot.addWidget(palette)
    return palette


@pytest.mark.parametrize(
    ("typed", "first"),
    [("guide", "User guide"), ("shortc", "Shortcuts"), ("dark", "Dark"), ("opn", "Open")],
)
def test_the_best_fit_comes_first(app: App, qtbot: QtBot, typed: str, first: str) -> None:
    palette = palette_of(app, qtbot)
    qtbot.keyClicks(palette.line, typed)
    assert palette.offered[0].startswith(first)


def test_what_is_off_is_left_out_and_nothing_found_is_told(app: App, qtbot: QtBot) -> None:
    palette = palette_of(app, qtbot)
    assert "Accept" not in palette.offered
    qtbot.keyClicks(palette.line, "xyzzyqq")
    assert palette.offered == []


def test_enter_does_what_the_arrow_keys_have_chosen(app: App, qtbot: QtBot) -> None:
    palette = palette_of(app, qtbot)
    qtbot.keyClicks(palette.line, "theme")
    row = palette.offered.index("Dark")
    for _ in range(row):
        qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert app.theme.is_dark


def test_the_history_lists_every_step_and_goes_to_one(qapp: QApplication, qtbot: QtBot) -> None:
    stack = QUndoStack()
    for words in ("Accept “A”", "Reject “B”"):
        stack.push(QUndoCommand(words))
    dialog = HistoryDialog(stack)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    model = dialog.view.model()
    rows = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert rows == ["As it was opened", "Accept “A”", "Reject “B”"]
    dialog.view.setCurrentIndex(model.index(0, 0))
    assert stack.index() == 0


def test_a_long_step_ends_at_the_edge_and_stands_whole_in_the_tooltip(
    qapp: QApplication, qtbot: QtBot
) -> None:
    stack = QUndoStack()
    words = "Write the caption of “" + "a heading that goes on and on " * 8 + "”"
    for text in ("Accept “A”", words):
        stack.push(QUndoCommand(text))
    dialog = HistoryDialog(stack)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    view = dialog.view
    with qtbot.waitExposed(dialog):
        dialog.show()
    for width in (420, 300):
        dialog.resize(width, 300)
        QApplication.processEvents()
        box = view.visualRect(view.model().index(2, 0))
        assert box.right() <= view.viewport().width()
    told = []
    for row in (1, 2):
        at = view.visualRect(view.model().index(row, 0)).center()
        point = view.viewport().mapToGlobal(at)
        QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, point))
        told.append(QToolTip.text())
        QToolTip.hideText()
    assert told[1] == words
    assert told[0] == ""
