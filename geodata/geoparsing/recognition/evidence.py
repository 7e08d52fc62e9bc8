"""How strongly the words around a name, and the gazetteer, speak for a place."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodata.domain.places import Place, PlaceKind
from geodata.geoparsing.article.names import Name, Origin
from geodata.geoparsing.article.passage import Passage
from geodata.geoparsing.containment import lies_in
from geodata.geoparsing.lexicon.capitals import is_capital
from geodata.geoparsing.recognition.barriers import is_locative
from geodata.geoparsing.recognition.people import People

if TYPE_CHECKING:
    from geodata.language.tokens import Token

PEOPLE_WEIGHT = 0.85
THRESHOLD = 1.75  # from here on a name is taken for a place
CONTAINED = 3.5  # for “Mobile, Alabama”, where the gazetteer knows of that very town
SURE = 4.0  # from here on it speaks for every other occurrence of the name
_LABELS = {"GPE": 3.0, "LOC": 3.0, "FAC": 2.0, "ORG": 0.5, "NORP": 0.5, "": -0.5}
_KINDS = {
    PlaceKind.COUNTRY: 3.0,
    PlaceKind.CONTINENT: 3.0,
    PlaceKind.REGION: 3.0,
    PlaceKind.BASE: 3.0,
    PlaceKind.SITE: 2.0,
    PlaceKind.WATER: 1.5,
    PlaceKind.ADMIN1: 1.5,
    PlaceKind.AIRPORT: 1.0,
    PlaceKind.LAND: 1.0,
}
_GROUNDS = frozenset({PlaceKind.LAND, PlaceKind.WATER, PlaceKind.ADMIN1})  # “on Svalbard”
_NATURAL = frozenset({PlaceKind.LAND, PlaceKind.WATER})
_SENTENCE_MARKS = frozenset({".", "!", "?", "“", '"', ":", "\n", "-", "–", "—", "•"})
_APPOSITION = re.compile(
    r",? \(?(?:in|near|outside|on|at) (?:the |its )?(?:border|coast|outskirts|north|south|east|west|cent|far|banks?)"
    r"|, (?:in|near|outside|home to|a (?:\w+ ){0,2}(?:city|town|village|suburb))\b"
)
_DATELINE = re.compile(r" ?(?:\([\w ]+\) ?)?[-–—:] ?|, [A-Z]| [A-Z]?[a-z]")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """
    What is known of an article before its names are weighed.

    Args:
        people: The persons it names.
        containing: Starts of names that are a country or subdivision, to the places they may be.
        countries: Country code to its share of the article's country names, 0..1.
    """

    people: People
    containing: Mapping[int, tuple[Place, ...]]
    countries: Mapping[str, float]


def weigh(
    passage: Passage, name: Name, around: Surroundings, *, is_part: bool, previous: Name | None
) -> float:
    """
    Return the evidence that a name is a place; see THRESHOLD and SURE.

    Args:
        passage: The article.
        name: The name in question.
        around: What is known of the article.
        is_part: Whether an organisation's name goes on around it.
        previous: The name before it.
    """
    if name.origin in {Origin.ABBREVIATION, Origin.FACILITY}:
        return SURE
    found = passage.find(name.key) or passage.find(name.inner or name.key)
    score = _LABELS.get(name.label, 0.0) + _prominence(found)
    qualified = _qualified(passage, name, around, found, previous)
    score += qualified + _belonging(found, around) - _doubts(passage, name, found, around)
    if qualified < CONTAINED and _is_everyday(passage, name, found):
        score -= 1.5 if name.label in {"GPE", "LOC"} else 3.0
    score += 1.0 if name.origin is Origin.CUE else 0.0
    score += 1.0 if name.inner or (" " in name.text and found) else 0.0
    score += 1.5 if found and name.text.endswith((" County", " Parish", " District")) else 0.0
    score += _left(passage, name, is_part) + _right(passage, name, is_part)
    score += _of_its_people(passage, name, found) + _lone_sense(passage, name, found)
    is_sure = _is_plain_country(passage, found) or _is_with_its_people(passage, name, found, around)
    return max(score, SURE) if is_sure else score


def _is_plain_country(passage: Passage, found: tuple[Place, ...]) -> bool:
    """Say whether a name is a country's and nothing else: no given name, bird or jersey."""
    if not found or found[0].kind is not PlaceKind.COUNTRY:
        return False
    name = found[0].name
    return not passage.lexicon.has("given_names", name) and not passage.is_common_word(name)


def _is_with_its_people(
    passage: Passage, name: Name, found: tuple[Place, ...], around: Surroundings
) -> bool:
    """Say whether an article that names a country's people means that country: Chad, “Chadian”."""
    if not found or found[0].kind is not PlaceKind.COUNTRY or name.text in around.people.words:
        return False
    country = found[0].country
    return any(w[:1].isupper() and country in passage.demonym_countries(w) for w in passage.words)


def _of_its_people(passage: Passage, name: Name, found: tuple[Place, ...]) -> float:
    """Return the points for “Finnish Lapland”: the adjective of the nation that holds it."""
    before = passage.before(name.start)
    if before is None or not before.text[:1].isupper() or not found:
        return 0.0
    return 2.0 if found[0].country in passage.demonym_countries(before.text) else 0.0


def _lone_sense(passage: Passage, name: Name, found: tuple[Place, ...]) -> float:
    """Return the points for “the Azores” and for a capital that the model takes for no name."""
    if (
        not found
        or passage.is_common_word(name.key)
        or passage.lexicon.has("given_names", name.key)
    ):
        return 0.0
    before = passage.before(name.start)
    if before is not None and before.lower_ == "the":
        return 1.0 if found[0].kind in _NATURAL else 0.0
    return 1.0 if not name.label and is_capital(found[0], found) else 0.0


def _prominence(found: tuple[Place, ...]) -> float:
    if not found:
        return -1.5
    best = max(_KINDS.get(place.kind, 0.0) for place in found[:3])
    people = max(place.population for place in found)
    settled = PEOPLE_WEIGHT * (math.log10(people + 1) - 4.0) if people else -0.5
    return max(best, settled + (1.5 if is_capital(found[0], found) else 0.0))


def _belonging(found: tuple[Place, ...], around: Surroundings) -> float:
    """Return up to 3 points where every place of a name lies in the article's countries."""
    if not found or found[0].kind in _KINDS:
        return 0.0
    shares = [around.countries.get(place.country or "", 0.0) for place in found]
    share = sum(shares) / len(shares) if len(shares) < 4 else 0.3 * max(shares)
    return min(3.0, 9.0 * share)


def _doubts(passage: Passage, name: Name, found: tuple[Place, ...], around: Surroundings) -> float:
    """Return the points against a place: everyday words, given names, speakers."""
    lexicon = passage.lexicon
    doubt = 0.0
    is_wide = bool(found) and found[0].kind in _KINDS
    if lexicon.has("given_names", name.text):
        doubt += 1.0 + (1.0 if name.label == "PERSON" and not is_locative(passage, name) else 0.0)
        doubt += 4.0 if name.text in around.people.words and is_wide else 0.0
        after = passage.after(name.end)
        if after is not None and lexicon.has("person_cues", after.text):
            doubt += 2.0
    if not is_wide and _speaks(passage, name):
        doubt += 1.0 if found and is_capital(found[0], found) else 3.0
    if not found and name.label in {"GPE", "LOC"} and _is_surname_elsewhere(passage, name):
        doubt += 2.0
    return doubt


def _is_everyday(passage: Passage, name: Name, found: tuple[Place, ...]) -> bool:
    is_wide = bool(found) and found[0].kind in _KINDS
    return bool(found) and not is_wide and passage.is_common_word(name.key)


def _speaks(passage: Passage, name: Name) -> bool:
    after, before = passage.after(name.end), passage.before(name.start)
    if after is not None and passage.lexicon.has("saying", after.text):
        return True
    if before is None:
        return False
    text = passage.text[max(0, name.start - 14) : name.start].lower()
    return before.lower_ in {"said", "says", "told", "asked"} or text.endswith("according to ")


def _is_surname_elsewhere(passage: Passage, name: Name) -> bool:
    """Say whether another capitalised word stands before the name somewhere (“Munir Karlov”)."""
    text = passage.text
    at = text.find(" " + name.text)
    while at > 0:
        token = passage.token_at(at - 1)
        if token.pos_ == "PROPN" and token.text.istitle() and text[at - 1].isalpha():
            is_place = bool(passage.find(token.text)) or bool(passage.demonym_countries(token.text))
            return not is_place or passage.lexicon.has("given_names", token.text)
        at = text.find(" " + name.text, at + 1)
    return False


def _left(passage: Passage, name: Name, is_part: bool) -> float:
    lexicon = passage.lexicon
    token = passage.before(name.start)
    if token is None and name.text.isupper() and _DATELINE.match(passage.text, name.end):
        return 2.5
    if token is None or token.text in _SENTENCE_MARKS:
        return -0.5 if not name.label or name.label not in _LABELS else 0.0
    word = token.lower_
    if word in {"on", "off"} and any(
        place.kind in _GROUNDS for place in passage.find(name.key)[:2]
    ):
        return 2.5
    if word == "the":
        token = passage.before(token.idx) or token
        word = token.lower_
    if word in lexicon.sets["locative"]:
        return 2.5
    if word in lexicon.sets["motion"] or word in lexicon.sets["directions"]:
        return 1.5
    head = " " + passage.text[max(0, name.start - 24) : name.start].lower().rstrip()
    if any(head.endswith(" " + cue) for cue in lexicon.sets["generic_before"]):
        return 2.0
    if word == "of" and head.endswith((", of", " all of")):
        return 2.0
    if word in lexicon.sets["belonging"]:
        return 0.5
    return -2.0 if not is_part and _is_stray_name(passage, token, name) else 0.0


def _right(passage: Passage, name: Name, is_part: bool) -> float:
    token = passage.after(name.end)
    if token is None:
        return 0.0
    if _APPOSITION.match(passage.text, name.end):
        return 1.5
    if passage.text[name.end : name.end + 1] != " ":
        return 0.0
    lexicon = passage.lexicon
    if token.lower_ in lexicon.sets["generic_after"]:
        return 2.0
    if token.text.islower() and token.lower_ in lexicon.sets["civic"]:
        return 1.5
    return -2.0 if not is_part and _is_stray_name(passage, token, name) else 0.0


def _is_stray_name(passage: Passage, token: Token, name: Name) -> bool:
    """Say whether a neighbouring word looks like the rest of a longer name."""
    if token.pos_ != "PROPN" or not token.text[:1].isupper() or len(token.text) < 2:
        return False
    if passage.in_capitals(name.start) or token.ent_type_ in {"DATE", "TIME", "NORP"}:
        return False
    lexicon = passage.lexicon
    if lexicon.has("titles", token.text) or lexicon.has("power_nouns", token.text):
        return False
    return not passage.find(token.text)


def _qualified(
    passage: Passage,
    name: Name,
    around: Surroundings,
    found: tuple[Place, ...],
    previous: Name | None,
) -> float:
    """Return the points for “Town, Country”, for both of its names."""
    match = re.match(r"(?:,\s+|\s+\()(?=[A-Z])", passage.text[name.end : name.end + 4])
    if match is not None and name.end + match.end() in around.containing:
        wider = around.containing[name.end + match.end()]
        if any(lies_in(place, outer) for place in found for outer in wider):
            return CONTAINED
        return 2.5 if not found else 1.0
    if previous is None or name.start not in around.containing:
        return 0.0
    if passage.text[previous.end : name.start] not in {", ", " ("}:
        return 0.0
    codes = {place.country for place in around.containing[name.start]}
    inner = passage.find(previous.key)
    return 2.0 if any(place.country in codes for place in inner) else 0.0
