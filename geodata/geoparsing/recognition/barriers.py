"""What keeps a name from being a place: persons, media, events, ships, addresses of web pages."""

from __future__ import annotations

import re
from enum import Enum

from geodata.domain.places import PlaceKind
from geodata.geoparsing.article.names import Name, Origin
from geodata.geoparsing.article.passage import Passage
from geodata.geoparsing.lexicon.spelling import is_plain
from geodata.geoparsing.recognition.outlets import Outlets
from geodata.geoparsing.recognition.people import People

_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.CONTINENT, PlaceKind.REGION})
_DIVISIONS = _WIDE | {PlaceKind.ADMIN1, PlaceKind.ADMIN2}
_NOBLE = re.compile(r"\b(?:Prince|Princess|Duke|Duchess|Earl|Marquess|Count|Countess|Baron) of $")
_CAPITALISED = re.compile(r"[A-Z][\w’'\-]+")


class Verdict(Enum):
    """What a name turned out to be."""

    FREE = "free"
    PART = "part"  # inside an organisation's name
    BARRED = "barred"


def judge(passage: Passage, name: Name, people: People, outlets: Outlets) -> Verdict:
    """Say whether a name may be a place, is part of an organisation, or is neither."""
    if name.origin in {Origin.FACILITY, Origin.CUE}:
        return Verdict.FREE
    if _is_in_address(passage, name) or _is_person(passage, name, people):
        return Verdict.BARRED
    if name.origin is not Origin.ABBREVIATION and outlets.hold(passage, name):
        return Verdict.BARRED
    if _is_title_of_something(passage, name) or _is_the_thing(passage, name):
        return Verdict.BARRED
    if _is_group_branch(passage, name):
        return Verdict.BARRED
    is_part = outlets.surround(name) or _is_part(passage, name)
    return Verdict.PART if is_part else Verdict.FREE


def _is_in_address(passage: Passage, name: Name) -> bool:
    text = passage.text
    before = text[name.start - 1 : name.start]
    after = text[name.end : name.end + 2]
    if before in {"@", "#", "/", "_"} or after[:1] in {"@", "_"}:
        return True
    if re.match(r"\.[a-z]{2}", text[name.end : name.end + 4]):
        return True
    if before == "-" and not text[name.start - 2 : name.start - 1].isspace():
        left = re.search(r"[\w.]+$", text[max(0, name.start - 30) : name.start - 1])
        return left is None or not (left.group()[0].islower() or _is_known(passage, left.group()))
    if after[:1] == "-" and after[1:2].isupper():
        right = _CAPITALISED.match(text, name.end + 1)
        return right is None or not _is_known(passage, right.group())
    return False


def _is_known(passage: Passage, word: str) -> bool:
    """Say whether a word joined by a hyphen is a country, its people or a large city."""
    if passage.demonym_countries(word) or (word.isupper() and len(word) < 5):
        return True
    found = passage.find(word)
    return any(place.kind in _DIVISIONS or place.population > 200_000 for place in found[:2])


def _is_person(passage: Passage, name: Name, people: People) -> bool:
    if people.hold(name) or _is_given_name(passage, name) or _is_noble_title(passage, name):
        return True
    before = passage.before(name.start)
    if (
        before is not None
        and before.text[:1].isupper()
        and passage.lexicon.has("titles", before.text)
    ):
        return not _is_wide(passage, name) and name.label != "GPE"
    if is_locative(passage, name) and re.match(r", [A-Z]", passage.text[name.end : name.end + 3]):
        return False
    if name.text in people.words:
        return _bears_person_name(passage, name)
    if name.label == "PERSON" and passage.lexicon.has("given_names", name.text):
        return not is_locative(passage, name) and not _is_wide(passage, name)
    return False


def _is_given_name(passage: Passage, name: Name) -> bool:
    """Say whether a person's name stands there: “Kenya Barris”, “Troy Manila”."""
    lexicon = passage.lexicon
    before = passage.before(name.start)
    if (
        before is not None
        and before.text[:1].isupper()
        and lexicon.has("given_names", before.text)
        and passage.text[name.start - 1] == " "
    ):
        return not passage.find(f"{before.text} {name.text}")
    if not lexicon.has("given_names", name.text) or passage.in_capitals(name.start):
        return False
    following = _next_capitalised(passage, name)
    after = passage.after(name.end)
    if (
        name.label == "ORG"
        or name.text.isupper()
        or not following
        or after is None
        or after.pos_ != "PROPN"
        or is_plain(lexicon, following)
    ):
        return False
    is_other = passage.find(following) or passage.demonym_countries(following)
    listed = ("armed", "civic", "events", "facility_tails", "generic_after")
    return not is_other and not any(lexicon.has(words, following) for words in listed)


def _is_noble_title(passage: Passage, name: Name) -> bool:
    """Say whether a person or a regiment is called so: “the Princess of Wales's Regiment”."""
    head = passage.text[max(0, name.start - 16) : name.start]
    return _NOBLE.search(head) is not None and not _is_wide(passage, name)


def _bears_person_name(passage: Passage, name: Name) -> bool:
    """Say whether a word that is part of a person's name elsewhere means that person here too."""
    found = passage.find(name.key)
    if _is_wide(passage, name):
        return False
    if name.label in {"GPE", "LOC"}:
        return not found and not passage.is_located(name.text)
    return not (found and passage.is_located(name.text))


def is_locative(passage: Passage, name: Name) -> bool:
    """Say whether a preposition of place stands before a name."""
    before = passage.before(name.start)
    if before is None:
        return False
    word = before.lower_
    return word in passage.lexicon.sets["locative"] or word in passage.lexicon.sets["motion"]


def _is_wide(passage: Passage, name: Name) -> bool:
    return any(place.kind in _WIDE for place in passage.find(name.key)[:1])


def _next_capitalised(passage: Passage, name: Name) -> str:
    if passage.text[name.end : name.end + 1] != " ":
        return ""
    match = _CAPITALISED.match(passage.text, name.end + 1)
    return match.group() if match else ""


def _is_title_of_something(passage: Passage, name: Name) -> bool:
    """Say whether a newspaper, an event or a ship bears the name."""
    lexicon = passage.lexicon
    before = passage.before(name.start)
    if before is not None and before.text.isupper() and lexicon.has("ships", before.text):
        return True
    if _is_disease(passage, name):
        return True
    following = _next_capitalised(passage, name)
    if not following or (passage.in_capitals(name.start) and not following.isupper()):
        return False
    return lexicon.has("media", following) or lexicon.has("events", following)


def _is_disease(passage: Passage, name: Name) -> bool:
    """Say whether a disease bears the name (“Lassa fever”), here or elsewhere in the article."""
    if _is_wide(passage, name):
        return False
    lexicon = passage.lexicon
    after = passage.after(name.end)
    if after is not None and lexicon.has("diseases", after.text):
        return True
    before = passage.before(name.start)
    if before is not None and before.lower_ in {"in", "at", "near"}:
        return False
    if lexicon.has("disease_names", name.text):
        return True
    text = passage.text
    return any(f"{name.text} {illness}" in text for illness in ("virus", "fever", "disease"))


def _is_the_thing(passage: Passage, name: Name) -> bool:
    """Say whether “the Dakar” stands alone: a race, a ship or a hotel, not the town."""
    before = passage.before(name.start)
    if before is None or before.lower_ != "the" or name.origin is not Origin.GAZETTEER:
        return False
    found = passage.find(name.key)
    if not found or any(place.kind is not PlaceKind.SETTLEMENT for place in found[:1]):
        return False
    if passage.find("the " + name.key)[:1] == found[:1] and name.label in {"GPE", "LOC"}:
        return False
    after = passage.after(name.end)
    return after is None or after.pos_ not in {"NOUN", "PROPN", "ADJ", "PUNCT", "PART", "NUM"}


def _is_group_branch(passage: Passage, name: Name) -> bool:
    """Say whether a region names a branch: “Islamic State in Khorasan”."""
    head = passage.text[max(0, name.start - 40) : name.start].lower()
    match = re.search(r"([\w\- ]+?) in (?:the )?(?:islamic |greater )?$", head)
    if match is None:
        return False
    is_branch = any(match.group(1).endswith(group) for group in passage.lexicon.sets["groups"])
    found = passage.find(name.key)
    return is_branch and not any(place.kind is PlaceKind.COUNTRY for place in found)


def _is_part(passage: Passage, name: Name) -> bool:
    """Say whether an organisation's name goes on before or after this one."""
    if passage.gazetteer.metonym_country(name.text) is not None:
        return False
    following = _next_capitalised(passage, name)
    lexicon = passage.lexicon
    if following and lexicon.has("armed", following) and _is_wide(passage, name):
        return False
    if following and lexicon.has("state_bodies", following) and _is_state(passage, name):
        return False  # “the U.S. Department of Agriculture”: it says whose
    if following and not passage.in_capitals(name.start):
        if lexicon.has("organisations", following):
            return True
        after = passage.after(name.end)
        if after is not None and after.tag_ == "NNPS" and not passage.find(after.text):
            return not lexicon.has("generic_tails", following)
    return _entity_goes_on(passage, name)


def _is_state(passage: Passage, name: Name) -> bool:
    """Say whether a name is a country's that opens the name of one of its bodies."""
    found = passage.find(name.key)
    before = passage.before(name.start)
    if not found or found[0].kind is not PlaceKind.COUNTRY:
        return False
    if before is None or before.lower_ == "the":
        return True
    return not (before.ent_type_ == "ORG" and before.text[:1].isupper())


def _entity_goes_on(passage: Passage, name: Name) -> bool:
    entity = _entity_around(passage, name)
    if entity is None:
        return False
    start, end = entity
    text = passage.text
    rest = text[name.end : end]
    if "\n" in text[start:end] or re.match(r"['’]s?\b|['’] |,", rest):
        return False
    lead = text[start : name.start].strip()
    if re.search(r"(?:^|\W)(?:in|at|near|from|and)$|[,–(]$", lead):
        return False
    leading = any(word[:1].isupper() for word in lead.removeprefix("The ").split())
    trailing = any(word[:1].isupper() for word in rest.split())
    return leading or trailing


def _entity_around(passage: Passage, name: Name) -> tuple[int, int] | None:
    token = passage.token_at(name.start)
    if token.ent_type_ != "ORG":
        return None
    first = last = token.i
    doc = passage.doc
    while doc[first].ent_iob_ == "I" and first > 0:
        first -= 1
    while last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I":
        last += 1
    return doc[first].idx, doc[last].idx + len(doc[last].text)
