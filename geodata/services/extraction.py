"""One article -> places, dates and claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from geodata.claims import read_claims
from geodata.domain.documents import Document, Publication
from geodata.domain.extractions import Extraction
from geodata.domain.times import on_day
from geodata.geoparsing import read_places
from geodata.services.resources import Resources
from geodata.temporal import infer_publication, read_dates

if TYPE_CHECKING:
    from spacy.tokens import Doc


def extract(document: Document, resources: Resources) -> Extraction:
    """
    Read places, dates and claims from an article.

    Where the article does not state when it appeared, that is inferred first, since relative
    expressions are read against it. A pure function of picklable arguments.

    Raises:
        GazetteerMissing: The offline gazetteer was not built.
        LanguageModelMissing: No language model is installed.
    """
    return next(extract_all((document,), resources))


def extract_all(documents: Iterable[Document], resources: Resources) -> Iterator[Extraction]:
    """
    Yield what `extract` returns of each article, in order, several parsed side by side.

    Raises:
        GazetteerMissing: The offline gazetteer was not built.
        LanguageModelMissing: No language model is installed.
    """
    articles = [dated(document) for document in documents]
    texts = [article.reading_text for article in articles]
    for article, parsed in zip(articles, resources.language.parse_all(texts), strict=True):
        yield _extraction(article, parsed, resources)


def _extraction(article: Document, parsed: Doc, resources: Resources) -> Extraction:
    places = tuple(read_places(article, parsed, resources.gazetteer))
    dates = tuple(read_dates(article))
    claims = tuple(read_claims(article, parsed, places, dates, resources.gazetteer))
    return Extraction(article, places, dates, claims)


def published_on(document: Document, day: date, why: str) -> Document:
    """Return the document with a publication date that a person gave."""
    stated = Publication(day, on_day(day, why=why), why, is_stated=True)
    return replace(document, published=stated)


def dated(document: Document) -> Document:
    """Return the document with its publication date inferred where it states none."""
    if document.published.best is not None:
        return document
    inferred = infer_publication(document)
    return replace(document, published=inferred)
