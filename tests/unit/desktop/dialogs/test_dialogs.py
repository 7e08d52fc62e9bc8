"""Dialogs say what is needed, and what they show can be copied."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication, QImage, QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.dialogs.about import about_dialog, credits_dialog
from desktop.dialogs.asking import articles_filter, named_target
from desktop.dialogs.details import error_dialog, error_words, failures_dialog
from desktop.dialogs.guide import GuideDialog
from desktop.dialogs.shortcuts import ShortcutsDialog
from geodata import __version__
from geodata.errors import NoArticles, UnreadableDocument


def test_an_error_of_ours_says_what_to_do_and_another_owns_up() -> None:
    assert error_words(NoArticles("folder")).endswith("one by one.")
    assert error_words(KeyError("x")) == (
        "A fault in the program stopped this (KeyError). Nothing was changed."
    )


def test_details_can_be_copied(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = error_dialog(KeyError("lost"), parent)
    dialog.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(f"Dateline {__version__}")
    assert "KeyError: 'lost'" in copied


def test_every_file_that_was_left_out_stands_with_its_reason(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    failures = [
        UnreadableDocument("a.bin", "is not text", todo="Save it as text."),
        UnreadableDocument("b.txt", "is empty", todo="Choose another file."),
    ]
    details = failures_dialog(failures, parent).details
    assert "“a.bin” is not text.\n    Save it as text." in details
    assert "“b.txt” is empty." in details


def test_about_carries_versions_and_credits_name_the_data(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    assert "Qt 6" in about_dialog("6.12", parent).details
    told = credits_dialog(parent).details
    assert "GeoNames, CC BY 4.0" in told
    assert "Natural Earth" in told


def test_the_page_of_shortcuts_lists_every_action_that_has_keys(app: App) -> None:
    app.verbs.show_shortcuts()
    dialog = app.window.findChild(ShortcutsDialog)
    assert dialog is not None
    listed = {dialog.table.item(row, 1).text() for row in range(dialog.table.rowCount())}
    expected = {spec.plain_title for spec in app.window.actions_by_id.specs if spec.keys}
    assert expected <= listed


def test_the_guide_is_shown_with_its_pictures_and_loads_nothing_else(qtbot: QtBot) -> None:
    dialog = GuideDialog()
    qtbot.addWidget(dialog)
    assert dialog.text.toPlainText().startswith("Dateline: user guide")
    kinds = QTextDocument.ResourceType
    picture = dialog.text.loadResource(kinds.ImageResource.value, QUrl("window-light.png"))
    assert isinstance(picture, QImage)
    assert 0 < picture.width() <= 640
    assert (
        dialog.text.loadResource(kinds.StyleSheetResource.value, QUrl("window-light.png")) is None
    )


def test_the_guide_follows_links_to_its_own_pages_and_to_nothing_else(qtbot: QtBot) -> None:
    dialog = GuideDialog()
    qtbot.addWidget(dialog)
    dialog.text.anchorClicked.emit(QUrl("commands.md"))
    assert dialog.text.toPlainText().startswith("The command line")
    for other in ("https://example.org/guide.md", "../../README.md"):
        dialog.text.anchorClicked.emit(QUrl("guide.md"))
        dialog.text.anchorClicked.emit(QUrl(other))
        assert dialog.text.toPlainText().startswith("Dateline: user guide")


def test_the_file_dialog_offers_every_type_that_can_be_read() -> None:
    first, *others = articles_filter().split(";;")
    assert first.startswith("Articles")
    for ending in ("*.txt", "*.html", "*.pdf", "*.docx", "*.eml", "*.rtf", "*.xml"):
        assert ending in first
    assert "PDF (*.pdf)" in others
    assert others[-1] == "All files (*)"


@pytest.mark.parametrize(
    ("name", "chosen", "target"),
    [
        ("map.kml", "GeoPackage (*.gpkg)", "map.kml"),
        ("map", "GeoJSON (*.geojson)", "map.geojson"),
        ("map", "", "map.gpkg"),
        ("the map of 3.5", "CSV (*.csv)", "the map of 3.5"),
    ],
)
def test_a_name_without_an_ending_takes_that_of_the_kind_that_was_chosen(
    name: str, chosen: str, target: str
) -> None:
    assert named_target(name, chosen, Path("proposed.gpkg")).name == target
