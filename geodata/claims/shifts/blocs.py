"""Countries and blocs: applied to, joined, frozen, left, formed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from geodata.claims.drafts import Draft
from geodata.claims.grammar.clauses import (
    is_passive,
    objects,
    phrase,
    prepositional,
    subjects,
    verbal,
)
from geodata.claims.grammar.modality import voice_of
from geodata.claims.grammar.wordings import Wording
from geodata.claims.scene.actors import named_parties, parties_in
from geodata.claims.scene.story import Story
from geodata.claims.shifts.doers import agent_of, arguments, countries_of
from geodata.claims.shifts.shift import shift
from geodata.domain.claims import Status

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_FROM = frozenset({"from", "of", "in", "to", "with"})
_MEMBERSHIP = frozenset(
    [
        *("participation", "membership", "role", "activity", "involvement", "member", "accession"),
        *("state", "country", "nation", "seat", "entry", "admission"),
    ]
)
_ANAPHORS = frozenset(
    {
        "bloc",
        "alliance",
        "organisation",
        "organization",
        "pact",
        "treaty",
        "union",
        "grouping",
        "community",
        "league",
        "club",
    }
)
_ADMITTED = frozenset({"admit", "accept", "welcome", "bring", "take"})


def read_join(found: Wording, story: Story) -> Iterator[Draft]:
    """Yield “joined NATO”, “acceded to the bloc”, “was admitted to it”, “became a member of it”."""
    token = found.token
    if token.head.lemma_ in {"apply", "application", "bid", "ask", "request"}:
        return  # told by its own reader
    blocs = _blocs(_with_membership(token, found, story), story)
    if not blocs and token.lemma_ == "become" and _is_nth_member(found, story):
        blocs = [b for b in (_bloc_before(token, story),) if b]
    if not blocs and token.lemma_ == "get" and (near := _bloc_before(token, story)):
        blocs = [near]
    if not blocs and token.lemma_ in _ADMITTED and verbal(token):
        blocs = _blocs(subjects(token), story)  # “the bloc admitted A”
    if not blocs:
        return
    agent = _admitted(token, blocs, story)
    yield from shift(token, story, agent, blocs[:1], (Status.TOWARD, "joins"))


def _is_nth_member(found: Wording, story: Story) -> bool:
    """“Became the thirtieth member”."""
    last = story.reading.doc[found.last]
    return last.lemma_ == "member" and any(
        c.ent_type_ == "ORDINAL" or c.lower_ in {"latest", "newest", "full"} for c in last.children
    )


def _admitted(token: Token, blocs: list[str], story: Story) -> list[str]:
    """“The bloc admitted A”, “A was admitted to the bloc”: A."""
    if token.lemma_ in _ADMITTED and verbal(token):
        codes = [c for o in objects(token) for c in countries_of(o, story)]
        return [c for c in dict.fromkeys(codes) if c not in blocs]
    return [] if is_passive(token) else agent_of(token, story)


def _with_membership(token: Token, found: Wording, story: Story) -> list[Token]:
    """The nouns a predicate acts on; of “a member of B”, “its seat in B”, also B."""
    heads = arguments(token, found.last)
    last = story.reading.doc[found.last]
    inner = [last, *heads]
    return heads + [
        n for h in inner if h.lemma_.lower() in _MEMBERSHIP for n in prepositional(h, _FROM)
    ]


def read_apply(found: Wording, story: Story) -> Iterator[Draft]:
    """Yield “applied to join the alliance”, “lodged its bid for membership”."""
    token = found.token
    words = [t for t in token.subtree if t.i > token.i]
    blocs = [p.code for p in named_parties(words, story.parties) if is_bloc(p.code, story)]
    near = _bloc_before(token, story)
    targets = blocs[:1] or ([near] if near else [])
    if token.lemma_ in {"ask", "request", "seek", "make", "send", "hand", "present"} and not blocs:
        return
    is_told = verbal(token) or not verbal(token.head) or token.dep_ == "nsubjpass"
    if is_told and targets and (blocs or verbal(token)):
        voice = voice_of(token.head, story.reading) if token.dep_ == "nsubjpass" else None
        agent = agent_of(token, story)
        yield from shift(token, story, agent, targets, (Status.TOWARD, "applies"), voice)


def read_quit(found: Wording, story: Story) -> Iterator[Draft]:
    """Yield “walked out of the bloc”, “its withdrawal from it”."""
    token = found.token
    heads = [*objects(token), *prepositional(token, _FROM)]
    after = story.reading.doc[found.last + 1 : found.last + 5]
    heads += [t for t in after if t.pos_ in {"NOUN", "PROPN"}]
    last = story.reading.doc[found.last]
    heads += prepositional(last, _FROM)
    if blocs := _blocs(heads, story):
        agent = [c for c in agent_of(token, story) if c not in blocs]
        yield from shift(token, story, agent, blocs[:1], (Status.AWAY, "quits"))


def read_freeze(found: Wording, story: Story) -> Iterator[Draft]:
    """Yield “froze its participation in the alliance”."""
    token = found.token
    for head in arguments(token, found.last):
        if head.lemma_ in {"participation", "membership", "role", "activity", "involvement"}:
            inner = prepositional(head, _FROM)
            blocs = _blocs(inner, story) or [
                p.code for p in parties_in(head, story.parties) if is_bloc(p.code, story)
            ]
            yield from shift(
                token, story, agent_of(token, story), blocs[:1], (Status.AWAY, "freezes")
            )
            return


def read_form_bloc(found: Wording, story: Story) -> Iterator[Draft]:
    """Yield “formed the alliance”."""
    token = found.token
    for head in arguments(token, found.last):
        blocs = [p.code for p in named_parties(list(head.subtree), story.parties)]
        blocs = [c for c in blocs if is_bloc(c, story)]
        if blocs and (head.i in story.parties or head.lemma_ in _ANAPHORS):
            agent = [c for c in agent_of(token, story) if c not in blocs]
            yield from shift(token, story, agent, blocs[:1], (Status.TOWARD, "forms_bloc"))
            return


def _blocs(heads: Iterable[Token], story: Story) -> list[str]:
    """Blocs that are the very noun, not part of another (“NATO exercises”)."""
    found = []
    for head in heads:
        for token in (head, *head.conjuncts):
            party = story.parties.get(token.i)
            if party and is_bloc(party.code, story):
                is_part = token.dep_ in {"compound", "amod", "poss", "nmod"}
                if not (is_part and token.head.i >= party.last and token.head.pos_ == "NOUN"):
                    found.append(party.code)
            elif token.lemma_ in _ANAPHORS:
                named = [
                    p.code
                    for p in named_parties(phrase(token), story.parties)
                    if is_bloc(p.code, story)
                ]
                is_definite = any(c.lower_ in {"the", "this"} for c in token.children)
                near = _bloc_before(token, story) if is_definite and not named else None
                found += named or ([near] if near else [])
    return list(dict.fromkeys(found))


def is_bloc(code: str, story: Story) -> bool:
    """Say whether countries can join or leave a party."""
    organisation = story.reading.lexicon.organisation(code)
    return organisation is not None and organisation.is_bloc


def _bloc_before(token: Token, story: Story) -> str | None:
    here = story.reading.sentence_of(token)
    known = {p.code for p in story.parties.values() if is_bloc(p.code, story)}
    for sentence in (here, *story.reading.before(here)):
        if here.index - sentence.index > 4 and len(known) > 1:
            return None
        for party in reversed(named_parties(story.reading.tokens(sentence), story.parties)):
            if party.first < token.i and is_bloc(party.code, story):
                return party.code
    return next(iter(known)) if len(known) == 1 else None
