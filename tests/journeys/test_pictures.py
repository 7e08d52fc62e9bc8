"""A picture is shaped, seen, saved and copied; dropped on the window, it brings its view back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.settings.theme import SchemeChoice
from desktop.shell.pictures.standing import Standing
from geodata.domain.documents import DocumentId
from geodata.domain.layers import Layer
from geodata.domain.times import Reach
from geodata.export import read_manifest
from geodata.layers import Moment
from geodata.sheets import Part
from tests.helpers.page import PATIENCE_MS
from tests.helpers.screens import AppScreen

pytestmark = pytest.mark.journey
DAY = date(2024, 5, 20)
KNOWN = date(2024, 5, 19)


@pytest.fixture
def screen(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[AppScreen]:
    started = AppScreen(qapp, qtbot, tmp_path)
    yield started
    started.closes()


def stands(screen: AppScreen) -> Standing:
    return screen.app.gallery.returning.stage.standing()


def rests(screen: AppScreen) -> None:
    screen.follows()
    screen.map.settles()


def presses(screen: AppScreen, words: str) -> None:
    buttons = screen.app.window.messages.findChildren(QPushButton)
    (button,) = [button for button in buttons if button.text() == words and button.isVisible()]
    button.click()


def looks_elsewhere(screen: AppScreen) -> None:
    app = screen.app
    app.session.hide(frozenset())
    app.players.time_bar.show_frame(date(2024, 3, 1), date(2024, 5, 20), Reach())
    app.players.map_view.fit()
    app.session.mute(frozenset())
    app.gallery.returning.stage.comparing.put(())
    app.theme.choose(SchemeChoice.LIGHT)
    rests(screen)


def test_from_the_dialog_to_a_file_and_back_to_the_same_view(
    screen: AppScreen, qtbot: QtBot
) -> None:
    screen.starts()
    app = screen.app
    project = app.session.project
    assert project is not None
    left_out = frozenset({DocumentId(project.sources[0].document.id)})
    app.session.mute(left_out)
    rests(screen)
    app.session.hide(frozenset({Layer.BASES, Layer.MENTIONS}))
    app.players.time_bar.show_frame(DAY, KNOWN, Reach(before=29))
    app.players.map_view.show_extent(app.players.map_view.extent)
    app.theme.choose(SchemeChoice.DARK)
    app.gallery.returning.stage.comparing.put(
        (Moment(date(2024, 4, 20), KNOWN), Moment(DAY, KNOWN))
    )
    screen.map.run("(dateline.moveTo(16.5, 7.25, 6), 0)")
    rests(screen)
    wanted, there = stands(screen), place(screen)
    assert there == pytest.approx((16.5, 7.25, 6), abs=0.02)
    assert wanted.muted == left_out
    assert [moment.on for moment in wanted.compared] == [date(2024, 4, 20), DAY]

    dialog = screen.opens_picture_dialog()
    assert dialog.preview.image is not None
    dialog.theme_field.setCurrentIndex(dialog.theme_field.findData("dark"))
    dialog.title_field.setEditText("Who stays?")
    dialog.parts[Part.TIME].setChecked(False)
    assert dialog.preview.is_late
    qtbot.waitUntil(lambda: not dialog.preview.is_late, timeout=PATIENCE_MS)
    dark = dialog.preview.image
    assert dark is not None
    assert dark.pixelColor(5, 5).lightness() < 80
    target = screen.saves_picture(dialog, "map.png")
    assert QImage(str(target)).text("Title") == "Who stays?"
    assert read_manifest(target).theme == "dark"

    looks_elsewhere(screen)
    elsewhere, away = stands(screen), place(screen)
    assert elsewhere != wanted
    app.window.dropped.emit((target,))
    rests(screen)
    assert "as “map.png” shows it: 20 May 2024, as known on 19 May 2024" in screen.message()
    assert_same_view(stands(screen), wanted)
    assert place(screen) == pytest.approx(there, abs=0.05)

    presses(screen, "Back to where I was")
    rests(screen)
    assert_same_view(stands(screen), elsewhere)
    assert place(screen) == pytest.approx(away, abs=0.05)


@pytest.mark.parametrize("name", ["map.pdf", "map.html"])
def test_a_pdf_and_a_page_bring_their_view_back_and_are_read_as_no_article(
    screen: AppScreen, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    screen.starts()
    app = screen.app
    app.session.hide(frozenset({Layer.BASES}))
    app.players.time_bar.show_frame(DAY, KNOWN, Reach())
    rests(screen)
    wanted = stands(screen)
    is_page = name.endswith("html")
    target = screen.exports_page(name) if is_page else screen.exports_picture(name)
    looks_elsewhere(screen)
    assert app.session.project is not None
    before = len(app.session.project.sources)
    app.window.dropped.emit((target,))
    rests(screen)
    assert f"as “{name}” shows it: 20 May 2024, as known on 19 May 2024" in screen.message()
    assert_same_view(stands(screen), wanted)
    assert len(app.session.project.sources) == before

    # Among the articles of a folder it is left out, and that is said.
    copied = tmp_path / "folder" / name
    copied.parent.mkdir()
    copied.write_bytes(target.read_bytes())
    screen.answers.folder = copied.parent
    screen.opens_folder()
    assert "is a map that Dateline made" in "\n".join((*screen.messages(), screen.left_out()))


def place(screen: AppScreen) -> tuple[float, float, float]:
    view = screen.map.run("dateline.view()")
    return view["lat"], view["lon"], view["zoom"]


def assert_same_view(found: Standing, wanted: Standing) -> None:
    for name in ("on", "known_by", "reach", "hidden", "muted", "scheme", "compared"):
        assert getattr(found, name) == getattr(wanted, name), name


def test_a_picture_is_copied_with_its_words(screen: AppScreen, qtbot: QtBot) -> None:
    screen.starts()
    screen.goes_to(DAY)
    dialog = screen.opens_picture_dialog()
    dialog.copy.click()
    qtbot.waitUntil(lambda: "clipboard" in dialog.notice.text(), timeout=PATIENCE_MS)
    data = QGuiApplication.clipboard().mimeData()
    assert data is not None
    assert data.hasImage()
    assert "US forces in Niger" in data.text()
    dialog.reject()


def test_the_last_choice_is_kept_and_the_title_is_not(screen: AppScreen) -> None:
    screen.starts()
    dialog = screen.opens_picture_dialog()
    dialog.size_field.presets.setCurrentIndex(dialog.size_field.presets.findData("custom"))
    dialog.size_field.width_px.setValue(1000)
    dialog.size_field.height_px.setValue(800)
    dialog.theme_field.setCurrentIndex(1)
    dialog.title_field.setEditText("Mine")
    dialog.parts[Part.LOCATOR].setChecked(False)
    dialog.reject()
    again = screen.opens_picture_dialog().choice()
    assert again is not None
    assert (again.sheet.width_px, again.sheet.height_px) == (1000, 800)
    assert again.is_dark
    assert again.without == {Part.LOCATOR}
    assert again.title is None


def test_a_folder_that_cannot_be_written_is_told_and_the_dialog_stays(
    screen: AppScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    screen.starts()
    dialog = screen.opens_picture_dialog()
    screen.answers.target = tmp_path / "nowhere" / "map.png"
    dialog.save.click()
    qtbot.waitUntil(lambda: "map.png" in dialog.notice.text(), timeout=PATIENCE_MS)
    assert dialog.isVisible()
    assert dialog.save.isEnabled()
    dialog.reject()


def test_a_picture_of_another_project_says_so(
    screen: AppScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    screen.starts()
    target = screen.exports_picture("map.png")
    other = tmp_path / "chad.txt"
    other.write_text(
        "Chad asks French troops to leave\n\nN'DJAMENA, 29 November 2024 - Chad said it had ended "
        "its accord with France. France has about 1,000 troops in Chad.\n",
        encoding="utf-8",
    )
    with qtbot.waitSignal(screen.app.session.opened, timeout=PATIENCE_MS):
        screen.app.verbs.open([other])
    rests(screen)
    before = stands(screen)
    screen.app.window.dropped.emit((target,))
    assert "belongs to another project: it was made of “US withdrawal from Niger, 2024”" in (
        screen.message()
    )
    assert_same_view(stands(screen), before)

    bare = tmp_path / "photo.png"
    QImage(8, 8, QImage.Format.Format_RGB32).save(str(bare))
    screen.app.window.dropped.emit((bare,))
    assert "“photo.png” cannot be shown on the map" in screen.message()
