"""Numbers of people in a text, with what the words around them do to the number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from geodata.claims.grammar.lexicon import load_lexicon
from geodata.domain.mentions import Count, Qualifier
from geodata.domain.spans import Span

_UNITS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: value * 10
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
# “seventy” is no “seven”
_WORD = rf"(?:{'|'.join([*_UNITS, *_TENS, *_SCALES])})(?![a-z])"
_NUMBER = (
    rf"(?:\d{{1,3}}(?:[,\u202f\u00a0]\d{{3}})+|\d+(?:\.\d+)?)(?:\s(?:{'|'.join(_SCALES)}))?"
    rf"|(?:(?:an?|half\sa)\s)?(?:{_WORD})(?:(?:[\s-]|\sand\s)(?:{_WORD}))*"
)
# A vague word stands for the whole decade it names; several and a few for its lower part.
_VAGUE: tuple[tuple[str, int, int], ...] = (
    (r"hundreds\sof\sthousands", 100_000, 999_999),
    (r"tens\sof\sthousands", 10_000, 99_999),
    (r"(?:several|a\sfew|some)\sthousand", 2_000, 9_999),
    (r"thousands", 1_000, 9_999),
    (r"(?:several|a\sfew)\shundred", 200, 999),
    (r"hundreds", 100, 999),
    (r"(?:several|a\sfew)\sdozen", 24, 99),
    (r"dozens", 24, 99),
    (r"scores", 40, 99),
    (r"a\shandful", 2, 9),
)
_HEDGES: tuple[tuple[Qualifier, str], ...] = (
    (
        Qualifier.OVER,
        r"(?:just|a\slittle|slightly|something)\sover|a\slittle\smore\sthan|over|more\sthan|upwards?\sof|north\sof|in\sexcess\sof|exceeding|well\sover|above",
    ),
    (Qualifier.UNDER, r"fewer\sthan|less\sthan|under|below|not\smore\sthan"),
    (
        Qualifier.NEARLY,
        r"(?:just\s)?shy\sof|not\squite|getting\son\sfor|approaching|close\sto|nearly|almost|just\sunder|just\sshort\sof",
    ),
    (
        Qualifier.ABOUT,
        r"about|around|approximately|roughly|some|an\sestimated|estimated\sat|circa|approx\.",
    ),
)
_AT_LEAST = re.compile(
    r"\b(?:at\sleast|no\sfewer\sthan|a\sminimum\sof)\s(?:the\s)?$", re.IGNORECASE
)
_AT_MOST = re.compile(r"\b(?:up\sto|at\smost|a\smaximum\sof|as\smany\sas)\s$", re.IGNORECASE)
_OPENINGS = sorted(
    {w[:3] for w in (*_UNITS, *_TENS, *_SCALES)} | {"ten", "sev", "som", "sco", "bet", "fro", "hal"}
)
# Most words begin no number; this tells so at once.
_BEGIN = rf"(?=[\da{''.join(sorted({o[0] for o in _OPENINGS}))}])(?=\d|an?\s|{'|'.join(_OPENINGS)})"
_FIND = re.compile(
    rf"\b{_BEGIN}(?:(?P<vague>{'|'.join(p for p, _, _ in _VAGUE)})|(?:between\s|from\s)?(?P<low>{_NUMBER})"
    rf"(?:\s?(?:and|to|or|[–-])\s?(?P<high>{_NUMBER}))?)(?![\d%])",
    re.IGNORECASE,
)
_STRONG = re.compile(r"(?:\s|-)strong\b", re.IGNORECASE)
_HEADLESS = re.compile(
    r"\s(?:more\b|others\b)|(?=\s(?:were|was|are|is|will|would|had|have|has)\b)|(?=[.;,])",
    re.IGNORECASE,
)
_MORE = re.compile(r"\smore(?=[.,;]|\s(?:in|to|by|on|next|this|last|from|later)\b)")
_ORDINAL = re.compile(r"\b(?:the|a) (?:first|last|final|next|remaining|other) $")
_AFTER_ORDINAL = re.compile(
    r",|\s(?:left|arrived|landed|flew|went|go|leave|came|are|were|will|of)\b"
)
_HEDGE = "|".join(words for _, words in _HEDGES)
_HEDGED = tuple(
    (qualifier, re.compile(rf"\b(?:{words})\s(?:the\s|an?\s)?$", re.IGNORECASE))
    for qualifier, words in _HEDGES
)
_NUMBERING = re.compile(rf"\bnumber(?:s|ed|ing)?\s(?:(?:{_HEDGE})\s)?$", re.IGNORECASE)
_FROM_TO = re.compile(
    rf"\bfrom\s(?:(?:{_HEDGE})\s)?[\d,.]*\d(?:\s\w+)?\sto\s(?:(?:{_HEDGE})\s)?$", re.IGNORECASE
)
_OF_THEM = re.compile(r"\sof\s(?:them|these|those|whom)\b", re.IGNORECASE)
_OF_WHOM = re.compile(rf"\bof\swhom\sthere\s(?:are|were)\s(?:(?:{_HEDGE})\s)?$", re.IGNORECASE)
_DATED = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.?,?\s(?:\d{1,2}(?:st|nd|rd|th)?,?\s)?$"
)
_NAMED = re.compile(
    r"\b(?:Battalion|Brigade|Regiment|Squadron|Company|Division|Group|Force|Base|Camp|Flight|Unit|No\.?"
    r"|Resolution|Article|Wing|Battery|Corps|Room|Route|Highway|Section|Chapter|Page|Target|Exercise)\s$"
)
_MEMBERS = re.compile(
    r"\s(?:\w+\s){0,2}members\sof\s(?:the\s|its\s|their\s)?(?:\w+\s)?(?:(?:Africa|Afrika)\sCorps|Wagner"
    r"|(?:Armed|Defence|Defense|Security|Special)\sForces|armed forces|army|navy|air force|National Guard"
    r"|Guard|Corps|contingent|mission|battalion|force)\b"
)
_UNIT_OF = re.compile(
    rf"\b(?:brigade|contingent|detachment|battalion|battlegroup|garrison|company|squadron|force|unit|team"
    rf"|regiment|mission|reserve)\sof\s(?:(?:{_HEDGE}|up to|at least)\s)?$"
)
_IN_ARMS = re.compile(r"\s(?:in (?:uniform|blue helmets|boots)|under arms|bayonets|all ranks)\b")
_FIGURE_TO = re.compile(
    rf"\b(?:number|strength|headcount|contingent|garrison)\b(?:, [^;:.]*,)?\sto\s(?:(?:{_HEDGE})\s)?$",
    re.IGNORECASE,
)
_NATIONAL = frozenset(
    {"officer", "engineer", "pilot", "technician", "guard", "expert", "specialist"}
)
_STOP = frozenset(
    [
        "and",
        "or",
        "but",
        "who",
        "which",
        "that",
        "were",
        "was",
        "are",
        "is",
        "have",
        "had",
        "has",
        "will",
        "would",
        "by",
        "on",
        "at",
        "from",
        "to",
        "with",
        "while",
        "as",
        "after",
        "years",
        "year",
        "months",
        "month",
        "days",
        "day",
        "weeks",
        "week",
        "hours",
        "percent",
        "per",
        "cent",
        "km",
        "miles",
        "kilometres",
    ]
)


def read_counts(text: str, groups: Iterable[str] = (), peoples: Iterable[str] = ()) -> list[Count]:
    """
    Return every number of people that a text gives.

    Args:
        text: The text; spans count its code points.
        groups: Further words for people, lower case, such as the plural demonyms of the text.
        peoples: Adjectives of nations, lower case: “Turkish officers” are soldiers.
    """
    people = _people() | frozenset(groups)
    nations = frozenset(peoples)
    found = _FIND.finditer(text)
    return [count for match in found for count in _read(match, text, people, nations)]


@lru_cache(maxsize=512)
def read_bare_counts(text: str, start: int, end: int) -> tuple[Count, ...]:
    """Return every number between two offsets, whatever it counts; sentences are asked for twice."""
    return tuple(_bare_counts(text, start, end))


def _bare_counts(text: str, start: int, end: int) -> Iterator[Count]:
    for match in _FIND.finditer(text, start, end):
        low, high, qualifier, hedge = _bounds(
            match,
            text[max(start, match.start() - 24) : match.start()],
            text[match.end() : match.end() + 16],
        )
        if low is not None:
            first = match.start() - hedge
            yield Count(low, high, qualifier, text[first : match.end()], Span(first, match.end()))


def _read(
    match: re.Match[str], text: str, people: frozenset[str], nations: frozenset[str]
) -> Iterator[Count]:
    if _is_label(match, text):
        return
    end = _people_end(text, match, people, nations)
    if end is None:
        return
    before = text[max(0, match.start() - 24) : match.start()]
    low, high, qualifier, hedge = _bounds(match, before, text[match.end() : match.end() + 16])
    if low is None:
        return
    start = match.start() - hedge
    span = Span(start, match.end())
    yield Count(low, high, qualifier, text[start : match.end()], span)


def _bounds(
    match: re.Match[str], before: str, after: str
) -> tuple[int | None, int | None, Qualifier, int]:
    """Return low, high, qualifier and how many characters before the number the hedge takes."""
    if match["vague"]:
        for pattern, least, most in _VAGUE:
            if re.fullmatch(pattern, match["vague"], re.IGNORECASE):
                return least, most, Qualifier.VAGUE, 0
    low = _value(match["low"])
    high = _value(match["high"]) if match["high"] else None
    if low is None or low == 0 or _is_year(match["low"], before):
        return None, None, Qualifier.EXACT, 0
    if high is not None and match.group().lower().startswith("from ") and high != low:
        return high, high, Qualifier.EXACT, 0  # “has grown from 400 to 900”
    if high is not None:
        # “5 to 6 thousand” gives the scale once
        return (low, high, Qualifier.RANGE, 0) if low <= high else (None, None, Qualifier.EXACT, 0)
    if found := _AT_LEAST.search(before):
        return low, None, Qualifier.OVER, len(before) - found.start()
    if found := _AT_MOST.search(before):
        return 0, low, Qualifier.UNDER, len(before) - found.start()
    for qualifier, hedge in _HEDGED:
        if found := hedge.search(before):
            return (*_hedged(low, qualifier), len(before) - found.start())
    if re.match(r"\sor\s(?:so|thereabouts)\b", after, re.IGNORECASE):
        return (*_hedged(low, Qualifier.ABOUT), 0)
    return low, low, Qualifier.EXACT, 0


def _hedged(number: int, qualifier: Qualifier) -> tuple[int, int | None, Qualifier]:
    tenth = number // 10
    if qualifier is Qualifier.OVER:
        return number + 1, None, qualifier
    if qualifier is Qualifier.UNDER:
        return 0, number - 1, qualifier
    if qualifier is Qualifier.NEARLY:
        return number - tenth, number, qualifier
    return number - tenth, number + tenth, qualifier


def _is_label(match: re.Match[str], text: str) -> bool:
    """“Tank Battalion 203”, “January 1993 - The first troops”: a name or a year, not how many."""
    before, after = text[max(0, match.start() - 24) : match.start()], text[match.end() :][:4]
    if re.fullmatch(r"\d+\.\d+", match["low"] or "") and re.search(r"(?:^|\n)\s*$", before):
        return True  # “2.3 Russian personnel …”: the number of a section
    if not (match["low"] or "").isdigit():
        return False
    is_year = re.fullmatch(r"(?:19|20)\d\d", match["low"]) is not None
    if is_year and (_DATED.search(before) or re.match(r"\s*(?:[-–—:]\s|\n)", after)):
        return True
    return bool(_NAMED.search(before))


def _people_end(
    text: str, match: re.Match[str], people: frozenset[str], nations: frozenset[str]
) -> int | None:
    """Return where the noun for people ends that the number counts, or None."""
    at = match.end()
    if strong := _STRONG.match(text, at):
        return strong.end()
    gap = re.compile(r"\sor\sso\b").match(text, at)
    at = gap.end() if gap else at
    limit = text[at : at + 80]
    words = re.split(r"[\s-]+", limit.lstrip(" -"))
    joined = limit[:1] in {" ", "-", "\n", "\u00a0"}
    for index, raw in enumerate(words[:6] if joined else []):
        word = raw.strip("'’\"“”").lower()
        bare = word.strip(".,;:!?)")
        if _is_people(bare, [w.lower().strip(",") for w in words[:index]], people, nations):
            return at + len(raw)
        if bare in _STOP or (word != bare and not re.fullmatch(r"(?:\w\.)+", word)):
            break
    return _headless_end(text, match)


def _headless_end(text: str, match: re.Match[str]) -> int | None:
    """“Another 50 came”: a number alone, after people were counted before."""
    before = text[max(0, match.start() - 40) : match.start()].lower()
    if _ORDINAL.search(before) and _AFTER_ORDINAL.match(text, match.end()):
        return match.end()
    if _MORE.match(text, match.end()):
        return match.end()
    if before.endswith(("another ", "further ")) and _HEADLESS.match(text, match.end()):
        return match.end()
    if _FROM_TO.search(text[max(0, match.start() - 40) : match.start()]):
        return match.end()
    if _IN_ARMS.match(text, match.end()) or _FIGURE_TO.search(before):
        return match.end()
    if _MEMBERS.match(text, match.end()) or _UNIT_OF.search(before):
        return match.end()
    if _OF_THEM.match(text, match.end()) or _OF_WHOM.search(before):
        return match.end()
    return match.end() if _NUMBERING.search(before) else None


def _is_people(
    word: str, before: list[str], people: frozenset[str], nations: frozenset[str]
) -> bool:
    single = word if word in people else _singular(word)
    if single not in people:
        return False
    needed = load_lexicon().needed["people"].get(single)
    if needed is None or any(w in needed for w in before):
        return True
    return single in _NATIONAL and any(w in nations for w in before)


def _singular(word: str) -> str:
    if word.endswith("men") and len(word) > 3:
        return word[:-2] + "an"
    return word.removesuffix("s")


@cache
def _people() -> frozenset[str]:
    return load_lexicon().nouns["people"]


def _is_year(number: str, before: str) -> bool:
    return bool(
        re.fullmatch(r"(?:19|20)\d\d", number)
        and re.search(r"\b(?:in|since|by|of|until|from|during|the)\s$", before, re.IGNORECASE)
    )


def _value(words: str) -> int | None:
    """Return what a number in digits, words or both comes to."""
    text = words.lower().replace("\u00a0", " ").replace("\u202f", "")
    if text.startswith("half a"):
        return 6 if text.endswith("dozen") else None
    total, current = 0.0, 0.0
    for raw in re.split(r"[\s-]+", text):
        word = raw.replace(",", "")
        if word in {"and", "a", "an"}:
            continue
        if word in _SCALES:
            current = (current or 1) * _SCALES[word]
            if word in {"thousand", "million"}:
                total, current = total + current, 0.0
        elif word in _UNITS or word in _TENS:
            current += _UNITS.get(word, _TENS.get(word, 0))
        elif re.fullmatch(r"\d+(?:\.\d+)?", word):
            current += float(word)
        else:
            return None
    return int(total + current)
