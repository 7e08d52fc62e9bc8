"""Forces told of by what is not: nobody is left of them, or they do not leave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.claims.drafts import Draft
from geodata.claims.grammar.clauses import is_none, objects, subjects, verbal
from geodata.claims.grammar.modality import Stage, Voice, voice_of
from geodata.claims.kinds.leaving import leaving
from geodata.claims.kinds.movements import movements
from geodata.claims.scene.actors import How
from geodata.claims.scene.ownership import Cast, cast_of
from geodata.claims.scene.story import Story
from geodata.domain.claims import Modality, Status

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_HAVING = frozenset({"have", "keep", "maintain", "be", "remain", "stay", "leave", "host"})
_NOBODY = frozenset({"nobody", "none", "anyone", "anybody", "one"})
_SINCE = frozenset({"left", "longer", "remaining", "remain", "remains", "remained", "anymore"})
_NONE = frozenset({"no", "not", "n't", "n’t", "nobody", "none", "without"})
_GONE = (Status.TO_WITHDRAW, Status.WITHDRAWS)
_THERE = (Status.PRESENT, Status.PRESENT)
_REACH = 12
_STRENGTH = 0.55
_STAYING = frozenset({"VBG", "VBN", "VBP", "VB"})


def read_lacking(story: Story) -> Iterator[Draft]:
    """Yield forces of which nobody is left, and those that are said not to leave."""
    if not story.forces:
        return
    for token, senses in story.reading.senses:
        if not verbal(token):
            continue
        if token.lemma_ in _HAVING and token.dep_ not in {"aux", "auxpass"}:
            yield from _none_left(token, story)
        if "leave" in senses or token.lemma_ in {"pack", "budge"}:
            yield from _staying(token, story)


def _none_left(verb: Token, story: Story) -> Iterator[Draft]:
    """“Had nobody left in A”, “there is not one soldier left”, “no longer keeps anyone at A”."""
    clause = [t for t in verb.subtree if abs(t.i - verb.i) < _REACH]
    words = {t.lower_ for t in clause}
    if not (words & _SINCE and words & _NONE):
        return
    things = [*objects(verb), *subjects(verb)]
    things += [s for c in verb.children if c.dep_ == "ccomp" for s in subjects(c)]
    is_lacking = any(is_none(h) or h.lower_ in _NOBODY or _is_not_one(h) for h in things)
    if not (is_lacking or "longer" in words):
        return
    cast = cast_of(things, verb, story)
    if cast is None or cast.force is None:
        codes = [
            p.code
            for h in subjects(verb)
            if (p := story.parties.get(h.i)) and p.how is not How.CITY and p.code != story.host
        ]
        if not codes or not any(h.lower_ in _NOBODY for h in things):
            return
        cast = Cast(tuple(codes), None, "who has nobody left")
    voice = voice_of(verb, story.reading)
    if voice.is_void and voice.why != "negated":
        return
    stage = Stage.COMPLETED
    voice = Voice(stage=stage) if voice.is_void else replace(voice, stage=stage)
    bare = replace(cast, force=replace(cast.force, count=None)) if cast.force else cast
    for draft in movements(verb, story, bare, voice, _GONE):
        yield replace(draft, force=None, strength=_STRENGTH)


def _is_not_one(head: Token) -> bool:
    """“Not one soldier”, “not a single Russian”."""
    before = head.doc[max(0, head.i - 4) : head.i]
    words = [t.lower_ for t in before]
    return "not" in words and bool({"one", "a", "single"} & set(words))


def _staying(verb: Token, story: Story) -> Iterator[Draft]:
    """“The battalion in A is not leaving”: it is there."""
    if verb.tag_ not in _STAYING or any(c.lower_ in {"did", "had"} for c in verb.children):
        return
    if not any(c.dep_ == "neg" for c in verb.children):
        return
    voice = voice_of(verb, story.reading)
    cast = leaving(verb, story)
    if voice.why != "negated" or cast is None or cast.force is None or not cast.force.owners:
        return
    asserted = Voice(modality=Modality.ASSERTED)
    for draft in movements(verb, story, cast, asserted, _THERE):
        if "turns around" not in " ".join(draft.reasons):
            yield replace(draft, strength=_STRENGTH)
