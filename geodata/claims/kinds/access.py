"""Bases that are granted, or home to a force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.claims.drafts import Draft
from geodata.claims.grammar.clauses import agents, prepositional, subjects, verbal
from geodata.claims.grammar.modality import voice_of
from geodata.claims.kinds.basing import USING, base_drafts, spread
from geodata.claims.scene.actors import parties_in
from geodata.claims.scene.ownership import cast_of
from geodata.claims.scene.sites import site_in
from geodata.claims.scene.story import Story
from geodata.domain.claims import Status

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_TO = frozenset({"to"})
_OF = frozenset({"of"})
_GIVING = frozenset({"grant", "give", "offer", "provide", "extend", "allow", "guarantee", "deny"})
_HAVING = frozenset({"have", "enjoy"})
_GAINING = frozenset(
    {
        "have",
        "gain",
        "get",
        "win",
        "obtain",
        "secure",
        "receive",
        "enjoy",
        "acquire",
        "seek",
        "sign",
        "lease",
    }
)


def read_access(noun: Token, story: Story) -> Iterator[Draft]:
    """“A gave US forces access to seven bases”, “sites to which US forces will have access”."""
    if verbal(noun):
        return
    above = noun.head.head if noun.head.lower_ == "for" else noun.head
    verb = above if verbal(above) else None
    heads = prepositional(noun, _TO if noun.lemma_ == "access" else _OF)
    if verb is not None:
        heads += prepositional(verb, _TO) + ([verb.head] if verb.dep_ == "relcl" else [])
    users = _users(noun, verb, story)
    sites = [s for h in spread(heads) if (s := site_in(h, story))]
    if not users or not sites or (verb is None and noun.dep_ != "ROOT"):
        return
    if verb is not None and verb.lemma_ in _HAVING and not voice_of(verb, story.reading).is_planned:
        return  # “has access to nine sites” runs none of them
    giver = _giver(verb, story, users)
    statuses = (Status.TO_OPEN, Status.TO_OPEN if _is_giving(verb) else Status.OPERATES)
    for site in sites:
        open_to = replace(site, owners=(), country=site.country or giver)
        yield from base_drafts(verb or noun, story, open_to, users, statuses)


def _is_giving(verb: Token | None) -> bool:
    return verb is not None and verb.lemma_ in _GIVING


def _users(noun: Token, verb: Token | None, story: Story) -> list[str]:
    named = [p.code for t in noun.children if t.i < noun.i for p in parties_in(t, story.parties)]
    if named:
        return list(dict.fromkeys(named))
    if verb is not None and verb.lemma_ in _GIVING:
        for child in verb.children:
            is_receiver = child.dep_ == "dative" or (child.dep_ == "dobj" and child != noun)
            receivers = [child, *prepositional(child, _TO)] if is_receiver else []
            codes = [p.code for t in receivers for p in parties_in(t, story.parties)]
            if codes:
                return list(dict.fromkeys(codes))
        return []
    if verb is not None and verb.lemma_ in _GAINING:
        cast = cast_of(agents(verb), verb, story)
        return list(cast.owners) if cast else [c for a in agents(verb) for c in story.parties_of(a)]
    return [c for h in prepositional(noun, frozenset({"for"})) for c in story.parties_of(h)]


def _giver(verb: Token | None, story: Story, users: list[str]) -> str | None:
    if verb is None or verb.lemma_ not in _GIVING:
        return None
    codes = [c for a in agents(verb) for c in story.parties_of(a)]
    return next((c for c in codes if len(c) == 2 and c not in users), None)


def read_home(noun: Token, story: Story) -> Iterator[Draft]:
    """“A is home to the largest US base”, “the camp, home to 4,000 Americans”."""
    if noun.lemma_.lower() not in {"home", "host"}:
        return
    holders = [noun.head] if noun.dep_ in {"appos", "npadvmod"} else subjects(noun.head)
    for head in spread(prepositional(noun, _TO)):
        here = next((s for h in holders if (s := site_in(h, story))), None)
        if here is None and (site := site_in(head, story)):
            codes = [p.code for h in holders for p in parties_in(h, story.parties)]
            country = site.country or next((c for c in codes if c not in site.owners), None)
            yield from base_drafts(noun.head, story, replace(site, country=country), [], USING)
        elif here is not None and (cast := cast_of([head], noun, story)):
            yield from base_drafts(noun.head, story, here, list(cast.owners), USING)
