"""Ctrl+C, with what was done until then."""

from __future__ import annotations


class Stopped(KeyboardInterrupt):
    """The person pressed Ctrl+C; the words say how far the verb was."""
