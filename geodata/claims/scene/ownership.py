"""Whose force it is that a predicate speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodata.claims.grammar.clauses import (
    agents,
    carried,
    governors,
    is_passive,
    phrase,
    prepositional,
    subjects,
    verbal,
)
from geodata.claims.scene.actors import How, named_parties, parties_in
from geodata.claims.scene.focus import last_before
from geodata.claims.scene.forces import Force
from geodata.claims.scene.sites import site_in
from geodata.claims.scene.story import Story
from geodata.domain.places import PlaceKind

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_POSSESSIVES = frozenset({"its", "their", "his", "our"})
_PLACES = frozenset({"in", "inside", "across", "throughout"})
_OF_MANY = frozenset({"multinational", "coalition", "allied", "international", "combined"})
_COALITION_IN = frozenset({"IQ", "SY"})
_HOUSING = frozenset({"house", "host", "have", "hold", "accommodate", "shelter", "lodge"})
_HOSTLY = frozenset({"expel", "host", "evict", "oust", "ask", "order", "house"})


@dataclass(frozen=True, slots=True)
class Cast:
    """
    Who moves or stays.

    Args:
        owners: Codes of those whose force it is.
        force: The phrase, or None when a party stands for its force.
        why: How the owners were found.
    """

    owners: tuple[str, ...]
    force: Force | None
    why: str = ""


def cast_of(heads: Iterable[Token], predicate: Token, story: Story) -> Cast | None:
    """Return the first force among noun phrases with whose it is, or None."""
    for head in heads:
        if force := force_in(head, story):
            owners, why = owners_of(force, predicate, story)
            if owners:
                return Cast(owners, force, why)
    return None


def force_in(head: Token, story: Story) -> Force | None:
    """Return the force that a noun phrase is: its head, or what it is a group of."""
    if not story.forces:
        return None
    made_of = carried(head, story.reading.lexicon.nouns["quantity"])
    return next((f for t in made_of if (f := story.forces.get(t.i))), None)


def owners_of(force: Force, predicate: Token, story: Story) -> tuple[tuple[str, ...], str]:
    """Return whose force it is, with how that was found."""
    if force.owners:
        if story.mission and story.reading.lexicon.parent_of(story.mission) in force.owners:
            return (story.mission,), "the mission that the text names"
        return force.owners, "named with the force"
    head = story.reading.doc[force.head]
    if _has_word(force, "coalition", story) and _is_of_iraq(head, story):
        return ("US-led coalition",), "the coalition, not any one of its members"
    if verbal(predicate) and predicate.lemma_ in {"lead", "command", "head"}:
        leaders = [c for a in agents(predicate) for c in story.parties_of(a)]
        if leaders:
            return tuple(leaders[:1]), "who leads it"
    if _is_otherwise_named(force, story):
        return (), ""
    if owners := _of_base(predicate, story):
        return owners, "whose the base is that houses them"
    for why, codes in _guesses(force, head, predicate, story):
        if codes:
            return tuple(dict.fromkeys(codes)), why
    return (), ""


def _of_base(predicate: Token, story: Story) -> tuple[str, ...]:
    """“The Indian base at A houses 300 sailors”: India's."""
    if not verbal(predicate) or predicate.lemma_ not in _HOUSING:
        return ()
    for agent in agents(predicate):
        owned = [c for c in agent.children if c.dep_ == "poss" and c.i in story.parties]
        if owned and story.reading.is_word(agent, "base_weak"):
            return (story.parties[owned[0].i].code,)
        if (site := site_in(agent, story)) and site.owners:
            return site.owners
    return ()


def _is_of_iraq(head: Token, story: Story) -> bool:
    """Whether the story, or the sentence, is set where the coalition against IS stands."""
    tokens = story.reading.tokens(story.reading.sentence_of(head))
    named = {p.code for t in tokens if (p := story.parties.get(t.i))}
    return story.host in _COALITION_IN or bool(named & _COALITION_IN)


def is_of_many(force: Force, story: Story) -> bool:
    """Say whether a force is one of several countries: “the multinational battlegroup”."""
    return any(_has_word(force, word, story) for word in _OF_MANY)


def _has_word(force: Force, word: str, story: Story) -> bool:
    return any(t.lower_ == word for t in story.reading.doc[force.first : force.head + 1])


def _is_otherwise_named(force: Force, story: Story) -> bool:
    """“Allied troops”: a name that is no party we know, so not those spoken of before."""
    first = story.reading.sentence_of(story.reading.doc[force.head]).first
    if is_of_many(force, story):
        return True
    return any(
        t.text[0].isupper()
        and t.i > first
        and t.pos_ in {"PROPN", "ADJ"}
        and len(t.text) > 3
        and t.lower_ not in story.reading.lexicon.nouns["force_names"]
        for t in story.reading.doc[force.first : force.head]
    )


def _guesses(
    force: Force, head: Token, predicate: Token, story: Story
) -> Iterator[tuple[str, Sequence[str]]]:
    for word in phrase(head):
        if word.dep_ == "poss" and word.lower_ in _POSSESSIVES:
            yield f"“{word.text}” stands for them", _possessors(word, predicate, story)
    yield "named after the force", [*_from(head, story), *_leaver(predicate, story)]
    if verbal(predicate) and predicate.lemma_ not in _HOSTLY:
        for agent in agents(predicate):
            if agent.i != head.i and not _is_place(agent, story):
                yield "who moves it", story.parties_of(agent)
    yield "who decides on it", _deciders(predicate, story)
    yield "whose base it is", _base_owners(head, predicate, story)
    if force.count is not None and not _is_definite(head, force):
        yield "who tells of them", _tellers(predicate, story)
    if force.is_home or story.reading.is_word(head, "unled"):
        return
    if story.mission and head.lemma_.lower() in {"peacekeeper", "helmet", "mission"}:
        yield "the mission that the text names", (story.mission,)
    yield (
        "named shortly before",
        last_before(story.focus, head, story.reading, story.host),
    )
    is_only = len(story.guests - {story.host}) == 1
    if story.guest and (is_only or _is_definite(head, force)):
        yield "the force that the text turns around", (story.guest,)


def _is_place(agent: Token, story: Story) -> bool:
    """“A remains the largest base”: a base or a town moves nobody."""
    party = story.parties.get(agent.i)
    mention = story.reading.places.get(agent.i)
    is_base = (
        mention is not None and mention.place is not None and mention.place.kind is PlaceKind.BASE
    )
    return is_base or (party is not None and party.how is How.CITY and party.is_literal)


def _possessors(pronoun: Token, predicate: Token, story: Story) -> Sequence[str]:
    """“Its troops are stationed in A”: not those of A, but of whoever else the sentence names."""
    codes = story.antecedents(pronoun)
    places = [t for h in prepositional(predicate, _PLACES) for t in phrase(h)]
    hosts = {p.code for t in places if (p := story.parties.get(t.i)) and p.is_country}
    if not hosts.intersection(codes):
        return codes
    here = story.reading.sentence_of(pronoun)
    before = [t for t in story.reading.tokens(here) if t.i < pronoun.i]
    return [p.code for p in named_parties(before, story.parties) if p.code not in hosts][-1:]


def _from(head: Token, story: Story) -> Sequence[str]:
    """“Troops from France”, where France is not the place that they leave."""
    found = prepositional(head, frozenset({"from"}))
    codes = [
        p.code for f in found for t in (f, *_appositions(f)) for p in parties_in(t, story.parties)
    ]
    return [c for c in codes if c != story.host]


def _leaver(predicate: Token, story: Story) -> Sequence[str]:
    """“The withdrawal of troops from their old ally A”: a power sends, not hosts."""
    if verbal(predicate):
        return ()
    found = prepositional(predicate, frozenset({"from"}))
    codes = [
        p.code for f in found for t in (f, *_appositions(f)) for p in parties_in(t, story.parties)
    ]
    powers = story.reading.lexicon.powers
    return [c for c in codes if c != story.host and c in powers] if len(codes) == 1 else ()


def _appositions(token: Token) -> list[Token]:
    return [c for w in (token, *token.conjuncts) for c in w.subtree if c.dep_ in {"appos", "conj"}]


def _deciders(predicate: Token, story: Story) -> Sequence[str]:
    """“Lawmakers of A approved the deployment of soldiers”: who decides on sending sends."""
    if verbal(predicate) and not is_passive(predicate):
        return ()
    voices = story.reading.lexicon.voices
    for above in governors(predicate):
        if not verbal(above):
            continue
        lemma = above.lemma_.lower()
        if lemma in _HOSTLY or lemma in voices["demand"] or lemma in voices["order"]:
            return ()
        for agent in agents(above):
            codes = [c for c in story.parties_of(agent) if c != story.host]
            if codes and agent.i != predicate.i:
                return codes[:1]
    return ()


def _base_owners(head: Token, predicate: Token, story: Story) -> Sequence[str]:
    """“The biggest American base is back to strength, with 10,000 troops”: American ones."""
    if not (head.dep_ == "pobj" and head.head.lower_ == "with" and verbal(predicate)):
        return ()
    bases = [s for s in subjects(predicate) if story.reading.is_word(s, "base")]
    return [
        p.code
        for b in bases
        for p in named_parties(phrase(b), story.parties)
        if p.first < b.i and p.code != story.host
    ]


def _tellers(predicate: Token, story: Story) -> Sequence[str]:
    """“A says that 250 men will land”: A's own, where A is not the country they land in."""
    said = story.reading.lexicon.voices["say"]
    for above in governors(predicate):
        if verbal(above) and above.lemma_.lower() in said:
            codes = [p.code for a in agents(above) if (p := story.parties.get(a.i))]
            return [c for c in codes if c != story.host]
    return ()


def _is_definite(head: Token, force: Force) -> bool:
    words = {c.lower_ for c in head.children}
    return bool(words & {"the", "all", "these", "those", "last", "both"}) or force.is_generic
