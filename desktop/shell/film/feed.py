"""Pictures for a job: it asks from its own thread, the studio takes them on the window's."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from queue import Empty, Queue

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from desktop.jobs import Ticket
from desktop.snapshot import Shot, Studio
from geodata.errors import Cancelled, PageError

_AHEAD = 3
_ASK_AGAIN_S = 0.2


class Feed(QObject):
    """
    Hands pictures over in the order of their shots.

    Args:
        studio: Takes them.
        data: The content, from `geodata.mapping.page_data`.
        parent: Owner.
    """

    _wanted = Signal(object)  # Shot

    def __init__(self, studio: Studio, data: bytes, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._data = data
        self._taken: Queue[QImage | str] = Queue()
        self._wanted.connect(self._shoot, Qt.ConnectionType.QueuedConnection)

    def images(self, shots: Iterable[Shot], ticket: Ticket) -> Iterator[tuple[Shot, QImage]]:
        """
        Yield each shot with its picture; to be called on the thread of a job.

        Raises:
            Cancelled: The person stopped the job.
            PageError: A picture could not be taken.
        """
        under_way: deque[Shot] = deque()
        coming = iter(shots)
        while True:
            # A few ahead, so that the camera need not wait for the encoder.
            while len(under_way) < _AHEAD and (shot := next(coming, None)) is not None:
                under_way.append(shot)
                self._wanted.emit(shot)
            if not under_way:
                return
            yield under_way.popleft(), self._next(ticket)

    def _next(self, ticket: Ticket) -> QImage:
        while True:
            if ticket.is_cancelled():
                raise Cancelled("The animation")
            try:
                taken = self._taken.get(timeout=_ASK_AGAIN_S)
            except Empty:
                continue
            if isinstance(taken, str):
                raise PageError(taken, todo="Try again; if it happens again, report it.")
            return taken

    def _shoot(self, shot: Shot) -> None:
        self._studio.shoot(self._data, shot, self._taken.put, self._taken.put)
