"""Finds the line that dates an article: a dateline, a dated heading, a copyright notice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geodata.temporal.expressions import DayOf, Expression, Fixed, MonthOf
from geodata.temporal.grammar.rules import Found
from geodata.temporal.reader import TimeText
from geodata.temporal.words.lexicon import Kind, words
from geodata.temporal.words.tokens import Token

_HEAD_CHARS = 700
_FOOT_CHARS = 300
_LINE_CHARS = 140
_NEAR_TOKENS = 60
_RUNNING_LEAD_TOKENS = 12
_LABELS = words(
    "published posted updated date dated issued subject sent released release filed "
    "modified publication"
)
_PREPOSITIONS = frozenset(
    {Kind.IN, Kind.BY, Kind.UNTIL, Kind.BEFORE, Kind.AFTER, Kind.SINCE, Kind.FROM, Kind.TO,
     Kind.BETWEEN, Kind.OF, Kind.DURING, Kind.AND, Kind.OVER, Kind.WITHIN}
)  # fmt: skip
_SMALL_WORDS = words("by of the no in at for from and a an to with edition vol issue s min read")


@dataclass(frozen=True, slots=True)
class DatedLine:
    """A line that says when the article appeared, and its expression."""

    says: Expression
    text: str
    is_update: bool = False


def find_dateline(scanned: TimeText) -> DatedLine | None:
    """Return the first full date in dateline position, else the first partial one, or None."""
    lines = [
        DatedLine(found.says, quote(scanned, found), is_update=_is_update(scanned, found))
        for found in scanned.found
        if isinstance(found.says, DayOf | MonthOf | Fixed) and _is_dateline(scanned, found)
    ]
    lines = [line for line in lines if not _is_bare_year(line.says)]
    if not lines:
        return None
    return min(lines, key=lambda line: (_looseness(line.says), line.is_update))


_UPDATE_WORDS = words("updated modified edited corrected")
_FIRST_WORDS = words("published posted issued released filed")


def _is_update(scanned: TimeText, found: Found) -> bool:
    """Say whether the nearest word before the date calls it that of a change."""
    lead, _ = _paragraph_around(scanned, found)
    for token in reversed(lead[-6:]):
        if token.word in _UPDATE_WORDS:
            return True
        if token.word in _FIRST_WORDS:
            return False
    return False


def quote(scanned: TimeText, found: Found) -> str:
    """Return the words of an expression on one line."""
    start, end = scanned.tokens[found.first].start, scanned.tokens[found.end - 1].end
    return " ".join(scanned.text[start:end].split())


def copyright_year(scanned: TimeText) -> int | None:
    """Return the newest year of a copyright notice, or None."""
    years = []
    tokens = scanned.tokens
    for at, token in enumerate(tokens):
        if token.word in ("copyright", "©") or (
            token.word == "c" and _is_c_in_brackets(tokens, at)
        ):
            years += [t.value for t in tokens[at + 1 : at + 6] if t.kind is Kind.YEAR]
    return max(years, default=None)


def is_in_notice(scanned: TimeText, found: Found) -> bool:
    """Say whether the expression is part of a copyright notice."""
    near = scanned.tokens[max(0, found.first - 5) : found.first]
    return any(token.word in ("copyright", "©") for token in near)


def _is_c_in_brackets(tokens: Sequence[Token], at: int) -> bool:
    around = tokens[max(0, at - 1) : at + 2]
    return "".join(token.word for token in around) == "(c)"


def _is_bare_year(says: Expression) -> bool:
    is_day = isinstance(says, Fixed) and says.period[0] == says.period[1]
    return isinstance(says, Fixed) and not (is_day or says.is_ambiguous)


def _looseness(says: Expression) -> int:
    """Rank a full date before a month with its year before what lacks the year."""
    if isinstance(says, Fixed):
        return 0
    if isinstance(says, DayOf):
        return 0 if says.year is not None else 2
    return 1 if isinstance(says, MonthOf) and says.year is not None else 3


def _is_dateline(scanned: TimeText, found: Found) -> bool:
    tokens, text = scanned.tokens, scanned.text
    start, end = tokens[found.first].start, tokens[found.end - 1].end
    in_head = start - scanned.begins <= _HEAD_CHARS
    in_foot = len(text) - end <= _FOOT_CHARS
    if not (in_head or in_foot):
        return False
    lead, trail = _paragraph_around(scanned, found)
    is_labelled = any(token.word in _LABELS for token in lead)
    if not (in_head or is_labelled):
        return False
    return _heads(scanned, found, lead, trail, is_labelled=is_labelled)


def is_dated_line(scanned: TimeText, found: Found) -> bool:
    """Say whether an expression dates what follows it, wherever it stands in the text."""
    lead, trail = _paragraph_around(scanned, found)
    is_labelled = any(token.word in _LABELS for token in lead)
    return _heads(scanned, found, lead, trail, is_labelled=is_labelled)


def _heads(
    scanned: TimeText,
    found: Found,
    lead: Sequence[Token],
    trail: Sequence[Token],
    *,
    is_labelled: bool,
) -> bool:
    tokens = scanned.tokens
    if not is_labelled and lead and lead[-1].kind in (*_PREPOSITIONS, Kind.ON):
        return False
    if trail and trail[0].kind is Kind.COLON and not is_labelled:
        return False
    first, last = (
        (lead or tokens[found.first : found.end])[0],
        (trail or (tokens[found.end - 1],))[-1],
    )
    is_short = last.end - first.start <= _LINE_CHARS
    if is_short and last.word not in (".", "!", "?") and _are_names(lead, trail):
        return True
    if is_short and is_labelled:
        return True
    is_full = _looseness(found.says) == 0
    if is_full and is_short and not lead and _opens_line(trail, last):
        return True
    return _runs_into_text(lead, trail, is_full=is_full)


def _opens_line(trail: Sequence[Token], last: Token) -> bool:
    """Read “Tuesday 27 August 2024 - all times local”."""
    is_set_off = bool(trail) and (trail[0].kind is Kind.DASH or trail[0].word in ("|", "·", "•"))
    return is_set_off and last.word not in (".", "!", "?")


def _paragraph_around(
    scanned: TimeText, found: Found
) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    starts = scanned.layout.paragraph_starts
    number = scanned.layout.paragraph_of[found.first]
    end = starts[number + 1] - 1 if number + 1 < len(starts) else len(scanned.tokens)
    # A paragraph may be a whole file on one line: only what is near can make a dateline.
    start = max(starts[number], found.first - _NEAR_TOKENS)
    return (
        scanned.tokens[start : found.first],
        scanned.tokens[found.end : min(end, found.end + _NEAR_TOKENS)],
    )


def _are_names(lead: Sequence[Token], trail: Sequence[Token]) -> bool:
    """Say whether the line holds names and small words only, so that it is no sentence."""
    words = [token for token in (*lead, *trail) if token.word.isalpha()]
    return all(token.is_capital or token.word in _SMALL_WORDS for token in words) and (
        not lead or not trail or not lead[-1].word.isalpha() or trail[0].kind is not Kind.OTHER
    )


def _runs_into_text(lead: Sequence[Token], trail: Sequence[Token], *, is_full: bool) -> bool:
    """Read “NIAMEY, May 19 (Agency) - The …” and “Niamey, 19 May 2024. The …”."""
    if not lead or len(lead) > _RUNNING_LEAD_TOKENS or not trail:
        return False
    is_sentence = trail[0].kind is Kind.DOT
    if is_sentence and len(trail) > 1:
        trail = trail[1:]
    are_names = all(not token.word.isalpha() or token.is_capital for token in lead)
    if is_full and is_sentence and trail[0].is_capital and lead[-1].kind is Kind.COMMA:
        return are_names
    ends_well = lead[-1].kind in (Kind.COMMA, Kind.DASH, Kind.LEFT) or lead[-1].word == "|"
    return (
        are_names
        and ends_well
        and trail[0].kind
        in (
            Kind.LEFT,
            Kind.RIGHT,
            Kind.DASH,
            Kind.COLON,
        )
    )
