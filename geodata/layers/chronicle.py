"""The chronicle: when the step behind an episode happened, and in what voice it was told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from geodata.domain.claims import Modality
from geodata.domain.episodes import Certainty, Episode, EpisodeId
from geodata.domain.facts import FactId
from geodata.domain.times import UncertainDate, on_day
from geodata.timeline import Happening


class Chronicle:
    """Happenings by fact, to be asked about episodes of the same claims."""

    def __init__(self, happenings: Iterable[Happening]) -> None:
        self._by_state: defaultdict[tuple[FactId, str], list[Happening]] = defaultdict(list)
        self._steps: dict[EpisodeId, Happening | None] = {}
        for item in happenings:
            self._by_state[item.fact.id, item.state.value].append(item)

    def when_begun(self, episode: Episode) -> UncertainDate:
        """Return when the state of an episode began, as uncertain as its sources tell it."""
        day = episode.valid.start
        if day is None:
            return UncertainDate(None, None)
        happening = self._step_into(episode, day)
        if happening:
            return happening.when
        if episode.certainty is Certainty.POSSIBLE:
            return UncertainDate(day, episode.valid.end)
        return on_day(day)

    def voice_of(self, episode: Episode) -> Modality | None:
        """Return in what voice the newest source tells the step, None where no step is told."""
        day = episode.valid.start
        # A later deadline or number does not change who said that it comes.
        happening = self._step_into(episode, day) if day else None
        return happening.modality if happening else None

    def _step_into(self, episode: Episode, day: date) -> Happening | None:
        """Return the step into an episode, which label, sentence and voice all ask for."""
        if episode.id not in self._steps:
            self._steps[episode.id] = self._found_step(episode, day)
        return self._steps[episode.id]

    def _found_step(self, episode: Episode, day: date) -> Happening | None:
        told = self._of(episode)
        begun = [item for item in told if item.when.latest and item.when.latest <= day]
        open_ = [item for item in told if item.when.may_be(day) and item.when.earliest]
        if begun and not any(item.when.earliest == day for item in open_):
            return max(begun, key=lambda item: (item.when.latest, item.claim_ids))
        return min(
            open_, key=lambda item: (item.when.latest or date.max, item.claim_ids), default=None
        )

    def _of(self, episode: Episode) -> list[Happening]:
        known_from = episode.known.start or date.min
        claims = set(episode.claim_ids)
        return [
            item
            for item in self._by_state.get((episode.fact_id, episode.state.value), ())
            if item.known.holds(known_from) and not claims.isdisjoint(item.claim_ids)
        ]
