"""Statements that lean on the one before: “X followed”, “a further 50 will join them”, lists of sites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.claims.drafts import Draft
from geodata.claims.grammar.clauses import is_passive, objects, prepositional, subjects, verbal
from geodata.claims.grammar.counts import read_bare_counts
from geodata.claims.grammar.modality import voice_of
from geodata.claims.grammar.reading import Sentence
from geodata.claims.kinds.fellows import read_fellows
from geodata.claims.scene.actors import How
from geodata.claims.scene.dating import date_event
from geodata.claims.scene.ownership import force_in
from geodata.claims.scene.places_beside import is_local
from geodata.claims.scene.sites import site_in, town_site
from geodata.claims.scene.story import Story
from geodata.domain.claims import ClaimKind, Modality, Status
from geodata.domain.mentions import Count
from geodata.domain.places import PlaceKind

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_REACH = 2
_BY = frozenset({"by"})
_PUTTING = frozenset({"put", "estimate", "place", "set", "give"})
_NUMBERS = frozenset({"number", "figure", "total", "strength", "count", "estimate", "size"})
_FEWEST = 10
_EARLIER = frozenset({"earlier", "existing", "previous", "older", "original", "current", "first"})
_LIKEWISE = frozenset({"same", "likewise"})
_WAYS = frozenset({"way", "fate", "path", "road", "route", "course", "example"})
_GOING = frozenset({"go", "meet", "suffer", "share", "take", "follow", "tread"})
_DOING = frozenset({"do", "make", "act"})
_ARRIVALS = frozenset({Status.ARRIVES, Status.TO_ARRIVE})


def read_echoes(drafts: Sequence[Draft], story: Story) -> Iterator[Draft]:
    """Yield what a document says by pointing back at a statement that was read already."""
    known = sorted(drafts, key=lambda d: int(d.predicate.i))
    for token, _ in story.reading.predicates(("follow",)):
        yield from _followers(token, known, story)
    for token in story.reading.doc:
        if token.lower_ in _LIKEWISE and token.head.lemma_ in _DOING:
            yield from _followers(token.head, known, story)
        if token.lemma_ in _WAYS and token.head.lemma_ in _GOING and _is_same(token):
            yield from _followers(token.head, known, story)
    for token in story.reading.doc:
        if token.lemma_ == "join" and any(o.lower_ in {"them", "it"} for o in objects(token)):
            yield from _joiners(token, known, story)
        if token.lemma_ in _PUTTING and verbal(token):
            yield from _estimates(token, known, story)
    yield from read_fellows(known, story)
    for draft in known:
        if _is_list_head(draft, story):
            yield from _listed(draft, story)


def _is_same(way: Token) -> bool:
    return any(c.lower_ == "same" for c in way.children)


def without_list_heads(drafts: Iterable[Draft], echoes: Sequence[Draft]) -> list[Draft]:
    """Drop “the two sites” where each of them is told by name."""
    told = {(d.actor, s.index) for d in echoes if d.kind is ClaimKind.BASE for s in d.sentences[1:]}
    return [
        d
        for d in drafts
        if d.kind is not ClaimKind.BASE or d.place or (d.actor, d.sentences[0].index) not in told
    ]


def _before(token: Token, drafts: Sequence[Draft], story: Story) -> Iterator[Draft]:
    """Statements shortly before a word, nearest first."""
    here = story.reading.sentence_of(token).index
    for draft in reversed(drafts):
        if draft.predicate.i < token.i and here - draft.sentences[0].index <= _REACH:
            yield draft


def _followers(token: Token, drafts: Sequence[Draft], story: Story) -> Iterator[Draft]:
    """“The camp at A followed in May”, “A and B followed suit”."""
    voice = voice_of(token, story.reading)
    has_object = any(
        o.lower_ not in {"suit", "same", "likewise"} and o.lemma_ not in _WAYS
        for o in objects(token)
    )
    heads = prepositional(token, _BY) if is_passive(token) else subjects(token)
    if voice.is_void or (has_object and not is_passive(token)):
        return
    for head in (t for h in heads for t in (h, *h.conjuncts)):
        for model in _before(token, drafts, story):
            if echo := _echo(head, model, token, story):
                yield echo
                break


def _echo(head: Token, model: Draft, token: Token, story: Story) -> Draft | None:
    when = date_event(token, model.voice, story.reading)
    sentence = story.reading.sentence_of(token)
    reasons = (f"“{token.text}”: the same as before", when.why)
    new = replace(
        model, when=when, sentences=(sentence,), predicate=token, strength=0.6, reasons=reasons
    )
    if model.kind is ClaimKind.BASE:
        site = site_in(head, story) or town_site(head, story, is_telling=True)
        if site is not None and site.place is None and site.name:
            return replace(new, place=None, site_name=site.name)
        if site is None and head.pos_ == "PROPN" and head.i not in story.parties:
            return replace(new, place=None, site_name=head.text)  # a camp no gazetteer knows
        if site is None or site.place is None or site.country != model.host:
            return None
        return replace(new, place=site.place)
    party = story.parties.get(head.i)
    if model.kind is ClaimKind.TROOPS:
        return _same_move(new, head, story)
    is_free = model.status is not Status.COUP or any(o.lemma_ == "fate" for o in objects(token))
    if not is_free or party is None or party.how is How.ORGANISATION or party.code == model.target:
        return None
    return replace(new, actor=party.code, host=party.code)


def _same_move(new: Draft, head: Token, story: Story) -> Draft | None:
    """“The Danes followed in May”, “B did the same with its 1,800”: another force moved too."""
    force = force_in(head, story)
    party = story.parties.get(head.i)
    owners = force.owners if force else (party.code,) if party else ()
    code = next(iter(owners), None)
    if code is None or code in {new.actor, new.host} or new.status is Status.PRESENT:
        return None
    span = new.sentences[0].span
    counts = [c for c in story.reading.counts if span.start <= c.span.start < span.end]
    count = force.count if force and force.count else next(iter(counts), None)
    return replace(new, actor=code, count=count, force=force.head if force else None, place=None)


def _joiners(token: Token, drafts: Sequence[Draft], story: Story) -> Iterator[Draft]:
    """“A further 50 will join them”: more of those that came."""
    count = _count_before(token, story)
    voice = voice_of(token, story.reading)
    if count is None or voice.is_void:
        return
    for model in _before(token, drafts, story):
        if model.kind is ClaimKind.TROOPS and model.status in _ARRIVALS:
            status = Status.TO_ARRIVE if voice.is_planned else Status.ARRIVES
            yield replace(
                model,
                status=status,
                voice=voice,
                count=count,
                when=date_event(token, voice, story.reading),
                sentences=(story.reading.sentence_of(token),),
                predicate=token,
                strength=0.6,
                reasons=(f"“{token.text}” those told of before",),
            )
            return


def _estimates(token: Token, drafts: Sequence[Draft], story: Story) -> Iterator[Draft]:
    """“A local group puts the number at 1,500”: another count of those told of before."""
    if not any(o.lemma_.lower() in _NUMBERS for o in objects(token)):
        return
    if voice_of(token, story.reading).is_void:
        return
    here = story.reading.sentence_of(token)
    start = token.idx + len(token.text)
    counts = read_bare_counts(story.reading.document.reading_text, start, here.span.end)
    count = next((c for c in counts if c.low >= _FEWEST), None)
    model = next(
        (
            d
            for d in _before(token, drafts, story)
            if d.kind is ClaimKind.TROOPS and d.status is Status.PRESENT and d.count is not None
        ),
        None,
    )
    if count is not None and model is not None:
        reasons = ("another number for those told of before",)
        yield replace(
            model, count=count, sentences=(here,), predicate=token, strength=0.6, reasons=reasons
        )


def _count_before(token: Token, story: Story) -> Count | None:
    start = story.reading.sentence_of(token).span.start
    found = [c for c in story.reading.counts if start <= c.span.start < token.idx]
    return found[-1] if found else None


def _is_list_head(draft: Draft, story: Story) -> bool:
    """“The two new sites to which …”: several bases without a place."""
    if draft.kind is not ClaimKind.BASE or draft.place is not None:
        return False
    return any(
        (site := site_in(t, story)) is not None and site.is_plural
        for t in story.reading.tokens(draft.sentences[0])
        if t.pos_ in {"NOUN", "PROPN"} and t.tag_.endswith("S")
    )


def _listed(draft: Draft, story: Story) -> Iterator[Draft]:
    """Bases named one by one in the sentences after the one that tells of them together."""
    reading = story.reading
    for sentence in reading.sentences[draft.sentences[0].index + 1 :]:
        if sentence.index - draft.sentences[0].index > 6 or not _is_list_item(sentence, story):
            return
        words = {t.lower_ for t in reading.tokens(sentence)[:6]}
        for place_token in _named_sites(sentence, story):
            site = site_in(place_token, story)
            mention = reading.places.get(place_token.i)
            place = site.place if site else mention.place if mention else None
            if place is None or place.country != draft.host:
                continue
            is_old = bool(words & _EARLIER)
            status = Status.OPERATES if is_old else draft.status
            voice = replace(draft.voice, modality=Modality.ASSERTED) if is_old else draft.voice
            when = date_event(place_token, voice, reading, is_state=True) if is_old else draft.when
            yield replace(
                draft,
                status=status,
                voice=voice,
                when=when,
                place=place,
                event="" if is_old else draft.event,
                sentences=(sentence, *([] if is_old else draft.sentences)),
                predicate=place_token,
                strength=0.6,
                reasons=("named in the list that follows", when.why),
            )


def _is_list_item(sentence: Sentence, story: Story) -> bool:
    """Whether a sentence only says what or where something is."""
    tokens = story.reading.tokens(sentence)
    root = next((t for t in tokens if t.dep_ == "ROOT"), None)
    return root is not None and (
        root.lemma_ in {"be", "bring", "include", "comprise"} or sentence.is_heading
    )


def _named_sites(sentence: Sentence, story: Story) -> Iterator[Token]:
    """The bases of a list, once each, and a place that the sentence says a base is."""
    seen = set()
    for token in story.reading.tokens(sentence):
        mention = story.reading.places.get(token.i)
        site = site_in(token, story) if token.pos_ in {"NOUN", "PROPN"} else None
        place = site.place if site else None
        if place is None and mention and _is_complement(token) and is_local(mention):
            place = mention.place
        is_base = place is not None and place.kind in {PlaceKind.BASE, PlaceKind.AIRPORT}
        if place is not None and (is_base or _is_complement(token)) and place.id not in seen:
            seen.add(place.id)
            yield token


def _is_complement(token: Token) -> bool:
    """“The last is A Island”."""
    top = token.head if token.dep_ == "compound" else token
    return top.dep_ == "attr"
