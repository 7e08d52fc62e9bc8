"""Adjectives of nations and names of peoples, as they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geodata.domain.places import PlaceKind
from geodata.geoparsing.article.names import Name
from geodata.geoparsing.article.passage import Passage
from geodata.geoparsing.recognition.people import People

_WORD = re.compile(r"(?<![\w@.])[A-ZÀ-Þ][\w’']*[^\W\d_](?![\w@])")
_TITLE_LISTS = ("organisations", "media", "events")
_WORD_BEFORE = re.compile(r"([A-Z]\w+)[ \-]$")


def find_demonyms(passage: Passage, taken: Sequence[Name], people: People) -> list[Name]:
    """Return the demonyms of an article that lie outside the names already read."""
    busy = {position for name in taken for position in range(name.start, name.end)}
    names = []
    for start, end in _stretches(passage):
        text = passage.text[start:end]
        name = Name(start, end, text, text, label=passage.token_at(start).ent_type_)
        if busy.intersection(range(start, end)) or _is_surname(passage, name, people):
            continue
        if not _is_language(passage, name) and not _opens_title(passage, name):
            names.append(name)
    return names


def _stretches(passage: Passage) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for match in _WORD.finditer(passage.text):
        start, end = match.span()
        word = re.sub(r"['’]s?$", "", match.group())
        end = start + len(word)
        if (pair := _pair_start(passage, start, end)) is not None:
            if found and found[-1][1] > pair:
                found.pop()
            found.append((pair, end))
        elif _known(passage, word):
            found.append((start, end))
    return found


def _pair_start(passage: Passage, start: int, end: int) -> int | None:
    """Return where a demonym of two words begins (“West African”), or None."""
    before = _WORD_BEFORE.search(passage.text[max(0, start - 14) : start])
    if before is None:
        return None
    first = start - len(before.group())
    return first if _known(passage, passage.text[first:end]) else None


def _known(passage: Passage, words: str) -> bool:
    if words.lower() in passage.lexicon.regional_demonyms:
        return True
    codes = passage.demonym_countries(words)
    if not codes or len(words) < 4:
        return False
    found = passage.find(words)
    return not any(place.kind is PlaceKind.COUNTRY for place in found)


def _is_surname(passage: Passage, name: Name, people: People) -> bool:
    if people.hold(name):
        before = passage.before(name.start)
        return before is not None and before.ent_type_ == "PERSON"
    return name.text in people.words and name.label == "PERSON"


def _opens_title(passage: Passage, name: Name) -> bool:
    """Say whether a company, a newspaper or a contest bears the demonym: “British Airways”."""
    after = passage.after(name.end)
    if after is None or not after.text.istitle() or passage.lexicon.has("power_nouns", after.text):
        return False
    return any(passage.lexicon.has(listed, after.text) for listed in _TITLE_LISTS)


def _is_language(passage: Passage, name: Name) -> bool:
    before, after = passage.before(name.start), passage.after(name.end)
    if before is None or not passage.lexicon.has("languages", before.text):
        return name.label == "LANGUAGE" and (after is None or after.pos_ != "NOUN")
    return after is None or after.pos_ not in {"NOUN", "PROPN", "ADJ"}
