"""Which language a text is in, as far as its commonest words tell: cheap and offline."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from functools import cache

from resources import read_text

_LEXICON = "lexicon/languages.json"
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE_LETTERS = 6_000
# Fewer words than this are a heading or a name and tell nothing.
_WORDS_MIN = 12
_SCRIPT_SHARE = 0.5


def foreign_language(text: str) -> str | None:
    """
    Return the name of the language of a text that is not English, or None.

    The words of the first few thousand letters are counted against lists of function words; a
    text in doubt is taken as English. Other alphabets are told by their letters.
    """
    sample = text.strip()[:_SAMPLE_LETTERS]
    if sample.isascii():
        words = _WORD.findall(sample.lower())
    else:
        words = [word.casefold() for word in _WORD.findall(sample)]
        if script := _foreign_script(words):
            return script
    if len(words) < _WORDS_MIN:
        return None
    hits = dict.fromkeys(_languages(), 0)
    told_by = _function_words()
    for word, number in Counter(words).items():
        for name in told_by.get(word, ()):
            hits[name] += number
    english = hits.pop("English")
    best = max(hits, key=lambda name: (hits[name], name))
    is_told = hits[best] >= 0.08 * len(words) and hits[best] > 2 * english
    return best if is_told else None


def _foreign_script(words: list[str]) -> str | None:
    letters = Counter("".join(words))
    if letters.total() < _WORDS_MIN:
        return None
    scripts: Counter[str] = Counter()
    for letter, number in letters.items():
        scripts[unicodedata.name(letter, "").partition(" ")[0]] += number
    name, number = scripts.most_common(1)[0]
    is_main = number >= _SCRIPT_SHARE * letters.total()
    return _scripts().get(name) if is_main else None


@cache
def _languages() -> dict[str, frozenset[str]]:
    table = json.loads(read_text(_LEXICON))
    return {
        name: frozenset(words.split())
        for name, words in table.items()
        if isinstance(words, str) and name != "about"
    }


@cache
def _function_words() -> dict[str, tuple[str, ...]]:
    """Return the languages of each function word."""
    languages = _languages()
    return {
        word: tuple(name for name, words in languages.items() if word in words)
        for word in frozenset().union(*languages.values())
    }


@cache
def _scripts() -> dict[str, str]:
    return dict(json.loads(read_text(_LEXICON))["scripts"])
