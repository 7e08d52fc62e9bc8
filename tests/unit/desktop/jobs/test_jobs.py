"""Jobs finish, fail and stop, and tell it on the thread of the window."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from desktop.jobs import Job, Runner, Ticket
from geodata.errors import Cancelled, NoArticles


def started(runner: Runner, qtbot: QtBot, job: Job) -> None:
    with qtbot.waitSignal(job.ended, timeout=5000):
        runner.start(job)


def test_a_job_hands_over_its_result_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    heard: list[tuple[object, str]] = []
    where: list[str] = []

    def work(ticket: Ticket) -> int:
        where.append(threading.current_thread().name)
        ticket.step(1, 2, "half")
        return 7

    job = Job("Counting", work)
    job.finished.connect(lambda result: heard.append((result, threading.current_thread().name)))
    steps: list[tuple[int, int, str]] = []
    job.progressed.connect(lambda *step: steps.append(step))
    started(Runner(), qtbot, job)

    assert heard == [(7, "MainThread")]
    assert where != ["MainThread"]
    assert steps == [(1, 2, "half")]


def test_an_error_is_told_and_does_not_stop_the_lane(qtbot: QtBot) -> None:
    def work(_ticket: Ticket) -> None:
        raise NoArticles("empty-folder")

    runner = Runner()
    job = Job("Reading", work)
    errors: list[Exception] = []
    job.failed.connect(errors.append)
    started(runner, qtbot, job)
    assert [type(e) for e in errors] == [NoArticles]

    after = Job("After", lambda _ticket: "fine")
    results: list[object] = []
    after.finished.connect(results.append)
    started(runner, qtbot, after)
    assert results == ["fine"]
    assert not runner.is_busy


@pytest.mark.parametrize("own_exception", [False, True])
def test_a_stopped_job_keeps_nothing(qtbot: QtBot, own_exception: bool) -> None:
    entered, go_on = threading.Event(), threading.Event()

    def work(ticket: Ticket) -> str:
        entered.set()
        go_on.wait(5)
        if own_exception and ticket.is_cancelled():
            raise RuntimeError("a library's own way to stop")
        ticket.step(1, 1)
        return "should not be kept"

    job = Job("Reading", work)
    outcome: list[str] = []
    job.finished.connect(lambda _: outcome.append("finished"))
    job.failed.connect(lambda _: outcome.append("failed"))
    job.cancelled.connect(lambda: outcome.append("cancelled"))
    runner = Runner()
    with qtbot.waitSignal(job.ended, timeout=5000):
        runner.start(job)
        assert entered.wait(5)
        runner.cancel_all()
        go_on.set()
    assert outcome == ["cancelled"]


def test_jobs_run_one_after_the_other_in_order(qtbot: QtBot) -> None:
    order: list[int] = []
    runner = Runner()
    jobs = [Job(str(n), lambda _t, n=n: order.append(n)) for n in range(5)]
    with qtbot.waitSignal(runner.idle, timeout=5000):
        for job in jobs:
            runner.start(job)
    assert order == [0, 1, 2, 3, 4]


def test_a_ticket_stops_at_its_next_step() -> None:
    seen: list[int] = []
    ticket = Ticket("Reading", lambda done, _total, _text: seen.append(done))
    ticket.step(1, 3)
    ticket.cancel()
    with pytest.raises(Cancelled):
        ticket.step(2, 3)
    assert seen == [1]


def test_what_a_job_held_goes_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    gone: list[str] = []

    class Held:
        def __del__(self) -> None:
            gone.append(threading.current_thread().name)

        def work(self, _ticket: Ticket) -> None:
            raise NoArticles("empty-folder")

    runner = Runner()
    for _ in range(50):
        with qtbot.waitSignal(runner.idle, timeout=5000):
            runner.start(Job("Reading", Held().work))
    qtbot.waitUntil(lambda: len(gone) == 50, timeout=5000)
    assert gone == ["MainThread"] * 50
