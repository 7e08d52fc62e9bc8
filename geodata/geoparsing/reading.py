"""An article's places: recognised, resolved, and given their roles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from geodata.domain.documents import Document
from geodata.domain.mentions import PlaceMention, Role
from geodata.domain.places import Candidate, PlaceKind
from geodata.domain.spans import Span
from geodata.geoparsing.article.names import Name
from geodata.geoparsing.article.passage import Passage
from geodata.geoparsing.article.source import NameSource
from geodata.geoparsing.lexicon.words import load_lexicon
from geodata.geoparsing.peoples.blocs import find_blocs
from geodata.geoparsing.peoples.demonyms import find_demonyms
from geodata.geoparsing.peoples.nations import Counts, Demonym, read_demonym
from geodata.geoparsing.recognition.people import find_people
from geodata.geoparsing.recognition.toponyms import Toponym, recognise
from geodata.geoparsing.resolution.borrowing import borrow
from geodata.geoparsing.resolution.context import Anchor, Context
from geodata.geoparsing.resolution.ranking import Reading, resolve
from geodata.geoparsing.resolution.withholding import withhold
from geodata.geoparsing.roles.sentence import read_role
from geodata.geoparsing.why import candidates_of, explain, sentence

if TYPE_CHECKING:
    from geodata.language.tokens import Doc

OUTLET_WEIGHT = 0.5  # a paper writes of its own parts more often than not
DEMONYM_WEIGHT = 0.7  # a people says less about where things happen than a country's name


def read_places(document: Document, parsed: Doc, gazetteer: NameSource) -> list[PlaceMention]:
    """
    Return the place mentions of an article in order, demonyms and blocs included.

    Args:
        document: The article.
        parsed: The parse of `document.reading_text`.
        gazetteer: Where names are looked up.

    Returns:
        One mention for each name. Only a mention whose role is LOCATION may become a pin; the
        others carry the country or site that they stand for.
    """
    passage = Passage(document.reading_text, parsed, gazetteer, load_lexicon())
    people = find_people(passage)
    toponyms = recognise(passage, people)
    names = [toponym.name for toponym in toponyms]
    demonym_names = find_demonyms(passage, names, people)
    counts = _counts(passage, names)
    demonyms = [
        demonym
        for name in demonym_names
        if (demonym := read_demonym(passage, name, counts)) is not None
    ]
    known = [*_peoples(demonyms), *_outlet(document, gazetteer)]
    ranked, context = resolve(passage, names, known)
    readings = borrow(passage, withhold(ranked, context))
    mentions = [
        *_place_mentions(passage, toponyms, readings, context, demonyms),
        *(_demonym_mention(demonym) for demonym in demonyms),
        *find_blocs(passage, [*names, *demonym_names]),
    ]
    return sorted(mentions, key=lambda mention: mention.span)


def _counts(passage: Passage, names: Sequence[Name]) -> Counts:
    """Return where countries are named outright, and the weight of their sure towns."""
    starts: dict[str, list[int]] = defaultdict(list)
    shares: dict[str, float] = defaultdict(float)
    for name in names:
        found = passage.find(name.key)
        if found and found[0].kind is PlaceKind.COUNTRY:
            starts[str(found[0].country)].append(name.start)
        elif found and found[0].country is not None and found[0].population > 500_000:
            shares[found[0].country] += 0.5
    return Counts(starts, shares)


def _peoples(demonyms: Sequence[Demonym]) -> list[Anchor]:
    return [
        Anchor("", demonym.place, DEMONYM_WEIGHT * demonym.score, demonym.name.start)
        for demonym in demonyms
        if demonym.place.kind is PlaceKind.COUNTRY
    ]


def _outlet(document: Document, gazetteer: NameSource) -> list[Anchor]:
    """Return where the outlet's name says it is at home: weak evidence for towns nearby."""
    if not document.outlet:
        return []
    found = [gazetteer.find(key)[:1] for _, _, key in gazetteer.spans_in(document.outlet)]
    return [Anchor("", place, OUTLET_WEIGHT) for places in found for place in places]


def _demonym_mention(demonym: Demonym) -> PlaceMention:
    candidates = (
        Candidate(demonym.place, demonym.score, demonym.why),
        *(
            Candidate(place, round((1 - demonym.score) / len(demonym.others), 3), f"{place.name}.")
            for place in demonym.others
        ),
    )
    name = demonym.name
    return PlaceMention(
        Span(name.start, name.end),
        name.text,
        Role.DEMONYM,
        demonym.place,
        candidates,
        demonym.score,
        demonym.why,
    )


def _place_mentions(
    passage: Passage,
    toponyms: Sequence[Toponym],
    readings: Sequence[Reading],
    context: Context,
    demonyms: Sequence[Demonym],
) -> list[PlaceMention]:
    countries = {str(c.country): c.name for c in passage.gazetteer.countries()}
    spoken: dict[str, int] = defaultdict(int)
    for place in [
        *(reading.best.place for reading in readings if reading.best),
        *(demonym.place for demonym in demonyms),
    ]:
        if place.kind is PlaceKind.COUNTRY:
            spoken[str(place.country)] += 1
    mentions = []
    for toponym, reading in zip(toponyms, readings, strict=True):
        best = reading.best
        winner = best.place if best else None
        own = winner if best and not best.is_lent else None
        part = read_role(passage, toponym.name, own, is_part=toponym.is_part)
        why = sentence(explain(reading, context, spoken, countries), part)
        candidates = candidates_of(reading, why, spoken, countries)
        mentions.append(
            PlaceMention(
                Span(toponym.name.start, toponym.name.end),
                toponym.name.text,
                part.role,
                winner,
                candidates,
                candidates[0].score if winner else 0.0,
                why,
            )
        )
    return mentions
