"""Countries and blocs: applied to, joined, frozen, left, formed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from geodata.claims.drafts import Draft
from geodata.claims.grammar.clauses import objects, prepositional, verbal
from geodata.claims.kinds.shifts import agent_of, shift
from geodata.claims.scene.actors import named_parties, parties_in
from geodata.claims.scene.story import Story
from geodata.domain.claims import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

_FROM = frozenset({"from", "of", "in"})


def read_join(token: Token, story: Story) -> Iterator[Draft]:
    """Yield “joined NATO”, “acceded to the bloc”."""
    if token.head.lemma_ in {"apply", "application", "bid"}:
        return  # told by its own reader
    heads = [*objects(token), *prepositional(token, frozenset({"to", "of", "into"}))]
    if blocs := _blocs(heads, story):
        yield from shift(token, story, agent_of(token, story), blocs, (Status.TOWARD, "joins"))
    elif token.lemma_ == "get" and (near := _bloc_before(token, story)):
        yield from shift(token, story, agent_of(token, story), [near], (Status.TOWARD, "joins"))


def read_become_member(token: Token, story: Story) -> Iterator[Draft]:
    """“Became a member of the alliance”."""
    for head in objects(token):
        if head.lemma_ == "member" and (
            blocs := _blocs(prepositional(head, frozenset({"of"})), story)
        ):
            agent = agent_of(token, story)
            yield from shift(token, story, agent, blocs, (Status.TOWARD, "joins"))


def read_apply(token: Token, story: Story) -> Iterator[Draft]:
    """Yield “applied to join the alliance”."""
    words = [t for t in token.subtree if t.i > token.i]
    blocs = [p.code for p in named_parties(words, story.parties) if _is_bloc(p.code, story)]
    near = _bloc_before(token, story)
    targets = blocs[:1] or ([near] if near else [])
    if verbal(token) or blocs:
        yield from shift(token, story, agent_of(token, story), targets, (Status.TOWARD, "applies"))


def read_quit_bloc(token: Token, story: Story) -> Iterator[Draft]:
    """Yield “walked out of the bloc”."""
    heads = [*objects(token), *prepositional(token, frozenset({"from", "of"}))]
    if blocs := _blocs(heads, story):
        yield from shift(token, story, agent_of(token, story), blocs, (Status.AWAY, "quits"))


def read_freeze(token: Token, story: Story) -> Iterator[Draft]:
    """Yield “froze its participation in the alliance”."""
    for head in objects(token) or prepositional(token, frozenset({"of"})):
        if head.lemma_ in {"participation", "membership", "role", "activity", "involvement"}:
            inner = prepositional(head, _FROM)
            blocs = _blocs(inner, story) or [
                p.code for p in parties_in(head, story.parties) if _is_bloc(p.code, story)
            ]
            yield from shift(token, story, agent_of(token, story), blocs, (Status.AWAY, "freezes"))
            return


def read_form_bloc(token: Token, story: Story) -> Iterator[Draft]:
    """Yield “formed the alliance”."""
    for head in objects(token):
        words = [*head.subtree]
        blocs = [p.code for p in named_parties(words, story.parties) if _is_bloc(p.code, story)]
        if blocs:
            yield from shift(
                token, story, agent_of(token, story), blocs[:1], (Status.TOWARD, "forms_bloc")
            )
            return


def _blocs(heads: Iterable[Token], story: Story) -> list[str]:
    """Blocs that are the very noun, not part of another (“NATO exercises”)."""
    found = []
    for head in heads:
        for token in (head, *head.conjuncts):
            party = story.parties.get(token.i)
            if party and _is_bloc(party.code, story):
                found.append(party.code)
            elif token.lemma_ in {
                "bloc",
                "alliance",
                "organisation",
                "organization",
                "pact",
                "treaty",
            }:
                named = [
                    p.code for p in parties_in(token, story.parties) if _is_bloc(p.code, story)
                ]
                is_definite = any(c.lower_ == "the" for c in token.children)
                near = _bloc_before(token, story) if is_definite and not named else None
                found += named or ([near] if near else [])
    return list(dict.fromkeys(found))


def _is_bloc(code: str, story: Story) -> bool:
    organisation = story.reading.lexicon.organisation(code)
    return organisation is not None and organisation.is_bloc


def _bloc_before(token: Token, story: Story) -> str | None:
    here = story.reading.sentence_of(token)
    known = {p.code for p in story.parties.values() if _is_bloc(p.code, story)}
    for sentence in (here, *story.reading.before(here)):
        if here.index - sentence.index > 4 and len(known) > 1:
            return None
        for party in reversed(named_parties(story.reading.tokens(sentence), story.parties)):
            if party.first < token.i and _is_bloc(party.code, story):
                return party.code
    return None
