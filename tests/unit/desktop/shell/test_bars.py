"""The bars around the map: messages, progress, status."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.jobs import Job, Runner, Ticket
from desktop.settings.theme import Theme
from desktop.shell.message_bar import MessageBar, Offer, Tone
from desktop.shell.progress_strip import ProgressStrip
from desktop.shell.status_bar import StatusBar, position_words, scale_words


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp)


def test_a_message_replaces_the_one_before_and_its_offer_closes_it(
    theme: Theme, qtbot: QtBot
) -> None:
    ran: list[str] = []
    bar = MessageBar(theme)
    qtbot.addWidget(bar)
    bar.tell("First", Tone.INFO, Offer("Old offer", lambda: ran.append("old")))
    bar.tell("Second <b>plain</b>", Tone.WARNING, Offer("Show", lambda: ran.append("show")))
    assert bar.words == "Second <b>plain</b>"
    QApplication.processEvents()
    buttons = [b for b in bar.findChildren(QPushButton) if not b.isHidden()]
    assert [button.text() for button in buttons] == ["Show"]
    buttons[0].click()
    assert ran == ["show"]
    assert bar.words == ""


def test_the_strip_follows_a_job_and_goes_with_it(theme: Theme, qtbot: QtBot) -> None:
    strip = ProgressStrip(theme)
    qtbot.addWidget(strip)
    go_on = threading.Event()

    def work(ticket: Ticket) -> None:
        ticket.step(1, 4, "second.txt")
        go_on.wait(5)

    job = Job("Reading articles", work)
    strip.follow(job)
    with qtbot.waitSignal(job.progressed, timeout=5000):
        Runner(strip).start(job)
    assert strip.words == "Reading articles, 1 of 4: second.txt"
    with qtbot.waitSignal(job.ended, timeout=5000):
        go_on.set()
    assert strip.words == ""


def test_cancel_stops_the_job(theme: Theme, qtbot: QtBot) -> None:
    strip = ProgressStrip(theme)
    qtbot.addWidget(strip)
    go_on = threading.Event()
    job = Job("Reading articles", lambda ticket: (go_on.wait(5), ticket.step(1, 2)))
    strip.follow(job)
    with qtbot.waitSignal(job.cancelled, timeout=5000):
        Runner(strip).start(job)
        strip.findChild(QPushButton).click()
        assert "Stopping" in strip.words
        go_on.set()


def test_the_status_bar_says_whether_anything_was_refused(theme: Theme, qtbot: QtBot) -> None:
    bar = StatusBar(theme)
    qtbot.addWidget(bar)
    assert bar.words == "Offline, no connection made"
    bar.set_refused(1)
    assert bar.words == "Offline, 1 request refused"


def test_the_status_bar_counts_and_places(theme: Theme, qtbot: QtBot) -> None:
    bar = StatusBar(theme)
    qtbot.addWidget(bar)
    bar.set_counts(51, 12)
    bar.set_marks(14, 1)
    bar.set_view(17.04, 8.12, 5.0)
    assert bar.words.split(" | ")[1:4] == [
        "51 claims, 12 to review",
        "14 marks on the map, 1 unplaced",
        "17.04° N, 8.12° E",
    ]
    bar.set_counts(None)
    bar.set_marks(None)
    bar.clear_view()
    assert bar.words == "Offline, no connection made"


@pytest.mark.parametrize(
    ("lat", "lon", "words"),
    [
        (0.0, 0.0, "0.00° N, 0.00° E"),
        (-12.345, -60.0, "12.35° S, 60.00° W"),
        (10.0, 190.0, "10.00° N, 170.00° W"),
    ],
)
def test_positions_in_words(lat: float, lon: float, words: str) -> None:
    assert position_words(lat, lon) == words


@pytest.mark.parametrize(
    ("lat", "zoom", "words"),
    [
        (0.0, 0.0, "1 : 592 000 000 at 0°"),
        (60.0, 0.0, "1 : 296 000 000 at 60° N"),
        (-16.0, 5.5, "1 : 12 600 000 at 16° S"),
        (0.0, 20.0, "1 : 564 at 0°"),
    ],
)
def test_a_scale_names_its_latitude_since_it_differs_by_it(
    lat: float, zoom: float, words: str
) -> None:
    assert scale_words(lat, zoom) == words


def test_the_status_bar_says_that_requests_leave_the_machine(theme: Theme, qtbot: QtBot) -> None:
    bar = StatusBar(theme)
    qtbot.addWidget(bar)
    assert "Offline, no connection made" in bar.words
    bar.set_online("OpenStreetMap")
    assert "Online: map tiles from OpenStreetMap, requests leave this machine" in bar.words
    bar.set_online("")
    assert "Offline, no connection made" in bar.words
