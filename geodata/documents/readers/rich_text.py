"""Rich Text Format."""

from __future__ import annotations

import re
from datetime import date

from geodata.documents.article import Article, Reader
from geodata.documents.dates import made_on
from geodata.documents.decoding import MAX_BYTES
from geodata.documents.markup.blocks import tidy
from geodata.errors import UnreadableDocument

_TIME = r"\\%s\s*\\yr(\d{4})\s*\\mo(\d{1,2})\s*\\dy(\d{1,2})"
_CODE_PAGE = re.compile(r"\\ansicpg(\d{3,5})")
# Pictures stand in the file as endless rows of hexadecimal digits.
_PICTURE_DATA = re.compile(r"[0-9a-fA-F\s]{2000,}")


def read(data: bytes, name: str) -> tuple[Article, ...]:
    """
    Read the words of an RTF file.

    Raises:
        UnreadableDocument: It does not begin as RTF does.
    """
    from striprtf.striprtf import rtf_to_text

    if not data.lstrip().startswith(b"{\\rtf"):
        raise UnreadableDocument(
            name,
            "is no RTF file",
            todo="Open it in a word processor and save it as .docx or plain text, then add that.",
        )
    source = _PICTURE_DATA.sub(" ", data.decode("latin-1"))
    page = _CODE_PAGE.search(source)
    encoding = f"cp{page[1]}" if page and _is_charset(f"cp{page[1]}") else "cp1252"
    text = tidy(rtf_to_text(source, encoding=encoding, errors="replace"))  # type: ignore[no-untyped-call]
    return (
        Article(
            text, hints=made_on(_day(source, "creatim"), _day(source, "revtim"), "the RTF file")
        ),
    )


def _is_charset(name: str) -> bool:
    try:
        b"".decode(name)
    except LookupError:
        return False
    return True


def _day(source: str, word: str) -> str | None:
    match = re.search(_TIME % word, source[:20_000])
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    except ValueError:
        return None


READER = Reader("Rich text", (".rtf",), read, max_bytes=2 * MAX_BYTES)
