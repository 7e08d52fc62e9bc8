"""The block of `key: value` lines that may open a Markdown or text file."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from geodata.documents.article import Article
from geodata.documents.byline import read_byline
from geodata.documents.dates import day_of
from geodata.documents.masthead import below_masthead
from geodata.domain.documents import Publication
from geodata.domain.times import UNKNOWN_DATE, Precision, UncertainDate
from geodata.errors import UnreadableDocument

_FIELD = re.compile(r"([\w-]+)\s*:\s*(.*)")
_QUOTES = ("“”", "‘’", '""', "''")
_UNKNOWN_WORDS = frozenset({"", "unknown", "none", "n/a", "?"})


def article_of_text(text: str, name: str) -> Article:
    """
    Read plain text or Markdown, with the front matter it may open with.

    Raises:
        UnreadableDocument: The front matter is there and cannot be read.
    """
    front = read_front_matter(text, name)
    article = Article(
        text,
        title=front.title,
        outlet=front.outlet,
        published=front.published,
        body_start=front.body_start,
        original=front.original,
        author=front.author,
    )
    if front.outlet:
        return article
    # A title that the file states leaves no headline to look for below a name.
    headed = article if front.title else below_masthead(article)
    byline = read_byline(text[headed.body_start :])
    if byline is None:
        return headed
    headed = replace(headed, author=headed.author or byline.author)
    if headed.outlet:
        return headed
    why = f"The outlet, {byline.outlet}, is taken from the byline."
    return replace(headed, outlet=byline.outlet, notes=(why,))


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a file says of itself. Empty where it says nothing."""

    title: str = ""
    outlet: str | None = None
    published: Publication | None = None
    original: str = ""
    author: str = ""
    body_start: int = 0


def read_front_matter(text: str, name: str) -> FrontMatter:
    """
    Read the YAML block at the head of a text.

    Where it is no YAML, as after a second colon in a title, each line is read by itself. Keys: `title`, `outlet`, `published` (an ISO date), `published_earliest`,
    `published_latest`, `published_why`, `original`, `author`. Other keys are left alone.

    Raises:
        UnreadableDocument: The block is there and cannot be read.
    """
    if not text.lstrip("\ufeff").startswith("---"):
        return FrontMatter()
    import yaml
    from frontmatter.default_handlers import YAMLHandler

    handler = YAMLHandler()
    if not handler.detect(text):
        return FrontMatter()
    try:
        block, body = handler.split(text)
    except ValueError as error:
        raise UnreadableDocument(
            name,
            "opens with the line “---”, and no second one closes what stands below it",
            todo="Add a line “---” below title, outlet and date, or take the first one out.",
        ) from error
    try:
        fields = handler.load(block)
    except (yaml.YAMLError, ValueError):
        fields = _by_lines(block, name)
    if not isinstance(fields, dict):
        return FrontMatter()
    return FrontMatter(
        title=_words(fields.get("title")),
        outlet=_words(fields.get("outlet")) or None,
        published=_publication(fields, name),
        original=_words(fields.get("original")),
        author=_words(fields.get("author")),
        body_start=len(text) - len(body.lstrip()),
    )


def _by_lines(block: str, name: str) -> dict[str, str]:
    fields = {}
    for line in filter(None, map(str.strip, block.splitlines())):
        if line.startswith("#"):
            continue
        match = _FIELD.fullmatch(line)
        if match is None:
            raise UnreadableDocument(
                name,
                f"says of itself “{line[:60]}”, which is not of the form “title: words”",
                todo="Mend that line between the two “---”, or take it out.",
            )
        words = match[2]
        if words[:1] + words[-1:] in _QUOTES and len(words) > 1:
            words = words[1:-1]
        fields[match[1]] = words
    return fields


def _words(value: Any) -> str:
    words = str(value).strip() if value is not None else ""
    return "" if words.casefold() in _UNKNOWN_WORDS else words


def _publication(fields: dict[str, Any], name: str) -> Publication | None:
    best = _day(fields.get("published", fields.get("date")), name)
    earliest = _day(fields.get("published_earliest"), name) or best
    latest = _day(fields.get("published_latest"), name) or best
    if best is None and earliest is None and latest is None:
        return None
    if earliest and latest and not earliest <= (best or earliest) <= latest:
        raise UnreadableDocument(
            name,
            f"gives a publication date {best} outside its own range {earliest} to {latest}",
            todo="Correct the dates in its front matter.",
        )
    precision = Precision.DAY if earliest == latest else Precision.INTERVAL
    within = UncertainDate(earliest, latest, precision) if earliest or latest else UNKNOWN_DATE
    why = _words(fields.get("published_why")) or "The file's front matter says so."
    return Publication(best, within, why, is_stated=earliest == latest)


def _day(value: Any, name: str) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    words = _words(value)
    if not words:
        return None
    day = day_of(words)
    if day is None:
        raise UnreadableDocument(
            name,
            f"gives the date “{words}”, which is no day or could be two",
            todo="Write it as 2024-05-19 or 19 May 2024.",
        )
    return day
