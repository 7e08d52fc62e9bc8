"""Countries that show envoys or forces of another the door."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.claims.drafts import Draft
from geodata.claims.grammar.clauses import (
    governors,
    objects,
    phrase,
    prepositional,
    subjects,
    verbal,
)
from geodata.claims.grammar.lexicon import load_lexicon
from geodata.claims.grammar.modality import Voice, voice_of
from geodata.claims.grammar.wordings import Wording, load_wordings
from geodata.claims.scene.actors import How, named_parties, parties_in
from geodata.claims.scene.story import Story
from geodata.claims.shifts.doers import agent_of, arguments, countries_of, tied
from geodata.claims.shifts.partners import guest_of
from geodata.claims.shifts.shift import when_of
from geodata.domain.claims import ClaimKind, Modality, Status

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_REACH = 14
_STEPS = 2
_ELSEWHERE = frozenset({"elsewhere", "everywhere"})
_THEM = frozenset({"they", "them"})
_FOREIGN = frozenset({"foreign"})
_CLOSE = frozenset({"close", "leave", "go", "withdraw", "depart", "shut", "vacate", "quit", "end"})
_WHERE = frozenset({"from", "out", "of", "in", "on"})
_EXPELS = (Status.AWAY, "expels")
_WAIT = frozenset({"hour", "day", "week", "month", "ultimatum"})


def read_expel(found: Wording, story: Story) -> Iterator[Draft]:
    """Yield “threw out the envoy of B”, “ordered B's troops out”, “showed B's trainers the door”."""
    is_shown = found.token.lemma_ == "show"  # “showed the door to B's trainers”
    whither = [] if is_shown else prepositional(found.token, frozenset({"to", "into"}))
    heads = [h for h in arguments(found.token, found.last) if h not in whither]
    if found.token.lemma_ in load_wordings().words["combat"]:  # armies drive others out in battle
        heads = [h for h in heads if story.reading.is_word(h, "diplomats")]
    if found.token.lemma_ == "show":  # who asks to come may be shown the door too
        heads = [
            h
            for h in heads
            if h.i > found.token.i
            and (h.i in story.forces or story.reading.is_word(h, "diplomats"))
        ]
    if targets := _guests(heads, story):
        yield from _expelled(found.token, targets, story, None)


def read_tell(found: Wording, story: Story) -> Iterator[Draft]:
    """Yield “told B's troops to leave”, “gave the envoy of B two days to go”, “demanded their departure”."""
    token = found.token
    words = _following(token)
    is_given = verbal(token) and token.lemma_ in {"give", "serve", "set", "issue"}
    if is_given and not any(t.lemma_ in _WAIT for t in words):
        return
    gone = next((t for t in words if _says_go(t) and _is_asked(t, token)), None)
    if gone is None or any(t.lower_ in _ELSEWHERE for t in words):
        return
    heads = [*objects(token), *(t for t in words if t.i < gone.i), *_leavers(gone)]
    if targets := _guests(heads, story, agent_of(token, story)):
        voice = voice_of(token, story.reading)
        yield from _expelled(token, targets, story, voice)


def read_must_go(story: Story) -> Iterator[Draft]:
    """Yield “announced that all foreign bases would have to close”."""
    for token in story.reading.doc:
        if token.lemma_ not in _CLOSE or not (verbal(token) and _is_bound(token)):
            continue
        voice = voice_of(token, story.reading)
        said = load_lexicon().voices["say"]
        speaker = next((a for a in governors(token) if a.lemma_.lower() in said), None)
        if speaker is None or voice.is_void:
            continue
        voice = replace(voice, modality=Modality.DEMANDED, is_planned=True, governor=speaker)
        targets = _guests(subjects(token), story)
        agent = [c for h in subjects(speaker) for c in countries_of(h, story)]
        if targets and not set(agent) & set(targets):
            yield from _draft(token, agent, targets, voice, story)


def _is_bound(token: Token) -> bool:
    """“Must close”, “would have to close”."""
    aux = {c.lower_ for c in token.children if c.dep_ == "aux"}
    above = token.head
    return "must" in aux or ("to" in aux and above.lemma_ == "have" and token.dep_ == "xcomp")


def _following(token: Token) -> list[Token]:
    """The words after a demand that are part of it."""
    words: list[Token] = []
    own = {t.i for t in token.subtree}
    for word in token.doc[token.i + 1 : token.i + 1 + _REACH]:
        if word.text in {";", ".", ":", "?", "!", "”", '"'} or word.is_sent_start:
            break
        if verbal(token) and word.i not in own:
            break
        words.append(word)
    return words


def _says_go(word: Token) -> bool:
    go = load_wordings().words["go"]
    if word.lemma_.lower() not in go and word.lower_ not in go:
        return False
    if verbal(word):
        return word.tag_ in {"VB", "VBP", "VBN", "VBG"}
    return word.pos_ == "NOUN" or word.lower_ == "out"


def _is_asked(gone: Token, token: Token) -> bool:
    """Whether the leaving is the very thing asked for, not a matter to be talked of."""
    if not verbal(token) or gone.lower_ == "out":
        return True
    if not verbal(gone):
        return gone in tied(token)
    above = list(governors(gone))[:_STEPS]
    return token in above


def _leavers(gone: Token) -> list[Token]:
    """Who is to go: of “the departure of B's forces”, “that B's forces be withdrawn”."""
    if verbal(gone):
        return [*subjects(gone), *objects(gone)]
    return [*prepositional(gone, frozenset({"of"})), *phrase(gone)]


def _guests(heads: list[Token], story: Story, by: Sequence[str] = ()) -> list[str]:
    """Whose envoys, forces or people the nouns are; “foreign bases” are those of the guest."""
    for head in heads:
        if head.lower_ in _THEM:
            codes = [c for c in story.antecedents(head) if c not in by]
            codes = codes or _before(head, by, story)
        elif story.reading.is_word(head, "diplomats") or head.lemma_ == "embassy":
            codes = [p.code for p in parties_in(head, story.parties)]
        elif head.i in story.forces:
            codes = list(story.forces[head.i].owners)
        elif _is_base(head, story):
            owners = [p for p in parties_in(head, story.parties) if p.first < head.i]
            codes = [p.code for p in owners if not p.is_literal]
        else:
            codes = _people(head, story)
        if not codes and head.pos_ == "NOUN" and _is_foreign(head, story):
            codes = guest_of([], story)
        if codes:
            return [story.reading.lexicon.parent_of(c) for c in dict.fromkeys(codes)]
    return []


def _before(pronoun: Token, by: Sequence[str], story: Story) -> list[str]:
    """Who was named last before “them”, those aside who speak."""
    sentence = story.reading.sentence_of(pronoun)
    words = list(story.reading.doc[sentence.first : pronoun.i])
    codes = [p.code for p in named_parties(words, story.parties, cities=True)]
    others = [c for c in codes if c not in by]
    return others[-1:] or guest_of(list(by), story)


def _is_base(head: Token, story: Story) -> bool:
    # taggers take “bases” for the plural of “basis”
    return story.reading.is_word(head, "base") or head.lower_ == "bases"


def _is_foreign(head: Token, story: Story) -> bool:
    is_theirs = head.i in story.forces or _is_base(head, story)
    return is_theirs and any(t.lower_ in _FOREIGN for t in phrase(head))


def _people(head: Token, story: Story) -> list[str]:
    """“The Americans”, “Washington”, “the mission”."""
    party = story.parties.get(head.i)
    if party is None or head.dep_ in {"amod", "compound", "poss", "nmod"}:
        return []
    if party.how is How.DEMONYM:
        return [party.code] if head.tag_ in {"NNS", "NNPS"} else []
    if party.how is How.ORGANISATION:
        organisation = story.reading.lexicon.organisation(party.code)
        return [party.code] if organisation and organisation.is_force else []
    is_told = head.dep_ in {"dobj", "dative", "nsubj", "pobj"} and not party.is_literal
    return [party.code] if is_told or party.how in {How.METONYM, How.CITY} else []


def _expelled(
    token: Token, targets: list[str], story: Story, voice: Voice | None
) -> Iterator[Draft]:
    given = voice or voice_of(token, story.reading)
    if given.is_mention and not story.reading.sentence_of(token).is_heading:
        return
    agent = [c for c in agent_of(token, story) if c not in targets]
    if not agent and story.host and not subjects(token):
        agent = [story.host]
    agent = [c for c in agent if _is_at_home(c, token, targets, story)]
    yield from _draft(token, agent, targets, given, story)


def _is_at_home(code: str, token: Token, targets: list[str], story: Story) -> bool:
    """A country shows others the door at home; what it wants of them elsewhere is another matter."""
    places = [
        m.place.country
        for t in story.reading.tokens(story.reading.sentence_of(token))
        if (m := story.reading.places.get(t.i)) and m.role.value == "location" and m.place
    ]
    elsewhere = {c for c in places if c and c != code and c not in targets}
    return code in places or not elsewhere


def _draft(
    token: Token, agent: list[str], targets: list[str], voice: Voice, story: Story
) -> Iterator[Draft]:
    above = voice.governor
    if voice.is_void or voice.modality in {Modality.DENIED, Modality.NEGOTIATED}:
        return
    if above is not None and above != token and above.lemma_ in load_wordings().words["wishes"]:
        return
    when = when_of(token, voice, story)
    for actor in dict.fromkeys(agent):
        for target in targets:
            if len(actor) == 2 and actor != target:
                yield Draft(
                    ClaimKind.ALIGNMENT,
                    _EXPELS[0],
                    actor,
                    actor,
                    voice,
                    when,
                    (story.reading.sentence_of(token),),
                    token,
                    target=target,
                    event=_EXPELS[1],
                    strength=0.7,
                    reasons=(f"“{token.text}”", when.why),
                )
