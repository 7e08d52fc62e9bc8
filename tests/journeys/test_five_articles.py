"""From five dropped articles to a reviewed map, and back again, without a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.claim_editor import ClaimEditor
from desktop.dialogs.palette import Palette
from desktop.dialogs.place_chooser import PlaceChooser
from geodata.domain.claims import Review
from tests.helpers.screens import AppScreen

pytestmark = pytest.mark.journey

ARTICLES = {
    "a.txt": "N'DJAMENA, 29 November 2024 - Chad ended its defence accord with France on Thursday.\n",
    "b.txt": "PARIS, 2 December 2024 - France has about 1,000 troops in Chad. They leave in January.\n",
    "c.txt": "BAMAKO, 12 June 2024 - Last month 300 Russian soldiers arrived in Gao.\n",
    "d.txt": "NIAMEY, 20 May 2024 - The United States will close Air Base 201 by 15 September 2024.\n",
    "e.txt": "DAKAR, 5 December 2024 - France will hand over its base in Dakar to Senegal next year.\n",
}
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def screen(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[AppScreen]:
    # Not the first start: nothing is open, and the window says what to do.
    QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat).setValue("open/paths", [])
    started = AppScreen(qapp, qtbot, tmp_path)
    with qtbot.waitSignal(started.app.players.map_view.ready, timeout=60_000):
        started.app.window.show()
    started.follows()
    yield started
    started.closes()


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, ...]:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return tuple(sorted(folder.iterdir()))


class Hand:
    """Keys, wherever the focus is."""

    def __init__(self, screen: AppScreen, qtbot: QtBot) -> None:
        self._screen, self._qtbot = screen, qtbot

    def presses(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self._qtbot.keyClick(self.focus(), key, modifiers)
        self._screen.follows()

    def types(self, words: str) -> None:
        self._qtbot.keyClicks(self.focus(), words)

    def focus(self) -> QWidget:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        return application.focusWidget() or self._screen.app.window

    def comes_back(self) -> None:
        """Let the window be the active one again, as every window manager does after a dialog."""
        window = self._screen.app.window
        window.activateWindow()
        self._qtbot.waitUntil(window.isActiveWindow)

    def opens(self, kind: type[QDialog]) -> QDialog:
        window = self._screen.app.window
        dialog = next(d for d in window.findChildren(kind) if d.isVisible())
        self._qtbot.waitUntil(dialog.isActiveWindow)
        return dialog


def test_five_articles_are_reviewed_and_saved_by_keys_alone_and_all_of_it_undone(
    screen: AppScreen, qtbot: QtBot, files: tuple[Path, ...], tmp_path: Path
) -> None:
    hand, session = Hand(screen, qtbot), screen.app.session
    assert session.project is None
    assert screen.app.window.empty.isVisible()
    screen.answers.files = files
    with qtbot.waitSignal(session.opened, timeout=60_000):
        hand.presses(Qt.Key.Key_O, CONTROL)
    screen.follows()
    untouched = session.project
    assert untouched is not None
    number = len(untouched.claims)
    assert len(untouched.sources) == 5
    assert number >= 5
    window = screen.app.window
    qtbot.waitUntil(window.isActiveWindow)

    hand.presses(Qt.Key.Key_J)
    hand.presses(Qt.Key.Key_E)
    editor = hand.opens(ClaimEditor)
    assert editor.isAncestorOf(hand.focus())
    for _ in range(30):
        if hand.focus() is editor.attribution:  # type: ignore[attr-defined]
            break
        hand.presses(Qt.Key.Key_Tab)
    assert hand.focus() is editor.attribution  # type: ignore[attr-defined]
    hand.types("the ministry")
    hand.presses(Qt.Key.Key_Return, CONTROL)
    assert session.project is not None
    assert [claim.attribution for claim in session.project.claims].count("the ministry") == 1

    hand.comes_back()
    for _ in range(3 * number):
        if Review.SUGGESTED.value not in screen.reviews():
            break
        hand.presses(Qt.Key.Key_A)
        hand.presses(Qt.Key.Key_J)
    assert Review.SUGGESTED.value not in screen.reviews()
    assert "to review" not in screen.status()
    assert screen.shown_marks() == screen.due_marks()

    # What has no key of its own is found by its name.
    hand.presses(Qt.Key.Key_K, CONTROL)
    hand.opens(Palette)
    hand.types("rename")
    screen.answers.title = "France in the Sahel"
    hand.presses(Qt.Key.Key_Return)
    assert session.project.title == "France in the Sahel"

    hand.comes_back()
    screen.answers.target = tmp_path / "sahel.gpkg"
    with qtbot.waitSignal(screen.app.desk.file.saved, timeout=60_000):
        hand.presses(Qt.Key.Key_S, CONTROL)
    assert not window.isWindowModified()

    steps = screen.app.desk.workbench.history.count()
    assert steps >= number
    for _ in range(steps):
        hand.presses(Qt.Key.Key_Z, CONTROL)
    back = session.project
    assert back is not None
    assert (back.title, back.edits, back.claims) == (untouched.title, (), untouched.claims)
    assert (back.marks, back.facts, back.axis) == (
        untouched.marks,
        untouched.facts,
        untouched.axis,
    )
    for _ in range(steps):
        hand.presses(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert Review.SUGGESTED.value not in screen.reviews()
    assert not window.isWindowModified()


def test_a_place_is_chosen_by_keys_from_the_words_of_the_article(
    screen: AppScreen, qtbot: QtBot, files: tuple[Path, ...]
) -> None:
    hand, session = Hand(screen, qtbot), screen.app.session
    screen.answers.files = files[2:3]
    with qtbot.waitSignal(session.opened, timeout=60_000):
        hand.presses(Qt.Key.Key_O, CONTROL)
    screen.follows()
    text = screen.app.players.reader.text
    text.setFocus()
    qtbot.waitUntil(screen.app.window.isActiveWindow)
    for _ in range(text.toPlainText().index("Gao")):
        qtbot.keyClick(text, Qt.Key.Key_Right)
    for _ in range(3):
        qtbot.keyClick(text, Qt.Key.Key_Right, SHIFT)
    assert text.textCursor().selectedText() == "Gao"
    hand.presses(Qt.Key.Key_P, CONTROL | SHIFT)
    hand.opens(PlaceChooser)
    hand.presses(Qt.Key.Key_1)
    assert session.project is not None
    assert screen.menu_says("edit.undo") == "Undo Mark “Gao” as a place"
