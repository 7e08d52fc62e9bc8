"""Where to lead the map for a claim: nowhere if it is shown already, else to the nearest day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from geodata.domain.claims import Claim
from geodata.domain.times import Days
from geodata.layers import Mark

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Showing:
    """A mark, and two days on which it is drawn."""

    mark_id: str
    on: date
    known_by: date


def moment_for_claim(
    marks: Iterable[Mark], claim: Claim, *, on: date, known_by: date, last_known: date
) -> Showing | None:
    """
    Return when a claim can be seen, as near as possible to what is shown now.

    The day shown stays where a mark of the claim is drawn on it. Else the first day of the claim
    itself is tried, then the day nearest to now on which any of its marks is drawn.

    Args:
        marks: All marks of the project.
        claim: The claim.
        on: The day shown now.
        known_by: The known date now.
        last_known: The known date by which all sources are read.

    Returns:
        None when no mark stands for the claim.
    """
    drawn = list(marks)
    its_marks = [mark for mark in drawn if claim.id in mark.claim_ids]
    # What is drawn nowhere itself is still shown beside the mark of the thing it speaks of.
    its_marks = its_marks or [mark for mark in drawn if claim.id in mark.context_ids]
    begins = claim.begins.earliest or claim.begins.latest
    wishes = [(on, known_by), *([(begins, known_by)] if begins else [])]
    for wanted_on, wanted_known in [*wishes, (on, last_known)]:
        for mark in its_marks:
            if mark.is_drawn(wanted_on, wanted_known):
                return Showing(mark.id, wanted_on, wanted_known)
    options = [_nearest(mark, on, known_by) for mark in its_marks]
    return min(options, key=lambda showing: _distance(showing, on, known_by), default=None)


def _nearest(mark: Mark, on: date, known_by: date) -> Showing:
    return Showing(mark.id, _nearest_day(mark.valid, on), _nearest_day(mark.known, known_by))


def _nearest_day(days: Days, day: date) -> date:
    if days.start and day < days.start:
        return days.start
    if days.end and day >= days.end:
        return days.end - _DAY
    return day


def _distance(showing: Showing, on: date, known_by: date) -> int:
    return abs((showing.on - on).days) + abs((showing.known_by - known_by).days)
