"""How names are compared: folded to lower-case plain letters, word by word, with offsets kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_LETTER = r"[^\W\d_][\u0300-\u036f]*"
# Letters and digits with their marks, written so that a run of plain ones is one step.
_WORD = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
_APOSTROPHE = r"['’‘ʼʻʿʾ`´]"
# Initials (“U.S.”, “N.S.W.”) are one word with their last full stop; an apostrophe joins (“N'Djamena”).
_PATTERN = re.compile(
    rf"(?:{_LETTER}\.)+{_LETTER}(?![\w\u0300-\u036f])\.?|{_WORD}(?:{_APOSTROPHE}{_WORD})*"
)
_POSSESSIVE = re.compile(rf"{_APOSTROPHE}s$", re.IGNORECASE)
# Letters that Unicode does not decompose into a base letter and a mark.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
    | {"ə": "e", "ɛ": "e", "ɔ": "o", "ŋ": "ng", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ɲ": "n"}
)


class Word(NamedTuple):
    """
    One word of a text.

    Args:
        start: Offset of its first code point in the text as given.
        end: Offset after its last code point, without a possessive “’s”.
        key: The word folded; empty for what has no letter or digit left.
    """

    start: int
    end: int
    key: str


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text in order; offsets count code points of the text as given."""
    for match in _PATTERN.finditer(text):
        body = match.group()
        start, end = match.span()
        if not body.isalnum():
            body = _POSSESSIVE.sub("", body)
            end = start + len(body)
        # A tuple's own constructor: an article has thousands of them.
        yield tuple.__new__(Word, (start, end, _fold_word(body)))


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """
    Return a name as it is compared: no case, accents, apostrophes, full stops or hyphens.

    >>> fold("Côte d'Ivoire"), fold("U.S."), fold("Guinea-Bissau")
    ('cote divoire', 'us', 'guinea bissau')
    """
    return " ".join(word.key for word in words(name) if word.key)


@lru_cache(maxsize=50_000)
def _fold_word(word: str) -> str:
    if word.isascii():
        folded = word.lower()
        if word.isalnum():
            return folded
    else:
        # Twice, because some letters only show their case once they are decomposed.
        plain = unicodedata.normalize("NFKD", word).casefold()
        parts = unicodedata.normalize("NFKD", plain)
        folded = "".join(c for c in parts if not unicodedata.combining(c)).translate(_PLAIN)
    return "".join(c for c in folded if c.isalnum())
