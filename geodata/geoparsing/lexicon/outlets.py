"""Names of news media, read from `resources/lexicon/`, and where they stand in a text."""

from __future__ import annotations

import itertools
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from resources import read_text

OUTLETS_FILE = "lexicon/media_outlets.json"
_WORD = re.compile(r"[^\W_]+")
_JOINT = re.compile(r"[ \-'’.&/+]{1,3}")


@dataclass(frozen=True, slots=True)
class OutletName:
    """
    The name of a news medium.

    Args:
        words: Its words, folded.
        capitals: Which of them begin with a capital.
        is_namesake: Whether a place or an everyday word is spelled the same.
        is_acronym: Whether it counts in capitals only.
    """

    words: tuple[str, ...]
    capitals: tuple[bool, ...]
    is_namesake: bool
    is_acronym: bool


@dataclass(frozen=True, slots=True)
class OutletSpan:
    """Where the name of a news medium stands; see `OutletName`."""

    start: int
    end: int
    is_namesake: bool


# By the one word or the first two, longest names first.
OutletIndex = Mapping[tuple[str, ...], tuple[OutletName, ...]]


@cache
def load_outlets() -> OutletIndex:
    """Return the known media; the file is read once a process and never changes."""
    raw = json.loads(read_text(OUTLETS_FILE))
    index: dict[tuple[str, ...], list[OutletName]] = defaultdict(list)
    for listed in ("outlets", "namesakes"):
        for name in raw[listed]:
            spelled = _WORD.findall(name)
            words = tuple(map(_fold, spelled))
            capitals = tuple(word[0].isupper() for word in spelled)
            is_acronym = name.isupper() and len(words) == 1
            index[words[:2]].append(OutletName(words, capitals, listed == "namesakes", is_acronym))
    return {
        begin: tuple(sorted(names, key=lambda name: -len(name.words)))
        for begin, names in index.items()
    }


def outlet_spans(text: str, index: OutletIndex) -> list[OutletSpan]:
    """Return the media that a text names, the longest name at each place, in order."""
    words = list(_WORD.finditer(text))
    folded = [_fold(word.group()) for word in words]
    spans: list[OutletSpan] = []
    free = 0
    for i, pair in enumerate(itertools.zip_longest(folded, folded[1:])):
        if i < free or not (pair in index or pair[:1] in index):
            continue
        name = next(_fitting(text, words, folded, i, index), None)
        if name is not None:
            free = i + len(name.words)
            spans.append(OutletSpan(words[i].start(), words[free - 1].end(), name.is_namesake))
    return spans


def _fitting(
    text: str, words: list[re.Match[str]], folded: list[str], i: int, index: OutletIndex
) -> Iterator[OutletName]:
    begin = tuple(folded[i : i + 2])
    for name in (*index.get(begin, ()), *(index.get(begin[:1], ()) if len(begin) > 1 else ())):
        end = i + len(name.words)
        if tuple(folded[i:end]) != name.words or not _is_spelled(name, words[i:end]):
            continue
        joints = (text[words[j].end() : words[j + 1].start()] for j in range(i, end - 1))
        if all(_JOINT.fullmatch(joint) for joint in joints):
            yield name


def _is_spelled(name: OutletName, words: list[re.Match[str]]) -> bool:
    if name.is_acronym and not words[0].group().isupper():
        return False
    return not any(
        is_capital and word.group()[0].islower()
        for is_capital, word in zip(name.capitals, words, strict=True)
    )


@lru_cache(maxsize=20_000)
def _fold(word: str) -> str:
    if word.isascii():
        return word.lower()
    split = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in split if not unicodedata.combining(char))
