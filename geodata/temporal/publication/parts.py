"""Lines inside an article that date what follows: a second article in one file, a running report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from geodata.domain.documents import Document, Publication
from geodata.domain.spans import Span
from geodata.domain.times import on_day
from geodata.temporal.almanac import a_day
from geodata.temporal.expressions import DayOf, Expression
from geodata.temporal.publication.datelines import is_dated_line, quote
from geodata.temporal.publication.evidence import told_period
from geodata.temporal.reader import TimeText, scan

# What stands above the first of its own datelines is the head of the article.
_HEAD_CHARS = 200
# Fewer characters than this are a caption or a link, not a report.
_LEAST_CHARS = 60
_HALF_A_YEAR = 183


@dataclass(frozen=True, slots=True)
class PartSeen:
    """
    A suggestion: part of an article seems to have appeared on another day than the rest.

    Args:
        span: The part, from the line that dates it to the next such line or the end.
        published: The day, and why.
        words: The words that date it.
    """

    span: Span
    published: Publication
    words: str


def find_parts(document: Document) -> tuple[PartSeen, ...]:
    """
    Return the parts of an article that a line inside it dates, in order.

    A day without its year is taken nearest to when the article appeared; where that is not known,
    such a line is no suggestion. Nothing is dated by this: a person decides.
    """
    scanned = scan(document.reading_text)
    lines = list(_dated_lines(scanned, document.published.best))
    ends = [*(start for start, _, _ in lines), len(scanned.text)][1:]
    return tuple(
        _part(scanned.text, start, end, day, words)
        for (start, day, words), end in zip(lines, ends, strict=True)
        if day != document.published.best and _is_told(scanned.text[start:end], words)
    )


def _dated_lines(scanned: TimeText, published: date | None) -> Iterator[tuple[int, date, str]]:
    """Yield where each line begins, its day and the words that give it."""
    last_line = -1
    for found in scanned.found:
        start = scanned.tokens[found.first].start
        line = scanned.text.rfind("\n", 0, start) + 1
        if line == last_line or not _is_inside(scanned, line):
            continue
        day = _day(found.says, published)
        if day is not None and is_dated_line(scanned, found):
            last_line = line
            yield line, day, quote(scanned, found)


def _is_inside(scanned: TimeText, line: int) -> bool:
    """Say whether running text stands above a line."""
    above = scanned.text[scanned.begins : line].strip()
    return len(above) >= _HEAD_CHARS or any(
        len(one) >= _LEAST_CHARS and one.rstrip().endswith((".", "”", '"'))
        for one in above.splitlines()
    )


def _is_told(part: str, words: str) -> bool:
    return len(part.strip()) - len(words) >= _LEAST_CHARS and "." in part


def _day(says: Expression, published: date | None) -> date | None:
    period = told_period(says)
    if period is not None:
        return period[0] if period[0] == period[1] else None
    if not isinstance(says, DayOf) or says.year is not None or published is None:
        return None
    days = [a_day(published.year + step, says.month, says.day) for step in (-1, 0, 1)]
    near = [day for day in days if day and abs((day - published).days) <= _HALF_A_YEAR]
    return near[0] if near and says.weekday in (None, near[0].weekday()) else None


def _part(text: str, start: int, end: int, day: date, words: str) -> PartSeen:
    own = text[start:end]
    first = start + len(own) - len(own.lstrip())
    why = f"A line inside the article is dated “{words}”."
    published = Publication(day, on_day(day, text=words, why=why), why, is_stated=True)
    return PartSeen(Span(first, first + len(own.strip())), published, words)
