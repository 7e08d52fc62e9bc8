"""What the map of a picture shows: each choice does what it says."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.dialogs.picture import PictureDialog, Proposal
from desktop.settings.theme import Theme
from geodata.sheets import PictureChoice

WINDOW, WHOLE = (0.0, 10.0, 20.0, 25.0), (-80.0, -40.0, 150.0, 60.0)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp)


def dialog_for(
    qtbot: QtBot, theme: Theme, whole: tuple[float, float, float, float] | None
) -> PictureDialog:
    proposal = Proposal(("Title",), "Words.", "1 May 2024", "In words.", WINDOW, whole)
    dialog = PictureDialog(theme, proposal, PictureChoice())
    qtbot.addWidget(dialog)
    return dialog


def extents(dialog: PictureDialog) -> dict[str, object]:
    found = {}
    field = dialog.extent_field
    for row in range(field.count()):
        field.setCurrentIndex(row)
        choice = dialog.choice()
        assert choice is not None
        found[field.itemText(row)] = choice.extent
    return found


def test_with_marks_far_off_the_whole_and_the_most_are_two_choices(
    qtbot: QtBot, theme: Theme
) -> None:
    assert extents(dialog_for(qtbot, theme, WHOLE)) == {
        "What the window shows": WINDOW,
        "Where most of it happens": None,
        "Everything that is told": WHOLE,
    }


def test_without_them_the_proposed_map_holds_everything(qtbot: QtBot, theme: Theme) -> None:
    assert extents(dialog_for(qtbot, theme, None)) == {
        "What the window shows": WINDOW,
        "Everything that is told": None,
    }
