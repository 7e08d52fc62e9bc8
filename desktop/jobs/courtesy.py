"""What lets the window move while a job keeps Python busy on another thread."""

from __future__ import annotations

import gc
import sys

from desktop.jobs.job import Job
from desktop.jobs.runner import Runner

# For so long a job may keep Python when the window wants it. The window wants it once for nearly
# every call to Qt, so that the five milliseconds that Python takes by itself add up.
_TURN_S = 0.0005
_YOUNG, _MIDDLE, _OLD = 20_000, 20, 10
_NEVER = 1_000_000


def let_the_window_move(runner: Runner) -> None:
    """
    Let jobs take short turns, and sweep the memory between them instead of in their midst.

    A large project is millions of objects. While it is made Python looks all of them over again
    and again for what hangs in circles, for up to a second each time, and no thread runs
    meanwhile. Nothing of a project hangs in circles: it goes when nobody holds it. So what is at
    hand is swept as a job begins; what the job leaves is never looked at again.

    For the program alone: this is Python's setting, not the window's.

    Args:
        runner: Whose jobs they are.
    """
    rests = False

    def begin(_job: Job) -> None:
        nonlocal rests
        if rests:
            rests = False
            gc.collect()
            gc.set_threshold(_YOUNG, _MIDDLE, _NEVER)

    def rest() -> None:
        nonlocal rests
        rests = True
        gc.freeze()
        gc.set_threshold(_YOUNG, _MIDDLE, _OLD)

    rest()
    sys.setswitchinterval(_TURN_S)
    runner.started.connect(begin)
    runner.idle.connect(rest)
