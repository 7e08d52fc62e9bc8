"""Names that the words around them call a place: “the village of X”, “on X Road”."""

from __future__ import annotations

import re

from geodata.domain.places import PlaceKind
from geodata.geoparsing.article.names import Name, Origin
from geodata.geoparsing.article.passage import Passage
from geodata.geoparsing.lexicon.spelling import CAPITALISED, is_plain, without_possessive

_WORDS = rf"(?P<name>{CAPITALISED}(?: {CAPITALISED}){{0,2}})"
_OF_PLACE = re.compile(
    r"\b(?:[Vv]illage|[Tt]own|[Cc]ity|[Ss]uburb|[Pp]rovince|[Dd]istrict|[Rr]egion|[Ss]tate"
    r"|[Ii]sland|[Mm]unicipality|[Cc]ommune|[Cc]ounty|[Hh]amlet|[Pp]ort|[Ss]ettlement"
    rf"|[Nn]eighbou?rhood)(?:s|es|ies)? of {_WORDS}"
)
_POSTS = re.compile(
    r"\b(?:bases?|garrisons?|camps?|outposts?|facility|facilities|airstrip|runway|airfield|contingent"
    r"|crossing|barracks|troops|soldiers|marines|forces|crew|platform|depot|runway|port|airport)"
    rf" (?:at|in|near|outside|on) {_WORDS}"
)
_ROADS = re.compile(
    rf"\b(?:on|of|at|in|to|near|and|from|along|off) (?P<name>{CAPITALISED}(?: {CAPITALISED})"
    r"{0,2} (?:Road|Street|Avenue|Highway|Boulevard|Lane|Drive|Crescent|Close))\b"
)


_SHORT = re.compile(r"(?<=[a-z]) (?P<name>(?:[A-Z]\.){2,3}|[A-Z][a-z]{1,4}\.)(?=\W)")


_PLACING = ("locative", "directions")


def _short_names(passage: Passage) -> list[Name]:
    """Return abbreviations such as “B.C.” that a preposition or direction calls a place."""
    lexicon, names = passage.lexicon, []
    for match in _SHORT.finditer(passage.text):
        start, end = match.span("name")
        text = match.group("name")
        before = passage.before(start)
        if before is None or not (
            before.lower_ == "the" or any(lexicon.has(cue, before.text) for cue in _PLACING)
        ):
            continue
        found = passage.find(text)
        is_short = found and found != passage.find(text.rstrip("."))
        if is_short and found[0].kind in {PlaceKind.COUNTRY, PlaceKind.ADMIN1}:
            names.append(Name(start, end, text, text, origin=Origin.ABBREVIATION))
    return names


def cued_names(passage: Passage) -> list[Name]:
    """Return the names that the words around them call a settlement, district or road."""
    names = _short_names(passage)
    for pattern in (_OF_PLACE, _POSTS, _ROADS):
        for match in pattern.finditer(passage.text):
            text = without_possessive(match.group("name"))
            start = match.start("name")
            if not is_plain(passage.lexicon, text.split()[0]):
                end = start + len(text)
                names.append(Name(start, end, text, text, label="GPE", origin=Origin.CUE))
    return names
