"""Claims of made-up texts, read by the whole chain."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from geodata.claims import read_claims
from geodata.domain.claims import Claim
from geodata.domain.documents import Document, DocumentId, Publication
from geodata.domain.times import on_day
from geodata.geoparsing import read_places
from geodata.services import Resources
from geodata.temporal import read_dates

PUBLISHED = date(2022, 6, 15)

Reader = Callable[..., list[Claim]]


@pytest.fixture
def claims_of(resources: Resources) -> Reader:
    def read(text: str, published: date | None = PUBLISHED) -> list[Claim]:
        when = (
            Publication(published, on_day(published), "given", is_stated=True)
            if published
            else Publication()
        )
        document = Document(DocumentId("a" * 16), "made-up.txt", text[:40], text, published=when)
        parsed = resources.language.parse(document.reading_text)
        places = read_places(document, parsed, resources.gazetteer)
        return read_claims(document, parsed, places, read_dates(document), resources.gazetteer)

    return read
