"""A story: bookmarks of the map, words that cite, and the files that tell it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from geodata.domain.claims import ClaimKind, Review
from geodata.domain.layers import Layer
from geodata.domain.stories import CITATION
from geodata.domain.times import Reach
from geodata.layers import headline
from geodata.store import load_project
from tests.helpers.page import PATIENCE_MS
from tests.helpers.screens import AppScreen, Starts

pytestmark = pytest.mark.journey
SPRING, DUE = date(2024, 5, 19), date(2024, 10, 1)


@pytest.fixture
def screen(starts: Starts) -> AppScreen:
    return starts()


def adds(screen: AppScreen, title: str) -> None:
    screen.does("story.add")
    panel = screen.app.players.story
    panel._title.setText(title)
    panel._on_titled()
    screen.follows()


def writes(screen: AppScreen, words: str) -> None:
    editor = screen.app.players.story.caption
    QTest.keyClicks(editor, words)
    editor.tell()
    screen.follows()


def cites(screen: AppScreen, place: int = 0) -> str:
    project = screen.app.session.project
    claim = [one for one in project.claims if one.kind is ClaimKind.TROOPS][place]
    screen.chooses_claim(claim.id)
    screen.does("story.cite")
    return claim.id


def story(screen: AppScreen):
    return screen.app.session.project.story


def test_a_bookmark_is_named_after_what_the_map_tells_and_the_date_stands_apart(
    screen: AppScreen,
) -> None:
    session = screen.app.session
    screen.goes_to(SPRING)
    screen.does("story.add")
    told = headline(session.project.marks, SPRING, session.known_by)
    assert told
    assert titles(screen) == [told]
    session.hide(frozenset({Layer.TROOPS}))
    screen.follows()
    screen.does("story.add")
    assert titles(screen)[1] != told


def titles(screen: AppScreen) -> list[str]:
    return [one.title for one in story(screen)]


def goes(screen: AppScreen, title: str) -> None:
    panel = screen.app.players.story
    bookmark = next(one for one in story(screen) if one.title == title)
    panel.choose(bookmark.id)
    panel.chosen.emit(bookmark.id)
    screen.follows()
    screen.map.settles()


def test_a_person_tells_a_story_and_every_step_can_be_taken_back(screen, qtbot, tmp_path):
    window, session = screen.app.window, screen.app.session
    assert window.story.isHidden()
    screen.goes_to(SPRING)
    adds(screen, "The withdrawal")
    assert not window.story.isHidden()
    writes(screen, "They leave.")
    claim_id = cites(screen)
    assert story(screen)[0].caption.text == f"They leave.{CITATION}"
    assert story(screen)[0].caption.cited == (claim_id,)
    assert "“" in screen.app.players.story._citations.item(0).text()
    # What is typed in one go is one step, and the citation belongs to it.
    assert screen.menu_says("edit.undo") == "Undo Write the caption of “The withdrawal”"

    screen.goes_to(DUE)
    screen.app.players.time_bar.set_reach(Reach(before=29))
    screen.mutes(2)
    adds(screen, "After the deadline")
    assert titles(screen) == ["The withdrawal", "After the deadline"]
    assert story(screen)[1].reach == Reach(before=29)
    assert len(story(screen)[1].muted) == 1

    goes(screen, "The withdrawal")
    assert (session.on, session.reach) == (SPRING, Reach())
    assert session.project.muted == frozenset()
    assert screen.app.players.time_bar.clock.reach == Reach()
    goes(screen, "After the deadline")
    assert (session.on, session.reach) == (DUE, Reach(before=29))
    assert len(session.project.muted) == 1

    screen.does("story.up")
    assert titles(screen) == ["After the deadline", "The withdrawal"]
    told = story(screen)
    file = screen.saves("told.gpkg")
    assert load_project(file).story == told
    assert not screen.app.window.isWindowModified()
    while screen.menu_says("edit.undo"):
        screen.does("edit.undo")
    assert story(screen) == ()
    while screen.menu_says("edit.redo"):
        screen.does("edit.redo")
    assert story(screen) == told

    screen.opens(file)
    assert story(screen) == told
    assert not window.story.isHidden()


def test_what_was_typed_last_is_in_the_file_that_is_saved(screen):
    adds(screen, "The withdrawal")
    QTest.keyClicks(screen.app.players.story.caption, "They leave.")
    file = screen.saves("told.gpkg")
    assert load_project(file).story[0].caption.text == "They leave."


def test_the_map_comes_back_to_where_it_was(screen, qtbot):
    view = screen.app.players.map_view
    with qtbot.waitSignal(view.view_moved, timeout=PATIENCE_MS):
        screen.map.run("dateline.moveTo(14, 2, 7) || 1")
    adds(screen, "Niamey")
    with qtbot.waitSignal(view.view_moved, timeout=PATIENCE_MS):
        view.fit()
    assert view.view.zoom < 7
    with qtbot.waitSignal(view.view_moved, timeout=PATIENCE_MS):
        goes(screen, "Niamey")
    now = view.view
    assert (now.lat, now.lon, now.zoom) == pytest.approx((14, 2, 7), abs=0.02)


def test_the_story_is_exported_and_a_citation_that_fell_is_told(screen, qtbot, tmp_path):
    screen.goes_to(SPRING)
    adds(screen, "The withdrawal & more")
    claim_id = cites(screen)
    screen.app.players.claims.review_asked.emit((claim_id,), Review.REJECTED)
    screen.follows()
    panel = screen.app.players.story
    assert "rejected" in panel._citations.item(0).text()
    assert "rejected" in panel._list.model().index(0).data(Qt.ItemDataRole.AccessibleTextRole)

    publishing = screen.publishing()
    screen.answers.target = tmp_path / "story.html"
    with qtbot.waitSignal(publishing.written, timeout=PATIENCE_MS):
        screen.app.window.actions_by_id["export.story_page"].trigger()
    assert "1 citation in it rest" in screen.message()
    assert "was rejected" in (tmp_path / "story.html").read_text("utf-8")

    screen.answers.folder = tmp_path / "pictures"
    screen.answers.folder.mkdir()
    with qtbot.waitSignal(publishing.written, timeout=PATIENCE_MS):
        screen.app.window.actions_by_id["export.story_pictures"].trigger()
    files = [file.name for file in screen.answers.folder.iterdir()]
    assert files == ["01-the-withdrawal-more.png"]
    picture = Image.open(screen.answers.folder / files[0])
    assert picture.size == (1920, 1080)
    assert "[no source]" in picture.text["Description"]

    with qtbot.waitSignal(publishing.failed, timeout=PATIENCE_MS):
        screen.app.window.actions_by_id["export.story_pictures"].trigger()
    assert "exists already" in screen.message()


def test_pictures_that_are_stopped_leave_nothing(screen, qtbot, tmp_path):
    screen.goes_to(SPRING)
    for title in ("One", "Two", "Three"):
        adds(screen, title)
    screen.answers.folder = tmp_path / "pictures"
    progress = screen.app.window.progress
    screen.app.window.actions_by_id["export.story_pictures"].trigger()
    qtbot.waitUntil(lambda: "01-one.png" in progress.words, timeout=PATIENCE_MS)
    qtbot.mouseClick(progress.findChild(QPushButton), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "none was written" in screen.message(), timeout=PATIENCE_MS)
    assert not screen.answers.folder.exists()
    assert progress.isHidden()


def test_without_a_story_it_is_said_what_to_do(screen, qtbot, tmp_path):
    screen.does("story.cite")
    assert "Press B" in screen.message()
    with qtbot.waitSignal(screen.publishing().failed, timeout=PATIENCE_MS):
        screen.app.window.actions_by_id["export.story_page"].trigger()
    assert "holds no story" in screen.message()
    assert Path(tmp_path / "story.html").exists() is False
