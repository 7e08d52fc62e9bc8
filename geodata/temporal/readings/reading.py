"""What a reading of an expression gives: days, how exact, and the reason."""

from __future__ import annotations

from dataclasses import dataclass

from geodata.domain.times import Precision
from geodata.temporal.almanac import Period, say


@dataclass(frozen=True, slots=True)
class Reading:
    """
    The days that an expression names.

    Args:
        period: First and last day, or None where nothing anchors it.
        precision: How exactly the words tell it.
        reason: Why these days, as the second half of a sentence.
        is_vague: Whether the ends are a convention of ours.
    """

    period: Period | None
    precision: Precision
    reason: str
    is_vague: bool = False

    def sentence(self, text: str) -> str:
        """Return the reason as a sentence about the words."""
        shown = " ".join(text.split())
        if self.period is None:
            return f"“{shown}” is not placed: {self.reason}."
        first, last = self.period
        days = say(first) if first == last else f"{say(first)} to {say(last)}"
        return f"“{shown}” is read as {days}: {self.reason}."


NEEDS_PUBLICATION = "the day of publication is not known, and it is counted from that"
NEEDS_A_DATE = "no date before it in the text could anchor it"


def unplaced(reason: str) -> Reading:
    """Return a reading without days."""
    return Reading(None, Precision.UNKNOWN, reason)
