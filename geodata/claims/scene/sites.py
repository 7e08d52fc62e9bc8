"""Bases in the text: named ones, and “the camp in …”, with whose they are and where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geodata.claims.grammar.clauses import agents, phrase, prepositional, verbal
from geodata.claims.scene.actors import How, named_parties
from geodata.claims.scene.places_beside import (
    is_alongside,
    is_local,
    joined_places,
    place_beside,
)
from geodata.claims.scene.story import Story
from geodata.domain.mentions import PlaceMention, Role
from geodata.domain.places import Place, PlaceKind

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_AT = frozenset({"in", "at", "near", "outside", "of", "on"})
_POSSESSIVES = frozenset({"its", "their"})
_ARMED = frozenset(
    [
        *(
            "military",
            "naval",
            "navy",
            "air",
            "army",
            "operations",
            "logistics",
            "drone",
            "training",
        ),
        *("airlift", "transport", "supply", "staging", "logistical", "surveillance", "observation"),
    ]
)
_STANDING_IN = frozenset({PlaceKind.SETTLEMENT, PlaceKind.BASE, PlaceKind.AIRPORT})
_ROW = 2
_BACK = 2
_AT_NAME = frozenset({"at", "near", "outside", "on", "off", "in"})
_FOR = frozenset({"for"})
_OF_PART = frozenset({"of", "to", "over"})


@dataclass(frozen=True, slots=True)
class Site:
    """
    A base in the text.

    Args:
        head: The token of its noun or name.
        place: Where, below country level, or None.
        country: Alpha-2 code of the country where, or None.
        owners: Whose the phrase says it is.
        is_named: Whether it has a name of its own.
        is_plural: Whether several are meant.
        is_certain: Whether the noun by itself means a military base.
        name: Its name as the text has it, where no gazetteer knows it.
        is_elsewhere: Whether the text names its place, and no gazetteer knows the name.
    """

    head: int
    place: Place | None
    country: str | None
    owners: tuple[str, ...]
    is_named: bool
    is_plural: bool
    is_certain: bool
    name: str = ""
    is_elsewhere: bool = False


def site_in(head: Token, story: Story) -> Site | None:
    """Return the base that a noun phrase is, or None."""
    if site := _named_site(head, story):
        return site
    if head.pos_ not in {"NOUN", "PROPN"} or not is_base_noun(head, story):
        is_part = story.reading.is_word(head, "part")
        inner = prepositional(head, _OF_PART) if is_part else []
        return next((s for t in inner if (s := site_in(t, story))), None)
    return _noun_site(head, story)


def has_base_talk(story: Story, index: int) -> bool:
    """Say whether bases are spoken of in the paragraph of a token or just before it."""
    reading = story.reading
    sentence = reading.sentence_of(reading.doc[index])
    near = [*reading.paragraph(sentence)]
    for earlier in reading.before(sentence):
        if sentence.index - earlier.index > 3:
            break
        near.append(earlier)
    return any(
        is_base_noun(t, story)
        for s in near
        for t in reading.tokens(s)
        if t.pos_ in {"NOUN", "PROPN"}
    )


def sites_in(head: Token, story: Story) -> list[Site]:
    """Return the bases that a noun phrase is: “its bases at A, B and C” are three."""
    site = site_in(head, story)
    if site is None or not (site.is_plural or head.tag_ == "NNS"):
        return [site] if site else []
    first = place_beside(head, story.reading)
    row = [first, *joined_places(first, story.reading)] if first else []
    places = [m.place for m in row if m.place is not None]
    if len(places) < _ROW:
        return [site]
    return [replace(site, place=p, country=p.country or site.country) for p in places]


def town_site(head: Token, story: Story, *, is_telling: bool = False) -> Site | None:
    """
    Return the camp at a town that the text names for it, or None: “Batumi was handed over”.

    Args:
        head: The token of the name.
        story: The document.
        is_telling: Whether what is said of it is only said of camps: it was handed over.
    """
    mention = _name_at(head, story)
    if mention is None or mention.role is not Role.LOCATION:
        return _unknown_site(head, story) if is_telling and mention is None else None
    place = mention.place
    if place is not None and place.kind not in _STANDING_IN:
        return None
    is_camp = mention.text.lower() in story.camps
    is_here = place is None or is_telling or place.country == story.host
    is_topic = bool(story.forces) and is_here and has_base_talk(story, head.i)
    if not (is_camp or is_topic or (is_telling and story.guest is not None)):
        return None
    if place is None:
        return (
            Site(head.i, None, None, (), True, False, False, mention.text) if is_telling else None
        )
    return Site(head.i, place, place.country, (), True, False, False)


def camp_site(head: Token, story: Story) -> Site | None:
    """Return the base that the text elsewhere puts at the place named, or None."""
    mention = _name_at(head, story)
    if mention is None or mention.text.lower() not in story.camps:
        return None
    return town_site(head, story)


def last_site(token: Token, story: Story) -> Site | None:
    """Return the base spoken of last before a word, in its sentence or the two before, or None."""
    reading = story.reading
    here = reading.sentence_of(token)
    near = [t for t in reading.tokens(here) if t.i < token.i]
    for earlier in reading.before(here):
        if here.index - earlier.index > _BACK:
            break
        near = [*reading.tokens(earlier), *near]
    for word in reversed(near):
        if word.pos_ in {"NOUN", "PROPN"} and (
            site := site_in(word, story) or camp_site(word, story)
        ):
            return None if site.is_plural else site
    return None


def _name_at(head: Token, story: Story) -> PlaceMention | None:
    """The place mention that a token ends or begins."""
    for index in range(head.i, max(-1, head.i - 4), -1):
        mention = story.reading.places.get(index)
        if mention is not None:
            return mention if mention.span.end > head.idx else None
    return None


def _unknown_site(head: Token, story: Story) -> Site | None:
    """A name that no gazetteer knows, where bases are the topic."""
    is_name = head.pos_ == "PROPN" and head.i not in story.parties and head.ent_type_ != "PERSON"
    if not is_name or not story.speaks_of_bases or story.guest is None:
        return None
    return Site(head.i, None, None, (), True, False, False, head.text)


def _named_site(head: Token, story: Story) -> Site | None:
    for token in phrase(head):
        mention = story.reading.places.get(token.i)
        if mention is None or mention.place is None or mention.place.kind is not PlaceKind.BASE:
            continue
        end = mention.span.end
        is_within = token.idx <= head.idx < end
        if not is_within and is_alongside(token):
            continue
        if is_within or is_base_noun(head, story):
            owners = _owners(head, story, mention.place.country)
            return Site(head.i, mention.place, mention.place.country, owners, True, False, True)
    return None


def is_base_noun(token: Token, story: Story) -> bool:
    """Say whether a noun means a military base here."""
    reading = story.reading
    lemma = _lemma(token)
    is_strong = lemma in reading.lexicon.nouns["base"]
    if not is_strong and lemma not in reading.lexicon.nouns["base_weak"]:
        return _is_camp_name(token, story) or _is_strictly_military(token, lemma, story)
    before = {t.lower_ for t in phrase(token) if t.i < token.i} | {
        w.lower() for t in phrase(token) if t.i < token.i for w in t.text.split("-")
    }
    if before & reading.lexicon.nouns["base_not"]:
        return False
    return is_strong or _is_military(token, before, story)


def _is_camp_name(token: Token, story: Story) -> bool:
    """“Camp Viking”, “Fort Sherman”: a name that begins with what it is."""
    if token.pos_ != "PROPN" or not story.forces:
        return False
    first = next((c for c in token.children if c.dep_ == "compound" and c.i < token.i), None)
    return first is not None and first.text in {"Camp", "Fort", "Base", "FOB", "Outpost"}


def _is_strictly_military(token: Token, lemma: str, story: Story) -> bool:
    """“A joint operations centre”, “a naval hub”."""
    if lemma not in story.reading.lexicon.nouns["base_strict"]:
        return False
    words = {t.lower_ for t in phrase(token) if t.i < token.i}
    is_at = lemma == "hub" and bool(story.forces) and _is_forces_near(token, story)
    return bool(words & _ARMED) or (is_at and place_beside(token, story.reading) is not None)


def _lemma(token: Token) -> str:
    """The lemma; taggers take “bases” for the plural of “basis”."""
    return "base" if token.lower_ == "bases" else str(token.lemma_.lower())


def _is_military(token: Token, before: set[str], story: Story) -> bool:
    """Whether a camp or a post is one of soldiers."""
    military = {
        "military",
        "army",
        "air",
        "naval",
        "navy",
        "drone",
        "force",
        "forces",
        "mission",
        "troops",
        "listening",
        "radar",
        "intelligence",
        "missile",
        "tracking",
        "surveillance",
        "combat",
        "submarine",
        "observation",
        "early-warning",
        "warning",
    }
    if before & military or (
        token.text[:1].isupper() and token.i + 1 < len(story.reading.doc) and bool(story.forces)
    ):
        return True
    return bool(story.guest) and _is_forces_near(token, story)


def _is_forces_near(token: Token, story: Story) -> bool:
    here = story.reading.sentence_of(token)
    near = [here, *(s for s in story.reading.before(here) if here.index - s.index <= 4)]
    return any(s.first <= f < s.last for s in near for f in story.forces) or any(
        _lemma(t) in story.reading.lexicon.nouns["base"]
        for s in near
        for t in story.reading.tokens(s)
    )


def _noun_site(head: Token, story: Story) -> Site:
    place, country = _place_of(head, story)
    owners = _owners(head, story, country)
    is_certain = _lemma(head) in story.reading.lexicon.nouns["base"]
    is_plural = head.tag_ in {"NNS", "NNPS"}
    is_elsewhere = place is None and not is_plural and is_at_unknown(head, story)
    return Site(
        head.i,
        place,
        country,
        owners,
        head.tag_ == "NNP",
        is_plural,
        is_certain,
        is_elsewhere=is_elsewhere,
    )


def _place_of(head: Token, story: Story) -> tuple[Place | None, str | None]:
    beside = place_beside(head, story.reading)
    if beside is None and head.dep_ == "appos":  # “A, a base that …”
        above = story.reading.places.get(phrase(head.head)[0].i)
        beside = above if above is not None and is_local(above) else None
    if beside is not None and beside.place is not None:
        return beside.place, beside.place.country
    country: str | None = None
    words = [*phrase(head), *(t for c in head.children if c.dep_ == "appos" for t in phrase(c))]
    for token in words:
        mention = story.reading.places.get(token.i)
        if mention is None or mention.place is None:
            continue
        if is_local(mention):
            return mention.place, mention.place.country
        if mention.role.value == "location" and token.i > head.i:
            country = mention.place.country
        elif (
            country is None
            and mention.role.value == "demonym"
            and token.head.i > head.i
            and token.head.i not in story.forces
        ):
            country = mention.place.country  # “in the Kenyan capital”
    return None, country


def is_at_unknown(head: Token, story: Story) -> bool:
    """Say whether a base stands at a name that no gazetteer knows: “a base on A”, “near A”."""
    reading = story.reading
    above = head.head if head.dep_ in {"dobj", "nsubjpass"} else head
    inner = [*prepositional(head, _AT_NAME), *prepositional(above, _AT_NAME)]
    return any(is_unknown_name(t, story) and t.i > head.i for t in inner) and not any(
        (m := reading.places.get(t.i)) is not None and is_local(m) for h in inner for t in phrase(h)
    )


def is_unknown_name(head: Token, story: Story) -> bool:
    """Say whether a word is a proper name that is no place known, no party, no day and nobody."""
    words = phrase(head)
    if head.pos_ != "PROPN" or head.ent_type_ in {"DATE", "TIME", "PERSON", "EVENT", "LAW"}:
        return False
    reading = story.reading
    return not any(t.i in story.parties or t.i in reading.dates for t in words) and not any(
        (m := reading.places.get(t.i)) is not None and m.place is not None for t in words
    )


def _owners(head: Token, story: Story, country: str | None) -> tuple[str, ...]:
    before = [t for t in phrase(head) if t.i <= head.i and t.head.i <= head.i]
    codes = [p.code for p in named_parties(before, story.parties) if p.how is not How.CITY]
    if codes:
        return tuple(c for c in dict.fromkeys(codes) if c != country)
    for token in before:
        if token.dep_ == "poss" and token.lower_ in _POSSESSIVES:
            return tuple(c for c in story.antecedents(token) if c != country)
    if head.dep_ == "pobj" and head.head.lower_ == "with" and verbal(head.head.head):
        keepers = [c for a in agents(head.head.head) for c in story.parties_of(a)]
        if keepers:  # “A keeps 200 men there, with hubs at B and C”
            return tuple(c for c in keepers if c != country)
    users = [t for t in prepositional(head, _FOR) if t.i in story.forces]
    return tuple(c for t in users for c in story.forces[t.i].owners if c != country)
