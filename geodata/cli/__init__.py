"""The command line: every verb works without a window."""

from geodata.cli.main import main

__all__ = ["main"]
