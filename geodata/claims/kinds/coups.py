"""Seizures of power."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.claims.drafts import Draft
from geodata.claims.grammar.clauses import (
    agents,
    has_particle,
    is_passive,
    objects,
    phrase,
    prepositional,
    verbal,
)
from geodata.claims.grammar.modality import Voice, voice_of
from geodata.claims.grammar.wordings import Wording
from geodata.claims.scene.actors import How, named_parties
from geodata.claims.scene.dating import When
from geodata.claims.scene.story import Story
from geodata.claims.shifts.shift import when_of
from geodata.domain.claims import ClaimKind, Status
from geodata.domain.mentions import DateMention, DateRelation
from geodata.domain.places import PlaceKind

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_SOLDIERLY = frozenset(
    [
        "military",
        "junta",
        "army",
        "soldier",
        "soldiers",
        "general",
        "officer",
        "officers",
        "coup",
        "putsch",
        "putschist",
        "guard",
        "captain",
        "colonel",
        "mutiny",
        "mutineers",
        "generals",
    ]
)
_ARMED = _SOLDIERLY - {"coup", "putsch", "general", "guard", "captain"} | {
    "troops",
    "colonels",
    "captains",
    "putschists",
    "forces",
    "commandos",
    "paratroopers",
    "gendarmes",
    "men",
    "officer",
}
_FAILED = frozenset(
    [
        "failed",
        "attempted",
        "foiled",
        "abortive",
        "alleged",
        "thwarted",
        "botched",
        "attempt",
        "plot",
        "against",
    ]
)
_AS = frozenset({"as"})
_NEAR = 4
_AFTER = frozenset({"since", "after", "following", "before", "until"})
_ALL = frozenset(
    {"government", "country", "state", "power", "control", "reins", "rein", "helm", "command"}
)
_RULE = frozenset(
    {"power", "regime", "rule", "dynasty", "republic", "constitution", "palace", "reign", "family"}
)
_NEEDS_RULER = frozenset(
    {"go", "appear", "come", "take", "be", "declare", "announce", "storm", "surround", "interrupt"}
)
_REMOVING = frozenset(
    {"remove", "overthrow", "topple", "depose", "oust", "detain", "arrest", "unseat", "seize"}
)
_AWAY = (("lock", "up"), ("bring", "down"), ("send", "exile"), ("drive", "out"), ("force", "out"))
_POWER = frozenset({"power", "control", "helm"})
_HEAD = frozenset({"power", "head", "helm", "office"})


def read_coups(story: Story) -> Iterator[Draft]:
    """Yield the seizures of power that a document tells of."""
    told: set[int] = set()
    for token in _tellers(story):
        if token.i not in told and not _is_failed(token):
            told.add(token.i)
            yield from _draft(token, story)


def _tellers(story: Story) -> Iterator[Token]:
    """The words that say that power was seized, by the surest reading first."""
    for token, sense in story.reading.predicates(("overthrow", "seize", "coup")):
        if _is_coup(token, sense, story):
            yield token
    for found in story.reading.wordings:
        if found.sense == "seizes" and _is_by_soldiers(found, story):
            yield found.token
    yield from _removed(story)
    for token in story.reading.doc:
        if token.lemma_ in {"bring", "install"} and verbal(token) and _brings_to_power(token):
            yield token


def _is_by_soldiers(found: Wording, story: Story) -> bool:
    """“Officers said that they had removed the president”, “generals took over”: not an election."""
    token = found.token
    taken = objects(token)
    if token.lemma_ == "take" and taken and not any(o.lemma_.lower() in _ALL for o in taken):
        return False  # “took over the company”
    words = story.reading.tokens(story.reading.sentence_of(token))
    doers = [t for t in words if t.i < token.i] + [t for a in agents(token) for t in a.subtree]
    if token.lemma_ == "fall":  # “fell to a junta”
        doers = [t for t in words if t.i > token.i]
    if found.token.lemma_ in _NEEDS_RULER and not _of_ruler(token, story):
        return False
    return any(t.lower_ in _ARMED or t.lemma_ == "guard" for t in doers)


def _of_ruler(token: Token, story: Story) -> bool:
    """Whether a president or a government is what is done away with, or spoken of as over."""
    words = story.reading.tokens(story.reading.sentence_of(token))
    return any(story.reading.is_word(t, "rulers") or t.lemma_.lower() in _RULE for t in words)


def _removed(story: Story) -> Iterator[Token]:
    """“The president had been removed”, where soldiers are who tell or do it."""
    for token in filter(verbal, story.reading.doc):
        is_removing = token.lemma_ in _REMOVING or any(
            token.lemma_ == verb and has_particle(token, particle) for verb, particle in _AWAY
        )
        if not is_removing or not is_passive(token):
            continue
        words = story.reading.tokens(story.reading.sentence_of(token))
        is_ruler = any(
            story.reading.is_word(t, "rulers") for o in objects(token) for t in phrase(o)
        )
        if is_ruler and any(t.lower_ in _ARMED or t.lemma_ == "guard" for t in words):
            yield token


def _is_coup(token: Token, sense: str, story: Story) -> bool:
    if sense == "coup":
        is_one = token.tag_ not in {"NNS", "NNPS"} or token.lower_ == "putsch"
        return not verbal(token) and is_one
    if sense == "overthrow":
        return _is_ruler(token, story)
    if not verbal(token):
        return "military" in {t.lower_ for t in phrase(token)}
    taken = [o for o in objects(token) if o.lemma_ in _POWER and _is_of_all(o, story)]
    return bool(taken) and _is_soldierly(token, story)


def _is_of_all(head: Token, story: Story) -> bool:
    """“Power”, “control of the country”; not “control of the town”."""
    if head.lemma_ != "control":
        return True
    for over in prepositional(head, frozenset({"of", "over"})):
        mention = story.reading.places.get(over.i)
        is_country = mention and mention.place and mention.place.kind is PlaceKind.COUNTRY
        if is_country or over.lemma_ in {"country", "nation", "state", "government", "power"}:
            return True
    return False


def _is_ruler(token: Token, story: Story) -> bool:
    heads = objects(token) if verbal(token) else prepositional(token, frozenset({"of"}))
    rulers = any(
        story.reading.is_word(w, "rulers") or w.ent_type_ == "PERSON"
        for h in heads
        for w in phrase(h)
    )
    if any(
        h.lemma_ in {"chairman", "coach", "captain", "chief", "manager"}
        for h in prepositional(token, _AS)
    ):
        return False
    is_plain = token.lemma_ in {"overthrow", "depose", "topple"}
    return rulers and (is_plain or _is_soldierly(token, story))


def _is_soldierly(token: Token, story: Story) -> bool:
    here = story.reading.sentence_of(token)
    near = [here, *(s for s in story.reading.before(here) if here.index - s.index <= 2)]
    return any(t.lower_ in _SOLDIERLY for s in near for t in story.reading.tokens(s))


def _is_failed(token: Token) -> bool:
    return any(t.lower_ in _FAILED for t in (*phrase(token), token.head))


def _brings_to_power(verb: Token) -> bool:
    heads = prepositional(verb, frozenset({"to"}))
    return any(h.lemma_ in _HEAD for h in heads) and any(
        t.lower_ in _SOLDIERLY for o in objects(verb) for t in o.subtree
    )


def _draft(token: Token, story: Story) -> Iterator[Draft]:
    is_past = not verbal(token) and token.head.lower_ in _AFTER
    voice = Voice() if is_past else voice_of(token, story.reading)
    if voice.is_void or (voice.is_planned and verbal(token)):
        return
    voice = Voice(speaker=voice.speaker)
    when = _when(token, voice, story)
    host = _country(token, story)
    has_date = when.is_dated and (_is_event(token) or _own_date(token, story) is not None)
    is_event = verbal(token) or has_date
    if host:
        yield Draft(
            ClaimKind.ALIGNMENT,
            Status.COUP,
            host,
            host,
            voice if is_event else replace(voice, is_mention=True),
            when,
            (story.reading.sentence_of(token),),
            token,
            event="coup",
            strength=0.75 if when.is_dated else 0.6,
            reasons=(f"“{token.text}”", when.why),
        )


def _when(token: Token, voice: Voice, story: Story) -> When:
    if not verbal(token) and (date := _own_date(token, story)):
        return When(date.when, None, None, True, f"dated by “{date.text}”")
    when = when_of(token, voice, story)
    since = any(
        d.relation.value == "since"
        for t in story.reading.tokens(story.reading.sentence_of(token))
        if (d := story.reading.dates.get(t.i))
    )
    if since and when.is_dated and when.begins.earliest:
        narrow = _since_date(token, story)
        return replace(when, begins=narrow.begins) if narrow else when
    return when


def _own_date(token: Token, story: Story) -> DateMention | None:
    """“The coup of 26 July”, “a coup last year”: the date that stands with the noun."""
    first = story.reading.sentence_of(token).first
    inside = {t.i for t in token.subtree}
    near = range(max(first, token.i - _NEAR), min(len(token.doc), token.i + _NEAR + 1))
    for at in sorted(inside | set(near), key=lambda i: abs(i - int(token.i))):
        date = story.reading.dates.get(at)
        if date is None or date.relation is not DateRelation.ON or not date.when.is_known:
            continue
        low, high = sorted((at, int(token.i)))
        if at in inside or not any(verbal(t) or t.is_punct for t in token.doc[low:high]):
            return date
    return None


def _is_event(token: Token) -> bool:
    """“A coup took place in May”, “the coup of 3 May”: not “after the coup, troops left in May”."""
    return token.dep_ in {"nsubj", "nsubjpass", "dobj"} and verbal(token.head)


def _since_date(token: Token, story: Story) -> When | None:
    """“Since the coup last July”: the date is that of the coup."""
    for word in story.reading.tokens(story.reading.sentence_of(token)):
        date = story.reading.dates.get(word.i)
        if date and date.relation.value in {"since", "on"} and date.when.is_known:
            return When(date.when, None, None, True, f"dated by “{date.text}”")
    return None


def _country(token: Token, story: Story) -> str | None:
    words = (
        [*phrase(token), *(w for o in objects(token) for w in phrase(o))]
        if verbal(token)
        else phrase(token)
    )
    named = [p.code for p in named_parties(words, story.parties, cities=True) if p.is_country]
    if named:
        return named[0]
    for head in prepositional(token, frozenset({"in", "of"})):
        inside = [
            p.code for p in named_parties(phrase(head), story.parties, cities=True) if p.is_country
        ]
        if inside:
            return inside[0]
    sentence = story.reading.sentence_of(token)
    if section := story.section_country(sentence):
        return section
    literal = [
        p.code
        for p in named_parties(story.reading.tokens(sentence), story.parties)
        if p.is_country and p.how is How.COUNTRY and not story.reading.lexicon.is_power(p.code)
    ]
    if story.host in literal or not literal:
        return story.local_host(sentence)
    return literal[0]
