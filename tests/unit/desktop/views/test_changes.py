"""The list of what differs: groups, evidence of what is chosen, words for a screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.settings.theme import Theme
from desktop.views.changes import ChangeRow, ChangesPanel
from desktop.views.changes.signs import SIDE_PX, sign_icon
from geodata.layers import Change

ROWS = (
    ChangeRow(Change.APPEARED, "US forces arrived.", "mark-1", ("“They came.”\nEl Faro [1]",)),
    ChangeRow(Change.ENDED, "French forces left.", "mark-2", ("“They <b>left</b>.”\n[2]",)),
)


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> ChangesPanel:
    made = ChangesPanel(theme)
    qtbot.addWidget(made)
    made.set_changes("From A to B: 2 things differ.", ROWS)
    return made


def test_lines_stand_under_their_headings_and_headings_are_not_chosen(panel: ChangesPanel) -> None:
    texts = [panel.list.item(at).text() for at in range(panel.list.count())]
    assert texts == ["Appeared", "US forces arrived.", "Ended", "French forces left."]
    spoken = panel.list.item(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Ended: French forces left."
    assert not panel.list.item(0).flags() & Qt.ItemFlag.ItemIsSelectable


def test_the_arrow_key_leads_to_the_next_line_and_its_evidence(
    panel: ChangesPanel, qtbot: QtBot
) -> None:
    assert "They came" in panel.evidence.toPlainText()
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    # The words of an article are shown as they are.
    assert "They <b>left</b>." in panel.evidence.toPlainText()


def test_what_is_chosen_stays_chosen_when_the_list_is_made_anew(panel: ChangesPanel) -> None:
    panel.list.setCurrentRow(3)
    panel.set_changes("From A to B: 2 things differ.", ROWS)
    assert panel.list.currentItem().text() == "French forces left."


def test_without_a_difference_nothing_can_be_copied(panel: ChangesPanel) -> None:
    panel.set_changes("Nothing differs.", ())
    assert panel.list.count() == 0
    assert not panel.copy_button.isEnabled()
    assert panel.evidence.toPlainText() == ""


@pytest.mark.parametrize("is_dark", [False, True])
def test_the_signs_differ_in_shape_and_not_by_colour_alone(is_dark: bool) -> None:
    shapes = set()
    for change in Change:
        image = sign_icon(change, is_dark=is_dark).pixmap(SIDE_PX, SIDE_PX).toImage()
        inks = {
            (x, y)
            for x in range(image.width())
            for y in range(image.height())
            if QColor(image.pixelColor(x, y)).alpha() > 128
        }
        shapes.add(frozenset(inks))
    # What is new and what is first told of have one sign, as on the map.
    assert len(shapes) == len(Change) - 1
