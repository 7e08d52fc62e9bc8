"""Plain text and Markdown."""

from __future__ import annotations

from geodata.documents.article import Article, Reader
from geodata.documents.decoding import MAX_BYTES, decode
from geodata.documents.front_matter import article_of_text


def read(data: bytes, name: str) -> tuple[Article, ...]:
    """Read text, kept as it is stored, line ends included."""
    return (article_of_text(decode(data, name), name),)


READER = Reader("Text", (".txt", ".md", ".markdown"), read, max_bytes=MAX_BYTES)
