"""The map in sentences, each with its evidence; and what differs between two days."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from geodata.domain.claims import Claim, Review, Status
from geodata.domain.episodes import State
from geodata.domain.layers import Layer
from geodata.layers import Change, Difference, Mark, Moment, differences, told_marks
from geodata.services.projects import Project, Source

_TOLD_BY: dict[State, set[Status]] = {
    State.TO_OPEN: {Status.TO_OPEN},
    State.OPENS: {Status.OPENS},
    State.OPERATES: {Status.OPERATES, Status.OPENS},
    State.TO_CLOSE: {Status.TO_CLOSE},
    State.CLOSED: {Status.CLOSES},
    State.TO_HAND_OVER: {Status.TO_HAND_OVER},
    State.HANDED_OVER: {Status.HANDED_OVER},
    State.TO_ARRIVE: {Status.TO_ARRIVE},
    State.ARRIVING: {Status.ARRIVES},
    State.PRESENT: {Status.PRESENT, Status.ARRIVES},
    State.TO_WITHDRAW: {Status.TO_WITHDRAW},
    State.WITHDRAWING: {Status.WITHDRAWS, Status.TO_WITHDRAW},
    State.GONE: {Status.WITHDRAWS},
    State.TOWARD: {Status.TOWARD},
    State.AWAY: {Status.AWAY},
    State.COUP: {Status.COUP},
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim with the words of the article that it rests on."""

    claim: Claim
    source: Source
    quote: str


@dataclass(frozen=True, slots=True)
class Told:
    """
    One thing that the map shows, in a sentence.

    Args:
        mark: What is drawn.
        evidence: Its claims, in order of publication.
    """

    mark: Mark
    evidence: tuple[Evidence, ...]

    @property
    def words(self) -> str:
        """The sentence."""
        return self.mark.words

    @property
    def unreviewed(self) -> int:
        """How many of its claims nobody has looked at yet."""
        return sum(item.claim.review is Review.SUGGESTED for item in self.evidence)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Its articles, each once."""
        return tuple({item.source.number: item.source for item in self.evidence}.values())


@dataclass(frozen=True, slots=True)
class Differing:
    """
    One thing that two maps show differently, with what the sources say.

    Args:
        difference: What became of it, in a sentence ready to copy.
        before: What the first shows, or None.
        after: What the second shows, or None.
    """

    difference: Difference
    before: Told | None
    after: Told | None

    @property
    def change(self) -> Change:
        """What became of it."""
        return self.difference.change

    @property
    def sentence(self) -> str:
        """What happened, ready to copy."""
        return self.difference.sentence

    @property
    def told(self) -> Told:
        """What the sentence speaks of: the newer state where there is one."""
        told = self.after or self.before
        assert told is not None
        return told

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What the newer state rests on, the most telling first; where it ended, what it rested on."""
        told = self.told
        old = {item.claim.id for item in self.before.evidence} if self.before else set()
        fitting = _TOLD_BY[State(told.mark.state)] if told.mark.state else set[Status]()

        def rank(item: Evidence) -> tuple[bool, bool, float]:
            is_new = item.claim.id not in old
            return item.claim.status in fitting, is_new, item.claim.confidence

        return tuple(sorted(told.evidence, key=rank, reverse=True))


def tell(project: Project, on: date, known_by: date) -> tuple[Told, ...]:
    """Return what the map of a day as known by another says, most important first."""
    return _all_told(project, told_marks(project.marks, on, known_by))


def compare(
    project: Project,
    first: Moment,
    second: Moment,
    *,
    hidden: Collection[Layer] = frozenset(),
) -> tuple[Differing, ...]:
    """
    Return what appeared, ended and changed from the map of one day to that of a later one.

    Args:
        project: What is shown.
        first: One day, and by when it is known.
        second: The other; the earlier of the two is the one to start from.
        hidden: Layers that are left out.
    """
    first, second = sorted((first, second))
    shown = [mark for mark in project.marks if mark.layer not in hidden]
    found = differences(shown, first, second)
    marks = [mark for item in found for mark in (item.before, item.after) if mark]
    told = {item.mark.id: item for item in _all_told(project, marks)}
    return tuple(
        Differing(
            item,
            told[item.before.id] if item.before else None,
            told[item.after.id] if item.after else None,
        )
        for item in found
    )


def _all_told(project: Project, marks: Iterable[Mark]) -> tuple[Told, ...]:
    marks = tuple(marks)
    needed = {claim_id for mark in marks for claim_id in mark.claim_ids}
    found = {
        claim.id: Evidence(claim, source, _quote(claim, source))
        for source in project.heard
        for claim in source.extraction.claims
        if claim.id in needed
    }
    return tuple(Told(mark, tuple(found[key] for key in mark.claim_ids)) for mark in marks)


def _quote(claim: Claim, source: Source) -> str:
    return " ".join(claim.evidence[0].quote(source.document.text).split())
