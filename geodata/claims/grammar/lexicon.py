"""The words of the three kinds, read from `resources/lexicon/claims_*.json`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import resources
from geodata.claims.grammar.patterns import Table, by_first

# Acronyms of peace missions that no list needs to name.
MISSION = re.compile(r"(?:MINU|MONU|UNMI|UNMO)[A-Z]{1,5}")


@dataclass(frozen=True, slots=True)
class Organisation:
    """
    An organisation that can be an actor or a target.

    Args:
        name: The name that claims carry.
        is_force: Whether it can have people on the ground.
        is_bloc: Whether countries can join or leave it.
        is_mission: Whether it is one deployment, which “the mission” can stand for.
        parent: The organisation whose mission it is, or empty.
        country: Alpha-2 code of the country where a mission stands, or empty.
        home: Alpha-2 code of the country that it belongs to, or empty.
        members: Alpha-2 codes of its members, where texts speak of “its three countries”.
    """

    name: str
    is_force: bool
    is_bloc: bool
    is_mission: bool
    parent: str = ""
    country: str = ""
    home: str = ""
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sense:
    """
    One predicate of the lexicon.

    Args:
        name: The sense, for example `leave` or `hand_over`.
        verbs: From verb lemma to the particles it needs; an empty string needs none.
        nouns: Noun lemmas that say the same.
    """

    name: str
    verbs: Mapping[str, frozenset[str]]
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """
    All word lists of the claim extractors.

    Args:
        nouns: Word classes by name (`force`, `base`, `agreement`, ...).
        needed: For an ambiguous noun, the modifiers of which it needs one; by class, then noun.
        senses: The predicates by name.
        by_verb: From verb lemma to the names of its senses.
        by_noun: From noun lemma to the names of its senses.
        phrases: From the lemma of a verb to the senses that it has with the words that follow it.
        voices: Words that govern a predicate, by what they make of it (`order`, `plan`, ...).
        aliases: From lower-case name to the organisation.
        spellings: Names of organisations as they are written.
        metonyms: From lower-case name of a building, ministry or chamber to an alpha-2 code.
        leaders: From the name of a leader, as written, to the alpha-2 code of the country.
        states: Names that gazetteers may hold for a province and that deal with others as states.
        powers: Countries that others are said to turn toward.
    """

    nouns: Mapping[str, frozenset[str]]
    needed: Mapping[str, Mapping[str, frozenset[str]]]
    senses: Mapping[str, Sense]
    by_verb: Mapping[str, tuple[str, ...]]
    by_noun: Mapping[str, tuple[str, ...]]
    phrases: Table
    voices: Mapping[str, frozenset[str]]
    aliases: Mapping[str, Organisation]
    spellings: frozenset[str]
    metonyms: Mapping[str, str]
    leaders: Mapping[str, str]
    powers: frozenset[str]
    states: frozenset[str]

    def parent_of(self, party: str) -> str:
        """Return whose mission a party is, or the party itself."""
        organisation = self.organisation(party)
        return organisation.parent or party if organisation else party

    def organisation(self, name: str) -> Organisation | None:
        """Return the organisation of this name; a peace mission is known by its acronym alone."""
        if known := self.aliases.get(name.lower()):
            return known
        if MISSION.fullmatch(name):
            return Organisation(name, True, False, True, "United Nations")
        return None

    def is_mission(self, party: str) -> bool:
        """Say whether a party is one deployment, which “the mission” can stand for."""
        organisation = self.organisation(party)
        return organisation is not None and organisation.is_mission

    def is_power(self, party: str) -> bool:
        """Say whether others align with this party rather than it with them."""
        return party in self.powers or len(party) != 2


@cache
def load_lexicon() -> Lexicon:
    """Return the lexicon; the files are read once a process and never change."""
    nouns = _read("nouns")
    actors = _read("actors")
    senses = {name: _sense(name, entry) for name, entry in _read("predicates").items()}
    return Lexicon(
        nouns={k: frozenset(v) for k, v in nouns.items() if isinstance(v, list)},
        needed={
            k.removesuffix("_need"): {word: frozenset(mods) for word, mods in v.items()}
            for k, v in nouns.items()
            if isinstance(v, dict)
        },
        senses=senses,
        by_verb=_by_word({name: sense.verbs.keys() for name, sense in senses.items()}),
        by_noun=_by_word({name: sense.nouns for name, sense in senses.items()}),
        phrases=by_first(_read("phrases")),
        voices={k: frozenset(v) for k, v in _read("voice").items()},
        aliases=_aliases(actors["organisations"]),
        spellings=frozenset(
            alias
            for name, entry in actors["organisations"].items()
            for alias in (name, *entry["aliases"])
        ),
        metonyms={**actors["metonyms"], **actors["houses"]},
        leaders=dict(actors["leaders"]),
        powers=frozenset(actors["powers"]),
        states=frozenset(actors["states"]),
    )


def _read(part: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resources.read_text(f"lexicon/claims_{part}.json"))
    return found


def _by_word(senses: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    words: dict[str, tuple[str, ...]] = {}
    for name, entries in senses.items():
        for word in entries:
            words[word] = (*words.get(word, ()), name)
    return words


def _sense(name: str, entry: Mapping[str, list[str]]) -> Sense:
    verbs: dict[str, set[str]] = {}
    for pattern in entry["verbs"]:
        verb, _, particle = pattern.partition(":")
        verbs.setdefault(verb, set()).add(particle)
    return Sense(name, {verb: frozenset(p) for verb, p in verbs.items()}, frozenset(entry["nouns"]))


def _aliases(organisations: Mapping[str, Mapping[str, list[str]]]) -> dict[str, Organisation]:
    found = {}
    for name, entry in organisations.items():
        roles = entry["roles"]
        organisation = Organisation(
            name,
            "force" in roles,
            "bloc" in roles,
            bool(entry.get("mission")),
            str(entry.get("of", "")),
            str(entry.get("in", "")),
            str(entry.get("home", "")),
            tuple(entry.get("members", ())),
        )
        for alias in (name, *entry["aliases"]):
            found[alias.lower()] = organisation
    return found
