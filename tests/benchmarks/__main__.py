"""Print every figure that Dateline is measured by, side by side. Nothing here passes or fails."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
NAMES = (
    *("temporal", "geoparsing", "claims", "pipeline", "compiling"),
    *("start_up", "window_start", "scrubbing", "workbench", "exports", "films"),
)


def main() -> int:
    """Run the benchmarks that are named, or all of them; `--quick` shortens that of scrubbing."""
    given = [word for word in sys.argv[1:] if word.startswith("-")]
    wanted = [word for word in sys.argv[1:] if word not in given] or NAMES
    for name in wanted:
        print(f"\n== {name}", flush=True)
        options = ["--peer"] if name == "temporal" else given if name == "scrubbing" else []
        subprocess.run([sys.executable, str(HERE / f"{name}.py"), *options], check=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
