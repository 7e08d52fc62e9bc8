"""One file -> one Document."""

from __future__ import annotations

import hashlib
from pathlib import Path

from geodata.documents.decoding import check_size, decode
from geodata.documents.front_matter import read_front_matter
from geodata.domain.documents import Document, DocumentId, Publication
from geodata.errors import UnreadableDocument

READABLE_SUFFIXES = (".txt", ".md")
_TITLE_LENGTH = 110


def read_document(path: Path) -> Document:
    """
    Read a .txt or .md file.

    Raises:
        UnreadableDocument: Missing, not a file, of another type, or not readable as text; the
            message names the file and says what to do.
    """
    name = path.name
    if not path.exists():
        raise UnreadableDocument(
            str(path), "does not exist", todo="Check the path and its spelling."
        )
    if not path.is_file():
        raise UnreadableDocument(
            str(path), "is not a file", todo="Give a file, or a folder of files."
        )
    if path.suffix.casefold() not in READABLE_SUFFIXES:
        raise UnreadableDocument(
            name,
            f"is of type “{path.suffix or 'without ending'}”, and only {_suffix_list()} can be read",
            todo="Save the article as plain text or Markdown, then add that.",
        )
    try:
        # Refused by its size alone: a huge file is never read into memory.
        check_size(path.stat().st_size, name)
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(
            name,
            f"cannot be opened ({error.strerror or error})",
            todo="Check its permissions, then add it again.",
        ) from error
    return document_from_text(decode(data, name), name=name, data=data, path=str(path.resolve()))


def document_from_text(
    text: str, *, name: str, data: bytes | None = None, path: str = ""
) -> Document:
    """
    Make a Document of text that is at hand, for example pasted.

    Args:
        text: The whole text, front matter included.
        name: What to call it in lists and messages.
        data: The stored bytes when there are any; else the text's UTF-8 is hashed.
        path: Where it came from.

    Raises:
        UnreadableDocument: There is no word in it, or its front matter is broken.
    """
    front = read_front_matter(text, name)
    if not any(character.isalnum() for character in text[front.body_start :]):
        raise UnreadableDocument(
            name, "holds no words", todo="Check that it was saved, then add it again."
        )
    digest = hashlib.sha256(text.encode() if data is None else data).hexdigest()
    return Document(
        id=DocumentId(digest[:16]),
        name=name,
        title=front.title or _first_line(text[front.body_start :]),
        text=text,
        body_start=front.body_start,
        outlet=front.outlet,
        published=front.published or Publication(),
        sha256=digest,
        path=path,
        original=front.original,
    )


def _first_line(text: str) -> str:
    line = next((found for raw in text.splitlines() if (found := raw.strip(" \t#*_"))), "")
    return line if len(line) <= _TITLE_LENGTH else line[: _TITLE_LENGTH - 1].rstrip() + "…"


def _suffix_list() -> str:
    return " and ".join(READABLE_SUFFIXES)
