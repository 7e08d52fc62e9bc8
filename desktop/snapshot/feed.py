"""Pictures for a job: it asks from its own thread, the studio takes them on the window's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from queue import Empty, Queue

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from desktop.jobs import Ticket
from desktop.snapshot.shot import Shot
from desktop.snapshot.studio import Studio
from geodata.errors import Cancelled, PageError

_AHEAD = 3
_ASK_AGAIN_S = 0.2
Wanted = tuple[bytes, Shot]
"""The content, from `geodata.mapping.page_data`, and what to take of it."""


class Feed(QObject):
    """
    Hands pictures over in the order of their shots.

    Args:
        studio: Takes them.
        parent: Owner.
    """

    _wanted = Signal(object)  # Wanted

    def __init__(self, studio: Studio, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._taken: Queue[QImage | str] = Queue()
        self._wanted.connect(self._shoot, Qt.ConnectionType.QueuedConnection)

    def images(self, wanted: Iterable[Wanted], ticket: Ticket) -> Iterator[QImage]:
        """
        Yield the picture of each; to be called on the thread of a job.

        Raises:
            Cancelled: The person stopped the job.
            PageError: A picture could not be taken.
        """
        under_way = 0
        coming = iter(wanted)
        while True:
            # A few ahead, so that the camera need not wait for the encoder.
            while under_way < _AHEAD and (one := next(coming, None)) is not None:
                under_way += 1
                self._wanted.emit(one)
            if not under_way:
                return
            yield self._next(ticket)
            under_way -= 1

    def _next(self, ticket: Ticket) -> QImage:
        while True:
            if ticket.is_cancelled():
                raise Cancelled("The painting")
            try:
                taken = self._taken.get(timeout=_ASK_AGAIN_S)
            except Empty:
                continue
            if isinstance(taken, str):
                raise PageError(taken, todo="Try again; if it happens again, report it.")
            return taken

    def _shoot(self, wanted: Wanted) -> None:
        self._studio.shoot(*wanted, self._taken.put, self._taken.put)
