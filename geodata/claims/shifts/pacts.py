"""Agreements on defence: made, renewed, turned down, torn up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.claims.drafts import Draft
from geodata.claims.grammar.clauses import (
    governors,
    is_negated,
    is_passive,
    objects,
    phrase,
    prepositional,
    subjects,
    verbal,
)
from geodata.claims.grammar.modality import Voice, voice_of
from geodata.claims.grammar.mulled import came_to_nothing
from geodata.claims.grammar.wordings import Wording, load_wordings
from geodata.claims.scene.actors import How, named_parties
from geodata.claims.scene.dating import When
from geodata.claims.scene.story import Story
from geodata.claims.shifts.doers import agent_of, arguments, doers, is_near, tied
from geodata.claims.shifts.partners import guest_of, named_partners, partners_of, stands_alone
from geodata.claims.shifts.shift import shift
from geodata.domain.claims import Modality, Status
from geodata.domain.mentions import DateRelation

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_MADE = (Status.TOWARD, "accord_signed")
_ENDED = (Status.AWAY, "pact_revoked")
_REFUSE = frozenset({"refuse", "decline", "reject", "fail", "oppose", "block", "veto"})
_STANDING_IN = frozenset({"another", "own", "one", "similar", "second", "latter"})
_ABOUT = frozenset({"on", "for", "about", "over"})
_AHEAD = frozenset({"will", "would", "wo", "'ll", "’ll"})
_MAY = frozenset({"may", "might", "could", "can", "should", "must"})
_MANY = 2
_REACH = 14
_GROUNDS = frozenset(
    {"airspace", "harbour", "harbor", "territory", "runway", "soil", "naval", "navy"}
)
_OF = frozenset({"of"})
_AWAY = frozenset({"over", "back"})
_GRANT_REACH = 6


def read_made(found: Wording, story: Story) -> Iterator[Draft]:
    """Yield “signed a pact”, and “refused to ratify it”, “will not renew it” for the opposite."""
    for head in _pacts(found, story):
        if not is_defence_pact(head, story) or _is_of_another(head, found, story):
            continue
        voice = _turned_down(found.token, story) if _is_kept(found.token) else None
        if voice is not None:
            yield from _ended(found.token, head, story, voice)
            return
        if is_negated(head) or head.lower_ == "no" or came_to_nothing(head, story.reading):
            return
        yield from _made(found.token, head, story)
        return
    if found.token.lemma_.lower() in load_wordings().words["agrees"]:
        yield from _agreed_to_let(found.token, story)


def read_in_force(found: Wording, story: Story) -> Iterator[Draft]:
    """“The treaty took effect”, “a pact with B followed in May”."""
    for head in subjects(found.token):
        if is_defence_pact(head, story) and not is_negated(head):
            yield from _made(found.token, head, story)
            return


def read_unmade(found: Wording, story: Story) -> Iterator[Draft]:
    """“Tore up the pact”, “the pact was scrapped”, “the end of the pact”, “it broke in March”."""
    for head in _pacts(found, story):
        if is_defence_pact(head, story) and not is_negated(head):
            yield from _ended(found.token, head, story, None)
            return
    is_alone = verbal(found.token) and not objects(found.token)
    if is_alone and found.token.lemma_ in {"break", "end", "collapse", "lapse"}:
        yield from _lapse(found, story)


def read_standing_alone(story: Story) -> Iterator[Draft]:
    """“A ten-year pact with B in February”, in a row without a verb, dated within its own words."""
    governed = {
        t.i for w in story.reading.wordings for t in arguments(w.token, w.last) if _is_pactual(w)
    }
    for token in story.reading.doc:
        if token.pos_ not in {"NOUN", "PROPN", "DET", "PRON"} or token.i in governed:
            continue
        if token.dep_ not in {"ROOT", "appos", "conj", "dep", "npadvmod", "dobj", "attr"}:
            continue
        is_pact = story.reading.is_word(token, "agreement") and is_defence_pact(token, story)
        if not (is_pact or _stands_in(token, story)) or _is_part_of_verb(token):
            continue
        inside = _own_words(token, story)
        dates = [d for i in sorted(inside) if i > token.i and (d := story.reading.dates.get(i))]
        dates = [d for d in dates if d.relation is DateRelation.ON and d.when.is_known]
        partners = named_partners(token, [], story)
        if not (partners and dates):
            continue
        best = next((d for d in dates if d.when.is_exact), dates[0])
        when = When(best.when, None, None, True, f"dated by “{best.text}”")
        agent = [c for c in agent_of(token, story) if c not in partners]
        for draft in shift(token, story, agent, partners[:1], _MADE, Voice()):
            yield replace(draft, when=when)


def _pacts(found: Wording, story: Story) -> list[Token]:
    """What a word acts on; “it” is the pact that was spoken of last."""
    heads = arguments(found.token, found.last)
    heads += [n for h in heads if h.lemma_ == "status" for n in prepositional(h, _OF)]
    is_it = verbal(found.token) and any(h.lower_ == "it" for h in objects(found.token))
    if not is_it or found.token.lemma_.lower() in load_wordings().words["needs_pact"]:
        return heads
    here = story.reading.sentence_of(found.token)
    first = max(0, here.index - 1)
    before = story.reading.doc[story.reading.sentences[first].first : found.token.i]
    pacts = [t for t in before if _is_pact(t, story)]
    return pacts[-1:] + heads


def _own_words(token: Token, story: Story) -> set[int]:
    """The words up to the next pact of a row."""
    words = story.reading.doc[token.i + 1 : story.reading.sentence_of(token).last]
    ends = (t.i for t in words if t.text == ";" or t.lower_ in _STANDING_IN)
    return set(range(token.i, next(ends, token.i + 14)))


def _is_of_another(head: Token, found: Wording, story: Story) -> bool:
    """Whether a pact that merely follows a word is what another word acts on (“a protocol signed”)."""
    if head in tied(found.token):
        return False
    return any(
        w.token != found.token and _is_pactual(w) and head in tied(w.token)
        for w in story.reading.wordings
    )


def _is_pactual(found: Wording) -> bool:
    return found.sense in {"make", "unmake", "take_effect"}


def _is_part_of_verb(token: Token) -> bool:
    """“Has a pact with B”, “put its pact with B before the judges”: the verb says what of it."""
    if token.dep_ not in {"dobj", "attr"}:
        return False
    is_own = any(c.dep_ == "poss" for c in token.children) and bool(subjects(token.head))
    return token.head.lemma_ in {"have", "be", "want", "need"} or is_own


def _stands_in(token: Token, story: Story) -> bool:
    """“…, another with B”: a pact like the one before in the sentence."""
    if token.lower_ not in _STANDING_IN:
        return False
    before = story.reading.doc[story.reading.sentence_of(token).first : token.i]
    pacts = [t for t in before if story.reading.is_word(t, "agreement")]
    return bool(pacts) and is_defence_pact(pacts[-1], story)


def _made(token: Token, head: Token, story: Story) -> Iterator[Draft]:
    agent, partners = _sides(token, head, story)
    yield from shift(token, story, agent, partners, _MADE, _firm(token, story))


def _sides(token: Token, head: Token, story: Story) -> tuple[list[str], list[str]]:
    is_itself = head in doers(token, story)  # “a pact with B followed”
    agent = [] if is_itself else agent_of(token, story, is_state=False)
    named = named_partners(head, [], story) or named_partners(token, [], story)
    if is_passive(token) and len(named) > 1 and not set(agent) - {story.host}:
        return named[:1], named[1:]
    if len(agent) > 1:
        others = [c for c in named if c not in agent]
        return (agent, others) if others else (agent[:1], agent[1:])
    partners = [c for c in named if c not in agent] or partners_of(head, agent, story)
    if not agent and len(partners) > 1:
        return partners[:1], partners[1:]
    if not agent and partners and not named and not _is_guest(partners, story):
        return [], []  # neither of the two is tied to the pact
    if not agent and partners and not named and not _is_host_near(token, story):
        return [], []
    if not agent and partners:
        sentence = story.reading.sentence_of(token)
        lead = story.lead_country(sentence)
        places = [lead, *_places(token, story), story.local_host(sentence, frozenset(partners))]
        return [c for c in places if c and c not in partners][:1], partners
    return agent, partners or guest_of(agent, story)


def _is_host_near(token: Token, story: Story) -> bool:
    """Whether the country that the text turns around is named in or shortly before the sentence."""
    here = story.reading.sentence_of(token)
    first = story.reading.sentences[max(0, here.index - _MANY)].first
    words = list(story.reading.doc[first : here.last])
    return any(p.code == story.host for p in named_parties(words, story.parties, cities=True))


def _is_guest(partners: list[str], story: Story) -> bool:
    return guest_of([], story)[:1] == partners[:1]


def _places(token: Token, story: Story) -> list[str]:
    """Where it happens: “entered into force in A”."""
    heads = prepositional(token, frozenset({"in"}))
    return [p.code for h in heads for p in story.named(h) if p.is_literal]


def _ended(token: Token, head: Token, story: Story, voice: Voice | None) -> Iterator[Draft]:
    agent = agent_of(token, story, is_state=False)
    named = [c for c in named_partners(head, [], story) if c not in agent]
    if not agent and len(named) > 1:
        agent, named = named[:1], named[1:]
    partners = named or partners_of(head, agent, story)
    yield from shift(token, story, agent, partners, _ENDED, voice or _firm(token, story))


def _firm(token: Token, story: Story) -> Voice:
    """“The termination of the pact was announced”: an event with its own verb, not a mere mention."""
    voice = voice_of(token, story.reading)
    is_event = not verbal(token) and any(
        story.reading.dates.get(t.i) for t in story.reading.tokens(story.reading.sentence_of(token))
    )
    return replace(voice, is_mention=False) if is_event or verbal(token) else voice


def _is_kept(token: Token) -> bool:
    return token.lemma_.lower() in load_wordings().words["kept"]


def _turned_down(token: Token, story: Story) -> Voice | None:
    """Return the voice of “refused to ratify”, “will not renew”, or None."""
    above = next((a for a in governors(token) if verbal(a)), None)
    if above is not None and above.lemma_ in _REFUSE and token.dep_ in {"xcomp", "pcomp", "dobj"}:
        if is_negated(above):
            return None
        return voice_of(above, story.reading)
    aux = [c for c in token.children if c.dep_ in {"aux", "auxpass"}]
    if not (is_negated(token) or any(is_negated(a) for a in aux)):
        return None
    voice = voice_of(token, story.reading)
    if voice.why != "negated" or any(a.lower_ in _MAY for a in aux):
        return None
    is_ahead = any(a.lower_ in _AHEAD for a in aux)
    modality = Modality.ANNOUNCED if is_ahead else Modality.ASSERTED
    return Voice(modality, is_planned=is_ahead, governor=above, speaker=above, why="turned down")


def _agreed_to_let(token: Token, story: Story) -> Iterator[Draft]:
    """“Agreed to let B's ships use its port”, “agreed to give B a say over any pact”."""
    lets = load_wordings().words["lets"]
    for verb in (c for c in token.children if c.dep_ == "xcomp" and c.lemma_.lower() in lets):
        words = list(verb.subtree)
        nouns = story.reading.lexicon.nouns
        is_arms = any(
            t.lower_ in nouns["agreement_needs"] or t.i in story.forces for t in words
        ) or any(is_near(t, ("base", "base_weak"), story.reading) for t in words)
        agent = agent_of(token, story)
        partners = [p.code for p in named_parties(words, story.parties, cities=True)]
        partners = [c for c in partners if c not in agent]
        if is_arms and partners:
            yield from shift(token, story, agent, partners[:1], _MADE)


def read_granted(found: Wording, story: Story) -> Iterator[Draft]:
    """“Gave B's navy access to its port”, “opened its bases to B's troops”."""
    token = found.token
    if token.i + 1 < len(token.doc) and token.nbor().lower_ in _AWAY:
        return  # “handed over its facilities”: who leaves a base grants nothing
    agent = agent_of(token, story)
    sentence = story.reading.sentence_of(token)
    words = [t for t in story.reading.tokens(sentence) if t.i > token.i]
    is_arms = any(
        is_near(t, ("base", "base_weak"), story.reading) or t.lemma_.lower() in _GROUNDS
        for t in words[: found.last - token.i + _REACH]
    )
    is_arms = is_arms or (
        any(t.lower_ == "access" for t in words) and any(t.i in story.forces for t in words)
    )
    guests = [
        p.code
        for p in named_parties(words, story.parties)
        if p.code not in agent
        and p.first <= found.last + _GRANT_REACH
        and (p.how is How.METONYM or stands_alone(story.reading.doc[p.last - 1], p, story))
        and not (p.is_literal and story.reading.doc[p.first].dep_ == "pobj")
    ]
    if is_arms and guests and len(agent) == 1:
        yield from shift(token, story, agent, guests[:1], _MADE)


def _lapse(found: Wording, story: Story) -> Iterator[Draft]:
    """“It broke on 15 March”: told of a pact that the text says elsewhere was revoked."""
    token = found.token
    pact = next((s for s in subjects(token) if s.lower_ == "it" or _is_pact(s, story)), None)
    if pact is None or (pact.lower_ == "it" and not _follows_pact(token, story)):
        return
    for other in story.reading.wordings:
        if other.sense != "unmake" or other.token == token or not verbal(other.token):
            continue
        for head in arguments(other.token, other.last):
            if is_defence_pact(head, story):
                agent = agent_of(other.token, story)
                partners = partners_of(head, agent, story)
                yield from shift(token, story, agent, partners, _ENDED)
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


def is_defence_pact(head: Token, story: Story) -> bool:
    """Say whether a noun is an agreement between states on defence, bases or troops."""
    reading = story.reading
    if head.lower_ == "own" or (head.lower_ in _STANDING_IN and _stands_in(head, story)):
        return True
    is_term = head.lemma_ in {"expansion", "extension", "access"} and any(
        above.lemma_ == "agree" for above in (head.head, head.head.head)
    )
    is_ties = reading.is_word(head, "ties") and "strategic" in {t.lower_ for t in phrase(head)}
    if not (_is_pact(head, story) or is_term or is_ties):
        return False
    nouns = reading.lexicon.nouns
    close = {w.lower() for t in phrase(head) if t.i <= head.i for w in t.text.split("-")}
    about = {t.lemma_ for h in prepositional(head, _ABOUT) for t in phrase(h)}
    if (close | about) & nouns["agreement_not"] and not close & nouns["agreement_needs"]:
        return _opens_to_forces(head, story)
    words = {w.lower() for t in head.subtree for w in t.text.split("-")}
    words |= {t.lemma_ for t in head.subtree}
    if close & nouns["agreement_needs"]:
        return True
    if _is_undoing(head, story):
        return False
    return bool(words & nouns["agreement_needs"]) or _is_among_forces(head, story)


def _is_undoing(head: Token, story: Story) -> bool:
    """“Under the deal, the troops are to be withdrawn”: the end of something, no new bond."""
    undoing = load_wordings().words["undoing"]
    sentence = story.reading.tokens(story.reading.sentence_of(head))
    return any(t.lemma_.lower() in undoing for t in sentence)


def _opens_to_forces(head: Token, story: Story) -> bool:
    """“A port deal that gives B a naval base”."""
    words = [t for c in head.children if c.dep_ in {"relcl", "acl"} for t in c.subtree]
    return any(t.i in story.forces or story.reading.is_word(t, "base") for t in words)


def _is_among_forces(head: Token, story: Story) -> bool:
    """Whether the text around speaks of forces or bases."""
    reading = story.reading
    sentence = reading.sentence_of(head)
    near = [sentence, *(s for s in reading.before(sentence) if sentence.index - s.index <= _MANY)]
    near += list(reading.sentences[sentence.index + 1 : sentence.index + _MANY])
    arms = load_wordings().words["arms"]
    return any(
        t.i in story.forces or reading.is_word(t, "base") or t.lemma_.lower() in arms
        for s in near
        for t in reading.tokens(s)
    )
