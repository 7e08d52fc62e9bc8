"""Whether the whole of a force is meant, or only some of it: “some personnel”, “about 200 soldiers”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.claims.grammar.clauses import is_none, objects, verbal
from geodata.claims.grammar.lexicon import Lexicon
from geodata.claims.scene.forces import Force
from geodata.claims.scene.ownership import Cast
from geodata.claims.scene.sites import site_in
from geodata.claims.scene.story import Story

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_DEFINITE = frozenset({"the", "its", "their", "his", "those", "these", "both"})


def is_portion(force: Force, story: Story) -> bool:
    """
    Say whether a phrase means only some of a force.

    “Some soldiers”, “most of its troops”, “about 200 marines”, “a platoon” are some of it; “the last
    40”, “all troops”, “its 200 soldiers” and “French troops” are the whole.
    """
    reading = story.reading
    head = reading.doc[force.head]
    words = [t for t in reading.doc[force.first : force.head + 1] if not t.is_space]
    if _names_whole(words, reading.lexicon):
        return False
    if any(t.lower_ in reading.lexicon.voices["portion"] for t in words):
        return True
    if any(t.lower_ in _DEFINITE for t in words):
        return False
    return force.count is not None or any(c.lower_ in {"a", "an"} for c in head.children)


def leaves_in_part(verb: Token, cast: Cast | None, story: Story) -> bool:
    """
    Say whether a verb of leaving leaves somebody behind, or nobody goes: then no base is closed.

    Args:
        verb: The predicate: “pulled some personnel out of”, “has partly withdrawn from”.
        cast: Who leaves, as far as it is a force.
        story: The document.
    """
    voices = story.reading.lexicon.voices
    if any(c.dep_ == "advmod" and c.lower_ in voices["portion"] for c in verb.children):
        return True
    if cast is not None and cast.force is not None:
        return is_portion(cast.force, story) or is_none(story.reading.doc[cast.force.head])
    return verbal(verb) and any(_is_thing(o, story) for o in objects(verb))


def _names_whole(words: list[Token], lexicon: Lexicon) -> bool:
    return any(
        t.lower_ in lexicon.voices["completing"] and t.pos_ != "ADV" for t in words
    ) and not any(t.lower_ in {"nearly", "almost"} for t in words)


def _is_thing(head: Token, story: Story) -> bool:
    """“Moved staff out of the base”, “took two jets off”: some of what was there, never all of it."""
    if head.i in story.parties or head.i in story.reading.places or site_in(head, story):
        return False
    reading = story.reading
    if not any(reading.is_word(head, name) for name in ("people", "led_force", "gear", "quantity")):
        return False
    words = list(head.subtree)
    is_some = any(t.lower_ in reading.lexicon.voices["portion"] for t in words)
    return is_some or not (
        _names_whole(words, reading.lexicon) or any(t.lower_ in _DEFINITE for t in words)
    )
