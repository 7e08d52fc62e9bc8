"""Questions to the marks: one frame, its tables, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geodata.domain.claims import ClaimId
from geodata.domain.episodes import Certainty, State
from geodata.domain.times import ONE_DAY, Reach
from geodata.layers.marks import Form, Layer, Mark, Pole
from geodata.layers.tables import tables_of
from geodata.layers.wording import range_words, sentence
from geodata.written_days import day_words

if TYPE_CHECKING:
    import geopandas

_NOTHING = "No claim in these articles speaks of this date."
_NOTHING_THEN = "no claim in these articles speaks of these dates."
_TOLD = 3

_NEWS = {
    State.WITHDRAWING: 5,
    State.TO_WITHDRAW: 5,
    State.ARRIVING: 4,
    State.TO_ARRIVE: 3,
    State.PRESENT: 4,
}

Reported = Mapping[ClaimId, date]
"""When each claim was reported."""


def frame_marks(
    marks: Iterable[Mark], on: date, known_by: date, reach: Reach = ONE_DAY
) -> tuple[Mark, ...]:
    """
    Return the marks that stand on the map of day `on` as known by `known_by`.

    Args:
        marks: All marks of a project.
        on: The day shown.
        known_by: Sources up to this day are read.
        reach: Days around the day shown that are taken in: a mark that stands on any is drawn.
    """
    during = reach.around(on)
    # A large project has tens of thousands, and every date asks them all.
    return tuple(
        [mark for mark in marks if mark.known.holds(known_by) and mark.valid.overlaps(during)]
    )


def last_states(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return of each fact the mark that begins last: what a window shows on top."""
    last: dict[str, Mark] = {}
    for mark in marks:
        former = last.get(mark.fact_id)
        if former is None or _start_of(former) <= _start_of(mark):
            last[mark.fact_id] = mark
    return tuple(last.values())


def change_days(marks: Iterable[Mark], known_by: date) -> tuple[date, ...]:
    """Return the days on which a mark comes or goes, as known by a day; ascending, each once."""
    ends = {
        day
        for mark in marks
        if mark.known.holds(known_by)
        for day in (mark.valid.start, mark.valid.end)
    }
    return tuple(sorted(day for day in ends if day))


def layer_totals(marks: Iterable[Mark]) -> dict[Layer, int]:
    """
    Return how many things each layer shows: countries that turn, forces, bases, regions, places.

    A thing has many marks, one for each of its states in the two times; it counts once. Bases of
    the gazetteer that no claim speaks of are left out.
    """
    things: dict[Layer, set[str]] = {layer: set() for layer in Layer}
    for mark in marks:
        if mark.form is not Form.REFERENCE:
            is_turn = mark.layer is Layer.ALIGNMENT
            things[mark.layer].add((mark.country or "") if is_turn else mark.fact_id)
    return {layer: len(found) for layer, found in things.items()}


def _start_of(mark: Mark) -> date:
    return mark.valid.start or date.min


def frame_words(on: date, reach: Reach) -> str:
    """
    Return the days of a frame: “20 May 2024”, “20 April to 20 May 2024”.

    >>> frame_words(date(2024, 5, 20), Reach(before=None))
    'all up to 20 May 2024'
    """
    during = reach.around(on)
    if during.start is None or during.end is None:
        if during.start is None and during.end is None:
            return "all dates"
        return f"all from {day_words(on)}" if during.start else f"all up to {day_words(on)}"
    return range_words(during.start, during.end - timedelta(days=1))


def frame_tables(
    marks: Iterable[Mark], on: date, known_by: date
) -> dict[str, geopandas.GeoDataFrame]:
    """
    Return one table a layer for a frame, and `unplaced` for what has no place.

    See `tables_of` for columns and geometry.
    """
    return tables_of(frame_marks(marks, on, known_by))


def describe(
    marks: Iterable[Mark],
    on: date,
    known_by: date,
    reach: Reach = ONE_DAY,
    *,
    reported: Reported | None = None,
) -> str:
    """
    Return the most important facts of a frame in words, most important first.

    A frame of more than one day names its days and tells the last state of each fact in them.

    Args:
        marks: All marks of a project.
        on: The day shown.
        known_by: Sources up to this day are read.
        reach: Days around the day that are taken in.
        reported: When each claim was reported. A frame that comes after all of them is told as
            what was last reported, and when.
    """
    told = [mark for mark in frame_marks(marks, on, known_by, reach) if mark.claim_ids]
    days = days_before(reach.around(on).start, known_by, reported)
    if not reach.is_one_day:
        span = sentence(frame_words(on, reach)).removesuffix(".")
        words = _told(last_states(told), days) if told else _NOTHING_THEN
        return f"{span}: {words}"
    return _told(told, days) if told else _NOTHING


def days_before(first: date | None, known_by: date, reported: Reported | None) -> Reported:
    """
    Return when each claim was reported that could be read, where a frame comes after all; else nothing.

    Args:
        first: First day of the frame; None where it has no beginning.
        known_by: Sources up to this day are read.
        reported: When each claim was reported, or None where that is not asked.
    """
    days = {key: day for key, day in (reported or {}).items() if day <= known_by}
    return days if first is not None and days and first > max(days.values()) else {}


def last_report(mark: Mark, days: Reported) -> date | None:
    """Return the day of the newest claim behind a mark, or None."""
    return max((days[key] for key in mark.claim_ids if key in days), default=None)


def _as_reported(marks: Iterable[Mark], days: Reported) -> Iterator[str]:
    """Yield the sentence of each mark; before the first of each day stands when it was reported."""
    before = None
    for mark in marks:
        last = last_report(mark, days)
        is_new = last is not None and last != before
        yield (
            f"As last reported on {day_words(last)}: {mark.words}"
            if last and is_new
            else mark.words
        )
        before = last


def told_marks(marks: Iterable[Mark], on: date, known_by: date) -> tuple[Mark, ...]:
    """
    Return the marks of a frame that rest on claims, most important first.

    An arrow that says no more than the ground that it leads to is left out.
    """
    told = [mark for mark in frame_marks(marks, on, known_by) if mark.claim_ids]
    grounds = {(mark.country, mark.pole) for mark in told if mark.form is Form.GROUND}
    once = [mark for mark in told if not _is_told_by_ground(mark, grounds)]
    return tuple(sorted(once, key=_importance, reverse=True))


def _is_told_by_ground(mark: Mark, grounds: set[tuple[str | None, Pole | None]]) -> bool:
    """Say whether an arrow tells no more than the ground that it leads to."""
    if mark.form is not Form.SHIFT or mark.second_pole is not None:
        return False
    return mark.certainty is not Certainty.PLANNED and (mark.country, mark.pole) in grounds


def _told(told: Iterable[Mark], days: Reported) -> str:
    facts: dict[str, Mark] = {}
    for mark in sorted(told, key=_importance, reverse=True):
        facts.setdefault(_subject(mark), mark)
    return " ".join(_as_reported(list(facts.values())[:_TOLD], days))


def _subject(mark: Mark) -> str:
    """Return what a mark speaks of: an arrow and the ground that it leads to are told once."""
    if mark.form in {Form.GROUND, Form.SHIFT} and mark.state != State.COUP:
        return f"lean:{mark.country}"
    return mark.fact_id


def _importance(mark: Mark) -> tuple[int, bool, int, int, str]:
    """Rank what is changing and dated first, then what is certain, large and widely told."""
    if mark.form is Form.TROOPS:
        rank = _NEWS.get(State(mark.state), 1)
    else:
        rank = {Form.GROUND: 3, Form.SHIFT: 2, Form.BASE: 2}.get(mark.form, 0)
    rank += 2 if mark.deadline else 0
    count = mark.count.low if mark.count else 0
    is_certain = mark.certainty is not Certainty.POSSIBLE
    # A shift says less than the ground that it leads to.
    return rank + 2 * is_certain, is_certain, count, len(mark.document_ids), mark.id
