"""Forces and bases that a text takes for granted: counted or named in passing, with their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.claims.drafts import Draft
from geodata.claims.grammar.clauses import governors, is_none, is_passive, verbal
from geodata.claims.grammar.modality import Voice, voice_of
from geodata.claims.grammar.reading import Sentence
from geodata.claims.kinds.movements import movements
from geodata.claims.scene.dating import date_event
from geodata.claims.scene.forces import Force
from geodata.claims.scene.ownership import Cast, is_of_many, owners_of
from geodata.claims.scene.sites import is_base_noun, site_in
from geodata.claims.scene.story import Story
from geodata.domain.claims import ClaimKind, Modality, Status
from geodata.domain.mentions import PlaceMention, Role
from geodata.domain.places import PlaceKind

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_FEWEST = 10  # “two soldiers are on trial in A” says nothing of a deployment
_FROM_THERE = frozenset({"leave", "close", "resize", "hand_over", "end_stay", "be_gone", "keep"})
_FIRM, _LOOSE = 0.55, 0.45
_COMPARED = frozenset({"than", "like", "unlike", "to", "for"})
_OLD = frozenset(
    {"old", "former", "ex", "abandoned", "disused", "empty", "new", "future", "planned"}
)
_STATES = (Status.PRESENT, Status.PRESENT)


def read_standing(drafts: Sequence[Draft], story: Story) -> Iterator[Draft]:
    """Yield forces counted where they stand, and bases known to be foreign, not told of yet."""
    if not story.forces:
        return
    told = {d.force for d in drafts if d.force is not None}
    spoken = {(d.sentences[0].index, d.actor) for d in drafts if d.kind is ClaimKind.TROOPS}
    for force in story.forces.values():
        if force.head not in told:
            yield from _counted(force, spoken, story)
    yield from _owned_sites(drafts, story)
    known = {d.place.id for d in drafts if d.kind is ClaimKind.BASE and d.place}
    for first, mention in sorted(story.reading.places.items()):
        place = mention.place
        if place is None or place.kind is not PlaceKind.BASE or place.id in known:
            continue
        if draft := _base(story.reading.doc[first], mention, story):
            known.add(place.id)
            yield draft


def _owned_sites(drafts: Sequence[Draft], story: Story) -> Iterator[Draft]:
    """“The strip from which …, their air station at A”: a base that the words say to be foreign."""
    told = {(d.actor, d.host) for d in drafts if d.kind is ClaimKind.BASE and d.place is None}
    known = {d.place.id for d in drafts if d.kind is ClaimKind.BASE and d.place}
    here = {d.sentences[0].index for d in drafts if d.kind is ClaimKind.BASE}
    reading = story.reading
    for token in reading.doc:
        if token.pos_ not in {"NOUN", "PROPN"} or not is_base_noun(token, story):
            continue
        site = site_in(token, story)
        sentence = reading.sentence_of(token)
        is_sure = site is not None and (site.is_certain or site.is_named)
        if site is None or not is_sure or site.country is None or sentence.index in here:
            continue
        owner = next((o for o in site.owners if o != site.country), None)
        is_known = (site.place.id in known) if site.place else (owner, site.country) in told
        if owner is None or is_known or _is_apart(sentence, story) or not _stands(token, story):
            continue
        here.add(sentence.index)
        if site.place:
            known.add(site.place.id)
        told.add((owner, site.country))
        predicate = next((w for w in governors(token) if verbal(w)), token)
        voice = Voice()
        yield Draft(
            ClaimKind.BASE,
            Status.OPERATES,
            owner,
            site.country,
            voice,
            date_event(predicate, voice, reading, is_state=True),
            (sentence,),
            token,
            place=site.place,
            site_name=site.name,
            site=site.head,
            strength=_LOOSE,
            reasons=("operator: named with the base", "named in passing"),
        )


def _stands(head: Token, story: Story) -> bool:
    """Whether a base is spoken of as one that there is: no plan, no denial, none of old."""
    if is_none(head) or any(c.lower_ in _OLD or c.lower_ in {"a", "an"} for c in head.children):
        return False
    predicate = next((w for w in governors(head) if verbal(w)), head)
    voice = voice_of(predicate, story.reading)
    if voice.is_void or voice.is_planned or predicate.tag_ == "VBD":
        return False
    return voice.modality is Modality.ASSERTED


def _counted(force: Force, spoken: set[tuple[int, str]], story: Story) -> Iterator[Draft]:
    reading = story.reading
    head = reading.doc[force.head]
    if force.count is None or (force.count.high or _FEWEST) < _FEWEST:
        return
    sentence = reading.sentence_of(head)
    if _is_apart(sentence, story):
        return
    predicate = next((w for w in governors(head) if verbal(w)), head)
    voice = voice_of(predicate, reading)
    if voice.is_void or voice.is_planned or voice.governor is not None:
        return
    if _is_moving_off(predicate, story):
        return
    when = date_event(predicate, voice, reading, is_state=True)
    if predicate.tag_ == "VBD" and not when.is_dated and not _is_now(predicate):
        return
    owners, why = _owners_beside(force, sentence, story) or owners_of(force, predicate, story)
    voice = replace(voice, is_mention=False)
    for draft in movements(predicate, story, Cast(owners, force, why), voice, _STATES):
        if (sentence.index, draft.actor) not in spoken:
            yield replace(draft, strength=_FIRM, reasons=("counted in passing", *draft.reasons))


def _is_moving_off(predicate: Token, story: Story) -> bool:
    """“About 100 troops left A for B”: they are not there any more; “100 were left in A” are."""
    leaves = story.reading.lexicon.senses["leave"].verbs
    return verbal(predicate) and predicate.lemma_ in leaves and not is_passive(predicate)


def _is_now(verb: Token) -> bool:
    """“Now bed down in A”: a present that the tagger took for a past."""
    words = {c.lower_ for c in verb.children if c.dep_ == "advmod"}
    return bool(words & {"now", "today", "still", "currently"})


def _is_of_old(predicate: Token, story: Story) -> bool:
    """“Will leave A”, “plans to cut its presence at A”: who goes or shrinks is there."""
    senses = dict(story.reading.senses).get(predicate, ())
    return predicate.lemma_ == "lose" or bool(_FROM_THERE.intersection(senses))


def _owners_beside(
    force: Force, sentence: Sentence, story: Story
) -> tuple[tuple[str, ...], str] | None:
    """“The Indian base at A, some 300 sailors”: whose the only base of the sentence is."""
    if force.owners:
        return None
    nouns = (t for t in story.reading.tokens(sentence) if t.pos_ in {"NOUN", "PROPN"})
    sites = [s for t in nouns if is_base_noun(t, story) and (s := site_in(t, story))]
    owners = {site.owners for site in sites if site.owners}
    return (owners.pop(), "whose the base is") if len(owners) == 1 else None


def _is_apart(sentence: Sentence, story: Story) -> bool:
    """Whether a sentence is about a drill, a visit, or people who were hurt or tried."""
    apart = story.reading.lexicon.voices["apart"]
    return any(t.lemma_.lower() in apart for t in story.reading.tokens(sentence))


def _base(token: Token, mention: PlaceMention, story: Story) -> Draft | None:
    """A base that the gazetteer knows another country to run, spoken of as standing."""
    reading = story.reading
    place = mention.place
    if place is None or place.country is None or mention.role is not Role.LOCATION:
        return None
    known = (reading.gazetteer.base_operator(place.id) or "").split("|")
    operator = next((code for code in known if code and code != place.country), None)
    sentence = reading.sentence_of(token)
    if operator is None or _is_apart(sentence, story) or _is_compared(token):
        return None
    if _is_others(operator, sentence, story) or _is_of_access(sentence, story):
        return None
    predicate = next((w for w in governors(token) if verbal(w)), token)
    voice = voice_of(predicate, reading)
    if voice.is_void or (voice.is_planned and not _is_of_old(predicate, story)):
        return None  # “will be based at A”: what is to be there, not what is
    voice = Voice() if voice.is_planned else replace(voice, is_mention=False)
    when = date_event(predicate, voice, reading, is_state=True)
    return Draft(
        ClaimKind.BASE,
        Status.OPERATES,
        operator,
        place.country,
        voice,
        when,
        (sentence,),
        token,
        place=place,
        strength=_LOOSE,
        reasons=("operator: from the gazetteer of bases", "named in passing", when.why),
    )


def _is_others(operator: str, sentence: Sentence, story: Story) -> bool:
    """Whether the text never names who runs the base, or tells here of somebody else's force there."""
    if all(party.code != operator for party in story.parties.values()):
        return True
    here = [f for i, f in story.forces.items() if sentence.first <= i < sentence.last]
    if any(is_of_many(force, story) for force in here):
        return True
    here = [f for f in here if f.owners]
    return bool(here) and all(operator not in force.owners for force in here)


def _is_of_access(sentence: Sentence, story: Story) -> bool:
    """“Has access to nine sites, among them A”: who may use A does not run it."""
    return any(t.lower_ == "access" for t in story.reading.tokens(sentence))


def _is_compared(token: Token) -> bool:
    """“Bigger than A”, “a second A”, “flew from A to B”: nothing is said of A."""
    before = token.doc[max(0, token.i - 2) : token.i]
    return any(t.lower_ in _COMPARED for t in before)
