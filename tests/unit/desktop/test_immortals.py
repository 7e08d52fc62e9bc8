"""PySide6 6.12 takes references of None and True away; before Python 3.12 that ended the program."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

MANY_SIGNALS = """
import desktop
from PySide6.QtCore import QObject, QSettings, Signal

class Teller(QObject):
    told = Signal(object)

teller, heard = Teller(), []
for n in range(60_000):
    teller.told.emit(n)
    teller.objectName(), teller.setObjectName("a")
print("still here")
"""


def test_the_program_outlives_sixty_thousand_signals():
    done = subprocess.run(
        [sys.executable, "-c", MANY_SIGNALS], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "still here"), done.stderr
