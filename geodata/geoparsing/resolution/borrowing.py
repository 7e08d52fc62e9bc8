"""Places for bases and villages that the gazetteer lacks, from the town the text puts them in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geodata.domain.places import PlaceKind
from geodata.geoparsing.article.names import Origin
from geodata.geoparsing.article.passage import Passage
from geodata.geoparsing.resolution.ranking import Ranked, Reading

BORROWED = 0.6  # of the town's score: the base lies near it, not on it
_NEAR = re.compile(r",? (?:in|near|at|outside|on the outskirts of) (?:the (?:town|city) of )?")
_LENDING = frozenset({PlaceKind.SETTLEMENT, PlaceKind.AIRPORT, PlaceKind.BASE})


def borrow(passage: Passage, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings, with unknown facilities placed at the town they are said to be in."""
    result = list(readings)
    for i in range(len(readings) - 1):
        reading, town = readings[i], readings[i + 1].best
        if reading.best is not None or reading.name.origin is not Origin.FACILITY:
            continue
        between = passage.text[reading.name.end : readings[i + 1].name.start]
        if town is None or town.place.kind not in _LENDING or not _NEAR.fullmatch(between):
            continue
        score = round(BORROWED * town.score, 3)
        lent = Ranked(town.place, town.points, score, readings[i + 1].name.text, is_lent=True)
        result[i] = replace(reading, ranked=(lent,))
    return result
