"""One loaded map page without a widget: profile, page, port and server joined."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile

from desktop.webmap.guard import Guard
from desktop.webmap.page import MapPage
from desktop.webmap.port import Port
from desktop.webmap.profile import make_profile
from desktop.webmap.scheme import PAGE_URL, PageServer
from geodata.mapping import Asset
from geodata.mapping.messages import PROTOCOL, Failed, Message, Ready, ToPage


@dataclass(frozen=True, slots=True)
class PageSource:
    """
    What the page is made of.

    Args:
        html: Takes the nonce of a load and returns the page.
        files: Everything else that it may ask for, by path.
    """

    html: Callable[[str], str]
    files: Mapping[str, Asset]


class WebMap(QObject):
    """
    The page, loaded once, and the road to it.

    Args:
        source: What to serve.
        guard: Refuses and counts what would leave this machine.
        parent: Owner.
    """

    ready = Signal()
    received = Signal(object)
    failed = Signal(str)
    link_asked = Signal(QUrl)

    def __init__(self, source: PageSource, guard: Guard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.guard = guard
        self.port = Port(self)
        server = self._server = PageServer(source.html, source.files, self)
        self._channel = QWebChannel(self)
        self._channel.registerObject("port", self.port)
        self._profile = make_profile(guard, server)
        self.page = MapPage(self._profile, guard, self)
        # Children go in the order in which they came, and the page has to go before its profile.
        self._profile.setParent(self)
        self.page.setWebChannel(self._channel)
        self._is_ready = False
        self.port.received.connect(self._on_received)
        self.page.complained.connect(self._on_complained)
        self.page.loadFinished.connect(self._on_loaded)
        self.page.renderProcessTerminated.connect(self._on_terminated)
        self.page.link_asked.connect(self.link_asked)

    def load(self) -> None:
        """Load the page, or load it anew."""
        self.page.load(PAGE_URL)

    def load_with_tiles_of(self, host: str) -> None:
        """Load the page anew, allowed to show pictures of one host; of none where it is empty."""
        self._is_ready = False
        self.guard.admit(host)
        self._server.set_tile_host(host)
        cache = QWebEngineProfile.HttpCacheType
        # Providers ask that a tile is not fetched twice; nothing is kept on the disk.
        self._profile.setHttpCacheType(cache.MemoryHttpCache if host else cache.NoCache)
        self.load()

    def send(self, message: ToPage) -> None:
        """Send one message to the page."""
        self.port.send(message)

    def _on_received(self, message: Message) -> None:
        if isinstance(message, Ready):
            self._greet(message)
        elif isinstance(message, Failed):
            self.failed.emit(message.what)
        self.received.emit(message)

    def _greet(self, message: Ready) -> None:
        self._is_ready = True
        if message.protocol == PROTOCOL:
            self.ready.emit()
        else:
            self.failed.emit(
                f"The map page speaks protocol {message.protocol}, the window {PROTOCOL}. "
                "Install Dateline again."
            )

    def _on_complained(self, what: str) -> None:
        # Until it is joined to the port, a page has no other way to say that it cannot start.
        if not self._is_ready:
            self.failed.emit(f"The map page could not start: {what}")

    def _on_loaded(self, is_loaded: bool) -> None:
        if not is_loaded:
            self.failed.emit("The map page could not be loaded.")

    def _on_terminated(
        self, status: QWebEnginePage.RenderProcessTerminationStatus, code: int
    ) -> None:
        if status != QWebEnginePage.RenderProcessTerminationStatus.NormalTerminationStatus:
            self.failed.emit(f"The map stopped working ({status.name}, code {code}).")
