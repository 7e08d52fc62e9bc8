"""Patterns of words in a row, as the lexicon writes them: “hand over * key|control to”."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geodata.language.tokens import Doc

_GAP = 6
_GAP_MARK = "*"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_STOPS = frozenset(".;:!?()")

GAP = frozenset({_GAP_MARK})

Pattern = tuple[frozenset[str], ...]
Table = Mapping[str, tuple[tuple[str, Pattern], ...]]


def by_first(senses: Mapping[str, list[str]]) -> Table:
    """Return, by the lemma of its first word, each sense with the words that follow it."""
    table: dict[str, tuple[tuple[str, Pattern], ...]] = {}
    for sense, patterns in senses.items():
        for pattern in patterns:
            first, *rest = (frozenset(part.split("|")) for part in pattern.split())
            for lemma in first:
                table[lemma] = (*table.get(lemma, ()), (sense, tuple(rest)))
    return table


def _is_infinitive(doc: Doc, at: int) -> bool:
    """“Ordered them to leave”: “to” is no preposition here."""
    return doc[at].lower_ == "to" and at + 1 < len(doc) and doc[at + 1].tag_ == "VB"


def match_end(doc: Doc, at: int, rest: Pattern, *, is_in_clause: bool = False) -> int | None:
    """
    Return the index of the last word of a pattern that goes on after a word, or None.

    Args:
        doc: The text.
        at: The index of the first word.
        rest: The words that follow it.
        is_in_clause: Whether another verb ends what may stand between them.
    """
    gap, length = 1, len(doc)  # an adverb may stand between any two words
    for part in rest:
        if _GAP_MARK in part:
            gap = _GAP
            continue
        for step in range(1, gap + 2):
            word = doc[at + step] if at + step < length else None
            if word is None or word.text in _STOPS:
                return None
            if is_in_clause and (word.tag_ in _FINITE or _is_infinitive(doc, at + step)):
                return None
            if word.lemma_.lower() in part or word.lower_ in part:
                at += step
                break
            if gap == 1 and word.pos_ not in {"ADV", "PART"} and word.ent_type_ != "DATE":
                return None
        else:
            return None
        gap = 1
    return at
