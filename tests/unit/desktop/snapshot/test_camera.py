"""The camera takes what was painted, at its own size, and says so when it cannot."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.snapshot import Camera, Picture
from desktop.webmap.guard import Guard
from geodata.mapping import PageContent
from tests.helpers.builders import a_mark

pytestmark = pytest.mark.page
DAY = date(2024, 5, 20)
PATIENCE_MS = 60_000


def a_picture(**changes: object) -> Picture:
    content = PageContent("US forces in Niger", (a_mark(),))
    return Picture(content, DAY, DAY, words="US forces at Agadez.", **changes)  # type: ignore[arg-type]


def taken(qtbot: QtBot, picture: Picture) -> tuple[QImage, Guard]:
    guard = Guard()
    camera = Camera(picture, guard)
    with qtbot.waitSignal(camera.taken, timeout=PATIENCE_MS) as image:
        camera.take()
    camera.close()
    return image.args[0], guard


def colours(image: QImage) -> set[str]:
    small = image.scaled(160, 90)
    return {
        small.pixelColor(x, y).name() for x in range(small.width()) for y in range(small.height())
    }


def test_a_picture_is_full_hd_whatever_the_window_is(qtbot: QtBot) -> None:
    image, guard = taken(qtbot, a_picture())
    assert (image.width(), image.height()) == (1920, 1080)
    assert len(colours(image)) > 100
    assert "#00ff7f" not in colours(image)
    corner = image.copy(1900, 1060, 20, 20)
    assert "#00ff7f" not in colours(corner)
    assert guard.refused == ()


def test_a_scaled_picture_has_more_pixels_of_the_same(qtbot: QtBot) -> None:
    image, _guard = taken(qtbot, a_picture(scale=1.5, is_dark=True))
    assert (image.width(), image.height()) == (2880, 1620)
    assert image.pixelColor(30, 30).lightness() < 80


def test_a_page_that_fails_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.snapshot.camera.page_data", lambda _content: b"no columns")
    camera = Camera(a_picture(), Guard())
    with qtbot.waitSignal(camera.failed, timeout=PATIENCE_MS) as failure:
        camera.take()
    camera.close()
    assert failure.args[0]
