"""The port between window and page: two strings, each one typed message of the protocol."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Signal, Slot

from geodata.errors import PageError
from geodata.mapping.messages import Message, ToPage, read, to_text

_log = logging.getLogger(__name__)


class Port(QObject):
    """
    The only object that the page can reach.

    `to_page` and `from_page` are for the page; the program calls `send` and hears `received`.
    """

    to_page = Signal(str)
    received = Signal(object)

    def send(self, message: ToPage) -> None:
        """Send one message to the page."""
        self.to_page.emit(to_text(message))

    @Slot(str)
    def from_page(self, text: str) -> None:
        """Take one message from the page; what is not in the protocol is logged and dropped."""
        try:
            message: Message = read(text)
        except PageError as error:
            _log.error("%s", error)
            return
        self.received.emit(message)
