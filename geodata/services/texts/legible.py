"""The copy of an article that is read: bounded, and free of marks that are not to be seen."""

from __future__ import annotations

import re
from dataclasses import replace

from geodata.domain.documents import Document
from geodata.language import foreign_language

# The longest article of the public news corpora has under 60,000 characters. What goes beyond
# this would take minutes and more memory than a small machine has.
READ_MAX = 150_000
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x9f\ufffe\uffff]")
# Marks of writing direction, zero-width spaces and byte order marks between words. Inside a word
# they are left: a joiner there is part of how the word is written.
_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_AT_AN_EDGE = re.compile(rf"(?<!\w)[{_UNSEEN}]+|[{_UNSEEN}]+(?!\w)")


def legible(document: Document) -> tuple[Document, tuple[str, ...]]:
    """
    Return the article as it is read, and what a person should know of it in sentences.

    Every character stands at the same offset as in the stored text, so that spans hold for both.
    """
    notes = []
    text = document.text
    if len(text) > READ_MAX:
        end = _last_break(text, READ_MAX)
        notes.append(
            f"Only the first {end:,} of its {len(text):,} characters were read; "
            "split the file to read the rest."
        )
        text = text[:end]
    text = _CONTROLS.sub(" ", text)
    text = _AT_AN_EDGE.sub(lambda found: " " * len(found.group()), text)
    if language := foreign_language(text[document.body_start :]):
        notes.append(f"This text seems to be {language}; Dateline reads English.")
    copy = document if text == document.text else replace(document, text=text)
    return copy, tuple(notes)


def _last_break(text: str, limit: int) -> int:
    """Return where to stop: after the last white space before the limit, if one is near."""
    tail = max(text.rfind(mark, limit - 2_000, limit) for mark in "\n ")
    return tail + 1 if tail >= 0 else limit
