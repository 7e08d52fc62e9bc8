"""Those who follow others: “200 moved from A to B; some 700 more are to follow”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.claims.drafts import Draft
from geodata.claims.grammar.clauses import phrase, prepositional, verbal
from geodata.claims.grammar.modality import voice_of
from geodata.claims.kinds.movements import movements
from geodata.claims.passing.bodies import Body
from geodata.claims.scene.hosts import Where
from geodata.claims.scene.ownership import Cast
from geodata.claims.scene.places_beside import is_local
from geodata.claims.scene.story import Story
from geodata.domain.claims import ClaimKind, Status
from geodata.domain.mentions import Role

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_THITHER = frozenset({"to", "into", "for", "onto"})
_DEPTH = 3
_STRENGTH = 0.4
_COMES = frozenset({Status.ARRIVES, Status.TO_ARRIVE})


def following(predicate: Token) -> Token | None:
    """Return the verb “follow” that a predicate is or leads to: “are to follow”, “are due to follow”."""
    near = [predicate]
    for _ in range(_DEPTH):
        if found := next((t for t in near if t.lemma_ == "follow" and verbal(t)), None):
            return found
        near = [c for t in near for c in t.children if c.dep_ in {"xcomp", "acomp", "ccomp"}]
    return None


def followers(body: Body, verb: Token, known: Sequence[Draft], story: Story) -> Iterator[Draft]:
    """
    Yield that a number of people is to come where those told of before went.

    Where they go is what the verb names, else where the others went; they are never told to be at
    the place that these left.
    """
    here = story.reading.sentence_of(body.head)
    before = [
        d
        for d in known
        if d.kind is ClaimKind.TROOPS
        and d.predicate.i < body.head.i
        and here.index - d.sentences[0].index <= 1
    ]
    if not before or body.force.count is None:
        return
    last = before[-1]
    voice = voice_of(verb, story.reading)
    named = prepositional(verb, _THITHER)
    whither = _place(named, last.actor, story)
    if whither is None and not named:
        whither = _whither(last, story)
    if whither is None or voice.is_void:
        return
    cast = Cast((last.actor,), replace(body.force, is_people=False), "those spoken of before")
    voice = replace(voice, is_mention=False)
    for draft in movements(verb, story, cast, voice, (Status.TO_ARRIVE, Status.ARRIVES), whither):
        yield replace(draft, strength=_STRENGTH, reasons=("pieced together", *draft.reasons))


def _whither(last: Draft, story: Story) -> Where | None:
    """Where those told of before went."""
    if last.status in _COMES:
        return Where(last.host, last.place, why="where the others went")
    return _place(prepositional(last.predicate, _THITHER), last.actor, story)


def _place(heads: Sequence[Token], actor: str, story: Story) -> Where | None:
    for token in (t for head in heads for t in phrase(head)):
        mention = story.reading.places.get(token.i)
        place = mention.place if mention and mention.role is Role.LOCATION else None
        if mention and place and place.country and place.country != actor:
            return Where(place.country, place if is_local(mention) else None, "whither they go")
    return None
