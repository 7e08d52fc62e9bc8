"""Places for names that the gazetteer lacks, from the wider place that the text puts them in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geodata.domain.places import Place, PlaceKind
from geodata.geoparsing.article.names import Origin
from geodata.geoparsing.article.passage import Passage
from geodata.geoparsing.containment import lies_in
from geodata.geoparsing.resolution.ranking import Ranked, Reading

BORROWED = 0.6  # of the wider place's score: the name lies in or near it, not on it
SMALL = 300_000  # people; a larger town is known wherever the text says it lies
_NEAR = re.compile(r",? (?:in|near|at|outside|on the outskirts of) (?:the (?:town|city) of )?")
_WITHIN = re.compile(
    r"(?:['’]s)?(?:(?! and | or | but | than | to )(?: [a-z\-]+)){0,4},? (?:in|near|outside|at) (?:the )?(?:[a-z\-]+ ){0,3}|, (?:the )?"
)
_HELD_BY = re.compile(r"['’]s? (?:[a-z\-]+ ){0,3}")
_TIGHT = re.compile(r", ")
_LISTED_ON = re.compile(r"(?:,| and| or)? (?:and |or )?[A-Z]")
_LENDING = frozenset({PlaceKind.SETTLEMENT, PlaceKind.AIRPORT, PlaceKind.BASE})
_DIVISIONS = frozenset({PlaceKind.ADMIN1, PlaceKind.ADMIN2})
_HOLDING = _LENDING | _DIVISIONS | {PlaceKind.COUNTRY}


def borrow(passage: Passage, readings: Sequence[Reading]) -> list[Reading]:
    """
    Return the readings, with places for those that the gazetteer lacks.

    An unknown base is placed at the town it is said to be in or near; an unknown village, suburb
    or camp in the town, subdivision or country that the text puts it in, wherever it is named.
    So is a small town whose namesakes all lie elsewhere: “Stroud, Ontario” is none in England.
    """
    result = list(readings)
    lent: dict[str, Reading] = {}
    for i, reading in enumerate(readings):
        wider = _wider(passage, readings, i)
        if wider is None or wider.best is None:
            continue
        best = wider.best
        score = round(BORROWED * best.score, 3)
        ranked = Ranked(best.place, best.points, score, wider.name.text, is_lent=True)
        result[i] = replace(reading, ranked=(ranked,), is_withheld=False)
        lent.setdefault(reading.name.key.lower(), result[i])
    for i, reading in enumerate(result):
        if reading.best is None and reading.name.key.lower() in lent:
            shared = lent[reading.name.key.lower()].ranked
            result[i] = replace(reading, ranked=shared, is_withheld=False)
    return result


def _wider(passage: Passage, readings: Sequence[Reading], i: int) -> Reading | None:
    """Return the reading of the place that holds a name without one of its own, or None."""
    reading = readings[i]
    following = readings[i + 1] if i + 1 < len(readings) else None
    if reading.best is not None:
        return following if following and _is_elsewhere(passage, reading, following) else None
    is_facility = reading.name.origin is Origin.FACILITY
    if following is not None and following.best is not None:
        between = passage.text[reading.name.end : following.name.start]
        kinds, joint = (_LENDING, _NEAR) if is_facility else (_HOLDING, _WITHIN)
        if following.best.place.kind in kinds and joint.fullmatch(between):
            is_list = between == ", " and following.best.place.kind in _LENDING
            if not (is_list and _goes_on(passage, following)):
                return following
    previous = readings[i - 1] if i else None
    if previous is not None and previous.best is not None and previous.best.place.kind in _HOLDING:
        between = passage.text[previous.name.end : reading.name.start]
        if not is_facility and _HELD_BY.fullmatch(between):
            return previous
    return None


def _is_elsewhere(passage: Passage, reading: Reading, following: Reading) -> bool:
    """Say whether the text puts a small town where the gazetteer knows none of its name."""
    outer = following.best
    if outer is None or outer.place.kind not in {PlaceKind.ADMIN1, PlaceKind.COUNTRY}:
        return False
    if not _TIGHT.fullmatch(passage.text[reading.name.end : following.name.start]):
        return False
    places = [ranked.place for ranked in reading.ranked]
    if any(lies_in(place, outer.place) or not _is_small_town(place) for place in places):
        return False
    if outer.place.kind is PlaceKind.ADMIN1:
        return True
    near = passage.gazetteer.neighbours(str(outer.place.country)) | {outer.place.country}
    is_near = any(place.country in near for place in places)
    return not is_near and not _goes_on(passage, following)


def _is_small_town(place: Place) -> bool:
    return place.kind is PlaceKind.SETTLEMENT and place.population < SMALL


def _goes_on(passage: Passage, reading: Reading) -> bool:
    """Say whether a list goes on after a name, so that it qualifies nothing."""
    return _LISTED_ON.match(passage.text, reading.name.end) is not None
