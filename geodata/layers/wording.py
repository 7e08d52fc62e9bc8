"""Dates, numbers and names in words, British style: “19 May 2024”, “900 to 1,100 or more”."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from geodata.domain.episodes import CountRange
from geodata.domain.places import Place, PlaceId
from geodata.domain.times import UncertainDate
from geodata.timeline import Actors
from geodata.written_days import day_words, days_between

_QUOTED = 3


class PlaceBook(Protocol):
    """What the layers ask of a gazetteer."""

    def country(self, code: str) -> Place | None:
        """Return the country with that ISO 3166-1 alpha-2 code."""

    def bases(self) -> tuple[Place, ...]:
        """Return all military bases."""

    def base_operator(self, place_id: PlaceId) -> str | None:
        """Return who runs a base: a country's code or an organisation's name."""


@dataclass(frozen=True, slots=True)
class Names:
    """How countries and organisations are called: the lexicon first, then the gazetteer."""

    actors: Actors
    countries: Mapping[str, str]

    def name_of(self, actor: str) -> str:
        """Return the name inside a sentence: “the United States”, “Niger”."""
        return self.actors.name_of(actor, self.countries.get(actor, ""))

    def forces_of(self, actor: str) -> str:
        """Return what its people in uniform are called: “US forces”, “MINUSMA”."""
        if actor in self.countries or self.actors.code_of(actor) == actor:
            return f"{self.adjective_of(actor)} forces"
        return self.actors.name_of(actor)

    def adjective_of(self, actor: str) -> str:
        """Return what stands before “base”: “US”, “Fijian”."""
        return self.actors.adjective_of(actor, self.countries.get(actor, ""))


def range_words(first: date, last: date, joint: str = "to") -> str:
    """
    Return a range of days, as short as it can be said without loss.

    Args:
        first: First day.
        last: Last day, inclusive.
        joint: The word between the two.

    >>> range_words(date(2024, 4, 1), date(2024, 4, 30))
    'April 2024'
    >>> range_words(date(2024, 3, 11), date(2024, 3, 20))
    '11 to 20 March 2024'
    """
    if first == last:
        return day_words(first)
    if whole := _whole_period(first, last):
        return whole
    return days_between(first, last, f" {joint} ")


def on_words(when: UncertainDate) -> str:
    """Return when an event was: “on 19 May 2024”, “in April 2024”, “by 20 May 2024”."""
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return f"by {day_words(last)}" if last else f"after {day_words(first)}" if first else ""
    if first == last:
        return f"on {day_words(first)}"
    whole = _whole_period(first, last)
    return f"in {whole}" if whole else f"between {range_words(first, last, 'and')}"


def is_by(when: UncertainDate) -> bool:
    """
    Say whether only a last day is told of an event, which may have been long before.

    “Mali had turned toward Russia by 20 April” does not tell when; “turned on 20 April” does.
    """
    return when.earliest is None and when.latest is not None


def since_words(when: UncertainDate) -> str:
    """Return since when a state holds: “since 19 May 2024”, “since before 20 May 2024”."""
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return f"since {day_words(last)} or before" if last else "since an unknown day"
    if first == last or _whole_period(first, last):
        return f"since {range_words(first, last)}"
    return f"since some day from {range_words(first, last)}"


def count_words(count: CountRange | None, *, in_brackets: bool = False) -> str:
    """
    Return how many, and how the sources put it where they hedge: “900 to 1,100 (“about 1,000”)”.

    Args:
        count: The range, or None.
        in_brackets: Whether the words stand in brackets already: “900 to 1,100; “about 1,000””.
    """
    told = range_of_count(count)
    if count is None or [text.casefold() for text in count.told] in ([], [told]):
        return told
    quoted = [f"“{text}”" for text in count.told[:_QUOTED]]
    quoted += ["…"] * (len(count.told) > _QUOTED)
    hedged = ", ".join(quoted)
    return f"{told}; {hedged}" if in_brackets else f"{told} ({hedged})"


def range_of_count(count: CountRange | None) -> str:
    """Return “1,000”, “900 to 1,100 or more”, “more than 1,000”, “number unknown”."""
    if count is None:
        return "number unknown"
    if count.high is None:
        return f"more than {count.low - 1:,}" if count.low > 0 else "number unknown"
    told = f"{count.low:,}" if count.low == count.high else f"{count.low:,} to {count.high:,}"
    return f"{told} or more" if count.is_open else told


def count_label(count: CountRange | None) -> str:
    """Return how many, for beside a symbol: “900–1,100+”, “?”."""
    if count is None:
        return "?"
    if count.high is None:
        return f"{count.low:,}+"
    told = f"{count.low:,}" if count.low == count.high else f"{count.low:,}–{count.high:,}"
    return f"{told}+" if count.is_open else told


def sources_words(number: int) -> str:
    """Return “1 source” or “5 sources”."""
    return "1 source" if number == 1 else f"{number} sources"


def sentence(text: str) -> str:
    """Return the text with a capital at its beginning and a full stop at its end."""
    return f"{text[:1].upper()}{text[1:]}."


def _whole_period(first: date, last: date) -> str:
    """Return “April 2024” or “2023” where the range is just that, else nothing."""
    if first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return ""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%B} {first.year}"
    is_year = first.year == last.year and first.month == 1 and last.month == 12
    return str(first.year) if is_year else ""
