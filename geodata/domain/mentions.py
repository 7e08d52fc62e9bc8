"""What a text mentions: places, dates and counts, each with its span and its reading."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from geodata.domain.places import Candidate, Place
from geodata.domain.spans import Span
from geodata.domain.times import UncertainDate


class Role(StrEnum):
    """What a place name does in its sentence."""

    LOCATION = "location"  # where something is
    ACTOR = "actor"  # a country acting
    ATTRIBUTIVE = "attributive"  # “US troops”
    METONYM = "metonym"  # a capital or building standing for a government
    ORG_PART = "org_part"  # inside an organisation's name
    BLOC = "bloc"  # “the West”
    DEMONYM = "demonym"  # “Nigerien”: evidence for a country, never a pin


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """
    A place name in a text.

    Args:
        span: Where it stands.
        text: The words.
        role: What it does in its sentence; only a LOCATION may become a pin.
        place: What it was resolved to, or None.
        candidates: The winner first, if there is one, then the runners-up.
        score: Confidence in the resolution, 0..1.
        why: The reason for role and place, in one sentence.
    """

    span: Span
    text: str
    role: Role
    place: Place | None
    candidates: tuple[Candidate, ...] = ()
    score: float = 0.0
    why: str = ""


class DateRelation(StrEnum):
    """How an expression bounds the time it names."""

    ON = "on"  # on, in, during
    BY = "by"  # a deadline: by, no later than, until the end of
    SINCE = "since"  # from then on
    UNTIL = "until"  # up to then
    DURATION = "duration"  # a length of time that is not placed
    REPEATED = "repeated"  # every year, annually


@dataclass(frozen=True, slots=True)
class DateMention:
    """
    A time expression in a text.

    Args:
        span: Where it stands.
        text: The words.
        when: The days it names: an event “on” it lies in this range. For a span such as
            “from 3 to 9 May” the range is the whole span.
        relation: How it bounds an event.
        is_vague: Whether the words leave the ends open to judgement (“mid-September”).
        why: How it was read, in one sentence.
    """

    span: Span
    text: str
    when: UncertainDate
    relation: DateRelation = DateRelation.ON
    is_vague: bool = False
    why: str = ""


class Qualifier(StrEnum):
    """How a source hedges a number."""

    EXACT = "exact"
    ABOUT = "about"  # plus or minus 10 %
    OVER = "over"  # N + 1 and open
    NEARLY = "nearly"  # 0.9 N to N
    UNDER = "under"  # up to N - 1
    RANGE = "range"  # between N and M
    VAGUE = "vague"  # hundreds, dozens


@dataclass(frozen=True, slots=True)
class Count:
    """
    A number of people as a source gives it.

    Args:
        low: Lowest number the words allow.
        high: Highest number they allow, or None when open.
        qualifier: How the number is hedged.
        text: The words.
        span: Where they stand.

    Raises:
        ValueError: The low end is negative or above the high end.
    """

    low: int
    high: int | None
    qualifier: Qualifier
    text: str
    span: Span

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ValueError(f"not a count: {self.low}..{self.high}")
