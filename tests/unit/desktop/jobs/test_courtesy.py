"""The window moves while a job keeps Python busy: the memory is swept between jobs."""

import gc
import sys

import pytest

from desktop.jobs import Job, Runner, let_the_window_move


@pytest.fixture
def restored():
    """Give Python's own settings back."""
    threshold, turn = gc.get_threshold(), sys.getswitchinterval()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)
    sys.setswitchinterval(turn)


def test_no_full_sweep_happens_in_the_midst_of_a_job(qtbot, restored):
    runner = Runner()
    let_the_window_move(runner)
    seen = []

    def work(_ticket):
        seen.append(gc.get_threshold()[2])
        return [{"a": n} for n in range(1000)]

    job = Job("Making much", work)
    with qtbot.waitSignal(runner.idle):
        runner.start(job)
    assert seen[0] > 1000 * gc.get_threshold()[2]


def test_what_hangs_in_a_circle_goes_before_the_next_job(qtbot, restored):
    runner = Runner()
    let_the_window_move(runner)

    class Circle:
        gone = False

        def __init__(self):
            self.own = self

        def __del__(self):
            Circle.gone = True

    Circle()
    assert not Circle.gone
    with qtbot.waitSignal(runner.idle):
        runner.start(Job("Anything", lambda _ticket: Circle.gone))
    assert Circle.gone


def test_what_a_job_leaves_is_not_looked_at_again(qtbot, restored):
    runner = Runner()
    let_the_window_move(runner)
    made = []
    job = Job("Making much", lambda _ticket: [[n] for n in range(5000)])
    job.finished.connect(made.append)
    before = gc.get_freeze_count()
    with qtbot.waitSignal(runner.idle):
        runner.start(job)
    assert gc.get_freeze_count() >= before + 5000
