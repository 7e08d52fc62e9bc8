"""Marks: episodes in the dress in which every map, on screen or exported, draws them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from geodata.domain.claims import ClaimId, Review
from geodata.domain.documents import DocumentId
from geodata.domain.episodes import Certainty, CountRange
from geodata.domain.facts import FactId
from geodata.domain.layers import Layer
from geodata.domain.spans import Span
from geodata.domain.times import Days

__all__ = ["Anchor", "Form", "Layer", "Mark", "Passage", "Pole"]


class Form(StrEnum):
    """Which symbol is drawn."""

    GROUND = "ground"  # choropleth of one country
    SHIFT = "shift"  # arrow with letter chips, in the 90 days after an alignment event
    TROOPS = "troops"  # circle by count
    BASE = "base"  # square
    REFERENCE = "reference"  # a base of the gazetteer that no claim speaks of
    REGION = "region"  # feathered polygon
    MENTION = "mention"  # ring: a place that an article speaks of without a claim


class Anchor(StrEnum):
    """How exactly the mark's place is known: it changes the shape drawn, never only the size."""

    POINT = "point"  # at lon, lat
    COUNTRY = "country"  # in the plate of `country`
    REGION = "region"  # the polygon of `place_id`
    NONE = "none"  # the unplaced tray


class Pole(StrEnum):
    """Where a government can lean; the letter is always drawn beside the colour."""

    WEST = "W"
    RUSSIA = "R"
    CHINA = "C"
    IRAN = "I"
    TURKIYE = "T"
    NON_ALIGNED = "N"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article that a mark rests on and that is no claim."""

    document_id: DocumentId
    span: Span


@dataclass(frozen=True, slots=True)
class Mark:
    """
    One drawn thing over one rectangle of the two times. Coordinates are WGS 84, degrees.

    A mark is drawn on day D as known by K where `valid.holds(D) and known.holds(K)`.

    Args:
        id: Stable and unique in the project.
        fact_id: Whose state it shows; a GROUND mark, which stands for all alignment facts of its
            country, carries `ground:<country>`.
        layer: The layer that switches it.
        form: The symbol.
        actor: ISO 3166-1 alpha-2 code, or an organisation's name; empty for REGION.
        code: Two or three letters drawn in the symbol (`US`, `RU`, `UN`, `XX`).
        pole: The pole whose colour is used: for GROUND the pole leaned toward, for SHIFT the pole
            approached. None where none is.
        second_pole: For GROUND the pole of the hatch where sources differ, for SHIFT the pole
            left behind; else None.
        anchor: How exactly the place is known.
        lon: Longitude of the anchor, or None.
        lat: Latitude of the anchor, or None.
        country: ISO 3166-1 alpha-2 code of the country it stands in, or None.
        place_id: Gazetteer id, or empty.
        place_name: Name for the label, or empty.
        state: `geodata.domain.episodes.State` value, or empty for REGION and REFERENCE.
        certainty: On what footing.
        valid: When it was true.
        known: When it could be known.
        count: People, or None.
        deadline: Last day to which the state is due to change, or None.
        attested: Days of attestation, ascending.
        claim_ids: The evidence; a mark without any is a REFERENCE, a REGION or a MENTION.
        document_ids: Sources, in order of publication.
        review: ACCEPTED draws solid, SUGGESTED hollow.
        is_disputed: Whether sources differ.
        subject: Whom or what it speaks of, as inside a sentence: “US forces”, “Niger”, “Air Base
            201, Niger (US base)”; empty where nothing is claimed.
        way: How the place of a force is told: “in” or “at”; else empty.
        where: What stands after it: “Niger”, “Agadez, Niger”, “the Sahel”.
        voice: In what voice a plan is told, `geodata.domain.claims.Modality`; empty for all else.
        is_begun_by: Whether only a last day is told of its beginning, which may be long before.
        label: A few words beside the symbol, or empty.
        words: One sentence that says what the mark shows, with its dates and count as ranges.
        report: The same as a sentence of its own to copy, in the past: what happened.
        standing: How it stands in a few words, to be told as what was before a change.
        passages: For MENTION, where the articles speak of the place.
        context_ids: Claims that also speak of the same thing, and tell nothing that is drawn here.
    """

    id: str
    fact_id: FactId
    layer: Layer
    form: Form
    actor: str
    code: str
    pole: Pole | None
    second_pole: Pole | None
    anchor: Anchor
    lon: float | None
    lat: float | None
    country: str | None
    place_id: str
    place_name: str
    state: str
    certainty: Certainty
    valid: Days
    known: Days
    count: CountRange | None = None
    deadline: date | None = None
    attested: tuple[date, ...] = ()
    claim_ids: tuple[ClaimId, ...] = ()
    document_ids: tuple[DocumentId, ...] = ()
    review: Review = Review.SUGGESTED
    is_disputed: bool = False
    subject: str = ""
    way: str = ""
    where: str = ""
    voice: str = ""
    is_begun_by: bool = False
    label: str = ""
    words: str = ""
    report: str = ""
    standing: str = ""
    passages: tuple[Passage, ...] = ()
    context_ids: tuple[ClaimId, ...] = ()

    def is_drawn(self, on: date, known_by: date) -> bool:
        """Say whether the mark stands on the map of day `on` as known by `known_by`."""
        return self.valid.holds(on) and self.known.holds(known_by)

    def is_drawn_in(self, during: Days, known_by: date) -> bool:
        """Say whether the mark stands on some of the days, as known by a day."""
        return self.valid.overlaps(during) and self.known.holds(known_by)
