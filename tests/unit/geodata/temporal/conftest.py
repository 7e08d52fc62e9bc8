from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from geodata.domain.documents import Document, DocumentId, Publication
from geodata.domain.mentions import DateMention
from geodata.temporal import read_dates

Reader = Callable[..., list[DateMention]]
PUBLISHED = "2024-05-20"  # a Monday


def an_article(text: str, published: str | None = PUBLISHED) -> Document:
    day = date.fromisoformat(published) if published else None
    return Document(DocumentId("a"), "a.txt", "", text, published=Publication(best=day))


@pytest.fixture
def article() -> Callable[..., Document]:
    return an_article


@pytest.fixture
def read() -> Reader:
    def read(text: str, published: str | None = PUBLISHED) -> list[DateMention]:
        return read_dates(an_article(text, published))

    return read


@pytest.fixture
def placed(read: Reader) -> Callable[..., list[str]]:
    """Read a text and tell each expression as `words = first..last`, or `words = day`."""

    def placed(text: str, published: str | None = PUBLISHED) -> list[str]:
        return [told(mention) for mention in read(text, published)]

    return placed


def told(mention: DateMention) -> str:
    first, last = mention.when.earliest, mention.when.latest
    days = str(first) if first == last else f"{first}..{last}"
    return f"{mention.text} = {days}"
