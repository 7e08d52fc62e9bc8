"""A document -> its time expressions, each with the days it names and the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from geodata.domain.documents import Document
from geodata.domain.mentions import DateMention, DateRelation
from geodata.domain.spans import Span
from geodata.domain.times import Precision, UncertainDate
from geodata.temporal.clues.direction import Direction, Way, direction_of
from geodata.temporal.clues.relation import relation_of
from geodata.temporal.events import Events, dated_events, event_named
from geodata.temporal.expressions import (
    Base,
    Between,
    DayOf,
    DayShift,
    Expression,
    Length,
    MonthOf,
    PartOf,
    Reach,
    Remainder,
    Repeated,
    Shift,
    UnitOf,
    WeekdayOf,
    Which,
)
from geodata.temporal.grammar.calendar_rules import CALENDAR_RULES
from geodata.temporal.grammar.joining import join
from geodata.temporal.grammar.relative_rules import RELATIVE_RULES
from geodata.temporal.grammar.rules import Found, find
from geodata.temporal.passage import OWN_DAYS, Passage, has_year, is_heading, next_passage
from geodata.temporal.readings.context import Context
from geodata.temporal.readings.reading import Reading
from geodata.temporal.readings.resolve import resolve
from geodata.temporal.words.layout import Layout, lay_out
from geodata.temporal.words.lexicon import Kind
from geodata.temporal.words.tokens import Token, kinds, tokenize

_RULES = CALENDAR_RULES + RELATIVE_RULES
_LEDE_CHARS = 500
_UNPLACED = UncertainDate(None, None, Precision.UNKNOWN)


@dataclass(slots=True)
class _Thread:
    """What has been read so far, while one document is being read."""

    events: Events = field(default_factory=dict)
    focus: UncertainDate | None = None
    focus_sentence: int = -1
    passage: Passage = field(default_factory=Passage)
    timeline: UncertainDate | None = None
    headings: int = 0
    present_paragraph: int = -1  # the last paragraph that spoke of the year of publication


@dataclass(frozen=True, slots=True)
class TimeText:
    """A text with its tokens, layout and the time expressions found in it."""

    text: str
    begins: int  # the first character that is not blank
    tokens: tuple[Token, ...]
    layout: Layout
    found: tuple[Found, ...]


@lru_cache(maxsize=16)
def scan(text: str) -> TimeText:
    """
    Find the time expressions of a text without placing them.

    The last few are kept: an article is scanned for its publication date, then for its dates.
    """
    tokens = tokenize(text)
    found = join(find(_RULES, tokens, kinds(tokens)), tokens)
    return TimeText(
        text, len(text) - len(text.lstrip()), tuple(tokens), lay_out(tokens), tuple(found)
    )


def read_dates(document: Document) -> list[DateMention]:
    """
    Return the time expressions of the document in order of appearance.

    Offsets count code points of `document.text`. Expressions that point from the day of
    publication are read against `document.published.best`; where that is None they get an
    unknown date, and only what the text itself anchors is placed.

    Args:
        document: The article; its front matter is not read.
    """
    scanned = scan(document.reading_text)
    published = document.published.best
    dated = _read_all(scanned, published, {})
    events = _events_wanted(scanned, dated)
    if events:
        # The article dates what it counts from, perhaps further down: read it again with that.
        dated = _read_all(scanned, published, events)
    return [mention for _, mention in dated]


def _read_all(
    scanned: TimeText, published: date | None, events: Events
) -> list[tuple[Found, DateMention]]:
    thread = _Thread(events=events)
    dated = []
    for place, found in enumerate(scanned.found):
        mention = _mention(scanned, place, thread, published)
        if mention is not None:
            dated.append((found, mention))
    return dated


def _events_wanted(scanned: TimeText, dated: Sequence[tuple[Found, DateMention]]) -> Events:
    """Return the dated events that some expression of the text is counted from."""
    wanted = {
        event_named(scanned.tokens, found.end)
        for found in scanned.found
        if isinstance(found.says, Shift) and found.says.base is Base.EVENT
    } - {None}
    if not wanted:
        return {}
    pairs = [(found, mention.when) for found, mention in dated]
    events = dated_events(pairs, scanned.tokens)
    return {noun: when for noun, when in events.items() if noun in wanted}


def _mention(
    scanned: TimeText, place: int, thread: _Thread, published: date | None
) -> DateMention | None:
    found, tokens, layout = scanned.found[place], scanned.tokens, scanned.layout
    sentence = layout.sentence(found.first)
    direction = direction_of(tokens, found.first, found.end, sentence)
    context = _context(scanned, place, thread, published, direction)
    says = _as_governed(found, direction, tokens)
    reading = resolve(says, context)
    if _says_nothing(says, reading):
        return None
    start, end = tokens[found.first].start, tokens[found.end - 1].end
    text = scanned.text[start:end]
    why = reading.sentence(text)
    first, last = reading.period or (None, None)
    when = UncertainDate(first, last, reading.precision, text, why)
    relation = relation_of(says, tokens, found.first, sentence[0], direction)
    if reading.period is None and isinstance(says, Shift):
        relation = DateRelation.DURATION
    _remember(thread, found, says, when, scanned, published)
    return DateMention(Span(start, end), text, when, relation, reading.is_vague, why)


def _context(
    scanned: TimeText,
    place: int,
    thread: _Thread,
    published: date | None,
    direction: Direction,
) -> Context:
    found, layout = scanned.found[place], scanned.layout
    sentence = layout.sentence_of[found.first]
    passage = thread.passage.at(layout.paragraph_of[found.first], sentence, found.first)
    heads = passage is not None and thread.passage.is_heading and passage.is_exact
    if is_heading(scanned.tokens, found, layout):
        passage, heads = thread.timeline, False
    passage = _shared_year(scanned, place) or passage
    after = scanned.tokens[found.end] if found.end < len(scanned.tokens) else None
    context = Context(
        published=published,
        heading=passage.earliest if passage and heads else None,
        focus=thread.focus,
        in_sentence=thread.focus if thread.focus_sentence == sentence else None,
        passage=passage,
        direction=direction,
        is_closed=after is None or not after.word.isalnum(),
    )
    if isinstance(found.says, Shift) and found.says.base is Base.EVENT:
        event = _event_after(scanned, place, context)
        noun = event_named(scanned.tokens, found.end)
        if event is None and noun is not None:
            event = thread.events.get(noun)
        return replace(context, event=event, is_lede=_is_lede(scanned, found))
    return context


def _shared_year(scanned: TimeText, place: int) -> UncertainDate | None:
    """Return the date whose year serves this one too: “in March and April 2023”."""
    found = scanned.found[place]
    if place + 1 >= len(scanned.found) or not isinstance(found.says, DayOf | MonthOf):
        return None
    following = scanned.found[place + 1]
    between = scanned.tokens[found.end : following.first]
    joins = (Kind.AND, Kind.COMMA, Kind.TO, Kind.DASH, Kind.ON, Kind.IN)
    if len(between) > 2 or any(t.kind not in joins and t.word != "or" for t in between):
        return None
    if has_year(found.says) or not has_year(following.says):
        return None
    if not isinstance(following.says, DayOf | MonthOf):
        return None
    period = resolve(following.says, Context(None)).period
    if period is None:
        return None
    token = scanned.tokens[following.first]
    words = scanned.text[token.start : scanned.tokens[following.end - 1].end]
    return UncertainDate(*period, Precision.DAY, words)


def _is_lede(scanned: TimeText, found: Found) -> bool:
    """Say whether the expression stands in the first full sentence of the text."""
    start = scanned.tokens[scanned.layout.sentence(found.first)[0]].start
    if start - scanned.begins >= 2 * _LEDE_CHARS:
        return False
    before = scanned.text[scanned.begins : start].strip()
    return len(before) < _LEDE_CHARS and ". " not in before + " "


def _event_after(scanned: TimeText, place: int, context: Context) -> UncertainDate | None:
    """Return the date that follows “two days after” in its own sentence."""
    if place + 1 >= len(scanned.found):
        return None
    found, following = scanned.found[place], scanned.found[place + 1]
    layout = scanned.layout
    if layout.sentence_of[following.first] != layout.sentence_of[found.first]:
        return None
    if isinstance(following.says, Length | Repeated | Shift | Reach):
        return None
    between = scanned.tokens[found.end : following.first]
    if any(token.kind is Kind.COMMA or token.word == ";" for token in between):
        return None
    reading = resolve(following.says, context)
    if reading.period is None:
        return None
    first, last = scanned.tokens[following.first], scanned.tokens[following.end - 1]
    return UncertainDate(*reading.period, reading.precision, scanned.text[first.start : last.end])


def _as_governed(found: Found, direction: Direction, tokens: Sequence[Token]) -> Expression:
    """Turn “in five weeks” from a length into a point where a plan governs it."""
    says = found.says
    if isinstance(says, UnitOf) and says.which is Which.FOLLOWING and found.first > 0:
        is_stretch = tokens[found.first - 1].kind in (Kind.OVER, Kind.WITHIN)
        is_ahead = (
            is_stretch and direction.way is not Way.BACK and tokens[found.end - 2].word == "next"
        )
        return Reach(1, says.unit, 1) if is_ahead else says
    if not isinstance(says, Length) or says.unit == "hour" or found.first == 0:
        return says
    is_plan = direction.cue and direction.way is Way.AHEAD and not direction.is_weak
    if (
        tokens[found.first - 1].kind is Kind.IN
        and is_plan
        and tokens[found.end - 1].kind
        in (
            Kind.UNIT,
            Kind.UNITS,
        )
    ):
        return Shift(says.amount, says.unit, 1, Base.AGO)
    return says


def _says_nothing(says: Expression, reading: Reading) -> bool:
    """Refuse words that only look like a time: “at the end of the day”, “the day after the vote”."""
    if isinstance(says, PartOf | Remainder) and isinstance(says.scope, UnitOf):
        return says.scope.unit == "day"
    if isinstance(says, UnitOf) and says.which is Which.SAME and says.unit in ("day", "week"):
        return reading.period is None
    return (
        isinstance(says, Shift)
        and reading.period is None
        and says.unit == "day"
        and (says.base is Base.EVENT and says.amount == 1)
    )


def _remember(
    thread: _Thread,
    found: Found,
    says: Expression,
    when: UncertainDate,
    scanned: TimeText,
    published: date | None,
) -> None:
    if when.earliest is None:
        return
    tokens, layout = scanned.tokens, scanned.layout
    is_own = published is not None and abs((when.earliest - published).days) <= OWN_DAYS
    if is_heading(tokens, found, layout) and not is_own and (has_year(says) or thread.timeline):
        thread.timeline = when
    paragraph = layout.paragraph_of[found.first]
    is_first = thread.headings == 0
    thread.headings += is_heading(tokens, found, layout)
    passage = next_passage(
        thread.passage, found, when, tokens, layout, published, is_first_heading=is_first
    )
    if _is_present(when, found, thread.passage, published, layout):
        thread.present_paragraph = paragraph
        if not passage.is_heading:
            passage = Passage()
    if passage.is_heading or thread.present_paragraph != paragraph:
        thread.passage = passage
    if not isinstance(says, Length | Repeated | Reach | Between) or thread.focus is None:
        thread.focus = when
        thread.focus_sentence = layout.sentence_of[found.first]


def _is_present(
    when: UncertainDate, found: Found, passage: Passage, published: date | None, layout: Layout
) -> bool:
    """Say whether words without a year were read from publication, into the year before it."""
    if published is None or when.earliest is None or has_year(found.says):
        return False
    sentence = layout.sentence_of[found.first]
    if passage.at(layout.paragraph_of[found.first], sentence, found.first) is not None:
        return isinstance(found.says, WeekdayOf | DayShift)
    return abs((published - when.earliest).days) <= 366
