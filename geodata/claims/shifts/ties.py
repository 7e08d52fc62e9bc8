"""Ties between countries: cut or bound closer; sides changed, backs turned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.claims.drafts import Draft
from geodata.claims.grammar.clauses import phrase, prepositional, verbal
from geodata.claims.grammar.modality import voice_of
from geodata.claims.grammar.wordings import Wording, load_wordings
from geodata.claims.scene.actors import How, named_parties
from geodata.claims.scene.story import Story
from geodata.claims.shifts.blocs import is_bloc
from geodata.claims.shifts.doers import agent_of, arguments
from geodata.claims.shifts.partners import complement_of, named_partners, partners_of, party_after
from geodata.claims.shifts.shift import shift
from geodata.domain.claims import Modality, Status

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_HELP = frozenset({"assistance", "help", "support", "protection", "aid", "backing"})
_FOR = frozenset({"for"})
_WITH = frozenset({"with", "to", "from", "between"})
_NEAR = 3
_FAVOUR = frozenset({"favour", "favor"})
_DIPLOMATIC = frozenset(
    [
        *("diplomatic", "diplomacy", "embassy", "ambassador", "defence", "defense", "military"),
        *("alliance", "ally", "allies", "recognition", "recognise", "recognised", "recognize"),
        *("recognized", "pact", "treaty", "troops", "forces", "sanctions", "bloc", "geopolitical"),
    ]
)


def read_severed(found: Wording, story: Story) -> Iterator[Draft]:
    """“Cut ties with B”, “put an end to its military cooperation with B”."""
    for head in arguments(found.token, found.last):
        if is_ties(head, story):
            agent = agent_of(found.token, story)
            named = named_partners(head, [], story) if not agent else []
            if len(named) > 1:
                agent = named[:1]
            partners = _apart_from(head, found.token, agent, story)
            partners = partners or _spoken_of(head, agent, story)
            yield from shift(found.token, story, agent, partners[:1], (Status.AWAY, "breaks_ties"))
            yield from _instead(found, story)
            return


def _spoken_of(head: Token, agent: list[str], story: Story) -> list[str]:
    """Who is named in the sentence, else shortly before it: “A broke off relations the next day”."""
    named = partners_of(head, agent, story)
    here = story.reading.sentence_of(head)
    is_inside = any(
        p.code in named for p in named_parties(story.reading.tokens(here), story.parties)
    )
    if is_inside or not named or not agent:
        return named
    for earlier in story.reading.before(here):
        if here.index - earlier.index > _NEAR:
            break
        words = story.reading.tokens(earlier)
        codes = [p.code for p in named_parties(words, story.parties) if p.is_country]
        others = [c for c in codes if c not in agent]
        if others:
            return named if named[0] in others else others[:1]
    return named


def _apart_from(head: Token, token: Token, agent: list[str], story: Story) -> list[str]:
    """“Relations with B in favour of C”: B, who is named first."""
    heads = sorted(
        {*prepositional(head, _WITH), *prepositional(token, _WITH)}, key=lambda t: int(t.i)
    )
    codes = [p.code for h in heads for p in story.named(h)]
    return [c for c in dict.fromkeys(codes) if c not in agent]


def read_bound(found: Wording, story: Story) -> Iterator[Draft]:
    """“Deepened its ties with B”, “sought help from B”."""
    for head in arguments(found.token, found.last):
        is_help = head.lemma_ in _HELP and found.token.lemma_ == "seek"
        if not (is_ties(head, story) or is_help):
            continue
        agent = agent_of(found.token, story)
        named = named_partners(head, [], story)
        partners = [c for c in named if c not in agent] or complement_of(found.token, agent, story)
        if not partners and len(agent) > 1:
            agent, partners = agent[:1], agent[1:]
        if len(partners) > 1 and (not agent or agent == [story.host]) and agent[:1] != named[:1]:
            agent, partners = partners[:1], partners[1:]
        if voice_of(found.token, story.reading).modality is Modality.PLANNED:
            return
        for one in dict.fromkeys(agent):
            yield from shift(
                found.token, story, [one], partners, (Status.TOWARD, "strengthens_ties")
            )
        return


def is_ties(head: Token, story: Story) -> bool:
    """Say whether a noun is ties between states, not of trade or culture alone."""
    if not story.reading.is_word(head, "ties"):
        return False
    words = {t.lower_ for t in phrase(head) if t.i < head.i}
    if head.lemma_ == "dialogue" and not words & {"strategic", "defence", "defense", "security"}:
        return False
    nouns = story.reading.lexicon.nouns
    return not words & nouns["ties_not"] or bool(words & nouns["agreement_needs"])


def read_aligned(found: Wording, story: Story) -> Iterator[Draft]:
    """“Turned to B”, “threw in its lot with B”, “recognised B”."""
    yield from _turned(found, story, (Status.TOWARD, "aligns"))


def read_distanced(found: Wording, story: Story) -> Iterator[Draft]:
    """“Turned its back on B”, “ditched B for C”."""
    yield from _turned(found, story, (Status.AWAY, "distances"))
    if found.token.lemma_ in load_wordings().words["soft"]:
        yield from _instead(found, story)


def read_dropped(found: Wording, story: Story) -> Iterator[Draft]:
    """“Dropped B”, “switched recognition from B to C”."""
    yield from _turned(found, story, (Status.AWAY, "breaks_ties"))


def read_orbit(found: Wording, story: Story) -> Iterator[Draft]:
    """“Slid into B's orbit”, “was prised out of the orbit of B”."""
    is_toward = found.sense == "orbit"
    what = (Status.TOWARD, "aligns") if is_toward else (Status.AWAY, "distances")
    word = story.reading.doc[found.last]
    near = [*phrase(word), *(t for h in prepositional(word, frozenset({"of"})) for t in phrase(h))]
    partners = [p.code for p in named_parties(near, story.parties, cities=True)]
    agent = agent_of(found.token, story)
    yield from shift(found.token, story, agent, partners[:1], what)


def _turned(found: Wording, story: Story, what: tuple[Status, str]) -> Iterator[Draft]:
    token = found.token
    agent = agent_of(token, story)
    parties = [p for p in party_after(found.last, story) if p.code not in agent]
    if not parties or not agent:
        return
    voice = voice_of(token, story.reading)
    if not verbal(token):
        if not any(c.dep_ == "poss" for c in token.children):
            return  # “a shift to B”: whose?
        voice = replace(voice, is_mention=False)
    elif voice.is_mention:
        return
    is_soft = found.last == token.i and token.lemma_ in load_wordings().words["soft"]
    if is_soft and not _is_political(found, parties[-1].last, story):
        return
    if parties[0].how is How.ORGANISATION and not is_bloc(parties[0].code, story):
        return
    yield from shift(token, story, agent, [p.code for p in parties[:2]], what, voice)


def _is_political(found: Wording, after: int, story: Story) -> bool:
    """“Dropped B” may be sport: it counts where the text speaks of ties, or B is left for C."""
    doc = story.reading.doc
    following = doc[after].lower_ if after < len(doc) else ""
    if following in {"to", "into", "'s", "’s"}:
        return False
    if verbal(found.token) and any(
        party_after(c.i, story) for c in found.token.children if c.lower_ == "for"
    ):
        return True
    return any(t.lower_ in _DIPLOMATIC for t in doc) or any(
        w.sense == "aligns" and w.token != found.token for w in story.reading.wordings
    )


def _instead(found: Wording, story: Story) -> Iterator[Draft]:
    """“… for C”, “in favour of C”."""
    sentence = story.reading.sentence_of(found.token)
    for word in story.reading.tokens(sentence):
        if word.i <= found.token.i or word.lower_ not in _FOR | _FAVOUR:
            continue
        at = word.i if word.lower_ in _FOR else word.i + 1
        if codes := [p.code for p in party_after(at, story, 3)]:
            agent = agent_of(found.token, story)
            yield from shift(found.token, story, agent, codes[:1], (Status.TOWARD, "aligns"))
            return
