"""PDF files with text in them."""

from __future__ import annotations

import io
import logging
from dataclasses import replace
from typing import Any

from geodata.documents.article import Article, Reader
from geodata.documents.dates import made_on
from geodata.documents.masthead import below_masthead, read_masthead
from geodata.documents.page_text import flow
from geodata.errors import UnreadableDocument

_MOST_PAGES = 300


def read(data: bytes, name: str) -> tuple[Article, ...]:
    """
    Read the text of the pages; running heads, page numbers and line ends are removed.

    Raises:
        UnreadableDocument: Locked, damaged, without text (a scan), or too long.
    """
    pages, about = _pages(data, name)
    empty = [number for number, page in enumerate(pages, start=1) if not _has_words(page)]
    if len(empty) == len(pages):
        raise UnreadableDocument(
            name,
            f"holds pictures of {len(pages)} page{'s' if len(pages) != 1 else ''} and no text",
            todo="Run text recognition (OCR) on it, for example with OCRmyPDF, then add the result.",
        )
    text = flow(pages)
    title = " ".join(str(_told(about, "title") or "").split())
    article = below_masthead(
        Article(
            text,
            # Printed pages and exported files often carry a title of another program.
            title=title if title and title.casefold() in text[:1500].casefold() else "",
            author=" ".join(str(_told(about, "author") or "").split()),
            hints=made_on(
                _told(about, "creation_date"), _told(about, "modification_date"), "the PDF"
            ),
            notes=_notes(empty),
        )
    )
    return (article if article.outlet else _with_running_head(article, pages[0]),)


def _with_running_head(article: Article, page: str) -> Article:
    """Return the article with the outlet that heads every page, where one does."""
    found = read_masthead(page)
    if found is None:
        return article
    why = f"The outlet, {found.outlet}, is taken from the head of the pages."
    return replace(article, outlet=found.outlet, notes=(*article.notes, why))


def _pages(data: bytes, name: str) -> tuple[list[str], Any]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        is_locked = reader.is_encrypted and not _opens(reader)
        count = 0 if is_locked else len(reader.pages)
        pages = [reader.pages[at].extract_text() or "" for at in range(min(count, _MOST_PAGES))]
        about = None if is_locked else reader.metadata
    except (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        raise _damaged(name) from error
    if is_locked:
        raise UnreadableDocument(
            name,
            "is locked by a password",
            todo="Open it in a PDF viewer with its password and print it to a new PDF.",
        )
    if count > _MOST_PAGES:
        raise UnreadableDocument(
            name,
            f"has {count} pages, and an article may have {_MOST_PAGES}",
            todo="Print the pages of the article to a PDF of their own, then add that.",
        )
    if not count:
        raise _damaged(name)
    return pages, about


def _opens(reader: Any) -> bool:
    """Try the empty password, which files have that only forbid printing or copying."""
    from pypdf.errors import DependencyError

    try:
        return bool(reader.decrypt(""))
    except (DependencyError, NotImplementedError):
        return False


def _damaged(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        name,
        "is damaged or no PDF",
        todo="Open it in a PDF viewer and print it to a new PDF, then add that.",
    )


def _told(about: Any, what: str) -> object:
    try:
        return getattr(about, what, None)
    except Exception:  # noqa: BLE001 - a malformed date or string must not cost the article
        return None


def _has_words(page: str) -> bool:
    return any(character.isalnum() for character in page)


def _notes(empty: list[int]) -> tuple[str, ...]:
    if not empty:
        return ()
    numbers = ", ".join(str(number) for number in empty[:10])
    return (f"Pages without text, perhaps pictures, were not read: {numbers}.",)


READER = Reader("PDF", (".pdf",), read)
