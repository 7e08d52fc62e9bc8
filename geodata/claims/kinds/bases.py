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
    objects,
    phrase,
    prepositional,
    subjects,
    verbal,
)
from geodata.claims.grammar.modality import voice_of
from geodata.claims.kinds.access import read_access, read_home
from geodata.claims.kinds.basing import (
    CLOSING,
    OPENING,
    USING,
    base_drafts,
    be_first,
    phrase_places,
    spread,
)
from geodata.claims.kinds.handing import (
    before_verb,
    givers_of,
    opened_with,
    patients,
    read_handover,
    read_takeover,
)
from geodata.claims.scene.actors import How, named_parties
from geodata.claims.scene.ownership import cast_of, force_in
from geodata.claims.scene.portions import leaves_in_part
from geodata.claims.scene.sites import (
    Site,
    camp_site,
    is_base_noun,
    last_site,
    site_in,
    sites_in,
    town_site,
)
from geodata.claims.scene.story import Story
from geodata.domain.claims import Status

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_SENSES = (
    "hand_over",
    "close",
    "lower_flag",
    "open",
    "build",
    "leave",
    "take_over",
    "home_to",
    "grant",
    "declare",
    "admit",
    "use",
    "station",
    "stay",
    "be",
)
_CLOSING_TOWNS = frozenset(
    {"vacate", "abandon", "close", "shut", "give", "evacuate", "empty", "quit"}
)
_MOVING = frozenset({"withdraw", "remove", "pull", "recall", "repatriate", "bring", "move", "take"})
_UNDER = frozenset({"under"})
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


_RUNNING = frozenset({"run", "operate", "manage", "control", "administer", "own", "lease", "rent"})
_CIVIL = frozenset({"port", "airport", "terminal", "station", "runway", "harbour", "pier"})
_STANDING = frozenset({"use", "operation", "operational", "active", "open", "there", "hand"})


def read_bases(story: Story) -> Iterator[Draft]:
    """Yield what a document says of bases in countries other than their operator's."""
    for token, sense in story.reading.predicates(_SENSES):
        yield from _READERS[sense](token, story)


def _close(token: Token, story: Story) -> Iterator[Draft]:
    heads = list(spread(be_first(token) or patients(token)))
    heads += spread(phrase_places(token, story))
    told = patients(token)
    is_people = any(h.i in story.forces for h in told)
    if is_people and not any(is_base_noun(h, story) for h in told):
        return  # “the force at A was wound up”: it is people who go
    if not any(_closed(h, token, story) for h in heads):
        heads += spread(before_verb(token, story))
    if not heads and (opening := opened_with(token, story)):
        sites = [s for h in opening if (s := town_site(h, story, is_telling=True))]
        for site in sites:
            yield from base_drafts(token, story, site, [], CLOSING)
    if token.lemma_ == "empty" and prepositional(token, frozenset({"of"})):
        return
    for head in heads:
        for site in _closed(head, token, story):
            yield from base_drafts(token, story, site, givers_of(token, story), CLOSING)


def _closed(head: Token, token: Token, story: Story) -> list[Site]:
    sites = sites_in(head, story)
    if not sites and token.lemma_ in _CLOSING_TOWNS and verbal(token):
        town = town_site(head, story, is_telling=token.lemma_ in {"vacate", "give"})
        sites = [town] if town else []
    if not sites and head.lower_ == "it" and token.lemma_ in _CLOSING_TOWNS:
        last = last_site(token, story)
        sites = [last] if last else []
    return sites


def _lower_flag(token: Token, story: Story) -> Iterator[Draft]:
    flags = subjects(token) if token.lemma_ == "come" or is_passive(token) else objects(token)
    if verbal(token) and not any(story.reading.is_word(o, "flag") for o in flags):
        return
    heads = [*subjects(token), *prepositional(token, _AT)]
    low, high = sorted((token.i, token.head.i))
    if not any(t.text == ";" for t in token.doc[low:high]):
        heads += prepositional(token.head, _AT)
    heads += [t for f in flags for t in prepositional(f, _AT)]
    for head in (h for h in heads if h not in flags):
        if site := site_in(head, story) or town_site(head, story, is_telling=True):
            givers = [c for s in subjects(token) for c in story.parties_of(s)]
            givers = _flag_of(flags, story) or givers
            yield from base_drafts(token, story, site, givers, CLOSING)
            return


def _flag_of(flags: list[Token], story: Story) -> list[str]:
    """Whose the flag is by its name; a tricolour is that of France where French forces are told of."""
    words = {t.lower_ for f in flags for t in phrase(f)}
    if words & {"tricolour", "tricolor"}:
        return [c for c in ("FR",) if c in story.guests]
    if words & {"stars", "stripes"}:
        return ["US"]
    return ["GB"] if "union" in words else []


def _leave(token: Token, story: Story) -> Iterator[Draft]:
    """A force that leaves its base closes it; a town stands for the camp where camps are the topic."""
    if not verbal(token):
        return
    if token.lemma_ == "fly" and any(c.lower_ == "since" for c in token.subtree):
        yield from _flown_since(token, story)
        return
    is_moved = token.lemma_ in _MOVING and not is_passive(token)
    heads = [*prepositional(token, frozenset({"from", "of"}))]
    heads = heads if is_moved else [*objects(token), *heads]
    for head in spread(heads):
        if not is_moved and any(o.i < head.i for o in objects(token)) and not is_passive(token):
            continue  # “left them two bases”: gave
        site = site_in(head, story) or _left_town(head, token, story)
        if site is None or head.lemma_ in {"airport", "port", "station", "location", "garrison"}:
            continue
        goes = [] if is_passive(token) else subjects(token)
        cast = cast_of([*objects(token), *goes], token, story)
        if leaves_in_part(token, cast, story):
            return
        owners = list(cast.owners) if cast else [c for g in goes for c in story.parties_of(g)]
        if owners or is_passive(token):
            yield from base_drafts(token, story, site, owners, CLOSING)


def _left_town(head: Token, token: Token, story: Story) -> Site | None:
    """“The peacekeepers left A”: their camp there; “the troops left A” alone closes no base."""
    is_given_up = is_passive(token) or token.lemma_ in _CLOSING_TOWNS or story.mission is not None
    is_given_up = is_given_up or head.i < token.i  # “Timbuktu: left on 14 December”
    return town_site(head, story) if is_given_up else camp_site(head, story)


def _flown_since(token: Token, story: Story) -> Iterator[Draft]:
    """“Drones have flown out of A since 2019”: they are there."""
    for head in spread(prepositional(token, frozenset({"from", "of"}))):
        site = site_in(head, story) or town_site(head, story, is_telling=True)
        if site is not None:
            yield from base_drafts(token, story, site, givers_of(token, story), USING)


def _open(token: Token, story: Story) -> Iterator[Draft]:
    is_served = _into_service(token)
    if token.lemma_ in {"put", "go", "come"} and not is_served:
        return
    if token.lemma_ == "build" and any(c.lower_ == "up" for c in token.children):
        return
    givers = givers_of(token, story)
    for head in spread([*patients(token), *_set_up_at(token), *phrase_places(token, story)]):
        for site in sites_in(head, story):
            if not (site.is_certain or site.owners or givers or is_served):
                continue
            is_under_way = any(c.lower_ == "being" for c in token.children)
            is_done = token.tag_ in {"VBD", "VBN"} and not is_under_way
            is_work = not is_done and (token.lemma_ in {"build", "construct"} or not verbal(token))
            statuses = (Status.TO_OPEN, Status.TO_OPEN) if is_work else OPENING
            yield from base_drafts(token, story, site, givers, statuses)


def _use(token: Token, story: Story) -> Iterator[Draft]:
    """“Has used a major airbase in …”, “the base hosts 600 US troops”."""
    if token.dep_ in {"aux", "auxpass"} or any(o.lemma_ == "access" for o in objects(token)):
        return  # “has access to nine sites”: who may use them does not run them
    flown = [o for o in spread(objects(token)) if o.lemma_ in _SORTIES]
    is_from = flown or token.lemma_ in {"operate", "fly"}
    from_there = prepositional(token, _AT) if is_from else phrase_places(token, story)
    if any(force_in(o, story) for o in objects(token)) and token.lemma_ not in {"host", "house"}:
        yield from _stationed(token, story)
    for head in (*([] if flown else spread(objects(token))), *from_there):
        if site := site_in(head, story) or camp_site(head, story):
            if token.lemma_ in _RUNNING and head.lemma_ in _CIVIL and not site.is_named:
                continue  # “has run the port since 2018”: no base
            users = [c for a in agents(token) for c in story.parties_of(a)]
            cast = cast_of(agents(token), token, story)
            users = list(cast.owners) if cast else users
            if token.lemma_ == "host":
                site = replace(site, country=site.country or next(iter(users), None))
                users = []
            if users or site.owners:
                yield from _used(token, story, site, users)
    if token.lemma_ in {"host", "house"}:
        for head in subjects(token):
            site = site_in(head, story)
            cast = cast_of(objects(token), token, story)
            if site and cast and cast.force:
                yield from base_drafts(token, story, site, list(cast.owners), USING)


def _used(token: Token, story: Story, site: Site, users: list[str]) -> Iterator[Draft]:
    """“A, B and C have bases there”: each has its own."""
    each = users if site.is_plural and not site.owners and len(users) > 1 else []
    for user in each:
        yield from base_drafts(token, story, site, [user], USING)
    if not each:
        yield from base_drafts(token, story, site, users, USING)


def _into_service(token: Token) -> bool:
    into = prepositional(token, frozenset({"into", "in"}))
    return any(o.lemma_ in {"service", "operation", "use", "commission"} for o in into)


def _set_up_at(token: Token) -> list[Token]:
    """“The Americans set up at A”."""
    is_bare = verbal(token) and token.lemma_ == "set" and not objects(token)
    return prepositional(token, _AT) if is_bare else []


def _be_base(token: Token, story: Story) -> Iterator[Draft]:
    """“The airfield is still in use”, “it is the only American base in A”."""
    for head in subjects(token):
        if site := site_in(head, story) or camp_site(head, story):
            states = [*prepositional(token, frozenset({"in"})), *objects(token)]
            states += [c for c in token.children if c.dep_ in {"acomp", "advmod"}]
            if any(t.lemma_.lower() in _STANDING for t in states):
                users = [c for t in states for p in story.named(t) for c in [p.code]]
                yield from base_drafts(token, story, site, users, USING)
                return
    for head in objects(token):
        site = site_in(head, story)
        if site is None or not site.owners or is_indefinite_plan(head):
            continue
        for subject in subjects(token):
            party = story.parties.get(subject.i)
            if party and party.how is How.COUNTRY and party.code not in site.owners:
                site = replace(site, country=party.code)
        named = next((n for s in subjects(token) if (n := site_in(s, story)) and n.place), None)
        place = named or next((t for s in subjects(token) if (t := town_site(s, story))), None)
        if place is not None:
            site = replace(site, place=place.place, country=place.country)
        yield from base_drafts(token, story, site, [], USING)


def is_indefinite_plan(head: Token) -> bool:
    """“Would be a base for …”: what something is to become, not what it is."""
    return head.head.lemma_ == "become" and head.head.tag_ == "VB"


def _be(token: Token, story: Story) -> Iterator[Draft]:
    if token.dep_ not in {"aux", "auxpass"}:
        if not prepositional(token, _UNDER):  # “where a garrison is under construction”
            yield from _stationed(token, story)
        yield from _be_base(token, story)


def _stationed(token: Token, story: Story) -> Iterator[Draft]:
    """“Stationed at …”, “most of them at …”: who is kept at a named base uses it."""
    heads = [*objects(token), *subjects(token)]
    if token.lemma_ in {"stay", "remain"}:
        for head in subjects(token):
            if site := site_in(head, story):
                yield from base_drafts(token, story, site, [], USING)
                return
    cast = cast_of(heads, token, story)
    if cast is None or cast.force is None or is_none(story.reading.doc[cast.force.head]):
        return
    reading = story.reading
    if token.lemma_ in {"stay", "remain"} and voice_of(token, reading).is_planned:
        return  # “will remain at A”: where people are to be, not what is run there
    sentence = reading.sentence_of(token)
    for word in reading.tokens(sentence):
        if word.dep_ == "pobj" and word.head.lower_ in {"at", "on"}:
            if word.head.head.i in story.forces and word.head.head.i != cast.force.head:
                continue  # others than those told of
            row = sites_in(word.head.head, story) if is_base_noun(word.head.head, story) else []
            sites = row if len(row) > 1 else [s for s in (site_in(word, story),) if s]
            for site in sites:
                if site.place:
                    yield from base_drafts(token, story, site, list(cast.owners), USING)
            if any(site.place for site in sites):
                return


def _declare(token: Token, story: Story) -> Iterator[Draft]:
    """“A was declared closed”, “the base was declared operational”."""
    states = [c for c in token.subtree if c.dep_ in {"oprd", "acomp", "ccomp", "xcomp", "amod"}]
    state = next((c.lower_ for c in states if c.lower_ in _DECLARED), None)
    if state is None:
        return
    for head in spread(objects(token) or subjects(token)):
        site = site_in(head, story) or town_site(head, story, is_telling=True)
        if site is not None:
            yield from base_drafts(token, story, site, [], _DECLARED[state])


_DECLARED = {"closed": CLOSING, "shut": CLOSING, "open": OPENING, "operational": OPENING}


def _admit(token: Token, story: Story) -> Iterator[Draft]:
    """“Lets soldiers back into the old bases at A and B”."""
    cast = cast_of(objects(token), token, story)
    if cast is None or not verbal(token):
        return
    into = frozenset({"into", "to", "in"})
    inner = [t for c in token.children if c.lower_ == "back" for t in prepositional(c, into)]
    for head in spread([*prepositional(token, into), *inner]):
        sites = sites_in(head, story)
        if not sites and (town := town_site(head, story, is_telling=True)):
            sites = [town]
        host = _other_party(token, list(cast.owners), story)
        for site in sites:
            open_to = replace(site, owners=(), country=site.country or host)
            statuses = (Status.TO_OPEN, Status.TO_OPEN)
            yield from base_drafts(
                token, story, open_to, list(cast.owners), statuses, is_done_by_others=True
            )


def _other_party(token: Token, owners: list[str], story: Story) -> str | None:
    """The country other than the owner of a force that a sentence names first."""
    tokens = story.reading.tokens(story.reading.sentence_of(token))
    codes = [p.code for p in named_parties(tokens, story.parties, cities=True) if p.is_country]
    return next((c for c in codes if c not in owners), None)


_READERS: dict[str, Callable[[Token, Story], Iterable[Draft]]] = {
    "hand_over": read_handover,
    "close": _close,
    "lower_flag": _lower_flag,
    "take_over": read_takeover,
    "home_to": read_home,
    "grant": read_access,
    "declare": _declare,
    "admit": _admit,
    "leave": _leave,
    "open": _open,
    "build": _open,
    "use": _use,
    "station": _stationed,
    "stay": _stationed,
    "be": _be,
}
