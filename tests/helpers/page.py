"""The map page in the real web engine, with the few questions that tests put to it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.webmap.pacing import Moment
from desktop.webmap.view import MapView
from geodata.domain.times import Reach

PATIENCE_MS = 60_000


class PageScreen:
    """
    Asks a map view what it shows.

    Args:
        view: A view that was started.
        qtbot: Waits for answers.
    """

    def __init__(self, view: MapView, qtbot: QtBot) -> None:
        self.view = view
        self._qtbot = qtbot

    def run(self, script: str) -> Any:
        """Return what a script gives, over JSON."""
        assert self.view.web_map is not None
        with self._qtbot.waitCallback(timeout=PATIENCE_MS) as answer:
            self.view.web_map.page.runJavaScript(f"JSON.stringify({script})", answer)
        return json.loads(answer.args[0]) if answer.args[0] else None

    def goes_to(self, on: date, known_by: date) -> None:
        """Lead the map to two dates and wait until they are painted."""

        if self.view.is_settled and self.view.moment == Moment(on, known_by):
            return

        def is_there(painted_on: date, painted_known: date) -> bool:
            return (painted_on, painted_known) == (on, known_by)

        with self._qtbot.waitSignal(
            self.view.painted, timeout=PATIENCE_MS, check_params_cb=is_there
        ):
            self.view.set_time(on, known_by)

    def reaches(self, reach: Reach) -> None:
        """Take in more days than the one shown, and wait until they are painted."""
        self.view.set_reach(reach)
        self._lets_frames_pass()

    def settles(self) -> None:
        """Wait until all that the page was told is painted."""
        while not self.view.is_settled:
            with self._qtbot.waitSignal(self.view.settled, timeout=PATIENCE_MS):
                pass
        self._lets_frames_pass()

    def drawn(self) -> list[str]:
        """Return the ids of the marks that are drawn."""
        ids: list[str] = self.run("dateline.drawn()")
        return ids

    def mark_at(self, mark_id: str) -> tuple[int, int] | None:
        """Return where a mark stands in the view, in CSS pixels."""
        at = self.run(f"dateline.markPixel({json.dumps(mark_id)})")
        return (round(at["x"]), round(at["y"])) if at else None

    def sees(self, at: tuple[int, int] | None) -> bool:
        """Say whether a place lies well inside the view."""
        inside = self.view.rect().adjusted(20, 20, -20, -20)
        return at is not None and inside.contains(QPoint(*at))

    def clicks(self, at: tuple[int, int]) -> None:
        """Click on a place of the view."""
        engine = self.view.focusProxy().focusProxy()
        QTest.mouseClick(engine, Qt.MouseButton.LeftButton, pos=QPoint(*at))

    def picture(self) -> QImage:
        """Return the view as a picture that holds all that was painted."""
        self._lets_frames_pass()
        return self.view.grab().toImage()

    def rests(self) -> None:
        """Wait until names are laid out around what is drawn."""
        self.settles()
        while not self.run("dateline.isAtRest()"):
            self._lets_frames_pass()

    def _lets_frames_pass(self) -> None:
        assert self.view.web_map is not None
        page = self.view.web_map.page
        for _ in range(3):
            with self._qtbot.waitSignal(page.frame_passed, timeout=PATIENCE_MS):
                page.run_and_paint("")

    def colours_around(self, at: tuple[int, int], reach: int = 14) -> set[str]:
        """Return the colours of the pixels around a place."""
        image = self.picture()
        x0, y0 = at
        return {
            QColor(image.pixel(x, y)).name()
            for x in range(max(0, x0 - reach), min(image.width(), x0 + reach))
            for y in range(max(0, y0 - reach), min(image.height(), y0 + reach))
        }
