"""Joins expressions that together tell one time: “two weeks ago, on 14 August”."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geodata.domain.times import Precision
from geodata.temporal.expressions import (
    Apart,
    Base,
    Between,
    DayOf,
    DayShift,
    Expression,
    Fixed,
    InYear,
    MonthOf,
    PartOf,
    QuarterOf,
    SeasonOf,
    Shift,
    UnitOf,
    WeekdayOf,
    Which,
)
from geodata.temporal.grammar.calendar_rules import slash_days
from geodata.temporal.grammar.rules import Found
from geodata.temporal.words.lexicon import Kind
from geodata.temporal.words.tokens import Token

_ENDS = PartOf | Fixed | MonthOf | DayOf | SeasonOf | QuarterOf
_LONG = ("week", "year", "decade", "century")
_DAY_FIRST = "another date in this text shows that the day stands first"
_MONTH_FIRST = "another date in this text shows that the month stands first"


def join(found: Sequence[Found], tokens: Sequence[Token]) -> list[Found]:
    """Return the expressions with those joined that tell one time between them."""
    joined: list[Found] = []
    for item in _in_one_order(found, tokens):
        before = joined[-1] if joined else None
        both = _joined(before, item, tokens) if before else None
        if both is not None:
            joined[-1] = both
        else:
            joined.append(item)
    return joined


def _joined(first: Found, second: Found, tokens: Sequence[Token]) -> Found | None:
    link = [token.kind for token in tokens[first.end : second.first]]
    if link in ([Kind.COMMA], [Kind.COMMA, Kind.ON]) and isinstance(second.says, DayOf):
        says = _apposed(first.says, second.says)
        return Found(first.first, second.end, says) if says else None
    if far := _years_from(first.says, second.says, link):
        return Found(first.first, second.end, far)
    opens = first.first > 0 and tokens[first.first - 1].kind is Kind.BETWEEN
    if opens and link == [Kind.AND]:
        return _between(first, second)
    return None


def _years_from(first: Expression, second: Expression, link: list[Kind]) -> Apart | None:
    """Read “seventy years ago this week”, “twenty years ago today”, “a year ago on Monday”."""
    is_ago = isinstance(first, Shift) and first.base is Base.AGO and not first.is_loose
    if not (is_ago and isinstance(first, Shift) and first.amount and first.unit in _LONG):
        return None
    is_near = link in ([], [Kind.ON], [Kind.COMMA])
    is_pointer = (
        isinstance(second, DayShift)
        or (isinstance(second, UnitOf) and second.which in (Which.LAST, Which.NEXT, Which.THIS))
        or (isinstance(second, DayOf) and second.year is None)
        or (isinstance(second, WeekdayOf) and link != [Kind.COMMA])
    )
    return Apart(first.sign * first.amount, first.unit, second) if is_near and is_pointer else None


def _apposed(first: Expression, day: DayOf) -> Expression | None:
    if isinstance(first, UnitOf) and first.unit == "year":
        return InYear(day, first.which) if day.year is None else None
    is_pointer = (
        isinstance(first, DayShift)
        or (isinstance(first, Shift) and first.base is Base.AGO)
        or (isinstance(first, UnitOf) and first.which in (Which.LAST, Which.NEXT, Which.THIS))
        or (isinstance(first, WeekdayOf) and first.which is not Which.NEAREST)
    )
    return day if is_pointer else None


def _between(first: Found, second: Found) -> Found | None:
    if isinstance(first.says, _ENDS) and isinstance(second.says, _ENDS):
        return Found(first.first - 1, second.end, Between(first.says, second.says))
    return None


def _in_one_order(found: Sequence[Found], tokens: Sequence[Token]) -> list[Found]:
    """Read 03/04/2024 in the order that the text's other such dates leave no doubt about."""
    orders = {order for item in found if (order := _order(item, tokens)) is not None}
    if len(orders) != 1:
        return list(found)
    is_day_first = orders.pop()
    return [_ordered(item, tokens, is_day_first=is_day_first) for item in found]


def _order(item: Found, tokens: Sequence[Token]) -> bool | None:
    """Return whether the day stands first in a numeric date, or None where that is open."""
    last = tokens[item.end - 1]
    if last.kind is not Kind.SLASH_DAY or "." in last.word or len(slash_days(last.word)) != 1:
        return None
    left, right = (int(piece) for piece in last.word.replace("-", "/").split("/")[:2])
    return None if left == right else left > right


def _ordered(item: Found, tokens: Sequence[Token], *, is_day_first: bool) -> Found:
    if not (isinstance(item.says, Fixed) and item.says.is_ambiguous):
        return item
    left = int(tokens[item.end - 1].word.replace("-", "/").split("/")[0])
    both = slash_days(tokens[item.end - 1].word)
    day = next((day for day in both if (day.day if is_day_first else day.month) == left), None)
    if day is None:
        return item
    reason = _DAY_FIRST if is_day_first else _MONTH_FIRST
    return replace(item, says=Fixed((day, day), Precision.DAY, reason=reason))
