"""One full sentence for each episode that can be copied as it is: what happened, where and when."""

from __future__ import annotations

from dataclasses import dataclass

from geodata.domain.claims import ClaimKind, Modality
from geodata.domain.episodes import Certainty, Episode, State
from geodata.domain.places import PlaceKind
from geodata.domain.times import UncertainDate
from geodata.layers.sentences import Sentences
from geodata.layers.wording import (
    count_words,
    is_by,
    on_words,
    range_of_count,
    range_words,
    sentence,
)
from geodata.written_days import day_words

# Every verb is in the past or stands after “would” or “had”: “US forces” and “MINUSMA” take the
# same form of it.
_LEAVE = ("It was said", "would leave")
_LEAVE_VOICE = {
    Modality.AGREED: ("It was agreed", "would leave"),
    Modality.ANNOUNCED: ("It was announced", "would leave"),
    Modality.ORDERED: ("It was said", "had orders to leave"),
    Modality.DEMANDED: ("It was said", "had been asked to leave"),
    Modality.NEGOTIATED: ("It was said", "might leave, as talks were held about it,"),
}
_TO_COME = {
    State.TO_OPEN: "would open",
    State.TO_CLOSE: "would close",
    State.TO_HAND_OVER: "would be handed over",
}
_STANDING = {
    State.TO_OPEN: "to open",
    State.OPENS: "newly open",
    State.OPERATES: "operating",
    State.TO_CLOSE: "to close",
    State.CLOSED: "closed",
    State.TO_HAND_OVER: "to be handed over",
    State.HANDED_OVER: "handed over",
    State.TO_ARRIVE: "to arrive",
    State.ARRIVING: "newly arrived",
    State.PRESENT: "present",
    State.TO_WITHDRAW: "to leave",
    State.WITHDRAWING: "leaving",
    State.GONE: "gone",
}


@dataclass(frozen=True, slots=True)
class Reports:
    """Makes the reports of episodes of troops and bases."""

    sentences: Sentences

    def report_of(self, episode: Episode) -> str:
        """Return one sentence in the past: “US forces (1,000) left Niger on 15 September 2024.”."""
        disputed = "; accounts differ" if episode.is_disputed else ""
        # “in Agadez, Niger, on 5 May”, but “in Agadez, Niger; …” and “in Agadez, Niger.”
        event = self._event(episode).replace(",;", ";").replace(",,", ",").removesuffix(",")
        return sentence(f"{event}{disputed}")

    def _event(self, episode: Episode) -> str:
        begun = self.sentences.chronicle.when_begun(episode)
        if episode.kind is ClaimKind.BASE:
            return self._base(episode, begun)
        return self._troops(episode, begun)

    def _troops(self, episode: Episode, begun: UncertainDate) -> str:
        when = when_words(begun)
        forces, where = self._forces(episode), self._where(episode)
        match episode.state:
            case State.TO_ARRIVE:
                told = f"It was said {when} that {forces} would come to {where}"
                return told + _due(episode)
            case State.ARRIVING:
                return f"{forces} {_did('arrived', begun)} {self._at(episode)} {when}"
            case State.TO_WITHDRAW:
                voice = self.sentences.chronicle.voice_of(episode)
                how, does = _LEAVE_VOICE.get(voice, _LEAVE) if voice else _LEAVE
                return f"{how} {when} that {forces} {does} {where}{_due(episode)}"
            case State.WITHDRAWING:
                return f"{forces} began to leave {where} {when}{_due_out(episode)}"
            case State.GONE:
                if is_by(begun):
                    return f"{forces} had left {where} {when}"
                return f"the last of {forces} left {where} {when}"
        return (
            f"{_sources(episode, 'place')} {forces} {self._at(episode)} {_attested(episode, when)}"
        )

    def _base(self, episode: Episode, begun: UncertainDate) -> str:
        when = when_words(begun)
        base = self._base_name(episode)
        match episode.state:
            case State.TO_OPEN | State.TO_CLOSE | State.TO_HAND_OVER:
                does = f"{_TO_COME[episode.state]}{self._receiver(episode)}"
                return f"It was said {when} that {base} {does}{_due(episode)}"
            case State.OPENS:
                return f"{base} {_did('opened', begun)} {when}"
            case State.CLOSED:
                return f"{base} {_did('closed', begun)} {when}"
            case State.HANDED_OVER:
                to = self._receiver(episode)
                way = "had been" if is_by(begun) else "was"
                return f"{base} {way} handed over{to} {when}"
        return f"{_sources(episode, 'tell')} of {base} operating {_attested(episode, when)}"

    def _forces(self, episode: Episode) -> str:
        number = f" ({count_words(episode.count, in_brackets=True)})" if episode.count else ""
        return f"{self.sentences.names.forces_of(episode.actor)}{number}"

    def _at(self, episode: Episode) -> str:
        way, where = self.sentences.place_of(episode)
        return f"{way} {_apposed(where)}"

    def _where(self, episode: Episode) -> str:
        """Return the place as what is left or come to: “Niger”, “Agadez, Niger”, “the Sahel”."""
        return _apposed(self.sentences.place_of(episode)[1])

    def _base_name(self, episode: Episode) -> str:
        adjective = self.sentences.names.adjective_of(episode.actor)
        place = episode.place
        if place is not None and place.kind is PlaceKind.BASE:
            where = f", {self.sentences.names.name_of(episode.host)}" if episode.host else ""
            return f"{place.name} ({adjective} base{where})"
        is_new = episode.state in {State.TO_OPEN, State.OPENS}
        article = _article(adjective) if is_new else "the"
        return f"{article} {adjective} base {self._at(episode)}"

    def _receiver(self, episode: Episode) -> str:
        return f" to {self.sentences.names.name_of(episode.target)}" if episode.target else ""


def standing_words(episode: Episode) -> str:
    """
    Return how a thing stands in a few words, without who and where.

    For example “to leave, 1,000, due by 15 September 2024”.
    """
    state = _STANDING[episode.state]
    if episode.certainty is Certainty.POSSIBLE:
        state = f"possibly {state}"
    parts = [state, *([range_of_count(episode.count)] if episode.count else [])]
    if episode.deadline:
        way = "unconfirmed since" if episode.certainty is Certainty.UNCONFIRMED else "due by"
        parts.append(f"{way} {day_words(episode.deadline)}")
    return ", ".join(parts)


def when_words(when: UncertainDate) -> str:
    """Return when a step happened, as uncertain as it is told; never nothing."""
    return on_words(when) or "on a day that no source tells"


def _did(verb: str, begun: UncertainDate) -> str:
    """Say “had left by 19 May” where only a last day is known, “left on 19 May” otherwise."""
    return f"had {verb}" if is_by(begun) else verb


def _due(episode: Episode) -> str:
    if episode.deadline is None:
        return ""
    due = f" by {day_words(episode.deadline)}"
    is_over = episode.certainty is Certainty.UNCONFIRMED
    return f"{due}; no source says that this has happened" if is_over else due


def _due_out(episode: Episode) -> str:
    if episode.deadline is None:
        return ""
    due = day_words(episode.deadline)
    if episode.certainty is Certainty.UNCONFIRMED:
        return f"; the exit was due by {due} and no source says that it was completed"
    return f", due out by {due}"


def _sources(episode: Episode, verb: str) -> str:
    return f"sources {verb}" if len(episode.document_ids) > 1 else f"one source {verb}s"


def _attested(episode: Episode, when: str) -> str:
    days = [day for day in episode.attested if episode.valid.end is None or day < episode.valid.end]
    if not days:
        return when
    if days[0] == days[-1]:
        return f"on {day_words(days[0])}"
    return f"between {range_words(days[0], days[-1], 'and')}"


def _apposed(name: str) -> str:
    return f"{name}," if ", " in name else name


def _article(adjective: str) -> str:
    # “a US base”, “a European base”, but “an EU base”.
    is_open = adjective[:1] in "AEIO" and not adjective.startswith("Eu")
    return "an" if is_open else "a"
