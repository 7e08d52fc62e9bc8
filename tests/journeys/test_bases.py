"""Descriptions of one base are tied to it, by keys, and all of it can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.dialogs.bases import BasesDialog
from desktop.dialogs.place_chooser import PlaceChooser
from tests.helpers.screens import AppScreen, Starts

pytestmark = pytest.mark.journey

FIRST = """Drones leave

NIAMEY, 12 June 2024 - The United States operates Air Base 201. The drone base is quiet.
"""
SECOND = (
    "NIAMEY, 20 June 2024 - The United States will close a major airbase in Agadez in August.\n"
)


@pytest.fixture
def screen(starts: Starts, tmp_path: Path) -> AppScreen:
    folder = tmp_path / "niger"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST, encoding="utf-8")
    (folder / "b.txt").write_text(SECOND, encoding="utf-8")
    return starts(folder)


def tied(screen: AppScreen) -> dict[str, str]:
    """Return what each description of a base is tied to."""
    project = screen.app.session.project
    assert project is not None
    return {
        one.text: one.place.name if one.place else ""
        for source in project.sources
        for one in source.extraction.facilities
    }


def opens_the_list(screen: AppScreen, qtbot: QtBot) -> BasesDialog:
    screen.does("article.bases")
    dialog = next(d for d in screen.app.window.findChildren(BasesDialog) if d.isVisible())
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_a_suggestion_is_taken_by_one_key_kept_in_the_file_and_undone(
    screen: AppScreen, qtbot: QtBot
) -> None:
    before = tied(screen)
    assert before["The drone base"] == ""
    dialog = opens_the_list(screen, qtbot)
    top = dialog.tree.topLevelItem(0)
    assert top.text(0).startswith("Air Base 201")
    assert top.childCount() == 3
    dialog.tree.setFocus()
    qtbot.keyClick(dialog.tree, Qt.Key.Key_A)
    screen.follows()
    assert set(tied(screen).values()) == {"Air Base 201"}
    assert screen.menu_says("edit.undo") == "Undo Tie 3 mentions to Air Base 201"
    assert "decided" in dialog.tree.topLevelItem(0).text(1)
    assert not dialog.one.isEnabled()
    dialog.close()

    path = screen.saves("niger.gpkg")
    screen.does("edit.undo")
    assert tied(screen) == before
    screen.opens(path)
    assert set(tied(screen).values()) == {"Air Base 201"}
    assert "decided" in opens_the_list(screen, qtbot).tree.topLevelItem(0).text(1)


def test_words_are_parted_from_a_base_or_tied_to_another(screen: AppScreen, qtbot: QtBot) -> None:
    dialog = opens_the_list(screen, qtbot)
    words = "a major airbase in Agadez"
    (item,) = dialog.tree.findItems(
        f"“{words}”", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    )
    dialog.tree.setCurrentItem(item)
    reader = screen.app.players.reader
    project = screen.app.session.project
    assert project is not None
    assert reader.document_id == project.sources[1].document.id
    dialog.tree.setFocus()
    qtbot.keyClick(dialog.tree, Qt.Key.Key_R)
    screen.follows()
    assert tied(screen)[words] == ""
    screen.does("edit.undo")
    assert tied(screen)[words] == "Air Base 201"

    (item,) = dialog.tree.findItems(
        f"“{words}”", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    )
    dialog.tree.setCurrentItem(item)
    qtbot.keyClick(dialog.tree, Qt.Key.Key_E)
    chooser = next(d for d in screen.app.window.findChildren(PlaceChooser) if d.isVisible())
    chooser.search.setText("Camp Lemonnier")
    chooser.look_up()
    chooser.accept()
    screen.follows()
    assert tied(screen)[words] == "Camp Lemonnier"
    assert screen.menu_says("edit.undo") == "Undo Tie 1 mention to Camp Lemonnier"
    closes = [c for s in screen.app.session.project.sources for c in s.extraction.claims]  # type: ignore[union-attr]
    assert {c.place.name for c in closes if c.place and c.document_id == reader.document_id} == {
        "Camp Lemonnier"
    }
