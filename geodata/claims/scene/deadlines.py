"""Which words set a last day: “by 3 May”, “within 30 days”; not “over the next few months”."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from geodata.domain.documents import Document
from geodata.domain.mentions import DateMention, DateRelation
from geodata.domain.times import Precision, UncertainDate, on_day

_NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "thirty": 30,
    "sixty": 60,
    "ninety": 90,
}
_UNIT_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.5, "year": 365.25}
_LENGTH = re.compile(
    rf"\b(?P<n>\d+|{'|'.join(_NUMBERS)})[\s-](?P<unit>hour|day|week|month|year)", re.IGNORECASE
)
_HEDGE = re.compile(
    r"\b(?:about|around|approximately|roughly|some|possibly|perhaps|nearly|almost)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:before|prior to|ahead of)\s+(?:the\s+)?$", re.IGNORECASE)
_GIVEN = re.compile(r"\b(?:within|gave|given|give|giving|has|have|had|in)\b", re.IGNORECASE)
_END = re.compile(r"\b(?:end|late|close|last days?)\b", re.IGNORECASE)
_SPREAD = timedelta(days=10)
_LONGEST = timedelta(days=366)


def deadline_of(told: DateMention, document: Document) -> UncertainDate | None:
    """
    Return the last day that a time expression sets, or None when it leaves that open.

    Args:
        told: The expression, with its relation to what is due.
        document: Where it stands, for the words around it.
    """
    if told.when.latest is None or _is_hedged(told, document):
        return None
    if re.match(r"within\b", told.text, re.IGNORECASE):
        return _within(told)
    if told.relation is DateRelation.BY and _BEFORE.search(_before(told, document)):
        return _eve(told)
    if told.is_vague and not _is_bounded(told):
        return None
    return told.when if _width(told.when) <= _LONGEST else None


def deadline_after(said: date, length: DateMention, document: Document) -> UncertainDate | None:
    """
    Return the last day of “two weeks to leave”, “within ten days”, counted from the day it was said.

    Args:
        said: The day it was said.
        length: The length of time.
        document: Where it stands.
    """
    found = _LENGTH.search(length.text)
    before = _before(length, document)
    after = document.text[length.span.end : length.span.end + 9].lower()
    if not found or _is_hedged(length, document) or not _GIVEN.search(before):
        return None
    if not (after.startswith(" to ") or "within" in before.lower()):
        return None
    number = _NUMBERS.get(found["n"].lower()) or int(found["n"])
    day = said + timedelta(days=round(number * _UNIT_DAYS[found["unit"].lower()]))
    return on_day(day, text=length.text, why="counted from the day it was said")


def _before(told: DateMention, document: Document) -> str:
    return document.text[max(0, told.span.start - 30) : told.span.start]


def _is_hedged(told: DateMention, document: Document) -> bool:
    """“In about four months”, “six weeks or so”."""
    near = document.text[max(0, told.span.start - 14) : told.span.end]
    after = document.text[told.span.end : told.span.end + 6]
    return bool(_HEDGE.search(near)) or after.lower() == " or so"


def _within(told: DateMention) -> UncertainDate | None:
    """“Within 30 days” ends on a day; “within the next few months” does not."""
    if not _LENGTH.search(told.text) or told.when.latest is None:
        return None
    return on_day(told.when.latest, text=told.text, why="the last day of the span")


def _eve(told: DateMention) -> UncertainDate | None:
    """“Before September”: 31 August. “Before the end of May”: the month's last days are left."""
    when = told.when
    if _END.search(told.text) or when.earliest is None:
        return when
    if when.precision is Precision.INTERVAL and not _is_bounded(told):
        return None
    eve = when.earliest - timedelta(days=1)
    return replace(when, earliest=eve, latest=eve, why="the eve of it")


def _is_bounded(told: DateMention) -> bool:
    """A vague span of few days, or one that ends where a month or a year ends."""
    return _width(told.when) <= _SPREAD or bool(
        _END.search(told.text) and told.relation is not DateRelation.ON
    )


def _width(when: UncertainDate) -> timedelta:
    if when.earliest is None or when.latest is None:
        return timedelta(0)
    return when.latest - when.earliest
