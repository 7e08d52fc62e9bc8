"""Events that an article dates itself, so that “a month after the coup” can be counted from them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from geodata.domain.times import UncertainDate
from geodata.temporal.expressions import DayOf, Expression, Fixed, MonthOf
from geodata.temporal.words.lexicon import Kind, words

if TYPE_CHECKING:
    from geodata.temporal.grammar.rules import Found
    from geodata.temporal.words.tokens import Token

Events = dict[str, UncertainDate]
"""The noun of an event -> when it was."""

_NOUNS = words(
    "coup putsch takeover overthrow mutiny uprising revolution revolt attack bombing airstrike "
    "strike invasion offensive raid ambush massacre siege assassination explosion blast crash "
    "earthquake flood cyclone war ceasefire truce armistice election elections vote referendum "
    "inauguration independence agreement accord accords pact deal treaty memorandum summit "
    "meeting talks handover withdrawal pullout evacuation expulsion closure opening landing "
    "annexation election ultimatum announcement speech visit referendum protest protests"
)
_HAPPENED = words("was were happened occurred came took began started ended fell held signed place")
_VERB_REACH_TOKENS = 8
_NOUN_REACH_TOKENS = 4


def event_named(tokens: Sequence[Token], start: int) -> str | None:
    """Return the noun of the event that the words from `start` name: “… after the July coup”."""
    for token in tokens[start : start + _NOUN_REACH_TOKENS]:
        if token.kind is Kind.BREAK or token.word in (",", ".", ";"):
            return None
        if token.word in _NOUNS:
            return token.word
    return None


def dated_events(dated: Sequence[tuple[Found, UncertainDate]], tokens: Sequence[Token]) -> Events:
    """
    Return the events that have a date beside them: “the coup of 26 July 2023”.

    One that the text gives two days for is left out, since nothing says which is meant.

    Args:
        dated: The time expressions of a text with the days they name.
        tokens: The tokens of the text.
    """
    found: dict[str, list[UncertainDate]] = {}
    for item, when in dated:
        noun = _noun_beside(item, tokens) if _is_absolute(item.says) else None
        if noun is not None and when.earliest is not None and when.latest is not None:
            found.setdefault(noun, []).append(when)
    events: Events = {}
    for noun, all_days in found.items():
        exact = {(d.earliest, d.latest): d for d in all_days if d.is_exact}
        loose = {(d.earliest, d.latest): d for d in all_days}
        best = exact or loose
        if len(best) == 1:
            events[noun] = next(iter(best.values()))
    return events


def _is_absolute(says: Expression) -> bool:
    return isinstance(says, DayOf | MonthOf | Fixed)


def _noun_beside(item: Found, tokens: Sequence[Token]) -> str | None:
    after = tokens[item.end] if item.end < len(tokens) else None
    if after is not None and after.word in _NOUNS:
        return after.word  # “the 26 July 2023 coup”
    at = item.first - 1
    if at >= 1 and tokens[at].kind in (Kind.OF, Kind.ON, Kind.IN) and tokens[at - 1].word in _NOUNS:
        return tokens[at - 1].word  # “the coup of 26 July”
    return _subject_before(tokens, at)


def _subject_before(tokens: Sequence[Token], at: int) -> str | None:
    """Read “the coup took place on 26 July 2023”."""
    if at < 1 or tokens[at].kind not in (Kind.ON, Kind.IN):
        return None
    has_verb = False
    for token in reversed(tokens[max(0, at - _VERB_REACH_TOKENS) : at]):
        if token.kind is Kind.BREAK or token.word in (".", ";", ","):
            return None
        if token.word in _NOUNS and has_verb:
            return token.word
        has_verb = has_verb or token.word in _HAPPENED
    return None
