"""`python -m geodata.gazetteer [TARGET]`: build the gazetteer and tell how far it is."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from geodata.errors import DatelineError
from geodata.gazetteer.building import build
from geodata.gazetteer.freshness import default_path, is_current


def main(arguments: list[str] | None = None) -> int:
    """Build the gazetteer; return 0, or 1 after an error that was told."""
    parser = argparse.ArgumentParser(prog="python -m geodata.gazetteer", description=main.__doc__)
    parser.add_argument("target", nargs="?", type=Path, default=default_path())
    parser.add_argument("--if-needed", action="store_true", help="leave a current file alone")
    options = parser.parse_args(arguments)
    if options.if_needed and is_current(options.target):
        return 0
    try:
        build(options.target, _show)
    except DatelineError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    return 0


def _show(step: str, fraction: float) -> None:
    """One line that rewrites itself on a terminal; a line a step in a log."""
    line = f"Building the gazetteer: {fraction:4.0%} {step}"
    if sys.stdout.isatty():
        print(f"\r\x1b[K{line}", end="\n" if fraction >= 1 else "", flush=True)
    else:
        print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
