"""Who acts: countries by name, demonym or metonym, and organisations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from geodata.claims.grammar.clauses import phrase
from geodata.claims.grammar.lexicon import MISSION, load_lexicon
from geodata.claims.grammar.reading import Reading
from geodata.domain.mentions import PlaceMention, Role
from geodata.domain.places import PlaceKind

if TYPE_CHECKING:
    from geodata.language.tokens import Token


_MADE = frozenset(
    [
        *("built", "made", "era", "style", "designed", "born", "speaking", "supplied", "brokered"),
        *("backed", "aligned", "allied", "funded", "financed", "sponsored", "trained", "armed"),
        *("equipped", "supported", "friendly", "proposed", "mediated"),
    ]
)


class How(StrEnum):
    """In what form a party is named."""

    COUNTRY = "country"
    DEMONYM = "demonym"
    METONYM = "metonym"
    ORGANISATION = "organisation"
    CITY = "city"  # a town: its country acts only where the grammar says so


@dataclass(frozen=True, slots=True)
class Party:
    """
    A country or organisation named in the text.

    Args:
        first: Its first token.
        last: One past its last token.
        code: ISO 3166-1 alpha-2 code, or the organisation's name.
        how: In what form it is named.
        is_literal: Whether it names a location rather than somebody acting.
    """

    first: int
    last: int
    code: str
    how: How
    is_literal: bool = False

    @property
    def is_country(self) -> bool:
        """Whether the code is that of a country."""
        return self.how is not How.ORGANISATION


def find_parties(reading: Reading) -> dict[int, Party]:
    """Return every party of a document by each of its tokens."""
    found: dict[int, Party] = {}
    for party in (*_organisations(reading), *_countries(reading), *_demonyms(reading)):
        if not any(i in found for i in range(party.first, party.last)):
            found.update(dict.fromkeys(range(party.first, party.last), party))
    return found


def parties_in(head: Token, parties: dict[int, Party]) -> list[Party]:
    """
    Return who a noun phrase names, the most telling first.

    The head itself wins, then what stands before it (“US troops”, “Niger's army”), then the rest.
    """
    if head.i in parties:
        return [parties[head.i]]
    words = [t.i for t in phrase(head)]
    before = _unique(parties[i] for i in words if i < head.i and i in parties)
    after = _unique(parties[i] for i in words if i > head.i and i in parties)
    if before and before[-1].how is not How.CITY:
        mission = _mission_of(head, parties) if before[-1].how is How.DEMONYM else None
        return [mission] if mission is not None else _joined(before)
    return before + after


def _mission_of(head: Token, parties: dict[int, Party]) -> Party | None:
    """Return the mission of “a Pakistani company of MONUSCO”: whose orders it is under."""
    for child in head.children:
        if child.lower_ == "of" and child.i == head.i + 1:
            for word in child.children:
                party = parties.get(word.i)
                if party is not None and MISSION.fullmatch(party.code):
                    return party
    return None


def _joined(before: list[Party]) -> list[Party]:
    """“US and French troops” have two owners; “the Kenyan capital's US base” has the last."""
    last = before[-1]
    return [p for p in before if p.last >= last.first - 3 and p.how is not How.CITY]


def _unique(parties: Iterable[Party]) -> list[Party]:
    return list(dict.fromkeys(parties))


def _organisations(reading: Reading) -> Iterator[Party]:
    text = reading.document.reading_text
    lexicon = reading.lexicon
    for match in _alias_pattern().finditer(text):
        first, last = reading.doc.covering(*match.span())
        name = match.group().lower()
        after = text[match.end() : match.end() + 2]
        if name == "the west" and after[:1] == " " and after[1:].isupper():
            continue  # “the West Bank”, “the West Coast”
        code = lexicon.metonyms.get(name.removeprefix("the "))
        if code := code or lexicon.leaders.get(match.group()):
            yield Party(first, last, code, How.METONYM)
        elif organisation := lexicon.organisation(match.group()):
            yield Party(first, last, organisation.name, How.ORGANISATION)


@cache
def _alias_pattern() -> re.Pattern[str]:
    """Organisations as written, capitals included; the longest name first."""
    lexicon = load_lexicon()
    names = _longest_first({*lexicon.spellings, *lexicon.leaders})
    buildings = _longest_first({name.lower() for name in lexicon.metonyms})
    return re.compile(rf"(?<![\w-])(?:{names}|{MISSION.pattern}|(?i:{buildings}))(?![\w])")


def _longest_first(names: Iterable[str]) -> str:
    """Return a pattern that tries the longest name first, and only those of its first letter."""
    by_letter: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=lambda name: (-len(name), name)):
        by_letter[name[0]].append(re.escape(name[1:]))
    return "|".join(f"{re.escape(one)}(?:{'|'.join(rest)})" for one, rest in by_letter.items())


def _countries(reading: Reading) -> Iterator[Party]:
    for first, mention in sorted(reading.places.items()):
        if party := _party_of(first, mention, reading):
            yield party


def _party_of(first: int, mention: PlaceMention, reading: Reading) -> Party | None:
    place = mention.place
    last = first + 1
    while last < len(reading.doc) and reading.doc[last].idx < mention.span.end:
        last += 1
    if _is_made_by(last, reading):
        return None
    if mention.role is Role.BLOC:
        name = reading.lexicon.aliases.get(mention.text.lower())
        return Party(first, last, name.name, How.ORGANISATION) if name else None
    if place is None or place.country is None:
        return None
    is_country = place.kind is PlaceKind.COUNTRY or mention.text in reading.lexicon.states
    if mention.role is Role.LOCATION and not is_country:
        if place.kind is not PlaceKind.SETTLEMENT:
            return None
        return Party(first, last, place.country, How.CITY, is_literal=True)
    how = {Role.DEMONYM: How.DEMONYM, Role.METONYM: How.METONYM}.get(mention.role, How.COUNTRY)
    if mention.role is Role.ORG_PART and not _is_state_body(last, mention, reading):
        return None
    return Party(first, last, place.country, how, is_literal=mention.role is Role.LOCATION)


def _is_state_body(last: int, mention: PlaceMention, reading: Reading) -> bool:
    """“US Department of Defense”, not “British Museum”."""
    if mention.place is None or mention.place.kind is not PlaceKind.COUNTRY:
        return False
    after = {t.lower_ for t in reading.doc[last : last + 4]}
    return bool(after & reading.lexicon.nouns["state_body"])


def _demonyms(reading: Reading) -> Iterator[Party]:
    """Demonyms that the place reader left alone."""
    for at, code in reading.demonyms.items():
        if not _is_made_by(at + 1, reading):
            yield Party(at, at + 1, code, How.DEMONYM)


def _is_made_by(last: int, reading: Reading) -> bool:
    """“The Soviet-built airfield”, “the Russian-led CSTO”: not whose it is."""
    after = [t.lower_ for t in reading.doc[last : last + 2]]
    return len(after) > 1 and after[0] == "-" and after[1] in _MADE


def named_parties(
    tokens: Sequence[Token], parties: dict[int, Party], *, cities: bool = False
) -> list[Party]:
    """Return the parties among tokens in order, towns only when asked for."""
    found = _unique(parties[t.i] for t in tokens if t.i in parties)
    return [p for p in found if cities or p.how is not How.CITY]
