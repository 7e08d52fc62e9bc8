"""The list of sources as a person uses it."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from desktop.settings.theme import Theme
from desktop.views.sources.delegate import button_at, mute_box, solo_box
from desktop.views.sources.failures import FailureList
from desktop.views.sources.panel import SourceList, SourcesPanel
from geodata.errors import UnreadableDocument
from tests.helpers.made_up_articles import (
    FIRST,
    SECOND,
    MadeUpExtraction,
    MadeUpSource,
    an_article,
    two_sources,
)


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> SourcesPanel:
    panel = SourcesPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(264, 400)
    panel.show()
    panel.set_sources(two_sources())
    return panel


def list_of(panel: SourcesPanel) -> SourceList:
    return panel.findChild(SourceList)


def row_box(panel: SourcesPanel, row: int):
    return list_of(panel).visualRect(list_of(panel).model().index(row, 0))


def test_a_click_selects(panel: SourcesPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.source_selected) as told:
        at = row_box(panel, 1).topLeft() + QPoint(60, 20)
        qtbot.mouseClick(list_of(panel).viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args == [SECOND]
    assert panel.current == SECOND


def test_selecting_from_outside_tells_nobody(panel: SourcesPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.source_selected):
        panel.select(SECOND)
    assert panel.current == SECOND


def test_mute_and_solo_by_hand(panel: SourcesPanel, qtbot: QtBot) -> None:
    view = list_of(panel).viewport()
    with qtbot.waitSignal(panel.muted_changed) as told:
        at = mute_box(row_box(panel, 1)).center()
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert told.args == [frozenset({SECOND})]
    with qtbot.waitSignal(panel.muted_changed) as told:
        at = solo_box(row_box(panel, 1)).center()
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert told.args == [frozenset({FIRST})]


def test_mute_and_solo_by_key(panel: SourcesPanel, qtbot: QtBot) -> None:
    panel.select(FIRST)
    with qtbot.waitSignal(panel.muted_changed) as told:
        qtbot.keyClick(list_of(panel), Qt.Key.Key_M)
    assert told.args == [frozenset({FIRST})]
    with qtbot.waitSignal(panel.muted_changed) as told:
        qtbot.keyClick(list_of(panel), Qt.Key.Key_S)
    assert told.args == [frozenset({SECOND})]


def test_the_hit_area_is_larger_than_the_button(panel: SourcesPanel) -> None:
    row = row_box(panel, 0)
    below = mute_box(row).center() + QPoint(0, 11)
    assert button_at(row, below.toPointF()) == "M"
    assert button_at(row, QPoint(60, 20).toPointF()) is None


def test_what_could_not_be_read_is_told_as_plain_text(panel: SourcesPanel) -> None:
    failure = UnreadableDocument("<b>scan</b>.bin", "is binary", todo="Save it as text.")
    panel.set_sources(two_sources(), failures=[failure])
    texts = [label for label in panel.findChildren(QLabel) if "scan" in label.text()]
    assert [label.text() for label in texts] == ["“<b>scan</b>.bin” is binary. Save it as text."]
    assert texts[0].textFormat() == Qt.TextFormat.PlainText
    assert texts[0].isVisible()


def test_new_sources_keep_the_selection(panel: SourcesPanel) -> None:
    panel.select(SECOND)
    panel.set_sources(two_sources(), muted=frozenset({FIRST}))
    assert panel.current == SECOND


def test_without_sources_it_says_so(panel: SourcesPanel) -> None:
    panel.set_sources(())
    assert not list_of(panel).isVisible()
    assert panel.current is None


def test_solo_gives_the_mutes_back(panel: SourcesPanel, qtbot: QtBot) -> None:
    told: list[frozenset[str]] = []
    panel.muted_changed.connect(told.append)
    panel.select(FIRST)
    for key in (Qt.Key.Key_M, Qt.Key.Key_S, Qt.Key.Key_S):
        qtbot.keyClick(list_of(panel), key)
    assert told == [{FIRST}, {SECOND}, {FIRST}]


def test_a_source_added_under_a_solo_is_heard(panel: SourcesPanel, qtbot: QtBot) -> None:
    third = MadeUpSource(3, MadeUpExtraction(dataclasses.replace(an_article(), id="third")))
    panel.select(FIRST)
    qtbot.keyClick(list_of(panel), Qt.Key.Key_S)
    with qtbot.waitSignal(panel.muted_changed) as told:
        panel.set_sources((*two_sources(), third))
    assert told.args == [frozenset()]


def test_failures_stay_low_and_closed_until_there_are_others(panel: SourcesPanel) -> None:
    failures = [UnreadableDocument(f"{n}.bin", "is binary", todo="Leave it.") for n in range(40)]
    panel.set_sources(two_sources(), failures=failures)
    listed = panel.findChild(FailureList)
    assert listed.isVisible()
    assert listed.height() < panel.height() / 2
    assert listed.verticalScrollBar().maximum() > 0
    listed.findChild(QToolButton).click()
    assert not listed.isVisible()
    panel.set_sources(two_sources(), failures=failures)
    assert not listed.isVisible()
    panel.set_sources(two_sources(), failures=failures[:1])
    assert listed.isVisible()
