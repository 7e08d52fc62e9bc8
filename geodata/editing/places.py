"""A name that stands for another place: its mentions, and the claims that were placed by it."""

from __future__ import annotations

from dataclasses import replace

from geodata.domain.claims import Claim
from geodata.domain.edits import ChoosePlace
from geodata.domain.extractions import Extraction
from geodata.domain.mentions import PlaceMention
from geodata.domain.places import Candidate, Place, PlaceKind

_WHY = "chosen by a person"


def choose_place(standing: Extraction, edit: ChoosePlace) -> Extraction:
    """
    Return the article with the mentions meant standing for the chosen place.

    A claim follows when its evidence holds such a mention and it was placed where the mention
    stood before; its country follows when it was that of the old place.
    """
    meant = [mention for mention in standing.places if _is_meant(mention, edit)]
    if not meant:
        return standing
    places = [_chosen(m, edit.place) if m in meant else m for m in standing.places]
    return replace(
        standing,
        places=tuple(mention for mention in places if mention is not None),
        claims=tuple(_moved(claim, meant, edit.place) for claim in standing.claims),
    )


def _is_meant(mention: PlaceMention, edit: ChoosePlace) -> bool:
    if edit.span is not None:
        return mention.span == edit.span
    return mention.text.casefold() == edit.name.casefold()


def _chosen(mention: PlaceMention, place: Place | None) -> PlaceMention | None:
    if place is None:
        return None
    others = tuple(c for c in mention.candidates if c.place.id != place.id)
    first = Candidate(place, 1.0, _WHY)
    return replace(mention, place=place, candidates=(first, *others), score=1.0, why=_WHY)


def _moved(claim: Claim, meant: list[PlaceMention], place: Place | None) -> Claim:
    for mention in meant:
        old = mention.place
        if old is None or not any(span.holds(mention.span) for span in claim.evidence):
            continue
        if claim.place is not None and claim.place.id == old.id:
            is_hosted_there = claim.host == old.country
            host = place.country if place is not None and is_hosted_there else claim.host
            return replace(claim, place=place, host=host)
        is_country = old.kind is PlaceKind.COUNTRY and place is not None
        if claim.place is None and is_country and claim.host == old.country and place is not None:
            below = place if place.kind is not PlaceKind.COUNTRY else None
            return replace(claim, place=below, host=place.country)
    return claim
