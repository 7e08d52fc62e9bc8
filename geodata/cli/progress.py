"""One line on the terminal that tells how far a long verb is."""

from __future__ import annotations

import shutil
import sys

from geodata.domain.plain_text import plain

_CLEAR = "\r\x1b[2K"


class ProgressLine:
    """
    Rewrites one line on stderr where that is a terminal; elsewhere it says nothing.

    It also remembers how far it got, for the message of a stop.

    Args:
        done_words: What is counted.
    """

    def __init__(self, done_words: str = "files read") -> None:
        self._done_words = done_words
        self._is_shown = sys.stderr.isatty()
        self.done = 0
        self.total = 0

    def step(self, done: int, total: int, name: str) -> None:
        """Tell that so many of all files are done, and which one is next."""
        self.done, self.total = done, total
        if self._is_shown and total > 1:
            width = shutil.get_terminal_size().columns - 1
            what = f" · {name}" if name else ""
            line = plain(f"dateline: {done} of {total} {self._done_words}{what}")
            print(f"{_CLEAR}{line[:width]}", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        """Take the line away."""
        if self._is_shown and self.total > 1:
            print(_CLEAR, end="", file=sys.stderr, flush=True)
