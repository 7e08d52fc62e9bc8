"""Courses of facts -> all marks of a project."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from geodata.domain.claims import ClaimKind
from geodata.domain.extractions import Extraction
from geodata.layers.chronicle import Chronicle
from geodata.layers.geography.backdrop import make_reference_marks, make_region_marks
from geodata.layers.ground import make_ground_marks
from geodata.layers.marks import Form, Mark
from geodata.layers.mentions import make_mention_marks
from geodata.layers.sentences import Sentences
from geodata.layers.shifts import make_shift_marks
from geodata.layers.standing import make_standing_marks
from geodata.layers.wording import Names, PlaceBook
from geodata.timeline import Course, load_actors

_BY_COUNTRY = frozenset({Form.GROUND, Form.SHIFT})
_STANDING = frozenset({Form.BASE, Form.TROOPS})
_Key = tuple[Form, str]


def make_marks(
    courses: Iterable[Course],
    gazetteer: PlaceBook,
    extractions: Iterable[Extraction] = (),
    *,
    before: tuple[Sequence[Course], Sequence[Mark]] | None = None,
) -> tuple[Mark, ...]:
    """
    Dress a project for the map.

    Args:
        courses: What `compile_courses` made of the facts.
        gazetteer: For countries, and for bases that no claim speaks of.
        extractions: What was read of the sources, for the regions and places they speak of.
        before: The courses and the marks of an earlier state of the same project, from which is
            taken what rests on the very same courses.

    Returns:
        Ground, regions, mentions, reference bases, then shifts, bases and troops, each in a
        stable order.
    """
    courses, read = tuple(courses), tuple(extractions)
    claimed = frozenset(
        claim.place.id for course in courses for claim in course.fact.claims if claim.place
    )
    hosts = frozenset(course.fact.host for course in courses if course.fact.host)
    names = _names(courses, gazetteer)
    grounds, shifts, standing = _over_time(courses, gazetteer, names, before or ((), ()))
    return (
        *grounds,
        *make_region_marks(place for item in read for place in item.places),
        *make_mention_marks(read, claimed),
        *make_reference_marks(hosts, claimed, gazetteer, names),
        *shifts,
        *standing,
    )


def _over_time(
    courses: Sequence[Course],
    book: PlaceBook,
    names: Names,
    before: tuple[Sequence[Course], Sequence[Mark]],
) -> tuple[list[Mark], list[Mark], list[Mark]]:
    """Return ground, shifts, and what stands: for alignment by country, for the rest by fact."""
    former = _by_key(before[1])
    known, groups = set(map(id, before[0])), _by_country(before[0])
    grounds: list[Mark] = []
    shifts: list[Mark] = []
    for country, group in sorted(_by_country(courses).items()):
        if list(map(id, group)) == list(map(id, groups.get(country, ()))):
            grounds += former[Form.GROUND, country]
            shifts += former[Form.SHIFT, country]
            continue
        sentences = _sentences(names, group)
        claims = {claim.id: claim for course in group for claim in course.fact.claims}
        episodes = [episode for course in group for episode in course.episodes]
        happenings = [item for course in group for item in course.happenings]
        grounds += make_ground_marks(episodes, book, sentences)
        shifts += make_shift_marks(happenings, claims, book, names)
    standing: list[Mark] = []
    for course in courses:
        if course.fact.kind is ClaimKind.ALIGNMENT:
            continue
        if id(course) in known:
            standing += former[Form.BASE, course.fact.id]
        else:
            standing += make_standing_marks(course.episodes, book, _sentences(names, [course]))
    return grounds, shifts, standing


def _by_country(courses: Iterable[Course]) -> dict[str, list[Course]]:
    """Return the courses on alignment by the country that turns."""
    groups: defaultdict[str, list[Course]] = defaultdict(list)
    for course in courses:
        if course.fact.kind is ClaimKind.ALIGNMENT:
            groups[course.fact.host or course.fact.actor].append(course)
    return groups


def _by_key(marks: Iterable[Mark]) -> defaultdict[_Key, list[Mark]]:
    """Return marks by their country for what is drawn of countries, else by their fact."""
    found: defaultdict[_Key, list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.form in _BY_COUNTRY:
            found[mark.form, mark.country or ""].append(mark)
        elif mark.form in _STANDING:
            found[Form.BASE, mark.fact_id].append(mark)
    return found


def _sentences(names: Names, courses: Iterable[Course]) -> Sentences:
    return Sentences(names, Chronicle(item for course in courses for item in course.happenings))


def _names(courses: Iterable[Course], gazetteer: PlaceBook) -> Names:
    codes = {code for course in courses for code in _codes_of(course)}
    codes |= {place.country for place in gazetteer.bases() if place.country}
    found = {code: gazetteer.country(code) for code in codes if len(code) == 2}
    return Names(load_actors(), {code: place.name for code, place in found.items() if place})


def _codes_of(course: Course) -> Iterator[str]:
    fact = course.fact
    yield fact.actor
    for code in (fact.host, fact.target):
        if code:
            yield code
    for claim in fact.claims:
        if claim.target:
            yield claim.target
