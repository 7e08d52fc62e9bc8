"""What was read from one article."""

from __future__ import annotations

from dataclasses import dataclass

from geodata.domain.claims import Claim
from geodata.domain.documents import Document
from geodata.domain.facilities import FacilityMention
from geodata.domain.mentions import DateMention, PlaceMention


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read from one article; every span counts code points of `document.text`."""

    document: Document
    places: tuple[PlaceMention, ...]
    dates: tuple[DateMention, ...]
    claims: tuple[Claim, ...]
    facilities: tuple[FacilityMention, ...] = ()
