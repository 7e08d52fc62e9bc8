"""Marks for places that the articles speak of without saying anything of forces or alignment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from geodata.domain.extractions import Extraction
from geodata.domain.mentions import Role
from geodata.domain.places import Place, PlaceId, PlaceKind
from geodata.domain.times import Days
from geodata.layers.geography.backdrop import undated_mark
from geodata.layers.marks import Anchor, Form, Layer, Mark, Passage

# What has a spot of its own; the middle of a country or province would look like one.
_SPOTS = {PlaceKind.SETTLEMENT, PlaceKind.BASE, PlaceKind.AIRPORT, PlaceKind.SITE}


def make_mention_marks(
    extractions: Iterable[Extraction], claimed: frozenset[PlaceId]
) -> Iterator[Mark]:
    """
    Yield a mark for each place that a text puts something in and no claim speaks of.

    A mention tells no day: its mark stands on every day, from when its first article could be
    read. A further article makes a further mark, known from then on.

    Args:
        extractions: What was read of the sources.
        claimed: Places that a claim speaks of.
    """
    places: dict[PlaceId, Place] = {}
    told: defaultdict[PlaceId, list[tuple[date, Passage]]] = defaultdict(list)
    for extraction in extractions:
        for mention in extraction.places:
            place = mention.place
            if place is None or mention.role is not Role.LOCATION or place.kind not in _SPOTS:
                continue
            if place.id not in claimed:
                published = extraction.document.published_at(mention.span.start)
                since = published.within.latest or published.best or date.min
                places[place.id] = place
                told[place.id].append((since, Passage(extraction.document.id, mention.span)))
    for place_id in sorted(places):
        yield from _marks(places[place_id], told[place_id])


def _marks(place: Place, told: list[tuple[date, Passage]]) -> Iterator[Mark]:
    days = [*sorted({since for since, _ in told}), date.max]
    for since, until in pairwise(days):
        passages = tuple(passage for day, passage in told if day <= since)
        yield _mark(place, passages, _known(since, until))


def _known(since: date, until: date) -> Days:
    return Days(None if since == date.min else since, None if until == date.max else until)


def _mark(place: Place, passages: tuple[Passage, ...], known: Days) -> Mark:
    documents = tuple(dict.fromkeys(passage.document_id for passage in passages))
    articles = "1 article" if len(documents) == 1 else f"{len(documents)} articles"
    mark = undated_mark(
        place,
        Form.MENTION,
        Layer.MENTIONS,
        Anchor.POINT,
        f"{place.name}: spoken of in {articles}, without a claim",
    )
    return replace(
        mark,
        id=f"{mark.id}~{known.start or '-'}",
        known=known,
        document_ids=documents,
        passages=passages,
    )
