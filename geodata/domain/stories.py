"""A story: bookmarks of the map, each with a caption that cites claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NewType

from geodata.domain.claims import ClaimId
from geodata.domain.documents import DocumentId
from geodata.domain.layers import OFF_AT_FIRST, Layer
from geodata.domain.times import ONE_DAY, Reach

BookmarkId = NewType("BookmarkId", str)

CITATION = "\ufffc"
"""Stands in a caption where a claim is cited: the character that Unicode has for an object."""


@dataclass(frozen=True, slots=True)
class View:
    """
    The part of the world that a map showed.

    Args:
        lat: Of the middle, WGS 84, degrees.
        lon: Of the middle, WGS 84, degrees.
        zoom: The world is 256 * 2**zoom CSS pixels wide (Web Mercator).
        width_px: Width of the map in CSS pixels.
        height_px: Its height.
    """

    lat: float
    lon: float
    zoom: float
    width_px: float
    height_px: float


@dataclass(frozen=True, slots=True)
class Caption:
    """
    The words of a bookmark.

    Args:
        text: As a person wrote them; `CITATION` stands where a claim is cited.
        cited: The claims, in the order of these marks.

    Raises:
        ValueError: There are more or fewer marks than claims.
    """

    text: str = ""
    cited: tuple[ClaimId, ...] = ()

    def __post_init__(self) -> None:
        marks = self.text.count(CITATION)
        if marks != len(self.cited):
            raise ValueError(f"a caption with {marks} citations cites {len(self.cited)} claims")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """
    A map as it was looked at, and what is to be said of it.

    Args:
        id: Its own, as long as it lives.
        title: Its heading.
        on: The day shown.
        known_by: Sources up to this day.
        reach: Days around the day shown that are taken in.
        hidden: Layers that are off.
        muted: Articles that are left out.
        view: The part of the world; None for all that is told.
        caption: Its words.
    """

    id: BookmarkId
    title: str
    on: date
    known_by: date
    reach: Reach = ONE_DAY
    hidden: frozenset[Layer] = OFF_AT_FIRST
    muted: frozenset[DocumentId] = frozenset()
    view: View | None = None
    caption: Caption = Caption()


Story = tuple[Bookmark, ...]


def citation_numbers(story: Iterable[Bookmark]) -> Mapping[ClaimId, int]:
    """Return the number of every cited claim, from 1 in the order in which a reader meets them."""
    numbers: dict[ClaimId, int] = {}
    for bookmark in story:
        for claim_id in bookmark.caption.cited:
            numbers.setdefault(claim_id, len(numbers) + 1)
    return numbers
