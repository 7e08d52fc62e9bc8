"""A person reviews what was read, changes their mind, saves, and loses nothing."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.dialogs.leaving import Leaving
from geodata.domain.layers import Layer
from geodata.layers import frame_marks
from tests.helpers.screens import AppScreen, Starts

pytestmark = pytest.mark.journey

ARTICLE = """Chad asks French troops to leave

N'DJAMENA, 29 November 2024 - Chad said on Thursday it had ended its defence accord with France.
France has about 1,000 troops in Chad. The soldiers will leave by 31 January 2025.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "chad.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def screen(starts: Starts, article: Path) -> AppScreen:
    return starts(article)


def test_by_keyboard_alone_from_the_first_claim_to_the_last_and_all_the_way_back(
    screen: AppScreen, qtbot: QtBot
) -> None:
    window = screen.app.window
    untouched = screen.app.session.project
    assert untouched is not None
    number = len(untouched.claims)
    assert number >= 2
    qtbot.keyClick(window, Qt.Key.Key_J)
    for _ in range(number - 1):
        qtbot.keyClick(window, Qt.Key.Key_A)
    qtbot.keyClick(window, Qt.Key.Key_R)
    screen.follows()
    assert sorted(screen.reviews()) == ["accepted"] * (number - 1) + ["rejected"]
    assert screen.menu_says("edit.undo").startswith("Undo Reject “")
    for _ in range(number):
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    screen.follows()
    assert screen.menu_says("edit.undo") == ""
    back = screen.app.session.project
    assert back is not None
    assert (back.claims, back.marks, back.axis) == (
        untouched.claims,
        untouched.marks,
        untouched.axis,
    )


def test_a_rejected_claim_leaves_the_map_and_redo_takes_it_away_again(screen: AppScreen) -> None:
    before = screen.shown_marks()
    project = screen.app.session.project
    assert project is not None
    drawn = frame_marks(project.marks, screen.app.session.on, screen.app.session.known_by)
    claim_id = next(mark.claim_ids[0] for mark in drawn if len(mark.claim_ids) == 1)
    screen.chooses_claim(claim_id)
    before, day = screen.shown_marks(), screen.app.session.on
    screen.does("claims.reject")
    assert screen.app.session.on == day
    after = screen.shown_marks()
    assert after == screen.due_marks() != before
    screen.does("edit.undo")
    assert screen.shown_marks() == before
    screen.does("edit.redo")
    assert screen.shown_marks() == after


def test_a_project_is_saved_moved_and_opened_again_with_every_decision(
    screen: AppScreen, tmp_path: Path
) -> None:
    screen.does("claims.next")
    screen.does("claims.accept")
    assert screen.app.window.isWindowModified()
    screen.goes_to(date(2024, 12, 20))
    screen.app.session.hide(frozenset({Layer.ALIGNMENT}))
    path = screen.saves("chad.gpkg")
    assert not screen.app.window.isWindowModified()
    reviews = screen.reviews()
    screen.does("claims.reject")
    moved = tmp_path / "elsewhere.gpkg"
    shutil.move(path, moved)
    screen.opens(moved)
    assert screen.reviews() == reviews
    assert screen.menu_says("edit.undo") == ""
    assert screen.app.desk.file.path == moved
    assert screen.app.session.on == date(2024, 12, 20)
    clock = screen.app.players.time_bar.clock
    assert clock is not None
    assert clock.on == date(2024, 12, 20)
    assert screen.app.session.hidden == {Layer.ALIGNMENT}


def test_reverting_gives_up_what_was_decided_since_the_save(screen: AppScreen) -> None:
    screen.saves("chad.gpkg")
    assert screen.menu_says("file.revert") == ""
    screen.does("claims.next")
    screen.does("claims.accept")
    assert screen.menu_says("file.revert") == "Revert to saved"
    screen.does("file.revert")
    assert set(screen.reviews()) == {"suggested"}


def test_nothing_unsaved_is_left_without_a_question(screen: AppScreen, article: Path) -> None:
    screen.does("claims.next")
    screen.does("claims.accept")
    screen.answers.leaving = Leaving.STAY
    screen.app.verbs.open([article])
    screen.app.window.close()
    screen.follows()
    assert "accepted" in screen.reviews()
    assert screen.app.window.isVisible()


def test_after_a_sudden_end_the_next_start_brings_the_decisions_back(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, article: Path
) -> None:
    first = AppScreen(qapp, qtbot, tmp_path, (article,))
    first.starts()
    path = first.saves("chad.gpkg")
    first.does("claims.next")
    first.does("claims.accept")
    reviews = first.reviews()
    journals = tmp_path / "data" / "journals"
    (kept,) = journals.glob("*.journal")
    content = kept.read_bytes()
    first.closes()
    # What a killed program leaves behind: its journal, and no lock.
    kept.write_bytes(content)

    second = AppScreen(qapp, qtbot, tmp_path)
    with qtbot.waitSignal(second.app.players.map_view.ready):
        second.app.window.show()
    second.follows()
    assert "not saved yet" in second.message()
    with qtbot.waitSignal(second.app.session.opened):
        second.presses("Bring them back")
    second.follows()
    assert second.reviews() == reviews
    assert second.app.desk.file.path == path.resolve()
    assert second.app.window.isWindowModified()
    assert not kept.exists()
    second.closes()


def test_a_project_that_is_open_elsewhere_is_read_only_and_says_so(
    qapp: QApplication, qtbot: QtBot, screen: AppScreen, tmp_path: Path
) -> None:
    path = screen.saves("chad.gpkg")
    other = AppScreen(qapp, qtbot, tmp_path / "other", (path,))
    other.starts()
    assert "is open in another window" in other.message()
    assert other.app.desk.file.is_read_only
    other.closes()
    assert not screen.app.desk.file.is_read_only


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00 and no more", b"{}"])
def test_a_file_that_is_no_project_leaves_what_is_open(
    screen: AppScreen, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "broken.gpkg"
    path.write_bytes(content)
    before = screen.app.session.project
    screen.app.window.dropped.emit((path,))
    screen.follows()
    assert screen.app.session.project is before
    assert "broken.gpkg" in screen.message()
