"""Online tiles are off until a person chooses them; then one host is asked, and no other."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.webmap.guard import Guard
from desktop.webmap.scheme import content_policy
from desktop.webmap.template import empty_template
from desktop.webmap.view import MapView
from geodata.mapping.tiles import Tiles
from tests.helpers.page import PATIENCE_MS, PageScreen

# A name that no resolver answers, so that no test reaches a network.
TILES = Tiles("Made.Up", "Made Up", "https://tiles.invalid/{z}/{x}/{y}.png", "© Nobody", 19)


class Asked:
    """A request as the engine tells the guard of it."""

    def __init__(self, address: str, kind: str = "ResourceTypeImage") -> None:
        from PySide6.QtWebEngineCore import QWebEngineUrlRequestInfo  # noqa: TID251

        self._url = QUrl(address)
        self._kind = QWebEngineUrlRequestInfo.ResourceType[kind]
        self.is_blocked = False

    def requestUrl(self) -> QUrl:
        return self._url

    def resourceType(self) -> object:
        return self._kind

    def block(self, is_blocked: bool) -> None:
        self.is_blocked = is_blocked


def is_blocked(guard: Guard, address: str, kind: str = "ResourceTypeImage") -> bool:
    asked = Asked(address, kind)
    guard.interceptRequest(asked)  # type: ignore[arg-type]
    return asked.is_blocked


def test_the_guard_lets_one_host_through_and_only_while_it_is_chosen() -> None:
    guard = Guard()
    tile = "https://tiles.invalid/3/4/2.png"
    assert is_blocked(guard, tile)
    guard.admit("tiles.invalid")
    assert not is_blocked(guard, tile)
    assert guard.admitted == 1
    guard.admit("")
    assert is_blocked(guard, tile)
    assert guard.refused == (tile, tile)


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://other.invalid/3/4/2.png", "ResourceTypeImage"),
        ("https://sub.tiles.invalid/3/4/2.png", "ResourceTypeImage"),
        ("https://tiles.invalid.example.org/3/4/2.png", "ResourceTypeImage"),
        ("http://tiles.invalid/3/4/2.png", "ResourceTypeImage"),
        ("https://tiles.invalid/code.js", "ResourceTypeScript"),
        ("https://tiles.invalid/count", "ResourceTypeXhr"),
        ("https://tiles.invalid/count", "ResourceTypePing"),
    ],
)
def test_nothing_but_pictures_of_that_host_over_https(address: str, kind: str) -> None:
    guard = Guard()
    guard.admit("tiles.invalid")
    assert is_blocked(guard, address, kind)
    assert guard.admitted == 0


def test_the_policy_names_the_host_for_pictures_alone() -> None:
    assert "tiles.invalid" not in content_policy("ab")
    parts = content_policy("ab", "tiles.invalid").split("; ")
    assert [part for part in parts if "tiles.invalid" in part] == [
        "img-src dateline: data: blob: https://tiles.invalid"
    ]


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[tuple[Guard, MapView]]:
    guard = Guard()
    view = MapView(guard)
    view.resize(700, 500)
    view.show()
    yield guard, view
    view.close()
    view.deleteLater()
    # The page has to go before its profile, and no event loop runs any more that would do it.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.page
def test_the_page_asks_the_chosen_host_and_names_whose_map_it_is(
    shown: tuple[Guard, MapView], qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    guard, view = shown
    # The tiles cannot come: that they do not is what the engine complains of.
    caplog.set_level(logging.CRITICAL)
    with qtbot.waitSignal(view.ready, timeout=PATIENCE_MS):
        view.start(empty_template("light"))
    screen = PageScreen(view, qtbot)
    attribution = "document.querySelector('.dl-attribution').textContent"
    assert (guard.admitted, screen.run(attribution)) == (0, "Map: Natural Earth")
    with qtbot.waitSignal(view.ready, timeout=PATIENCE_MS):
        view.set_tiles(TILES)
    qtbot.waitUntil(lambda: guard.admitted > 0, timeout=PATIENCE_MS)
    assert screen.run(attribution) == "Online map: © Nobody"
    assert guard.refused == ()
    with qtbot.waitSignal(view.ready, timeout=PATIENCE_MS):
        view.set_tiles(None)
    before = guard.admitted
    assert screen.run(attribution) == "Map: Natural Earth"
    assert screen.run("document.querySelectorAll('.leaflet-tile').length") == 0
    assert guard.admitted == before
    assert guard.host == ""
