"""An animation from the window: its size is told before, it can be stopped, and it is whole."""

from __future__ import annotations

from datetime import date

import pytest
from PIL import Image
from PySide6.QtCore import QDate

from desktop.dialogs.animation import AnimationDialog
from desktop.shell.film.exporting import FilmExporting
from geodata.export import read_manifest
from geodata.services import check_manifest
from tests.helpers.page import PATIENCE_MS
from tests.helpers.screens import AppScreen, Starts

pytestmark = pytest.mark.journey


@pytest.fixture
def screen(starts: Starts) -> AppScreen:
    return starts()


def asks(screen: AppScreen) -> tuple[FilmExporting, AnimationDialog]:
    screen.app.window.actions_by_id["export.film"].trigger()
    dialog = screen.app.window.findChild(AnimationDialog)
    dialog.first.setDate(QDate(2024, 4, 10))
    dialog.last.setDate(QDate(2024, 5, 22))
    return screen.app.window.findChild(FilmExporting), dialog


def test_an_animation_is_weighed_and_written(screen, qtbot, tmp_path):
    filming, dialog = asks(screen)
    assert [dialog.kind.itemData(row) for row in range(2)] == [".gif", ".webp"]
    qtbot.waitUntil(lambda: "about" in dialog.told.text(), timeout=PATIENCE_MS)
    assert dialog.told.text().startswith("7 pictures, ")
    screen.answers.target = tmp_path / "niger.gif"
    with qtbot.waitSignal(filming.written, timeout=PATIENCE_MS):
        dialog.accept()
    film = Image.open(tmp_path / "niger.gif")
    assert (film.n_frames, film.size) == (7, (960, 540))
    manifest = read_manifest(tmp_path / "niger.gif")
    assert manifest.claims
    assert check_manifest(manifest, screen.app.session.project).is_supported
    assert "Saved" in screen.message()


def test_what_cannot_be_filmed_is_told_and_not_begun(screen):
    _filming, dialog = asks(screen)
    dialog.last.setDate(QDate(2024, 4, 1))
    assert "cannot run" in dialog.told.text()
    assert dialog.wished is None
    save = dialog.buttons.button(dialog.buttons.StandardButton.Save)
    assert not save.isEnabled()
    dialog.last.setDate(QDate(2024, 4, 10))
    assert dialog.wished.days == (date(2024, 4, 10),)
    dialog.reject()


def test_an_animation_that_is_stopped_leaves_what_was_there(screen, qtbot, tmp_path):
    filming, dialog = asks(screen)
    target = tmp_path / "niger.webp"
    target.write_bytes(b"before")
    dialog.step.setCurrentIndex(dialog.step.findData("day"))
    job = filming.write(target, dialog.wished)
    with qtbot.waitSignal(job.cancelled, timeout=PATIENCE_MS):
        job.progressed.connect(lambda *_: job.cancel())
    assert target.read_bytes() == b"before"
    assert [file.name for file in tmp_path.glob("*niger*")] == ["niger.webp"]
    assert "nothing was written" in screen.message()
    dialog.reject()
