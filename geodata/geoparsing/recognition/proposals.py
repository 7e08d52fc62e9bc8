"""Every stretch of a text that might be a place name, before it is judged."""

from __future__ import annotations

import re
from dataclasses import replace

from geodata.geoparsing.article.names import Name, Origin
from geodata.geoparsing.article.passage import Passage
from geodata.geoparsing.lexicon.spelling import is_name_like, is_plain, without_possessive
from geodata.geoparsing.recognition.cues import cued_names
from geodata.geoparsing.recognition.facilities import facility_names

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
LONGEST_ABBREVIATION = 6  # characters of “W. Va.”
_LEADING = re.compile(r"(?:[Tt]he|[a-z][\w\-]*)\s+|[\"“‘'(]+")
_STYLED = re.compile(r"^(?:City|County|Town|Municipality|Province|State|Republic) of ")
_NEXT_WORD = re.compile(r"[ \-]([A-Z]\w+)")
_TAIL = re.compile(r" ([A-Za-z]+)\b")


def propose(passage: Passage) -> list[Name]:
    """Return non-overlapping names in order: the longest wins, then the surer origin."""
    cued = cued_names(passage)
    spans = {(name.start, name.end) for name in cued}
    proposed = [
        *facility_names(passage),
        *cued,
        # A name that is also in the gazetteer is no less a place for it.
        *(
            replace(name, label="GPE") if (name.start, name.end) in spans else name
            for name in _gazetteer_names(passage)
        ),
        *_entity_names(passage),
    ]
    proposed.sort(key=lambda name: (name.start - name.end, -name.origin))
    taken = [False] * (len(passage.text) + 1)
    kept: list[Name] = []
    for name in proposed:
        if not any(taken[name.start : name.end]):
            taken[name.start : name.end] = [True] * (name.end - name.start)
            kept.append(name)
    return sorted(kept, key=lambda name: name.start)


def _gazetteer_names(passage: Passage) -> list[Name]:
    names = []
    for start, end, key in passage.gazetteer.spans_in(passage.text):
        text = passage.text[start:end]
        if _is_abbreviation(text, key):
            if not _is_other_capitals(passage, start, end):
                names.append(Name(start, end, text, key, origin=Origin.ABBREVIATION))
            continue
        if _opens_demonym(passage, text, end):
            continue
        bare = without_possessive(text)
        if is_name_like(text) and not is_plain(passage.lexicon, bare):
            label = passage.token_at(start + len(bare) // 2).ent_type_
            name = Name(start, start + len(bare), bare, bare, label=label)
            names.append(_with_tail(passage, name))
    return names


def _opens_demonym(passage: Passage, text: str, end: int) -> bool:
    """Say whether a name is the first half of a demonym: “South” in “South African”."""
    match = _NEXT_WORD.match(passage.text, end)
    if match is None:
        return False
    pair = f"{text.rsplit(maxsplit=1)[-1]} {match.group(1)}"
    return (
        bool(passage.demonym_countries(pair)) or pair.lower() in passage.lexicon.regional_demonyms
    )


def _is_abbreviation(text: str, key: str) -> bool:
    """Say whether a name is spelled short: the gazetteer's key is then the full name."""
    if len(text) > LONGEST_ABBREVIATION or not (text.isupper() or text.endswith(".")):
        return False
    return "".join(filter(str.isalpha, text.lower())) != "".join(filter(str.isalpha, key))


def _is_other_capitals(passage: Passage, start: int, end: int) -> bool:
    """Say whether “US” is money, or the pronoun in a line set in capitals."""
    text = passage.text
    if "$" in {text[end : end + 1], text[start - 1 : start]}:
        return True
    return text[start:end] == "US" and passage.in_capitals(start)


def _with_tail(passage: Passage, name: Name) -> Name:
    """Return “Karak District” for “Karak”, “Baltic states” for “Baltic” if that is a place."""
    match = _TAIL.match(passage.text, name.end)
    if match is None or not passage.lexicon.has("generic_tails", match.group(1)):
        return name
    words = passage.text[name.start : match.end()]
    if match.group(1).islower() and not passage.find(words):
        return name
    return replace(name, end=match.end(), text=words, key=words, inner=name.key)


def _entity_names(passage: Passage) -> list[Name]:
    names = []
    for entity in passage.doc.ents:
        if entity.label_ in PLACE_LABELS:
            name = _trimmed(
                passage, entity.tokens.start_char, entity.tokens.end_char, entity.label_
            )
            names += [name] if name is not None else []
    return names


def _trimmed(passage: Passage, start: int, end: int, label: str) -> Name | None:
    """Return an entity without article, direction, possessive and stray marks."""
    words = re.split(r"\n| [-–—] ", passage.text[start:end])[0]
    words = without_possessive(words.rstrip(" -–,.:;(\t"))
    while (match := _LEADING.match(words)) is not None:
        start += match.end()
        words = words[match.end() :]
    if len(words) < 3 or not is_name_like(words) or "," in words or " and " in words:
        return None
    lexicon = passage.lexicon
    if lexicon.has("unions", words.split()[-1]) and not passage.find(words):
        return None
    if is_plain(lexicon, words) or lexicon.has("titles", words.split()[0]):
        return None
    if any(char.isdigit() for char in words) and not passage.find(words):
        return None
    inner = _STYLED.sub("", words)
    inner = inner if inner != words else ""
    return Name(start, start + len(words), words, words, inner, label, Origin.ENTITY)
