"""Questions to the table of episodes: one frame, the difference of two, the days of change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from geodata.domain.episodes import Episode
from geodata.domain.facts import FactId
from geodata.domain.times import Days


@dataclass(frozen=True, slots=True)
class Difference:
    """
    What differs between two frames, fact by fact.

    Args:
        appeared: Episodes of facts that only the second frame draws.
        ended: Episodes of facts that only the first frame draws.
        changed: For facts that both draw in another state, certainty, count, deadline or
            receiver: the episode before and the one after.
    """

    appeared: tuple[Episode, ...]
    ended: tuple[Episode, ...]
    changed: tuple[tuple[Episode, Episode], ...]


def frame(episodes: Iterable[Episode], on: date, known_by: date) -> tuple[Episode, ...]:
    """Return what is drawn on day `on` as known by `known_by`: at most one episode a fact."""
    return tuple(episode for episode in episodes if episode.is_drawn(on, known_by))


def frame_over(episodes: Iterable[Episode], during: Days, known_by: date) -> tuple[Episode, ...]:
    """
    Return what is drawn for a window of days as known by `known_by`.

    An episode is in the frame when it holds on at least one day of the half-open window, so a
    fact can have several, one after the other.
    """
    return tuple(episode for episode in episodes if episode.is_drawn_in(during, known_by))


def difference(before: Iterable[Episode], after: Iterable[Episode]) -> Difference:
    """Return what differs between two frames, each in order of the facts' ids."""
    first: dict[FactId, Episode] = {episode.fact_id: episode for episode in before}
    second: dict[FactId, Episode] = {episode.fact_id: episode for episode in after}
    return Difference(
        appeared=tuple(second[key] for key in sorted(second.keys() - first.keys())),
        ended=tuple(first[key] for key in sorted(first.keys() - second.keys())),
        changed=tuple(
            (first[key], second[key])
            for key in sorted(first.keys() & second.keys())
            if _drawn(first[key]) != _drawn(second[key])
        ),
    )


def change_days(episodes: Iterable[Episode], known_by: date) -> tuple[date, ...]:
    """Return the days on which what is drawn changes, as known by a day; ascending."""
    known = [episode for episode in episodes if episode.known.holds(known_by)]
    ends = {end for episode in known for end in (episode.valid.start, episode.valid.end)}
    return tuple(sorted(day for day in ends if day))


def _drawn(episode: Episode) -> tuple[object, ...]:
    return (
        episode.state,
        episode.certainty,
        episode.count,
        episode.deadline,
        episode.target,
    )
