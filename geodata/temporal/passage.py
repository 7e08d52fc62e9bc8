"""Which date governs a passage: a dated heading, or a year told at the head of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from geodata.domain.times import UncertainDate
from geodata.temporal.expressions import DayOf, Expression, Fixed, MonthOf, PartOf, WeekdayOf
from geodata.temporal.grammar.rules import Found
from geodata.temporal.words.layout import Layout
from geodata.temporal.words.lexicon import Kind
from geodata.temporal.words.tokens import Token

_OPENERS = frozenset({Kind.IN, Kind.ON, Kind.BY, Kind.DURING, Kind.UNTIL})
# A heading this near to publication dates the article itself, not a passage of it.
OWN_DAYS = 3
_CLAUSE_TOKENS = 60


@dataclass(frozen=True, slots=True)
class Passage:
    """
    The governing date and how far it reaches.

    Args:
        when: The date, or None where none governs.
        paragraph: The paragraph it governs, or None for all until the next heading.
        sentence: The only sentence it governs, or None for the whole paragraph.
        is_heading: Whether it is a heading rather than a date in the running text.
        clause_end: The token where its clause ends, or None where the clause does not matter.
    """

    when: UncertainDate | None = None
    paragraph: int | None = None
    sentence: int | None = None
    clause_end: int | None = None
    is_heading: bool = False

    def at(self, paragraph: int, sentence: int, token: int) -> UncertainDate | None:
        """Return the date if it governs that place."""
        if self.paragraph not in (None, paragraph) or self.sentence not in (None, sentence):
            return None
        if self.clause_end is not None and token >= self.clause_end:
            return None
        return self.when


def has_year(says: Expression) -> bool:
    """Say whether the words themselves give the year."""
    if isinstance(says, PartOf):
        return has_year(says.scope)
    return isinstance(says, Fixed) or (isinstance(says, DayOf | MonthOf) and says.year is not None)


def is_heading(tokens: Sequence[Token], found: Found, layout: Layout) -> bool:
    """Say whether the expression heads its paragraph: “April 14: …”, “- 2014”, “7 May. Troops …”."""
    paragraph = layout.paragraph_of[found.first]
    if found.first - layout.paragraph_starts[paragraph] > 3:
        return False
    lead = tokens[layout.paragraph_starts[paragraph] : found.first]
    if any(token.word.isalnum() for token in lead):
        return False
    after = tokens[found.end] if found.end < len(tokens) else None
    if _is_sentence(tokens, found):
        return True
    if after is not None and after.kind is Kind.DOT and found.end + 1 < len(tokens):
        after = tokens[found.end + 1] if tokens[found.end + 1].kind is Kind.DASH else after
    return after is None or after.kind in (Kind.COLON, Kind.BREAK, Kind.DASH)


def _is_sentence(tokens: Sequence[Token], found: Found) -> bool:
    """Say whether the expression is a sentence of its own, which another one follows."""
    rest = tokens[found.end : found.end + 2]
    if rest and rest[0].kind is Kind.DOT:
        rest = rest[1:]
    elif tokens[found.end - 1].kind is not Kind.DOT:
        return False
    return bool(rest) and rest[0].is_capital


def next_passage(
    now: Passage,
    found: Found,
    when: UncertainDate,
    tokens: Sequence[Token],
    layout: Layout,
    published: date | None,
    *,
    is_first_heading: bool = False,
) -> Passage:
    """
    Return what governs after this expression.

    The first heading near publication dates the article itself; a later one dates a part of it,
    as “Sunday 19 May” does in a running report.
    """
    if when.earliest is None:
        return now
    paragraph, sentence = layout.paragraph_of[found.first], layout.sentence_of[found.first]
    if is_heading(tokens, found, layout):
        if published and abs((when.earliest - published).days) <= OWN_DAYS:
            if is_first_heading or not when.is_exact or isinstance(found.says, WeekdayOf):
                return now
            if when.earliest == published:
                return Passage()
        stands_alone = found.end >= len(tokens) or tokens[found.end].kind is Kind.BREAK
        return Passage(when, None if stands_alone else paragraph, is_heading=True)
    governs = now.at(paragraph, sentence, found.first)
    if governs is not None and now.sentence is None:
        return (
            now
            if now.is_heading and now.when and now.when.is_exact
            else (replace(now, when=when) if _moves_on(found.says) else now)
        )
    if not has_year(found.says):
        return now
    starts = layout.sentence_starts[sentence]
    lead = tokens[max(starts, found.first - 3) : found.first]
    if len(lead) <= 2 and all(token.kind in _OPENERS for token in lead) and lead:
        return Passage(when, paragraph)
    if lead and lead[-1].kind in (Kind.IN, Kind.ON):
        return Passage(when, paragraph, sentence, _clause_end(tokens, found, layout))
    return now


def _clause_end(tokens: Sequence[Token], found: Found, layout: Layout) -> int:
    end = min(layout.sentence(found.first)[1], found.end + _CLAUSE_TOKENS)
    commas = (at for at in range(found.end, end) if tokens[at].kind is Kind.COMMA)
    return next(commas, end)


def _moves_on(says: Expression) -> bool:
    return isinstance(says, DayOf | MonthOf)
