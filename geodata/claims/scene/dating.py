"""When something happens: dates of the clause, then of the sentence, then of what stands above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geodata.claims.grammar.clauses import governors, is_pluperfect, verbal
from geodata.claims.grammar.modality import Voice
from geodata.claims.grammar.reading import Reading, Sentence
from geodata.claims.scene.deadlines import deadline_after, deadline_of
from geodata.domain.mentions import DateMention, DateRelation
from geodata.domain.times import UNKNOWN_DATE, Precision, UncertainDate, on_day

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_BACK = re.compile(
    r"\b(?:at (?:that|the) (?:point|time)|by (?:then|that time)|then|that (?:same )?day"
    r"|on the same day)\b",
    re.IGNORECASE,
)
_CLAUSE, _ABOVE, _SENTENCE, _OTHER = 0, 1, 3, 8
_LATER = "at some time after it"
_REACH = 6
_BEFORE_THEN = "had happened by then"
_SINCE = frozenset({"since", "after", "following"})

Near = tuple[float, DateMention]


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
    if not (voice.is_planned or is_state) and (due := _due_in_relative(predicate, reading)):
        return replace(_happened(near, predicate, reading, is_state=is_state), deadline=due)
    if voice.is_planned:
        is_past = is_pluperfect(voice.governor or predicate)
        return _planned(near, reading, is_past=is_past)
    return _happened(near, predicate, reading, is_state=is_state)


def _due_in_relative(predicate: Token, reading: Reading) -> UncertainDate | None:
    """“The withdrawal, which is to be completed by 31 May, began in March”: 31 May."""
    for clause in (c for c in predicate.subtree if c.dep_ == "relcl"):
        inside = (d for t in clause.subtree if (d := reading.dates.get(t.i)))
        for date in inside:
            if date.relation is DateRelation.BY and date.why != _BEFORE_THEN:
                return deadline_of(date, reading.document)
    return None


def is_ahead(when: When, reading: Reading) -> bool:
    """Say whether something lies after the publication: “soldiers arrive next week”."""
    published, start = reading.document.published.best, when.begins.earliest
    return bool(when.is_dated and published and start and start > published)


def _planned(near: list[Near], reading: Reading, *, is_past: bool) -> When:
    told = next((d for c, d in near if c < _OTHER and _tells(c, d, reading)), None)
    published = _published(reading)
    begins = told.when if told else _some_time_before(published) if is_past else published
    if told and told.relation is DateRelation.SINCE:
        begins = _between(told.when, _published(reading))
    due = [d for c, d in near if c < _OTHER and _may_be_due(c, d, reading)]
    if told is not None:
        due += [d for c, d in near if c < _ABOVE and d is not told and _is_after(d, told)]
    firm = [day for d in due if (day := deadline_of(d, reading.document))]
    deadline = firm[0] if firm else _after_length(begins, near, reading)
    why = f"dated by “{told.text}”" if told else "dated by the publication"
    if told is None and deadline and _is_over(deadline, published):
        begins, why = _some_time_before(deadline), "before the day on which it was due"
    if due and not deadline:
        why += f"; “{due[0].text}” is no firm deadline"
    return When(begins, None, deadline, told is not None, why)


def _is_over(deadline: UncertainDate, published: UncertainDate) -> bool:
    """Whether a day was past when the article appeared: what was due then was not decided since."""
    last, day = deadline.latest, published.earliest
    return last is not None and day is not None and last < day


def _may_be_due(cost: float, date: DateMention, reading: Reading) -> bool:
    """Whether a date is the day by which something is to happen, not the day it was said."""
    if date.relation in {DateRelation.BY, DateRelation.UNTIL}:
        return date.why != _BEFORE_THEN
    published = reading.document.published.best
    start, end = date.when.earliest, date.when.latest
    if date.relation is not DateRelation.ON or published is None or start is None:
        return False
    is_ahead = bool(end and end > published and cost < _ABOVE)
    return start > published or is_ahead


def _tells(cost: float, date: DateMention, reading: Reading) -> bool:
    """Whether a date is that of the announcement."""
    is_told = date.relation in {DateRelation.ON, DateRelation.SINCE} or date.why == _BEFORE_THEN
    return is_told and date.when.is_known and not _may_be_due(cost, date, reading)


def _is_after(date: DateMention, told: DateMention) -> bool:
    last, first = told.when.latest, date.when.earliest
    return date.relation is DateRelation.ON and bool(last and first and first > last)


def _after_length(
    begins: UncertainDate, near: list[Near], reading: Reading
) -> UncertainDate | None:
    if begins.latest is None or not begins.is_exact:
        return None
    lengths = [d for c, d in near if d.relation is DateRelation.DURATION and c < _OTHER]
    found = (deadline_after(begins.latest, d, reading.document) for d in lengths)
    return next((day for day in found if day), None)


def _happened(near: list[Near], predicate: Token, reading: Reading, *, is_state: bool) -> When:
    published = _published(reading)
    ends = next((d.when for c, d in near if d.relation is DateRelation.UNTIL and c <= _ABOVE), None)
    for cost, date in near:
        if cost >= _OTHER or not date.when.is_known:
            continue
        if date.relation is DateRelation.ON:
            return When(date.when, ends, None, True, f"dated by “{date.text}”")
        if date.relation is DateRelation.SINCE and date.when.earliest:
            is_start = is_state and date.why != _LATER
            since = date.when if is_start else _between(date.when, published)
            return When(since, ends, None, True, f"since “{date.text}”")
        if date.relation is DateRelation.BY and date.why == _BEFORE_THEN:
            return When(date.when, ends, None, True, f"before “{date.text}”")
    is_over = predicate.tag_ == "VBD" or is_pluperfect(predicate)
    if is_state and not is_over:
        return When(published, ends, None, False, "dated by the publication")
    return When(_some_time_before(published), ends, None, False, "undated; before the publication")


def _some_time_before(published: UncertainDate) -> UncertainDate:
    return UncertainDate(
        None, published.latest, Precision.INTERVAL, "", "some time before the publication"
    )


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


def _near(predicate: Token, voice: Voice, reading: Reading, *, is_state: bool) -> Iterator[Near]:
    """Dates with their distance from the predicate, those of the clause at 0."""
    sentence = reading.sentence_of(predicate)
    above = _above(predicate, voice)
    for token in reading.tokens(sentence):
        date = reading.dates.get(token.i)
        if date is None or _names_pact(token, predicate, reading):
            continue
        cost = _cost(token, date, predicate, above, reading, is_state=is_state)
        if date.relation is DateRelation.ON and _is_under_since(token, predicate):
            yield min(cost, _SENTENCE + 1), replace(date, relation=DateRelation.SINCE, why=_LATER)
        elif date.relation is DateRelation.ON and _is_of_first(token, predicate):
            yield max(cost, _ABOVE), replace(date, relation=DateRelation.SINCE, why=_LATER)
        else:
            yield cost, date
    yield from _inherited(sentence, reading)


def _names_pact(token: Token, predicate: Token, reading: Reading) -> bool:
    """“Under the 2014 pact”: the year tells which pact, not when something else was."""
    head = token.head
    if token.dep_ not in {"nummod", "compound", "amod", "nmod"} or head.i < token.i:
        return False
    return head != predicate and reading.is_word(head, "agreement")


def _is_under_since(token: Token, predicate: Token) -> bool:
    """“Since the coup of July …”: what follows came at some time after, the coup itself did not."""
    for back in range(token.i - 1, max(token.sent.start, token.i - _REACH) - 1, -1):
        word = token.doc[back]
        if word == predicate or word.is_punct or verbal(word):
            break
        if word.lower_ in _SINCE:
            return predicate not in word.subtree
    clause = next((w for w in governors(token) if verbal(w)), None)
    if clause is None or clause == predicate or predicate in clause.subtree:
        return False
    return any(c.dep_ == "mark" and c.lower_ in _SINCE for c in clause.children)


def _is_of_first(token: Token, predicate: Token) -> bool:
    """“Took power last year and turned to B”: the year is that of the first, the second came later."""
    first = predicate.head
    return bool(predicate.dep_ == "conj" and verbal(predicate) and first.i < token.i < predicate.i)


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
    if _is_dateline(token, date, reading) or _is_of_comparison(token, predicate):
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
    if anchor.head == predicate and anchor.dep_ == "xcomp":
        return _CLAUSE + 0.5 + gap
    if anchor.head == predicate or anchor in predicate.subtree:
        return (_CLAUSE if _is_light(anchor) else _OTHER) + 0.5 + gap
    is_leading = token.i - reading.sentence_of(token).first <= 2
    if is_leading or _is_light(anchor):
        return _SENTENCE + gap
    if anchor.dep_ in {"relcl", "acl", "advcl"} or any(a in anchor.subtree for a in (predicate,)):
        return _OTHER + gap
    return _SENTENCE + 2 + gap * 4


def _is_of_comparison(token: Token, predicate: Token) -> bool:
    """“900 are there, down from 2,000 a year earlier”: the date is that of the other number."""
    if predicate.i > token.i:
        return False
    between = token.doc[max(predicate.i, token.i - 9) : token.i]
    words = [t.lower_ for t in between]
    return any(
        (word in {"down", "up"} and words[at + 1 : at + 2] == ["from"])
        or (word == "compared" and words[at + 1 : at + 2] in (["with"], ["to"]))
        for at, word in enumerate(words)
    )


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
        if verbal(above) or above.dep_ == "relcl":
            return above
    return nearest


def _inherited(sentence: Sentence, reading: Reading) -> Iterator[Near]:
    """Dates that hold for a sentence without standing in it: of its item, or of the one before."""
    points_back = _BACK.search(reading.sentence_text(sentence))
    earlier = [s for s in reading.paragraph(sentence) if s.index < sentence.index]
    if earlier and (first := _leading_date(earlier[0], reading)):
        yield _SENTENCE + 1.5, first
    if points_back:
        for before in reversed(earlier or list(reading.before(sentence))[:1]):
            found = [d for t in reading.tokens(before) if (d := reading.dates.get(t.i))]
            if found:
                yield _SENTENCE + 1, _pointed(found[0], points_back.group().lower())
                return
    above = next(reading.before(sentence), None)
    if (
        above is not None
        and not earlier
        and above.is_heading
        and (date := _leading_date(above, reading))
    ) and sentence.index > 2:
        yield _SENTENCE + 2, date


def _pointed(date: DateMention, words: str) -> DateMention:
    """“By then” is before the end of it, “then” is after its beginning, “at the time” is it."""
    if words.startswith("by"):
        before = UncertainDate(None, date.when.latest, Precision.INTERVAL, date.text, _BEFORE_THEN)
        return replace(date, when=before, relation=DateRelation.BY, why=_BEFORE_THEN)
    if words.endswith("then"):
        return replace(date, relation=DateRelation.SINCE, why=_LATER)
    return date


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
