"""Word files of the current kind."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

from geodata.documents.article import Article, Reader
from geodata.documents.dates import made_on
from geodata.documents.markup.blocks import tidy
from geodata.errors import UnreadableDocument

# python-docx fills new files from a template that was made on this day.
_TEMPLATE_DAY = date(2013, 12, 23)
_MOST_UNPACKED_BYTES = 200_000_000
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"


def read(data: bytes, name: str) -> tuple[Article, ...]:
    """
    Read paragraphs and tables in their order.

    Raises:
        UnreadableDocument: It is locked by a password, no Word file, or unpacks to too much.
    """
    _check(data, name)
    import docx

    document = docx.Document(io.BytesIO(data))
    text = tidy("\n".join(_lines(document)))
    about = document.core_properties
    title = tidy(about.title or "").replace("\n\n", " ")
    made, changed = about.created, about.modified
    if made is not None and made.date() == _TEMPLATE_DAY:
        made = None
    if changed is not None and changed.date() == _TEMPLATE_DAY:
        changed = None
    return (
        Article(
            text,
            # Titles in the properties are often those of a template; one in the text is not.
            title=title if title and title.casefold() in text[:600].casefold() else "",
            author=tidy(about.author or "") if about.author != "python-docx" else "",
            hints=made_on(made, changed, "the Word file"),
        ),
    )


def _check(data: bytes, name: str) -> None:
    if data.startswith(_OLD_OR_LOCKED):
        raise UnreadableDocument(
            name,
            "is locked by a password, or is of the kind before 2007",
            todo="Open it in a word processor and save it as .docx without a password.",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
            is_word = "[Content_Types].xml" in archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise _damaged(name) from error
    if not is_word:
        raise _damaged(name)
    if unpacked > _MOST_UNPACKED_BYTES:
        raise UnreadableDocument(
            name,
            f"unpacks to {unpacked / 1e6:.0f} MB, more than an article can have",
            todo="Save its text alone as .txt, then add that.",
        )


def _damaged(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        name,
        "is damaged or no Word file",
        todo="Open it in a word processor and save it anew as .docx, then add that.",
    )


def _lines(document: Any) -> list[str]:
    from docx.table import Table

    lines: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            lines += [cell.text for row in block.rows for cell in row.cells]
        else:
            lines.append(block.text)
    return lines


READER = Reader("Word files", (".docx",), read)
