"""From a base and what is said of it to a statement: whose it is, where, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

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
from geodata.claims.scene.focus import last_before
from geodata.claims.scene.hosts import where_is
from geodata.claims.scene.sites import Site, site_in
from geodata.claims.scene.story import Story
from geodata.domain.claims import ClaimKind, Modality, Status

if TYPE_CHECKING:
    from geodata.language.tokens import Token

CLOSING = (Status.TO_CLOSE, Status.CLOSES)
HANDING = (Status.TO_HAND_OVER, Status.HANDED_OVER)
OPENING = (Status.TO_OPEN, Status.OPENS)
USING = (Status.OPERATES, Status.OPERATES)


_TURNS, _SHORTLY = "the force that the text turns around", "named shortly before"
_GUESSES = frozenset({_TURNS, _SHORTLY})
_TIES = frozenset({"of", "from", "at", "on", "to", "in", "over"})
_LEADING = frozenset({"come", "travel", "fly", "gather", "meet", "force", "compel", "oblige"})
_DEFINITE = frozenset({"the", "that", "this"})
_TO_COME = frozenset(
    {
        "host",
        "house",
        "base",
        "station",
        "locate",
        "headquarter",
        "garrison",
        "accommodate",
        "use",
        "be",
    }
)
_LASTING = frozenset(
    [
        *("keep", "retain", "maintain", "expand", "upgrade", "renovate", "modernise", "modernize"),
        *("refurbish", "enlarge", "extend", "fortify", "reinforce", "hold"),
    ]
)
_FICTION = frozenset({"film", "movie", "novel", "thriller", "sitcom", "videogame", "fictional"})


def spread(heads: Iterable[Token]) -> Iterator[Token]:
    """Yield noun phrases with those joined to them."""
    for head in heads:
        yield head
        yield from head.conjuncts


def phrase_places(token: Token, story: Story) -> list[Token]:
    """Return what stands after a preposition of a phrase: “end its use of A”, “hang on to B”."""
    if token.i not in story.reading.phrases or not verbal(token):
        return []
    found = prepositional(token, _TIES)
    found += [t for o in objects(token) for t in prepositional(o, _TIES)]
    return found


def base_drafts(
    token: Token,
    story: Story,
    site: Site,
    givers: list[str],
    statuses: tuple[Status, Status],
    receivers: list[str] | None = None,
    *,
    is_done_by_others: bool = False,
) -> Iterator[Draft]:
    """
    Yield what is said of a base, if it is foreign and anything is said.

    Args:
        token: The predicate.
        story: The document.
        site: The base.
        givers: Who acts, as far as the predicate tells.
        statuses: The status when it lies ahead, and when it does not.
        receivers: Who takes it over.
        is_done_by_others: Whether the doer is not the operator: an army takes a base over.
    """
    voice = Voice() if be_first(token) else voice_of(token, story.reading)
    is_owned = is_done_by_others or bool(givers or site.owners)
    if _is_nothing_told(token, voice, site, story, is_owned=is_owned):
        return
    owned = _owned(token, story, site, givers, statuses)
    if owned is None:
        return
    site, operator, country, why = owned
    voice, status = _status_of(token, voice, statuses)
    is_state = status is Status.OPERATES
    when = date_event(token, voice, story.reading, is_state=is_state)
    if is_state and is_pluperfect(token) and not when.is_dated:
        return  # “had run a base there”: nothing of the time of the article
    if is_ahead(when, story.reading) and not (is_state or voice.is_planned):
        voice, status = replace(voice, modality=Modality.ANNOUNCED, is_planned=True), statuses[0]
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
        site_name=site.name,
        site=site.head,
        is_guessed=why in _GUESSES,
        target=_target(receivers or (), operator),
        event=_event(status, voice),
        strength=_strength(site, why),
        reasons=(f"operator: {why}", when.why, *([voice.why] if voice.why else [])),
    )


class _Owned(NamedTuple):
    """A base with who runs it, in which country, and how that was found."""

    site: Site
    operator: str
    country: str
    why: str


def _owned(
    token: Token, story: Story, site: Site, givers: list[str], statuses: tuple[Status, Status]
) -> _Owned | None:
    """Return whose base it is and where, or None where it is nobody's that is known to be abroad."""
    site = _told_apart(site, givers, story)
    if not (site.is_elsewhere and Status.TO_OPEN in statuses):
        site = _with_place(site, story)
    where = where_is(token, story, [*site.owners, *givers])
    is_firm = not where.is_guess or where.country == story.host
    is_new = site.is_elsewhere and Status.TO_OPEN in statuses
    if is_new and not story.guests.intersection((*site.owners, *givers)):
        is_firm = not where.is_guess
    country = site.country or (where.country if is_firm else None)
    if site.place is None and where.country == country and not (site.is_plural or is_new):
        site = replace(site, place=where.place)
    is_lasting = Status.TO_OPEN in statuses or (statuses == USING and bool(objects(token)))
    if is_lasting and _is_hosts_own(site, givers, country):
        return None
    operator, why = _operator(token, site, givers, country, story)
    if statuses == OPENING and why in _GUESSES and _has_left(operator, token, story):
        return None
    if operator is None or country is None or operator == country:
        return None
    return _Owned(site, operator, country, why)


def _is_nothing_told(
    token: Token, voice: Voice, site: Site, story: Story, *, is_owned: bool
) -> bool:
    """Whether there is no such base, or it is one of a film, or nobody's in particular."""
    if voice.is_void or voice.is_mention:
        return True
    if not is_owned and (_is_of_any_owner(site, story) or _has_other_doer(token, story)):
        return True
    return is_none(story.reading.doc[site.head]) or _is_fiction(token, story)


def _status_of(token: Token, voice: Voice, statuses: tuple[Status, Status]) -> tuple[Voice, Status]:
    if voice.is_planned and is_purpose_reached(token):
        voice = replace(voice, is_planned=False, modality=Modality.ASSERTED)
    status = statuses[0] if voice.is_planned else statuses[1]
    if status is Status.OPERATES and voice.is_planned:
        if token.lemma_ in _TO_COME:
            status = Status.TO_OPEN
        elif token.lemma_ in _LASTING:  # who asks to keep or enlarge a base says that there is one
            voice = replace(voice, is_planned=False, modality=Modality.ASSERTED)
        elif token.lemma_ != "have":
            voice = replace(voice, is_planned=False)
    return voice, status


def is_purpose_reached(verb: Token) -> bool:
    """“Came in person to open it”: whoever came has done it."""
    above = verb.head
    return (
        verb.dep_ in {"advcl", "xcomp"}
        and above.lemma_ in _LEADING
        and above.tag_ in {"VBD", "VBN"}
        and any(c.lower_ == "to" for c in verb.children)
    )


def _is_hosts_own(site: Site, givers: list[str], country: str | None) -> bool:
    """“Kenya opened a base at A”, in Kenya: its own, whoever was there in the past."""
    return not site.owners and bool(givers) and set(givers) == {country}


def _has_left(operator: str | None, token: Token, story: Story) -> bool:
    """“A base opened at A, the first since Russian forces left”: it is not that of those who left."""
    sentence = story.reading.sentence_of(token)
    gone = (t for t, _ in story.reading.predicates(("leave", "be_gone")) if verbal(t))
    return any(
        operator in story.forces[s.i].owners
        for t in gone
        if sentence.first <= t.i < sentence.last
        for s in subjects(t)
        if s.i in story.forces
    )


def _is_of_any_owner(site: Site, story: Story) -> bool:
    """“All foreign bases must close”: nobody's in particular."""
    head = story.reading.doc[site.head]
    return site.is_plural and any(c.lower_ == "foreign" for c in head.children)


def _is_fiction(token: Token, story: Story) -> bool:
    """“In the film, soldiers open a base”."""
    words = story.reading.tokens(story.reading.sentence_of(token))
    return any(t.lower_ in _FICTION for t in words)


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
    if any(c.lower_ in _DEFINITE for c in reading.doc[site.head].children) and not site.is_plural:
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
    token: Token, site: Site, givers: list[str], country: str | None, story: Story
) -> tuple[str | None, str]:
    found, why = _found_operator(token, site, givers, country, story)
    return (story.stands_for(found) if found else None), why


def _target(receivers: Iterable[str], operator: str) -> str | None:
    return next((r for r in receivers if r != operator and len(r) == 2), None)


def _found_operator(
    token: Token, site: Site, givers: list[str], country: str | None, story: Story
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
    focus = last_before(story.focus, token, story.reading, country)
    is_lone = story.guest is None or story.guest != story.mission
    if focus and story.guest != focus[0] and site.place is None and is_lone:
        return focus[0], _SHORTLY
    if story.guest and story.guest != country:
        return story.guest, _TURNS
    return None, ""


def _has_other_doer(token: Token, story: Story) -> bool:
    """Whether somebody does it who is no party: a company, a club."""
    if not verbal(token) or not (is_passive(token) or objects(token)):
        return False
    return any(a.pos_ in {"PROPN", "NOUN"} and site_in(a, story) is None for a in agents(token))


def be_first(token: Token) -> list[Token]:
    """“The first to close was X”: what stands across from “the first”."""
    head = token.head
    is_first = any(c.lower_ in {"first", "last", "next", "latest"} for c in head.children)
    if token.dep_ in {"relcl", "acl"} and is_first and head.dep_ == "attr":
        return [c for c in head.head.children if c.dep_ == "nsubj"]
    if (
        token.dep_ in {"relcl", "acl", "xcomp"}
        and head.lower_ in {"first", "last", "next"}
        and head.head.lemma_ == "be"
    ):
        return [c for c in head.head.children if c.dep_ in {"nsubj", "attr"} and c != head]
    return []
