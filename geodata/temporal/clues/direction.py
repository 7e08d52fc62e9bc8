"""
The direction rule: whether a date without a year, or a weekday, lies behind or ahead.

It lies in the past unless a plan or a deadline governs it. The cues are read from the nearest
verb-like word on its left, else on its right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from geodata.temporal.words.lexicon import Kind, words
from geodata.temporal.words.tokens import Token

_MODAL_DAYS = 240
_INFINITIVE_DAYS = 90
_ARRANGED_DAYS = 365


class Way(StrEnum):
    """Which way a date lies from where the reader stands."""

    BACK = "back"  # a past verb governs
    OPEN = "open"  # no verb says it
    AHEAD = "ahead"  # a plan or deadline governs


@dataclass(frozen=True, slots=True)
class Direction:
    """
    Which way, and the word that says so.

    Cues such as “would” or an infinitive also report what was planned long ago, so they have a
    horizon: the most days after publication that they may reach. None is no limit.
    """

    way: Way
    cue: str = ""
    horizon_days: int | None = None

    @property
    def is_weak(self) -> bool:
        """Whether the cue has a horizon."""
        return self.horizon_days is not None

    @property
    def moves_weekday(self) -> bool:
        """Whether a weekday lies ahead; “agreed to leave on Friday” does not say so."""
        return self.way is Way.AHEAD and self.horizon_days != _INFINITIVE_DAYS


OPEN = Direction(Way.OPEN)
_PLAN = words("will shall ll must upcoming fixtures")
_INTENT = words("plans plan planning aims intends vows hopes")  # plans only before “to” or “for”
_ARRANGED = words("scheduled expected due slated poised tentatively planned")
_MODAL = words("would should could may might can")
_SCHEDULED_PRESENT = words(
    "goes begins starts opens meets votes expires ends resumes returns takes hosts holds "
    "closes arrives comes enters departs visits travels flies kicks runs lasts continues"
)
_SCHEDULED_PLURAL = words(
    "leave go begin start open meet vote expire end resume return host hold close arrive play face "
    "visit travel"
)
_PAST = words(
    "was were had did went came took made said began held left gave sent met told won "
    "lost fell broke brought saw spoke rose became got found fled flew ran led withdrew "
    "struck shot wrote signed quit put set cut hit stood kept built taken seized "
    "overthrew drove grew paid bought sold rode threw sank has have"
)
_NOT_PAST = words("need speed indeed united armed so-called hundred red bed feed weed")
_GIVES_TIME = words(
    "give gives gave given grant grants granted have has had extended extend extension delay delayed "
    "postpone postponed postponement stay remain"
)
_AFTER_DUE_TO = words("the a an its their his her lack")
_DEADLINE_KINDS = frozenset({Kind.BY, Kind.UNTIL, Kind.BEFORE})
_SKIPPED_KINDS = frozenset({Kind.THE, Kind.OF, Kind.DASH, Kind.MID})
_ENDS_CLAUSE = frozenset({Kind.COLON, Kind.DASH, Kind.LEFT})
_REACH_TOKENS = 22
_CLAUSE_TOKENS = 60
_CALLED = words("called set slated scheduled planned booked fixed pencilled penciled expected due")
_NOW = words("is are will")
_STARTS_CLAUSE = words("and but while whereas")


def direction_of(
    tokens: Sequence[Token], first: int, end: int, sentence: tuple[int, int]
) -> Direction:
    """Return which way the expression at tokens `[first, end)` of the sentence lies."""
    start = _clause_start(tokens, first, sentence[0])
    prefix = deadline_word(tokens, first, start)
    if looks_back := _looks_back(tokens, first, start):
        return Direction(Way.BACK, looks_back)
    if _is_called_for(tokens, first, start):
        return Direction(Way.AHEAD, f"{tokens[first - 2].word} for", _MODAL_DAYS)
    found = None
    if _opens_clause(tokens, first, start):
        found = _look_right(tokens, end, sentence[1])
    found = found or _look_left(tokens, first, start)
    if prefix is None and _is_latest(tokens, end, sentence[1]):
        return Direction(Way.AHEAD, "at the latest")
    if found is None and (prefix is None or first - start <= 6):
        found = _look_right(tokens, end, sentence[1])
    if prefix is None and _is_from_now(tokens, first, end, sentence):
        return Direction(Way.AHEAD, "from", _ARRANGED_DAYS)
    if prefix is None:
        return found or OPEN
    if found is None and prefix == "deadline":
        # A deadline that a past story tells of lies behind.
        found = _look_right(tokens, end, sentence[1])
    if found is None or found.way is Way.AHEAD:
        return Direction(Way.AHEAD, prefix)
    if prefix == "until" and _gives_time(tokens, first, start):
        return Direction(Way.AHEAD, prefix)
    return found


def _clause_start(tokens: Sequence[Token], first: int, start: int) -> int:
    # A sentence may be a whole file without a full stop: no cue reaches that far.
    start = max(start, first - _CLAUSE_TOKENS)
    for at in range(first - 1, start, -1):
        if tokens[at].word == ";":
            return at + 1
    return start


def deadline_word(tokens: Sequence[Token], first: int, start: int) -> str | None:
    """Return the word before an expression that makes it a limit (by, until, before), if any."""
    at = first - 1
    while at >= start and (tokens[at].kind in _SKIPPED_KINDS or tokens[at].word == "around"):
        at -= 1
    if at < start:
        return None
    word = tokens[at]
    if word.kind in _DEADLINE_KINDS:
        return "until" if word.kind is Kind.UNTIL else word.word
    before = tokens[at - 1].word if at > start else ""
    if word.word == "than" and before == "later":
        return "no later than"
    if word.word == "deadline" or (word.word in ("is", "was") and before == "deadline"):
        return "deadline"
    return None


def _looks_back(tokens: Sequence[Token], first: int, start: int) -> str:
    """Return “since” or “as of” where it stands before the expression: both are said of the past."""
    at = first - 1
    while at > start and tokens[at].kind in (Kind.THE, Kind.EARLY, Kind.MID, Kind.LATE, Kind.DASH):
        at -= 1
    if at < start:
        return ""
    if tokens[at].kind is Kind.SINCE:
        return "since"
    is_as_of = tokens[at].kind is Kind.OF and at > start and tokens[at - 1].word == "as"
    return "as of" if is_as_of else ""


def _is_called_for(tokens: Sequence[Token], first: int, start: int) -> bool:
    """Say whether a plan names the day: “a march has been called for Saturday”."""
    return (
        first - 2 >= start
        and tokens[first - 1].kind is Kind.FOR
        and tokens[first - 2].word in _CALLED
    )


def _is_from_now(tokens: Sequence[Token], first: int, end: int, sentence: tuple[int, int]) -> bool:
    """Say whether a listing tells what holds from a day on: “from Tuesday, the bridge is closed”."""
    if first == sentence[0] or tokens[first - 1].kind is not Kind.FROM:
        return False
    if any(t.kind in (Kind.TO, Kind.UNTIL, Kind.DASH) for t in tokens[end : end + 1]):
        return False
    near = range(max(sentence[0], first - _REACH_TOKENS), min(sentence[1], end + _REACH_TOKENS))
    is_now = any(tokens[at].word in _NOW for at in near)
    return is_now and not any(
        _is_past(tokens, at) and tokens[at - 1].word not in _NOW | {"be", "not"} for at in near
    )


def _opens_clause(tokens: Sequence[Token], first: int, start: int) -> bool:
    """Say whether a clause of its own begins here: “…, and on Friday a spokesman said”."""
    at = first - 1
    while at > start and tokens[at].kind in (Kind.ON, Kind.IN, Kind.THE):
        at -= 1
    if at <= start or tokens[at].word not in _STARTS_CLAUSE or at == first - 1:
        return False
    return tokens[at - 1].kind is Kind.COMMA


def _is_latest(tokens: Sequence[Token], end: int, stop: int) -> bool:
    return any(token.word == "latest" for token in tokens[end : min(stop, end + 6)])


def _gives_time(tokens: Sequence[Token], first: int, start: int) -> bool:
    near = tokens[max(start, first - 7) : first]
    return any(token.word in _GIVES_TIME for token in near)


def _look_left(tokens: Sequence[Token], first: int, start: int) -> Direction | None:
    for at in range(first - 1, max(start, first - _REACH_TOKENS) - 1, -1):
        found = _cue(tokens, at, start)
        if found is None and _is_infinitive(tokens, at):
            found = _arranged_before(tokens, at, start) or Direction(
                Way.AHEAD, f"to {tokens[at + 1].word}", _INFINITIVE_DAYS
            )
        if found is not None:
            return found
    return None


def _arranged_before(tokens: Sequence[Token], at: int, start: int) -> Direction | None:
    """Read “is due to open”, “plans to leave”: what stands before “to” reaches further."""
    if at - 1 < start or tokens[at - 1].word not in _ARRANGED | _INTENT | {"set"}:
        return None
    found = _cue(tokens, at - 1, start)
    return found if found is not None and found.way is Way.AHEAD else None


def _look_right(tokens: Sequence[Token], end: int, stop: int) -> Direction | None:
    for at in range(end, min(stop, end + _REACH_TOKENS)):
        is_hyphen = tokens[at].kind is Kind.DASH and tokens[at].start == tokens[at - 1].end
        if tokens[at].kind in _ENDS_CLAUSE and not is_hyphen:
            return None
        found = _cue(tokens, at, end)
        if found is not None:
            return found
    return None


def _cue(tokens: Sequence[Token], at: int, start: int) -> Direction | None:
    word = tokens[at].word
    if word in _PLAN:
        return Direction(Way.AHEAD, word)
    if word in _INTENT and _next_words(tokens, at, 1) in (["to"], ["for"]):
        return Direction(Way.AHEAD, word, _MODAL_DAYS)
    if word in _ARRANGED:
        if _is_due_to(tokens, at):
            return None
        is_now = at > start and tokens[at - 1].word in ("is", "are")
        return Direction(Way.AHEAD, word, _ARRANGED_DAYS if is_now else _MODAL_DAYS)
    if word in _MODAL and not tokens[at].is_capital:
        return Direction(Way.AHEAD, word, _MODAL_DAYS)
    if word == "set" and _next_words(tokens, at, 1) in (["to"], ["for"]):
        return Direction(Way.AHEAD, "set", _MODAL_DAYS)
    if word in _SCHEDULED_PRESENT or (word in _SCHEDULED_PLURAL and _is_verb(tokens, at)):
        return Direction(Way.AHEAD, word, _MODAL_DAYS)
    if _is_infinitive(tokens, at) and at and tokens[at - 1].word in ("is", "are"):
        return Direction(Way.AHEAD, f"{tokens[at - 1].word} to")
    if _is_past(tokens, at):
        return _passive_plan(tokens, at, start) or Direction(Way.BACK, word)
    return None


def _next_words(tokens: Sequence[Token], at: int, count: int) -> list[str]:
    return [token.word for token in tokens[at + 1 : at + 1 + count]]


def _is_due_to(tokens: Sequence[Token], at: int) -> bool:
    following = _next_words(tokens, at, 2)
    return (
        tokens[at].word == "due"
        and following[:1] == ["to"]
        and (len(following) < 2 or following[1] in _AFTER_DUE_TO)
    )


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word like “leave” is a verb of its own: a plural or pronoun goes before."""
    if at == 0 or tokens[at].is_capital:
        return False
    before = tokens[at - 1].word
    if tokens[at - 1].is_capital and at + 1 < len(tokens) and tokens[at + 1].is_capital:
        return True  # “Kosovo meet Iceland”
    return before in ("they", "we", "who", ",") or (before.endswith("s") and len(before) > 3)


def _is_infinitive(tokens: Sequence[Token], at: int) -> bool:
    if tokens[at].kind is not Kind.TO or at + 1 >= len(tokens):
        return False
    verb = tokens[at + 1]
    return verb.kind is Kind.OTHER and not verb.is_capital and verb.word.isalpha()


def _is_past(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.is_capital:
        return False
    if token.word in _PAST:
        return True
    return len(token.word) > 3 and token.word.endswith("ed") and token.word not in _NOT_PAST


def _passive_plan(tokens: Sequence[Token], at: int, start: int) -> Direction | None:
    """Read “will be withdrawn”, “must have left”, “to be handed over” as plans."""
    for token in reversed(tokens[max(start, at - 4) : at]):
        if token.word in _PLAN:
            return Direction(Way.AHEAD, token.word)
        if token.word in _MODAL or token.word in _ARRANGED or token.word == "be":
            return Direction(Way.AHEAD, token.word, _MODAL_DAYS)
    return None
