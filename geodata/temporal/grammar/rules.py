"""Rules: a pattern over kinds of tokens, and what it says when it matches."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from geodata.temporal.expressions import Expression
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
    `kinds(tokens)`.
    """
    matches = [
        (match.start(), -match.end(), order, a_rule)
        for order, a_rule in enumerate(rules)
        for match in a_rule.pattern.finditer(line)
    ]
    matches.sort(key=lambda match: match[:3])
    found: list[Found] = []
    reached = 0
    for first, minus_end, _, a_rule in matches:
        if first < reached:
            continue
        says = a_rule.build(tokens[first:-minus_end])
        if says is not None:
            found.append(Found(first, -minus_end, says))
            reached = -minus_end
    return found
