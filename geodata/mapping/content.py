"""What one map page shows: marks with the sources and quotes behind them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from geodata.domain.claims import ClaimId
from geodata.domain.documents import DocumentId
from geodata.domain.mentions import Count
from geodata.layers.marks import Mark, Passage

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Extent:
    """A box of longitudes and latitudes, WGS 84, degrees."""

    west: float
    south: float
    east: float
    north: float


WORLD = Extent(-170.0, -55.0, 180.0, 72.0)


@dataclass(frozen=True, slots=True)
class PageSource:
    """
    One article as the page names it.

    Args:
        number: The number that stands for it in ticks, strips and quotes; from 1.
        document_id: The article.
        title: Its headline.
        outlet: Who published it, or empty.
        published: The most likely day, or None.
        is_inferred: Whether that day is our inference rather than the article's own word.
    """

    number: int
    document_id: DocumentId
    title: str
    outlet: str = ""
    published: date | None = None
    is_inferred: bool = False


@dataclass(frozen=True, slots=True)
class PageQuote:
    """
    The evidence of one claim, or the passage that a mention rests on.

    Args:
        claim_id: The claim, or the passage.
        source: Number of its source.
        text: The words of the article.
        count: The number of people it gives, or None.
        written: When these words appeared, where that is another day than their source's.
    """

    claim_id: ClaimId | Passage
    source: int
    text: str
    count: Count | None = None
    written: date | None = None


@dataclass(frozen=True, slots=True)
class PageRegion:
    """
    A region without agreed edges that REGION marks may stand for.

    Args:
        place_id: Gazetteer id, as in `Mark.place_id`.
        name: Its name.
        rings: Closed outer rings of (lon, lat), WGS 84, degrees.
    """

    place_id: str
    name: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class PageContent:
    """
    Everything a map page shows, of all days at once.

    Args:
        title: Heading of an export.
        marks: All marks, of all days.
        sources: All articles, in the order of their numbers.
        quotes: The evidence of the marks' claims.
        regions: Polygons of the REGION marks.
        extent: The part of the world to open on, or None for what holds all marks.
        on: The day to open on, or None for the last day a source attests anything.
        known_by: The known date to open with, or None for the newest source's.
    """

    title: str
    marks: tuple[Mark, ...]
    sources: tuple[PageSource, ...] = ()
    quotes: tuple[PageQuote, ...] = ()
    regions: tuple[PageRegion, ...] = ()
    extent: Extent | None = None
    on: date | None = None
    known_by: date | None = None

    @property
    def last_known(self) -> date:
        """The newest source's day, else the newest day of any mark."""
        published = [s.published for s in self.sources if s.published]
        return max(published) if published else self.last_attested

    @property
    def last_attested(self) -> date:
        """The last day that a source attests, else the last day any mark begins."""
        days = [day for m in self.marks for day in m.attested]
        days = days or [m.valid.start for m in self.marks if m.valid.start]
        return max(days) if days else date(2000, 1, 1)

    @property
    def first_on(self) -> date:
        """The day the page opens on."""
        return self.on or self.last_attested

    @property
    def first_known_by(self) -> date:
        """The known date the page opens with."""
        return self.known_by or self.last_known
