"""The map in sentences, each with its evidence; and what differs between two days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from geodata.domain.claims import Claim, Review, Status
from geodata.domain.episodes import State
from geodata.layers import Mark, day_words, told_marks
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


class Change(StrEnum):
    """What became of a thing from one day to another."""

    APPEARED = "appeared"
    ENDED = "ended"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Differing:
    """
    One thing that two maps show differently.

    Args:
        change: How.
        before: What the first shows, or None.
        after: What the second shows, or None.
        sentence: Both in one sentence, ready to copy.
    """

    change: Change
    before: Told | None
    after: Told | None
    sentence: str

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What the newer state rests on, the most telling first; where it ended, what it rested on."""
        told = self.after or self.before
        if told is None:
            return ()
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
    project: Project, first: date, second: date, known_by: tuple[date, date]
) -> tuple[Differing, ...]:
    """
    Return what appeared, changed and ended from the map of one day to that of another.

    That a thing is no longer drawn says only that no source carries it on; the sentences say no
    more.

    Args:
        project: What is shown.
        first: The earlier day, or the one to start from.
        second: The other day.
        known_by: The known date of each of the two.
    """
    one = {_key(told.mark): told for told in tell(project, first, known_by[0])}
    two = {_key(told.mark): told for told in tell(project, second, known_by[1])}
    found = [
        _differing(one.get(key), told, first, second)
        for key, told in two.items()
        if key not in one or one[key].words != told.words
    ]
    found += [_differing(told, None, first, second) for key, told in one.items() if key not in two]
    order = list(Change)
    return tuple(sorted(found, key=lambda item: order.index(item.change)))


def _key(mark: Mark) -> tuple[str, str]:
    return mark.fact_id, mark.form.value


def _differing(before: Told | None, after: Told | None, first: date, second: date) -> Differing:
    if after is None:
        assert before is not None
        words = f"On the map of {day_words(first)} and no longer on that of {day_words(second)}: "
        return Differing(Change.ENDED, before, None, words + before.words)
    if before is None:
        words = f"On the map of {day_words(second)} and not on that of {day_words(first)}: "
        return Differing(Change.APPEARED, None, after, words + after.words)
    words = f"On {day_words(first)}: {before.words} On {day_words(second)}: {after.words}"
    return Differing(Change.CHANGED, before, after, words)


def _all_told(project: Project, marks: Iterable[Mark]) -> tuple[Told, ...]:
    found = {
        claim.id: Evidence(claim, source, _quote(claim, source))
        for source in project.heard
        for claim in source.extraction.claims
    }
    return tuple(Told(mark, tuple(found[key] for key in mark.claim_ids)) for mark in marks)


def _quote(claim: Claim, source: Source) -> str:
    return " ".join(claim.evidence[0].quote(source.document.text).split())
