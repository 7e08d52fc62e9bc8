"""How long a picture takes: from the command line, and of a camera that is warm."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from desktop.snapshot import close_camera, open_camera, picture, shot_of  # noqa: E402
from geodata.mapping import page_data  # noqa: E402
from geodata.services import (  # noqa: E402
    default_resources,
    open_project,
    page_content,
    sample_folder,
)
from geodata.sheets import SHEETS, PictureChoice  # noqa: E402

DAY = date(2024, 5, 20)
RUNS = 3


def main() -> None:
    """Print seconds, best of three runs each; the first warms caches up."""
    with tempfile.TemporaryDirectory() as folder:
        project, target = Path(folder) / "niger.gpkg", Path(folder) / "map.png"
        _run("import", str(sample_folder()), "-o", str(project))
        whole = _best("export", str(project), "--on", DAY.isoformat(), "--force", "-o", str(target))
        start = _best("info", str(project))
        print(f"dateline export map.png: {whole:.2f} s; start and project alone: {start:.2f} s")
    resources = default_resources()
    project_read = open_project([sample_folder()], resources)
    camera = open_camera()
    camera.set_content(page_data(page_content(project_read, resources)))
    for sheet in SHEETS.values():
        seconds = []
        for is_dark in (False, True, False):
            shot = shot_of(
                project_read,
                PictureChoice(sheet, is_dark=is_dark),
                on=DAY,
                known_by=project_read.last_known,
            )
            started = time.perf_counter()
            picture(camera, shot)
            seconds.append(time.perf_counter() - started)
        print(
            f"  {sheet.name:12s} {sheet.width_px:5d} x {sheet.height_px:5d} {min(seconds):6.2f} s"
        )
    close_camera(camera)


def _run(*words: str) -> float:
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "desktop", *words], cwd=ROOT, check=True, capture_output=True
    )
    return time.perf_counter() - started


def _best(*words: str) -> float:
    return min(_run(*words) for _ in range(RUNS))


if __name__ == "__main__":
    main()
