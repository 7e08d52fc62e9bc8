"""Who moves toward or away from whom: what all readers of alignment share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geodata.claims.drafts import Draft
from geodata.claims.grammar.clauses import agents, phrase, prepositional, verbal
from geodata.claims.grammar.modality import Voice, voice_of
from geodata.claims.scene.actors import named_parties, parties_in
from geodata.claims.scene.dating import date_event
from geodata.claims.scene.story import Story
from geodata.domain.claims import ClaimKind, Modality, Status

if TYPE_CHECKING:
    from spacy.tokens import Token

_WITH = frozenset(
    {"with", "to", "toward", "towards", "from", "between", "among", "against", "of", "by"}
)


def agent_of(token: Token, story: Story) -> list[str]:
    """Countries that do it; without a doer in the clause, the one the text turns around."""
    if verbal(token):
        heads = agents(token)
    else:
        heads = [t for t in phrase(token) if t.i in story.parties and t.i < token.i][:1]
        if not heads and verbal(token.head):
            heads = agents(token.head)
    heads = [h for h in heads if h.i not in story.forces or h.i in story.parties]
    codes = [c for h in heads for c in story.parties_of(h)]
    if not codes and not heads and story.host:
        return [story.host]
    return list(dict.fromkeys(codes))


def partners_of(head: Token, agent: list[str], story: Story) -> list[str]:
    """With whom an agreement is: who is named with it, else in the sentence, else the guest."""
    named = named_partners(head, agent, story)
    if named:
        return named
    tokens = story.reading.tokens(story.reading.sentence_of(head))
    beside = [
        p.code
        for p in named_parties(tokens, story.parties)
        if p.code not in agent and not (p.is_literal and p.code == story.host)
    ]
    if story.guest in beside or not beside:
        return guest_of(agent, story)
    return beside[:1]


def named_partners(head: Token, agent: list[str], story: Story) -> list[str]:
    """Return the other parties that a noun phrase names."""
    heads = prepositional(head, _WITH)
    near = [t for h in heads for t in (h, *h.conjuncts)]
    codes = [p.code for t in near for p in parties_in(t, story.parties)]
    codes += [p.code for p in named_parties(phrase(head), story.parties)]
    return [c for c in dict.fromkeys(codes) if c not in agent]


def complement_of(token: Token, agent: list[str], story: Story) -> list[str]:
    """Return the other parties after the prepositions of a predicate."""
    heads = prepositional(token, _WITH)
    codes = [c for h in heads for t in (h, *h.conjuncts) for c in story.parties_of(t)]
    return [c for c in dict.fromkeys(codes) if c not in agent]


def guest_of(agent: list[str], story: Story) -> list[str]:
    """Return the force that the text turns around as a partner."""
    if story.guest is None:
        return []
    guest = story.reading.lexicon.parent_of(story.guest)
    return [guest] if guest not in agent else []


def shift(
    token: Token, story: Story, agent: list[str], partners: list[str], what: tuple[Status, str]
) -> Iterator[Draft]:
    """Yield a draft for each pair of a country that moves and its partner."""
    voice = voice_of(token, story.reading)
    if voice.is_void or voice.is_mention or voice.modality is Modality.NEGOTIATED:
        return
    when = date_event(token, voice, story.reading)
    for actor, partner in _pairs(agent, partners, what[1], story):
        yield Draft(
            ClaimKind.ALIGNMENT,
            what[0],
            actor,
            actor,
            voice,
            when,
            (story.reading.sentence_of(token),),
            token,
            target=partner,
            event=what[1],
            strength=_strength(voice, partners),
            reasons=(f"“{token.text}”", when.why, *([voice.why] if voice.why else [])),
        )


def _strength(voice: Voice, partners: list[str]) -> float:
    planned = 0.3 if voice.modality is Modality.PLANNED else 0.0
    return (0.75 if partners else 0.55) - planned


def _pairs(
    agent: list[str], partners: list[str], event: str, story: Story
) -> Iterator[tuple[str, str]]:
    """Who moves toward or away from whom: of a power and another, it is the other that moves."""
    lexicon = story.reading.lexicon
    for one in agent:
        for two in partners:
            is_mutual = event in {"accord_signed", "strengthens_ties"}
            is_led = lexicon.is_power(one) and not lexicon.is_power(two)
            if is_mutual and len(two) == 2 and (is_led or two == story.host):
                yield two, one
            elif len(one) == 2 and one != two:
                yield one, two
