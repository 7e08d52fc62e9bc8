"""What a place name does in its sentence: a place, an actor, an attribute or a government."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodata.domain.mentions import Role
from geodata.domain.places import Place, PlaceKind
from geodata.geoparsing.capitals import is_capital
from geodata.geoparsing.names import Name
from geodata.geoparsing.passage import Passage
from geodata.geoparsing.spelling import CAPITALISED

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_WHERE = frozenset(
    {"in", "at", "near", "outside", "inside", "within", "across", "around", "throughout"}
)
_DEALING = frozenset({"with", "between", "against", "by", "to", "toward", "towards", "from", "for"})
_DATELINE = re.compile(r"\s*[A-ZÀ-Þ][A-ZÀ-Þ'’\- ]{2,}(?:[,/(][^.\n—–]{0,40}?)?\s*(?:—|–|--|-)\s")
_HELD = re.compile(rf"['’]s? (?P<held>{CAPITALISED}(?:[ -]{CAPITALISED})*)(?=[^\w]|$)")
_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_STATES = frozenset({PlaceKind.COUNTRY})


@dataclass(frozen=True, slots=True)
class Part:
    """
    A role with its reason.

    Args:
        role: What the name does.
        why: The reason, as the end of a sentence.
    """

    role: Role
    why: str


def read_role(passage: Passage, name: Name, place: Place | None, *, is_part: bool) -> Part:
    """
    Return what a name does in its sentence.

    Args:
        passage: The article.
        name: The name.
        place: What it was resolved to, or None.
        is_part: Whether it lies inside an organisation's name.
    """
    if is_part:
        return Part(Role.ORG_PART, "it is part of an organisation's name")
    if place is None:
        return Part(Role.LOCATION, "it is named as a place")
    if _is_dateline(passage, name):
        return Part(Role.LOCATION, "it stands in the dateline")
    if passage.gazetteer.metonym_country(name.key) is not None:
        return _seat(passage, name)
    if place.kind in _STATES:
        return _state(passage, name)
    if is_capital(place, passage.find(name.key)):
        return _capital(passage, name)
    return Part(Role.LOCATION, "it is named as a place")


def _is_dateline(passage: Passage, name: Name) -> bool:
    """Say whether a name stands before the dash that opens a report: “NIAMEY, Niger (AP) —”."""
    start, end = passage.paragraph(name.start)
    match = _DATELINE.match(passage.text[start:end])
    return match is not None and name.end <= start + match.end()


def _state(passage: Passage, name: Name) -> Part:
    token = passage.head_token(name.start, name.end)
    holder = _possessed(passage, name, token)
    if holder is not None and _holds_place(passage, name):
        return Part(Role.LOCATION, "it says where the next place lies")
    if holder is not None:
        return _state_holding(passage, holder)
    preposition = _preposition(token)
    if preposition in _WHERE:
        return Part(Role.LOCATION, f"it stands after “{preposition}”")
    governor = _chained(token)
    if governor.dep_ in _SUBJECTS:
        return Part(Role.ACTOR, f"it is the subject of “{governor.head.text}”")
    if governor.dep_ == "agent" or preposition == "by":
        return Part(Role.ACTOR, "it is named as the one who acts")
    if governor.dep_ in {"dobj", "dative", "obj"} and _has(passage, "told", governor.head.lemma_):
        return Part(Role.ACTOR, f"it is addressed by “{governor.head.text}”")
    if preposition in _DEALING and _deals(passage, governor):
        return Part(Role.ACTOR, f"“{preposition}” joins it to dealings between states")
    return Part(Role.LOCATION, "it is named as a place")


def _holds_place(passage: Passage, name: Name) -> bool:
    """Say whether a place follows the possessive: “Ethiopia's Dire Dawa”."""
    match = _HELD.match(passage.text, name.end)
    if match is None:
        return False
    return any(
        place.kind in {PlaceKind.SETTLEMENT, PlaceKind.ADMIN1, PlaceKind.REGION}
        for place in passage.find(match.group("held"))[:3]
    )


def _state_holding(passage: Passage, holder: str) -> Part:
    if holder == "based" or _has(passage, "land_nouns", holder):
        return Part(Role.LOCATION, f"“{holder}” is a part of its land")
    if _has(passage, "power_nouns", holder):
        return Part(Role.ATTRIBUTIVE, f"it says whose “{holder}” is meant")
    return Part(Role.ATTRIBUTIVE, f"it qualifies “{holder}”")


def _capital(passage: Passage, name: Name) -> Part:
    token = passage.head_token(name.start, name.end)
    holder = _possessed(passage, name, token)
    if holder is not None:
        if _has(passage, "land_nouns", holder) or not _has(passage, "power_nouns", holder):
            return Part(Role.LOCATION, "it is named as a place")
        return Part(Role.METONYM, f"the capital stands for the government: its “{holder}”")
    preposition = _preposition(token)
    if preposition in _WHERE:
        return Part(Role.LOCATION, f"it stands after “{preposition}”")
    governor = _chained(token)
    if governor.dep_ in _SUBJECTS and _is_deciding(passage, governor):
        verb = governor.head.text
        return Part(Role.METONYM, f"the capital stands for the government: subject of “{verb}”")
    if governor.dep_ in {"dobj", "dative", "obj"} and _has(passage, "told", governor.head.lemma_):
        verb = governor.head.text
        return Part(Role.METONYM, f"the capital stands for the government: “{verb}” addresses it")
    if governor.dep_ == "agent" or preposition == "by":
        return Part(Role.METONYM, "the capital stands for the government that acts")
    if preposition in _DEALING and _deals(passage, governor):
        return Part(
            Role.METONYM, f"the capital stands for the government: dealings “{preposition}” it"
        )
    return Part(Role.LOCATION, "it is named as a place")


def _seat(passage: Passage, name: Name) -> Part:
    """Read a building such as a palace: a government unless something happens in or near it."""
    token = passage.head_token(name.start, name.end)
    if _preposition(token) in _WHERE:
        return Part(Role.LOCATION, f"it stands after “{_preposition(token)}”")
    return Part(Role.METONYM, "the building stands for the government that sits in it")


def _possessed(passage: Passage, name: Name, token: Token) -> str | None:
    """Return the noun that the name qualifies (“US troops”, “Niger's army”), or None."""
    after = passage.after(name.end)
    if after is None:
        return None
    has_mark = after.text in {"'s", "’s", "'", "’"} and after.idx == name.end
    if has_mark or token.dep_ == "poss":
        return _noun_from(passage, after.idx + len(after.text) if has_mark else name.end)
    if passage.text[name.end : name.end + 1] == "-" and after.text.startswith("-"):
        joined = passage.after(after.idx + 1)
        return joined.text if joined is not None else None
    if token.dep_ in {"compound", "nmod", "amod"} and token.head.i > token.i:
        return str(token.head.text)
    if after.pos_ in {"NOUN", "PROPN"} and _has(passage, "power_nouns", after.text):
        return str(after.text)
    return None


def _noun_from(passage: Passage, position: int) -> str:
    """Return the last noun of the phrase that begins at a character."""
    noun = ""
    for _ in range(6):
        token = passage.after(position)
        if token is None or (token.pos_ not in _PHRASE and token.text != "-"):
            break
        if token.pos_ in {"NOUN", "PROPN"}:
            noun = str(token.text)
            if _has(passage, "land_nouns", noun):
                break
        position = token.idx + len(token.text)
    return noun or "own"


def _preposition(token: Token) -> str:
    """Return the preposition that governs a name, through “and” and apposition, or empty."""
    governor = _chained(token)
    return str(governor.head.lower_) if governor.dep_ == "pobj" else ""


def _chained(token: Token) -> Token:
    """Return the first of a chain “Russia, China and Iran” for any of its members."""
    for _ in range(12):
        if token.dep_ not in {"conj", "appos"} or token.head.i == token.i:
            break
        if token.head.pos_ not in {"PROPN", "NOUN", "PRON"}:
            break
        token = token.head
    return token


def _is_deciding(passage: Passage, subject: Token) -> bool:
    verb = subject.head
    if verb.lemma_ in {"have", "be", "seem", "appear", "go"}:
        inner = [child for child in verb.children if child.dep_ in {"xcomp", "acomp", "ccomp"}]
        held = [child.text for child in verb.children if child.dep_ == "dobj"]
        if any(_has(passage, "dealing_nouns", noun) for noun in held):
            return True
        return any(_has(passage, "acting", child.lemma_) or child.pos_ == "ADJ" for child in inner)
    if verb.pos_ not in {"VERB", "AUX"} or _has(passage, "lying", verb.lemma_):
        return False
    if subject.dep_ == "nsubjpass":
        return _has(passage, "told", verb.lemma_) or verb.lemma_ in {"determine", "commit"}
    return True


def _deals(passage: Passage, governor: Token) -> bool:
    """Say whether a preposition hangs on dealings: “ties with”, “open to”, “told by”."""
    if governor.dep_ != "pobj":
        return False
    head = governor.head.head
    if head.dep_ == "prep" and head.head.i != head.i:
        head = head.head
    words = [
        head,
        *(child for child in head.children if child.dep_ in {"dobj", "acomp", "compound"}),
    ]
    return any(
        _has(passage, "dealing_nouns", word.lemma_)
        or _has(passage, "dealing_nouns", word.text)
        or _has(passage, "dealing_verbs", word.lemma_)
        for word in words
    )


def _has(passage: Passage, listed: str, word: str) -> bool:
    return passage.lexicon.has(listed, word)
