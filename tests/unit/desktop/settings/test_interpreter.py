"""None, True and False outlive the drawing of many windows."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
from desktop.settings.interpreter import keep_constants_alive
keep_constants_alive()
keep_constants_alive()
from PySide6.QtCore import QRectF
box = QRectF(0, 0, 1, 1)
for _ in range(100_000):
    box.setWidth(2)
print("alive")
"""


def test_many_calls_that_return_nothing_do_not_end_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout == "alive\n", done.stderr
