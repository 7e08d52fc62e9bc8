"""In what voice a source says something: done, planned, ordered, denied, or not said at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from geodata.claims.grammar.clauses import agents, has_particle, is_negated, verbal
from geodata.claims.grammar.frames import (
    has_to,
    is_bare_infinitive,
    is_be_to,
    is_done,
    is_dropped,
    is_due_by,
    is_going_to,
    is_in_inverted,
    is_inverted,
    is_old_pact,
    is_question,
    is_reported,
    is_subjunctive,
    is_yet_to,
    unasserted,
)
from geodata.claims.grammar.hearsay import is_hearsay, unvouched
from geodata.claims.grammar.mulled import is_bare_gerund, is_considered
from geodata.claims.grammar.reading import Reading
from geodata.domain.claims import Modality

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_LINKS = frozenset(
    [
        *("xcomp", "ccomp", "acl", "pobj", "dobj", "nsubj", "nsubjpass", "pcomp", "prep", "conj"),
        *("relcl", "attr", "compound", "advcl", "appos", "acomp", "oprd", "dative", "nmod"),
        "agent",
    ]
)
_MUST = frozenset({"must", "shall"})
_MAY = frozenset({"may", "might", "could", "can", "should", "need", "ought"})  # an opinion, a wish
_WILL = frozenset({"will", "'ll", "’ll", "wo"})
_MODALITY = {
    "order": Modality.ORDERED,
    "demand": Modality.DEMANDED,
    "agree": Modality.AGREED,
    "plan": Modality.PLANNED,
    "announce": Modality.ANNOUNCED,
    "negotiate": Modality.NEGOTIATED,
}
_PERFECT = frozenset({"has", "have", "had", "'ve", "’ve"})
_COURSE = frozenset(
    ["be", "begin", "start", "commence", "take", "occur", "happen", "proceed", "continue", "end"]
)
_AFTER = frozenset({"after", "following", "since"})
_UPON = frozenset({"upon", "on"})
_MEANS = frozenset({"by", "in", "with", "for"})
_UNDER = frozenset({"under", "to", "by", "in", "of", "with"})


class Stage(StrEnum):
    """How far something has come."""

    NONE = ""
    BEGUN = "begun"
    COMPLETED = "completed"


@dataclass(frozen=True, slots=True)
class Voice:
    """
    How a predicate is said.

    Args:
        modality: In what voice.
        is_planned: Whether it lies ahead.
        is_void: Whether nothing is claimed: negated, asked, conditional, feared.
        is_mention: Whether it is only spoken of (“the withdrawal raises questions”).
        stage: How far it has come.
        governor: The word that orders, announces or agrees, or None.
        speaker: The verb of saying above, or None.
        why: The reading in words.
    """

    modality: Modality = Modality.ASSERTED
    is_planned: bool = False
    is_void: bool = False
    is_mention: bool = False
    stage: Stage = Stage.NONE
    governor: Token | None = None
    speaker: Token | None = None
    why: str = ""


def voice_of(predicate: Token, reading: Reading) -> Voice:
    """Return the voice of a verb or of a noun that stands for an event."""
    if why := unasserted(predicate, reading):
        return Voice(is_void=True, why=why)
    voice = (
        _verb_voice(predicate, reading) if verbal(predicate) else _noun_voice(predicate, reading)
    )
    is_condition = _is_conditional(predicate) or is_in_inverted(predicate, reading)
    if is_question(predicate, reading) or is_condition:
        return replace(voice, is_void=True, why="asked or conditional")
    return voice


def _is_conditional(token: Token) -> bool:
    if any(verbal(word) and is_inverted(word) for word in (token, *_chain(token))):
        return True
    for word in (token, *_chain(token)):
        for clause in word.children if verbal(word) else ():
            if clause.dep_ == "advcl" and any(
                c.lower_ in {"if", "unless"} and c.dep_ == "mark" for c in clause.children
            ):
                return True
    return any(
        child.lower_ in _CONDITIONS and child.dep_ in {"mark", "advmod"}
        for above in (token, *_chain(token))
        for child in above.children
        if child.i < above.i
    )


def _chain(token: Token) -> Iterator[Token]:
    """The words above a predicate as far as they can colour it."""
    current = token
    for _ in range(7):
        if current.head == current or current.dep_ not in _LINKS:
            return
        if current.dep_ in {"relcl", "advcl"} and current != token:
            return
        if current.dep_ == "relcl" and current.tag_ in {"VBZ", "VBP", "VBD"}:
            return
        if current.dep_ == "ccomp" and _is_parted(current):
            return
        if current.dep_ == "relcl" or (current.dep_ == "conj" and not _shares_aux(current)):
            current = current.head
            continue
        if current.dep_ == "advcl":
            return
        current = current.head
        yield current


def _is_parted(clause: Token) -> bool:
    """“A is closed; B has not been asked”: a semicolon ends what the second clause says."""
    return clause.i < clause.head.i and any(
        t.text == ";" for t in clause.doc[clause.i : clause.head.i]
    )


def _shares_aux(verb: Token) -> bool:
    """“Will leave and hand over”: a second verb without tense of its own shares the first's."""
    return verb.tag_ in {"VB", "NN", "NNS"} and not any(
        c.dep_ in {"nsubj", "aux"} for c in verb.children
    )


def _auxiliaries(verb: Token) -> list[Token]:
    own = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if not own and verb.dep_ == "conj" and verbal(verb.head):
        return _auxiliaries(verb.head) if verb.tag_ in {"VB", "VBN", "VBG"} else own
    return own


def _verb_voice(verb: Token, reading: Reading) -> Voice:
    aux = _auxiliaries(verb)
    words = {a.lower_ for a in aux}
    if is_negated(verb) or any(is_negated(a) for a in aux):
        return _negated(verb, reading)
    is_due = "should" in words and (_is_under_plan(verb, reading) or is_due_by(verb))
    if (words & _MAY and not is_due) or is_yet_to(verb):
        return Voice(is_void=True, why="said to be possible only, or not done yet")
    if why := unvouched(verb, _chain(verb), reading):
        return Voice(is_void=True, why=why)
    return _told_verb(verb, aux, reading)


def _told_verb(verb: Token, aux: list[Token], reading: Reading) -> Voice:
    """The voice of a verb that is neither negated nor merely possible."""
    words = {a.lower_ for a in aux}
    coloured = _coloured(verb, reading)
    if coloured.is_void:
        return coloured
    if coloured.governor is None and (above := _announced_before(verb, reading)):
        coloured = replace(coloured, modality=Modality.ANNOUNCED, governor=above)
    if words & _MUST or has_to(aux):
        return replace(coloured, modality=Modality.DEMANDED, is_planned=True, why="“must”")
    if "would" in words and not (
        coloured.speaker or coloured.governor or _is_under_plan(verb, reading)
    ):
        return Voice(is_void=True, why="“would”, with nobody who says so")
    if is_subjunctive(verb):
        return _demanded(verb, coloured, reading)
    is_future = bool(words & (_WILL | {"would", "should"})) or is_going_to(verb) or is_be_to(verb)
    if is_future or "to" in words or is_bare_infinitive(verb, aux):
        return _ahead(coloured, is_future=is_future)
    if is_bare_gerund(verb, aux) and coloured.governor and coloured.stage is Stage.NONE:
        return coloured
    if verb.tag_ == "VBG" and not aux and verb.dep_ in {"pcomp", "advcl", "acl"}:
        return _gerund_voice(verb, coloured)
    if verb.tag_ == "VBG" and any(a.lemma_ == "be" for a in aux) and coloured.stage is Stage.NONE:
        coloured = replace(coloured, stage=Stage.BEGUN)
    if coloured.modality is Modality.DENIED:
        return coloured
    realised = Modality.REPORTED if is_reported(verb, reading) else Modality.ASSERTED
    return replace(coloured, modality=realised, is_planned=False)


def _gerund_voice(verb: Token, coloured: Voice) -> Voice:
    """“After leaving A”, “surprised all by leaving A” took place; “leaving A would …” is only spoken of."""
    if coloured.governor is not None:
        return replace(coloured, is_mention=False)
    above = verb.head.head
    is_after = verb.dep_ == "pcomp" and verb.head.lower_ in _AFTER | _UPON
    is_means = verb.dep_ == "pcomp" and verb.head.lower_ in _MEANS and is_done(above)
    is_beside = verb.dep_ == "advcl" and is_done(verb.head)
    if is_after or is_means or is_beside:
        return replace(coloured, stage=Stage.COMPLETED, why="spoken of as past")
    return replace(coloured, is_mention=True)


def _demanded(verb: Token, coloured: Voice, reading: Reading) -> Voice:
    """“That they withdraw”: what somebody demands, however the parser hung it."""
    if coloured.governor is not None:
        return replace(coloured, is_planned=True)
    before = reading.doc[reading.sentence_of(verb).first : verb.i]
    crowd = reading.lexicon.voices["demonstrate"]
    if any(t.lemma_.lower() in crowd for t in before):
        return Voice(is_void=True, why="a demand of protesters")
    demands = [t for t in before if t.lemma_.lower() in reading.lexicon.voices["demand"]]
    above = demands[-1] if demands else None
    return replace(coloured, modality=Modality.DEMANDED, is_planned=True, governor=above)


def _announced_before(verb: Token, reading: Reading) -> Token | None:
    """“N. announced on Sunday, 3 May, that troops would go”: the parser may turn the two around."""
    for child in verb.children:
        is_before = child.dep_ == "ccomp" and child.i < verb.i and verbal(child)
        if is_before and child.lemma_.lower() in reading.lexicon.voices["announce"]:
            return child
    return None


def _is_under_plan(verb: Token, reading: Reading) -> bool:
    """“Under the plan, troops would leave”, “the deal would end their stay”."""
    voices = reading.lexicon.voices["plan"] | reading.lexicon.nouns["agreement"]
    tokens = reading.tokens(reading.sentence_of(verb))
    return any(
        t.lemma_.lower() in voices
        and t.pos_ == "NOUN"
        and (t.head.lower_ in _UNDER or (t.dep_ == "nsubj" and t.i < verb.i))
        for t in tokens
    )


def _negated(verb: Token, reading: Reading) -> Voice:
    return Voice(is_void=True, why="negated", speaker=_coloured(verb, reading).speaker)


def _ahead(coloured: Voice, *, is_future: bool) -> Voice:
    """Something that lies ahead, unless “began to” or “managed to” says that it came about."""
    if coloured.stage is not Stage.NONE and not is_future and not coloured.is_planned:
        return replace(coloured, modality=Modality.ASSERTED)
    modality = coloured.modality
    if is_future and modality is Modality.DEMANDED:
        modality = Modality.ANNOUNCED  # “told parliament that it will”
    if modality is Modality.ASSERTED:
        modality = Modality.ANNOUNCED if coloured.speaker and is_future else Modality.PLANNED
    return replace(coloured, modality=modality, is_planned=True)


def _coloured(predicate: Token, reading: Reading) -> Voice:
    """What the words above a predicate make of it."""
    voice = Voice()
    voices = reading.lexicon.voices
    below = predicate
    for above in _chain(predicate):
        lemma = above.lemma_.lower()
        if is_considered(above, below, reading):
            return replace(voice, is_void=True, why=f"“{above.text}”: only thought over")
        below = above
        is_ruler = lemma == "rule" and not has_particle(above, "out")
        if (lemma in voices["refuse"] and not is_ruler) or (
            lemma in voices["speculate"] and not voice.governor
        ):
            return replace(voice, is_void=True, why=f"under “{above.text}”")
        if is_hearsay(above, lemma, reading):
            return replace(voice, is_void=True, why=f"“{above.text}”: nobody vouches for it")
        if lemma == "about" and any(c.lower_ in _PERFECT for c in above.head.children):
            return replace(voice, is_void=True, why="“has been about to”: it never was")
        if lemma in voices["permit"] and (_is_open(above) or is_old_pact(above, reading)):
            return replace(voice, is_void=True, why=f"“{above.text}”: allowed at most")
        if lemma in voices["deny"]:
            return replace(voice, modality=Modality.DENIED, governor=above, why="denied")
        if is_negated(above) and voice.speaker is None:
            return replace(voice, is_void=True, why=f"“{above.text}” is negated")
        voice = _add_word(voice, above, lemma, reading)
        if voice.is_void:
            return voice
    return voice


def _is_open(verb: Token) -> bool:
    """“Would let them build”, “may allow it”: nobody says that it is to be."""
    return any(a.lower_ in _MAY | {"would"} for a in _auxiliaries(verb))


def _add_word(voice: Voice, above: Token, lemma: str, reading: Reading) -> Voice:
    voices = reading.lexicon.voices
    if voice.governor is None and voice.speaker is None:
        for name, modality in _MODALITY.items():
            if lemma in voices[name] and not (name == "announce" and verbal(above)):
                if name == "plan" and is_dropped(above, reading):
                    return replace(voice, is_void=True, why="a plan that was dropped")
                if name == "demand" and is_crowd(above, reading):
                    return replace(voice, is_void=True, why="a demand of protesters")
                return replace(
                    voice, modality=modality, governor=above, is_planned=True, why=f"“{above.text}”"
                )
        if lemma in voices["begin"] and voice.stage is Stage.NONE:
            return _staged(voice, above, Stage.BEGUN)
        if lemma in voices["finish"] and voice.stage is Stage.NONE:
            return _staged(voice, above, Stage.COMPLETED)
    if verbal(above) and lemma in voices["say"] and voice.speaker is None:
        return replace(voice, speaker=above)
    return voice


def _staged(voice: Voice, above: Token, stage: Stage) -> Voice:
    aux = {a.lower_ for a in _auxiliaries(above)}
    if aux & (_WILL | {"to", "would"}):
        return replace(voice, is_planned=True, stage=stage, governor=None)
    return replace(voice, stage=stage, why=f"“{above.text}”")


def is_crowd(demand: Token, reading: Reading) -> bool:
    """Say whether it is protesters, rebels or an opposition who want something."""
    crowd = reading.lexicon.voices["demonstrate"]
    who = [t for a in agents(demand) for t in a.subtree]
    above = list(_chain(demand))
    who += [t for w in above if verbal(w) for a in agents(w) for t in a.subtree]
    return any(t.lemma_.lower() in crowd or t.lemma_ == "people" for t in (*who, *above)) or any(
        h.lemma_.lower() in crowd for h in (demand.head, demand.head.head)
    )


def _noun_voice(noun: Token, reading: Reading) -> Voice:
    if is_negated(noun):
        return Voice(is_void=True, why="negated")
    coloured = _coloured(noun, reading)
    if coloured.is_void or coloured.modality is Modality.DENIED:
        return coloured
    head = noun.head
    if coloured.stage is not Stage.NONE and not coloured.governor:
        return coloured if coloured.is_planned else replace(coloured, modality=Modality.ASSERTED)
    if coloured.governor is not None:
        return coloured
    if (
        noun.dep_ in {"dobj", "nsubjpass"}
        and coloured.speaker == head
        and head.lemma_ in reading.lexicon.voices["announce"]
    ):
        return replace(coloured, modality=Modality.ANNOUNCED, is_planned=True, governor=head)
    if noun.dep_ in {"nsubj", "nsubjpass"} and verbal(head):
        return _subject_noun(head, coloured, reading)
    if noun.dep_ in {"pobj", "pcomp"} and head.lower_ in _AFTER:
        return replace(coloured, stage=Stage.COMPLETED, why="spoken of as past")
    return replace(coloured, is_mention=True)


def _subject_noun(verb: Token, coloured: Voice, reading: Reading) -> Voice:
    """“The withdrawal is under way”, “will be completed by May”, “raises questions”."""
    own = _verb_voice(verb, reading)
    if own.is_void:
        return own
    complements = {t.lemma_.lower() for t in verb.subtree if verb in (t.head, t.head.head)}
    if verb.lemma_ == "be" and complements & {"complete", "over", "done"}:
        return replace(own, stage=Stage.COMPLETED)
    if complements & {"underway", "under"}:
        return replace(own, stage=Stage.BEGUN)
    if own.is_planned:
        is_would = any(a.lower_ == "would" for a in _auxiliaries(verb))
        is_course = verb.lemma_ in _COURSE and not is_would
        return own if is_course else replace(own, is_mention=True)
    if (
        verb.lemma_ in {"take", "occur", "happen", "come", "follow"}
        and coloured.stage is Stage.NONE
    ):
        return replace(own, stage=Stage.COMPLETED if verb.tag_ == "VBD" else Stage.BEGUN)
    return replace(own, is_mention=True)
