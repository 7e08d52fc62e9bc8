"""HTML -> paragraphs of plain text."""

from __future__ import annotations

import re
from typing import Any


def _names(text: str) -> frozenset[str]:
    """Return the words of a set that is written as one string."""
    return frozenset(text.split())


_BLOCKS = _names(
    "address article aside blockquote body center dd div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table td th tr ul"
)
_SILENT = _names(
    "head script style noscript template iframe object svg math button select textarea"
)
_SPACE = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r"\s*\n\s*")
# Marks that show nothing: soft hyphens, zero-width spaces, the byte order mark, controls.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u00ad\u200b\u2060\ufeff]")
_TOO_DEEP = 2000


def text_of_html(markup: str) -> str:
    """
    Return the words of a piece of HTML, a blank line between paragraphs; all of it is kept.

    Malformed HTML is read as a browser would.
    """
    from lxml import etree, html

    if not markup.strip():
        return ""
    try:
        root = html.fromstring(without_declaration(markup), parser=html.HTMLParser(huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return tidy(re.sub(r"<[^>]*>", " ", markup))
    pieces: list[str] = []
    _collect(root, pieces)
    return tidy("".join(pieces))


def without_declaration(markup: str) -> str:
    """Return the markup without its XML declaration, which lxml refuses in decoded text."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", markup.replace("\x00", ""), count=1)


def tidy(text: str) -> str:
    """Return text with its unseen marks gone, spaces single, and one blank line a paragraph."""
    seen = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _BREAKS.sub("\n\n", _SPACE.sub(" ", seen)).strip()


def _collect(root: Any, pieces: list[str]) -> None:
    # Not recursive: nesting a page ten thousand deep must not end the program.
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, is_left = stack.pop()
        name = element.tag if isinstance(element.tag, str) else ""
        if is_left:
            if name in _BLOCKS:
                pieces.append("\n")
            pieces.append(_flat(element.tail))
            continue
        if not name or name in _SILENT:
            pieces.append(_flat(element.tail))
            continue
        if name in _BLOCKS or name == "br":
            pieces.append("\n")
        pieces.append(_flat(element.text))
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))


def _flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text) if text else ""
