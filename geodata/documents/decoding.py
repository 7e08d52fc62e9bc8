"""Bytes of a file -> text, or a clear reason why not."""

from __future__ import annotations

import codecs
import re

from geodata.errors import UnreadableDocument

# The longest article of the public news corpora has under 60,000 characters; a file beyond this
# is a dump or a mistake, and parsing it would take minutes.
MAX_BYTES = 5_000_000
# Pages and PDFs carry pictures and scripts beside their words.
MAX_FILE_BYTES = 20_000_000
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Control characters that do occur in text files: tab, line feed, form feed, carriage return, escape.
_TEXT_CONTROLS = frozenset(b"\t\n\x0b\x0c\r\x1b")


def check_size(size_bytes: int, name: str, limit_bytes: int = MAX_BYTES) -> None:
    """
    Refuse what is too large to be an article.

    Raises:
        UnreadableDocument: The file has more bytes than the limit.
    """
    if size_bytes > limit_bytes:
        raise UnreadableDocument(
            name,
            f"has {size_bytes / 1e6:.1f} MB, and an article may have {limit_bytes / 1e6:.0f} MB",
            todo="Split it into its articles, then add those.",
        )


def check_not_empty(data: bytes, name: str) -> None:
    """
    Refuse a file without content.

    Raises:
        UnreadableDocument: It has no bytes, or blank ones only.
    """
    if not data.strip():
        raise UnreadableDocument(
            name, "is empty", todo="Check that it was saved, then add it again."
        )


def decode(data: bytes, name: str) -> str:
    """
    Return the text of a file, with its line ends as they are.

    UTF-8 and UTF-16 are read by their marks; what is not valid UTF-8 is detected.

    Args:
        data: The stored bytes.
        name: File name, for messages.

    Raises:
        UnreadableDocument: Empty, too large, binary, or in no encoding that can be told.
    """
    check_size(len(data), name)
    check_not_empty(data, name)
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strictly(data, encoding, name).removeprefix("\ufeff")
    if _looks_binary(data):
        raise UnreadableDocument(
            name,
            "is not a text file",
            todo="Save the article as plain text or Markdown, then add that.",
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _detected(data, name)


_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""")
_DECLARED_WITHIN_BYTES = 4096
# What pages call Latin-1 or ASCII is Windows-1252 in truth (WHATWG Encoding Standard, 4.2).
_IN_TRUTH = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}


def decode_markup(data: bytes, name: str) -> str:
    """
    Return the text of HTML or XML: by its mark, else by the charset it declares, else detected.

    Raises:
        UnreadableDocument: Empty, binary, or in no encoding that can be told.
    """
    check_not_empty(data, name)
    if any(data.startswith(bom) for bom, _ in _BOMS):
        return decode(data, name)
    if encoding := _declared_encoding(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            # A wrong declaration, or a page that was cut inside a character.
            return _detected(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _detected(data, name)


def _declared_encoding(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_DECLARED_WITHIN_BYTES])
    if match is None:
        return None
    try:
        encoding = codecs.lookup(match[1].decode("ascii"))
        b"".decode(encoding.name)  # refuses codecs that are no charset, such as base64
    except (LookupError, ValueError):
        return None
    # A declaration that could be read as single bytes cannot be one of two-byte units.
    if encoding.name.startswith(("utf-16", "utf-32")):
        return None
    return _IN_TRUTH.get(encoding.name, encoding.name)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _wrong_encoding(name) from error


def _looks_binary(data: bytes) -> bool:
    sample = data[:8192]
    if b"\0" in sample:
        return True
    controls = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in sample)
    return controls > len(sample) * 0.02


def _detected(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise _wrong_encoding(name)
    # Western European news in legacy encodings is nearly always Windows-1252, which the detector
    # often mistakes for its Central European neighbour.
    encoding = "cp1252" if best.encoding in {"cp1250", "cp1254", "cp1257"} else best.encoding
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return str(best)


def _wrong_encoding(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        name,
        "is in an encoding that cannot be told",
        todo="Save it as UTF-8, then add it again.",
    )
