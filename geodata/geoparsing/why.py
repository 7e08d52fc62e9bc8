"""Reasons in words for what a name was resolved to."""

from __future__ import annotations

from collections.abc import Mapping

from geodata.domain.mentions import Role
from geodata.domain.places import Candidate, Place, PlaceKind
from geodata.geoparsing.resolution.candidates import MOST
from geodata.geoparsing.resolution.context import Context
from geodata.geoparsing.resolution.ranking import Ranked, Reading
from geodata.geoparsing.roles.part import Part

RUNNERS_UP = 5
TRUST_AT_NONE, TRUST_AT_ALL = 0.42, 0.96
TRUST_WITHHELD = 0.08  # three of the 38 namesakes far away in the sets of `withholding` were right
_KIND_WORDS = {
    PlaceKind.ADMIN1: "first-level subdivision",
    PlaceKind.ADMIN2: "second-level subdivision",
}


def called(place: Place, country_name: str | None) -> str:
    """Return a place's name with what it lies in: “Agadez, Niger”."""
    if place.kind is PlaceKind.COUNTRY or country_name is None:
        return place.name
    inner = (
        f"{place.name}, {place.admin1}" if place.admin1 not in {None, place.name} else place.name
    )
    return f"{inner}, {country_name}"


def explain(
    reading: Reading, context: Context, counts: dict[str, int], names: dict[str, str]
) -> str:
    """
    Return why the winner won, as the beginning of a sentence.

    Args:
        reading: The name with its ranked candidates.
        context: What the article speaks of.
        counts: Country code to how often the article names it or its people.
        names: Country code to country name.
    """
    best = reading.best
    if best is None and reading.ranked:
        return _withheld(reading, names)
    if best is None:
        return f"“{reading.name.text}” is not in the gazetteer"
    country = names.get(best.place.country or "")
    if best.is_lent:
        return (
            f"{called(best.place, country)}: “{reading.name.text}” is not in the gazetteer, "
            f"and the text puts it at “{best.qualifier}”"
        )
    return f"{called(best.place, country)}: {_reason(reading, best, context, counts, country)}"


def _withheld(reading: Reading, names: Mapping[str, str]) -> str:
    place = reading.ranked[0].place
    which = "only" if len(reading.ranked) == 1 else "likeliest"
    return (
        f"“{reading.name.text}” is not placed: the {which} place of that name in the gazetteer, "
        f"{called(place, names.get(place.country or ''))}, lies far from what the article speaks of"
    )


def _reason(
    reading: Reading, best: Ranked, context: Context, counts: dict[str, int], country: str | None
) -> str:
    if best.qualifier:
        return f"the text itself adds “{best.qualifier}”"
    if best.place.kind in {PlaceKind.COUNTRY, PlaceKind.CONTINENT, PlaceKind.REGION}:
        return f"the gazetteer's {best.place.kind.value} of that name"
    if len(reading.ranked) == 1:
        return "the only place of that name in the gazetteer"
    count = counts.get(best.place.country or "", 0)
    if country is not None and count:
        times = {1: "once", 2: "twice"}.get(count, f"{count} times")
        return f"the article speaks of {country} {times} and this fits best of {_many(reading)}"
    key = reading.name.key.lower()
    if country is not None and context.country_share(best.place.country, key) > 0.1:
        return (
            f"other places of the article lie in {country}, and of {_many(reading)} this fits best"
        )
    return f"the most prominent of {_many(reading)}, and nothing in the article speaks for another"


def _many(reading: Reading) -> str:
    count = len(reading.ranked)
    return f"{'at least ' if count == MOST else ''}{count} places of that name"


def trust(score: float) -> float:
    """
    Return how often a place with this share of the evidence is right, 0..1.

    A line through the reliability tables of TR-News and GeoVirus, which `make benchmarks` prints:
    even overwhelming evidence is wrong in one case of twenty-five, and a bare majority is right
    in more cases than not.
    """
    return round(TRUST_AT_NONE + (TRUST_AT_ALL - TRUST_AT_NONE) * score, 3) if score else 0.0


def candidates_of(
    reading: Reading, why: str, counts: Mapping[str, int], names: Mapping[str, str]
) -> tuple[Candidate, ...]:
    """
    Return the winner, if there is one, and its runners-up as the rest of the program sees them.

    Args:
        reading: The name with its ranked candidates.
        why: The reason of the winner.
        counts: Country code to how often the article names it or its people.
        names: Country code to country name.
    """
    best, most = reading.best, TRUST_WITHHELD
    found: list[Candidate] = []
    if best is not None:
        most = best.score if best.is_lent else trust(best.score)
        found.append(Candidate(best.place, most, why))
    for ranked in reading.ranked[len(found) : RUNNERS_UP + 1]:
        label = called(ranked.place, names.get(ranked.place.country or ""))
        reason = f"{label}: {_shortfall(reading.ranked[0], ranked, counts, names)}."
        found.append(Candidate(ranked.place, min(ranked.score, most), reason))
    return tuple(found)


def _shortfall(
    best: Ranked, other: Ranked, counts: Mapping[str, int], names: Mapping[str, str]
) -> str:
    """Return what a runner-up lacks against the winner."""
    kind = _KIND_WORDS.get(other.place.kind, other.place.kind.value)
    code = other.place.country or ""
    if best.qualifier and not other.qualifier:
        return f"a {kind} of that name, but the text adds “{best.qualifier}”"
    if best.place.country != other.place.country and code in names and not counts.get(code):
        return f"a {kind} of that name, but the article does not name {names[code]}"
    if best.place.population > other.place.population > 0:
        return f"a {kind} of that name, but with {other.place.population:,} people a smaller one"
    return f"a {kind} of that name, for which less speaks"


def sentence(explained: str, part: Part) -> str:
    """Return the whole reason of a mention: place, then role."""
    if part.role is Role.LOCATION and part.why == "it is named as a place":
        return explained + "."
    return f"{explained}; {part.why}."
