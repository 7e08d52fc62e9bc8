"""Marks for what stands in a place: one for each episode of troops and bases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geodata.domain.claims import ClaimKind
from geodata.domain.episodes import Episode, State
from geodata.domain.places import Place, PlaceKind
from geodata.layers.marks import Anchor, Form, Layer, Mark, Pole
from geodata.layers.reports import Reports, standing_words
from geodata.layers.sentences import Sentences
from geodata.layers.wording import PlaceBook, is_by

_FORMS = {
    ClaimKind.BASE: (Layer.BASES, Form.BASE),
    ClaimKind.TROOPS: (Layer.TROOPS, Form.TROOPS),
}
_NEWS = frozenset({State.ARRIVING, State.OPENS})


def make_standing_marks(
    episodes: Iterable[Episode], book: PlaceBook, sentences: Sentences
) -> Iterator[Mark]:
    """Yield the mark of each episode of troops and bases, where its place is known that exactly."""
    for episode in episodes:
        if episode.kind in _FORMS:
            yield _mark(episode, book, sentences)


def anchor_of(place: Place | None, country: Place | None) -> tuple[Anchor, Place | None]:
    """Return how exactly the place is known, and the place whose coordinates are the anchor."""
    if place is not None:
        return (Anchor.REGION if place.kind is PlaceKind.REGION else Anchor.POINT), place
    return (Anchor.COUNTRY, country) if country is not None else (Anchor.NONE, None)


def _mark(episode: Episode, book: PlaceBook, sentences: Sentences) -> Mark:
    layer, form = _FORMS[episode.kind]
    actors = sentences.names.actors
    pole = actors.pole_of(episode.actor)
    receiver = actors.pole_of(episode.target) if episode.target else None
    country = book.country(episode.host) if episode.host else None
    anchor, place = anchor_of(episode.place, country)
    if anchor is Anchor.NONE and episode.host:
        anchor = Anchor.COUNTRY
    is_force = form is Form.TROOPS
    way, where = sentences.place_of(episode)
    return Mark(
        id=episode.id,
        fact_id=episode.fact_id,
        layer=layer,
        form=form,
        actor=episode.actor,
        code=actors.code_of(episode.actor),
        pole=Pole(pole) if pole else None,
        second_pole=Pole(receiver) if receiver else None,
        anchor=anchor,
        lon=place.lon if place else None,
        lat=place.lat if place else None,
        country=episode.host,
        place_id=place.id if place else "",
        place_name=place.name if place else "",
        state=episode.state,
        certainty=episode.certainty,
        valid=episode.valid,
        known=episode.known,
        count=episode.count,
        deadline=episode.deadline,
        attested=episode.attested,
        claim_ids=episode.claim_ids,
        document_ids=episode.document_ids,
        review=episode.review,
        is_disputed=episode.is_disputed,
        subject=sentences.subject_of(episode),
        way=way if is_force else "",
        where=where if is_force else "",
        voice=sentences.voice_of(episode) or "",
        is_begun_by=episode.state in _NEWS and is_by(sentences.chronicle.when_begun(episode)),
        label=sentences.label_of(episode),
        words=sentences.words_of(episode),
        report=Reports(sentences).report_of(episode),
        standing=standing_words(episode),
        context_ids=episode.context_ids,
    )
