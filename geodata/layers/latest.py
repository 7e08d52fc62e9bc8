"""What was reported last: after it nobody tells what is, and the words say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from geodata.domain.claims import ClaimId
from geodata.layers.marks import Mark
from geodata.written_days import day_words

Reported = Mapping[ClaimId, date]
"""When each claim was reported."""


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


def as_reported(marks: Iterable[Mark], days: Reported) -> Iterator[str]:
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
