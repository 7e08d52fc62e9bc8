"""Layers are switched, counted, and explained by their symbols."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from desktop.settings.theme import SchemeChoice, Theme
from desktop.views.layers.legend import LEGEND
from desktop.views.layers.panel import LayersPanel
from desktop.views.layers.symbols import Ink, LegendSymbol
from geodata.domain.layers import OFF_AT_FIRST, Layer
from geodata.layers import Form
from tests.helpers.builders import a_mark


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> LayersPanel:
    panel = LayersPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(264, 700)
    panel.show()
    return panel


def check(panel: LayersPanel, name: str) -> QCheckBox:
    return next(box for box in panel.findChildren(QCheckBox) if box.text() == name)


def test_unticking_tells_what_is_hidden(panel: LayersPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.visibility_changed) as told:
        check(panel, "Troops").click()
    assert told.args == [frozenset({Layer.TROOPS}) | OFF_AT_FIRST]
    check(panel, "Bases").click()
    assert panel.hidden == {Layer.TROOPS, Layer.BASES} | OFF_AT_FIRST
    check(panel, "Troops").click()
    assert panel.hidden == {Layer.BASES} | OFF_AT_FIRST


def test_hiding_from_outside_tells_nobody(panel: LayersPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.visibility_changed):
        panel.set_hidden(frozenset({Layer.REGIONS}))
    assert not check(panel, "Regions").isChecked()


def test_counts_are_of_this_frame_and_of_all(panel: LayersPanel) -> None:
    panel.set_counts({Layer.TROOPS: 3}, {Layer.TROOPS: 5, Layer.BASES: 2})
    texts = [label.text() for label in panel.findChildren(QLabel)]
    assert "3 of 5" in texts
    assert "0 of 2" in texts
    assert check(panel, "Troops").accessibleDescription() == "3 of 5"


def test_a_legend_folds(panel: LayersPanel) -> None:
    def seen() -> int:
        return sum(symbol.isVisible() for symbol in panel.findChildren(LegendSymbol))

    before = seen()
    fold = panel.findChildren(QToolButton)[0]
    assert fold.accessibleName() == "Fold the legend of Alignment"
    fold.click()
    assert seen() == before - len(LEGEND[Layer.ALIGNMENT])


def test_every_symbol_is_drawn_and_follows_the_scheme(panel: LayersPanel, theme: Theme) -> None:
    light = [symbol.grab().toImage() for symbol in panel.findChildren(LegendSymbol)]
    for image in light:
        first = image.pixelColor(0, 0)
        pixels = (
            image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())
        )
        assert any(pixel != first for pixel in pixels)
    theme.choose(SchemeChoice.DARK)
    dark = [symbol.grab().toImage() for symbol in panel.findChildren(LegendSymbol)]
    assert all(a != b for a, b in zip(light, dark, strict=True))


def test_a_hidden_layer_counts_nothing_as_drawn(panel: LayersPanel) -> None:
    panel.set_counts({Layer.TROOPS: 3}, {Layer.TROOPS: 5})
    check(panel, "Troops").click()
    assert check(panel, "Troops").accessibleDescription() == "hidden"
    panel.set_counts({Layer.TROOPS: 2}, {Layer.TROOPS: 5})
    assert "hidden" in [label.text() for label in panel.findChildren(QLabel)]
    panel.set_hidden(frozenset())
    assert check(panel, "Troops").accessibleDescription() == "2 of 5"


def test_mentions_are_off_at_first(panel: LayersPanel) -> None:
    assert not check(panel, "Mentions").isChecked()
    assert panel.hidden == OFF_AT_FIRST


def test_the_legend_follows_the_date_and_tells_the_rule(panel: LayersPanel) -> None:
    def tip(words: str) -> str:
        return next(x for x in panel.findChildren(QLabel) if x.text() == words).toolTip()

    panel.set_marks([a_mark(form=Form.BASE, layer=Layer.BASES, state="to_close")])
    assert tip("to close") == ""
    assert tip("closed") == "Not on the map on this date"
    panel.set_marks([a_mark(form=Form.BASE, layer=Layer.BASES, state="closed")])
    assert tip("to close") == "Not on the map on this date"
    assert tip("closed") == ""
    assert any("turned toward last" in x.text() for x in panel.findChildren(QLabel))


def test_a_drawing_that_fails_ends_its_painter(theme: Theme, qtbot: QtBot) -> None:
    kept: list[Ink] = []

    def fail(ink: Ink) -> None:
        kept.append(ink)
        raise ValueError("no such colour")

    symbol = LegendSymbol(theme, fail, QSize(20, 20))
    qtbot.addWidget(symbol)
    with qtbot.captureExceptions(), pytest.raises(ValueError, match="no such colour"):
        symbol.grab()
    # A painter that outlives its widget's paint event ends the program.
    assert not kept[0].painter.isActive()
