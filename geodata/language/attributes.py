"""Parts of speech from tags: spaCy's attribute rules, matched once a kind of token."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from geodata.language.kinds import kinds_of
from geodata.language.replacing import put_in_place

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_KINDS_MAX = 50_000
_Attributes = dict[int, Any]


def hasten_attributes(pipeline: Language) -> None:
    """
    Let the attribute rules of a pipeline be matched once for tokens that are alike to them.

    spaCy's English rules look at each token's lower form, tag and dependency. Which of them hold
    is kept by these three; of the few rules over two tokens each part is kept by itself.
    """
    ruler = pipeline.get_pipe("attribute_ruler")
    if _is_known_build(ruler):
        put_in_place(pipeline, "attribute_ruler", "dateline_attributes", _Rules)


def _is_known_build(ruler: Any) -> bool:
    seen = {"TAG", "DEP", "LOWER", "IS_SPACE"}
    set_ = {"POS", "MORPH", "TAG", "DEP", "LEMMA"}
    return all(
        set(rule["attrs"]) <= set_
        and all(set(token) <= seen for pattern in rule["patterns"] for token in pattern)
        and {len(pattern) for pattern in rule["patterns"]} in ({1}, {2})
        for rule in ruler.patterns
    )


@dataclass(frozen=True, slots=True)
class _Kind:
    """
    What is known of tokens that are alike.

    Args:
        rules: The rules over one token that hold, in order.
        parts: Of the rules over two tokens: rule, pattern, and whether it is the second.
    """

    rules: tuple[int, ...]
    parts: frozenset[tuple[int, int, bool]]


class _Rules:
    """The rules of one attribute ruler, later ones first in rank."""

    def __init__(self, ruler: Any) -> None:
        from spacy.matcher import Matcher

        self._vocab = ruler.vocab
        self._rules = ruler.patterns
        self._attributes = ruler.attrs
        self._single, self._parts = Matcher(ruler.vocab), Matcher(ruler.vocab)
        for number, rule in enumerate(self._rules):
            for nth, pattern in enumerate(rule["patterns"]):
                if len(pattern) == 1:
                    self._single.add(f"{number} {nth}", [pattern])
                    continue
                for place, token in enumerate(pattern):
                    self._parts.add(f"{number} {nth} {place}", [[token]])
        self._known: dict[bytes, _Kind] = {}
        self._made: dict[tuple[int, ...], tuple[int, int, _Attributes]] = {}

    def __call__(self, doc: Doc) -> Doc:
        from spacy.attrs import DEP, IS_SPACE, LOWER, MORPH, POS, TAG
        from spacy.tokens._retokenize import set_token_attrs

        if not len(doc):
            return doc
        if len(self._known) > _KINDS_MAX:
            self._known.clear()
        found = []
        for place, key in enumerate(kinds_of(doc.to_array([LOWER, TAG, DEP, IS_SPACE]))):
            kind = self._known.get(key)
            if kind is None:
                kind = self._known[key] = self._kind(doc, place)
            found.append(kind)
        values: list[tuple[int, int]] = []
        rest: list[tuple[int, _Attributes]] = []
        wide = self._wide_hits(found)
        for place, kind in enumerate(found):
            numbers = kind.rules
            if place in wide:
                numbers = tuple(sorted((*numbers, *wide[place])))
            pos, morph, others = self._made.get(numbers) or self._effect(numbers)
            values.append((pos, morph))
            if others:
                rest.append((place, others))
        table: Any = np.array(values, dtype="uint64")
        doc.from_array([POS, MORPH], table)
        for place, others in rest:
            set_token_attrs(doc[place], others)
        return doc

    def _kind(self, doc: Doc, place: int) -> _Kind:
        names = self._vocab.strings
        token = doc[place : place + 1]
        single = [names[key].split() for key, _, _ in self._single(token, allow_missing=True)]
        parts = [names[key].split() for key, _, _ in self._parts(token, allow_missing=True)]
        return _Kind(
            tuple(sorted({int(number) for number, _ in single})),
            frozenset((int(number), int(nth), side == "1") for number, nth, side in parts),
        )

    def _wide_hits(self, found: list[_Kind]) -> dict[int, list[int]]:
        """Return the rules over two tokens that hold, by the place that they change."""
        hits: dict[int, list[int]] = {}
        for start, (kind, after) in enumerate(itertools.pairwise(found)):
            if not (kind.parts and after.parts):
                continue
            numbers = {
                number
                for number, nth, is_second in kind.parts
                if not is_second and (number, nth, True) in after.parts
            }
            for number in numbers:
                index = self._rules[number]["index"]
                hits.setdefault(start + index if index >= 0 else start + 2 + index, []).append(
                    number
                )
        return hits

    def _effect(self, numbers: tuple[int, ...]) -> tuple[int, int, _Attributes]:
        """Return part of speech, morphology, and what else the rules set together."""
        from spacy.attrs import MORPH, POS

        merged: _Attributes = {}
        for number in numbers:
            merged.update(self._attributes[number])
        pos, morph = merged.pop(POS, 0), merged.pop(MORPH, 0)
        self._made[numbers] = (pos, morph, merged)
        return self._made[numbers]
