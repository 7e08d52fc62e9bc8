"""Whose forces a passage speaks of when it does not say so: who was named last as sending or keeping some."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from geodata.claims.grammar.clauses import agents, objects, verbal
from geodata.claims.grammar.reading import Reading
from geodata.claims.scene.actors import How, Party, parties_in
from geodata.claims.scene.forces import Force

if TYPE_CHECKING:
    from geodata.language.tokens import Token

Focus = tuple[tuple[int, str], ...]
_ACTING = frozenset(
    {"leave", "send", "hand_over", "station", "keep", "use", "open", "build", "close", "expel"}
)
_SENDING = frozenset({"send", "hand_over", "open", "close", "build"})
_MOVING = frozenset({"leave", "send"})
_MARTIAL = frozenset({"deploy", "station", "garrison", "withdraw", "leave"})
_REACH = 4


def find_focus(
    reading: Reading, parties: Mapping[int, Party], forces: Mapping[int, Force]
) -> Focus:
    """Return every owner of a force and everyone who moves forces, by the token that names them."""
    if not forces:
        return ()
    home = reading.lexicon.nouns["home_force"]
    found = [
        (force.head, owner)
        for force in forces.values()
        for owner in force.owners
        if reading.doc[force.head].lemma_.lower() not in home
    ]
    for token, senses in reading.senses:
        is_acting = verbal(token) and _ACTING.intersection(senses)
        if is_acting and _is_martial(token, forces, reading):
            found += _doers(token, parties, reading)
    return tuple(sorted(found))


def senders(
    reading: Reading, parties: Mapping[int, Party], forces: Mapping[int, Force]
) -> Iterator[str]:
    """Yield those who send forces or run bases without that any force is called theirs."""
    for token, senses in reading.senses:
        is_moving = verbal(token) and _SENDING.intersection(senses)
        if is_moving and _is_martial(token, forces, reading):
            yield from (code for _, code in _doers(token, parties, reading))


def movers(
    reading: Reading, parties: Mapping[int, Party], forces: Mapping[int, Force]
) -> Iterator[str]:
    """Yield those who withdraw or send forces, once for each time."""
    for token, senses in reading.senses:
        is_moving = verbal(token) and _MOVING.intersection(senses)
        if is_moving and any(o.i in forces for o in objects(token)):
            yield from (code for _, code in _doers(token, parties, reading))


def _is_martial(token: Token, forces: Mapping[int, Force], reading: Reading) -> bool:
    """Whether it is forces or bases that are moved: “sent aid”, “opened talks” set nobody apart."""
    if token.lemma_ in _MARTIAL:
        return True
    return any(
        o.i in forces or reading.is_word(o, "base") or reading.is_word(o, "base_weak")
        for o in objects(token)
    )


def _doers(
    token: Token, parties: Mapping[int, Party], reading: Reading
) -> Iterator[tuple[int, str]]:
    for agent in agents(token):
        if not _may_act(agent, parties, reading):
            continue
        for party in parties_in(agent, dict(parties)):
            if party.how is not How.CITY:
                yield agent.i, party.code


def _may_act(agent: Token, parties: Mapping[int, Party], reading: Reading) -> bool:
    """“The British government”; not “a Canadian mining company”."""
    names = ("government", "force", "state_body", "country_anaphors")
    return agent.i in parties or any(reading.is_word(agent, name) for name in names)


def last_before(focus: Focus, token: Token, reading: Reading, host: str | None) -> list[str]:
    """Return who was named last before a word, within a few sentences, the host aside."""
    here = reading.sentence_of(token).index
    for index, code in reversed(focus[: bisect_left(focus, (token.i, ""))]):
        if here - reading.sentence_of(reading.doc[index]).index > _REACH:
            return []
        if code != host:
            return [code]
    return []
