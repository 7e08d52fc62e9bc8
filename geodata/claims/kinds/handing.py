"""Bases that change hands: handed over, given back, taken over, their keys passed on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.claims.drafts import Draft
from geodata.claims.grammar.clauses import (
    agents,
    is_passive,
    objects,
    prepositional,
    subjects,
    verbal,
)
from geodata.claims.kinds.basing import HANDING, base_drafts, be_first, spread
from geodata.claims.scene.sites import Site, last_site, site_in, sites_in, town_site
from geodata.claims.scene.story import Story

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF = frozenset({"of"})
_OF_PART = frozenset({"of", "to", "over"})
_TO = frozenset({"to"})
_GATES = frozenset({"key", "command", "control", "gate"})
_PRONOUNS = frozenset({"it", "they", "both", "all"})
_WANDERING = frozenset({"return", "transfer", "go", "pass", "restore", "change"})
_AMBIGUOUS = frozenset({"return", "transfer", "go", "restore"})


def patients(token: Token) -> list[Token]:
    """Return what a predicate is done to: objects, else subjects; of a noun, what is after “of”."""
    if not verbal(token):
        return prepositional(token, _OF)
    return objects(token) or subjects(token)


def givers_of(token: Token, story: Story) -> list[str]:
    """Return who does it, as far as the verb tells."""
    return [c for a in agents(token) for c in story.parties_of(a)] if verbal(token) else []


def read_handover(token: Token, story: Story) -> Iterator[Draft]:
    """“The camp was handed to the army”, “A passes to the Georgians”, “the keys went back”."""
    receivers = [c for h in prepositional(token, _TO) for c in story.parties_of(h)]
    for head in spread(be_first(token) or patients(token)):
        if token.lemma_ in _WANDERING and not (receivers or _is_thing(head, token)):
            continue
        if token.lemma_ in _AMBIGUOUS and not _is_thing(head, token):
            continue
        for site in _handed(head, token, story):
            yield from base_drafts(
                token, story, site, givers_of(token, story), HANDING, receivers
            )


def _handed(head: Token, token: Token, story: Story) -> list[Site]:
    if found := sites_in(head, story):
        return found
    if head.lemma_ in _GATES or (head.lower_ in _PRONOUNS and verbal(token)):
        site = last_site(token, story)
        return [site] if site else []
    site = town_site(head, story, is_telling=token.lemma_ not in _AMBIGUOUS)
    return [site] if site and verbal(token) else []


def _is_thing(head: Token, token: Token) -> bool:
    """Whether the base is what is returned, not whither somebody returns."""
    if head.lemma_ in _GATES:
        return True
    return head in objects(token) or is_passive(token) or not verbal(token)


def read_takeover(token: Token, story: Story) -> Iterator[Draft]:
    """“The army of A took over the French base”: who held it has handed it over."""
    if not verbal(token):
        return
    receivers = [c for a in agents(token) for c in story.parties_of(a)]
    for head in spread([*objects(token), *prepositional(token, _OF)]):
        site = site_in(head, story) or _gate_of(head, story)
        if site is None and token.lemma_ in {"get", "recover", "regain", "reclaim"}:
            site = town_site(head, story)
        if site is None:
            continue
        givers = [c for h in prepositional(token, frozenset({"from"})) for c in story.parties_of(h)]
        country = site.country or next((c for c in receivers if len(c) == 2), None)
        if receivers and country in receivers:
            owners = tuple(o for o in site.owners if o not in receivers)
            site = replace(site, country=country, owners=owners)
            yield from base_drafts(
                token, story, site, givers, HANDING, receivers, is_done_by_others=True
            )
            return


def _gate_of(head: Token, story: Story) -> Site | None:
    """“Control of the base”, “the keys to the camp”."""
    inner = prepositional(head, _OF_PART)
    return next((s for t in inner if (s := site_in(t, story))), None)
