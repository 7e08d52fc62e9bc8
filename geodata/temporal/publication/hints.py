"""What a file carries beside its text, joined with what the text says of its publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from geodata.documents.dates import day_in_address
from geodata.domain.documents import DateHint, Publication
from geodata.domain.times import Precision, UncertainDate
from geodata.temporal.almanac import say
from geodata.temporal.publication.evidence import YearlessDay

_ADDRESS = re.compile(r"(?:https?://|www\.)\S{4,300}", re.IGNORECASE)
_HEAD_CHARS, _FOOT_CHARS = 700, 400
_NEAR_DAYS = 366
ASK = "Set the day of publication, so that “last month” and dates without a year can be read."


def hints_in_text(text: str) -> tuple[DateHint, ...]:
    """Return the day that a web address at the head or foot of the text holds."""
    begins = len(text) - len(text.lstrip())
    ends = text[begins : begins + _HEAD_CHARS], text[max(begins, len(text) - _FOOT_CHARS) :]
    for part in ends:
        for match in _ADDRESS.finditer(part):
            if day := day_in_address(match.group()):
                return (DateHint(day, day, day, "a web address in the text holds the day"),)
    return ()


def with_hints(
    told: Publication, hints: Sequence[DateHint], line: YearlessDay | None
) -> Publication:
    """
    Return what text and hints give together; the text goes first.

    Args:
        told: What the text says or suggests.
        hints: Weaker days, the best first.
        line: The text's dateline where that lacks the year.
    """
    named = [hint for hint in hints if hint.earliest is not None]
    limits = [hint for hint in hints if hint.earliest is None and hint.latest is not None]
    if told.is_stated or (told.best is not None and told.within.is_exact):
        return _doubted(told, named)
    for hint in named:
        if found := _at(hint, told, line):
            return found
    for hint in limits:
        if found := _no_later(hint, told, line):
            return found
    return told


def _doubted(told: Publication, named: Sequence[DateHint]) -> Publication:
    other = next((hint for hint in named if hint.day != told.best), None)
    if other is None:
        return told
    return replace(told, why=f"{told.why} But {other.source} {say(other.day)}.")


def _at(hint: DateHint, told: Publication, line: YearlessDay | None) -> Publication | None:
    if line is not None:
        dated = line.in_year(hint.day.year)
        if dated is None or abs((dated - hint.day).days) > 7:
            return None
        why = f"The text is dated “{line.text}”, and {hint.source} {say(hint.day)}."
        return Publication(dated, UncertainDate(dated, dated, why=why), why)
    if not told.within.may_be(hint.day):
        return None
    why = f"{_capital(hint.source)} {say(hint.day)}."
    return Publication(hint.day, UncertainDate(hint.day, hint.day, why=why), why)


def _no_later(hint: DateHint, told: Publication, line: YearlessDay | None) -> Publication | None:
    limit = hint.latest or hint.day
    source = f"{_capital(hint.source)} {say(hint.day)}"
    if line is not None:
        day = _latest_by(line, limit)
        if day is None or not told.within.may_be(day):
            return None
        why = f"The text is dated “{line.text}”. {source}, which gives the year."
        return Publication(day, UncertainDate(day, day, why=why), why)
    if told.within.earliest is not None and told.within.earliest > limit:
        return None
    if told.best is not None:
        return _clipped(told, limit, source) if told.best <= limit else None
    # A file may be made years after its article. Only a date of that time in the text makes the
    # day likely enough to read “on Friday” by it; else the person is asked.
    newest = told.within.earliest
    is_likely = newest is not None and (limit - newest).days <= _NEAR_DAYS
    why = f"{source}, so it appeared no later than {say(limit)}."
    why += " The dates in its text fit that." if is_likely else f" {ASK}"
    within = UncertainDate(newest, limit, Precision.INTERVAL, why=why)
    # Made early and changed late: the article cannot be older than what it tells.
    likely = max(hint.day, newest) if newest and is_likely else None
    return Publication(likely, within, why)


def _clipped(told: Publication, limit: date, source: str) -> Publication:
    latest = min(limit, told.within.latest) if told.within.latest else limit
    why = f"{told.why} {source}."
    return replace(told, within=replace(told.within, latest=latest), why=why)


def _latest_by(line: YearlessDay, limit: date) -> date | None:
    for year in (limit.year, limit.year - 1):
        day = line.in_year(year)
        if day is not None and day <= limit and (limit - day).days <= _NEAR_DAYS:
            return day
    return None


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
