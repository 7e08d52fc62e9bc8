"""What the web engine needs of the machine, asked before it starts: it would abort the program."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from geodata.errors import ServiceError

_SWITCH = "QTWEBENGINE_DISABLE_SANDBOX"


class SandboxUnavailable(ServiceError):
    """The web engine's sandbox cannot start under this account."""

    def __init__(self) -> None:
        super().__init__(
            "The map's web engine cannot start its sandbox as root.",
            todo="Run Dateline as an ordinary user, or, in a container that you trust, "
            f"set {_SWITCH}=1 to go without the sandbox.",
        )


def check_sandbox(environment: Mapping[str, str] = os.environ) -> None:
    """
    Make sure that the web engine can start.

    Raises:
        SandboxUnavailable: This is root on Linux, and the sandbox was not switched off by hand.
    """
    is_root = sys.platform == "linux" and os.geteuid() == 0
    if is_root and environment.get(_SWITCH) != "1":
        raise SandboxUnavailable


def web_engine_version() -> str:
    """Return the version of the web engine and of the Chromium inside it."""
    from PySide6.QtWebEngineCore import qWebEngineChromiumVersion, qWebEngineVersion

    return f"{_as_text(qWebEngineVersion())} (Chromium {_as_text(qWebEngineChromiumVersion())})"


def _as_text(version: str | bytes | bytearray | memoryview) -> str:
    return version if isinstance(version, str) else bytes(version).decode()
