"""Which words of a document are predicates of the lexicon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.claims.grammar.clauses import PARTICLE_REACH, has_particle, verbal
from geodata.claims.grammar.lexicon import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_senses(doc: Doc, lexicon: Lexicon) -> tuple[tuple[Token, tuple[str, ...]], ...]:
    """Return every word of a document that is a predicate, with the names of its senses."""
    words = [token.lower_ for token in doc]
    found = ((token, _senses_of(token, lexicon, words)) for token in doc)
    return tuple((token, senses) for token, senses in found if senses)


def _senses_of(token: Token, lexicon: Lexicon, words: list[str]) -> tuple[str, ...]:
    lemma = token.lemma_.lower()
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
