"""A shift as a draft: whether it is told, when it was, and which of two moves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.claims.drafts import Draft
from geodata.claims.grammar.clauses import (
    agents,
    verbal,
)
from geodata.claims.grammar.modality import Voice, voice_of
from geodata.claims.grammar.wordings import load_wordings
from geodata.claims.scene.dating import When, date_event
from geodata.claims.scene.story import Story
from geodata.domain.claims import ClaimKind, Modality, Status
from geodata.domain.mentions import DateRelation

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_THAT_WAS = (["that", "was"], ["this", "was"], ["it", "was"], ["that", "happened"])
_SHARED = frozenset({"accord_signed", "strengthens_ties"})


def shift(
    token: Token,
    story: Story,
    agent: Sequence[str],
    partners: Sequence[str],
    what: tuple[Status, str],
    voice: Voice | None = None,
) -> Iterator[Draft]:
    """
    Yield a draft for each pair of a country that moves and its partner.

    Args:
        token: The predicate.
        story: The document.
        agent: Who does it.
        partners: With or against whom.
        what: The direction and the event.
        voice: How it is said, where the caller knows better than the words around the predicate.
    """
    given = voice or voice_of(token, story.reading)
    if (given.is_mention and voice is None) or token.dep_ == "csubj":
        return  # “leaving the bloc would be a mistake”
    if not is_told(given, agent, story):
        return
    given = _told_by_another(given, agent, story)
    when = when_of(token, given, story)
    for actor, partner in _pairs(agent, partners, what[1], story):
        yield Draft(
            ClaimKind.ALIGNMENT,
            what[0],
            actor,
            actor,
            replace(given, is_mention=False),
            when,
            (story.reading.sentence_of(token),),
            token,
            target=partner,
            event=what[1],
            strength=_strength(given, partners),
            reasons=(f"“{token.text}”", when.why, *([given.why] if given.why else [])),
        )


def _told_by_another(voice: Voice, agent: Sequence[str], story: Story) -> Voice:
    """“China's embassy said that A was drifting toward B”: China's word on A, not A's own."""
    if voice.speaker is None or voice.modality is not Modality.ASSERTED:
        return voice
    tellers = {c for a in agents(voice.speaker) for p in story.named(a) for c in [p.code]}
    is_foreign = bool(tellers) and not tellers.intersection(agent)
    return replace(voice, modality=Modality.REPORTED) if is_foreign else voice


def when_of(token: Token, voice: Voice, story: Story) -> When:
    """
    Return the times of a shift.

    A date may stand with the second of two verbs, or in a sentence of its own: “That was in 2005”.
    """
    reading = story.reading
    when = date_event(token, voice, reading)
    if when.is_dated:
        return when
    for verb in (c for c in token.children if c.dep_ == "conj" and verbal(c)):
        second = date_event(verb, voice, reading)
        if second.is_dated and not any(c.dep_.startswith("nsubj") for c in verb.children):
            return second
    after = reading.sentence_of(token).index + 1
    if after < len(reading.sentences):
        words = reading.tokens(reading.sentences[after])[:6]
        if [w.lower_ for w in words[:2]] in _THAT_WAS:
            for word in words:
                date = reading.dates.get(word.i)
                if date and date.relation is DateRelation.ON and date.when.is_known:
                    return When(date.when, None, None, True, f"dated by “{date.text}”")
    return when


def is_told(voice: Voice, agent: Sequence[str], story: Story) -> bool:
    """Whether a source says that a shift took place or is decided: no wish, no denial, no demand."""
    if voice.is_void or voice.modality in {Modality.NEGOTIATED, Modality.DENIED}:
        return False
    above = voice.governor
    if above is None:
        return True
    if above.lemma_.lower() in load_wordings().words["wishes"]:
        return False
    if voice.modality in {Modality.ORDERED, Modality.DEMANDED}:
        # who demands a shift of another does not make it
        return any(c in agent for h in agents(above) for c in story.parties_of(h))
    return True


def _strength(voice: Voice, partners: Sequence[str]) -> float:
    planned = 0.3 if voice.modality is Modality.PLANNED else 0.0
    return (0.75 if partners else 0.55) - planned


def rank_of(party: str, story: Story) -> int:
    """Return how much others move toward a party rather than it toward them: 2, 1 or 0."""
    if story.reading.lexicon.is_power(party):
        return 2
    return 1 if party in load_wordings().words["middle"] else 0


def _pairs(
    agent: Sequence[str], partners: Sequence[str], event: str, story: Story
) -> Iterator[tuple[str, str]]:
    """Who moves toward or away from whom: of a power and another, it is the other that moves."""
    seen = set()
    for one in dict.fromkeys(agent):
        for two in dict.fromkeys(partners):
            gap = rank_of(one, story) - rank_of(two, story)
            is_led = gap > 0 or (gap == 0 and two == story.host)
            pair = (two, one) if event in _SHARED and len(two) == 2 and is_led else (one, two)
            if len(pair[0]) == 2 and one != two and pair not in seen:
                seen.add(pair)
                yield pair
