"""Keeps what Qt and the web engine say of graphics drivers off the terminal, and in the log."""

from __future__ import annotations

import logging
import os

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_log = logging.getLogger("qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.DEBUG,
    # Without a graphics card Qt warns of each driver that it does without, on every start.
    QtMsgType.QtWarningMsg: logging.INFO,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
# Fatal ones only; anything that a person set is kept.
_ENGINE_FLAGS = "--log-level=3"


def keep_quiet() -> None:
    """Send Qt's messages to the log; call it before the application is made."""
    os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", _ENGINE_FLAGS)
    qInstallMessageHandler(_to_log)


def _to_log(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    _log.log(_LEVELS.get(kind, logging.INFO), message)
