"""`python -m geodata.cli`: the command line without the desktop part; it writes no pictures."""

from __future__ import annotations

import sys

from geodata.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
