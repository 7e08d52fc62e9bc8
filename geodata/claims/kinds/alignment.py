"""Countries that move toward or away from others: pacts, blocs, ties, expulsions, coups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from geodata.claims.drafts import Draft
from geodata.claims.grammar.clauses import (
    agents,
    is_negated,
    is_passive,
    objects,
    phrase,
    prepositional,
    subjects,
    verbal,
)
from geodata.claims.kinds.blocs import (
    read_apply,
    read_become_member,
    read_form_bloc,
    read_freeze,
    read_join,
    read_quit_bloc,
)
from geodata.claims.kinds.shifts import (
    agent_of,
    complement_of,
    guest_of,
    named_partners,
    partners_of,
    shift,
)
from geodata.claims.kinds.troops import read_troops
from geodata.claims.scene.actors import parties_in
from geodata.claims.scene.story import Story
from geodata.domain.claims import ClaimKind, Modality, Status

if TYPE_CHECKING:
    from spacy.tokens import Token

_WITH = frozenset(
    {"with", "to", "toward", "towards", "from", "between", "among", "against", "of", "by"}
)
_GIVES_WAY = frozenset({"break", "end", "collapse", "lapse"})
_TOWARD = frozenset({"with", "to", "toward", "towards"})
_FROM = frozenset({"from", "of", "in"})
_NEW_TERMS = frozenset(
    {"expansion", "extension", "renewal", "access", "cooperation", "partnership"}
)
_HELP = frozenset({"assistance", "help", "support", "protection", "aid", "backing"})


def read_alignment(story: Story) -> Iterator[Draft]:
    """Yield what a document says of countries drawing closer to or away from others."""
    for token, senses in story.reading.senses:
        for name, reader in _READERS.items():
            if name in senses and (found := list(reader(token, story))):
                yield from found
                break
    yield from _expulsions(story)


def _revoke(token: Token, story: Story) -> Iterator[Draft]:
    if token.lemma_ in _GIVES_WAY and verbal(token) and not objects(token):
        yield from _lapse(token, story)
        return
    for head in _agreements(token, story, frozenset({"to", "of", "from"})):
        agent = agent_of(token, story)
        yield from shift(
            token, story, agent, partners_of(head, agent, story), (Status.AWAY, "pact_revoked")
        )
        return


def _lapse(token: Token, story: Story) -> Iterator[Draft]:
    """“It broke on 15 March”: told of a pact that the text says elsewhere was revoked."""
    pact = next((s for s in subjects(token) if s.lower_ == "it" or _is_pact(s, story)), None)
    if pact is None or (pact.lower_ == "it" and not _follows_pact(token, story)):
        return
    for other, senses in story.reading.senses:
        is_other = "revoke" in senses and other.lemma_ not in _GIVES_WAY and verbal(other)
        for head in _agreements(other, story, frozenset({"from"})) if is_other else ():
            agent = agent_of(other, story)
            partners = partners_of(head, agent, story)
            yield from shift(token, story, agent, partners, (Status.AWAY, "pact_revoked"))
            return


def _is_pact(head: Token, story: Story) -> bool:
    return story.reading.is_word(head, "agreement")


def _follows_pact(token: Token, story: Story) -> bool:
    """Whether the sentence before is about a pact."""
    here = story.reading.sentence_of(token)
    earlier = next(story.reading.before(here, paragraph_only=True), None)
    return earlier is not None and any(
        t.dep_ in {"nsubj", "nsubjpass"} and _is_pact(t, story)
        for t in story.reading.tokens(earlier)
    )


def _sign(token: Token, story: Story) -> Iterator[Draft]:
    for head in _agreements(token, story, frozenset({"to", "on", "of", "into"}), more=_NEW_TERMS):
        agent = [] if is_passive(token) and not agents(token) else agent_of(token, story)
        partners = (
            named_partners(head, agent, story)
            if len(agent) > 1
            else partners_of(head, agent, story)
        )
        if not agent:
            agent, partners = partners[:1], partners[1:]
        elif len(agent) > 1 and all(p in agent for p in partners):
            agent, partners = agent[:1], agent[1:]
        yield from shift(
            token,
            story,
            agent,
            partners or guest_of(agent, story),
            (Status.TOWARD, "accord_signed"),
        )
        return


def _agreements(
    token: Token, story: Story, links: frozenset[str], more: frozenset[str] = frozenset()
) -> Iterator[Token]:
    """Agreements on defence among what a predicate acts on."""
    heads = (
        [*objects(token), *prepositional(token, links)]
        if verbal(token)
        else prepositional(token, links)
    )
    if verbal(token) and not heads and token.dep_ != "aux":
        heads = subjects(token) if is_passive(token) or token.tag_ == "VBN" else []
    for head in heads:
        if is_negated(head):
            continue
        if (
            (story.reading.is_word(head, "agreement") and _is_defence(head, story))
            or (head.lemma_ in more and _is_defence(head, story) and token.lemma_ == "agree")
            or (token.lemma_ == "sign" and (head.lower_ == "own" or _is_strategic(head, story)))
        ):
            yield head


def _is_strategic(head: Token, story: Story) -> bool:
    """“A strategic partnership”."""
    words = {t.lower_ for t in phrase(head)}
    return _is_ties(head, story) and bool(words & story.reading.lexicon.nouns["agreement_needs"])


def _is_defence(head: Token, story: Story) -> bool:
    nouns = story.reading.lexicon.nouns
    words = {w.lower() for t in head.subtree for w in t.text.split("-")} | {
        t.lemma_ for t in head.subtree
    }
    close = {w.lower() for t in phrase(head) if t.i <= head.i for w in t.text.split("-")}
    about = {
        t.lemma_ for h in prepositional(head, frozenset({"on", "for", "about"})) for t in phrase(h)
    }
    if (close | about) & nouns["agreement_not"] and not close & nouns["agreement_needs"]:
        return False
    sentence = story.reading.sentence_of(head)
    near = [sentence, *(s for s in story.reading.before(sentence) if sentence.index - s.index <= 2)]
    is_near = any(s.first <= f < s.last for s in near for f in story.forces) or any(
        story.reading.is_word(t, "base") for s in near for t in story.reading.tokens(s)
    )
    return bool(words & nouns["agreement_needs"]) or is_near


def _cut_ties(token: Token, story: Story) -> Iterator[Draft]:
    heads = (
        objects(token) if verbal(token) else prepositional(token, frozenset({"of", "in", "with"}))
    )
    for head in heads:
        if _is_ties(head, story):
            agent = agent_of(token, story)
            partners = partners_of(head, agent, story) or complement_of(token, agent, story)
            yield from shift(token, story, agent, partners[:1], (Status.AWAY, "breaks_ties"))
            return


def _strengthen(token: Token, story: Story) -> Iterator[Draft]:
    for head in objects(token):
        is_help = head.lemma_ in _HELP and token.lemma_ == "seek"
        if not (_is_ties(head, story) or is_help):
            continue
        agent = agent_of(token, story)
        partners = named_partners(head, agent, story) or complement_of(token, agent, story)
        for one in dict.fromkeys(agent):
            yield from shift(token, story, [one], partners, (Status.TOWARD, "strengthens_ties"))
        return


def _is_ties(head: Token, story: Story) -> bool:
    if not story.reading.is_word(head, "ties"):
        return False
    words = {t.lower_ for t in phrase(head) if t.i < head.i}
    nouns = story.reading.lexicon.nouns
    return not words & nouns["ties_not"] or bool(words & nouns["agreement_needs"])


def _align(token: Token, story: Story) -> Iterator[Draft]:
    """“Aligned with”, “turned to”, “shifts its alliances towards”."""
    links = _TOWARD if token.lemma_ in {"align", "side", "ally"} else _TOWARD - {"with"}
    if not verbal(token) and token.lemma_ == "turn":
        return
    for head in prepositional(token, links):
        if token.lemma_ in {"turn", "shift", "move", "drift"} and head.i not in story.parties:
            continue
        agent = agent_of(token, story)
        partners = [p.code for p in parties_in(head, story.parties) if p.code not in agent]
        yield from shift(token, story, agent, partners[:1], (Status.TOWARD, "aligns"))
        return


def _distance(token: Token, story: Story) -> Iterator[Draft]:
    agent = agent_of(token, story)
    partners = complement_of(token, agent, story)
    yield from shift(token, story, agent, partners[:1], (Status.AWAY, "distances"))


def _expulsions(story: Story) -> Iterator[Draft]:
    """A country that tells a force to leave moves away from the one whose force it is."""
    for draft in read_troops(story):
        if draft.status is not Status.TO_WITHDRAW or draft.modality not in {
            Modality.ORDERED,
            Modality.DEMANDED,
        }:
            continue
        demand = draft.voice.governor or draft.predicate
        asks = agents(demand) if verbal(demand) else []
        if demand.lemma_ in {"order", "direct", "instruct"}:
            asks = [a for a in asks if a.ent_type_ != "PERSON"]  # a leader orders his own forces
        codes = [c for a in asks for c in story.parties_of(a)]
        if draft.host and draft.host in codes:
            yield Draft(
                ClaimKind.ALIGNMENT,
                Status.AWAY,
                draft.host,
                draft.host,
                draft.voice,
                draft.when,
                draft.sentences,
                demand,
                target=story.reading.lexicon.parent_of(draft.actor),
                event="expels",
                strength=draft.strength - 0.05,
                reasons=draft.reasons,
            )


def _expel_envoy(token: Token, story: Story) -> Iterator[Draft]:
    for head in objects(token) if verbal(token) else prepositional(token, frozenset({"of"})):
        if story.reading.is_word(head, "diplomats"):
            agent = agent_of(token, story)
            partners = [p.code for p in parties_in(head, story.parties) if p.code not in agent]
            yield from shift(token, story, agent, partners[:1], (Status.AWAY, "expels"))


_READERS: dict[str, Callable[[Token, Story], Iterable[Draft]]] = {
    "freeze": read_freeze,
    "revoke": _revoke,
    "cut_ties": _cut_ties,
    "sign": _sign,
    "strengthen": _strengthen,
    "align": _align,
    "distance": _distance,
    "join": read_join,
    "be_member": read_become_member,
    "apply": read_apply,
    "quit": read_quit_bloc,
    "form": read_form_bloc,
    "expel": _expel_envoy,
}
