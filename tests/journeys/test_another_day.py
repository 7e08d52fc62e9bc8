"""A file that holds a second report, written on another day, is read as what it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.dialogs.part import PartDialog
from desktop.views.reader.part_offer import PartOffer
from geodata.domain.claims import Claim
from tests.helpers.page import PATIENCE_MS
from tests.helpers.screens import AppScreen, Starts

pytestmark = pytest.mark.journey

ARTICLE = """Troops at Gao

BAMAKO, 12 June 2024 - Last month 300 Russian soldiers arrived in Gao, the army said there.

Last month 90 French soldiers left Kidal.

KIDAL, 3 September 2024 - Last month 40 Russian soldiers arrived in Kidal, the army said there.
"""


@pytest.fixture
def screen(starts: Starts, tmp_path: Path) -> AppScreen:
    (tmp_path / "gao.txt").write_text(ARTICLE, encoding="utf-8")
    return starts(tmp_path / "gao.txt")


def claim_of(screen: AppScreen, count: int) -> Claim:
    project = screen.app.session.project
    assert project is not None
    return next(c for c in project.claims if c.count and c.count.low == count)


def dates_the_part(screen: AppScreen, words: str, day: str) -> None:
    screen.selects(words)
    screen.app.window.actions_by_id["article.part"].trigger()
    dialog = next(d for d in screen.app.window.findChildren(PartDialog) if d.isVisible())
    labels = {label.buddy(): label.text() for label in dialog.findChildren(QLabel)}
    assert labels[dialog.days.first] == "&Written on, or from"
    assert labels[dialog.days.last] == "&up to"
    dialog.days.first.setText(day)
    dialog.days.last.setText(day)
    dialog.accept()
    screen.follows()


def test_a_paragraph_that_was_written_later_is_read_against_its_own_day_as_one_step(
    screen: AppScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    untouched = screen.app.session.project
    assert untouched is not None
    assert claim_of(screen, 90).begins.earliest == date(2024, 5, 1)
    dates_the_part(screen, "90 French", "2024-08-02")
    assert claim_of(screen, 90).begins.earliest == date(2024, 7, 1)
    assert claim_of(screen, 90).reported.latest == date(2024, 8, 2)
    assert claim_of(screen, 300).begins.earliest == date(2024, 5, 1)
    assert screen.menu_says("edit.undo") == "Undo Date a part of an article"
    offset = ARTICLE.index("90 French")
    assert "Written 2 August 2024" in screen.app.players.reader.text.words_at(offset)

    path = screen.saves("gao.gpkg")
    screen.opens(path)
    assert claim_of(screen, 90).begins.earliest == date(2024, 7, 1)
    screen.does("article.reread_all")
    assert claim_of(screen, 90).begins.earliest == date(2024, 7, 1)

    text = screen.app.players.reader.text
    menu = text.menu_at(offset)
    words = [action.text() for action in menu.actions()]
    assert "Written 2 August 2024: change…" in words
    screen.selects("90 French")
    screen.app.window.actions_by_id["article.part"].trigger()
    dialog = next(d for d in screen.app.window.findChildren(PartDialog) if d.isVisible())
    dialog.with_rest.setChecked(True)
    dialog.accept()
    screen.follows()
    assert claim_of(screen, 90) == next(
        c for c in untouched.claims if c.count and c.count.low == 90
    )


def test_undo_leads_back_to_the_untouched_project_and_redo_to_the_part(screen: AppScreen) -> None:
    untouched = screen.app.session.project
    assert untouched is not None
    dates_the_part(screen, "90 French", "2024-08-02")
    parted = screen.app.session.project
    assert parted is not None
    screen.does("edit.undo")
    assert screen.app.session.project is not None
    assert screen.app.session.project.claims == untouched.claims
    assert screen.app.players.reader.text.menu_at(ARTICLE.index("90 French")).actions()
    screen.does("edit.redo")
    assert screen.app.session.project.claims == parted.claims


def test_a_second_dateline_is_a_suggestion_that_is_taken_or_left(
    screen: AppScreen, qtbot: QtBot
) -> None:
    offer = screen.app.players.reader.findChild(PartOffer)

    def presses(words: str) -> None:
        button = next(b for b in offer.findChildren(QPushButton) if b.text() == words)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        screen.follows()

    # The first article of a start is looked through when the map has been drawn.
    qtbot.waitUntil(lambda: "“3 September 2024”" in offer.words, timeout=PATIENCE_MS)
    assert claim_of(screen, 40).begins.earliest == date(2024, 5, 1)
    presses("No")
    assert offer.words == ""
    assert claim_of(screen, 40).begins.earliest == date(2024, 5, 1)
    screen.does("edit.undo")
    presses("Yes")
    assert offer.words == ""
    assert claim_of(screen, 40).begins.earliest == date(2024, 8, 1)
    assert claim_of(screen, 90).begins.earliest == date(2024, 5, 1)
    screen.does("edit.undo")
    assert "“3 September 2024”" in offer.words


def test_nothing_selected_says_what_to_do(screen: AppScreen) -> None:
    screen.does("article.part")
    assert screen.message().startswith("Select some words in the reader first")


def test_articles_are_read_again_and_the_window_says_what_came_of_it(screen: AppScreen) -> None:
    screen.does("claims.next")
    screen.does("claims.accept")
    before = screen.app.session.project
    assert before is not None
    screen.does("article.reread_all")
    assert screen.message() == "Read 1 article again: nothing reads otherwise."
    assert screen.app.session.project is not None
    assert screen.app.session.project.claims == before.claims
    assert screen.menu_says("edit.undo").startswith("Undo Accept")


def test_a_project_gets_another_name_and_the_old_one_back(screen: AppScreen) -> None:
    screen.answers.title = "Gao in summer"
    screen.does("file.rename")
    assert screen.app.window.windowTitle().startswith("Gao in summer")
    screen.does("edit.undo")
    assert screen.app.window.windowTitle().startswith("gao")
