"""The real page in the real web engine shows, date by date, what the frame says."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.webmap.guard import Guard
from desktop.webmap.template import empty_template, make_template
from desktop.webmap.view import MapView
from geodata.domain.layers import OFF_AT_FIRST, Layer
from geodata.domain.times import Reach
from geodata.layers import Anchor, Form, Mark, frame_marks
from geodata.mapping import page_data
from geodata.services import Project, Resources, page_content
from tests.helpers.page import PATIENCE_MS, PageScreen

pytestmark = pytest.mark.page


@pytest.fixture(scope="module")
def guard() -> Guard:
    return Guard()


@pytest.fixture(scope="module")
def view(
    qapp: QApplication, guard: Guard, sample: Project, resources: Resources
) -> Iterator[MapView]:
    """The sample on the real page, loaded once for all tests here."""
    made = MapView(guard)
    made.resize(900, 640)
    made.show()
    content = page_content(sample, resources)
    made.set_data(page_data(content))
    made.start(make_template(content))
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def page(view: MapView, qtbot: QtBot) -> PageScreen:
    if not view.is_ready:
        with qtbot.waitSignal(view.ready, timeout=PATIENCE_MS):
            pass
        # The frame holds every layer; on the map mentions are off at first.
        view.set_layers(frozenset(Layer))
    return PageScreen(view, qtbot)


def stands_on_the_map(mark: Mark) -> bool:
    return mark.anchor is not Anchor.NONE


def sampled_days(project: Project, number: int) -> list[date]:
    first, last = project.axis.first_day, project.axis.last_day
    step = (last - first).days // (number - 1)
    return [first + timedelta(days=step * n) for n in range(number - 1)] + [last]


def test_the_page_draws_what_the_frame_says(page: PageScreen, sample: Project) -> None:
    published = sorted(p.best for p in sample.axis.publications if p.best)
    for known_by in (sample.last_known, published[0]):
        for on in sampled_days(sample, 12):
            page.goes_to(on, known_by)
            expected = sorted(mark.id for mark in frame_marks(sample.marks, on, known_by))
            assert page.drawn() == expected, f"on {on}, known by {known_by}"


@pytest.mark.parametrize(
    "reach", [Reach(before=30), Reach(before=None), Reach(after=None), Reach()], ids=repr
)
def test_the_page_draws_what_the_frame_of_a_window_says(
    page: PageScreen, sample: Project, reach: Reach
) -> None:
    published = sorted(p.best for p in sample.axis.publications if p.best)
    page.reaches(reach)
    for known_by in (sample.last_known, published[0]):
        for on in sampled_days(sample, 7):
            page.goes_to(on, known_by)
            during = reach.around(on)
            expected = [m.id for m in sample.marks if m.is_drawn_in(during, known_by)]
            assert page.drawn() == sorted(expected), f"{reach} on {on}, known by {known_by}"
    page.reaches(Reach())


def test_states_of_one_thing_in_a_window_are_one_symbol(page: PageScreen, sample: Project) -> None:
    on = sample.default_day
    page.goes_to(on, sample.last_known)
    page.reaches(Reach(before=None))
    drawn = [
        m
        for m in frame_marks(sample.marks, on, sample.last_known, Reach(before=None))
        if m.form is Form.TROOPS and m.actor == "US"
    ]
    assert len(drawn) > 1
    assert len({page.mark_at(mark.id) for mark in drawn}) == 1
    assert page.run("document.querySelector('.dl-date-day').textContent").startswith("All up to")
    page.reaches(Reach())


def test_marks_are_painted_where_they_are_said_to_be(
    page: PageScreen, sample: Project, qtbot: QtBot
) -> None:
    page.goes_to(sample.default_day, sample.last_known)
    drawn = frame_marks(sample.marks, sample.default_day, sample.last_known)
    symbols = [mark for mark in drawn if mark.form in {Form.TROOPS, Form.BASE} and mark.claim_ids]
    places = [at for at in (page.mark_at(mark.id) for mark in symbols) if page.sees(at)]
    assert places
    with_marks = [page.colours_around(at) for at in places if at]
    page.view.set_layers(())
    page.settles()
    without = [page.colours_around(at) for at in places if at]
    page.view.set_layers(frozenset(Layer))
    page.settles()
    assert [bool(a - b) for a, b in zip(with_marks, without, strict=True)] == [True] * len(places)


def test_a_click_on_a_mark_tells_which(page: PageScreen, sample: Project, qtbot: QtBot) -> None:
    page.goes_to(sample.default_day, sample.last_known)
    page.view.set_layers(frozenset(Layer))
    drawn = frame_marks(sample.marks, sample.default_day, sample.last_known)
    mark = next(mark for mark in drawn if mark.form is Form.TROOPS and mark.actor == "US")
    at = page.mark_at(mark.id)
    assert at is not None
    with qtbot.waitSignal(page.view.mark_picked, timeout=PATIENCE_MS) as picked:
        page.clicks(at)
    assert picked.args == [mark.id]


def test_hidden_layers_are_not_drawn(page: PageScreen, sample: Project, qtbot: QtBot) -> None:
    page.goes_to(sample.default_day, sample.last_known)
    page.view.set_layers({Layer.TROOPS})
    page.settles()
    layers = {sample.mark(mark_id).layer for mark_id in page.drawn()}
    assert layers <= {Layer.TROOPS}
    page.view.set_layers(frozenset(Layer))
    page.settles()


def test_a_hand_on_the_slider_ends_on_its_last_date(
    page: PageScreen, sample: Project, qtbot: QtBot
) -> None:
    days = sampled_days(sample, 40)
    painted: list[date] = []
    page.view.painted.connect(lambda on, _known: painted.append(on))
    page.goes_to(days[0], sample.last_known)
    for day in days[1:-1]:
        page.view.set_time(day, sample.last_known)
    page.goes_to(days[-1], sample.last_known)
    assert page.view.is_settled
    assert painted[-1] == days[-1]
    assert len(painted) < len(days)


def test_showing_everything_shows_a_far_aside_too(
    page: PageScreen, sample: Project, resources: Resources, qtbot: QtBot
) -> None:
    content = page_content(sample, resources)
    on, known_by = sample.default_day, sample.last_known
    drawn = frame_marks(sample.marks, on, known_by)
    near = next(m for m in drawn if m.form is Form.TROOPS and m.claim_ids and m.lon is not None)
    places = {"manila": (121.0, 14.6), "yerevan": (44.5, 40.2), "lima": (-77.0, -12.0)}
    far = tuple(
        replace(near, id=name, lon=lon, lat=lat, anchor=Anchor.POINT, claim_ids=near.claim_ids[:1])
        for name, (lon, lat) in places.items()
    )
    page.goes_to(on, known_by)
    page.view.set_data(page_data(replace(content, marks=(*content.marks, *far))))
    page.settles()
    assert not page.sees(page.mark_at("manila"))
    with qtbot.waitSignal(page.view.view_moved, timeout=PATIENCE_MS):
        page.view.fit_all()
    page.rests()
    assert all(page.sees(page.mark_at(name)) for name in (*places, near.id))
    page.view.set_data(page_data(content))
    with qtbot.waitSignal(page.view.view_moved, timeout=PATIENCE_MS):
        page.view.fit()
    page.settles()


def test_other_data_comes_without_a_new_page(
    page: PageScreen, sample: Project, resources: Resources, qtbot: QtBot
) -> None:
    page.run("(window.keptMark = 1)")
    page.goes_to(sample.default_day, sample.last_known)
    assert page.drawn()
    content = page_content(sample, resources)
    nothing = page_data(type(content)("Nothing", ()))
    page.view.set_data(nothing)
    page.settles()
    assert page.drawn() == []
    page.view.set_data(page_data(content))
    page.settles()
    assert page.drawn()
    assert page.run("window.keptMark") == 1


def test_what_is_dropped_on_the_map_is_left_to_the_window(page: PageScreen) -> None:
    assert [w for w in page.view.findChildren(QWidget) if w.acceptDrops()] == []


def test_nothing_left_and_nothing_was_refused(page: PageScreen, guard: Guard) -> None:
    page.view.fit()
    page.goes_to(date(2024, 5, 1), date(2024, 5, 31))
    assert guard.refused == ()
    linked = "[...document.querySelectorAll('script[src], link[href]')].map(e => e.src || e.href)"
    addresses = page.run(linked)
    assert "dateline://app/leaflet/leaflet.js" in addresses
    assert [a for a in addresses if not a.startswith("dateline://app/")] == []


def test_the_page_that_waits_for_a_project_takes_it(
    qtbot: QtBot, sample: Project, resources: Resources, caplog: pytest.LogCaptureFixture
) -> None:
    view = MapView(Guard())
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    with caplog.at_level(logging.ERROR):
        view.start(empty_template("dark"))
        # Asked for before the page can hear it.
        view.set_time(sample.default_day, sample.last_known)
        with qtbot.waitSignal(view.ready, timeout=PATIENCE_MS):
            view.set_data(page_data(page_content(sample, resources)))
        screen = PageScreen(view, qtbot)
        screen.goes_to(sample.default_day - timedelta(days=1), sample.last_known)
        day = sample.default_day - timedelta(days=1)
        expected = frame_marks(sample.marks, day, sample.last_known)
        shown = [mark for mark in expected if mark.layer not in OFF_AT_FIRST]
        assert screen.drawn() == sorted(mark.id for mark in shown)
    assert caplog.text == ""


def test_without_articles_no_date_stands_over_the_map(
    qtbot: QtBot, sample: Project, resources: Resources
) -> None:
    view = MapView(Guard())
    qtbot.addWidget(view)
    view.show()
    with qtbot.waitSignal(view.ready, timeout=PATIENCE_MS):
        view.start(empty_template("light"))
    screen = PageScreen(view, qtbot)
    display = "getComputedStyle(document.querySelector('.dl-date')).display"
    assert screen.run(display) == "none"
    view.set_data(page_data(page_content(sample, resources)))
    screen.settles()
    assert screen.run(display) == "block"
    view.clear()
    screen.settles()
    assert screen.run(display) == "none"
    assert screen.drawn() == []
