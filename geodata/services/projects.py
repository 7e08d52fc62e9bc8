"""A project: sources, and everything that is compiled from their claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from geodata.domain.claims import Claim, ClaimId
from geodata.domain.documents import Document, DocumentId
from geodata.domain.edits import Edit
from geodata.domain.episodes import Episode
from geodata.domain.extractions import Extraction
from geodata.domain.facts import Fact, FactId
from geodata.domain.origins import Origin
from geodata.domain.stories import Story
from geodata.editing import groups_of
from geodata.errors import DatelineError
from geodata.layers import Mark, make_marks
from geodata.services.decisions import Standing, standing_articles
from geodata.services.resources import Resources
from geodata.timeline import (
    Axis,
    Course,
    compile_courses,
    gather_facts,
    make_axis,
    propose_origins,
)


@dataclass(frozen=True, slots=True)
class Source:
    """One article of a project with its number, from 1 in the order of opening."""

    number: int
    extraction: Extraction

    @property
    def document(self) -> Document:
        """The article."""
        return self.extraction.document


@dataclass(frozen=True, slots=True)
class Project:
    """
    Articles, their claims, and the timeline compiled from those that are not muted.

    Args:
        title: What to call it.
        read: The articles as they were read, without any edit.
        edits: What a person decided, oldest first.
        sources: The articles as they stand after the edits.
        failures: What could not be read, each with its reason.
        muted: Articles that are left out of everything below.
        facts: Claims of all sources joined by what they speak of.
        courses: All that is told of each fact over both times.
        origins: Claims of several sources that seem to be one telling; proposals.
        episodes: The states of the facts over the two times.
        marks: The same, dressed for the map.
        axis: What the time bar shows.
        story: Bookmarks of the map, in order.
    """

    title: str
    read: tuple[Extraction, ...]
    edits: tuple[Edit, ...]
    sources: tuple[Source, ...]
    failures: tuple[DatelineError, ...]
    muted: frozenset[DocumentId]
    facts: tuple[Fact, ...]
    courses: tuple[Course, ...]
    origins: tuple[Origin, ...]
    episodes: tuple[Episode, ...]
    marks: tuple[Mark, ...]
    axis: Axis
    story: Story = ()

    @property
    def record(self) -> Standing:
        """What the articles were read as, decided on, and stand as."""
        standing = tuple(source.extraction for source in self.sources)
        return Standing(self.read, self.edits, standing)

    @property
    def heard(self) -> tuple[Source, ...]:
        """The sources that are not muted."""
        return tuple(source for source in self.sources if source.document.id not in self.muted)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim of the sources that are not muted, in reading order."""
        return tuple(claim for source in self.heard for claim in source.extraction.claims)

    @property
    def reported_days(self) -> dict[ClaimId, date]:
        """When each claim of the sources that are not muted was reported, where that is known."""
        days = ((claim.id, claim.reported) for claim in self.claims)
        return {key: day for key, when in days if (day := when.latest or when.earliest)}

    def reported_before(self, on: date, known_by: date) -> dict[ClaimId, date]:
        """
        Return `reported_days`; nothing where a day plainly does not come after all of them.

        Looking at each claim is what costs, and most days are no later than the newest source.
        """
        return {} if on <= self.last_known <= known_by else self.reported_days

    @property
    def last_known(self) -> date:
        """The day of the newest source: from then on all that is here was known."""
        return self.axis.last_source_day

    @property
    def default_day(self) -> date:
        """The day to open the map on: that of the newest source."""
        return self.axis.last_source_day

    def source(self, document_id: DocumentId) -> Source:
        """
        Return a source by its document.

        Raises:
            KeyError: The project has no such document.
        """
        for source in self.sources:
            if source.document.id == document_id:
                return source
        raise KeyError(document_id)

    def claim(self, claim_id: ClaimId) -> Claim:
        """
        Return a claim by its id.

        Raises:
            KeyError: The project has no such claim.
        """
        for source in self.sources:
            for claim in source.extraction.claims:
                if claim.id == claim_id:
                    return claim
        raise KeyError(claim_id)

    def mark(self, mark_id: str) -> Mark:
        """
        Return a mark by its id.

        Raises:
            KeyError: The project has no such mark.
        """
        for mark in self.marks:
            if mark.id == mark_id:
                return mark
        raise KeyError(mark_id)


def make_project(
    title: str,
    extractions: Iterable[Extraction],
    resources: Resources,
    *,
    failures: Iterable[DatelineError] = (),
    muted: frozenset[DocumentId] = frozenset(),
    edits: Sequence[Edit] = (),
    story: Story | None = None,
    before: Project | None = None,
) -> Project:
    """
    Compile a project from what was read of its articles.

    Args:
        title: What to call it.
        extractions: The articles as they were read.
        resources: The gazetteer names the places of marks.
        failures: What could not be read.
        muted: Articles to leave out.
        edits: What a person decided, oldest first.
        story: Bookmarks of the map; None for those of `before`.
        before: The same project a step earlier; articles that no new edit concerns are taken
            from it as they stand, and so is what was compiled of facts whose claims are the same.
    """
    read = tuple(extractions)
    standing = standing_articles(read, edits, before=None if before is None else before.record)
    sources = tuple(Source(number, item) for number, item in enumerate(standing, start=1))
    heard = [source for source in sources if source.document.id not in muted]
    documents = [source.document for source in heard]
    claims = (claim for source in heard for claim in source.extraction.claims)
    facts = gather_facts(claims, groups_of(edits))
    courses = compile_courses(facts, before=before.courses if before else ())
    extractions_heard = [source.extraction for source in heard]
    by_id = {document.id: document for document in documents}
    return Project(
        title=title,
        read=read,
        edits=tuple(edits),
        sources=sources,
        failures=tuple(failures),
        muted=muted,
        facts=tuple(course.fact for course in courses),
        courses=courses,
        origins=_origins(courses, by_id, before),
        episodes=tuple(episode for course in courses for episode in course.episodes),
        marks=make_marks(
            courses,
            resources.gazetteer,
            extractions_heard,
            before=(before.courses, before.marks) if before else None,
        ),
        axis=make_axis(
            courses, documents, before=(before.courses, before.axis) if before else None
        ),
        story=story if story is not None else (before.story if before else ()),
    )


def _origins(
    courses: Sequence[Course], documents: Mapping[DocumentId, Document], before: Project | None
) -> tuple[Origin, ...]:
    """Return what seems to be one telling; what rests on the very same facts and articles stays."""
    if before is None:
        return propose_origins((course.fact for course in courses), documents)
    former = {id(course.fact) for course in before.courses}
    heard = {source.document.id: source.document for source in before.heard}
    told: defaultdict[FactId, list[Origin]] = defaultdict(list)
    for origin in before.origins:
        told[origin.fact_id].append(origin)
    origins: list[Origin] = []
    for fact in (course.fact for course in courses):
        is_same = id(fact) in former and all(
            heard.get(claim.document_id) is documents[claim.document_id] for claim in fact.claims
        )
        origins += told[fact.id] if is_same else propose_origins([fact], documents)
    return tuple(origins)


def worded_again(project: Project, resources: Resources) -> Project:
    """Return the project with all its words made anew; nothing is read again."""
    return make_project(
        project.title,
        project.read,
        resources,
        failures=project.failures,
        muted=project.muted,
        edits=project.edits,
        story=project.story,
    )


def with_muted(project: Project, muted: frozenset[DocumentId], resources: Resources) -> Project:
    """Return the project compiled anew without the muted sources; nothing is read again."""
    return make_project(
        project.title,
        project.read,
        resources,
        failures=project.failures,
        muted=muted,
        edits=project.edits,
        before=project,
    )
