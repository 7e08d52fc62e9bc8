"""Reads values out of the tokens that a rule matched."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.temporal.expressions import Which
from geodata.temporal.words.lexicon import LOOSE_NUMBERS, Kind, unit_name
from geodata.temporal.words.tokens import Token

Tokens = Sequence[Token]

_MONTHS = (Kind.MONTH, Kind.MONTH_SHORT)
_WEEKDAYS = (Kind.WEEKDAY, Kind.WEEKDAY_SHORT)
_DAYS = (Kind.DAY_NUMBER, Kind.ORDINAL, Kind.ORDINAL_WORD)
_UNITS = (Kind.UNIT, Kind.UNITS)
_COUNTS = (Kind.NUMBER_WORD, Kind.DAY_NUMBER, Kind.NUMBER, Kind.A)

_WHICH = {
    Kind.SAME: Which.SAME,
    Kind.FOLLOWING: Which.FOLLOWING,
    Kind.PREVIOUS: Which.PREVIOUS,
    Kind.LAST: Which.LAST,
    Kind.PAST: Which.LAST,
    Kind.NEXT: Which.NEXT,
    Kind.COMING: Which.COMING,
    Kind.THIS: Which.THIS,
    Kind.THAT: Which.SAME,
}


def values(tokens: Tokens, *wanted: Kind) -> list[int]:
    """Return the values of all tokens of those kinds, in order."""
    return [token.value for token in tokens if token.kind in wanted]


def first(tokens: Tokens, *wanted: Kind) -> int | None:
    """Return the value of the first token of those kinds, or None."""
    return next((token.value for token in tokens if token.kind in wanted), None)


def month(tokens: Tokens) -> int:
    """Return the month, 1 to 12."""
    return values(tokens, *_MONTHS)[0]


def day(tokens: Tokens) -> int:
    """Return the day of the month; “twenty-first” is one."""
    tens = first(tokens, Kind.NUMBER_WORD) or 0
    return values(tokens, *_DAYS)[0] + tens


def year(tokens: Tokens) -> int | None:
    """Return the year, or None."""
    return first(tokens, Kind.YEAR)


def weekday(tokens: Tokens) -> int | None:
    """Return the weekday, Monday being 0, or None."""
    return first(tokens, *_WEEKDAYS)


def unit(tokens: Tokens) -> str:
    """Return the unit's name."""
    return unit_name(values(tokens, *_UNITS)[0])


def has(tokens: Tokens, *wanted: Kind) -> bool:
    """Say whether a token of those kinds is there."""
    return any(token.kind in wanted for token in tokens)


def which(tokens: Tokens, default: Which = Which.NEAREST) -> Which:
    """Return which one the words point to; “this past” and “that same” by their second word."""
    found = [_WHICH[token.kind] for token in tokens if token.kind in _WHICH]
    if not found:
        return default
    is_the_next = tokens[0].kind is Kind.THE and found[0] is Which.NEXT
    return Which.FOLLOWING if is_the_next else found[-1]


def amount(tokens: Tokens) -> int | None:
    """Return the number that the words give: twenty-one, two hundred, a few (3), a (1)."""
    counted = [token for token in tokens if token.kind in _COUNTS]
    if not counted:
        return None
    total = 0
    for token in counted:
        if token.kind is Kind.A:
            total = total or (1 if len(counted) == 1 else 0)
        elif token.value == 100 and token.kind is Kind.NUMBER_WORD:
            total = max(1, total) * 100
        else:
            total += token.value
    return total


def is_loose(tokens: Tokens) -> bool:
    """Say whether the number is a loose one (a few, several)."""
    return any(token.word in LOOSE_NUMBERS for token in tokens)
