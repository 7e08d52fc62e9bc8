"""Text -> tokens with their kinds; decides which capital words and numbers tell a time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from geodata.temporal.feasts import FEAST_NAMES
from geodata.temporal.words.lexicon import Kind, vocabulary, words

_FEAST = "|".join(
    re.escape(name).replace("'", "['’]").replace(r"\ ", r"\s+") for name in FEAST_NAMES
)
_FEAST_INITIALS = "".join(sorted({name[0] for name in FEAST_NAMES}))
# What a token cannot begin with is looked at first: most of them are words.
_TOKEN = re.compile(
    r"""
      (?=[\d'’])(?:
          (?P<iso>\d{4}(?P<mark_>[-/.])\d{1,2}(?P=mark_)\d{1,2}(?!\d))
        | (?P<slash>\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)(?:19|20)\d\d(?!\d))
        | (?P<decade>(?:\d{3}0|['’]?[1-9]0)['’]?s\b)
        | (?P<ordinal>\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)\b)
        | (?P<number>\d+(?:[.,]\d+)*)
      )
    | (?P<quarter>[QH][1-4]\b)
    | (?=["""
    + _FEAST_INITIALS
    + r"""])(?P<feast>\b(?:"""
    + _FEAST
    + r""")\b)
    | (?P<word>[^\W\d_]+)
    | (?P<newline>[^\S\n]*\n\s*)
    | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_VOCABULARY = vocabulary()
_WRAPPED_LINE_CHARS = 50
_OPEN_LINE_END = re.compile(
    r"(?:(?<!\d{3})\d|,|\b(?:on|in|by|of|since|until|before|the|last|next|this|early|late))\Z"
)


class Token(NamedTuple):
    """A word, number or mark: where it stands, how it reads in lower case, and its kind."""

    start: int
    end: int
    word: str
    kind: Kind
    value: int
    is_capital: bool


def tokenize(text: str) -> list[Token]:
    """Return the tokens of the text; line ends that only wrap a paragraph are left out."""
    rough: list[Token] = []
    add = rough.append
    for match in _TOKEN.finditer(text):
        if match.lastgroup in _PLAIN:
            # A tuple's own constructor: nearly all tokens are made here.
            add(tuple.__new__(Token, (*match.span(), *_plain(match.group()))))
        elif (token := _token(match, text)) is not None:
            add(token)
    judged = _JUDGES.keys()
    return [
        _settled(rough, at) if token.kind in judged else token for at, token in enumerate(rough)
    ]


def kinds(tokens: Sequence[Token]) -> str:
    """Return one character a token."""
    return "".join([token.kind for token in tokens])


def _token(match: re.Match[str], text: str) -> Token | None:
    group = match.lastgroup
    start, end = match.span()
    raw = match.group()
    if group == "feast":
        name = " ".join(raw.split()).replace("’", "'")
        return Token(start, end, word_of(raw), Kind.FEAST, FEAST_NAMES.index(name), is_capital=True)
    if group == "newline":
        if _only_wraps(text, start, end):
            return None
        return Token(start, end, "\n", Kind.BREAK, raw.count("\n"), is_capital=False)
    return _number_token(group or "", raw, start, end)


_PLAIN = frozenset({"word", "mark"})
_UNKNOWN = (Kind.OTHER, 0)


@lru_cache(maxsize=50_000)
def _plain(raw: str) -> tuple[str, Kind, int, bool]:
    """Return how a word or mark reads in lower case, its kind, and whether it has a capital."""
    word = raw.lower()
    kind, value = _VOCABULARY.get(word, _UNKNOWN)
    return word, kind, value, raw[0].isupper()


def word_of(raw: str) -> str:
    """Return the words of a token in lower case on one line."""
    return " ".join(raw.lower().split())


def _only_wraps(text: str, start: int, end: int) -> bool:
    """Say whether a line end stands inside a sentence, by the line's length and its two sides."""
    if text.count("\n", start, end) > 1 or end >= len(text):
        return False
    line_start = text.rfind("\n", 0, start) + 1
    if start - line_start < _WRAPPED_LINE_CHARS or not text[end].isalnum():
        return False
    if text[end].isupper():
        return _OPEN_LINE_END.search(text, line_start, start) is not None
    return text[start - 1] not in '.!?:”"'


def _number_token(group: str, raw: str, start: int, end: int) -> Token:
    digits = "".join(c for c in raw if c.isdigit())
    kind = Kind.NUMBER
    value = int(digits) if len(digits) < 10 else 0
    if group == "iso":
        kind = Kind.ISO_DAY
    elif group == "slash":
        kind = Kind.SLASH_DAY
    elif group == "decade":
        kind, value = Kind.DECADE, value if value > 99 else 1900 + value
    elif group == "ordinal":
        kind = Kind.ORDINAL if 1 <= value <= 31 else Kind.NUMBER
        if value == 0:
            kind = Kind.OTHER
    elif group == "quarter":
        kind = Kind.QUARTER if raw[0] == "Q" else Kind.HALF_YEAR
    elif raw.isdigit():
        kind = _plain_number_kind(raw, value)
    elif "." in raw and not raw.replace(".", "").isdigit():
        kind = Kind.OTHER
    return Token(start, end, raw.lower(), kind, value, is_capital=False)


def _plain_number_kind(raw: str, value: int) -> Kind:
    if len(raw) == 4 and 1000 <= value <= 2199:
        return Kind.YEAR
    if len(raw) <= 2 and 1 <= value <= 31:
        return Kind.DAY_NUMBER
    return Kind.NUMBER


def _settled(tokens: Sequence[Token], at: int) -> Token:
    """Take the time sense away from a token that its neighbours do not allow it."""
    token = tokens[at]
    if _JUDGES[token.kind](tokens, at):
        return token
    fallback = Kind.NUMBER if token.kind is Kind.YEAR else Kind.OTHER
    return token._replace(kind=fallback)


_NOTHING = Token(0, 0, "", Kind.BREAK, 0, is_capital=False)


def _near(tokens: Sequence[Token], at: int) -> Token:
    return tokens[at] if 0 <= at < len(tokens) else _NOTHING


_NUMERIC = frozenset({Kind.DAY_NUMBER, Kind.ORDINAL, Kind.YEAR})
_LEADS_A_MONTH = frozenset(
    {
        Kind.IN, Kind.BY, Kind.UNTIL, Kind.BEFORE, Kind.AFTER, Kind.SINCE, Kind.FROM, Kind.TO,
        Kind.BETWEEN, Kind.DURING, Kind.LAST, Kind.NEXT, Kind.THIS, Kind.EARLY, Kind.LATE,
        Kind.MID, Kind.OF, Kind.THAT, Kind.EVERY, Kind.OVER, Kind.FOR,
    }
)  # fmt: skip
_NAMED_AFTER_A_DAY = words(
    "street avenue square bridge road stadium university movement airport division brigade "
    "boulevard park"
)
_NAME_LIKE_MONTHS = frozenset({"april", "june", "august"})
_SURE_SHORTS = frozenset({"feb", "aug", "sept", "oct", "nov"})


def _beside_a_number(tokens: Sequence[Token], at: int) -> bool:
    after = _near(tokens, at + 1)
    if after.kind is Kind.DOT and tokens[at].kind is Kind.MONTH_SHORT:
        after = _near(tokens, at + 2)
    elif (
        after.kind is Kind.DASH and _near(tokens, at + 2).kind in (Kind.MONTH, Kind.MONTH_SHORT)
    ) or (
        after.kind in (Kind.COMMA, Kind.LEFT, Kind.OF) and _near(tokens, at + 2).kind is Kind.YEAR
    ):
        return True
    before = _near(tokens, at - 1)
    if before.kind in (Kind.OF, Kind.DASH):
        before = _near(tokens, at - 2)
    return after.kind in _NUMERIC or before.kind in (Kind.DAY_NUMBER, Kind.ORDINAL)


def _is_month(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if _near(tokens, at + 1).is_capital and _near(tokens, at + 1).word in _NAMED_AFTER_A_DAY:
        return False
    if _beside_a_number(tokens, at):
        return token.is_capital or token.word not in ("may", "march")
    if not token.is_capital:
        return False
    before, after = _near(tokens, at - 1), _near(tokens, at + 1)
    if before.kind is Kind.DASH:
        before = _near(tokens, at - 2)
    if token.word in ("may", "march"):
        led = before.kind in _LEADS_A_MONTH or _near(tokens, at - 1).kind is Kind.DASH
        listed = before.kind is Kind.AND and _near(tokens, at - 2).kind is Kind.MONTH
        return (led or listed) and not (after.is_capital and after.kind is Kind.OTHER)
    if after.kind is Kind.OTHER and after.is_capital and before.kind is not Kind.IN:
        return token.word not in _NAME_LIKE_MONTHS
    return True


def _is_short_month(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if _beside_a_number(tokens, at):
        return token.is_capital
    led = _near(tokens, at - 1).kind in _LEADS_A_MONTH
    return token.is_capital and led and token.word in _SURE_SHORTS


_FEAST_WORDS = words("black good bloody palm easter ash super cyber holy maundy")
_NEWSPAPER_WORDS = words(
    "times telegraph mirror mail express herald star post tribune world independent sun"
)


def _is_weekday(tokens: Sequence[Token], at: int) -> bool:
    before, after = _near(tokens, at - 1), _near(tokens, at + 1)
    if not tokens[at].is_capital or before.word in _FEAST_WORDS:
        return False
    if before.kind is Kind.ON and _near(tokens, at - 2).word == "mail":
        return False
    if before.kind is Kind.A and after.kind is not Kind.PERIOD and not after.word.isalpha():
        return False  # “…, a Friday.” tells what kind of day, not which
    if after.kind is Kind.PERIOD and after.is_capital and _near(tokens, at + 2).is_capital:
        return False
    return not (after.is_capital and after.word in _NEWSPAPER_WORDS)


def _is_short_weekday(tokens: Sequence[Token], at: int) -> bool:
    beyond = at + 1
    while _near(tokens, beyond).kind in (Kind.DOT, Kind.COMMA):
        beyond += 1
    dated = (Kind.MONTH, Kind.MONTH_SHORT, Kind.DAY_NUMBER, Kind.ORDINAL, Kind.ISO_DAY)
    return tokens[at].is_capital and _near(tokens, beyond).kind in dated


# Words before a number that make it a name or a label, and after it that make it a count.
_LABELS = words(
    "page pages p pp resolution base flight no nos number box road route highway room "
    "section article articles act agenda vision horizon euro expo windows model boeing "
    "airbus unit fm channel regulation directive law decree order case gate suite hill "
    "point level version about around some nearly approximately roughly over almost least "
    "than another"
)
_COUNTED = words(
    "troops soldiers people personnel men women fighters militants civilians refugees migrants "
    "forces trainers instructors peacekeepers police officers members km kilometers kilometres "
    "miles metres meters feet tons tonnes dollars euros pounds francs rupees homes houses families "
    "deaths dead wounded injured vehicles tanks drones missiles rockets aircraft hours gmt utc "
    "votes seats jobs prisoners hostages percent square kg mw uniformed combat additional more "
    "others casualties employees workers students children residents protesters demonstrators "
    "americans"
)
_FAR_YEAR = 2035
_CURRENCY = words("$ € £ # ¥ %")
_LEADS_AN_OLD_YEAR = frozenset(
    {Kind.IN, Kind.SINCE, Kind.FROM, Kind.OF, Kind.UNTIL, Kind.MONTH, Kind.COMMA, Kind.LEFT}
)


def _is_year(tokens: Sequence[Token], at: int) -> bool:
    token, before, after = tokens[at], _near(tokens, at - 1), _near(tokens, at + 1)
    if before.word in ("around", "about") and token.value % 50 and after.word not in _COUNTED:
        return 1900 <= token.value <= _FAR_YEAR  # “around 1908”; “around 2000” counts something
    if before.word in _CURRENCY or after.word in _CURRENCY or before.word in _LABELS:
        return False
    is_slashed = before.word == "/" and before.end == token.start
    if is_slashed and _near(tokens, at - 2).kind is not Kind.YEAR:
        return False  # “A/California/7/2009”, but “2023/2024”
    if before.kind is Kind.DOT and _near(tokens, at - 2).word in _LABELS:
        return False
    touches_word = before.end == token.start and before.word.isalnum()
    touches_next = after.start == token.end and after.word.isalnum()
    if touches_word or touches_next or after.word in _COUNTED:
        return False
    if (
        before.kind is Kind.DASH
        and before.end == token.start
        and _near(tokens, at - 2).kind
        in (
            Kind.OTHER,
            Kind.NUMBER,
        )
    ):
        return before.start > _near(tokens, at - 2).end
    if token.value > _FAR_YEAR and before.is_capital and before.kind is Kind.OTHER:
        return False
    if token.value < 1900 and before.kind is Kind.OF:
        return token.value >= 1400 and _near(tokens, at - 2).is_capital
    return token.value >= 1900 or (token.value >= 1400 and before.kind in _LEADS_AN_OLD_YEAR)


def _is_day_number(tokens: Sequence[Token], at: int) -> bool:
    token, before, after = tokens[at], _near(tokens, at - 1), _near(tokens, at + 1)
    if before.word in _CURRENCY or after.word in _CURRENCY:
        return False
    touches_word = before.end == token.start and before.word.isalnum()
    touches_next = after.start == token.end and after.word.isalnum()
    if after.word in _COUNTED and before.kind is Kind.MONTH:
        # “In May 5 people died”, but “on May 5 people died”.
        return _near(tokens, at - 2).kind is not Kind.IN
    is_clock = (
        after.kind is Kind.COLON
        and after.start == token.end
        and (_near(tokens, at + 2).start == after.end)
    )
    return not (touches_word or touches_next or is_clock)


def _is_today(tokens: Sequence[Token], at: int) -> bool:
    # “USA Today”: a capital after a capital in mid-sentence is a name.
    before = _near(tokens, at - 1)
    return not (tokens[at].is_capital and before.is_capital)


def _is_season(tokens: Sequence[Token], at: int) -> bool:
    # “the Prague Spring”, “the Winter Night Shelter”
    before, after = _near(tokens, at - 1), _near(tokens, at + 1)
    beside_name = before.is_capital or (after.is_capital and after.kind is Kind.OTHER)
    return not (tokens[at].is_capital and beside_name)


def _is_decade(tokens: Sequence[Token], at: int) -> bool:
    # “a man in his 40s”, “in the low 30s”
    token, before = tokens[at], _near(tokens, at - 1)
    if token.end - token.start >= 5 or token.word[0] in "'’":
        return True
    if before.kind in (Kind.EARLY, Kind.MID, Kind.LATE, Kind.DASH):
        before = _near(tokens, at - 2 - (before.kind is Kind.DASH))
    return before.word == "the"


_NO_FEAST = words(
    "tree trees market markets gift gifts dinner lunch party parties island islands card cards "
    "carol carols parade sermon"
)


def _is_feast(tokens: Sequence[Token], at: int) -> bool:
    # “Christmas Island”, “Ramadan Shalah”, “General Easter”
    before, after = _near(tokens, at - 1), _near(tokens, at + 1)
    beside_name = before.is_capital and before.kind is Kind.OTHER and not _opens(tokens, at - 1)
    is_name = after.is_capital and after.kind is Kind.OTHER
    return not (beside_name or is_name or after.word in _NO_FEAST)


def _opens(tokens: Sequence[Token], at: int) -> bool:
    return _near(tokens, at - 1).kind in (Kind.BREAK, Kind.DOT)


def _is_quarter(tokens: Sequence[Token], at: int) -> bool:
    # “Q1 Chair: …” and “Q3. Why …” number the questions of a transcript.
    before, after = _near(tokens, at - 1), _near(tokens, at + 1)
    if before.kind is not Kind.BREAK:
        return True
    return not (after.is_capital or after.kind in (Kind.COLON, Kind.DOT, Kind.BREAK))


def _is_last(tokens: Sequence[Token], at: int) -> bool:
    # “the final weeks of 2023”, but not “the final month”
    if tokens[at].word == "last":
        return True
    return _near(tokens, at + 1).kind is Kind.UNITS and _near(tokens, at + 2).kind is Kind.OF


_JUDGES = {
    Kind.DECADE: _is_decade,
    Kind.LAST: _is_last,
    Kind.FEAST: _is_feast,
    Kind.QUARTER: _is_quarter,
    Kind.SEASON: _is_season,
    Kind.MONTH: _is_month,
    Kind.MONTH_SHORT: _is_short_month,
    Kind.WEEKDAY: _is_weekday,
    Kind.WEEKDAY_SHORT: _is_short_weekday,
    Kind.YEAR: _is_year,
    Kind.DAY_NUMBER: _is_day_number,
    Kind.TODAY: _is_today,
}
