"""Names that settle each other: “Paris, Texas”, “Bisha in Saudi Arabia”."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from geodata.domain.places import Place, PlaceKind
from geodata.geoparsing.article.names import Name
from geodata.geoparsing.article.passage import Passage
from geodata.geoparsing.containment import lies_in
from geodata.geoparsing.resolution.series import Sort

LONGEST_JOINT = 40  # characters between two names that may still belong together
_JOINT = re.compile(r"(?:,\s+|\s+\(|\s+in\s+(?:the\s+)?|,?\s+(?:a|the)\s[\w\s]{3,30}\sin\s|\s+)$")
_TIGHT = re.compile(r"(?:,\s+|\s+\()$")


def settle(
    passage: Passage,
    names: Sequence[Name],
    found: Sequence[tuple[Place, ...]],
    series: Mapping[int, Sort],
) -> list[dict[int, str]]:
    """
    Return for each name the candidates that a neighbour settles, with the neighbour's words.

    Args:
        passage: The article.
        names: Its names, in order.
        found: The candidates of each name.
        series: Names that stand in a list of one kind; no member of it qualifies another.
    """
    settled: list[dict[int, str]] = [{} for _ in names]
    for i in range(len(names) - 1):
        if i in series and series.get(i + 1) == series[i]:
            continue
        between = passage.text[names[i].end : names[i + 1].start]
        if len(between) > LONGEST_JOINT or not _JOINT.fullmatch(between):
            continue
        is_tight = _TIGHT.fullmatch(between) is not None
        wider = _containers(found[i + 1], with_counties=is_tight)
        listed = _listed_with(passage, found[i])
        for j, place in enumerate(found[i]):
            if any(_settles(outer, place, listed) for outer in wider):
                settled[i][j] = names[i + 1].text
        if is_tight and settled[i]:
            inner = [found[i][j] for j in settled[i]]
            for j, outer in enumerate(found[i + 1]):
                if any(lies_in(place, outer) for place in inner):
                    settled[i + 1].setdefault(j, names[i].text)
    return settled


def _listed_with(passage: Passage, places: tuple[Place, ...]) -> frozenset[str] | None:
    """Return the neighbours of the country that a name may be, or None if it may be none."""
    if not places or places[0].kind is not PlaceKind.COUNTRY:
        return None
    return passage.gazetteer.neighbours(str(places[0].country))


def _settles(outer: Place, place: Place, listed: frozenset[str] | None) -> bool:
    """
    Say whether a wider place settles one.

    “China, Japan” and “Niger, Nigeria” are lists of countries: they mean no town of the one name
    in the other country, and no subdivision where the two are neighbours. “Georgia, USA” does.
    """
    is_list = listed is not None and outer.kind is PlaceKind.COUNTRY
    if is_list and (place.kind is not PlaceKind.ADMIN1 or outer.country in (listed or ())):
        return False
    return lies_in(place, outer)


def _containers(places: tuple[Place, ...], *, with_counties: bool) -> list[Place]:
    wider = [p for p in places if p.kind in {PlaceKind.COUNTRY, PlaceKind.ADMIN1}]
    counties = [p for p in places[:3] if p.kind is PlaceKind.ADMIN2]
    return wider + counties if with_counties else wider
