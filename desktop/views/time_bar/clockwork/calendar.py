"""Days and months on from a day, held within the calendar."""

from __future__ import annotations

import calendar
from datetime import date


def shifted(day: date, days: int) -> date:
    """Return the day some days on, or back."""
    ordinal = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)


def month_on(day: date, count: int, month_day: int) -> date:
    """
    Return the day some months on, or back.

    Args:
        day: Where it starts.
        count: Months.
        month_day: Day of the month that is wanted; a shorter month gives its last.
    """
    months = day.year * 12 + day.month - 1 + count
    months = min(max(months, date.min.year * 12), date.max.year * 12 + 11)
    year, month = divmod(months, 12)
    longest = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(month_day, longest))
