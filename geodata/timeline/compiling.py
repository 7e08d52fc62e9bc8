"""Facts -> episodes: what is drawn, as rectangles of valid and known time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from geodata.domain.claims import ClaimId, Review, Status
from geodata.domain.documents import DocumentId
from geodata.domain.episodes import Certainty, CountRange, Episode, EpisodeId, State
from geodata.domain.facts import Fact
from geodata.domain.times import Days
from geodata.timeline.counting import counts_at, differ_beyond_hedging, range_of
from geodata.timeline.gathering import target_name
from geodata.timeline.happenings import Happening, Log, days_between, steps_of
from geodata.timeline.meeting import Meeting
from geodata.timeline.phases import Stretch, Walk
from geodata.timeline.readings import Reading, newest_publication, read_claims
from geodata.timeline.telling import telling_readings

_Trace = tuple[Hashable, ...]

_HAND_OVERS = frozenset({Status.TO_HAND_OVER, Status.HANDED_OVER})
_CONFIRMED = frozenset({Review.ACCEPTED, Review.EDITED})


@dataclass(frozen=True, slots=True)
class _Look:
    """Everything of an episode but its fact, its known time and its id."""

    valid: Days
    target: str | None
    state: State
    certainty: Certainty
    count: CountRange | None
    deadline: date | None
    attested: tuple[date, ...]
    claim_ids: tuple[ClaimId, ...]
    document_ids: tuple[DocumentId, ...]
    review: Review
    event: str
    is_disputed: bool
    context_ids: tuple[ClaimId, ...]


class _Begun(NamedTuple):
    """A stretch as it is known from some day on."""

    trace: _Trace
    look: _Look
    since: date


@dataclass(frozen=True, slots=True)
class Course:
    """
    All that is told of one fact, over both times.

    Args:
        fact: The fact.
        newest: When the newest source of the project appeared: undated ones are known from then.
        episodes: In order of known and valid time.
        happenings: Its events and announcements, each as known between two publications.
        steps: The same as known once all sources are taken, each since its first source.
    """

    fact: Fact
    newest: date | None
    episodes: tuple[Episode, ...]
    happenings: tuple[Happening, ...]
    steps: tuple[Happening, ...]


def compile_episodes(facts: Iterable[Fact], newest: date | None = None) -> tuple[Episode, ...]:
    """
    Compile what is drawn of each fact into rectangles of valid and known time.

    For every day on which a source certainly was out, the states of the fact are made from the
    sources out by then; what stays the same from one such day to the next is one rectangle.

    Args:
        facts: What `gather_facts` returns.
        newest: When the newest source of the project appeared; taken from the facts when None.
            Claims of a source without a date are known only from then on.

    Returns:
        Episodes in order of fact, known and valid time. Those of one fact never overlap.
    """
    courses = compile_courses(facts, newest)
    return tuple(episode for course in courses for episode in course.episodes)


def compile_happenings(facts: Iterable[Fact], newest: date | None = None) -> tuple[Happening, ...]:
    """
    Return the events and announcements of all facts; presence alone is no event.

    Args:
        facts: What `gather_facts` returns.
        newest: As for `compile_episodes`.
    """
    courses = compile_courses(facts, newest)
    return tuple(item for course in courses for item in course.happenings)


def compile_courses(
    facts: Iterable[Fact], newest: date | None = None, *, before: Iterable[Course] = ()
) -> tuple[Course, ...]:
    """
    Compile each fact into all that is told of it over both times.

    Args:
        facts: What `gather_facts` returns.
        newest: As for `compile_episodes`.
        before: Courses of an earlier state of the same project: what a fact with the same claims
            became then is taken as the very same object.

    Returns:
        One course a fact, in their order.
    """
    taken = tuple(facts)
    newest = newest or newest_publication(taken)
    former = {course.fact.id: course for course in before}
    return tuple(
        course if course is not None and _is_same(course, fact, newest) else _compile(fact, newest)
        for fact, course in ((fact, former.get(fact.id)) for fact in taken)
    )


def _is_same(course: Course, fact: Fact, newest: date | None) -> bool:
    is_dated = course.newest == newest or all(claim.reported.latest for claim in fact.claims)
    return is_dated and course.fact == fact


def _compile(fact: Fact, newest: date | None) -> Course:
    readings = read_claims(fact, newest)
    meeting, walk, log = Meeting(), Walk(fact.kind), Log(fact)
    begun: list[_Begun] = []
    done: list[tuple[_Look, Days]] = []
    for start, told in _by_publication_day(readings):
        change = meeting.add(told)
        log.change(change, start)
        kept = walk.change(*change)
        former = {item.trace: item for item in begun[kept:]}
        del begun[kept:]
        for stretch in walk.stretches()[kept:]:
            trace = _trace(stretch)
            known = former.pop(trace, None)
            begun.append(known or _Begun(trace, _look(stretch, readings), start))
        done += [(look, days_between(since, start)) for _, look, since in former.values()]
    done += [(look, days_between(since, date.max)) for _, look, since in begun]
    done.sort(key=_corner)
    return Course(
        fact,
        newest,
        episodes=tuple(_episode(fact, look, known) for look, known in done),
        happenings=log.happenings(),
        steps=steps_of(fact, meeting.signals()),
    )


def _by_publication_day(readings: Iterable[Reading]) -> list[tuple[date, list[Reading]]]:
    """Return what becomes known on each day on which something does, in order."""
    told: defaultdict[date, list[Reading]] = defaultdict(list)
    for reading in readings:
        told[reading.known_from or date.min].append(reading)
    return sorted(told.items(), key=itemgetter(0))


def _trace(stretch: Stretch) -> _Trace:
    """Return what makes two stretches of one fact the same, cheaper than all of it."""
    ranks = [signal.ranks for signal in (*stretch.attesting, *stretch.possible)]
    return (
        stretch.start,
        stretch.end,
        stretch.state,
        stretch.certainty,
        stretch.due,
        stretch.is_disputed,
        tuple([signal.day for signal in stretch.attesting]),
        tuple(chain.from_iterable(ranks)),
    )


def _corner(item: tuple[_Look, Days]) -> tuple[date, date]:
    look, known = item
    return known.start or date.min, look.valid.start or date.min


def _look(stretch: Stretch, told: Sequence[Reading]) -> _Look:
    ranks = [signal.ranks for signal in (*stretch.attesting, *stretch.possible)]
    readings = [told[rank] for rank in sorted({*chain.from_iterable(ranks)})]
    telling = telling_readings(stretch.stage, stretch.due, readings)
    tell = {reading.rank for reading in telling}
    claims = [reading.claim for reading in telling]
    told_ids = dict.fromkeys([claim.id for claim in claims])
    counts = counts_at(stretch.stage, readings)
    handed_to = [claim.target for claim in claims if claim.target and claim.status in _HAND_OVERS]
    return _Look(
        valid=days_between(stretch.start, stretch.end),
        target=target_name(handed_to[-1]) if handed_to else None,
        state=stretch.state,
        certainty=stretch.certainty,
        count=range_of(counts),
        deadline=stretch.due,
        attested=tuple(
            sorted({*[s.day for s in stretch.attesting if not tell.isdisjoint(s.ranks)]})
        ),
        claim_ids=tuple(told_ids),
        document_ids=tuple(dict.fromkeys([claim.document_id for claim in claims])),
        review=Review.SUGGESTED
        if _CONFIRMED.isdisjoint([claim.review for claim in claims])
        else Review.ACCEPTED,
        event=_event_of(stretch, readings),
        is_disputed=stretch.is_disputed or differ_beyond_hedging(counts),
        context_ids=tuple(
            dict.fromkeys([r.claim.id for r in readings if r.claim.id not in told_ids])
        ),
    )


def _event_of(stretch: Stretch, readings: Sequence[Reading]) -> str:
    events = [reading.claim.event for reading in readings if reading.stage is stretch.stage]
    return next((event for event in reversed(events) if event), "")


def _episode(fact: Fact, look: _Look, known: Days) -> Episode:
    return Episode(
        id=EpisodeId(f"{fact.id}@{look.valid.start or '-'}~{known.start or '-'}"),
        fact_id=fact.id,
        kind=fact.kind,
        actor=fact.actor,
        host=fact.host,
        place=fact.place,
        target=fact.target or look.target,
        state=look.state,
        certainty=look.certainty,
        valid=look.valid,
        known=known,
        count=look.count,
        deadline=look.deadline,
        attested=look.attested,
        claim_ids=look.claim_ids,
        document_ids=look.document_ids,
        review=look.review,
        event=look.event,
        is_disputed=look.is_disputed,
        context_ids=look.context_ids,
    )
