"""The page object: stays where it is, opens nothing, asks for nothing, and logs what it says."""

from __future__ import annotations

import logging

from PySide6.QtCore import QFile, QIODevice, QObject, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineCertificateError,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineScript,
)

from desktop.webmap.guard import Guard, is_allowed
from desktop.webmap.scheme import PAGE_URL

_log = logging.getLogger("dateline.page")
_REFUSAL = "dateline-refused "
_FRAME = "dateline-frame"
_WATCH_POLICY = (
    "document.addEventListener('securitypolicyviolation', event => "
    f"console.info('{_REFUSAL}' + event.blockedURI));"
)
_LEVELS = {
    QWebEnginePage.JavaScriptConsoleMessageLevel.InfoMessageLevel: logging.INFO,
    QWebEnginePage.JavaScriptConsoleMessageLevel.WarningMessageLevel: logging.WARNING,
    QWebEnginePage.JavaScriptConsoleMessageLevel.ErrorMessageLevel: logging.ERROR,
}


class MapPage(QWebEnginePage):
    """
    The one page that is ever loaded.

    Args:
        profile: From `make_profile`.
        guard: Is told of what the content policy and the navigation rule refuse.
        parent: Owner.
    """

    link_asked = Signal(QUrl)
    frame_passed = Signal()
    complained = Signal(str)

    def __init__(self, profile: QWebEngineProfile, guard: Guard, parent: QObject) -> None:
        super().__init__(profile, parent)
        self._guard = guard
        self.permissionRequested.connect(_deny)
        self.certificateError.connect(_reject)
        self.scripts().insert([_channel_script(), _policy_watch()])

    def run_and_paint(self, script: str) -> None:
        """Run a script beside the page's own; `frame_passed` tells when its result was painted."""
        after = (
            f"requestAnimationFrame(() => requestAnimationFrame(() => console.info('{_FRAME}')))"
        )
        world = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
        self.runJavaScript(f"{script};{after}", world)

    def acceptNavigationRequest(
        self,
        url: QUrl | str,
        kind: QWebEnginePage.NavigationType,
        is_main_frame: bool,
    ) -> bool:
        """Accept the page itself; offer web links to the person; refuse the rest."""
        asked = QUrl(url)
        if is_main_frame and asked == PAGE_URL:
            return True
        clicked = kind == QWebEnginePage.NavigationType.NavigationTypeLinkClicked
        if clicked and asked.scheme() in {"http", "https"}:
            self.link_asked.emit(asked)
        elif not is_allowed(asked):
            self._guard.note(asked.toString())
        return False

    def createWindow(self, _kind: QWebEnginePage.WebWindowType) -> QWebEnginePage | None:  # type: ignore[override]
        """Open nothing."""
        return None

    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        line: int,
        source: str,
    ) -> None:
        """Log what the page says; errors as errors, so that tests fail on them."""
        if message.startswith(_REFUSAL):
            self._guard.note(message.removeprefix(_REFUSAL))
        elif message == _FRAME:
            self.frame_passed.emit()
        else:
            _log.log(_LEVELS[level], "%s (%s:%d)", message, source, line)
            if level == QWebEnginePage.JavaScriptConsoleMessageLevel.ErrorMessageLevel:
                self.complained.emit(message)


def _channel_script() -> QWebEngineScript:
    # Injected rather than linked, so that the content policy need not name a second scheme and
    # the same page runs alone, where there is no channel.
    file = QFile(":/qtwebchannel/qwebchannel.js")
    file.open(QIODevice.OpenModeFlag.ReadOnly)
    source = file.readAll().toStdString()
    return _script("channel", source, QWebEngineScript.ScriptWorldId.MainWorld)


def _policy_watch() -> QWebEngineScript:
    return _script("policy-watch", _WATCH_POLICY, QWebEngineScript.ScriptWorldId.ApplicationWorld)


def _script(name: str, source: str, world: QWebEngineScript.ScriptWorldId) -> QWebEngineScript:
    script = QWebEngineScript()
    script.setName(name)
    script.setSourceCode(source)
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setWorldId(world.value)
    return script


def _deny(permission: QWebEnginePermission) -> None:
    permission.deny()


def _reject(error: QWebEngineCertificateError) -> None:
    error.rejectCertificate()
