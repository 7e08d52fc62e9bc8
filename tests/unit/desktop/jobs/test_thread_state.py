"""
Jobs one after the other share what libraries keep by thread.

Qt's threads bring no interpreter state along. Where one was made for each job, pyproj read memory
that was freed with it, and the program ended at the second save.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import threading
from PySide6.QtCore import QCoreApplication
from desktop.jobs import Job, Runner
application = QCoreApplication([])
runner, kept, seen = Runner(), threading.local(), []

def work(_ticket):
    from pyproj import CRS
    kept.number = getattr(kept, "number", 0) + 1
    seen.append(kept.number)
    assert CRS.from_user_input("EPSG:4326").to_epsg() == 4326

def go_on():
    if len(seen) == 3:
        application.quit()
    else:
        job = Job("Saving", work)
        job.ended.connect(lambda _job: go_on())
        runner.start(job)

go_on()
application.exec()
assert seen == [1, 2, 3], seen
print("all done")
"""


def test_the_second_and_the_third_job_find_what_the_first_kept() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=Path(__file__).parents[4],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (ended.returncode, ended.stdout.strip()) == (0, "all done"), ended.stderr
