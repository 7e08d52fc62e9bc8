"""Bases in the text: named ones, and “the camp in …”, with whose they are and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodata.claims.grammar.clauses import phrase, prepositional
from geodata.claims.scene.actors import How, named_parties
from geodata.claims.scene.hosts import is_local
from geodata.claims.scene.story import Story
from geodata.domain.places import Place, PlaceKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_AT = frozenset({"in", "at", "near", "outside", "of", "on"})
_POSSESSIVES = frozenset({"its", "their"})
_ARMED = frozenset(
    {"military", "naval", "navy", "air", "army", "operations", "logistics", "drone", "training"}
)
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
    """

    head: int
    place: Place | None
    country: str | None
    owners: tuple[str, ...]
    is_named: bool
    is_plural: bool
    is_certain: bool


def site_in(head: Token, story: Story) -> Site | None:
    """Return the base that a noun phrase is, or None."""
    if site := _named_site(head, story):
        return site
    if head.pos_ not in {"NOUN", "PROPN"} or not _is_base_noun(head, story):
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
        _is_base_noun(t, story)
        for s in near
        for t in reading.tokens(s)
        if t.pos_ in {"NOUN", "PROPN"}
    )


def town_site(head: Token, story: Story) -> Site | None:
    """“Batumi was handed over”: a town that stands for the camp there, where camps are the topic."""
    mention = story.reading.places.get(head.i)
    if mention is None or not is_local(mention) or mention.place is None:
        return None
    if mention.place.kind not in {PlaceKind.SETTLEMENT, PlaceKind.BASE, PlaceKind.AIRPORT}:
        return None
    if not has_base_talk(story, head.i) or not story.forces:
        return None
    return Site(head.i, mention.place, mention.place.country, (), True, False, False)


def _named_site(head: Token, story: Story) -> Site | None:
    for token in phrase(head):
        mention = story.reading.places.get(token.i)
        if mention is None or mention.place is None or mention.place.kind is not PlaceKind.BASE:
            continue
        end = mention.span.end
        if token.idx <= head.idx < end or _is_base_noun(head, story):
            owners = _owners(head, story, mention.place.country)
            return Site(head.i, mention.place, mention.place.country, owners, True, False, True)
    return None


def _is_base_noun(token: Token, story: Story) -> bool:
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
    return bool(words & _ARMED)


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
    return Site(head.i, place, country, owners, head.tag_ == "NNP", is_plural, is_certain)


def _place_of(head: Token, story: Story) -> tuple[Place | None, str | None]:
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
        elif mention.role.value == "demonym" and token.head.i > head.i:
            country = mention.place.country  # “in the Kenyan capital”
    return None, country


def _owners(head: Token, story: Story, country: str | None) -> tuple[str, ...]:
    before = [t for t in phrase(head) if t.i <= head.i and t.head.i <= head.i]
    codes = [p.code for p in named_parties(before, story.parties) if p.how is not How.CITY]
    if codes:
        return tuple(c for c in dict.fromkeys(codes) if c != country)
    for token in before:
        if token.dep_ == "poss" and token.lower_ in _POSSESSIVES:
            return tuple(c for c in story.antecedents(token) if c != country)
    return ()
