"""
What is exported is what was on the screen: the map's pixels are the same in window and picture.

Date box and buttons of the window are taken off before: names of the map stand clear of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.snapshot import Camera, Shot, close_camera, picture
from desktop.webmap.guard import Guard
from desktop.webmap.template import empty_template
from desktop.webmap.view import MapView
from geodata.domain.layers import OFF_AT_FIRST, Layer
from geodata.mapping import extent_of_view, page_data
from geodata.services import Project, Resources, page_content
from geodata.sheets import custom_sheet
from tests.helpers.page import PATIENCE_MS, PageScreen

pytestmark = pytest.mark.page
DAY = date(2024, 5, 20)
SIZE = (900, 640)
OFF = "document.querySelectorAll('.dl-date, .dl-zoom, .dl-attribution').forEach(e => e.remove())"
# From afar the name of a country may stand a part of a pixel beside: the window has come from another
# zoom. All else is the same, pixel by pixel.
MOST_DIFFERING = {"far": 400}
VIEWS = {
    "theatre": (16.0, 6.0, 5.0),
    "near": (16.95, 7.98, 7.0),
    "between two steps": (13.3, 2.0, 5.5),
    "far": (12.0, 10.0, 4.0),
}


@pytest.fixture(scope="module")
def data(sample: Project, resources: Resources) -> bytes:
    return page_data(page_content(sample, resources))


@pytest.fixture
def screen(qtbot: QtBot, data: bytes) -> Iterator[PageScreen]:
    view = MapView(Guard())
    view.resize(*SIZE)
    view.set_data(data)
    view.show()
    with qtbot.waitSignal(view.ready, timeout=PATIENCE_MS):
        view.start(empty_template("light"))
    yield PageScreen(view, qtbot)
    view.close()
    view.deleteLater()
    # The page has to go before its profile, and before the program ends.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def camera(qtbot: QtBot, data: bytes) -> Iterator[Camera]:
    made = Camera(empty_template("light", "snapshot"), Guard())
    made.set_content(data)
    yield made
    close_camera(made)


def looks_at(screen: PageScreen, lat: float, lon: float, zoom: float) -> None:
    screen.run(f"({OFF}, dateline.moveTo({lat}, {lon}, {zoom}), dateline.forget(), 0)")
    screen.rests()


def differing(first: QImage, second: QImage) -> int:
    assert first.size() == second.size()
    one, other = (image.convertToFormat(QImage.Format.Format_RGB32) for image in (first, second))
    a, b = bytes(one.constBits()), bytes(other.constBits())
    return sum(a[i : i + 3] != b[i : i + 3] for i in range(0, len(a), 4))


@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", VIEWS)
def test_the_map_alone_is_the_window(
    screen: PageScreen, camera: Camera, sample: Project, name: str, is_dark: bool
) -> None:
    lat, lon, zoom = VIEWS[name]
    hidden = OFF_AT_FIRST | ({Layer.BASES} if is_dark else set())
    screen.view.set_theme(is_dark=is_dark)
    screen.view.set_layers(frozenset(Layer) - hidden)
    screen.goes_to(DAY, sample.last_known)
    looks_at(screen, lat, lon, zoom)
    shot = Shot(
        DAY,
        sample.last_known,
        sheet=custom_sheet(*SIZE),
        is_dark=is_dark,
        hidden=hidden,
        extent=extent_of_view(lat, lon, zoom, *SIZE),
        is_map_alone=True,
    )
    different = differing(screen.picture(), picture(camera, shot))
    assert different <= MOST_DIFFERING.get(name, 0)
