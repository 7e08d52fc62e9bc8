"""One sentence for each episode: who, where, how many, in which state and on what footing."""

from __future__ import annotations

from dataclasses import dataclass

from geodata.domain.claims import ClaimKind, Modality
from geodata.domain.episodes import Certainty, Episode, State
from geodata.domain.places import PlaceKind
from geodata.domain.times import UncertainDate
from geodata.layers.chronicle import Chronicle
from geodata.layers.wording import (
    Names,
    count_label,
    count_words,
    on_words,
    range_words,
    sentence,
    since_words,
    sources_words,
)
from geodata.timeline import region_words
from geodata.written_days import day_words

LEAVE_VOICE = {
    Modality.AGREED: ("to leave", "agreed"),
    Modality.ANNOUNCED: ("to leave", "announced"),
    Modality.ORDERED: ("ordered to leave", "said"),
    Modality.DEMANDED: ("asked to leave", "said"),
    Modality.NEGOTIATED: ("in talks about leaving", "said"),
}
"""How a plan to leave is told, and the verb for the day on which it was told."""
_PLANS = {
    State.TO_OPEN: ("to open", "opening"),
    State.TO_CLOSE: ("to close", "closing"),
    State.TO_HAND_OVER: ("to be handed over", "hand-over"),
    State.TO_ARRIVE: ("to arrive", "arrival"),
    State.TO_WITHDRAW: ("to leave", "exit"),
    State.WITHDRAWING: ("leaving", "exit"),
}
_DONE = {
    State.OPENS: "opened",
    State.CLOSED: "closed",
    State.HANDED_OVER: "handed over",
    State.ARRIVING: "arrived",
    State.GONE: "gone",
}
_SHORT = {
    State.TO_OPEN: "to open",
    State.OPENS: "opened",
    State.TO_CLOSE: "to close",
    State.CLOSED: "closed",
    State.TO_HAND_OVER: "to be handed over",
    State.HANDED_OVER: "handed over",
    State.TO_ARRIVE: "to arrive",
    State.ARRIVING: "arrived",
    State.TO_WITHDRAW: "to leave",
    State.WITHDRAWING: "leaving",
    State.GONE: "gone",
}


@dataclass(frozen=True, slots=True)
class Sentences:
    """Makes the words of marks out of episodes."""

    names: Names
    chronicle: Chronicle

    def words_of(self, episode: Episode) -> str:
        """Return one sentence with dates and counts as ranges, and the number of sources."""
        number = f": {count_words(episode.count)}, " if episode.kind is ClaimKind.TROOPS else ": "
        if episode.state is State.GONE and episode.count is None:
            number = ": "
        who = self.subject_of(episode)
        if episode.kind is ClaimKind.TROOPS:
            who = f"{who} {' '.join(self.place_of(episode))}"
        told = f"{who}{number}{self._state(episode)}"
        return sentence(
            f"{told}; {ending(len(episode.document_ids), is_disputed=episode.is_disputed)}"
        )

    def label_of(self, episode: Episode) -> str:
        """Return a few words for beside the symbol."""
        state = "" if episode.certainty is Certainty.POSSIBLE else _SHORT.get(episode.state, "")
        if episode.certainty is Certainty.POSSIBLE and episode.state in _SHORT:
            state = f"possibly {_SHORT[episode.state]}"
        if episode.certainty is Certainty.UNCONFIRMED:
            state = f"{state}, unconfirmed"
        if episode.kind is ClaimKind.BASE or episode.state is State.GONE:
            return state
        return ", ".join(part for part in (count_label(episode.count), state) if part)

    def place_of(self, episode: Episode) -> tuple[str, str]:
        """Return where, in two parts: “at” and “Agadez, Niger”, or that no place is told."""
        country = self.names.name_of(episode.host) if episode.host else ""
        place = episode.place
        if place is None:
            return ("in", country) if country else ("at", "a place not told")
        if place.kind is PlaceKind.REGION:
            return "in", region_words(place.name)
        way = "at" if place.kind in {PlaceKind.BASE, PlaceKind.AIRPORT, PlaceKind.SITE} else "in"
        return way, f"{place.name}, {country}" if country else place.name

    def voice_of(self, episode: Episode) -> Modality | None:
        """Return in what voice a plan to leave is told; None for all else."""
        is_plan = episode.state is State.TO_WITHDRAW
        return self.chronicle.voice_of(episode) if is_plan else None

    def subject_of(self, episode: Episode) -> str:
        """Return whom or what it speaks of: “US forces”, “Air Base 201, Niger (US base)”."""
        place = episode.place
        if episode.kind is ClaimKind.TROOPS:
            return self.names.forces_of(episode.actor)
        adjective = self.names.adjective_of(episode.actor)
        if place is not None and place.kind is PlaceKind.BASE:
            where = f", {self.names.name_of(episode.host)}" if episode.host else ""
            return f"{place.name}{where} ({adjective} base)"
        return f"{adjective} base {' '.join(self.place_of(episode))}"

    def _state(self, episode: Episode) -> str:
        when = self.chronicle.when_begun(episode)
        if episode.certainty is Certainty.POSSIBLE:
            return f"possibly {self._possible(episode, when)}"
        if episode.state in _PLANS:
            return self._plan(episode, when)
        if episode.state is State.GONE or episode.state is State.CLOSED:
            return f"{_DONE[episode.state]} {since_words(when)}"
        if episode.state in _DONE:
            return f"{_DONE[episode.state]}{self._receiver(episode)} {on_words(when)}"
        rest = "present" if episode.kind is ClaimKind.TROOPS else "operating"
        return f"{rest}{_attested(episode)}"

    def _possible(self, episode: Episode, when: UncertainDate) -> str:
        """Say what may be, and between which days it came to be."""
        plan = _PLANS.get(episode.state)
        done = _DONE.get(episode.state) or (plan[0] if plan else "there")
        if when.earliest is None and when.latest is None:
            return f"{done}, on a day that no source tells"
        if episode.state in _DONE or episode.state is State.WITHDRAWING:
            return f"{done}{self._receiver(episode)}: {_turned(episode)} {on_words(when)}"
        return f"{done} {since_words(when)}"

    def _plan(self, episode: Episode, when: UncertainDate) -> str:
        words, noun = _PLANS[episode.state]
        verb = "said"
        if voice := self.voice_of(episode):
            words, verb = LEAVE_VOICE.get(voice, (words, verb))
        told = f"{words}{self._receiver(episode)}"
        if episode.state is State.WITHDRAWING:
            told = f"{told} {since_words(when)}"
        elif when.is_known:
            told = f"{told}, {verb} {on_words(when)}"
        if episode.deadline is None:
            return told
        due = day_words(episode.deadline)
        if episode.certainty is Certainty.UNCONFIRMED:
            return f"{told}; {noun} scheduled, unconfirmed since {due}"
        way = "due out" if episode.kind is ClaimKind.TROOPS else "due"
        way = "due" if episode.state is State.TO_ARRIVE else way
        return f"{told}, {way} by {due}"

    def _receiver(self, episode: Episode) -> str:
        is_hand_over = episode.state in {State.TO_HAND_OVER, State.HANDED_OVER}
        if not is_hand_over or episode.target is None:
            return ""
        return f" to {self.names.name_of(episode.target)}"


def ending(sources: int, *, is_disputed: bool) -> str:
    """Return the end of a sentence: on how many sources it rests, and whether accounts differ."""
    return f"{sources_words(sources)}{'; accounts differ' if is_disputed else ''}"


def _turned(episode: Episode) -> str:
    if episode.state is State.GONE:
        return "the last left"
    return "this began" if episode.state is State.WITHDRAWING else "this was"


def _attested(episode: Episode) -> str:
    days = [day for day in episode.attested if episode.valid.end is None or day < episode.valid.end]
    if not days:
        return ""
    return f", attested {'on ' if days[0] == days[-1] else ''}{range_words(days[0], days[-1])}"
