"""Forces abroad: present, arriving, leaving, or due to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.claims.drafts import Draft
from geodata.claims.grammar.clauses import (
    agents,
    is_none,
    is_passive,
    objects,
    phrase,
    prepositional,
    subjects,
    verbal,
)
from geodata.claims.grammar.modality import Stage, Voice, is_crowd, voice_of
from geodata.claims.kinds.leaving import leaving, number_of, pronoun_leaves, withdrawal_of
from geodata.claims.kinds.movements import LASTING, movements, staged
from geodata.claims.scene.actors import How
from geodata.claims.scene.hosts import Where
from geodata.claims.scene.ownership import Cast, cast_of, force_in
from geodata.claims.scene.places_beside import is_local_kind
from geodata.claims.scene.soldiery import MILITARY
from geodata.claims.scene.story import Story
from geodata.domain.claims import Modality, Status
from geodata.domain.mentions import Role

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_SENSES = (
    "be_gone",
    "expel",
    "leave",
    "end_stay",
    "arrive",
    "send",
    "station",
    "stay",
    "keep",
    "resize",
    "be",
)
_SHRINKING = frozenset(
    {"cut", "reduce", "shrink", "halve", "trim", "drop", "fall", "dwindle", "slash", "decline"}
)
_STAYS = frozenset({"mission", "operation", "presence", "deployment", "intervention"})
_WITH = frozenset({"with", "carrying", "bringing"})
_OF = frozenset({"of", "by"})
_TO = frozenset({"to", "into", "for"})
_PRESENCES = frozenset({"presence", "footprint", "foothold"})
_PROMISING = frozenset({"promise", "pledge", "offer", "earmark"})
_IN = frozenset({"in", "at", "on", "inside", "near", "outside", "across"})


def read_troops(story: Story) -> Iterator[Draft]:
    """Yield what a document says of forces in countries that are not their own."""
    for token, sense in story.reading.predicates(_SENSES):
        yield from _READERS[sense](token, story)


def _leave(token: Token, story: Story) -> Iterator[Draft]:
    cast = leaving(token, story) if verbal(token) else withdrawal_of(token, story)
    if cast is None or not _may_go(token, cast):
        return
    voice = staged(voice_of(token, story.reading), token, cast, story)
    if where := _bound_for(token, cast, story):
        ahead = (Status.TO_ARRIVE, Status.TO_ARRIVE)
        yield from movements(token, story, cast, voice, ahead, where)
        return
    yield from movements(token, story, cast, voice, (Status.TO_WITHDRAW, Status.WITHDRAWS))


def _bound_for(token: Token, cast: Cast, story: Story) -> Where | None:
    """“Left for A”, where A is not their own country: they are on their way to A."""
    if not verbal(token) or objects(token) or prepositional(token, frozenset({"from", "of"})):
        return None
    for head in prepositional(token, frozenset({"for"})):
        mention = story.reading.places.get(head.i)
        place = mention.place if mention and mention.role is Role.LOCATION else None
        if place and place.country and place.country not in (*cast.owners, story.host):
            return Where(place.country, place if is_local_kind(place) else None, "whither")
    return None


def _may_go(token: Token, cast: Cast) -> bool:
    """“The next 50 go in May”; not “the troops went hungry”, “go to war”."""
    if token.lemma_ == "go" and any(c.lower_ == "on" and c.dep_ == "prt" for c in token.children):
        return False  # “goes on as before”
    if token.lemma_ != "go" or any(
        c.lower_ in {"home", "back", "away", "out", "off"} for c in token.children
    ):
        return True
    kept = {"nsubj", "aux", "punct", "advmod", "npadvmod", "cc", "conj", "neg", "prep", "mark"}
    preps = {c.lower_ for c in token.children if c.dep_ == "prep"}
    is_dated = all(
        g.ent_type_ == "DATE" for c in token.children if c.lower_ == "on" for g in c.children
    )
    is_plain = is_dated and preps <= {"in", "by", "on", "from"}
    is_free = is_plain and all(c.dep_ in kept for c in token.children)
    return cast.force is not None and is_free and token.tag_ != "VBG"


def _be_gone(verb: Token, story: Story) -> Iterator[Draft]:
    goes = subjects(verb)
    cast = cast_of(goes, verb, story) or pronoun_leaves(goes, story)
    if cast and not any(
        c.lower_ == "of" for p in verb.children for c in p.children if p.lower_ != "out"
    ):
        voice = replace(voice_of(verb, story.reading), stage=Stage.COMPLETED)
        yield from movements(verb, story, cast, voice, (Status.TO_WITHDRAW, Status.WITHDRAWS))


def _end_stay(token: Token, story: Story) -> Iterator[Draft]:
    """“The mission will end in May”, “the end of the operations of the French force”."""
    if verbal(token):
        goes = [*objects(token), *([] if objects(token) else subjects(token))]
    else:
        goes = prepositional(token, _OF)
    for head in goes:
        is_force = verbal(token) and head.i in story.forces
        if head.lemma_.lower() not in _STAYS and not is_force:
            continue
        inner = [head] if is_force else prepositional(head, _OF)
        cast = cast_of(inner, token, story) or _owned(head, story)
        if cast is None:
            continue
        voice = voice_of(token, story.reading)
        if not verbal(token) and voice.is_mention:
            voice = replace(
                voice, is_mention=token.head.lemma_ not in {"mark", "be", "see", "bring"}
            )
        voice = replace(voice, stage=Stage.COMPLETED)
        yield from movements(token, story, cast, voice, (Status.TO_WITHDRAW, Status.WITHDRAWS))


def _owned(head: Token, story: Story) -> Cast | None:
    if not story.forces and head.lemma_.lower() not in {"presence", "deployment"}:
        return None
    away = {t.i for c in head.children if c.lower_ in {"in", "to", "for"} for t in c.subtree}
    codes = [
        p.code
        for t in phrase(head)
        if (p := story.parties.get(t.i)) and p.how is not How.CITY and t.i not in away
    ]
    codes = [c for c in codes if c != story.host]
    for word in head.children:
        if word.dep_ == "poss" and word.lower_ in {"its", "their"} and not codes:
            codes = [
                c for c in story.antecedents(word) if c in story.guests or _is_doer(c, head, story)
            ]
    if codes:
        is_mission = story.mission and story.reading.lexicon.parent_of(story.mission) == codes[0]
        code = story.mission if story.mission and is_mission else codes[0]
        return Cast((code,), None, "named with the mission")
    is_definite = any(c.lower_ in {"the", "its", "their"} for c in head.children)
    if is_definite and story.guest and head.lemma_ != "operation":
        return Cast((story.guest,), None, "the force that the text turns around")
    return None


def _is_doer(code: str, head: Token, story: Story) -> bool:
    """“Kyiv ended its mission in A”: who ends it, not where it ends."""
    if not verbal(head.head) or code == story.host:
        return False
    return any(code in story.parties_of(a) for a in agents(head.head))


def _expel(token: Token, story: Story) -> Iterator[Draft]:
    heads = objects(token) if verbal(token) else prepositional(token, _OF)
    cast = cast_of(heads, token, story)
    if cast is None or cast.force is None:
        return
    voice = voice_of(token, story.reading)
    if verbal(token) and is_crowd(token, story.reading):
        return
    asking = [c for a in agents(token) for c in story.parties_of(a)] if verbal(token) else []
    host = next((c for c in asking if len(c) == 2 and c not in cast.owners), None)
    done = Modality.ORDERED if not voice.is_planned else Modality.DEMANDED
    voice = replace(voice, modality=done, is_planned=True)
    statuses = (Status.TO_WITHDRAW, Status.TO_WITHDRAW)
    yield from movements(token, story, cast, voice, statuses, Where(host) if host else None)


def _arrive(token: Token, story: Story) -> Iterator[Draft]:
    heads = [*objects(token), *subjects(token)] if verbal(token) else prepositional(token, _OF)
    cast = cast_of(heads, token, story) or cast_of(prepositional(token, _WITH), token, story)
    if cast is None or (token.lemma_ == "enter" and not objects(token)):
        return
    if cast.force is None:
        return
    voice = voice_of(token, story.reading)
    yield from movements(token, story, cast, voice, (Status.TO_ARRIVE, Status.ARRIVES))


def _send(token: Token, story: Story) -> Iterator[Draft]:
    heads = objects(token) if verbal(token) else prepositional(token, _OF)
    if not heads and verbal(token) and not is_passive(token):
        heads = subjects(token) if token.lemma_ == "deploy" else []
    cast = cast_of(heads, token, story) or _more(heads, token, story)
    if cast is None or cast.force is None:
        return
    voice = voice_of(token, story.reading)
    if _is_under_way(token) or token.lemma_ in _PROMISING:
        voice = replace(voice, is_planned=True, modality=Modality.PLANNED)
    if is_passive(token) and not voice.is_planned and not prepositional(token, _TO):
        voice = _gone(token, voice, story)
        yield from movements(token, story, cast, voice, (Status.PRESENT, Status.PRESENT))
        return
    yield from movements(token, story, cast, voice, (Status.TO_ARRIVE, Status.ARRIVES))


def _is_under_way(token: Token) -> bool:
    """“Is sending another 100 soldiers”: they are not there yet."""
    return token.tag_ == "VBG" and any(
        c.dep_ == "aux" and c.lower_ in {"is", "are", "'s", "’s", "'re"} for c in token.children
    )


def _more(heads: list[Token], token: Token, story: Story) -> Cast | None:
    """“Plans to send 1,000 more”: a number alone, of the people told of before."""
    for head in heads:
        count = number_of(head, story)
        before = [f for i, f in story.forces.items() if i < head.i]
        codes = [c for a in agents(token) for c in story.parties_of(a)]
        if count and before and codes:
            last = max(before, key=lambda f: f.head)
            return Cast(tuple(codes), replace(last, count=count), "who moves it")
    return None


def _gone(verb: Token, voice: Voice, story: Story) -> Voice:
    """“The last troops stationed in A left”: that they were there is only spoken of."""
    above = verb.head.head
    leaves = story.reading.lexicon.senses["leave"].verbs
    is_leaving = verb.dep_ == "acl" and above.lemma_ in leaves
    return replace(voice, is_mention=True) if is_leaving else voice


def _station(token: Token, story: Story) -> Iterator[Draft]:
    cast = cast_of(objects(token) or subjects(token), token, story)
    if cast is None or (token.lemma_ == "base" and cast.force is None):
        return
    voice = _gone(token, voice_of(token, story.reading), story)
    ahead = Status.TO_ARRIVE
    yield from movements(token, story, cast, voice, (ahead, Status.PRESENT))


def _stay(token: Token, story: Story) -> Iterator[Draft]:
    cast = cast_of(subjects(token), token, story) if verbal(token) else withdrawal_of(token, story)
    if cast is None or (token.lemma_ == "operate" and cast.force is None):
        return
    is_how = any(c.dep_ in {"acomp", "attr", "oprd"} for c in token.children)
    if is_how and not _has_where(token, cast, story):
        return  # “remain preoccupied”
    voice = voice_of(token, story.reading)
    if verbal(token) and voice.is_planned and token.lemma_ not in LASTING | {"number"}:
        return
    if not verbal(token):
        voice = replace(voice, is_mention=True)
    yield from movements(token, story, cast, voice, (Status.PRESENT, Status.PRESENT))


def _keep(token: Token, story: Story) -> Iterator[Draft]:
    """“The US has 50 troops in …”, “Djibouti hosts French soldiers”."""
    heads = [h for h in objects(token) if force_in(h, story)]
    if token.dep_ in {"aux", "auxpass"}:
        return
    if not heads:
        yield from _presence(token, story)
        return
    cast = cast_of(heads, token, story)
    if cast is None or cast.force is None:
        return
    is_told = cast.force.count is not None or _has_where(token, cast, story)
    if token.lemma_ != "host" and not is_told:
        return
    if token.lemma_ != "host" and not story.forces[cast.force.head].owners:
        codes = [c for a in agents(token) for c in story.parties_of(a)]
        if codes:
            cast = Cast(tuple(codes), cast.force, "the subject's")
    home = None if _has_where(token, cast, story) else _having(token, cast, story)
    voice = voice_of(token, story.reading)
    yield from movements(token, story, cast, voice, (Status.PRESENT, Status.PRESENT), home)


def _having(token: Token, cast: Cast, story: Story) -> Where | None:
    """“South Korea has 28,500 American soldiers”: they are in South Korea."""
    if cast.force is None or not cast.force.owners:
        return None
    named = [p for a in agents(token) if (p := story.parties.get(a.i)) and p.how is How.COUNTRY]
    codes = [p.code for p in named if p.code not in cast.owners]
    return Where(codes[0], why="who has them") if len(codes) == 1 else None


def _presence(token: Token, story: Story) -> Iterator[Draft]:
    """“Has had a naval presence in A since 2009”."""
    for head in objects(token):
        if head.lemma_.lower() not in _PRESENCES or is_none(head):
            continue
        words = {t.lower_ for t in phrase(head)}
        is_armed = bool(words & MILITARY | words & {"air", "troop", "defence", "defense"})
        places = [*prepositional(head, _IN), *prepositional(token, _IN)]
        if not is_armed or not any(_is_where(p, story) for p in places):
            continue
        codes = [c for a in agents(token) for c in story.parties_of(a)]
        if codes:
            cast = Cast(tuple(codes), None, "whose presence it is")
            voice = voice_of(token, story.reading)
            yield from movements(head, story, cast, voice, (Status.PRESENT, Status.PRESENT))


def _resize(verb: Token, story: Story) -> Iterator[Draft]:
    """“Doubled its force there to 1,700”, “the contingent has shrunk from 400 to 200”: so many now."""
    cast = cast_of([*objects(verb), *subjects(verb)], verb, story)
    if not verbal(verb) or cast is None or cast.force is None:
        return
    ends = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "to"]
    reach = {t.idx for end in ends for t in end.subtree}
    count = next(
        (c for c in story.reading.counts if any(c.span.start <= i < c.span.end for i in reach)),
        None,
    )
    voice = voice_of(verb, story.reading)
    if count and not voice.is_planned:
        if verb.lemma_ in _SHRINKING:
            some = replace(cast, force=replace(cast.force, count=None))
            begun = replace(voice, stage=Stage.BEGUN)
            yield from movements(verb, story, some, begun, (Status.TO_WITHDRAW, Status.WITHDRAWS))
        cast = replace(cast, force=replace(cast.force, count=count))
        yield from movements(verb, story, cast, voice, (Status.PRESENT, Status.PRESENT))


def _has_where(token: Token, cast: Cast, story: Story) -> bool:
    """Whether a place hangs on the verb, on its complement or on the force."""
    heads = [token, *(c for c in token.children if c.dep_ in {"acomp", "oprd", "xcomp"})]
    heads += [story.reading.doc[cast.force.head]] if cast.force else []
    found = [p for head in heads for p in prepositional(head, _IN)]
    is_there = any(t.lower_ in {"there", "behind"} for head in heads for t in head.children)
    return is_there or any(_is_where(p, story) for p in found)


def _be(token: Token, story: Story) -> Iterator[Draft]:
    """“Some 50 soldiers were in the country”, “there are 500 soldiers in …”."""
    places = prepositional(token, _IN)
    is_there = any(c.lower_ == "there" and c.dep_ in {"advmod", "acomp"} for c in token.children)
    goes = [t for t in (*subjects(token), *objects(token)) if force_in(t, story)]
    inner = (
        [p for t in goes for p in prepositional(t, frozenset({"in", "at"}))]
        if objects(token)
        else []
    )
    if token.dep_ in {"aux", "auxpass"} or not goes or not (places or is_there or inner):
        return
    if not is_there and not any(_is_where(p, story) for p in (*places, *inner)):
        return
    if cast := cast_of(goes, token, story):
        voice = voice_of(token, story.reading)
        yield from movements(token, story, cast, voice, (Status.PRESENT, Status.PRESENT))


def _is_where(head: Token, story: Story) -> bool:
    return any(
        t.i in story.reading.places or story.reading.is_word(t, "country_anaphors")
        for t in phrase(head)
    )


_READERS: dict[str, Callable[[Token, Story], Iterable[Draft]]] = {
    "leave": _leave,
    "be_gone": _be_gone,
    "end_stay": _end_stay,
    "expel": _expel,
    "arrive": _arrive,
    "send": _send,
    "station": _station,
    "stay": _stay,
    "keep": _keep,
    "resize": _resize,
    "be": _be,
}
