"""How the words around an expression bound the time it names."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.domain.mentions import DateRelation
from geodata.temporal.clues.direction import Direction, Way, deadline_word
from geodata.temporal.expressions import (
    Between,
    Expression,
    Length,
    Reach,
    Repeated,
    SinceThen,
)
from geodata.temporal.words.lexicon import Kind, words
from geodata.temporal.words.tokens import Token

_SINCE_WORDS = words("since starting effective")


def relation_of(
    says: Expression,
    tokens: Sequence[Token],
    first: int,
    sentence_start: int,
    direction: Direction,
) -> DateRelation:
    """Return how the expression that begins at token `first` bounds an event."""
    if isinstance(says, Length):
        return DateRelation.DURATION
    if isinstance(says, Repeated):
        return DateRelation.REPEATED
    own = tokens[first].kind
    if isinstance(says, SinceThen):
        return _OWN_WORD.get(own, DateRelation.ON)
    if isinstance(says, Between):
        return DateRelation.ON
    if isinstance(says, Reach) and own is Kind.WITHIN:
        return DateRelation.BY if says.sign > 0 else DateRelation.ON
    return _by_words(tokens, first, sentence_start, direction)


_OWN_WORD = {
    Kind.SINCE: DateRelation.SINCE,
    Kind.UNTIL: DateRelation.UNTIL,
    Kind.BY: DateRelation.BY,
}


def _by_words(
    tokens: Sequence[Token], first: int, sentence_start: int, direction: Direction
) -> DateRelation:
    limit = deadline_word(tokens, first, sentence_start)
    if limit == "until":
        return DateRelation.BY if direction.way is Way.AHEAD else DateRelation.UNTIL
    if limit is not None or direction.cue == "at the latest":
        return DateRelation.BY
    at = first - 1
    while at > sentence_start and tokens[at].kind in (Kind.THE, Kind.IN, Kind.ON):
        at -= 1
    before = tokens[at] if at >= sentence_start else None
    if before is None:
        return DateRelation.ON
    if before.kind in (Kind.SINCE, Kind.FROM) or before.word in _SINCE_WORDS:
        return DateRelation.SINCE
    if before.kind in (Kind.TO, Kind.DASH) and _follows_from(tokens, at, sentence_start):
        return DateRelation.UNTIL
    return DateRelation.ON


def _follows_from(tokens: Sequence[Token], at: int, start: int) -> bool:
    """Say whether “to” closes a span that “from” opened a few words before."""
    return any(token.kind is Kind.FROM for token in tokens[max(start, at - 6) : at])
