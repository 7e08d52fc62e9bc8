"""With whom, or from whom: the other party of a shift."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.claims.grammar.clauses import (
    phrase,
    prepositional,
    verbal,
)
from geodata.claims.scene.actors import How, Party, named_parties
from geodata.claims.scene.story import Story
from geodata.claims.shifts.doers import is_near

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_WITH = frozenset(
    {"with", "to", "toward", "towards", "from", "between", "among", "against", "of", "by", "and"}
)
_PRONOUNS = frozenset({"it", "they", "we", "he", "she", "who", "which", "that", "both"})
_ENDS = frozenset(";:.!?()")
_BETWEEN = frozenset({"with", "between", "toward", "towards"})


def partners_of(head: Token, agent: list[str], story: Story) -> list[str]:
    """With whom an agreement is: who is named with it, else in the sentence, else the guest."""
    verb = [head.head] if verbal(head.head) and head.dep_ == "dobj" else []
    for word in (head, *verb):
        if named := _with(word, agent, story):
            return named
        if _is_with_another(word, story):
            return []
    if named := named_partners(head, agent, story):
        return named
    inner = [t for c in head.children if c.dep_ in {"relcl", "acl"} for t in c.subtree]
    for words in (inner, _rest_of(head, story)):
        near = [p.code for p in named_parties(words, story.parties, cities=False)]
        near = [c for c in near if c not in agent]
        if near:
            guest = guest_of(agent, story)
            return guest if guest and guest[0] in near else near[:1]
    return guest_of(agent, story)


def _with(word: Token, agent: list[str], story: Story) -> list[str]:
    """The parties after “with” and its like under a word."""
    heads = prepositional(word, _BETWEEN)
    codes = [p.code for h in heads for p in story.named(h)]
    return [c for c in dict.fromkeys(codes) if c not in agent]


def _is_with_another(head: Token, story: Story) -> bool:
    """“Ties with their coach”: with somebody who is no state."""
    others = prepositional(head, frozenset({"with"}))
    known = ("government", "country_anaphors", "bodies", "force", "state_body")
    return bool(others) and not any(
        t.lower_ in _PRONOUNS | {"them"} or is_near(t, known, story.reading) for t in others
    )


def _rest_of(head: Token, story: Story) -> list[Token]:
    """The rest of the sentence, what follows first; places where something lies are no parties."""
    tokens = story.reading.tokens(story.reading.sentence_of(head))
    after = [t for t in tokens if t.i > head.i] + [t for t in tokens if t.i < head.i]
    return [
        t
        for t in after
        if (p := story.parties.get(t.i)) and not (p.is_literal and p.code == story.host)
    ]


def named_partners(head: Token, agent: list[str], story: Story) -> list[str]:
    """Return the other parties that a noun phrase names."""
    heads = prepositional(head, _WITH)
    near = [t for h in heads for t in (h, *h.conjuncts)]
    codes = [p.code for t in near for p in story.named(t)]
    codes += [p.code for p in named_parties(phrase(head), story.parties, cities=True)]
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


def party_after(last: int, story: Story, reach: int = 4) -> list[Party]:
    """
    Return the parties right after a wording that act as such, joined ones included.

    “Turned to Ankara and Tehran”, “the Turkish government”; not “turned to French engineers”.
    """
    doc = story.reading.doc
    for word in doc[last + 1 : last + 1 + reach]:
        party = story.parties.get(word.i)
        if party is None:
            is_passed = word.pos_ in {"DET", "ADJ", "NOUN", "PRON", "PROPN", "ADV", "PUNCT"}
            if not is_passed or word.text in _ENDS:
                return []
            continue
        return _row(party, story)
    return []


def _row(party: Party, story: Story) -> list[Party]:
    head = story.reading.doc[party.last - 1]
    if not stands_alone(head, party, story):
        return []
    joined = [story.parties[t.i] for t in head.conjuncts if t.i in story.parties and t.i > head.i]
    return [party, *(p for p in joined if p.how is not How.DEMONYM)]


def stands_alone(head: Token, party: Party, story: Story) -> bool:
    """Say whether a name is the very noun, or the owner of a state body or a camp."""
    reading = story.reading
    after = reading.doc[party.last] if party.last < len(reading.doc) else None
    owner = head.dep_ in {"amod", "compound", "poss", "nmod"} and head.head.i > head.i
    if after is not None and after.text in {"'s", "’s", "'", "’"}:
        owner = True
    if not owner:
        return party.how is not How.DEMONYM or head.tag_ in {"NNPS", "NNS", "NNP"}
    noun = head.head
    classes = ("government", "force", "state_body", "bodies", "diplomats", "ties")
    return any(reading.is_word(noun, name) for name in classes) or noun.lemma_ in {
        *("warship", "ship", "vessel", "aircraft", "jet", "plane", "warplane", "navy", "base"),
        *("orbit", "camp", "side", "weapon", "arm", "help", "support", "protection", "partner"),
        *("friend", "mercenary", "capital", "embrace", "sphere", "ally", "backing", "influence"),
    }
