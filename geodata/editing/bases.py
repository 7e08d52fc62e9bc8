"""Words that speak of a base, tied to one by a person: the words, and the claims that rest on them."""

from __future__ import annotations

from dataclasses import replace

from geodata.domain.claims import Claim, ClaimKind
from geodata.domain.edits import TieBases
from geodata.domain.extractions import Extraction
from geodata.domain.facilities import FacilityMention
from geodata.domain.places import Place, PlaceId, PlaceKind

_WHY = "decided by a person"


def tie_bases(standing: Extraction, edit: TieBases) -> Extraction:
    """
    Return the article with the words meant tied to the base.

    A claim follows when its evidence holds the words and it was placed where they stood: at the
    base or the town that they were read as, or nowhere although it speaks of a base in that
    country. Words that are parted from a base leave their claims at the town that they name,
    else without a place.
    """
    meant = [one for one in standing.facilities if _is_meant(one, standing, edit)]
    if not meant:
        return standing
    tied = [_tied(one, edit.place) if one in meant else one for one in standing.facilities]
    claims = standing.claims
    for mention in meant:
        town = _town_in(standing, mention)
        claims = tuple(_moved(claim, mention, town, edit.place) for claim in claims)
    return replace(standing, facilities=tuple(tied), claims=claims)


def _is_meant(mention: FacilityMention, standing: Extraction, edit: TieBases) -> bool:
    return any(
        words.document_id == standing.document.id
        and (words.span == mention.span or _is_same_text(mention, words.text, words.span.start))
        for words in edit.words
    )


def _is_same_text(mention: FacilityMention, text: str, start: int) -> bool:
    """A newer reading may take more or fewer words around the same noun."""
    return mention.text.casefold() == text.casefold() and mention.span.start == start


def _tied(mention: FacilityMention, place: Place | None) -> FacilityMention:
    radius = place.radius_km if place is not None else 0.0
    # Words that were parted from a base must not be led back to it by what they point to.
    return replace(mention, place=place, radius_km=radius, score=1.0, why=_WHY, is_definite=False)


def _town_in(standing: Extraction, mention: FacilityMention) -> Place | None:
    """Return the town that the words themselves name: “the airbase in Agadez”."""
    inside = (one.place for one in standing.places if mention.span.holds(one.span))
    return next((place for place in inside if place and place.kind is not PlaceKind.BASE), None)


def _moved(
    claim: Claim, mention: FacilityMention, town: Place | None, place: Place | None
) -> Claim:
    if not any(span.holds(mention.span) for span in claim.evidence):
        return claim
    stood: set[PlaceId] = {one.id for one in (mention.place, town) if one is not None}
    if claim.place is None:
        speaks_of_it = claim.kind is ClaimKind.BASE and place is not None
        is_there = place is not None and claim.host in (None, place.country)
        follows = speaks_of_it and is_there
    else:
        follows = claim.place.id in stood
    if not follows:
        return claim
    now = place if place is not None else town
    host = now.country if now is not None and now.country else claim.host
    return replace(claim, place=now, host=host)
