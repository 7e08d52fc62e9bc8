"""How long starting takes: the command line, the gazetteer, reading the sample, the two exports."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
RUNS = 3


def main() -> None:
    """Print the best of three runs, in seconds, and each as a ratio to a bare interpreter."""
    print(f"{'gazetteer opens and finds':32s} {min(_opened() for _ in range(RUNS)):7.3f} s")
    with tempfile.TemporaryDirectory() as folder:
        rows: dict[str, Callable[[], object]] = {
            "bare interpreter": lambda: _run("-c", "pass"),
            "dateline --help": lambda: _run("-m", "desktop", "--help"),
            "dateline geocode Agadez": lambda: _run("-m", "desktop", "geocode", "Agadez"),
            "dateline extract (5 articles)": lambda: _run("-m", "desktop", "extract", "seeds"),
            "dateline export … map.html": lambda: _export(folder, "html"),
            "dateline export … map.png": lambda: _export(folder, "png"),
        }
        bare = 0.0
        for name, act in rows.items():
            seconds = min(_timed(act) for _ in range(RUNS))
            bare = bare or seconds
            print(f"{name:32s} {seconds:7.2f} s {seconds / bare:8.1f} x")


def _opened() -> float:
    """Return how long a gazetteer takes to open and answer, without the imports before it."""
    from geodata.gazetteer import Gazetteer

    started = time.perf_counter()
    Gazetteer().country("NE")
    return time.perf_counter() - started


def _timed(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def _export(folder: str, ending: str) -> None:
    target = str(Path(folder) / f"map.{ending}")
    _run("-m", "desktop", "export", "seeds", "--on", "2024-05-20", "--force", "-o", target)


def _run(*arguments: str) -> None:
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, check=True
    )


if __name__ == "__main__":
    main()
