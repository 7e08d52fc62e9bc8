"""What a document is about: whose forces, in which country; and what its pronouns stand for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodata.claims.grammar.clauses import governors, phrase, subjects, verbal
from geodata.claims.grammar.reading import Reading, Sentence
from geodata.claims.scene.actors import How, Party, find_parties, named_parties, parties_in
from geodata.claims.scene.focus import Focus, find_focus, movers, senders
from geodata.claims.scene.forces import Force, find_forces
from geodata.claims.scene.places_beside import is_local
from geodata.domain.mentions import PlaceMention, Role

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_PRONOUNS = frozenset(
    {"it", "they", "its", "their", "he", "his", "she", "her", "them", "we", "our"}
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_TITLE_WEIGHT = 2.0
_PEACE = frozenset({"mission", "peacekeeper", "helmet"})
_LEAD_REACH = 12
_LEAD_ENDS = frozenset({".", ":", "-", "–", "—"})
_LEAD_WORDS = frozenset(
    {"the", "camp", "fort", "in", "and", "at", "base", "port", "raf", "airfield"}
)


@dataclass(frozen=True, slots=True)
class Story:
    """
    A reading with its parties and forces, and what it turns around.

    Args:
        reading: The document.
        parties: By each of their tokens.
        forces: By the token of their head noun.
        host: The country that it turns around, or None.
        guest: The foreign force that it turns around, or None.
        guests: All whose forces it names.
        mission: The peace mission that it names most, or None.
        focus: Who was named as having or moving forces, by token, in order.
        camps: Names, in lower case, that the text ties to a base: “the camp at A”.
        speaks_of_bases: Whether bases are spoken of at all.
    """

    reading: Reading
    parties: dict[int, Party]
    forces: dict[int, Force]
    host: str | None
    guest: str | None
    mission: str | None
    guests: frozenset[str]
    focus: Focus = ()
    camps: frozenset[str] = frozenset()
    speaks_of_bases: bool = False

    def parties_of(self, head: Token) -> list[str]:
        """
        Return the codes that a noun phrase stands for, its conjuncts included.

        Pronouns, “the junta” and people without a country are followed to whom they stand for.
        """
        named = [p.code for p in self.named(head)]
        if named:
            return list(dict.fromkeys(named)) if self._may_act(head) else []
        if head.lower_ in _PRONOUNS:
            return self.antecedents(head)
        for word in phrase(head):
            if word.lower_ == "whose" and word.head == head:
                return self._of_relative(head)
            if word.lower_ in _PRONOUNS and word.dep_ == "poss" and word.head == head:
                return self._owners(word)
        return self._implied(head)

    def _may_act(self, head: Token) -> bool:
        """“The British government”, “French forces”; not “the British Museum”, “Chinese engineers”."""
        if head.i in self.parties or head.i in self.forces or head.ent_type_ == "PERSON":
            return True
        classes = ("government", "force", "state_body", "country_anaphors", "bodies")
        return any(self.reading.is_word(head, name) for name in classes)

    def stands_for(self, party: str) -> str:
        """Return the mission that the text names most for “the UN”, else the party itself."""
        if (
            self.mission
            and self.reading.lexicon.parent_of(self.mission) == party == "United Nations"
        ):
            return self.mission
        return party

    def named(self, head: Token) -> list[Party]:
        """Return the parties that a noun phrase and its conjuncts name."""
        found = [p for t in (head, *head.conjuncts) for p in parties_in(t, self.parties)]
        if head.i in self.parties:
            found += self._strung(self.parties[head.i])
        elif self.reading.is_word(head, "government"):  # “the leaders of A, B and C”
            found += [p for one in found[:1] if one.first > head.i for p in self._strung(one)]
        return list(dict.fromkeys(found))

    def _strung(self, party: Party) -> list[Party]:
        """Parties in one row of commas and “and” with this one, whatever the parser made of it."""
        row: list[Party] = []
        for step in (-1, 1):
            at = party.first - 1 if step < 0 else party.last
            while 0 <= at < len(self.reading.doc):
                if (near := self.parties.get(at)) and near.how is party.how:
                    row.append(near)
                    at = near.first - 1 if step < 0 else near.last
                elif self.reading.doc[at].lower_ in {",", "and"}:
                    at += step
                else:
                    break
        return row

    def antecedents(self, pronoun: Token) -> list[str]:
        """Return whom “it”, “its” or “they” stands for: a subject above it, else who came last."""
        sentence = self.reading.sentence_of(pronoun)
        for above in governors(pronoun):
            if not verbal(above):
                continue
            for subject in subjects(above):
                if subject.i < pronoun.i and subject.lower_ == pronoun.lower_:
                    return self.antecedents(subject)  # “it told A that it would go”
                is_speaker = pronoun.lower_ in {"our", "we"}
                is_before = subject.i < pronoun.i or is_speaker
                if is_before and self.reading.is_word(subject, "companies"):
                    return []  # “the Irish airline will close its base”: no state's
                if is_before and subject.lower_ not in _PRONOUNS:
                    codes = [p.code for p in self.named(subject)] or self._implied(subject)
                    if codes:
                        return list(dict.fromkeys(codes))
        if ahead := self._named_ahead(pronoun):
            return ahead
        tokens = [t for t in self.reading.tokens(sentence) if t.i < pronoun.i]
        if before := [p for p in named_parties(tokens, self.parties) if p.how is not How.DEMONYM]:
            is_many = pronoun.lower_ in {"they", "their", "them"}
            row = [before[-1], *(self._strung(before[-1]) if is_many else [])]
            return [p.code for p in row]
        return self._last_subject(sentence)

    def _named_ahead(self, pronoun: Token) -> list[str]:
        """“After the handover of its base, A …”: a phrase before the subject points ahead to it."""
        if pronoun.dep_ != "poss":
            return []
        sentence = self.reading.sentence_of(pronoun)
        first = next((t for t in self.reading.tokens(sentence) if t.is_alpha), None)
        above = [a for a in governors(pronoun) if verbal(a)]
        if first is None or first.pos_ not in {"ADP", "SCONJ"} or not above:
            return []
        ahead = [s for s in subjects(above[-1]) if s.i > pronoun.i and s.i in self.parties]
        return [p.code for s in ahead for p in self.named(s)]

    def _owners(self, pronoun: Token) -> list[str]:
        """Whom “its government” belongs to: the country that the story turns around, if there is one."""
        if self.reading.is_word(pronoun.head, "government") and self.host:
            return [self.host]
        return self.antecedents(pronoun)

    def _of_relative(self, head: Token) -> list[str]:
        """“A, whose government …”: A."""
        above = head.head
        return [p.code for p in self.named(above.head)] if above.dep_ == "relcl" else []

    def _implied(self, head: Token) -> list[str]:
        """“The junta”, “foreign minister N. N.”: the host, unless a country stands close before."""
        words = phrase(head)
        is_person = self._is_person([t for t in words if t.ent_type_ == "PERSON"])
        if is_person or any(self.reading.is_word(t, "government") for t in words):
            return [local] if (local := self.local_host(self.reading.sentence_of(head))) else []
        return []

    def implied_by(self, head: Token) -> list[str]:
        """Return the country of “the junta”, “the two presidents”, whatever else is named beside."""
        return self._implied(head)

    def _is_person(self, names: list[Token]) -> bool:
        """A lone name counts when the text gives it in full elsewhere; it may be a country's."""
        if len(names) != 1:
            return bool(names)
        last = names[0].text
        return any(
            e.label_ == "PERSON" and len(e.tokens) > 1 and e.tokens[-1].text == last
            for e in self.reading.doc.ents
        )

    def _last_subject(self, sentence: Sentence) -> list[str]:
        for earlier in self.reading.before(sentence):
            if sentence.index - earlier.index > 2:
                return []
            tokens = self.reading.tokens(earlier)
            if not any(t.tag_ in _FINITE for t in tokens):  # “Above all, the United States.”
                named = named_parties(tokens, self.parties)
                if named:
                    return [named[-1].code]
            for token in tokens:
                if token.dep_ in {"nsubj", "nsubjpass"}:
                    codes = [p.code for p in self.named(token)] or self._implied(token)
                    if codes:
                        return list(dict.fromkeys(codes))
        return []

    def lead_country(self, sentence: Sentence) -> str | None:
        """Return the country whose name alone opens the paragraph: “* NAURU. …”, “Chad: …”."""
        opening = sentence
        for earlier in self.reading.before(sentence, paragraph_only=True):
            if sentence.index - earlier.index > _LEAD_REACH:
                return None
            opening = earlier
        if (place := self.lead_place(sentence)) and place.place:
            return place.place.country
        for token in self.reading.tokens(opening)[:6]:
            if party := self.parties.get(token.i):
                ends = self.reading.doc[party.last : party.last + 1].text.strip()
                return (
                    party.code
                    if party.how is How.COUNTRY and ends in {".", ":", "-", "–", "—"}
                    else None
                )
            if token.is_alpha and token.lower_ != "the":
                return None
        return None

    def lead_place(self, sentence: Sentence) -> PlaceMention | None:
        """Return the place whose name alone opens the paragraph: “* Manta, Ecuador. Closed in 2009.”."""
        opening = sentence
        for earlier in self.reading.before(sentence, paragraph_only=True):
            if sentence.index - earlier.index > _LEAD_REACH:
                return None
            opening = earlier
        found: PlaceMention | None = None
        passed = 0
        for token in self.reading.tokens(opening)[:12]:
            mention = self.reading.places.get(token.i)
            if token.idx < passed:
                continue
            if mention is not None and mention.role in {Role.LOCATION, Role.ACTOR}:
                if found is None and not is_local(mention):
                    return None
                found = found or mention
                passed = mention.span.end
            elif found is not None and token.text in _LEAD_ENDS:
                return found
            elif token.is_alpha and token.lower_ not in _LEAD_WORDS:
                return None
        return None

    def section_country(self, sentence: Sentence) -> str | None:
        """Return the country that the heading above a sentence consists of, or None."""
        if lead := self.lead_country(sentence):
            return lead
        for earlier in self.reading.before(sentence):
            if not earlier.is_heading:
                continue
            named = named_parties(self.reading.tokens(earlier), self.parties)
            words = [t for t in self.reading.tokens(earlier) if t.is_alpha]
            is_name = len(named) == 1 and named[0].is_country and named[0].how is How.COUNTRY
            is_whole = is_name and len(words) <= named[0].last - named[0].first + 1
            return named[0].code if is_whole else None
        return None

    def local_host(
        self,
        sentence: Sentence,
        apart_from: frozenset[str] = frozenset(),
        before: int | None = None,
    ) -> str | None:
        """Return the country that “the country” means here, other than the given ones."""
        tokens = self.reading.tokens(sentence)
        if before is not None:
            near = [
                p
                for p in named_parties(tokens[: before - sentence.first], self.parties, cities=True)
                if p.is_literal and p.code not in apart_from
            ]
            if near:
                return near[-1].code
        section = self.section_country(sentence)
        if section and section not in apart_from:
            return section
        if self.host and self.host not in apart_from:
            return self.host
        for earlier in (sentence, *self.reading.before(sentence)):
            if sentence.index - earlier.index > 3:
                break
            tokens = self.reading.tokens(earlier)
            for party in reversed(named_parties(tokens, self.parties, cities=True)):
                if party.is_country and party.code not in apart_from:
                    return party.code
        return None


def make_story(reading: Reading) -> Story:
    """Return the reading with who and where it is about."""
    parties = find_parties(reading)
    forces = find_forces(reading, parties)
    home = reading.lexicon.nouns["home_force"]
    guests = Counter(
        code
        for force in forces.values()
        for code in force.owners
        if reading.lexicon.is_power(code) or reading.doc[force.head].lemma_.lower() not in home
    )
    host = _host(reading, parties, forces, guests)
    if forces and not any(code != host for code in guests):
        guests.update(senders(reading, parties, forces))
    ranked = [code for code, _ in guests.most_common() if code != host]
    missions = Counter(
        p.code
        for p in parties.values()
        if p.how is How.ORGANISATION and reading.lexicon.is_mission(p.code)
    )
    mission = missions.most_common(1)[0][0] if missions else None
    told = _mission_weight(mission, reading, parties, forces) if mission else 0
    is_of_mission = mission and (not ranked or told >= guests[ranked[0]])
    guest = mission if is_of_mission else (ranked[0] if ranked else mission)
    focus = find_focus(reading, parties, forces)
    return Story(reading, parties, forces, host, guest, mission, frozenset(guests), focus)


def _mission_weight(
    mission: str, reading: Reading, parties: dict[int, Party], forces: dict[int, Force]
) -> int:
    """How often a text speaks of a peace mission: by name, by whose it is, as peacekeepers."""
    names = {mission, reading.lexicon.parent_of(mission)}
    named = {p.first for p in parties.values() if p.code in names}
    spoken = {i for i in forces if reading.doc[i].lemma_.lower() in _PEACE}
    return len(named | spoken)


def _host(
    reading: Reading, parties: dict[int, Party], forces: dict[int, Force], guests: Counter[str]
) -> str | None:
    """The country most spoken of as a place or a government, those with forces abroad aside."""
    owned = {i for f in forces.values() for i in range(f.first, f.last)}
    weights: Counter[str] = Counter()
    for party in dict.fromkeys(parties.values()):
        if not party.is_country or party.first in owned:
            continue
        weight = {How.CITY: 0.7, How.DEMONYM: 0.4, How.METONYM: 0.4}.get(party.how, 0.8)
        weight += 0.6 if party.is_literal else 0.0
        sentence = reading.sentence_of(reading.doc[party.first])
        weight *= _TITLE_WEIGHT if sentence.index == 0 else 1.0
        weights[party.code] += weight  # type: ignore[assignment]
    for place in reading.places.values():
        if place.place and place.place.country and place.role.value == "location":
            weights[place.place.country] += 0.3  # type: ignore[assignment]
    foremost = {code for code, _ in guests.most_common(1)}
    foremost |= {c for c, n in Counter(movers(reading, parties, forces)).items() if n > 1}
    for code in weights:
        is_abroad = code in foremost or reading.lexicon.is_power(code)
        weights[code] *= 0.35 if is_abroad else 1.0  # type: ignore[assignment]
    if not weights:
        return None
    best, weight = weights.most_common(1)[0]
    return best if weight > 1 else None
