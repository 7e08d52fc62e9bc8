"""Which words of a document are predicates of the lexicon."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from geodata.claims.grammar.clauses import PARTICLE_REACH, has_particle, verbal
from geodata.claims.grammar.lexicon import Lexicon, load_lexicon
from geodata.claims.grammar.patterns import GAP, match_end

if TYPE_CHECKING:
    from geodata.language.tokens import Doc, Token

_MOVES = frozenset(
    {
        "leave",
        "be_gone",
        "arrive",
        "send",
        "station",
        "stay",
        "keep",
        "resize",
        "expel",
        "end_stay",
    }
)
_BASES = frozenset(
    {"close", "lower_flag", "open", "build", "use", "hand_over", "take_over", "admit", "declare"}
)

# “pull-out” is three words to taggers, the last of which is the noun
_WINDOW = 24  # no phrase is longer, gaps included
_PARTS = frozenset({"out", "back", "down", "over", "in", "up"})

Senses = tuple[tuple["Token", tuple[str, ...]], ...]


def find_senses(doc: Doc, lexicon: Lexicon) -> tuple[Senses, dict[int, int]]:
    """
    Return every word of a document that is a predicate, with the names of its senses.

    The second of what is returned is, by the token of each verb that has a sense together with
    words after it, the index of the last of those words.
    """
    words = [token.lower_ for token in doc]
    found: list[tuple[Token, tuple[str, ...]]] = []
    ends: dict[int, int] = {}
    known = _known_words()
    for token in doc:
        if token.lower_ not in known and token.lemma_.lower() not in known:
            continue
        alone = _senses_of(token, lexicon, words)
        phrases = _phrases_at(token, lexicon)
        if phrases:
            ends[token.i] = max(phrases.values())
        if senses := _joined(alone, tuple(phrases)):
            found.append((token, senses))
    return tuple(found), ends


@cache
def _known_words() -> frozenset[str]:
    """Every form or lemma that may be a predicate: of most words nothing more is asked."""
    lexicon = load_lexicon()
    return _PARTS | {"home", "go", *lexicon.by_verb, *lexicon.by_noun, *lexicon.phrases}


def _joined(alone: tuple[str, ...], phrases: tuple[str, ...]) -> tuple[str, ...]:
    """What a verb means with its words goes before what it means without them."""
    if not phrases:
        return alone
    for family in (_MOVES, _BASES):
        if family.intersection(phrases):
            alone = tuple(name for name in alone if name not in family)
    return tuple(dict.fromkeys((*phrases, *alone)))


def _phrases_at(token: Token, lexicon: Lexicon) -> dict[str, int]:
    entries = lexicon.phrases.get(token.lemma_.lower()) if verbal(token) else None
    found: dict[str, int] = {}
    if not entries:
        return found
    near = token.doc[token.i + 1 : token.i + 1 + _WINDOW]
    words = {w for t in near for w in (t.lower_, t.lemma_)}
    for sense, rest in entries:
        if any(words.isdisjoint(part) for part in rest if part != GAP):
            continue
        last = match_end(token.doc, token.i, rest, is_in_clause=True)
        if last is not None:
            found[sense] = max(last, found.get(sense, -1))
    return found


def _senses_of(token: Token, lexicon: Lexicon, words: list[str]) -> tuple[str, ...]:
    lemma = token.lemma_.lower()
    if token.lower_ in _PARTS and token.i > 1 and token.nbor(-1).text == "-":
        return lexicon.by_noun.get(f"{token.nbor(-2).lower_}-{token.lower_}", ())
    if token.pos_ in {"NOUN", "PROPN"}:
        return lexicon.by_noun.get(lemma) or lexicon.by_noun.get(token.lower_, ())
    if lemma == "home" and any(c.lower_ == "to" for c in token.children):
        return ("home_to",)  # “A is home to …”: taggers take it for an adverb
    if lemma == "go" and token.tag_ == "VBN" and any(c.lemma_ == "be" for c in token.children):
        return ("be_gone",)  # “will be gone by May”
    if lemma not in lexicon.by_verb or not verbal(token):
        return ()
    near = {"", *words[token.i + 1 : token.i + 1 + PARTICLE_REACH]}
    return tuple(
        name
        for name in lexicon.by_verb[lemma]
        if any(
            particle in near and has_particle(token, particle)
            for particle in lexicon.senses[name].verbs[lemma]
        )
    )
