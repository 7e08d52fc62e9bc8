"""Foreign bases: opened, used, closed, handed over, or due to be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.claims.drafts import Draft
from geodata.claims.grammar.clauses import (
    agents,
    is_none,
    is_passive,
    is_pluperfect,
    objects,
    prepositional,
    subjects,
    verbal,
)
from geodata.claims.grammar.modality import Voice, voice_of
from geodata.claims.scene.dating import date_event, is_ahead
from geodata.claims.scene.hosts import where_is
from geodata.claims.scene.ownership import cast_of, force_in
from geodata.claims.scene.sites import Site, site_in, town_site
from geodata.claims.scene.story import Story
from geodata.domain.claims import ClaimKind, Modality, Status

if TYPE_CHECKING:
    from spacy.tokens import Token

_SENSES = (
    "hand_over",
    "close",
    "lower_flag",
    "open",
    "build",
    "leave",
    "grant",
    "use",
    "station",
    "stay",
    "be",
)
_OF = frozenset({"of"})
_AT = frozenset({"at", "from", "on", "in", "out"})
_SORTIES = frozenset(
    {
        "mission",
        "surveillance",
        "sortie",
        "drone",
        "flight",
        "patrol",
        "operation",
        "strike",
        "raid",
    }
)
_CLOSING = (Status.TO_CLOSE, Status.CLOSES)
_HANDING = (Status.TO_HAND_OVER, Status.HANDED_OVER)
_OPENING = (Status.TO_OPEN, Status.OPENS)
_USING = (Status.OPERATES, Status.OPERATES)


def read_bases(story: Story) -> Iterator[Draft]:
    """Yield what a document says of bases in countries other than their operator's."""
    for token, sense in story.reading.predicates(_SENSES):
        yield from _READERS[sense](token, story)


def _patients(token: Token) -> list[Token]:
    if not verbal(token):
        return prepositional(token, _OF)
    return objects(token) or subjects(token)


def _hand_over(token: Token, story: Story) -> Iterator[Draft]:
    receivers = [c for h in prepositional(token, frozenset({"to"})) for c in story.parties_of(h)]
    for head in _spread(_patients(token)):
        site = site_in(head, story) or (town_site(head, story) if verbal(token) else None)
        if site is None or (token.lemma_ in {"return", "transfer"} and not _is_thing(head, token)):
            continue
        givers = [c for a in agents(token) for c in story.parties_of(a)] if verbal(token) else []
        yield from _drafts(token, story, site, givers, _HANDING, receivers)


def _is_thing(head: Token, token: Token) -> bool:
    """Whether the base is what is returned, not whither somebody returns."""
    return head in objects(token) or is_passive(token) or not verbal(token)


def _close(token: Token, story: Story) -> Iterator[Draft]:
    for head in _spread(_be_first(token) or _patients(token)):
        site = site_in(head, story)
        if site is None and token.lemma_ in {"vacate", "abandon", "close"}:
            site = town_site(head, story)
        if site is not None:
            givers = (
                [c for a in agents(token) for c in story.parties_of(a)] if verbal(token) else []
            )
            yield from _drafts(token, story, site, givers, _CLOSING)


def _has_other_doer(token: Token, story: Story) -> bool:
    """Whether somebody does it who is no party: a company, a club."""
    if not verbal(token) or not (is_passive(token) or objects(token)):
        return False
    return any(a.pos_ in {"PROPN", "NOUN"} and site_in(a, story) is None for a in agents(token))


def _be_first(token: Token) -> list[Token]:
    """“The first to close was X”: what stands across from “the first”."""
    head = token.head
    if (
        token.dep_ in {"relcl", "acl", "xcomp"}
        and head.lower_ in {"first", "last", "next"}
        and head.head.lemma_ == "be"
    ):
        return [c for c in head.head.children if c.dep_ in {"nsubj", "attr"} and c != head]
    return []


def _lower_flag(token: Token, story: Story) -> Iterator[Draft]:
    if verbal(token) and not any(o.lemma_ == "flag" for o in objects(token)):
        return
    heads = [*subjects(token), *prepositional(token, _AT), *prepositional(token.head, _AT)]
    for head in heads:
        if site := site_in(head, story):
            yield from _drafts(token, story, site, [], _CLOSING)
            return


def _leave(token: Token, story: Story) -> Iterator[Draft]:
    """A force that leaves its base closes it; a town stands for the camp where camps are the topic."""
    if not verbal(token):
        return
    heads = [*objects(token), *prepositional(token, frozenset({"from", "of"}))]
    for head in _spread(heads):
        if any(o.i < head.i for o in objects(token)) and not is_passive(token):
            continue  # “left them two bases”: gave
        site = site_in(head, story) or town_site(head, story)
        if site is None or head.lemma_ in {"airport", "port", "station", "location"}:
            continue
        goes = [] if is_passive(token) else subjects(token)
        cast = cast_of([*objects(token), *goes], token, story)
        owners = list(cast.owners) if cast else [c for g in goes for c in story.parties_of(g)]
        if owners or is_passive(token):
            yield from _drafts(token, story, site, owners, _CLOSING)


def _open(token: Token, story: Story) -> Iterator[Draft]:
    for head in _spread(_patients(token)):
        site = site_in(head, story)
        if site is not None and (site.is_certain or site.owners):
            givers = (
                [c for a in agents(token) for c in story.parties_of(a)] if verbal(token) else []
            )
            is_done = token.tag_ in {"VBD", "VBN"}
            is_work = not is_done and (token.lemma_ in {"build", "construct"} or not verbal(token))
            statuses = (Status.TO_OPEN, Status.TO_OPEN) if is_work else _OPENING
            yield from _drafts(token, story, site, givers, statuses)


def _access(token: Token, story: Story) -> Iterator[Draft]:
    """“Sites to which US forces will have access”, “gained access to a base”."""
    cast = cast_of(agents(token), token, story)
    users = list(cast.owners) if cast else [c for a in agents(token) for c in story.parties_of(a)]
    if not users or not any(o.lemma_ == "access" for o in objects(token)):
        return
    heads = [h for o in objects(token) for h in prepositional(o, frozenset({"to"}))]
    heads += [token.head] if token.dep_ == "relcl" else []
    for head in heads:
        if site := site_in(head, story):
            statuses = (Status.TO_OPEN, Status.OPERATES)
            yield from _drafts(token, story, replace(site, owners=()), users, statuses)
            return


def _use(token: Token, story: Story) -> Iterator[Draft]:
    """“Has used a major airbase in …”, “the base hosts 600 US troops”."""
    if token.dep_ in {"aux", "auxpass"}:
        return
    yield from _access(token, story)
    flown = [o for o in _spread(objects(token)) if o.lemma_ in _SORTIES]
    from_there = prepositional(token, _AT) if flown or token.lemma_ == "operate" else []
    if any(force_in(o, story) for o in objects(token)) and token.lemma_ not in {"host", "house"}:
        yield from _stationed(token, story)
    for head in (*([] if flown else _spread(objects(token))), *from_there):
        if site := site_in(head, story):
            users = [c for a in agents(token) for c in story.parties_of(a)]
            cast = cast_of(agents(token), token, story)
            users = list(cast.owners) if cast else users
            if token.lemma_ == "host":
                site = replace(site, country=site.country or next(iter(users), None))
                users = []
            if users or site.owners:
                yield from _drafts(token, story, site, users, _USING)
            return
    if token.lemma_ in {"host", "house"}:
        for head in subjects(token):
            site = site_in(head, story)
            cast = cast_of(objects(token), token, story)
            if site and cast and cast.force:
                yield from _drafts(token, story, site, list(cast.owners), _USING)


def _stationed(token: Token, story: Story) -> Iterator[Draft]:
    """“Stationed at …”, “most of them at …”: who is kept at a named base uses it."""
    heads = [*objects(token), *subjects(token)]
    if token.lemma_ in {"stay", "remain"}:
        for head in subjects(token):
            if site := site_in(head, story):
                yield from _drafts(token, story, site, [], _USING)
                return
    cast = cast_of(heads, token, story)
    if cast is None or cast.force is None:
        return
    reading = story.reading
    sentence = reading.sentence_of(token)
    for word in reading.tokens(sentence):
        if word.dep_ == "pobj" and word.head.lower_ in {"at", "on"}:
            if word.head.head.i in story.forces and word.head.head.i != cast.force.head:
                continue  # others than those told of
            site = site_in(word, story)
            if site and site.place:
                yield from _drafts(token, story, site, list(cast.owners), _USING)
                return


def _spread(heads: Iterable[Token]) -> Iterator[Token]:
    for head in heads:
        yield head
        yield from head.conjuncts


def _drafts(
    token: Token,
    story: Story,
    site: Site,
    givers: list[str],
    statuses: tuple[Status, Status],
    receivers: list[str] | None = None,
) -> Iterator[Draft]:
    voice = Voice() if _be_first(token) else voice_of(token, story.reading)
    if voice.is_void or voice.is_mention or is_none(story.reading.doc[site.head]):
        return
    if not givers and not site.owners and _has_other_doer(token, story):
        return
    site = _with_place(_told_apart(site, givers, story), story)
    where = where_is(token, story, [*site.owners, *givers])
    country = site.country or (
        None if where.is_guess and where.country != story.host else where.country
    )
    operator, why = _operator(site, givers, country, story)
    operator = story.stands_for(operator) if operator else None
    if operator is None or country is None or operator == country:
        return
    status = statuses[0] if voice.is_planned else statuses[1]
    if status is Status.OPERATES and voice.is_planned and token.lemma_ != "have":
        voice = replace(voice, is_planned=False)
    is_state = status is Status.OPERATES
    when = date_event(token, voice, story.reading, is_state=is_state)
    if is_state and is_pluperfect(token) and not when.is_dated:
        return  # “had run a base there”: nothing of the time of the article
    if is_ahead(when, story.reading) and not (is_state or voice.is_planned):
        voice = replace(voice, modality=Modality.ANNOUNCED, is_planned=True)
        status = statuses[0]
    yield Draft(
        ClaimKind.BASE,
        status,
        operator,
        country,
        voice,
        when,
        (story.reading.sentence_of(token),),
        token,
        place=site.place,
        target=next((r for r in receivers or [] if r != operator and len(r) == 2), None),
        event=_event(status, voice),
        strength=_strength(site, why),
        reasons=(f"operator: {why}", when.why, *([voice.why] if voice.why else [])),
    )


def _told_apart(site: Site, givers: list[str], story: Story) -> Site:
    """“Russia gave up the Vietnamese port”: the adjective is the country, not the operator."""
    others = [c for c in site.owners if c not in givers]
    if givers and others and site.country is None and not story.reading.lexicon.is_power(others[0]):
        return replace(site, owners=(), country=others[0])
    return site


def _event(status: Status, voice: Voice) -> str:
    return (
        ""
        if status is Status.OPERATES or voice.modality is Modality.ASSERTED
        else voice.modality.value
    )


def _strength(site: Site, why: str) -> float:
    if site.place is None:
        return 0.5
    return 0.7 if "turns around" in why or not site.is_certain else 0.82


def _with_place(site: Site, story: Story) -> Site:
    """A base without a place takes the name that the next sentence gives."""
    if site.place is not None or (site.is_plural and not _is_one_of(site, story)):
        return site
    reading = story.reading
    here = reading.sentence_of(reading.doc[site.head])
    if any(c.lower_ == "the" for c in reading.doc[site.head].children) and not site.is_plural:
        for earlier in reading.before(here):
            if here.index - earlier.index > 2:
                break
            for token in reversed(reading.tokens(earlier)):
                named = site_in(token, story)
                if named and named.is_named and named.place and not site.country:
                    return replace(site, place=named.place, country=named.country)
    for sentence in reading.sentences[here.index + 1 : here.index + 2]:
        for token in reading.tokens(sentence):
            is_at = token.dep_ == "pobj" and token.head.lower_ == "at"
            if token.dep_ not in {"nsubj", "nsubjpass"} and not is_at:
                continue
            named = site_in(token, story)
            is_fitting = named and (site.country in {None, named.country})
            if named and named.is_named and named.place and is_fitting:
                return replace(site, place=named.place, country=named.country or site.country)
    return site


def _is_one_of(site: Site, story: Story) -> bool:
    head = story.reading.doc[site.head]
    if any(t.lower_ == "one" for t in head.children):
        return True
    return bool(head.head.lower_ == "of" and head.head.head.lower_ in {"one", "last"})


def _operator(
    site: Site, givers: list[str], country: str | None, story: Story
) -> tuple[str | None, str]:
    for code in site.owners:
        if code != country:
            return code, "named with the base"
    for code in givers:
        if code != country:
            return code, "who acts"
    if site.place is not None:
        known = story.reading.gazetteer.base_operator(site.place.id) or ""
        abroad = [code for code in known.split("|") if code and code != country]
        if abroad:  # a base may be shared: “US|QA”
            return abroad[0], "from the gazetteer of bases"
    if story.guest and story.guest != country:
        return story.guest, "the force that the text turns around"
    return None, ""


_READERS: dict[str, Callable[[Token, Story], Iterable[Draft]]] = {
    "hand_over": _hand_over,
    "close": _close,
    "lower_flag": _lower_flag,
    "leave": _leave,
    "open": _open,
    "build": _open,
    "use": _use,
    "grant": _access,
    "station": _stationed,
    "stay": _stationed,
    "be": _stationed,
}
