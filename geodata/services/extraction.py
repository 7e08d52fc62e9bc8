"""
One article -> places, dates and claims.

What reads is imported by the first article that is read: a project that was read before opens
without it, and it takes longer to load than all that opens a project.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from geodata.domain.claims import Claim
from geodata.domain.documents import Document, Publication
from geodata.domain.extractions import Extraction
from geodata.domain.facilities import FacilityLink
from geodata.domain.mentions import DateMention, PlaceMention
from geodata.domain.times import on_day
from geodata.services.resources import Resources
from geodata.services.texts.legible import legible
from geodata.services.texts.stretches import Stretch, stretches_of

if TYPE_CHECKING:
    from geodata.language.tokens import Doc


def extract(document: Document, resources: Resources) -> Extraction:
    """
    Read places, dates and claims from an article.

    Where the article does not state when it appeared, that is inferred first, since relative
    expressions are read against it. What was left out, or makes the reading doubtful, is added
    to the notes of the document. A pure function of picklable arguments.

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
    articles = list(documents)
    shelf = resources.shelf
    if shelf is None:
        yield from _read(articles, resources)
        return
    kept = [shelf.find(article) for article in articles]
    missing = [article for article, found in zip(articles, kept, strict=True) if found is None]
    fresh = _read(missing, resources)
    for article, found in zip(articles, kept, strict=True):
        if found is not None:
            yield found
            continue
        extraction = next(fresh)
        shelf.keep(article, extraction)
        yield extraction


def _read(stored: Sequence[Document], resources: Resources) -> Iterator[Extraction]:
    copies = [(dated(copy), notes) for copy, notes in map(legible, stored)]
    texts = [copy.reading_text for copy, _ in copies]
    parses = resources.language.parse_all(texts) if texts else ()
    for document, (copy, notes), parsed in zip(stored, copies, parses, strict=True):
        fresh = tuple(note for note in notes if note not in document.notes)
        whole = replace(document, published=copy.published, notes=(*document.notes, *fresh))
        yield replace(_extraction(copy, parsed, resources), document=whole)


def _extraction(article: Document, parsed: Doc, resources: Resources) -> Extraction:
    from geodata.claims import read_claims
    from geodata.geoparsing import read_places
    from geodata.geoparsing.facilities import find_facilities
    from geodata.temporal import read_dates

    places = tuple(read_places(article, parsed, resources.gazetteer))
    stretches = stretches_of(article)
    dates = tuple(date for stretch in stretches for date in read_dates(stretch.alone))
    dates = tuple(sorted(dates, key=lambda date: date.span))
    if article.parts:
        claims = tuple(_claims_of_parts(stretches, parsed, places, dates, resources))
    else:
        claims = tuple(read_claims(article, parsed, places, dates, resources.gazetteer))
    facilities = tuple(find_facilities(article, parsed, places, resources.gazetteer))
    return Extraction(article, places, dates, claims, facilities)


def _claims_of_parts(
    stretches: Sequence[Stretch],
    parsed: Doc,
    places: Sequence[PlaceMention],
    dates: Sequence[DateMention],
    resources: Resources,
) -> Iterator[Claim]:
    """Yield the claims of each stretch, read against its own day, in reading order."""
    from geodata.claims import read_claims

    read = [
        claim
        for stretch in stretches
        for claim in read_claims(
            stretch.whole, parsed, places, dates, resources.gazetteer, within=stretch.spans
        )
    ]
    yield from sorted(read, key=lambda claim: (claim.evidence[0], claim.kind, claim.id))


def suggest_links(extractions: Iterable[Extraction]) -> list[FacilityLink]:
    """Return which bases of one or several articles may be one, the surest first."""
    from geodata.geoparsing.facilities import link_facilities

    return link_facilities(one for item in extractions for one in item.facilities)


def published_on(document: Document, day: date, why: str) -> Document:
    """Return the document with a publication date that a person gave."""
    stated = Publication(day, on_day(day, why=why), why, is_stated=True)
    return replace(document, published=stated)


def dated(document: Document) -> Document:
    """Return the document with its publication date inferred where it states none."""
    if document.published.best is not None:
        return document
    from geodata.temporal import infer_publication

    inferred = infer_publication(document)
    return replace(document, published=inferred)
