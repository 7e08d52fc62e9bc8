"""The axis: what the time bar shows of a project, from its first day to after its deadlines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from operator import itemgetter
from typing import TypeAlias

from geodata.domain.claims import Claim, ClaimId, ClaimKind
from geodata.domain.documents import Document, DocumentId
from geodata.domain.facts import FactId
from geodata.domain.layers import Layer
from geodata.domain.times import Days, UncertainDate
from geodata.timeline.actors import Actors, is_country, load_actors
from geodata.timeline.compiling import Course
from geodata.timeline.happenings import Happening
from geodata.timeline.labels import label_of, place_label
from geodata.timeline.stages import Stage
from geodata.written_days import days_beside

# Dates vaguer than this are spread over their days, so that a year does not look like a day.
_VAGUE_DAYS = 10
_MARGIN_BEFORE = timedelta(days=14)
_MARGIN_AFTER = timedelta(days=42)

_LAYERS = {
    ClaimKind.BASE: Layer.BASES,
    ClaimKind.TROOPS: Layer.TROOPS,
    ClaimKind.ALIGNMENT: Layer.ALIGNMENT,
}

_Counts: TypeAlias = defaultdict[tuple[str, date | None], defaultdict[int, float]]


@dataclass(frozen=True, slots=True)
class DayCount:
    """
    How many claims begin on a day; a vague one counts by its share in each of its days.

    Args:
        day: The day.
        layer: What they speak of.
        weight: How many.
        is_vague: Whether these are shares of claims that are not known to the day.
        known_from: The day from which they can have been read; None where it is not known.
    """

    day: date
    layer: Layer
    weight: float
    is_vague: bool
    known_from: date | None = None


@dataclass(frozen=True, slots=True)
class AxisEvent:
    """Something that happened or was announced, with a few words and its claims."""

    when: UncertainDate
    layer: Layer
    label: str
    claim_ids: tuple[ClaimId, ...]
    fact_id: FactId
    known: Days


@dataclass(frozen=True, slots=True)
class AxisDeadline:
    """
    A last day that sources set, inclusive, known from a publication on.

    Args:
        day: The day.
        label: In words with the day: “US out by 15 Sep”, “German forces due in Vilnius by 31 Dec”.
        fact_id: What is due.
        known: From when on.
        what: The words without the day: “US out”.
    """

    day: date
    label: str
    fact_id: FactId
    known: Days
    what: str = ""


@dataclass(frozen=True, slots=True)
class AxisPublication:
    """When a source appeared: its most likely day and the range around it."""

    document_id: DocumentId
    best: date | None
    within: UncertainDate
    is_stated: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """
    What the time bar shows; all days inclusive.

    Args:
        first_day: Two weeks before anything that is told.
        last_day: Six weeks after the last source and the last deadline.
        last_source_day: The newest source's most likely day, or its last possible one where none
            is most likely: from then on all is known. Without any publication date, the last day
            that a claim tells; today where no claim tells one.
        day_counts: Weights by day and layer, ascending.
        events: By date.
        deadlines: By day.
        publications: By date; sources without one come last.
    """

    first_day: date
    last_day: date
    last_source_day: date
    day_counts: tuple[DayCount, ...]
    events: tuple[AxisEvent, ...]
    deadlines: tuple[AxisDeadline, ...]
    publications: tuple[AxisPublication, ...]


def make_axis(
    courses: Iterable[Course],
    documents: Iterable[Document],
    *,
    before: tuple[Sequence[Course], Axis] | None = None,
) -> Axis:
    """
    Return what the time bar shows when all sources are taken.

    Args:
        courses: What `compile_courses` made of the claims of all sources.
        documents: The sources.
        before: The courses and the axis of an earlier state of the same project, from which is
            taken what rests on the very same courses.
    """
    courses = tuple(courses)
    taken = [claim for course in courses for claim in course.fact.claims]
    publications = _publications(documents)
    events, deadlines = _events(courses, before)
    told = list(_told_days(taken, courses))
    appeared = [day for item in publications for day in _ends(item.within, item.best)]
    appeared += [day for claim in taken for day in _ends(claim.reported)]
    due = [deadline.day for deadline in deadlines]
    known = [day for item in publications if (day := item.best or item.within.latest)]
    known += [claim.reported.latest for claim in taken if claim.reported.latest]
    last_source = max(known or told, default=datetime.now(tz=UTC).date())
    days = [*told, *appeared, *due, last_source]
    is_counted = before is not None and _is_dated_alike(courses, before[0])
    return Axis(
        first_day=_shift(min(days), -_MARGIN_BEFORE),
        last_day=_shift(max(days), _MARGIN_AFTER),
        last_source_day=last_source,
        day_counts=before[1].day_counts if before and is_counted else _day_counts(taken),
        events=events,
        deadlines=deadlines,
        publications=publications,
    )


def _publications(documents: Iterable[Document]) -> tuple[AxisPublication, ...]:
    items = [
        AxisPublication(
            document.id,
            document.published.best,
            document.published.within,
            document.published.is_stated,
        )
        for document in documents
    ]
    return tuple(
        sorted(
            items, key=lambda item: (item.best or item.within.latest or date.max, item.document_id)
        )
    )


def _ends(when: UncertainDate, best: date | None = None) -> list[date]:
    return [day for day in (when.earliest, best, when.latest) if day]


def _told_days(claims: Sequence[Claim], courses: Iterable[Course]) -> Iterator[date]:
    for claim in claims:
        yield from _days_of(claim)
    for course in courses:
        for episode in course.episodes:
            if episode.attested:
                yield episode.attested[0]
                yield episode.attested[-1]


def _days_of(claim: Claim) -> list[date]:
    """Return when a claim begins at the earliest and latest, as far as it can be before it was told."""
    begins, published = claim.begins, claim.reported.latest
    if not begins.is_known:
        return _ends(claim.reported)
    if not (begins.earliest and begins.latest and published) or begins.earliest > published:
        return _ends(begins)
    return [begins.earliest, min(begins.latest, published)]


def _is_dated_alike(courses: Sequence[Course], before: Sequence[Course]) -> bool:
    """Say whether all claims are of the same kind and days as before, in the same order."""
    if len(courses) != len(before):
        return False
    return all(
        course is former or _dates_of(course) == _dates_of(former)
        for course, former in zip(courses, before, strict=True)
    )


def _dates_of(course: Course) -> list[tuple[ClaimKind, UncertainDate, UncertainDate]]:
    return [(claim.kind, claim.begins, claim.reported) for claim in course.fact.claims]


def _day_counts(claims: Sequence[Claim]) -> tuple[DayCount, ...]:
    # By layer and day of publication, so that the many days are found by a plain number.
    exact: _Counts = defaultdict(lambda: defaultdict(float))
    vague: _Counts = defaultdict(lambda: defaultdict(float))
    for claim in claims:
        ends = _days_of(claim)
        if not ends:
            continue
        first, last = ends[0].toordinal(), ends[-1].toordinal()
        days = last - first + 1
        key = (_LAYERS[claim.kind].value, claim.reported.latest)
        if days <= _VAGUE_DAYS:
            exact[key][first] += 1.0
            continue
        counts, share = vague[key], 1.0 / days
        for day in range(first, last + 1):
            counts[day] += share
    rows = [
        (day, layer, is_vague, known_from or date.min, known_from, weight)
        for is_vague, sums in ((False, exact), (True, vague))
        for (layer, known_from), counts in sums.items()
        for day, weight in counts.items()
    ]
    rows.sort(key=itemgetter(0, 1, 2, 3))
    dates = {day: date.fromordinal(day) for day in {row[0] for row in rows}}
    layers = {layer.value: layer for layer in Layer}
    return tuple(
        DayCount(dates[day], layers[layer], weight, is_vague, known_from)
        for day, layer, is_vague, _, known_from, weight in rows
    )


def _events(
    courses: Sequence[Course], before: tuple[Sequence[Course], Axis] | None
) -> tuple[tuple[AxisEvent, ...], tuple[AxisDeadline, ...]]:
    """Return what is known once all sources are taken, and since when each deadline was."""
    is_country_named = _is_country_named(courses)
    same: set[FactId] = set()
    events: list[AxisEvent] = []
    deadlines: list[AxisDeadline] = []
    if before is not None and _is_country_named(before[0]) == is_country_named:
        former = set(map(id, before[0]))
        same = {course.fact.id for course in courses if id(course) in former}
        events = [event for event in before[1].events if event.fact_id in same]
        deadlines = [item for item in before[1].deadlines if item.fact_id in same]
    for course in courses:
        if course.fact.id not in same:
            _add_lane(course, events, deadlines, is_country_named=is_country_named)
    return (
        tuple(sorted(events, key=_by_day_and_words)),
        tuple(sorted(deadlines, key=lambda d: (d.day, d.label, d.fact_id))),
    )


def _is_country_named(courses: Iterable[Course]) -> bool:
    """Say whether several countries turn, so that each is to be named."""
    facts = [course.fact for course in courses if course.steps]
    return len({fact.host for fact in facts if fact.kind is ClaimKind.ALIGNMENT}) > 1


def _add_lane(
    course: Course,
    all_events: list[AxisEvent],
    all_deadlines: list[AxisDeadline],
    *,
    is_country_named: bool,
) -> None:
    """Add the events and deadlines of one fact."""
    actors, fact = load_actors(), course.fact
    events: dict[tuple[str, UncertainDate], AxisEvent] = {}
    deadlines: dict[date, AxisDeadline] = {}
    for item in course.steps:
        if item.due:
            former_due = deadlines.get(item.due)
            known = _since_first(item.known, former_due.known if former_due else None)
            what = _due_words(item, actors, is_country_named=is_country_named)
            label = f"{what} by {days_beside(item.due, item.due, item.known.start)}"
            deadlines[item.due] = AxisDeadline(item.due, label, fact.id, known, what)
        # What only its publication dates stands in the strip of publications, not in the lane.
        if item.when.is_known and not item.is_undated:
            label = label_of(item, actors, is_country_named=is_country_named)
            former = events.get((label, item.when))
            # Several sources that tell the same step on the same day are one tick.
            claim_ids = (*(former.claim_ids if former else ()), *item.claim_ids)
            known = _since_first(item.known, former.known if former else None)
            events[label, item.when] = AxisEvent(
                item.when, _LAYERS[fact.kind], label, claim_ids, fact.id, known
            )
    all_events.extend(events.values())
    all_deadlines.extend(deadlines.values())


def _by_day_and_words(event: AxisEvent) -> tuple[date, date, str, str]:
    ends = _ends(event.when)
    return ends[0], ends[-1], event.label, event.fact_id


def _since_first(known: Days, former: Days | None) -> Days:
    if former is None or known.start is None:
        return Days(known.start, None)
    return Days(min(known.start, former.start) if former.start else None, None)


def _due_words(item: Happening, actors: Actors, *, is_country_named: bool) -> str:
    if item.fact.kind is ClaimKind.ALIGNMENT:
        return label_of(item, actors, is_country_named=is_country_named)
    actor = item.fact.actor
    adjective = actors.adjective_of(actor)
    if item.fact.kind is ClaimKind.BASE:
        name = item.fact.place.name if item.fact.place else f"{adjective} base"
        return f"{name} due"
    where = place_label(item)
    if item.stage is Stage.PLANNED_IN:
        who = f"{adjective} forces" if is_country(actor) else adjective
        return f"{who} due in {where}" if where else f"{who} due"
    # “US” and “MINUSMA” are names, which an adjective such as “French” is not.
    who = adjective if adjective == actor else f"{adjective} forces"
    return f"{who} out of {where}" if where else f"{who} out"


def _shift(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day
