"""The bars around the map: messages, progress, status."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.jobs import Job, Runner, Ticket
from desktop.settings.theme import Theme
from desktop.shell.message_bar import MessageBar, Offer, Tone
from desktop.shell.progress_strip import ProgressStrip
from desktop.shell.status_bar import StatusBar, position_words, scale_words


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp)


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> MessageBar:
    made = MessageBar(theme)
    qtbot.addWidget(made)
    return made


def presses(bar: MessageBar, words: str) -> None:
    buttons = bar.findChildren(QPushButton) + bar.findChildren(QToolButton)
    found = [b for b in buttons if not b.isHidden() and words in (b.text(), b.accessibleName())]
    assert len(found) == 1
    found[0].click()


def test_a_message_waits_behind_a_newer_one_whose_offer_closes_it(bar: MessageBar) -> None:
    ran: list[str] = []
    bar.tell("First", Tone.INFO, Offer("Old offer", lambda: ran.append("old")))
    bar.tell("Second <b>plain</b>", Tone.WARNING, Offer("Show", lambda: ran.append("show")))
    assert bar.words == "Second <b>plain</b>"
    presses(bar, "The older message")
    assert (bar.words, bar.tone) == ("First", Tone.INFO)
    presses(bar, "The newer message")
    presses(bar, "Show")
    assert (bar.words, ran) == ("First", ["show"])
    presses(bar, "Close this message")
    assert (bar.words, bar.isHidden()) == ("", True)


def test_an_offer_may_tell_something_itself(bar: MessageBar) -> None:
    bar.tell("Ask", Tone.INFO, Offer("Go", lambda: bar.tell("Done")))
    presses(bar, "Go")
    assert bar.all_words == ("Done",)


def test_nothing_is_told_twice_and_a_bare_note_gives_way(bar: MessageBar) -> None:
    bar.tell("Disk full", Tone.ERROR)
    bar.tell("Disk full", Tone.ERROR)
    bar.tell("Writing a.png…", about="written")
    bar.tell("Saved a.png.", Tone.INFO, Offer("Open folder", lambda: None), about="written")
    bar.tell("Saved project.")
    bar.tell("A is 1 May.")
    assert bar.all_words == ("A is 1 May.", "Saved a.png.", "Disk full")
    bar.forget("written")
    assert bar.all_words == ("A is 1 May.", "Disk full")


def test_what_is_told_of_a_project_goes_with_it_and_what_lasts_stays(bar: MessageBar) -> None:
    bar.tell("Decisions were not saved", Tone.WARNING, is_lasting=True)
    bar.tell("2 files were left out", Tone.WARNING)
    bar.clear()
    assert bar.all_words == ("Decisions were not saved",)
    assert not bar.isHidden()


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


def test_the_strip_lies_over_what_is_below_it_and_leaves_the_map_its_size(
    theme: Theme, qtbot: QtBot
) -> None:
    # Each other size makes the window wait until the engine has painted the map in it.
    centre, words, the_map = QWidget(), QLabel("What the map says"), QWidget()
    qtbot.addWidget(centre)
    rows = QVBoxLayout(centre)
    rows.addWidget(words)
    rows.addWidget(the_map, 1)
    strip = ProgressStrip(theme)
    strip.lie_over(words, the_map)
    centre.resize(600, 400)
    centre.show()
    size = the_map.size()
    strip.follow(Job("Reading articles", lambda _ticket: None))
    QApplication.processEvents()
    assert strip.isVisible()
    assert the_map.size() == size
    assert strip.pos() == words.pos()
    centre.resize(500, 400)
    QApplication.processEvents()
    assert strip.width() == words.width() < 600
    words.hide()
    QApplication.processEvents()
    assert strip.pos() == the_map.pos()


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


def test_marks_beyond_the_view_are_told_and_can_be_shown(theme: Theme, qtbot: QtBot) -> None:
    bar = StatusBar(theme)
    qtbot.addWidget(bar)
    bar.show()
    assert bar.show_all.isHidden()
    bar.set_marks(14)
    bar.set_elsewhere(3)
    assert "3 marks elsewhere" in bar.words
    assert bar.show_all.accessibleName() == "Show all marks of the day, 3 marks elsewhere"
    with qtbot.waitSignal(bar.show_all_asked):
        qtbot.keyClick(bar.show_all, Qt.Key.Key_Space)
    bar.set_elsewhere(0)
    assert bar.show_all.isHidden()
    assert "elsewhere" not in bar.words


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
