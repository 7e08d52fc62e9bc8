"""Bases, camps and airfields as texts speak of them, and suggestions that several are one."""

from __future__ import annotations

from dataclasses import dataclass

from geodata.domain.documents import DocumentId
from geodata.domain.places import Place
from geodata.domain.spans import Span


@dataclass(frozen=True, slots=True)
class FacilityMention:
    """
    A base, camp or airfield in a text, by its name or by a description.

    Args:
        document: The article.
        span: Where it stands in the article's text.
        text: The words: “Base 201”, “a major airbase in Agadez”, “the drone base”.
        sort: What the words call it: “air”, “naval”, “camp”, or empty where they do not tell.
        place: The base, or the town or subdivision it stands in or near, or None.
        radius_km: How far from the place's point it may lie; 0 without a place.
        is_named: Whether the words are a name rather than a description.
        is_definite: Whether the words point back to what was spoken of (“the base”).
        score: Confidence in the place, 0..1.
        why: The reason for the place, in one sentence.
    """

    document: DocumentId
    span: Span
    text: str
    sort: str
    place: Place | None
    radius_km: float
    is_named: bool
    is_definite: bool
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class FacilityLink:
    """
    A suggestion that mentions speak of one facility. A person decides; nothing is joined by it.

    Args:
        mentions: The mentions, of one article or of several, in order.
        place: The base or the place that they share.
        score: Confidence that they are one, 0..1: that of the weakest tie.
        why: The reason, in one sentence.
    """

    mentions: tuple[FacilityMention, ...]
    place: Place
    score: float
    why: str
