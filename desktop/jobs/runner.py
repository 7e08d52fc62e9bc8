"""The lane in which jobs on the project run, one after the other."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from desktop.jobs.job import Carrier, Job

_LOOK_MS = 20


class Runner(QObject):
    """
    Runs jobs in the order in which they were given, one at a time.

    One lane is enough and keeps the project consistent: each job starts from the project that
    the job before it left.

    Args:
        parent: Owner.
    """

    started = Signal(object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        # Its one thread stays: what is kept by thread is kept once.
        self._pool.setExpiryTimeout(-1)
        self._pool.setObjectName("dateline-jobs")
        self._jobs: list[Job] = []
        # The thread may still stand in a job that has told its end. Were it the last to let go,
        # the job and all that its work holds, widgets too, would be destroyed there.
        self._spent: list[Job] = []
        self._letting_go = QTimer(self)
        self._letting_go.setInterval(_LOOK_MS)
        self._letting_go.timeout.connect(self._let_go)

    @property
    def is_busy(self) -> bool:
        """Whether a job runs or waits."""
        return bool(self._jobs)

    def start(self, job: Job) -> None:
        """Put a job at the end of the lane."""
        self._jobs.append(job)
        job.ended.connect(self._drop)
        self.started.emit(job)
        self._pool.start(Carrier(job))

    def cancel_all(self) -> None:
        """Ask every job to stop; those that wait stop before they begin."""
        for job in self._jobs:
            job.cancel()

    def wait(self, timeout_ms: int = 10_000) -> bool:
        """Block until the lane is empty; only for the end of the program."""
        return self._pool.waitForDone(timeout_ms)

    def _drop(self, job: Job) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
            self._spent.append(job)
            self._letting_go.start()
        if not self._jobs:
            self.idle.emit()

    def _let_go(self) -> None:
        goes_on = any(job.has_begun for job in self._jobs)
        if goes_on or self._pool.activeThreadCount() == 0:
            for job in self._spent:
                job.let_go()
            self._spent.clear()
            self._letting_go.stop()
