"""One article -> places, dates and claims."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from geodata.claims import read_claims
from geodata.domain.documents import Document, Publication
from geodata.domain.extractions import Extraction
from geodata.domain.times import on_day
from geodata.geoparsing import read_places
from geodata.services.resources import Resources
from geodata.temporal import infer_publication, read_dates


def extract(document: Document, resources: Resources) -> Extraction:
    """
    Read places, dates and claims from an article.

    Where the article does not state when it appeared, that is inferred first, since relative
    expressions are read against it. A pure function of picklable arguments.

    Raises:
        GazetteerMissing: The offline gazetteer was not built.
        LanguageModelMissing: No language model is installed.
    """
    article = dated(document)
    parsed = resources.language.parse(article.reading_text)
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
