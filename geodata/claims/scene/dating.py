"""When something happens: dates of the clause, then of the sentence, then of what stands above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from geodata.claims.grammar.clauses import governors, verbal
from geodata.claims.grammar.modality import Voice
from geodata.claims.grammar.reading import Reading, Sentence
from geodata.domain.mentions import DateMention, DateRelation
from geodata.domain.times import UNKNOWN_DATE, Precision, UncertainDate, on_day

if TYPE_CHECKING:
    from spacy.tokens import Token

_BACK = re.compile(
    r"\b(?:at (?:that|the) (?:point|time)|then|that (?:same )?day|on the same day)\b", re.IGNORECASE
)
_LENGTH = re.compile(
    r"(?P<n>\d+|an?|one|two|three|four|five|six|nine|twelve|thirty|sixty|ninety)[\s-](?P<unit>day|week|month|year)",
    re.IGNORECASE,
)
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
    "twelve": 12,
    "thirty": 30,
    "sixty": 60,
    "ninety": 90,
}
_UNIT_DAYS = {"day": 1.0, "week": 7.0, "month": 30.5, "year": 365.25}
_CLAUSE, _ABOVE, _SENTENCE, _OTHER = 0, 1, 3, 8


@dataclass(frozen=True, slots=True)
class When:
    """
    The times of a claim.

    Args:
        begins: When the event happens or the state is attested.
        ends: When it ends, or None.
        deadline: The last day to which it is due, or None.
        is_dated: Whether the text itself gives `begins`.
        why: How it was found, in words.
    """

    begins: UncertainDate = UNKNOWN_DATE
    ends: UncertainDate | None = None
    deadline: UncertainDate | None = None
    is_dated: bool = False
    why: str = ""


def date_event(predicate: Token, voice: Voice, reading: Reading, *, is_state: bool = False) -> When:
    """
    Return the times of a predicate.

    Args:
        predicate: The verb or noun.
        voice: How it is said; of something planned, the day is that of the announcement.
        reading: The document.
        is_state: Whether it lasts (“are stationed”) rather than happens.
    """
    near = sorted(_near(predicate, voice, reading, is_state=is_state), key=lambda pair: pair[0])
    if voice.is_planned:
        return _planned(near, reading)
    return _happened(near, predicate, reading, is_state=is_state)


def _planned(near: list[tuple[float, DateMention]], reading: Reading) -> When:
    published = reading.document.published.best
    told: DateMention | None = None
    due: DateMention | None = None
    for cost, date in near:
        if date.relation in {DateRelation.BY, DateRelation.UNTIL}:
            due = due or (date if cost < _OTHER else None)
        elif date.relation is DateRelation.ON and cost < _OTHER:
            start = date.when.earliest
            end = date.when.latest
            is_ahead = bool(published and end and end > published and cost < _ABOVE)
            if published and start and (start > published or is_ahead):
                due = due or date
            else:
                told = told or date
    begins = told.when if told else _published(reading)
    if due is None and told is not None:
        later = [d for c, d in near if d is not told and _is_after(d, told) and c < _OTHER]
        due = later[0] if later else None
    deadline = _deadline(due.when) if due else _after_length(begins, near, reading)
    why = f"dated by “{told.text}”" if told else "dated by the publication"
    return When(begins, None, deadline, told is not None, why)


def _is_after(date: DateMention, told: DateMention) -> bool:
    last, first = told.when.latest, date.when.earliest
    return date.relation is DateRelation.ON and bool(last and first and first > last)


def _deadline(when: UncertainDate) -> UncertainDate | None:
    if when.latest is None:
        return None
    return replace(when, earliest=when.earliest if when.earliest != when.latest else when.latest)


def _after_length(
    begins: UncertainDate, near: list[tuple[float, DateMention]], reading: Reading
) -> UncertainDate | None:
    """“Two weeks to leave”, “within ten days”: counted from the day it was said."""
    if begins.latest is None or not begins.is_exact:
        return None
    for cost, date in near:
        if date.relation is not DateRelation.DURATION or cost >= _OTHER:
            continue
        found = _LENGTH.search(date.text)
        before = reading.document.text[max(0, date.span.start - 30) : date.span.start]
        after = reading.document.text[date.span.end : date.span.end + 9]
        is_given = re.search(
            r"\b(?:within|gave|given|give|giving|has|have|in)\b", before, re.IGNORECASE
        )
        if found and is_given and (after.lower().startswith(" to ") or "within" in before.lower()):
            number = _NUMBERS.get(found["n"].lower()) or int(found["n"])
            days = round(number * _UNIT_DAYS[found["unit"].lower()])
            day = begins.latest + timedelta(days=days)
            return UncertainDate(
                day, day, Precision.DAY, date.text, "counted from the day it was said"
            )
    return None


def _happened(
    near: list[tuple[float, DateMention]], predicate: Token, reading: Reading, *, is_state: bool
) -> When:
    published = _published(reading)
    ends = next((d.when for c, d in near if d.relation is DateRelation.UNTIL and c <= _ABOVE), None)
    for cost, date in near:
        if cost >= _OTHER or not date.when.is_known:
            continue
        if date.relation is DateRelation.ON:
            return When(date.when, ends, None, True, f"dated by “{date.text}”")
        if date.relation is DateRelation.SINCE and date.when.earliest:
            since = date.when if is_state else _between(date.when, published)
            return When(since, ends, None, True, f"since “{date.text}”")
    if is_state and predicate.tag_ != "VBD":
        return When(published, ends, None, False, "dated by the publication")
    open_start = UncertainDate(
        None, published.latest, Precision.INTERVAL, "", "some time before the publication"
    )
    return When(open_start, ends, None, False, "undated; before the publication")


def _between(since: UncertainDate, published: UncertainDate) -> UncertainDate:
    latest = published.latest or None
    if latest and since.earliest and since.earliest > latest:
        latest = None
    return UncertainDate(since.earliest, latest, Precision.INTERVAL, since.text, "since then")


def _published(reading: Reading) -> UncertainDate:
    published = reading.document.published
    if published.best:
        return on_day(published.best, why="publication of the article")
    return published.within


def _near(
    predicate: Token, voice: Voice, reading: Reading, *, is_state: bool
) -> Iterator[tuple[float, DateMention]]:
    """Dates with their distance from the predicate, those of the clause at 0."""
    sentence = reading.sentence_of(predicate)
    above = _above(predicate, voice)
    for token in reading.tokens(sentence):
        date = reading.dates.get(token.i)
        if date is None:
            continue
        yield _cost(token, date, predicate, above, reading, is_state=is_state), date
    yield from _inherited(sentence, reading)


def _above(predicate: Token, voice: Voice) -> list[Token]:
    chain = list(governors(predicate))
    for word in (voice.governor, voice.speaker):
        if word is not None and word not in chain:
            chain.append(word)
    return chain


def _is_sibling(anchor: Token, predicate: Token, token: Token) -> bool:
    """Whether a date belongs to another clause before “and”, with a subject of its own."""
    own = predicate.dep_ == "conj" and any(c.dep_.startswith("nsubj") for c in predicate.children)
    return own and predicate.head == anchor and token.i > anchor.i


def _cost(
    token: Token,
    date: DateMention,
    predicate: Token,
    above: list[Token],
    reading: Reading,
    *,
    is_state: bool,
) -> float:
    if any(
        t.text == ";" for t in reading.doc[min(token.i, predicate.i) : max(token.i, predicate.i)]
    ):
        return _OTHER + 1
    if _is_dateline(token, date, reading):
        return _OTHER + 1
    anchor = _anchor(token, date, reading)
    gap = abs(token.i - predicate.i) / 200 + (1.5 if _is_of_noun(token, date, reading) else 0.0)
    if anchor == predicate:
        return _CLAUSE + gap
    if anchor in above and not (is_state and _is_sibling(anchor, predicate, token)):
        between = above.index(anchor)
        return _ABOVE + between * 0.2 + gap
    if is_state and anchor.dep_ == "advcl" and anchor in predicate.subtree:
        return _SENTENCE + gap
    if anchor.head == predicate or anchor in predicate.subtree:
        return (_CLAUSE if _is_light(anchor) else _OTHER) + 0.5 + gap
    is_leading = token.i - reading.sentence_of(token).first <= 2
    if is_leading or _is_light(anchor):
        return _SENTENCE + gap
    if anchor.dep_ in {"relcl", "acl", "advcl"} or any(a in anchor.subtree for a in (predicate,)):
        return _OTHER + gap
    return _SENTENCE + 2 + gap * 4


def _is_dateline(token: Token, date: DateMention, reading: Reading) -> bool:
    """“DAKAR, July 18 (Agency) - …”: when it was written, not when it happened."""
    at = token.i - reading.sentence_of(token).first
    after = reading.document.text[date.span.end : date.span.end + 30]
    return 0 < at < 8 and bool(re.match(r"\s*(?:\([^)]*\)\s*)?(?:-|–|—)\s", after))


def _is_light(anchor: Token) -> bool:
    return not verbal(anchor) or anchor.lemma_ == "be"


def _is_of_noun(token: Token, date: DateMention, reading: Reading) -> bool:
    """“The accord of 3 June”: the date belongs to the noun."""
    before = reading.doc[token.i - 1] if token.i else token
    inside = date.span.start <= before.idx
    return not inside and bool(before.lower_ == "of" and before.head.pos_ == "NOUN")


def _anchor(token: Token, date: DateMention, reading: Reading) -> Token:
    """The verb, or else the noun, that a date hangs on."""
    inside = [
        t
        for t in reading.tokens(reading.sentence_of(token))
        if date.span.start <= t.idx < date.span.end
    ]
    top = next((t for t in inside if t.head not in inside), token)
    nearest = top
    for above in governors(top):
        nearest = above
        if verbal(above):
            return above
    return nearest


def _inherited(sentence: Sentence, reading: Reading) -> Iterator[tuple[float, DateMention]]:
    """Dates that hold for a sentence without standing in it: of its item, or of the one before."""
    points_back = _BACK.search(reading.sentence_text(sentence))
    earlier = [s for s in reading.paragraph(sentence) if s.index < sentence.index]
    if earlier and (first := _leading_date(earlier[0], reading)):
        yield _SENTENCE + 1.5, first
    if points_back:
        for before in reversed(earlier or list(reading.before(sentence))[:1]):
            found = [d for t in reading.tokens(before) if (d := reading.dates.get(t.i))]
            if found:
                yield _SENTENCE + 1, found[0]
                return
    above = next(reading.before(sentence), None)
    if (
        above is not None
        and not earlier
        and above.is_heading
        and (date := _leading_date(above, reading))
    ) and sentence.index > 2:
        yield _SENTENCE + 2, date


def _leading_date(sentence: Sentence, reading: Reading) -> DateMention | None:
    """The date that opens an item: “May 3: …”."""
    for token in reading.tokens(sentence)[:4]:
        if date := reading.dates.get(token.i):
            after = reading.document.text[date.span.end : date.span.end + 3]
            if (
                after[:1] in {":", "–", "—"}
                or after[:2] in {" -", " –", " —"}
                or sentence.is_heading
            ):
                return date
    return None
