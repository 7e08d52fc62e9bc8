"""Saved web pages."""

from __future__ import annotations

import logging
import re
from typing import Any

from geodata.documents.article import Article, Reader
from geodata.documents.dates import publication_of
from geodata.documents.decoding import decode_markup
from geodata.documents.markup.blocks import text_of_html, tidy, without_declaration
from geodata.documents.markup.head import Head, read_head
from geodata.errors import UnreadableDocument

_TABLE_RULE = re.compile(r"[\s|:-]*\|[\s|:-]*")
_TABLE_ROW = re.compile(r"\|\s*(.*?)\s*\|")
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
    whole = text_of_html(markup)
    if found and found.strip():
        return in_page_order(_plain_tables(tidy(found)), whole), ()
    return whole, (_WHOLE_PAGE,)


def in_page_order(found: str, whole: str) -> str:
    """
    Return the paragraphs in the order of the page: those found late are else put at the end.

    The order matters to dates, since a dated heading dates what stands below it.

    Args:
        found: The article's paragraphs, a blank line between them.
        whole: The text of the whole page.
    """
    page = " ".join(whole.split())
    reached: dict[str, int] = {}
    placed: list[tuple[int, int, str]] = []
    last = 0
    for number, paragraph in enumerate(found.split("\n\n")):
        words = " ".join(paragraph.removeprefix("- ").split())
        at = page.find(words, reached.get(words, 0))
        if at >= 0:
            reached[words] = at + len(words)
            last = at
        placed.append((last, number, paragraph))
    return "\n\n".join(paragraph for _, _, paragraph in sorted(placed))


def _plain_tables(text: str) -> str:
    """Return text in which the rows of tables are lines with commas, without their rules."""
    lines = [line for line in text.split("\n") if not _TABLE_RULE.fullmatch(line)]
    rows = (_TABLE_ROW.fullmatch(line.strip()) for line in lines)
    plain = [
        re.sub(r"\s*\|\s*", ", ", row[1]) if row else line
        for line, row in zip(lines, rows, strict=True)
    ]
    return tidy("\n".join(plain))


READER = Reader("Web pages", (".html", ".htm", ".xhtml"), read)
