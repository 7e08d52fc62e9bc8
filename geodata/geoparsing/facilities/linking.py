"""Suggestions that several mentions speak of one base, within an article and across articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from geodata.domain.documents import DocumentId
from geodata.domain.facilities import FacilityLink, FacilityMention
from geodata.domain.places import PlaceId, PlaceKind

BACK = 0.7  # for “the base” after the only base that the article has spoken of
AMBIGUOUS = 0.45  # for the nearest of several
_LOOSE = frozenset({"base", ""})


def link_facilities(mentions: Iterable[FacilityMention]) -> list[FacilityLink]:
    """
    Return the suggestions, the surest first.

    “The drone base” goes back to the base of its article that was spoken of last and that its
    words do not contradict. Mentions of several articles are joined by the place they are tied
    to: the same base, or bases of one sort in the same town. It is a suggestion for a person,
    and the reason says what it rests on.

    Args:
        mentions: What `find_facilities` returned for one article or for several.
    """
    by_document: dict[DocumentId, list[FacilityMention]] = defaultdict(list)
    for mention in mentions:
        by_document[mention.document].append(mention)
    groups: dict[tuple[PlaceId, str], list[FacilityMention]] = defaultdict(list)
    for found in by_document.values():
        for mention in _looked_back(sorted(found, key=lambda one: one.span)):
            if mention.place is not None:
                groups[_key(mention)].append(mention)
    links = [_link(group) for group in groups.values() if _is_news(group)]
    return sorted(links, key=lambda link: -link.score)


def _key(mention: FacilityMention) -> tuple[PlaceId, str]:
    place = mention.place
    if place is None:
        raise ValueError("a mention without a place belongs to no group")
    is_base = place.kind is PlaceKind.BASE
    return place.id, "" if is_base or mention.sort in _LOOSE else mention.sort


def _looked_back(found: Sequence[FacilityMention]) -> list[FacilityMention]:
    """Return the mentions of an article, with places for those that point back."""
    result: list[FacilityMention] = []
    for mention in found:
        if mention.place is not None or not mention.is_definite:
            result.append(mention)
            continue
        fitting = [one for one in result if one.place is not None and _agree(one, mention)]
        if not fitting:
            result.append(mention)
            continue
        last = fitting[-1]
        choices = {one.place.id for one in fitting if one.place is not None}
        only = len(choices) == 1
        why = (
            f"“{mention.text}” points back to “{last.text}”, "
            f"{'the only' if only else 'the latest'} base that the article spoke of before."
        )
        score = round((BACK if only else AMBIGUOUS) * max(last.score, 0.6), 3)
        result.append(
            replace(mention, place=last.place, radius_km=last.radius_km, score=score, why=why)
        )
    return result


def _agree(one: FacilityMention, other: FacilityMention) -> bool:
    return one.sort == other.sort or one.sort in _LOOSE or other.sort in _LOOSE


def _is_news(group: Sequence[FacilityMention]) -> bool:
    """Say whether a group joins different words; the same name twice needs no suggestion."""
    return len({mention.text.casefold() for mention in group}) > 1


def _link(group: Sequence[FacilityMention]) -> FacilityLink:
    place = group[0].place
    if place is None:
        raise ValueError("a group has a place")
    described = [mention for mention in group if not mention.is_named]
    reasons = dict.fromkeys(mention.why for mention in described)
    if place.kind is PlaceKind.BASE:
        head = f"All are tied to {place.name}."
    else:
        head = f"All stand in or near {place.name}, and their words do not contradict each other."
    score = min(mention.score for mention in group)
    return FacilityLink(tuple(group), place, score, " ".join([head, *list(reasons)[:3]]))
