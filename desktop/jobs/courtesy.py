"""What lets the window move while a job keeps Python busy on another thread."""

from __future__ import annotations

import gc
import sys

from desktop.jobs.job import Job
from desktop.jobs.runner import Runner
from desktop.jobs.sweeping import Sweeper

# For so long a job may keep Python when the window wants it. The window wants it once for nearly
# every call to Qt, so that the five milliseconds that Python takes by itself add up.
_TURN_S = 0.0005


def let_the_window_move(runner: Runner) -> Sweeper:
    """
    Let jobs take short turns, and sweep the memory between them instead of in their midst.

    A large project is millions of objects. While it is made Python looks all of them over again
    and again for what hangs in circles, for up to a second each time, and no thread runs
    meanwhile. Nothing of a project hangs in circles: it goes when nobody holds it. So what is at
    hand is swept as a job begins; what the job leaves is never looked at again.

    For the program alone: this is Python's setting, not the window's.

    Args:
        runner: Whose jobs they are; it owns the sweeper.

    Returns:
        What sweeps from now on.
    """
    sweeper = Sweeper(runner)
    rests = False

    def begin(_job: Job) -> None:
        nonlocal rests
        if rests:
            rests = False
            sweeper.hurry(is_busy=True)
            gc.collect()

    def rest() -> None:
        nonlocal rests
        rests = True
        gc.freeze()
        sweeper.hurry(is_busy=False)

    rest()
    sys.setswitchinterval(_TURN_S)
    runner.started.connect(begin)
    runner.idle.connect(rest)
    return sweeper
