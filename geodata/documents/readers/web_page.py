"""Saved web pages."""

from __future__ import annotations

import logging
from typing import Any

from geodata.documents.article import Article, Reader
from geodata.documents.dates import publication_of
from geodata.documents.decoding import decode_markup
from geodata.documents.markup.blocks import text_of_html, tidy, without_declaration
from geodata.documents.markup.head import Head, read_head
from geodata.errors import UnreadableDocument

_WHOLE_PAGE = "The article could not be told from the rest of the page, so the whole page was kept."


def read(data: bytes, name: str) -> tuple[Article, ...]:
    """
    Read the article of a web page: menus, notices and links to other articles are removed.

    Raises:
        UnreadableDocument: It is in no encoding that can be told, or shows no words.
    """
    markup = decode_markup(data, name)
    root = _parse(markup)
    head = read_head(root) if root is not None else Head()
    body, notes = _main_text(markup)
    if not any(character.isalnum() for character in body):
        raise UnreadableDocument(
            name,
            "shows no words; perhaps the page fills itself by a script",
            todo="Open it in a browser and print it to a PDF, then add that.",
        )
    return (
        Article(
            with_headline(head.title, body),
            title=head.title,
            outlet=head.outlet,
            author=head.author,
            published=publication_of(head.stated),
            hints=head.hints,
            notes=notes,
        ),
    )


def with_headline(title: str, body: str) -> str:
    """Return the body with its headline on top, unless it opens with it."""
    opening = " ".join(body[: len(title) + 200].split()).casefold()
    if not title or " ".join(title.split()).casefold() in opening:
        return body
    return f"{title}\n\n{body}"


def _parse(markup: str) -> Any:
    from lxml import etree, html

    try:
        return html.document_fromstring(without_declaration(markup))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _main_text(markup: str) -> tuple[str, tuple[str, ...]]:
    import trafilatura

    # It warns on every page that it cannot tell the article of; the note says it once.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.extract(
        without_declaration(markup),
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        with_metadata=False,
        output_format="txt",
    )
    if found and found.strip():
        return tidy(found), ()
    return text_of_html(markup), (_WHOLE_PAGE,)


READER = Reader("Web pages", (".html", ".htm", ".xhtml"), read)
