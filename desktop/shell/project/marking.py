"""What a person marks in an article that the reader missed, or read otherwise."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from geodata.domain.claims import Claim, ClaimId, ClaimKind, Modality, Review, Status
from geodata.domain.edits import ChoosePlace
from geodata.domain.mentions import PlaceMention, Role
from geodata.domain.places import Candidate, Place, PlaceKind
from geodata.domain.spans import Span

if TYPE_CHECKING:
    from geodata.domain.extractions import Extraction
    from geodata.services import Project

_BY_HAND = "marked by hand"
_COARSE = frozenset({PlaceKind.COUNTRY, PlaceKind.CONTINENT, PlaceKind.REGION})


def blank_mention(extraction: Extraction, span: Span, places: tuple[Place, ...]) -> PlaceMention:
    """Return a mention of some words, with what the gazetteer has under them."""
    candidates = tuple(
        Candidate(place, 1 / (rank + 2), "has this name in the gazetteer")
        for rank, place in enumerate(places[:9])
    )
    words = span.quote(extraction.document.text)
    return PlaceMention(span, words, Role.LOCATION, None, candidates, why=_BY_HAND)


def blank_claim(extraction: Extraction, span: Span) -> Claim:
    """Return a claim that rests on some words, filled in from the names in them."""
    from desktop.dialogs.claim_editor import UNKNOWN_ACTOR

    inside = [mention for mention in extraction.places if span.holds(mention.span)]
    grounds = [m.place for m in inside if m.place and m.role is Role.LOCATION]
    host = next((place.country for place in grounds if place.country), None)
    # Who is named in the words themselves, else who acts most in the article; never the host, on
    # whose ground somebody else is to be marked.
    actor = next((code for code in _acting(inside) if code != host), None)
    actor = actor or next((code for code in _acting(extraction.places) if code != host), None)
    dates = [mention.when for mention in extraction.dates if span.holds(mention.span)]
    name = f"own|{extraction.document.id}|{span.start}|{span.end}"
    return Claim(
        id=ClaimId(hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest()[:12]),
        document_id=extraction.document.id,
        kind=ClaimKind.TROOPS,
        actor=actor or UNKNOWN_ACTOR,
        host=host,
        status=Status.PRESENT,
        modality=Modality.ASSERTED,
        evidence=(span,),
        begins=dates[0] if dates else extraction.document.published.within,
        place=next((place for place in grounds if place.kind not in _COARSE), None),
        confidence=1.0,
        reasons=(_BY_HAND,),
        review=Review.EDITED,
    )


def _acting(mentions: Iterable[PlaceMention]) -> list[str]:
    """Return the countries that act in some mentions, the most often named first."""
    codes = [m.place.country for m in mentions if m.place and m.role is not Role.LOCATION]
    return [code for code, _number in Counter(code for code in codes if code).most_common()]


def candidates_of(claim: Claim, extraction: Extraction) -> tuple[Place, ...]:
    """Return the places that names in a claim's evidence may stand for, likeliest first."""
    found: dict[str, Place] = {}
    for mention in extraction.places:
        if any(span.holds(mention.span) for span in claim.evidence):
            for candidate in mention.candidates:
                if candidate.place.kind not in _COARSE:
                    found.setdefault(candidate.place.id, candidate.place)
    return tuple(found.values())


def reach_of(project: Project, edit: ChoosePlace) -> tuple[int, int, int]:
    """Return how many mentions, articles and claims a choice for all articles is about."""
    mentions = articles = claims = 0
    for source in project.sources:
        its = [
            mention
            for mention in source.extraction.places
            if mention.text.casefold() == edit.name.casefold()
        ]
        mentions += len(its)
        articles += bool(its)
        claims += sum(
            any(span.holds(mention.span) for span in claim.evidence for mention in its)
            for claim in source.extraction.claims
        )
    return mentions, articles, claims
