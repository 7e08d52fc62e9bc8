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
from geodata.claims.kinds.basing import HANDING, base_drafts, be_first, phrase_places, spread
from geodata.claims.scene.places_beside import is_local
from geodata.claims.scene.sites import Site, last_site, site_in, sites_in, town_site
from geodata.claims.scene.story import Story

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_OF = frozenset({"of"})
_OF_PART = frozenset({"of", "to", "over"})
_TO = frozenset({"to"})
_GATES = frozenset({"key", "command", "control", "gate"})
_FILLERS = frozenset({"ADV", "PUNCT", "SPACE"})
_PRONOUNS = frozenset({"it", "they", "both", "all"})
_WANDERING = frozenset({"return", "transfer", "go", "pass", "restore", "change"})
_AMBIGUOUS = frozenset({"return", "transfer", "go", "restore"})


def patients(token: Token) -> list[Token]:
    """Return what a predicate is done to: objects, else subjects; of a noun, what is after “of”."""
    if not verbal(token):
        return prepositional(token, _OF)
    if token.lemma_ == "change":  # “changed hands”
        return subjects(token)
    return objects(token) or _gap(token) or subjects(token)


def opened_with(verb: Token, story: Story) -> list[Token]:
    """“Manta, Ecuador. Closed in 2009.”: the place that opens a list's item."""
    sentence = story.reading.sentence_of(verb)
    before = [t for t in story.reading.tokens(sentence) if t.i < verb.i]
    is_first = verb.tag_ in {"VBN", "VBD"} and all(t.pos_ in _FILLERS for t in before)
    lead = story.lead_place(sentence) if is_first else None
    if lead is None:
        return []
    return [next(t for t in verb.doc if t.idx + len(t.text) == lead.span.end)]


def _gap(verb: Token) -> list[Token]:
    """“A base that they forced the navy to abandon”."""
    above = verb.head
    if verb.dep_ != "xcomp" or above.dep_ != "relcl" or is_passive(verb):
        return []
    is_led = any(c.lower_ in {"that", "which"} for c in above.children)
    return [above.head] if is_led and any(c.dep_ == "dobj" for c in above.children) else []


def before_verb(verb: Token, story: Story) -> list[Token]:
    """
    Return the base or the name that opens the clause of a passive verb.

    For the cases where the parser hung the subject elsewhere.
    """
    if not is_passive(verb):
        return []
    first = story.reading.sentence_of(verb).first
    start = first
    for token in verb.doc[first : verb.i]:
        is_dash = token.is_punct and token.text in {";", ":", "-", "–", "—"}
        own = token == verb.head or verb in {token.head, token.head.head}
        is_end = token.tag_ in {"VBD", "VBZ", "VBP", "MD"} and not own
        if is_dash or is_end:
            start = token.i + 1
    for token in verb.doc[start : verb.i]:
        if token.dep_ in {"pobj", "poss"}:
            continue
        if token.pos_ in {"NOUN", "PROPN"} and (site_in(token, story) or _is_named(token, story)):
            return [token]
    return []


def _is_named(token: Token, story: Story) -> bool:
    mention = story.reading.places.get(token.i)
    return mention is not None and is_local(mention)


def givers_of(token: Token, story: Story) -> list[str]:
    """Return who does it, as far as the verb tells."""
    return [c for a in agents(token) for c in story.parties_of(a)] if verbal(token) else []


def read_handover(token: Token, story: Story) -> Iterator[Draft]:
    """“The camp was handed to the army”, “A passes to the Georgians”, “the keys went back”."""
    receivers = [c for h in prepositional(token, _TO) for c in story.parties_of(h)]
    heads = list(spread(be_first(token) or patients(token)))
    if any(h.lemma_ == "key" for h in heads):  # “handed back the keys to its base”
        heads += [t for t in prepositional(token, _TO) if site_in(t, story)]
    if not any(_handed(h, token, story) for h in heads):
        heads += spread(before_verb(token, story))
        heads += opened_with(token, story)
    for head in heads:
        if token.lemma_ in _WANDERING and not (receivers or _is_thing(head, token)):
            continue
        if token.lemma_ in _AMBIGUOUS and not _is_thing(head, token):
            continue
        if token.lemma_ == "give" and any(o.lemma_ == "access" for o in objects(token)):
            continue
        for site in _handed(head, token, story):
            yield from base_drafts(token, story, site, givers_of(token, story), HANDING, receivers)


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
    if head.lemma_ in _GATES or token.lemma_ == "change":
        return True
    return head in objects(token) or is_passive(token) or not verbal(token)


def read_takeover(token: Token, story: Story) -> Iterator[Draft]:
    """“The army of A took over the French base”: who held it has handed it over."""
    if not verbal(token):
        return
    receivers = [c for a in agents(token) for c in story.parties_of(a)]
    for head in spread([*objects(token), *prepositional(token, _OF), *phrase_places(token, story)]):
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
