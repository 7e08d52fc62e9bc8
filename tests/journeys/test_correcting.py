"""A person corrects what was misread, adds what was missed, and can take all of it back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.dialogs.claim_editor import ClaimEditor
from desktop.dialogs.days import DaysDialog
from desktop.dialogs.place_chooser import PlaceChooser
from desktop.views.reader import Marking
from geodata.domain.claims import Status
from tests.helpers.page import PATIENCE_MS
from tests.helpers.screens import AppScreen, Starts

pytestmark = pytest.mark.journey

FIRST = """Troops at Gao

BAMAKO, 12 June 2024 - Last month 300 Russian soldiers arrived in Gao. Gao is quiet.
The garrison was told of the feast of Tabaski. A company of Danes sleeps in Kidal.
"""
SECOND = "BAMAKO, 20 June 2024 - Russia has 300 troops at Gao.\n"


@pytest.fixture
def screen(starts: Starts, tmp_path: Path) -> AppScreen:
    folder = tmp_path / "mali"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST, encoding="utf-8")
    (folder / "b.txt").write_text(SECOND, encoding="utf-8")
    return starts(folder)


def chooses(screen: AppScreen, entry: str, offset: int | None = None) -> None:
    """Choose an entry of the reader's menu by its first words."""
    menu = screen.app.players.reader.text.menu_at(offset)
    action = next(a for a in menu.actions() if a.text().replace("&", "").startswith(entry))
    action.trigger()


def open_dialog(screen: AppScreen, kind: Any) -> Any:
    return next(d for d in screen.app.window.findChildren(kind) if d.isVisible())


def places(screen: AppScreen, name: str) -> set[str]:
    project = screen.app.session.project
    assert project is not None
    return {
        mention.place.name if mention.place else ""
        for source in project.sources
        for mention in source.extraction.places
        if mention.text == name
    }


def test_a_name_is_no_place_in_the_whole_project_and_then_one_again(screen: AppScreen) -> None:
    project = screen.app.session.project
    assert project is not None
    text = project.sources[0].document.text
    before = screen.shown_marks()
    chooses(screen, "What is “Gao”", text.index("Gao is"))
    chooser = open_dialog(screen, PlaceChooser)
    assert "4 mentions in 2 articles" in chooser.for_all.text()
    chooser.for_all.setChecked(True)
    chooser.list.setCurrentRow(chooser.list.count() - 1)
    chooser.accept()
    screen.follows()
    assert places(screen, "Gao") == set()
    assert screen.menu_says("edit.undo") == "Undo Read “Gao” as not a place"
    assert screen.shown_marks() == screen.due_marks() != before
    screen.does("edit.undo")
    assert places(screen, "Gao") == {"Gao"}
    assert screen.shown_marks() == before


def test_a_name_can_be_given_coordinates_of_ones_own(screen: AppScreen) -> None:
    project = screen.app.session.project
    assert project is not None
    text = project.sources[0].document.text
    chooses(screen, "What is “Gao”", text.index("Gao is"))
    chooser = open_dialog(screen, PlaceChooser)
    chooser.search.setText("16.3, -0.1 Camp North of Gao")
    chooser.look_up()
    chooser.accept()
    screen.follows()
    assert places(screen, "Gao") == {"Gao", "Camp North of Gao"}


def test_the_map_shows_which_candidate_is_which_and_gives_a_point_of_its_own(
    screen: AppScreen, qtbot: QtBot
) -> None:
    project = screen.app.session.project
    assert project is not None
    mention = next(m for m in project.sources[0].extraction.places if m.text == "Gao")
    chooser = screen.app.desk.reviewing.choose_place(mention)
    assert chooser is not None
    chooser.search.setText("Kidal")
    # The page may still be telling of its first view.
    with qtbot.waitSignal(
        screen.app.players.map_view.view_moved,
        timeout=PATIENCE_MS,
        check_params_cb=lambda lat, lon, _zoom: (round(lat), round(lon)) == (18, 1),
    ) as moved:
        chooser.look_up()
    lat, lon, _zoom = moved.args
    chooser._middle.click()
    place = chooser.choice().place
    assert place is not None
    assert (round(place.lat, 2), round(place.lon, 2)) == (round(lat, 2), round(lon, 2))
    chooser.reject()


def test_words_are_marked_as_a_date_and_as_a_claim(screen: AppScreen) -> None:
    screen.selects("the feast of Tabaski")
    chooses(screen, "Mark as a date")
    days = open_dialog(screen, DaysDialog)
    days.days.first.setText("16 June 2024")
    days.days.last.setText("18 June 2024")
    days.accept()
    screen.follows()
    project = screen.app.session.project
    assert project is not None
    marked = [d for d in project.sources[0].extraction.dates if d.text == "the feast of Tabaski"]
    assert [d.when.latest for d in marked] == [date(2024, 6, 18)]

    number = len(project.claims)
    screen.selects("A company of Danes sleeps in Kidal.")
    chooses(screen, "Add a claim")
    editor = open_dialog(screen, ClaimEditor)
    editor.actor.setEditText("Denmark")
    editor.accept()
    screen.follows()
    project = screen.app.session.project
    assert project is not None
    own = next(claim for claim in project.claims if claim.actor == "DK")
    assert len(project.claims) == number + 1
    assert own.evidence[0].quote(project.sources[0].document.text).startswith("A company of Danes")
    assert any(own.id in mark.claim_ids for mark in project.marks)


def test_another_publication_date_moves_last_month_and_is_one_step(screen: AppScreen) -> None:
    project = screen.app.session.project
    assert project is not None
    arrived = next(c for c in project.claims if c.status is Status.ARRIVES)
    assert arrived.begins.earliest == date(2024, 5, 1)
    editor = screen.app.desk.reviewing.describe(arrived.document_id)
    assert editor is not None
    editor.days.first.setText("2024-09-12")
    editor.days.last.setText("2024-09-12")
    editor.accept()
    screen.follows()
    moved = screen.app.session.project
    assert moved is not None
    assert next(c for c in moved.claims if c.status is Status.ARRIVES).begins.earliest == date(
        2024, 8, 1
    )
    screen.does("edit.undo")
    assert screen.app.session.project is not None
    assert screen.app.session.project.claims == project.claims


def test_an_article_is_taken_out_and_comes_back(screen: AppScreen) -> None:
    project = screen.app.session.project
    assert project is not None
    screen.app.players.sources.remove_asked.emit(project.sources[1].document.id)
    screen.follows()
    assert len(screen.sources()) == 1
    assert screen.menu_says("edit.undo") == "Undo Remove 1 article"
    screen.does("edit.undo")
    assert len(screen.sources()) == 2


def test_what_can_be_marked_is_told_where_nothing_is_selected(screen: AppScreen) -> None:
    menu = screen.app.players.reader.text.menu_at(None)
    assert [a.text() for a in menu.actions()] == [
        "Select words to mark a place, a date, a claim or a part"
    ]
    assert {marking.value.replace("&", "") for marking in Marking} == {
        "Mark as a place…",
        "Mark as a date…",
        "Add a claim from this…",
        "This part was written on…",
    }


def test_claims_are_joined_as_one_thing_and_parted_again(screen: AppScreen) -> None:
    project = screen.app.session.project
    assert project is not None
    troops = tuple(claim.id for claim in project.claims if claim.kind == "troops")
    assert len(troops) >= 2
    facts = len(project.facts)
    screen.app.desk.workbench.part(troops[:1])
    screen.follows()
    parted = screen.app.session.project
    assert parted is not None
    alone = next(f for f in parted.facts if troops[0] in {c.id for c in f.claims})
    assert len(alone.claims) == 1
    screen.app.desk.workbench.join(troops)
    screen.follows()
    joined = screen.app.session.project
    assert joined is not None
    together = next(f for f in joined.facts if troops[0] in {c.id for c in f.claims})
    assert {claim.id for claim in together.claims} == set(troops)
    assert screen.menu_says("edit.undo") == f"Undo Join {len(troops)} claims"
    screen.does("edit.undo")
    screen.does("edit.undo")
    assert screen.app.session.project is not None
    assert len(screen.app.session.project.facts) == facts


def test_text_from_the_clipboard_becomes_an_article(screen: AppScreen, qtbot: QtBot) -> None:
    QApplication.clipboard().setText(
        "PARIS, 30 June 2024 - France has about 1,000 troops in Chad.\nThey stay."
    )
    with qtbot.waitSignal(screen.app.session.added):
        screen.app.window.actions_by_id["file.paste"].trigger()
    screen.follows()
    assert len(screen.sources()) == 3
    QApplication.clipboard().clear()
    screen.app.window.actions_by_id["file.paste"].trigger()
    assert screen.message() == "The clipboard holds no text."


def test_what_was_open_is_offered_again_and_can_be_forgotten(
    screen: AppScreen, tmp_path: Path
) -> None:
    screen.saves("mali.gpkg")
    menu = screen.app.window.recent_menu
    menu.aboutToShow.emit()
    names = [action.text().replace("&", "") for action in menu.actions() if action.text()]
    assert names == ["1 mali.gpkg", "2 mali", "Forget these"]
    menu.actions()[-1].trigger()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["Nothing yet"]


def test_a_place_name_in_the_article_leads_the_map_there(screen: AppScreen, qtbot: QtBot) -> None:
    project = screen.app.session.project
    assert project is not None
    mention = next(m for m in project.sources[0].extraction.places if m.text == "Kidal")
    assert mention.place is not None
    there = round(mention.place.lat, 1), round(mention.place.lon, 1)
    # The page may still be telling of its first view.
    with qtbot.waitSignal(
        screen.app.players.map_view.view_moved,
        timeout=PATIENCE_MS,
        check_params_cb=lambda lat, lon, _zoom: (round(lat, 1), round(lon, 1)) == there,
    ):
        screen.app.players.reader.place_clicked.emit(mention)


def test_an_article_that_is_nearly_another_is_told_and_can_be_taken_out(
    screen: AppScreen, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(f"{FIRST}(Printed by permission.)\n", encoding="utf-8")
    screen.drops(copy)
    screen.follows()
    assert len(screen.sources()) == 3
    assert "nearly the same as an earlier one: 3 like 1" in screen.message()
    screen.presses("Take them out")
    screen.follows()
    assert len(screen.sources()) == 2
    screen.does("edit.undo")
    assert len(screen.sources()) == 3
