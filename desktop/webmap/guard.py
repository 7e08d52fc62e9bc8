"""Refuses and counts every request that would leave this machine."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWebEngineCore import QWebEngineUrlRequestInfo, QWebEngineUrlRequestInterceptor

from desktop.webmap.scheme import SCHEME

_OWN_SCHEMES = frozenset({SCHEME.decode(), "data", "blob"})
_CHANNEL_SCRIPT = QUrl("qrc:///qtwebchannel/qwebchannel.js")

_log = logging.getLogger(__name__)


class Guard(QWebEngineUrlRequestInterceptor):
    """
    Lets through what comes from the program itself and nothing else, but for pictures of the one
    host that a person has chosen to draw the map from.

    What the content policy or the page refused before a request was made is told here as well,
    so that `refused` holds every attempt.
    """

    refusal = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._refused: list[str] = []
        self._host = ""
        self._admitted = 0

    @property
    def refused(self) -> tuple[str, ...]:
        """Every address that was asked for and refused, in order."""
        return tuple(self._refused)

    @property
    def host(self) -> str:
        """The host that is asked for tiles, or empty."""
        return self._host

    @property
    def admitted(self) -> int:
        """How many requests were let out to a host that a person chose."""
        return self._admitted

    def admit(self, host: str) -> None:
        """Let pictures of one host through from now on, and of no other; none where it is empty."""
        self._host = host

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Block a request that is not the program's own."""
        url = info.requestUrl()
        if self._is_chosen(url, info.resourceType()):
            self._admitted += 1
        elif not is_allowed(url):
            info.block(True)
            self.note(url.toString())

    def _is_chosen(self, url: QUrl, kind: QWebEngineUrlRequestInfo.ResourceType) -> bool:
        is_picture = kind == QWebEngineUrlRequestInfo.ResourceType.ResourceTypeImage
        is_secure = url.scheme() == "https"
        return bool(self._host) and is_picture and is_secure and url.host() == self._host

    def note(self, address: str) -> None:
        """Count an attempt that was refused."""
        _log.error("refused a request to %s", address)
        self._refused.append(address)
        self.refusal.emit(address)


def is_allowed(url: QUrl) -> bool:
    """Say whether an address is served from inside the program."""
    return url.scheme() in _OWN_SCHEMES or url == _CHANNEL_SCRIPT
