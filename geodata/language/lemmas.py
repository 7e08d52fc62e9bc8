"""Lemmas: spaCy's rules, asked once for tokens that are alike to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from geodata.language.kinds import kinds_of
from geodata.language.replacing import put_in_place

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_KINDS_MAX = 100_000


def hasten_lemmas(pipeline: Language) -> None:
    """
    Let the lemmatizer of a pipeline be asked once for each written word, part of speech and form.

    The English rules look at nothing else; a lemmatizer of another kind is kept.
    """
    from spacy.lang.en.lemmatizer import EnglishLemmatizer

    lemmatizer: Any = pipeline.get_pipe("lemmatizer")
    is_known = type(lemmatizer) is EnglishLemmatizer and lemmatizer.mode == "rule"
    if is_known and not lemmatizer.overwrite:
        index = lemmatizer.lookups.get_table("lemma_index", {})
        for part, words in list(index.items()):
            index[part] = frozenset(words)  # a list of words was gone through for each new word
        put_in_place(pipeline, "lemmatizer", "dateline_lemmas", _Lemmas)


class _Lemmas:
    """The lemmas that were asked for, by what the rules look at."""

    def __init__(self, lemmatizer: Any) -> None:
        self._lemmatizer = lemmatizer
        self._strings = lemmatizer.vocab.strings
        self._known: dict[bytes, int] = {}

    def __call__(self, doc: Doc) -> Doc:
        from spacy.attrs import LEMMA, MORPH, ORTH, POS

        if not len(doc):
            return doc
        if len(self._known) > _KINDS_MAX:
            self._known.clear()
        lemmas: Any = doc.to_array([LEMMA])
        missing = np.flatnonzero(lemmas == 0).tolist()
        keys = kinds_of(doc.to_array([ORTH, POS, MORPH]))
        for place in missing:
            key = keys[place]
            lemma = self._known.get(key)
            if lemma is None:
                (word, *_) = self._lemmatizer.lemmatize(doc[place])
                lemma = self._known[key] = self._strings.add(word)
            lemmas[place] = lemma
        doc.from_array([LEMMA], lemmas)
        return doc
