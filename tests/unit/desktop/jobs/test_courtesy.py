"""The window moves while a job keeps Python busy: the memory is swept between jobs."""

import gc
import sys
import threading

import pytest

from desktop.jobs import Job, Runner, Sweeper, let_the_window_move

MANY = 100_000


@pytest.fixture
def polite():
    """A runner as the program has it; Python's own settings are given back."""
    turn = sys.getswitchinterval()
    runner = Runner()
    sweeper = let_the_window_move(runner)
    yield runner
    sweeper.stop()
    gc.freeze()
    sys.setswitchinterval(turn)


class Circle:
    """Hangs in itself, and tells on which thread it goes."""

    def __init__(self, gone):
        self.own = self
        self.gone = gone

    def __del__(self):
        self.gone.append(threading.current_thread())


def make_many(_ticket=None):
    return len([{"a": [n]} for n in range(MANY)])


@pytest.mark.parametrize("by", ["Python alone", "a library that switches it on"])
def test_what_hangs_in_a_circle_never_goes_on_the_thread_of_a_job(qtbot, polite, by):
    gone = []

    def work(_ticket):
        if by != "Python alone":
            gc.enable()  # as srsly does after it has read a model
        Circle(gone)
        return make_many()

    for _ in range(3):
        with qtbot.waitSignal(polite.idle):
            polite.start(Job("Making much", work))
    gc.unfreeze()
    gc.collect()
    assert gone == [threading.main_thread()] * 3


def test_a_long_job_leaves_no_circles_behind_while_it_runs(qtbot, polite):
    gone, told = [], threading.Event()

    class Last(Circle):
        def __del__(self):
            told.set()

    def work(ticket):
        Last(gone)
        while not told.is_set() and not ticket.is_cancelled():
            make_many()
        return told.is_set()

    job = Job("Making much", work)
    with qtbot.waitSignal(job.finished, timeout=60_000) as seen:
        polite.start(job)
    assert seen.args == [True]


def test_what_hangs_in_a_circle_goes_before_the_next_job(qtbot, polite):
    gone = []
    Circle(gone)
    assert not gone
    job = Job("Anything", lambda _ticket: len(gone))
    with qtbot.waitSignal(job.finished) as seen:
        polite.start(job)
    assert seen.args == [1]


def test_what_a_job_leaves_is_not_looked_at_again(qtbot, polite):
    made = []
    job = Job("Making much", lambda _ticket: [[n] for n in range(5000)])
    job.finished.connect(made.append)
    before = gc.get_freeze_count()
    with qtbot.waitSignal(polite.idle):
        polite.start(job)
    assert gc.get_freeze_count() >= before + 5000


def test_the_window_sweeps_for_itself_while_nothing_runs(qtbot, polite):
    gone = []
    Circle(gone)
    kept = [[n] for n in range(MANY)]
    qtbot.waitUntil(lambda: bool(gone), timeout=60_000)
    assert gone == [threading.main_thread()]
    assert len(kept) == MANY


def test_a_sweeper_that_stops_leaves_it_to_python_again(qapp):
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    sweeper = Sweeper()
    assert gc.get_threshold()[0] == 0
    sweeper.stop()
    assert gc.get_threshold() == (700, 10, 10)
    gc.set_threshold(*before)
