"""Lists of places of one kind: “Georgia, Oklahoma and Wisconsin” are states, all of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from geodata.domain.places import Place, PlaceKind
from geodata.geoparsing.article.names import Name
from geodata.geoparsing.article.passage import Passage

# Comma groups: Lieberman, Samet and Sankaranarayanan 2010, “Geotagging: using proximity,
# sibling, and prominence clues to understand comma groups”.
SHORTEST = 3  # names from which a list speaks for itself; two must be joined by “and”
AGREEING = 0.75  # of a list's names that must share a kind before it speaks for the others
_JOINT = re.compile(r",? (?:and|or|as well as|&) (?:the )?|, (?:the )?|; (?:and )?")
_AND = re.compile(r" (?:and|or|&) (?:the )?")
_KINDS = frozenset({PlaceKind.ADMIN1, PlaceKind.COUNTRY})

Sort = tuple[PlaceKind, str | None]


def series_of(
    passage: Passage, names: Sequence[Name], found: Sequence[tuple[Place, ...]]
) -> dict[int, Sort]:
    """
    Return what the names of lists are a list of: subdivisions of one country, or countries.

    Args:
        passage: The article.
        names: Its names, in order.
        found: The candidates of each name.

    Returns:
        The index of a name to the kind, and the country of a subdivision, of its list's members.
    """
    sorts: dict[int, Sort] = {}
    for run in _runs(passage, names):
        counts: Counter[Sort] = Counter()
        for i in run:
            sorts_of = (_sort(place) for place in found[i][:6] if place.kind in _KINDS)
            # Of two kinds told equally often that of the best candidate wins, on every run.
            counts.update(list(dict.fromkeys(sorts_of)))
        for sort, count in counts.most_common(1):
            if count >= max(2, AGREEING * len(run)) and _is_sure(run, sort, found):
                sorts.update(dict.fromkeys(run, sort))
    return sorts


def is_of(place: Place, sort: Sort | None) -> bool:
    """Say whether a place is of a list's kind."""
    return sort is not None and _sort(place) == sort


def _runs(passage: Passage, names: Sequence[Name]) -> Iterator[list[int]]:
    run = [0] if names else []
    for i in range(1, len(names)):
        between = passage.text[names[i - 1].end : names[i].start]
        if _JOINT.fullmatch(between):
            run.append(i)
            continue
        if _is_list(passage, names, run):
            yield run
        run = [i]
    if _is_list(passage, names, run):
        yield run


def _is_list(passage: Passage, names: Sequence[Name], run: Sequence[int]) -> bool:
    if len(run) == 2:
        between = passage.text[names[run[0]].end : names[run[1]].start]
        return _AND.fullmatch(between) is not None
    return len(run) >= SHORTEST


def _is_sure(run: Sequence[int], sort: Sort, found: Sequence[tuple[Place, ...]]) -> bool:
    """Say whether most members of a list would be of its kind alone, too."""
    alone = sum(bool(found[i]) and _sort(found[i][0]) == sort for i in run)
    return 2 * alone >= len(run)


def _sort(place: Place) -> Sort:
    return place.kind, (place.country if place.kind is PlaceKind.ADMIN1 else None)
