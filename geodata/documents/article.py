"""What a reader makes of a file: articles, not yet documents with an identity."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from geodata.documents.decoding import MAX_FILE_BYTES
from geodata.domain.documents import DateHint, Publication


@dataclass(frozen=True, slots=True)
class Article:
    """
    One article of a file.

    Args:
        text: What is stored and what every offset counts, page furniture removed.
        title: Headline, or empty where the file has none; the first line then serves.
        outlet: Who published it, or None.
        author: Who wrote or sent it, or empty.
        published: When it appeared where the file says so, or None.
        hints: Weaker days that the file carries beside its text.
        body_start: Where the article begins in `text`, after front matter.
        original: Name of the article that a digest stands for, or empty.
        notes: What was left out or is unsure, each one sentence.
        is_part: Whether the file is a collection, so that the article has its own identity.
    """

    text: str
    title: str = ""
    outlet: str | None = None
    author: str = ""
    published: Publication | None = None
    hints: tuple[DateHint, ...] = ()
    body_start: int = 0
    original: str = ""
    notes: tuple[str, ...] = ()
    is_part: bool = False


ReadFile = Callable[[bytes, str], tuple[Article, ...]]
"""
Stored bytes and the file's name -> its articles, at least one.

Raises `UnreadableDocument` with the way out. Libraries are imported inside it, so that a program
that reads none of these files starts fast.
"""


@dataclass(frozen=True, slots=True)
class Reader:
    """
    A plug-in of the entry point group `dateline.readers`.

    Args:
        label: What such files are called, in the person's words: “Web pages”.
        suffixes: Their endings in lower case, with the dot.
        read: Reads one of them.
        max_bytes: The most bytes that a file may have.
    """

    label: str
    suffixes: tuple[str, ...]
    read: ReadFile
    max_bytes: int = MAX_FILE_BYTES
