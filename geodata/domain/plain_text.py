"""Text that every format can hold, and that stands in its place beside other text."""

from __future__ import annotations

import re

# XML and databases know no control characters but these three; half of a surrogate pair is no
# text in any encoding. U+FFFE and U+FFFF are no characters.
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_STAND_IN = "\ufffd"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def plain(text: str) -> str:
    """Return the text with characters that no file format takes as U+FFFD, one for one."""
    return _NO_TEXT.sub(_STAND_IN, text)


def apart(text: str) -> str:
    """
    Return a name so that it takes nothing along that follows it (Unicode Bidirectional Algorithm).

    Letters that run from right to left would pull a number behind them to their other side.
    """
    return f"\u2068{text}\u2069" if _RIGHT_TO_LEFT.search(text) else text
