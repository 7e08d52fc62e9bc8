"""Code points of a document's text <-> positions in the text widget, which counts UTF-16 units."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

# Characters that Qt gives a meaning of its own; each is replaced by one that takes as much room.
_REPLACED: dict[str, str | int | None] = {
    "\x00": "\ufffd",
    "\u2028": "\n",
    "\u2029": "\n",
    "\ufdd0": "\ufffd",
    "\ufdd1": "\ufffd",
    "\ufffc": "\ufffd",
}
_FIRST_ASTRAL = 0x10000


def plain(text: str) -> str:
    """
    Return the text as the widget can take it, every character in its place.

    A carriage return in front of a line feed becomes an invisible space, so that one line break
    stays one line break and no offset moves.
    """
    text = text.replace("\r\n", "\u200b\n").replace("\r", "\n")
    return text.translate(str.maketrans(_REPLACED))


class Offsets:
    """
    Converts offsets within one text.

    Args:
        text: What the widget shows from its position 0.
        start: Code-point offset in the document at which it begins.
    """

    def __init__(self, text: str, start: int) -> None:
        self._start = start
        self._length = len(text)
        is_simple = text.isascii() or max(text, default="") < chr(_FIRST_ASTRAL)
        self._units = (
            None
            if is_simple
            else [0, *accumulate(2 if ord(c) >= _FIRST_ASTRAL else 1 for c in text)]
        )

    def position(self, offset: int) -> int:
        """Return the widget's position of a code point, held within the text."""
        inside = min(max(offset - self._start, 0), self._length)
        return self._units[inside] if self._units else inside

    def offset(self, position: int) -> int:
        """Return the code point that stands at a position of the widget."""
        inside = bisect_right(self._units, position) - 1 if self._units else position
        return self._start + min(max(inside, 0), self._length)
