"""What a predicate acts on, and which countries do it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from geodata.claims.grammar.clauses import (
    agents,
    governors,
    is_passive,
    objects,
    phrase,
    prepositional,
    subjects,
    verbal,
)
from geodata.claims.grammar.reading import Reading, Sentence
from geodata.claims.grammar.wordings import load_wordings
from geodata.claims.scene.actors import How, named_parties
from geodata.claims.scene.story import Story

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_WITH = frozenset(
    {"with", "to", "toward", "towards", "from", "between", "among", "against", "of", "by", "and"}
)
_ANY = _WITH | frozenset({"in", "on", "into", "out", "for", "under"})
_PRONOUNS = frozenset({"it", "they", "we", "he", "she", "who", "which", "that", "both"})
_ENDS = frozenset(";:.!?()")
_REACH = 12
_LOOK_BACK = 4
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}


def tied(token: Token) -> list[Token]:
    """Return the nouns that the grammar ties to a predicate as what it acts on."""
    if verbal(token):
        found = [*objects(token), *prepositional(token, _ANY)]
        if token.dep_ == "relcl":
            found.append(token.head)
        if not found and token.tag_ == "VBN":
            found += subjects(token)
    else:
        found = [*prepositional(token, _ANY), *(c for c in token.children if c.dep_ == "poss")]
    return found


def arguments(token: Token, last: int) -> list[Token]:
    """
    Return the nouns that a predicate acts on, the surest first.

    What the grammar ties to it comes first, then the nouns that follow in its clause: parsers err
    on long objects.
    """
    found = tied(token)
    for word in token.doc[token.i + 1 : last + 1 + _REACH]:
        if word.text in _ENDS or (word.is_space and "\n" in word.text):
            break
        if word.i > last and verbal(word) and word.dep_ not in {"acl", "amod"}:
            break
        if word.pos_ in {"NOUN", "PROPN"}:
            found.append(word)
    spread = [t for f in found for t in (f, *f.conjuncts)]
    return list(dict.fromkeys(spread))


def agent_of(token: Token, story: Story, *, is_state: bool = True) -> list[str]:
    """Countries that do it; without a doer in the clause, the one the text turns around."""
    heads = doers(token, story)
    if any(_is_private(h) for h in heads):
        return []
    heads = [h for h in heads if h.i not in story.forces or h.i in story.parties]
    codes = [c for h in heads for c in countries_of(h, story, is_state=is_state)]
    if not codes and not heads:
        sentence = story.reading.sentence_of(token)
        return [c for c in (story.lead_country(sentence) or story.host,) if c]
    return list(dict.fromkeys(codes))


def doers(token: Token, story: Story) -> list[Token]:
    """Return the nouns of those who do it, those handed down by the words above included."""
    if verbal(token):
        if heads := [h for h in agents(token) if not _is_apart(h, token)]:
            return heads
        if is_passive(token) and token.dep_ != "acl":
            return []
    else:
        own = [t for t in phrase(token) if t.i in story.parties and t.i < token.i]
        own += prepositional(token, frozenset({"by"}))
        own += [c for c in token.children if c.dep_ == "poss"]
        if own:
            return own[:1]
    for above in governors(token):
        if above.dep_ in {"relcl", "advcl"} and token.i < above.i:
            break
        if verbal(above) and not is_passive(above) and (heads := agents(above)):
            inside = set(token.subtree)
            return [h for h in heads if h not in inside and not _is_apart(h, token)]
        if above == token.head and not verbal(above):
            owned = [c for c in above.children if c.i in story.parties and c.i < above.i]
            if owned:
                return owned[:1]
    return []


def countries_of(head: Token, story: Story, *, is_state: bool = True) -> list[str]:
    """
    Return the countries and organisations that a noun phrase acts for.

    Args:
        head: The noun.
        story: The document.
        is_state: Whether only states and their bodies count, not a firm or a people's oligarchs.
    """
    lead = story.lead_country(story.reading.sentence_of(head))
    if lead and (head.lower_ in _PRONOUNS or story.reading.is_word(head, "country_anaphors")):
        return [lead]
    if (place := _of_where(head, story)) and not story.named(head):
        return [place]
    if members := _members_of(head, story):
        return members
    if number := _number_of(head, story):
        return _last_named(head, number, story) or story.parties_of(head)
    codes = story.implied_by(head) if _is_only_there(head, story) else story.parties_of(head)
    if codes or is_state or _is_private(head):
        return codes
    return list(dict.fromkeys(p.code for p in story.named(head)))


def _is_private(head: Token) -> bool:
    return head.lemma_.lower() in load_wordings().words["companies"]


def _is_only_there(head: Token, story: Story) -> bool:
    """“The two presidents in Paris”: the town says where, not whose."""
    if head.i in story.parties:
        return False
    named = story.named(head)
    there = {t.i for h in prepositional(head, frozenset({"in", "at"})) for t in phrase(h)}
    return bool(named) and all(p.is_literal and p.first in there for p in named)


def _number_of(head: Token, story: Story) -> int:
    """“The three governments”: 3."""
    if head.lower_ in _NUMBERS and any(c.lower_ == "all" for c in head.children):
        return _NUMBERS[head.lower_]  # “all three”
    if head.tag_ != "NNS" or head.i in story.parties or story.named(head):
        return 0
    if not is_near(head, ("government", "country_anaphors"), story.reading):
        return 0
    return next((_NUMBERS[c.lower_] for c in head.children if c.lower_ in _NUMBERS), 0)


def _members_of(head: Token, story: Story) -> list[str]:
    """“The three countries of the alliance”, “AES states”: its members."""
    if head.tag_ not in {"NNS", "NNPS"} or not story.reading.is_word(head, "country_anaphors"):
        return []
    lexicon = story.reading.lexicon
    named = (lexicon.organisation(p.code) for p in story.named(head) if not p.is_country)
    return next((list(o.members) for o in named if o is not None and o.members), [])


def _last_named(head: Token, number: int, story: Story) -> list[str]:
    """The countries of the nearest sentence that names so many, no more and no fewer."""
    here = story.reading.sentence_of(head)
    own = list(story.reading.doc[here.first : head.i])
    rows = [own, *map(story.reading.tokens, _earlier(here, story))]
    for words in rows:
        parties = [p for p in named_parties(words, story.parties) if p.is_country]
        codes = list(dict.fromkeys(p.code for p in parties if p.how is not How.DEMONYM))
        if len(codes) == number:
            return codes
    return []


def _earlier(here: Sentence, story: Story) -> Iterator[Sentence]:
    for earlier in story.reading.before(here):
        if here.index - earlier.index > _LOOK_BACK:
            return
        yield earlier


def _of_where(head: Token, story: Story) -> str | None:
    """“In A, where the parliament refused”: A."""
    verb = head.head
    if not (verbal(verb) and verb.dep_ in {"relcl", "advcl"}):
        return None
    if not any(c.lower_ == "where" for c in verb.children):
        return None
    party = story.parties.get(verb.head.i)
    return party.code if party and party.is_country else None


def _is_apart(one: Token, two: Token) -> bool:
    """Whether a semicolon stands between two words: the parser strung two statements together."""
    low, high = sorted((int(one.i), int(two.i)))
    return any(t.text == ";" for t in one.doc[low:high])


def is_near(word: Token, classes: Iterable[str], reading: Reading) -> bool:
    """Say whether a word is in one of the classes of the lexicon."""
    return any(reading.is_word(word, name) for name in classes)
