"""Whether people in arms come, go or stay, from the words beside a verb that says none of it itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from geodata.claims.grammar.clauses import objects, phrase, prepositional, subjects
from geodata.claims.scene.story import Story
from geodata.domain.mentions import Role

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_OUT = frozenset({"home", "homeward", "homewards", "off", "away", "out"})
_ASHORE = frozenset({"ashore", "in"})
_HERE = frozenset({"there", "here"})
_FROM = frozenset({"from", "out"})
_TO = frozenset({"to", "into", "onto", "for"})
_ABOARD = frozenset({"into", "onto", "aboard", "on"})
_CRAFT = frozenset(
    {"plane", "aircraft", "helicopter", "transport", "ship", "bus", "train", "ferry", "charter"}
)
_AT = frozenset({"in", "at", "on", "near", "inside", "outside", "around", "off", "beside", "along"})
_LASTING = frozenset({"VBZ", "VBP", "VBG", "VBN"})


def direction_of(verb: Token, head: Token, story: Story) -> str | None:
    """
    Return the family that the words beside a verb put it in, or None.

    “Took the bus to the airport, and home”, “are wintering at A”, “were conveyed to B”: whatever
    the verb, who is said to be somewhere is there, and a direction tells whence or whither.

    Args:
        verb: A verb of no family of its own.
        head: The noun, number or pronoun of the people.
        story: The document.
    """
    voices = story.reading.lexicon.voices
    lemma = verb.lemma_.lower()
    is_subject = head in subjects(verb)
    if not (is_subject or head in objects(verb)):
        return None
    if any(lemma in voices[name] for name in ("say", "apart", "speculate", "refuse", "deny")):
        return None
    words = {c.lower_ for c in verb.children if c.dep_ in {"advmod", "prt", "npadvmod"}}
    whence = _places(prepositional(verb, _FROM), story)
    aboard = prepositional(verb, _ABOARD)
    if is_subject and any(h.lemma_.lower() in _CRAFT for h in aboard) and not whence:
        return "loose_leave"
    whither = _places(prepositional(verb, _TO), story)
    if words & _OUT and not whither:
        return "loose_leave" if whence or words & {"home", "homeward", "homewards"} else None
    if whence and not whither:
        return "loose_leave"
    if whither or (words & _ASHORE and "ashore" in words):
        return "loose_arrive"
    is_there = bool(words & _HERE) or bool(_places(prepositional(verb, _AT), story))
    is_now = verb.tag_ in _LASTING and not any(c.lower_ == "had" for c in verb.children)
    return "loose_stay" if is_subject and is_there and is_now else None


def going(verb: Token, family: str, story: Story) -> str | None:
    """Return the family of “go”: “go home” leaves, “go to A” arrives, “go hungry” says nothing."""
    words = {c.lower_ for c in verb.children}
    if verb.lemma_ == "go" and any(c.lower_ == "on" and c.dep_ == "prt" for c in verb.children):
        return "loose_stay"
    if verb.lemma_ != "go" or words & {"home", "back", "away", "out"}:
        return family
    if any(t.i in story.reading.places for t in prepositional(verb, _TO)):
        return "loose_arrive"
    return family if not any(c.dep_ in {"acomp", "advcl", "xcomp"} for c in verb.children) else None


def _places(heads: Iterable[Token], story: Story) -> list[Token]:
    """Those of the words that name a place, or point back to one."""
    return [h for h in heads if any(_is_place(t, story) for t in phrase(h))]


def _is_place(token: Token, story: Story) -> bool:
    mention = story.reading.places.get(token.i)
    if mention is not None and mention.place is not None and mention.role is Role.LOCATION:
        return True
    return story.reading.is_word(token, "base") and token.pos_ == "NOUN"
