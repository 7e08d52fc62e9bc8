"""Print every figure that Dateline is measured by, side by side. Nothing here passes or fails."""

from __future__ import annotations

import importlib
import sys

NAMES = ("temporal", "geoparsing", "claims", "start_up")


def main() -> int:
    """Run the benchmarks that are named, or all of them."""
    wanted = sys.argv[1:] or NAMES
    for name in wanted:
        print(f"\n== {name}", flush=True)
        importlib.import_module(f"tests.benchmarks.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
