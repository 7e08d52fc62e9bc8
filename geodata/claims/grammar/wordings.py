"""Ways of saying that a country moves toward or away from another, found by their words in a row."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import resources
from geodata.claims.grammar.clauses import verbal
from geodata.claims.grammar.patterns import Table, by_first, match_end

if TYPE_CHECKING:
    from geodata.language.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Wording:
    """
    One wording in a text.

    Args:
        sense: What it says of its argument (`make`, `sever`, `aligns`, ...).
        token: The predicate, a verb or a noun.
        last: The index of its last word; an argument may stand right after it.
    """

    sense: str
    token: Token
    last: int


@dataclass(frozen=True, slots=True)
class Wordings:
    """
    The patterns and word classes of `claims_shifts.json`.

    Args:
        verbs: By the lemma of the first word, each sense with the words that follow it.
        nouns: The same for nouns.
        words: Word classes by name.
        firsts: The words with which a pattern begins.
    """

    verbs: Table
    nouns: Table
    words: Mapping[str, frozenset[str]]
    firsts: frozenset[str]


@cache
def load_wordings() -> Wordings:
    """Return the wordings; the file is read once a process and never changes."""
    found = json.loads(resources.read_text("lexicon/claims_shifts.json"))
    words = {k: frozenset(v) for k, v in found.items() if isinstance(v, list)}
    verbs, nouns = by_first(found["verbs"]), by_first(found["nouns"])
    return Wordings(verbs, nouns, words, frozenset({*verbs, *nouns}))


def find_wordings(doc: Doc) -> tuple[Wording, ...]:
    """Return every wording of a document, of one sense at one word the longest."""
    table = load_wordings()
    return tuple(
        wording
        for token in doc
        if token.lower_ in table.firsts or token.lemma_.lower() in table.firsts
        for wording in _at(token, table)
    )


def _at(token: Token, table: Wordings) -> Iterator[Wording]:
    if verbal(token):
        entries = table.verbs.get(token.lemma_.lower()) or table.verbs.get(token.lower_, ())
    elif token.pos_ in {"NOUN", "PROPN"}:
        entries = table.nouns.get(token.lemma_.lower(), ())
    else:
        return
    longest: dict[str, int] = {}
    for sense, rest in entries:
        last = match_end(token.doc, token.i, rest)
        if last is not None and last >= longest.get(sense, -1):
            longest[sense] = last
    for sense, last in longest.items():
        yield Wording(sense, token, last)
