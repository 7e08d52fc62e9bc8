"""None, True and False outlive the drawing of many windows; imports are not looked through."""

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


IMPORTING = """
import linecache
from desktop.settings.interpreter import spare_imports
spare_imports()
import colorsys
import geodata.domain.claims
from PySide6.QtCore import QObject
print(QObject().objectName() == "", *(n for n in ("colorsys", "claims") if any(n in f for f in linecache.cache)))
"""


def test_pyside_reads_the_source_of_no_module_that_is_imported_after_it() -> None:
    # A tenth of the start went there; a newer PySide may name its inner part otherwise.
    done = subprocess.run(
        [sys.executable, "-c", IMPORTING], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout == "True\n", done.stderr
