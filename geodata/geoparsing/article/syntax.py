"""The grammar around a name: what it qualifies and what governs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.geoparsing.article.names import Name
from geodata.geoparsing.article.passage import Passage

if TYPE_CHECKING:
    from geodata.language.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
WHERE = frozenset(
    {"in", "at", "near", "outside", "inside", "within", "across", "around", "throughout"}
)
DEALING = frozenset({"with", "between", "against", "by", "to", "toward", "towards", "from", "for"})
_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def possessed(passage: Passage, name: Name, token: Token) -> str | None:
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


def preposition_of(token: Token) -> str:
    """Return the preposition that governs a name, through “and” and apposition, or empty."""
    governor = chained(token)
    return str(governor.head.lower_) if governor.dep_ == "pobj" else ""


def chained(token: Token) -> Token:
    """Return the first of a chain “Russia, China and Iran” for any of its members."""
    for _ in range(12):
        if token.dep_ not in {"conj", "appos"} or token.head.i == token.i:
            break
        if token.head.pos_ not in {"PROPN", "NOUN", "PRON"}:
            break
        if token.dep_ == "appos" and token.head.ent_type_ == "PERSON":
            break  # a byline: “By Chileshe Banda, Lusaka”
        token = token.head
    return token


def is_deciding(passage: Passage, subject: Token) -> bool:
    """Say whether the subject does what only a government can: no town “lies” or “sleeps”."""
    verb = subject.head
    if verb.lemma_ in {"have", "be", "seem", "appear", "go"}:
        inner = [child for child in verb.children if child.dep_ in {"xcomp", "acomp", "ccomp"}]
        held = [child.text for child in verb.children if child.dep_ == "dobj"]
        held += [
            inner.text
            for child in verb.children
            if child.dep_ == "prep"
            for inner in child.children
            if inner.dep_ == "pobj"
        ]
        if any(_has(passage, "dealing_nouns", noun) for noun in held):
            return True
        return any(_has(passage, "acting", child.lemma_) or child.pos_ == "ADJ" for child in inner)
    if verb.pos_ not in {"VERB", "AUX"} or _has(passage, "lying", verb.lemma_):
        return False
    if subject.dep_ == "nsubjpass":
        return _has(passage, "told", verb.lemma_) or verb.lemma_ in {"determine", "commit"}
    return True


def deals(passage: Passage, governor: Token) -> bool:
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


def is_its_doing(passage: Passage, governor: Token) -> bool:
    """Say whether “of” gives a government what is its own: “the request of Kinshasa”."""
    if governor.dep_ != "pobj" or governor.head.lower_ != "of":
        return False
    noun = governor.head.head
    if _has(passage, "land_nouns", noun.text) or noun.lemma_ in {"city", "town", "capital"}:
        return False
    return _has(passage, "power_nouns", noun.text) or _has(passage, "dealing_nouns", noun.text)


def _has(passage: Passage, listed: str, word: str) -> bool:
    return passage.lexicon.has(listed, word)
