"""Rules: a pattern over kinds of tokens, and what it says when it matches."""

from __future__ import annotations

import heapq
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from geodata.temporal.expressions import Expression, Impossible
from geodata.temporal.grammar.notation import compile_rule
from geodata.temporal.words.tokens import Token

Builder = Callable[[Sequence[Token]], Expression | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with the builder of its expression; None from the builder is a refusal."""

    pattern: re.Pattern[str]
    build: Builder


@dataclass(frozen=True, slots=True)
class Found:
    """An expression and the half-open range of tokens that say it."""

    first: int
    end: int
    says: Expression


def rule(pattern: str, build: Builder) -> Rule:
    """Make a rule from the notation."""
    return Rule(compile_rule(pattern), build)


def find(rules: Iterable[Rule], tokens: Sequence[Token], line: str) -> list[Found]:
    """
    Return the expressions of the text, in order, none overlapping.

    The leftmost match wins, then the longest, then the rule that stands first. `line` is
    `kinds(tokens)`. What reads as a day that no calendar has is passed over whole, so that of
    “31 June 2023” not even the month is left.
    """
    known = tuple(rules)
    waiting: list[tuple[int, int, int]] = []
    for order in range(len(known)):
        _search(known, order, line, 0, waiting)
    found: list[Found] = []
    reached = 0
    while waiting:
        first, minus_end, order = heapq.heappop(waiting)
        if first < reached:
            # Overtaken by another rule: its words may go on behind that.
            _search(known, order, line, reached, waiting)
            continue
        says = known[order].build(tokens[first:-minus_end])
        _search(known, order, line, first + 1 if says is None else -minus_end, waiting)
        if says is None:
            continue
        reached = -minus_end
        if not isinstance(says, Impossible):
            found.append(Found(first, reached, says))
    return found


def _search(
    rules: Sequence[Rule], order: int, line: str, start: int, waiting: list[tuple[int, int, int]]
) -> None:
    match = rules[order].pattern.search(line, start)
    if match is not None:
        heapq.heappush(waiting, (match.start(), -match.end(), order))
