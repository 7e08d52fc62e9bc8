"""Noun phrases for people in arms, with whose they are and how many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodata.claims.grammar.clauses import carried, phrase
from geodata.claims.grammar.reading import Reading
from geodata.claims.scene.actors import How, Party, parties_in
from geodata.claims.scene.soldiery import (
    MILITARY,
    is_definite,
    is_force,
    is_other,
    is_weak,
)
from geodata.domain.mentions import Count
from geodata.domain.places import PlaceKind

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_NAMING = frozenset({"NOUN", "PROPN"})
_COUNTED = re.compile(
    r"[,:]?\s(?:of (?:whom|which) there (?:are|were)\s"
    r"|(?:who|which) (?:now )?number(?:s|ed)?\s|number(?:ing|ed)\s|totall?ing\s"
    r"|(?:stood|stands) at\s|made up of\s|consisting of\s|comprising\s)?",
    re.IGNORECASE,
)
_COUNTING = frozenset({"number", "total", "count", "stand", "comprise", "reach"})


@dataclass(frozen=True, slots=True)
class Force:
    """
    People in arms in the text.

    Args:
        head: The token of the noun.
        first: First token of the phrase.
        last: One past its last token.
        owners: Codes of those whose they are, as far as the phrase itself tells.
        count: How many, or None.
        is_generic: Whether the words alone do not set a foreign force apart (“the mission”).
        is_home: Whether the noun, unmodified, means the home army (“the army”).
        is_people: Whether it is a people (“the Americans”), who need a place to be soldiers.
    """

    head: int
    first: int
    last: int
    owners: tuple[str, ...]
    count: Count | None
    is_generic: bool
    is_home: bool
    is_people: bool = False


def find_forces(reading: Reading, parties: dict[int, Party]) -> dict[int, Force]:
    """Return every force of a document by the token of its head noun."""
    found = {
        token.i: _force(token, reading, parties)
        for token in reading.doc
        if (token.pos_ in _NAMING or token.i in parties) and is_force(token, reading, parties)
    }
    if all(is_weak(reading.doc[i], reading, parties) for i in found) and not _is_military(reading):
        return {}
    found = {i: f for i, f in found.items() if not _is_civil(i, reading)}
    found |= _told_again(found, reading, parties)
    found = {i: f for i, f in found.items() if not _is_civil(i, reading)}
    armed = {o for i, f in found.items() if not _is_nationals(i, parties) for o in f.owners}
    is_posture = bool(armed) or _speaks_of_bases(reading)
    return {
        i: f
        for i, f in found.items()
        if not _is_nationals(i, parties)
        or armed & set(f.owners)
        or (is_posture and f.count is not None and _is_counted(reading.doc[i]))
        or (is_posture and is_definite(reading.doc[i]))
    }


def _is_civil(index: int, reading: Reading) -> bool:
    """“A French contingent of 120” beside firefighters, where nobody speaks of soldiers."""
    head = reading.doc[index]
    is_unit = reading.is_word(head, "unled_units") or reading.is_word(head, "civil_service")
    if reading.is_word(head, "soldierly") or not is_unit:
        return False
    here = reading.sentence_of(head)
    words = [t for s in reading.paragraph(here) for t in reading.tokens(s)]
    return any(reading.is_word(t, "civil_service") for t in words) and not any(
        reading.is_word(t, "soldierly") for t in words
    )


def _is_military(reading: Reading) -> bool:
    return any(t.lower_ in MILITARY for t in reading.doc)


def _speaks_of_bases(reading: Reading) -> bool:
    """Whether military bases are spoken of at all."""
    return any(
        m.place is not None and m.place.kind is PlaceKind.BASE for m in reading.places.values()
    ) or any(
        t.pos_ == "NOUN"
        and reading.is_word(t, "base")
        and any(c.lower_ in {"military", "naval", "air", "foreign", "army"} for c in t.children)
        for t in reading.doc
    )


def _told_again(
    found: dict[int, Force], reading: Reading, parties: dict[int, Party]
) -> dict[int, Force]:
    """“Its assets”, “Turkish guards”, where the text spoke of military assets, of border guards."""
    needed = reading.lexicon.needed["force"]
    known = {w.lemma_.lower() for i in found if (w := reading.doc[i]).lemma_.lower() in needed}
    strong = (
        i
        for i in found
        if not is_weak(reading.doc[i], reading, parties) and not _is_nationals(i, parties)
    )
    if any(strong) or _is_military(reading):
        known |= reading.lexicon.nouns["led_force"]
    return {
        token.i: _force(token, reading, parties)
        for token in reading.doc
        if token.i not in found
        and token.pos_ == "NOUN"
        and token.lemma_.lower() in known
        and any(c.dep_ == "poss" or c.i in parties for c in token.children if c.i < token.i)
        and not is_other(token, reading)
    }


def _is_counted(token: Token) -> bool:
    """“Sixty-five New Zealanders”: a number that stands right with the people."""
    return any(c.dep_ == "nummod" for c in token.children)


def _is_nationals(index: int, parties: dict[int, Party]) -> bool:
    """“Angolans”: people in arms only where the text speaks of forces of theirs."""
    party = parties.get(index)
    return party is not None and party.how is How.DEMONYM


def _force(token: Token, reading: Reading, parties: dict[int, Party]) -> Force:
    words = phrase(token)
    first, last = words[0].i, token.i + 1
    owners = tuple(dict.fromkeys(_owners(token, parties)))
    lemma = token.lemma_.lower()
    is_home = not owners and lemma in reading.lexicon.nouns["home_force"]
    is_generic = not owners and reading.is_word(token, "anaphoric_force")
    first = _partitive_start(token, first)
    count = _count(token, first, reading)
    is_people = _is_nationals(token.i, parties)
    return Force(token.i, first, last, owners, count, is_generic, is_home, is_people)


def _made_of(token: Token, reading: Reading) -> Count | None:
    """“A detachment of two dozen soldiers”, “a reserve, about 200 soldiers”."""
    for inner in carried(token, reading.lexicon.nouns["quantity"]):
        if inner.i == token.i or inner.i - token.i > 12 or not reading.is_word(inner, "people"):
            continue
        if inner.dep_ == "conj":
            continue
        start, end = reading.doc[inner.left_edge.i].idx, inner.idx
        found = [c for c in reading.counts if start <= c.span.start and c.span.end <= end]
        if found:
            return found[-1]
    return None


def _owners(token: Token, parties: dict[int, Party]) -> Iterator[str]:
    if token.i in parties:
        yield parties[token.i].code
        return
    for party in parties_in(token, parties):
        is_before = party.first < token.i
        if is_before or (_is_of(token, party) and not _is_where(token, party)):
            yield party.code


def _is_of(token: Token, party: Party) -> bool:
    """“Forces of the United States”."""
    return any(c.lower_ == "of" and party.first in {t.i for t in c.subtree} for c in token.children)


def _is_where(token: Token, party: Party) -> bool:
    """“Forces of the region of A” are not A's; “the troops of A” are."""
    direct = (g.i for c in token.children if c.lower_ == "of" for g in c.children)
    return party.is_literal and (party.how is How.CITY or party.last - 1 not in set(direct))


def _partitive_start(token: Token, first: int) -> int:
    """“A group of 120 soldiers”, “hundreds of troops”: the phrase begins with the group."""
    if token.dep_ == "pobj" and token.head.lower_ == "of":
        return min(first, int(token.head.head.left_edge.i))
    return first


def _count(token: Token, first: int, reading: Reading) -> Count | None:
    start = reading.doc[first].idx
    end = token.idx + len(token.text)
    inside = [c for c in reading.counts if start - 12 <= c.span.start and c.span.end <= end]
    if inside:
        return inside[-1]
    end = token.idx + len(token.text)
    if made_of := _made_of(token, reading):
        return made_of
    for count in reading.counts:
        if end <= count.span.start <= end + 45:
            between = reading.document.reading_text[end : count.span.start]
            if _COUNTED.fullmatch(between):
                return count
    counting = [c for c in token.children if c.dep_ in {"relcl", "acl"}]
    counting += [token.head] if token.dep_ in {"nsubj", "nsubjpass"} else []
    for verb in counting:
        if verb.lemma_.lower().removesuffix("s") in _COUNTING:
            reach = verb.idx, verb.idx + 40
            return next((c for c in reading.counts if reach[0] <= c.span.start <= reach[1]), None)
    return None
