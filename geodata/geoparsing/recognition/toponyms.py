"""Toponym recognition: which names of an article are places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from geodata.domain.places import PlaceKind
from geodata.geoparsing.article.names import Name, Origin
from geodata.geoparsing.article.passage import Passage
from geodata.geoparsing.recognition.barriers import Verdict, judge
from geodata.geoparsing.recognition.evidence import SURE, THRESHOLD, Surroundings, weigh
from geodata.geoparsing.recognition.outlets import Outlets, find_outlets
from geodata.geoparsing.recognition.people import People
from geodata.geoparsing.recognition.proposals import propose

REPEAT_BONUS = 1.5  # for a name that is surely a place elsewhere in the article
LIST_BONUS = 1.5  # for a name in a list beside one that is taken for a place
_CONTAINING = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2})
_LIST_MARK = re.compile(r",? (?:and|or|&) (?:in )?|, ")


@dataclass(frozen=True, slots=True)
class Toponym:
    """
    A name that was recognised as a place, not yet resolved.

    Args:
        name: Where it stands and what to look up.
        is_part: Whether it lies inside an organisation's name.
    """

    name: Name
    is_part: bool = False


@dataclass(slots=True)
class _Weighed:
    name: Name
    verdict: Verdict
    score: float = 0.0


def recognise(passage: Passage, people: People) -> list[Toponym]:
    """Return the toponyms of an article in order, demonyms aside."""
    names = [name for name in propose(passage) if not _is_demonym(passage, name)]
    around = _surroundings(passage, names, people)
    outlets = find_outlets(passage, names)
    weighed = []
    for i, name in enumerate(names):
        item = _Weighed(name, judge(passage, name, people, outlets))
        if item.verdict is not Verdict.BARRED:
            previous = names[i - 1] if i else None
            is_part = item.verdict is Verdict.PART
            item.score = weigh(passage, name, around, is_part=is_part, previous=previous)
        weighed.append(item)
    _support(passage, weighed)
    found = [
        Toponym(item.name, item.verdict is Verdict.PART)
        for item in weighed
        if item.verdict is not Verdict.BARRED
        and item.score >= THRESHOLD
        and not (item.verdict is Verdict.PART and _is_vast(passage, item.name))
    ]
    judged = [(item.name.start, item.name.end) for item in weighed]
    return _with_repeats(passage, found, outlets, [*judged, *people.spans])


def _is_vast(passage: Passage, name: Name) -> bool:
    """Say whether a name means a continent or macro-region; inside a name it places nothing."""
    found = passage.find(name.key)
    return any(place.kind in {PlaceKind.CONTINENT, PlaceKind.REGION} for place in found[:1])


def _surroundings(passage: Passage, names: Sequence[Name], people: People) -> Surroundings:
    containing, countries = {}, Counter[str]()
    for name in names:
        found = passage.find(name.key)
        wide = tuple(place for place in found[:8] if place.kind in _CONTAINING)
        if wide or name.origin is Origin.ABBREVIATION:
            containing[name.start] = wide
        if found and found[0].kind is PlaceKind.COUNTRY:
            countries[str(found[0].country)] += 1
    total = sum(countries.values())
    return Surroundings(people, containing, {c: n / total for c, n in countries.items()})


def _support(passage: Passage, weighed: Sequence[_Weighed]) -> None:
    """Raise names that are surely places elsewhere, or stand in a list beside a place."""
    sure = {
        item.name.key.lower()
        for item in weighed
        if item.verdict is Verdict.FREE and item.score >= SURE
    }
    for item in weighed:
        if item.name.key.lower() in sure and item.verdict is not Verdict.BARRED:
            item.score += REPEAT_BONUS
    pairs = list(pairwise(weighed))
    for one, two in [*pairs, *((two, one) for one, two in reversed(pairs))]:
        if one.verdict is Verdict.FREE and one.score >= SURE - 1 and two.score < THRESHOLD:
            first, second = (one, two) if one.name.start < two.name.start else (two, one)
            if _LIST_MARK.fullmatch(passage.text[first.name.end : second.name.start]):
                two.score += LIST_BONUS if two.verdict is Verdict.FREE else 0.0


def _is_demonym(passage: Passage, name: Name) -> bool:
    """Say whether a name is read as an adjective or a people, by the demonyms' own module."""
    if name.origin in {Origin.ABBREVIATION, Origin.FACILITY}:
        return False
    if name.text.lower() in passage.lexicon.regional_demonyms:
        return True
    if not passage.demonym_countries(name.text):
        return False
    found = passage.find(name.key)
    return not any(place.kind is PlaceKind.COUNTRY for place in found)


def _with_repeats(
    passage: Passage,
    found: Sequence[Toponym],
    outlets: Outlets,
    taken: list[tuple[int, int]],
) -> list[Toponym]:
    """Return the toponyms and every further occurrence of their names."""
    result = list(found)
    nobody = People((), frozenset())
    for name in {t.name.text: t.name for t in found if not t.is_part}.values():
        if len(name.text) < 3 or passage.is_common_word(name.key):
            continue
        for start, end in _occurrences(passage, name.text):
            if any(start < other_end and other < end for other, other_end in taken):
                continue
            copy = replace(name, start=start, end=end, label="")
            verdict = judge(passage, copy, nobody, outlets)
            if verdict is not Verdict.BARRED:
                taken.append((start, end))
                result.append(Toponym(copy, verdict is Verdict.PART))
    return sorted(result, key=lambda toponym: toponym.name.start)


def _occurrences(passage: Passage, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a name stands, and where it stands in capitals on a line of capitals."""
    spellings = [text] if text.isupper() else [text, text.upper()]
    whole = passage.text
    for spelling in spellings:
        start = whole.find(spelling)
        while start >= 0:
            end = start + len(spelling)
            if _stands_alone(whole, start, end) and (
                spelling == text or passage.in_capitals(start)
            ):
                yield start, end
            start = whole.find(spelling, end)


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or after.isalnum():
        return False
    return before not in {"@", "-", "."} and after not in {"@", "-"}
