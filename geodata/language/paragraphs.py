"""Where paragraphs end in plain text, lines that were cut at a column taken into account."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BULLET = re.compile(r"\s*(?:[-*•–—·▪]|\d{1,2}[.)]|\(?[a-z]\))\s+")
_DATELINE = re.compile(r"[A-Z][A-Z'’.]{2,}[^\n;:!?]{0,50}?(?:\([^)\n]*\)\s*)?(?:--|[-–—])\s(?=\S)")
_WRAP_MAX = 100
_SHORT_LINE = 50


def is_wrapped(text: str) -> bool:
    """Say whether lines are cut at a column rather than at the end of paragraphs."""
    lines = [len(line) for line in text.splitlines() if line.strip()]
    return (
        len(lines) > 5 and max(lines) <= _WRAP_MAX and sorted(lines)[len(lines) // 2] > _SHORT_LINE
    )


def ends_paragraph(text: str, start: int, end: int, *, wrapped: bool) -> bool:
    """
    Say whether the white space at `text[start:end]` ends a paragraph or a heading.

    Args:
        text: The whole text.
        start: Where the white space begins.
        end: Where it ends.
        wrapped: What `is_wrapped` says of the text.
    """
    breaks = text.count("\n", start, end)
    if not breaks:
        return False
    if breaks > 1 or not wrapped:
        return True
    before = text[:start].rsplit("\n", 1)[-1]
    return len(before) < _SHORT_LINE or bool(_BULLET.match(text[end : end + 20]))


def start_sentences(doc: Doc) -> Doc:
    """Start a sentence after every paragraph, so that the parser ties nothing across."""
    text = doc.text
    wrapped = is_wrapped(text)
    for place in np.flatnonzero(doc.to_array("IS_SPACE")[:-1]).tolist():
        token = doc[place]
        end = token.idx + len(token.text)
        if _is_sentence_end(text, token.idx, end, wrapped=wrapped):
            doc[place + 1].is_sent_start = True
    for end in _datelines(text):
        for token in doc.char_span(end, end + 1, alignment_mode="expand") or ():
            token.is_sent_start = True
    return doc


def _datelines(text: str) -> Iterator[int]:
    """“KAMPALA, May 9 (Agency) - …”: the report begins after the dash."""
    for line in re.finditer(r"^[^\n]+", text, re.MULTILINE):
        if found := _DATELINE.match(line.group()):
            yield line.start() + found.end()


def _is_sentence_end(text: str, start: int, end: int, *, wrapped: bool) -> bool:
    """A line that goes on in lower case was cut, whatever the length of the others."""
    if not ends_paragraph(text, start, end, wrapped=wrapped):
        return False
    return text.count("\n", start, end) > 1 or not text[end : end + 1].islower()
