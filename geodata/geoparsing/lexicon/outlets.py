"""Names of news media, read from `resources/lexicon/`, and where they stand in a text."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

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


OutletIndex = Mapping[str, tuple[OutletName, ...]]  # by first word, longest names first


@cache
def load_outlets() -> OutletIndex:
    """Return the known media; the file is read once a process and never changes."""
    raw = json.loads(read_text(OUTLETS_FILE))
    index: dict[str, list[OutletName]] = defaultdict(list)
    for listed in ("outlets", "namesakes"):
        for name in raw[listed]:
            spelled = _WORD.findall(name)
            words = tuple(map(_fold, spelled))
            capitals = tuple(word[0].isupper() for word in spelled)
            is_acronym = name.isupper() and len(words) == 1
            index[words[0]].append(OutletName(words, capitals, listed == "namesakes", is_acronym))
    return {
        first: tuple(sorted(names, key=lambda name: -len(name.words)))
        for first, names in index.items()
    }


def outlet_spans(text: str, index: OutletIndex) -> list[OutletSpan]:
    """Return the media that a text names, the longest name at each place, in order."""
    words = list(_WORD.finditer(text))
    folded = [_fold(word.group()) for word in words]
    spans: list[OutletSpan] = []
    i = 0
    while i < len(words):
        is_first = folded[i] in index
        name = next(_fitting(text, words, folded, i, index), None) if is_first else None
        if name is None:
            i += 1
            continue
        last = i + len(name.words) - 1
        spans.append(OutletSpan(words[i].start(), words[last].end(), name.is_namesake))
        i = last + 1
    return spans


def _fitting(
    text: str, words: list[re.Match[str]], folded: list[str], i: int, index: OutletIndex
) -> Iterator[OutletName]:
    for name in index.get(folded[i], ()):
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


def _fold(word: str) -> str:
    if word.isascii():
        return word.lower()
    split = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in split if not unicodedata.combining(char))
