"""Finds the longest gazetteer names in running text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from geodata.gazetteer.names import Word, words

_LONGEST = 6
# What may stand between two words of one name: a space, a hyphen, the stop of “St.” or of an
# initial, a possessive.
_JOINT = re.compile(r"[ \t\u00a0]*(?:[-–‐‑]|\n|[’']s[ \t\u00a0])?[ \t\u00a0]*")
_STOPPED = frozenset({"st", "ste", "ft", "mt", "pt"})
_STOP = re.compile(r"\.[ \t\u00a0]*")
# Small words inside a name, and words that may end one in lower case (“Incirlik air base”).
_INNER = frozenset(
    [
        "a",
        "al",
        "am",
        "an",
        "and",
        "aan",
        "air",
        "an",
        "as",
        "bin",
        "d",
        "da",
        "das",
        "de",
        "dei",
        "del",
        "della",
        "den",
        "der",
        "des",
        "di",
        "do",
        "dos",
        "du",
        "e",
        "el",
        "en",
        "ez",
        "i",
        "ibn",
        "im",
        "in",
        "international",
        "la",
        "las",
        "le",
        "les",
        "los",
        "na",
        "nad",
        "o",
        "of",
        "on",
        "op",
        "os",
        "ou",
        "sul",
        "sur",
        "the",
        "ul",
        "under",
        "upon",
        "van",
        "von",
        "y",
        "military",
    ]
)
_ENDING = frozenset(
    [
        "air",
        "airbase",
        "airfield",
        "airport",
        "archipelago",
        "army",
        "base",
        "basin",
        "bay",
        "belt",
        "camp",
        "canal",
        "channel",
        "city",
        "coast",
        "countries",
        "county",
        "delta",
        "department",
        "desert",
        "district",
        "forest",
        "governorate",
        "gulf",
        "heights",
        "highlands",
        "island",
        "islands",
        "lake",
        "military",
        "mountain",
        "mountains",
        "nations",
        "oblast",
        "ocean",
        "peninsula",
        "plain",
        "plateau",
        "prefecture",
        "province",
        "range",
        "region",
        "river",
        "sea",
        "state",
        "states",
        "station",
        "strait",
        "straits",
        "strip",
        "town",
        "township",
        "triangle",
        "valley",
    ]
)
_ARTICLES = frozenset(["al", "el", "ad", "an", "ar", "as", "ash", "at", "az"])
_ELIDED = re.compile(r"[dl]['’‘ʼ](?=[^\W\d_a-z])")
_CONTRACTION = re.compile(r"\w+['’](?:re|ve|ll|d|m|t)\b", re.IGNORECASE)
_SHORT_CAPITALS = 4
_DATELINE = re.compile(r"\s*(?:,|\(|—|–|--|\n|$)")


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """
    A spelling that stands for a place.

    Args:
        name: Folded full name.
        is_alone: Whether it is a place by itself, or only after a settlement and a comma.
    """

    name: str
    is_alone: bool


Known = Callable[[Iterable[str]], set[str]]


def find_names(
    text: str, *, known: Known, abbreviations: Mapping[str, Abbreviation]
) -> list[tuple[int, int, str]]:
    """
    Return the longest names in a text, in order and without overlap.

    Args:
        text: Any text.
        known: Tells which of some folded names are in the gazetteer.
        abbreviations: Exact spellings such as “US” or “Calif.”, read before names are looked up.
    """
    found = list(words(text))
    candidates = {
        start: list(_candidates(text, found, start))
        for start in range(len(found))
        if _may_begin(text, found, start)
    }
    names = known({key for keys in candidates.values() for _, key in keys})
    spans: list[tuple[int, int, str]] = []
    at = 0
    while at < len(found):
        if at not in candidates and not text[found[at].start].isupper():
            at += 1
            continue
        short = _abbreviation(text, found, at, spans, abbreviations)
        long = next(((end, key) for end, key in candidates.get(at, ()) if key in names), None)
        if short and (long is None or long[0] <= at + 1):
            spans.append(short)
            at += 1
        elif long and not (found[at].key == "the" and _goes_on(candidates, at + 1, long[0], names)):
            spans.append((found[at].start, found[long[0] - 1].end, long[1]))
            at = long[0]
        else:
            at += 1
    return spans


def _goes_on(
    candidates: Mapping[int, list[tuple[int, str]]], at: int, end: int, names: set[str]
) -> bool:
    """Return whether a name that begins one word later reaches further (“The Gulf of Guinea”)."""
    return any(last > end and key in names for last, key in candidates.get(at, ()))


def _candidates(text: str, found: list[Word], at: int) -> Iterator[tuple[int, str]]:
    """Yield (end, folded name) of every way a name could begin at a word, longest first."""
    end = at + 1
    while end < len(found) and end - at < _LONGEST and _joined(text, found[end - 1], found[end]):
        end += 1
    for last in range(end, at, -1):
        if _may_end(text, found, at, last):
            inner = found[at + 1 : last - 1]
            if all(_is_capital(text, w) or w.key in _INNER or w.key in _ENDING for w in inner):
                yield last, " ".join(word.key for word in found[at:last])


def _may_begin(text: str, found: list[Word], at: int) -> bool:
    word = found[at]
    if not word.key:
        return False
    if word.key in _ARTICLES:
        follows = at + 1 < len(found) and _is_capital(text, found[at + 1])
        return follows and text[word.end] in "-‐‑ "
    if text[word.start].isdigit():
        return at + 1 < len(found) and _is_capital(text, found[at + 1])
    return text[word.start].isupper() and not _CONTRACTION.match(text, word.start)


def _may_end(text: str, found: list[Word], at: int, end: int) -> bool:
    word = found[end - 1]
    if end == at + 1:
        return _is_capital(text, word) and not _is_acronym(text, word)
    return _is_capital(text, word) or text[word.start].isdigit() or word.key in _ENDING


def _is_capital(text: str, word: Word) -> bool:
    # The French article is elided: “Côte d’Ivoire”.
    return text[word.start].isupper() or bool(_ELIDED.match(text, word.start))


def _is_acronym(text: str, word: Word) -> bool:
    """Return whether a word is a short run of capitals that is no dateline (“GAO, Mali —”)."""
    written = text[word.start : word.end]
    if len(word.key) > _SHORT_CAPITALS or not written.isupper():
        return False
    line_start = text.rfind("\n", 0, word.start) + 1
    is_dateline = not text[line_start : word.start].strip() and _DATELINE.match(text, word.end)
    return not is_dateline


def _joined(text: str, left: Word, right: Word) -> bool:
    gap = text[left.end : right.start]
    if gap == " ":
        return True
    is_stopped = left.key in _STOPPED or len(left.key) == 1
    if is_stopped and _STOP.fullmatch(gap):
        return True
    return bool(_JOINT.fullmatch(gap))


def _abbreviation(
    text: str,
    found: list[Word],
    at: int,
    spans: list[tuple[int, int, str]],
    abbreviations: Mapping[str, Abbreviation],
) -> tuple[int, int, str] | None:
    """Return the abbreviation that begins at a word, if it may stand for a place there."""
    word = found[at]
    if not text[word.start].isupper():
        return None
    for end in (word.end + 1, word.end):
        entry = abbreviations.get(text[word.start : end])
        if entry and (entry.is_alone or _follows_place(text, word, spans)):
            return word.start, end, entry.name
    return None


def _follows_place(text: str, word: Word, spans: list[tuple[int, int, str]]) -> bool:
    return bool(spans) and text[spans[-1][1] : word.start].strip() == ","
