"""Saved RSS and Atom feeds: one article an entry."""

from __future__ import annotations

import io
from typing import Any

from geodata.documents.article import Article, Reader
from geodata.documents.dates import StatedDay, day_in_address, day_of, publication_of
from geodata.documents.markup.blocks import text_of_html, tidy
from geodata.documents.readers.web_page import with_headline
from geodata.domain.documents import DateHint
from geodata.errors import UnreadableDocument

_MOST_ENTRIES = 2000


def read(data: bytes, name: str) -> tuple[Article, ...]:
    """
    Read the entries of a feed, in its order; those without words are left out.

    Raises:
        UnreadableDocument: It is XML of another kind, or no entry holds words.
    """
    import feedparser

    # A stream, since text that looks like an address would be fetched.
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.get("version") and not feed.entries:
        raise UnreadableDocument(
            name,
            "is XML, but neither an RSS nor an Atom feed",
            todo="Save the article as a web page or plain text, then add that.",
        )
    outlet = tidy(str(feed.feed.get("title") or "")) or None
    entries = (_article(entry, outlet) for entry in feed.entries[:_MOST_ENTRIES])
    articles = [entry for entry in entries if any(mark.isalnum() for mark in entry.text)]
    if not articles:
        raise UnreadableDocument(
            name, "is a feed without any words", todo="Save the feed anew, then add it again."
        )
    return tuple(articles)


def _article(entry: Any, outlet: str | None) -> Article:
    title = text_of_html(str(entry.get("title") or "")).replace("\n\n", " ")
    body = text_of_html(_longest(entry))
    return Article(
        with_headline(title, body) if body else title,
        title=title,
        outlet=outlet,
        author=tidy(str(entry.get("author") or "")),
        published=publication_of(_stated(entry)),
        hints=_hints(entry),
        is_part=True,
    )


def _longest(entry: Any) -> str:
    """Return the entry's full text where it carries it, else its summary."""
    parts = [str(part.get("value") or "") for part in entry.get("content") or ()]
    return max([*parts, str(entry.get("summary") or "")], key=len)


def _stated(entry: Any) -> tuple[StatedDay, ...]:
    # The words, not feedparser's parsed time: that is in UTC and may be another day.
    day = day_of(entry.get("published"))
    return (StatedDay(day, "The feed's entry"),) if day else ()


def _hints(entry: Any) -> tuple[DateHint, ...]:
    hints = []
    if day := day_in_address(str(entry.get("link") or "")):
        hints.append(DateHint(day, day, day, "the entry's address holds the day"))
    # dict's own look-up: feedparser's answers with the day of publication where there is no other.
    if changed := day_of(dict.get(entry, "updated")):
        hints.append(DateHint(changed, None, changed, "the entry was last changed on"))
    return tuple(hints)


READER = Reader("Saved feeds", (".xml", ".rss", ".atom"), read)
