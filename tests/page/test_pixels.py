"""
What stands on the screen is the frame that the model computes: checked by the pixels.

The page that was scrubbed is compared, date by date, with a page that was opened on that date and
whose other marks all ended long ago. Whatever came and went in between must leave no trace.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.webmap.guard import Guard
from desktop.webmap.template import empty_template
from desktop.webmap.view import MapView
from geodata.domain.times import Days
from geodata.layers import frame_marks
from geodata.mapping import PageContent, extent_of, page_data
from geodata.services import Project, Resources, page_content, with_muted
from tests.helpers.page import PATIENCE_MS, PageScreen
from tests.unit.geodata.mapping.map_scene import many_marks

pytestmark = pytest.mark.page
SIZE = (900, 640)
LONG_AGO = Days(date(1900, 1, 1), date(1900, 1, 2))
DIFFERS = 40  # of 255: less is the blur of a letter that stands a part of a pixel beside
MOST_DIFFERING = 60  # pixels of 576,000; the least symbol has some 120


@pytest.fixture(scope="module")
def screens(qapp: QApplication) -> Iterator[tuple[MapView, MapView]]:
    views = MapView(Guard()), MapView(Guard())
    for view in views:
        view.resize(*SIZE)
        view.show()
        view.start(empty_template("light"))
    yield views
    for view in views:
        view.close()
        view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def pair(screens: tuple[MapView, MapView], qtbot: QtBot) -> tuple[PageScreen, PageScreen]:
    for view in screens:
        if not view.is_ready:
            with qtbot.waitSignal(view.ready, timeout=PATIENCE_MS):
                pass
    return PageScreen(screens[0], qtbot), PageScreen(screens[1], qtbot)


def shows(screen: PageScreen, content: PageContent, on: date, known_by: date) -> None:
    screen.view.set_data(page_data(content))
    screen.view.fit()
    screen.goes_to(on, known_by)


def only(content: PageContent, on: date, known_by: date) -> PageContent:
    """Return the content with the marks of one frame, as the model computes it, at any date."""
    drawn = {mark.id for mark in frame_marks(content.marks, on, known_by)}
    marks = tuple(m if m.id in drawn else replace(m, valid=LONG_AGO) for m in content.marks)
    return replace(content, marks=marks)


def differing(first: QImage, second: QImage) -> int:
    assert first.size() == second.size()
    one, other = (image.convertToFormat(QImage.Format.Format_RGB32) for image in (first, second))
    a, b = bytes(one.constBits()), bytes(other.constBits())
    return sum(
        max(abs(a[i + c] - b[i + c]) for c in range(3)) > DIFFERS
        for i in range(0, len(a), 4)
        if a[i : i + 3] != b[i : i + 3]
    )


def same_picture(scrubbed: PageScreen, fresh: PageScreen) -> None:
    for screen in (scrubbed, fresh):
        # Plates and names stay where they once were found a place: that is meant, and not of the frame.
        screen.run("(dateline.forget(), 1)")
        screen.rests()
    assert scrubbed.drawn() == fresh.drawn()
    assert differing(scrubbed.picture(), fresh.picture()) < MOST_DIFFERING


def middle_of(project: Project, part: float) -> date:
    days = (project.axis.last_day - project.axis.first_day).days
    return project.axis.first_day + timedelta(days=round(days * part))


def moves(screen: PageScreen, script: str) -> None:
    screen.run(f"(dateline.moveTo({script}), 1)")
    screen.rests()


def test_sampled_dates_show_the_frame_and_nothing_else(
    pair: tuple[PageScreen, PageScreen], sample: Project, resources: Resources
) -> None:
    scrubbed, fresh = pair
    content = replace(page_content(sample, resources), extent=extent_of(sample.marks))
    known_by = sample.last_known
    shows(scrubbed, content, sample.axis.first_day, known_by)
    for part in (0.95, 0.4, 0.6, 0.1):
        on = middle_of(sample, part)
        for step in (9, 4, 1):
            scrubbed.goes_to(on - timedelta(days=step), known_by)
        scrubbed.goes_to(on, known_by)
        shows(fresh, only(content, on, known_by), on, known_by)
        same_picture(scrubbed, fresh)


def test_pan_zoom_theme_and_a_muted_source_leave_the_frame_as_it_is(
    pair: tuple[PageScreen, PageScreen], sample: Project, resources: Resources
) -> None:
    scrubbed, fresh = pair
    on, known_by = sample.default_day, sample.last_known
    muted = with_muted(sample, frozenset({sample.sources[0].document.id}), resources)
    extent = extent_of(sample.marks)
    whole = replace(page_content(sample, resources), extent=extent)
    content = replace(page_content(muted, resources), extent=extent)
    shows(scrubbed, whole, on, known_by)
    for view in (scrubbed.view, fresh.view):
        view.set_theme(is_dark=True)
    moves(scrubbed, "3, 3, 6.5")
    scrubbed.view.set_data(page_data(content))
    scrubbed.rests()
    shows(fresh, only(content, on, known_by), on, known_by)
    for screen in pair:
        moves(screen, "15, 5, 5.5")
    same_picture(scrubbed, fresh)
    for view in (scrubbed.view, fresh.view):
        view.set_theme(is_dark=False)
    same_picture(scrubbed, fresh)


def test_a_crowd_shows_the_frame_after_any_way_to_it(pair: tuple[PageScreen, PageScreen]) -> None:
    scrubbed, fresh = pair
    content = many_marks(4000)
    on = date(2023, 5, 20)
    shows(scrubbed, content, date(2022, 7, 1), on)
    for day in (date(2023, 5, 1), date(2024, 1, 1), on - timedelta(days=1), on):
        scrubbed.goes_to(day, on)
    shows(fresh, only(content, on, on), on, on)
    same_picture(scrubbed, fresh)
    assert len(scrubbed.drawn()) == len(list(frame_marks(content.marks, on, on)))


# The shown canvas before and after all of it is drawn anew: how far a value differs at most. A line's
# edge may differ by little: the engine smooths long paths in another way than short ones.
LEFT_BEHIND = """(() => {
  const canvas = document.querySelector(".dl-canvases canvas");
  const values = () => canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  const before = values();
  dateline.redraw();
  const after = values();
  return before.reduce((most, value, n) => Math.max(most, Math.abs(value - after[n])), 0);
})()"""


def test_a_crowd_drawn_in_parts_is_the_crowd_drawn_whole(
    pair: tuple[PageScreen, PageScreen],
) -> None:
    scrubbed, _ = pair
    content, on = many_marks(4000), date(2023, 5, 20)
    shows(scrubbed, content, on, on)
    scrubbed.rests()
    for step in range(1, 9):
        scrubbed.goes_to(on + timedelta(days=step), on)
        assert scrubbed.run(LEFT_BEHIND) < DIFFERS
