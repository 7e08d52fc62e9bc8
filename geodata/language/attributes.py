"""Parts of speech from tags: spaCy's attribute rules, matched once a kind of token."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_KINDS_MAX = 50_000
_Attributes = dict[int, Any]


def hasten_attributes(pipeline: Language) -> None:
    """
    Let the attribute rules of a pipeline be matched once for tokens that are alike to them.

    Nearly all of spaCy's English rules look at one token's lower form, tag and dependency. What
    they do is kept by these three; the few rules over two tokens are matched as ever.
    """
    from spacy.language import Language

    name = "dateline_attributes"
    ruler = pipeline.get_pipe("attribute_ruler")
    if not _is_known_build(ruler):
        return
    if not Language.has_factory(name):
        Language.factory(name, func=_make_rules)
    pipeline.add_pipe(name, after="attribute_ruler", config={"ruler": "attribute_ruler"})
    pipeline.disable_pipe("attribute_ruler")


def _make_rules(nlp: Language, name: str, ruler: str) -> _Rules:  # noqa: ARG001
    return _Rules(nlp.get_pipe(ruler))


def _is_known_build(ruler: Any) -> bool:
    seen = {"TAG", "DEP", "LOWER", "IS_SPACE"}
    set_ = {"POS", "MORPH", "TAG", "DEP", "LEMMA"}
    return all(
        set(rule["attrs"]) <= set_
        and all(set(token) <= seen for pattern in rule["patterns"] for token in pattern)
        and len({len(pattern) for pattern in rule["patterns"]}) == 1
        for rule in ruler.patterns
    )


class _Rules:
    """The rules of one attribute ruler, later ones first in rank."""

    def __init__(self, ruler: Any) -> None:
        from spacy.matcher import Matcher

        self._vocab = ruler.vocab
        self._rules = ruler.patterns
        self._attributes = ruler.attrs
        self._single, self._wide = Matcher(ruler.vocab), Matcher(ruler.vocab)
        for number, rule in enumerate(self._rules):
            is_single = len(rule["patterns"][0]) == 1
            (self._single if is_single else self._wide).add(str(number), rule["patterns"])
        self._known: dict[bytes, tuple[int, ...]] = {}
        self._made: dict[tuple[int, ...], tuple[int, int, _Attributes]] = {}

    def __call__(self, doc: Doc) -> Doc:
        from spacy.attrs import DEP, IS_SPACE, LOWER, MORPH, POS, TAG
        from spacy.tokens._retokenize import set_token_attrs

        if not len(doc):
            return doc
        kinds = doc.to_array([LOWER, TAG, DEP, IS_SPACE])
        values: Any = np.zeros((len(doc), 2), dtype="uint64")
        wide = self._wide_hits(doc)
        rest: list[tuple[int, _Attributes]] = []
        if len(self._known) > _KINDS_MAX:
            self._known.clear()
        for place, kind in enumerate(kinds):
            key = kind.tobytes()
            numbers = self._known.get(key)
            if numbers is None:
                numbers = self._known[key] = self._hits(doc, place)
            if place in wide:
                numbers = tuple(sorted((*numbers, *wide[place])))
            pos, morph, others = self._effect(numbers)
            values[place] = pos, morph
            if others:
                rest.append((place, others))
        doc.from_array([POS, MORPH], values)
        for place, others in rest:
            set_token_attrs(doc[place], others)
        return doc

    def _hits(self, doc: Doc, place: int) -> tuple[int, ...]:
        found = self._single(doc[place : place + 1], allow_missing=True)
        return tuple(sorted(int(self._vocab.strings[number]) for number, _, _ in found))

    def _wide_hits(self, doc: Doc) -> dict[int, list[int]]:
        hits: dict[int, list[int]] = {}
        for key, start, end in self._wide(doc, allow_missing=True):
            number = int(self._vocab.strings[key])
            index = self._rules[number]["index"]
            place = start + index if index >= 0 else end + index
            hits.setdefault(place, []).append(number)
        return hits

    def _effect(self, numbers: tuple[int, ...]) -> tuple[int, int, _Attributes]:
        """Return part of speech, morphology, and what else the rules set together."""
        if numbers not in self._made:
            from spacy.attrs import MORPH, POS

            merged: _Attributes = {}
            for number in numbers:
                merged.update(self._attributes[number])
            pos, morph = merged.pop(POS, 0), merged.pop(MORPH, 0)
            self._made[numbers] = (pos, morph, merged)
        return self._made[numbers]
