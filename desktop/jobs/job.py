"""One piece of work on a thread of its own, and the ticket through which it reports."""

from __future__ import annotations

import ctypes
import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, Qt, Signal

from geodata.errors import Cancelled, DatelineError

_log = logging.getLogger(__name__)


class Ticket:
    """
    What the work holds in its hand: it reports through it and learns whether to stop.

    Args:
        title: What the work is called, for the message of a stop.
        report: Called with done, total and a few words on what is being done now.
    """

    def __init__(self, title: str, report: Callable[[int, int, str], None]) -> None:
        self._title = title
        self._report = report
        self._stop = threading.Event()

    def step(self, done: int, total: int, text: str = "") -> None:
        """
        Report progress.

        Raises:
            Cancelled: The person has stopped the work.
        """
        if self._stop.is_set():
            raise Cancelled(self._title)
        self._report(done, total, text)

    def is_cancelled(self) -> bool:
        """Say whether the person has stopped the work."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()


def _nothing(_ticket: Ticket) -> None:
    return None


class Job(QObject):
    """
    A job as the window sees it. Its signals arrive on the thread that made it.

    Exactly one of `finished`, `failed` and `cancelled` comes, and after it always `ended`.

    Args:
        title: What the strip calls the work.
        work: Takes the ticket and touches no widget; what it returns goes out by `finished`.
    """

    progressed = Signal(int, int, str)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal(object)

    # A plain function joined to a signal would run on the thread that emits. So the worker only
    # emits these, which are queued to the thread of the job, and the public ones go out there.
    _stepped = Signal(int, int, str)
    _closed = Signal(str, object)

    def __init__(self, title: str, work: Callable[[Ticket], object]) -> None:
        super().__init__()
        self.title = title
        self.ticket = Ticket(title, self._stepped.emit)
        self._work = work
        self._error: Exception | None = None
        self._has_begun = False
        self._stepped.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        self._closed.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    @property
    def has_begun(self) -> bool:
        """Whether its thread has come to it, and so has left the job before it."""
        return self._has_begun

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self.ticket.cancel()

    def let_go(self) -> None:
        """Forget the work and what it held; only once its thread has left the job."""
        self._work = _nothing
        self._error = None

    def carry_out(self) -> None:
        """Do the work on the calling thread and tell how it went."""
        self._has_begun = True
        try:
            result = self._work(self.ticket)
        except Exception as error:  # noqa: BLE001 - the one place: what fails here is shown, never lost
            # Its traceback holds what the work held, and must not be let go of on this thread.
            self._error = error
            self._tell(error)
            return
        if self.ticket.is_cancelled():
            self._closed.emit("cancelled", None)
        else:
            self._closed.emit("finished", result)

    def _tell(self, error: Exception) -> None:
        # The libraries below stop with an exception of their own after they saw `is_cancelled`.
        if self.ticket.is_cancelled():
            self._closed.emit("cancelled", None)
            return
        if not isinstance(error, DatelineError):
            _log.error("%s failed", self.title, exc_info=error)
        self._closed.emit("failed", error)

    def _pass_on(self, how: str, what: object) -> None:
        if how == "finished":
            self.finished.emit(what)
        elif how == "failed":
            self.failed.emit(what)
        else:
            self.cancelled.emit()
        self.ended.emit(self)


class Carrier(QRunnable):
    """Takes a job to a thread of a pool. The runner keeps the job alive until it has ended."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        """Carry the job out."""
        _keep_thread_state()
        self._job.carry_out()


_known = threading.local()


def _keep_thread_state() -> None:
    """
    Keep the interpreter's state of this thread when the job has ended.

    Qt's threads have none of their own: it would be made for each job and thrown away after it.
    What libraries keep by thread goes with it, while they still point to it from the native
    thread: pyproj 3.7 then reads freed memory, and the second save ends the program.
    """
    if not hasattr(_known, "is_kept"):
        _known.is_kept = True
        ctypes.pythonapi.PyGILState_Ensure()
