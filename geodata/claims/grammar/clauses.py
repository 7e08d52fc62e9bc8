"""What hangs on what in a parsed sentence: subjects, objects, prepositions, governors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_OBJECTS = frozenset({"dobj", "obj", "dative", "attr", "oprd"})
_RELATIVES = frozenset({"which", "who", "that", "whom"})
_CARRYING = frozenset({"carry", "transport", "bring", "include", "comprise", "bear", "ferry"})
# How many words after its verb a particle is looked for.
PARTICLE_REACH = 12
# “flew home from A”: the place hangs on the particle
_PARTICLES = frozenset(
    {"home", "away", "back", "out", "off", "over", "up", "down", "in", "ashore", "there", "aside"}
)
_NOBODY = frozenset({"neither", "none", "nobody", "no-one", "nothing"})
_ORDER = frozenset({"first", "second", "third", "last", "next", "latest"})
_NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "n’t"})


def verbal(token: Token) -> bool:
    """Say whether the token is tagged as a verb."""
    return bool(token.pos_ in {"VERB", "AUX"})


def is_passive(verb: Token) -> bool:
    """Say whether the verb is in the passive, a bare participle after its noun included."""
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and verb.head.tag_ == "VBN":
        return is_passive(verb.head) and not any(c.dep_ == "aux" for c in verb.children)
    return bool(verb.tag_ == "VBN" and verb.dep_ == "acl")


def _parted(one: Token, two: Token) -> bool:
    """Whether an empty line, or a line feed after an end mark, stands between two words."""
    low, high = sorted((int(one.i), int(two.i)))
    return any(
        t.is_space and (t.text.count("\n") > 1 or ("\n" in t.text and _is_end(t)))
        for t in one.doc[low:high]
    )


def _is_end(space: Token) -> bool:
    return bool(space.i and space.doc[space.i - 1].text[-1] in ".!?:")


def subjects(verb: Token) -> list[Token]:
    """
    Return the subjects, those shared with or handed down by a governing verb included.

    A relative pronoun stands for the noun before it; the object of “ordered” is the subject of
    “to leave”.
    """
    own = [c for c in verb.children if c.dep_ in _SUBJECTS and not _parted(c, verb)]
    if own:
        return [_referent(c, verb) for c in own]
    if verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VB" and verbal(verb.head.head):
        given = [
            c for c in verb.head.head.children if c.dep_ in {"dative", "dobj"} and c != verb.head
        ]
        if given:  # “gave them a week to go”
            return given
    if verb.dep_ in {"acl", "relcl", "xcomp"} and (first := _first_to(verb.head)):
        return first
    if verb.dep_ in {"acl", "relcl"} and not is_passive(verb):
        return [verb.head]
    if verb.dep_ == "xcomp" and verb.head.pos_ == "ADJ":  # “is due to open”, “A, due to open”
        above = verb.head.head
        return subjects(above) if verbal(above) else [above] if verb.head.dep_ == "amod" else []
    if verb.dep_ in {"xcomp", "ccomp", "advcl"} and verbal(verb.head):
        handed = [c for c in verb.head.children if c.dep_ in {"dobj", "dative"}]
        return handed if handed and verb.dep_ == "xcomp" else subjects(verb.head)
    if verb.dep_ == "conj" and verbal(verb.head):
        return subjects(verb.head)
    if verb.dep_ == "pcomp" and verb.head.dep_ == "prep" and verbal(verb.head.head):
        return subjects(verb.head.head)
    return []


def _first_to(head: Token) -> list[Token]:
    """“X was the first to leave”: X."""
    is_state = head.dep_ in {"attr", "acomp"} and head.head.lemma_ == "be"
    if not (is_state and head.lower_ in _ORDER):
        return []
    return [c for c in head.head.children if c.dep_ == "nsubj"]


def objects(verb: Token) -> list[Token]:
    """Return the objects; of a passive, what stands as its subject or before it."""
    found = [
        _referent(c, verb) for c in verb.children if c.dep_ in _OBJECTS and not _parted(c, verb)
    ]
    if not found and verb.dep_ == "relcl" and not is_passive(verb) and _is_reduced(verb):
        return [verb.head]  # “the camps the army uses”
    if is_passive(verb):
        found = [_referent(c, verb) for c in verb.children if c.dep_ in _SUBJECTS] + found
        if verb.dep_ == "acl":
            found.insert(0, verb.head)
        elif not found and verb.dep_ in {"conj", "xcomp"}:
            found = objects(verb.head) if is_passive(verb.head) else subjects(verb)
    return found


def _is_reduced(verb: Token) -> bool:
    """Whether a relative clause has a subject of its own: then it leaves out its object."""
    first = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if first is None or first.lower_ in _RELATIVES:
        return False
    away = {c.lower_ for c in verb.children if c.dep_ in {"advmod", "mark"}}
    stranded = any(
        c.dep_ == "prep" and any(g.lower_ in _RELATIVES for g in c.children) for c in verb.children
    )
    return not (away & {"where", "when", "why", "how"} or stranded)


def agents(verb: Token) -> list[Token]:
    """Return who does it: the subject, or what stands after “by” in the passive."""
    if is_passive(verb):
        return [p for c in verb.children if c.dep_ == "agent" for p in c.children]
    return subjects(verb)


def prepositional(head: Token, names: frozenset[str]) -> list[Token]:
    """Return what stands after these prepositions under a word, “out of” chains followed."""
    found = []
    for child in head.children:
        if child.dep_ in {"prep", "prt", "advmod", "agent"}:
            is_link = child.dep_ != "advmod" or child.lower_ in _PARTICLES
            inner = prepositional(child, names) if is_link else []
            own = [g for g in child.children if g.dep_ in {"pobj", "pcomp"}]
            found += (own if child.lower_ in names else []) + inner
    return found


def governors(token: Token) -> Iterator[Token]:
    """Yield the words above a token, nearest first, within its sentence."""
    seen = token
    while seen.head != seen:
        seen = seen.head
        yield seen


def is_negated(token: Token) -> bool:
    """Say whether a word is under a negation of its own."""
    return any(
        c.dep_ == "neg"
        or (c.lower_ in _NEGATIONS and c.dep_ in {"det", "preconj", "advmod"})
        or (c.lower_ in _NOBODY and c.dep_ in _SUBJECTS)
        for c in token.children
    )


def is_pluperfect(verb: Token) -> bool:
    """Say whether a verb stands in the past perfect: before something else that is told."""
    return any(c.lower_ == "had" and c.dep_ == "aux" for c in verb.children)


def is_none(noun: Token) -> bool:
    """Say whether “no” or “none of” stands before a noun: then nothing is said to be there."""
    above = noun.head.head if noun.dep_ == "pobj" else noun
    return above.lower_ in {"none", "neither"} or any(
        c.lower_ in {"no", "neither"} and c.dep_ == "det" for c in noun.children
    )


def has_particle(verb: Token, particle: str) -> bool:
    """Say whether “out” stands with “pull”, before or after its object."""
    if not particle:
        return True
    near = verb.doc[verb.i + 1 : min(verb.i + 2, len(verb.doc))]
    under = (
        c for c in verb.subtree if verb.i < c.i <= verb.i + PARTICLE_REACH and _is_near(c, verb)
    )
    return any(c.lower_ == particle for c in (*near, *under))


def _is_near(token: Token, verb: Token) -> bool:
    """Whether a particle hangs on the verb, or on its object by a slip of the parser."""
    if token.head == verb:
        return True
    is_slip = token.head.head == verb and not verbal(token.head)
    return bool(is_slip and token.dep_ in {"prep", "prt", "advmod"})


def _referent(token: Token, verb: Token) -> Token:
    if token.lower_ in _RELATIVES and verb.dep_ == "relcl":
        return verb.head
    return token


def carried(head: Token, quantities: frozenset[str]) -> Iterator[Token]:
    """
    Yield a noun and what it is made of or brings along, nearest first.

    “A plane carrying the last soldiers”, “a team of advisers”, “the mission, RAMSI”, “the first
    batch of 50 of the troops”.

    Args:
        head: The noun.
        quantities: Nouns that stand for what they are made of: “group”, not “ministry”.
    """
    seen = [head]
    for token in seen:
        yield token
        if len(seen) > 8:
            return
        for child in token.children:
            if child.i < token.i and child.dep_ != "nmod":
                continue
            if child.dep_ in {"conj", "appos"}:
                seen.append(child)
            elif child.dep_ == "prep" and (
                (child.lower_ == "of" and _is_quantity(token, quantities))
                or child.lower_ in {"with", "including"}
            ):
                seen += [g for g in child.children if g.dep_ == "pobj"]
            elif child.dep_ in {"acl", "relcl"} and child.lemma_ in _CARRYING:
                seen += [g for g in child.children if g.dep_ == "dobj"]


def _is_quantity(token: Token, quantities: frozenset[str]) -> bool:
    return token.pos_ in {"NUM", "DET", "PRON", "ADJ"} or token.lemma_.lower() in quantities


def phrase(head: Token) -> list[Token]:
    """Return the words of a noun phrase without its relative clauses and appositions."""
    stack, found = [head], [head]
    while stack:
        for child in stack.pop().children:
            if child.dep_ not in {"relcl", "acl", "appos", "conj", "cc", "punct", "advcl"}:
                found.append(child)
                stack.append(child)
    return sorted(found, key=lambda t: int(t.i))
