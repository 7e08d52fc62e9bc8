"""Bare numbers that may be people told of before: “some 1,500 crossed over”, “Italy: 900”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from geodata.claims.grammar.counts import read_bare_counts
from geodata.claims.grammar.reading import Reading, Sentence
from geodata.domain.mentions import Count

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_FEWEST = 5
_MOST = 500_000
_CODE = re.compile(r"(?:\D*\s)?(?:\d{4,}|0\d*)")  # a year, a box, an hour: people have a comma
_NOT_BEFORE = re.compile(
    r"(?:[/.-]|[$€£#§\d]\s?|\b(?:no|nos|no\.|article|chapter|page|base|camp|route|highway|flight|gate|year|age|aged"
    r"|resolution|phase|group|task force|usd|eur|at|from|to|score|won|lost|beat)\s?)$",
    re.IGNORECASE,
)
_OPEN = frozenset({"ADP", "AUX", "CCONJ", "PUNCT", "SPACE", "PART", "ADV"})
_PEOPLE = frozenset(
    {
        "persons",
        "hands",
        "uniforms",
        "boots",
        "bayonets",
        "rifles",
        "heads",
        "people",
        "souls",
        "others",
        "more",
        "men",
        "women",
        "strong",
        "of",
        "ranks",
        "each",
        "all",
    }
)
_CLOSED = frozenset({"-", "–", "/", ":", "°", "“", '"', "'", "‘", "«"})
_UNITS = frozenset({"percent", "%", "per", "years", "a", "pm", "am", "a.m.", "p.m."})


def is_of_people(last: Token) -> bool:
    """Say whether what follows a number tells that it counts people: “28,500 of them”, “54 strong”."""
    after = [t.lower_ for t in last.doc[last.i + 1 : last.i + 4]]
    if after[:1] == ["of"]:
        return bool({"them", "these", "those", "whom", "us"} & set(after[1:2]))
    if after[:1] == ["-"]:
        after = after[1:]
    return bool(after) and after[0] in _PEOPLE - {"of", "more", "each", "all"}


def bare_numbers(sentence: Sentence, reading: Reading) -> Iterator[tuple[Token, Count]]:
    """Yield the numbers of a sentence that count no thing that is named, each with its last token."""
    text = reading.document.reading_text
    taken = [c.span for c in reading.counts]
    taken += [d.span for d in reading.dates.values()]
    taken += [m.span for m in reading.places.values()]
    for count in read_bare_counts(text, sentence.span.start, sentence.span.end):
        span = count.span
        if any(s.start < span.end and span.start < s.end for s in taken):
            continue
        high = count.high if count.high is not None else count.low
        if not _FEWEST <= max(high, count.low) <= _MOST or _CODE.fullmatch(count.text):
            continue
        if _NOT_BEFORE.search(text[max(0, span.start - 12) : span.start]):
            continue
        last = _last_token(span.end, reading.tokens(sentence))
        is_whole = last is not None and last.idx + len(last.text) == span.end
        if last is not None and is_whole and _is_open(last):
            yield last, count


def _last_token(end: int, tokens: Sequence[Token]) -> Token | None:
    return next((t for t in reversed(tokens) if t.idx < end), None)


def _is_open(last: Token) -> bool:
    """Whether no noun follows that the number would count."""
    after = last.doc[last.i + 1] if last.i + 1 < len(last.doc) else None
    if after is None or after.lower_ in _PEOPLE:
        return True
    if after.lower_ in _UNITS or after.text in _CLOSED:
        return False
    return after.pos_ in _OPEN or after.pos_ == "VERB"
