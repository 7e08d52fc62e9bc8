"""The theme follows the system unless told, and tells when it changes."""

from __future__ import annotations

from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.settings.theme import SchemeChoice, Theme


def test_choosing_dark_changes_palette_and_tells(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, SchemeChoice.LIGHT)
    with qtbot.waitSignal(theme.changed):
        theme.choose(SchemeChoice.DARK)
    assert theme.is_dark
    window = qapp.palette().color(QPalette.ColorRole.Window).name().upper()
    assert window == theme.tokens.dark.ui.window


def test_choosing_the_same_again_tells_nothing(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, SchemeChoice.LIGHT)
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(SchemeChoice.LIGHT)


def test_figures_have_equal_width_and_half_pixels_hold(qapp: QApplication) -> None:
    font = Theme(qapp, SchemeChoice.LIGHT).font("body")
    assert font.featureValue(QFont.Tag("tnum")) == 1
    assert font.pointSizeF() % 1 != 0


def test_icons_take_the_colour_asked_for(qapp: QApplication) -> None:
    theme = Theme(qapp, SchemeChoice.LIGHT)
    image = theme.icon("play", "#ff0000").pixmap(32, 32).toImage()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert colours == {"#ff0000"}
