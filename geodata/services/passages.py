"""The sentence around a place name, for a reader who asks where an article speaks of it."""

from __future__ import annotations

import re

from geodata.domain.spans import Span

# An end of a sentence: not after an initial or a title such as “U.S.” or “Gen.”.
_END = re.compile(
    r"(?<![A-Z]\.[A-Z])(?<!\b[A-Z])(?<!\b(?:Mr|Dr|St|Lt|No))(?<!\b(?:Gen|Col|Maj|Sgt|Mrs|Sen|Rep|Gov))"
    r"[.!?]+[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n+"
)
_MOST = 320


def sentence_around(text: str, span: Span) -> str:
    """Return the sentence that holds a span, on one line; a very long one is cut at its ends."""
    start, end = 0, len(text)
    for cut in _END.finditer(text):
        if cut.end() <= span.start:
            start = cut.end()
        elif cut.start() >= span.end:
            end = cut.end()
            break
    return _clipped(text, start, end, span)


def _clipped(text: str, start: int, end: int, span: Span) -> str:
    first = max(start, span.start - _MOST // 2)
    last = min(end, span.end + _MOST // 2)
    if first > start:
        first = text.find(" ", first, span.start) + 1 or first
    if last < end:
        found = text.rfind(" ", span.end, last)
        last = found if found > 0 else last
    words = " ".join(text[first:last].split())
    return f"{'… ' if first > start else ''}{words}{' …' if last < end else ''}"
