"""
The URL scheme of the program: the page and its data come from memory, from a fixed list of names.

The content policy travels as a response header of the page. Each load gets a nonce of its own, so
an inline script that did not come from us does not run even where it got into the page.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Mapping

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QUrl
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

from geodata.mapping import Asset

SCHEME = b"dateline"
HOST = "app"
PAGE_PATH = "/index.html"
PAGE_URL = QUrl(f"{SCHEME.decode()}://{HOST}{PAGE_PATH}")

_log = logging.getLogger(__name__)


def register_scheme() -> None:
    """Make the scheme known to the web engine; must run before there is an application."""
    if QWebEngineUrlScheme.schemeByName(SCHEME).name() == SCHEME:
        return
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    flag = QWebEngineUrlScheme.Flag
    # Not LocalScheme: it would make every origin opaque, so that the page could not load its own
    # files and the server could not tell who asks.
    scheme.setFlags(flag.SecureScheme | flag.CorsEnabled | flag.FetchApiAllowed)
    QWebEngineUrlScheme.registerScheme(scheme)


def content_policy(nonce: str, tile_host: str = "") -> str:
    """
    Return the content policy of the page.

    Args:
        nonce: In lower-case hex: the engine lower-cases header values, so any other never matches.
        tile_host: The one host that pictures may come from, or empty.
    """
    own = f"{SCHEME.decode()}:"
    pictures = f"img-src {own} data: blob:" + (f" https://{tile_host}" if tile_host else "")
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {own} 'nonce-{nonce}'",
            f"style-src {own} 'unsafe-inline'",
            pictures,
            f"font-src {own} data:",
            f"connect-src {own}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


class PageServer(QWebEngineUrlSchemeHandler):
    """
    Answers requests of the page: GET only, only from itself, only names of the list.

    Args:
        page: Takes the nonce of this load and returns the page's HTML.
        files: Every other name, by its path from `/`.
        parent: Owner.
    """

    def __init__(
        self,
        page: Callable[[str], str],
        files: Mapping[str, Asset],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._files = dict(files)
        self._tile_host = ""

    def set_tile_host(self, host: str) -> None:
        """Let the next load of the page show pictures of one host; of none where it is empty."""
        self._tile_host = host

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Answer one request."""
        url = job.requestUrl()
        if job.requestMethod().data() != b"GET" or not _is_own(job.initiator()):
            _log.error("refused %s of %s", job.requestMethod().toStdString(), url.toString())
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
        elif url.host() != HOST:
            job.fail(QWebEngineUrlRequestJob.Error.UrlInvalid)
        elif url.path() == PAGE_PATH:
            self._answer_page(job)
        elif (file := self._files.get(url.path())) is not None:
            _answer(job, file.read(), file.content_type, {})
        else:
            _log.error("the page asked for %s, which is not served", url.path())
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)

    def _answer_page(self, job: QWebEngineUrlRequestJob) -> None:
        nonce = secrets.token_hex(16)
        headers = {"Content-Security-Policy": content_policy(nonce, self._tile_host)}
        _answer(job, self._page(nonce).encode(), "text/html; charset=utf-8", headers)


def _is_own(initiator: QUrl) -> bool:
    # Empty: the program itself asks.
    return initiator.isEmpty() or initiator.scheme() == SCHEME.decode()


def _answer(
    job: QWebEngineUrlRequestJob, body: bytes, content_type: str, headers: Mapping[str, str]
) -> None:
    told = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store", **headers}
    # PySide wants lists of values: a bare byte array is sent as one header per character.
    values = {QByteArray(name.encode()): [QByteArray(text.encode())] for name, text in told.items()}
    job.setAdditionalResponseHeaders(values)  # type: ignore[arg-type]
    buffer = QBuffer(job)
    buffer.setData(body)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    job.reply(content_type.encode(), buffer)
