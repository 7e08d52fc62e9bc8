"""Forces told of in passing or by pointing back: numbers alone, “they”, lists, fragments, short answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.claims.drafts import Draft
from geodata.claims.grammar.clauses import (
    governors,
    is_none,
    is_passive,
    objects,
    phrase,
    prepositional,
    subjects,
    verbal,
)
from geodata.claims.grammar.modality import Voice, voice_of
from geodata.claims.grammar.numbers import is_of_people
from geodata.claims.grammar.reading import Sentence
from geodata.claims.kinds.movements import LASTING, movements
from geodata.claims.passing.bodies import PRONOUNS, Body, bodies, country_before, is_of_body
from geodata.claims.passing.directions import direction_of, going
from geodata.claims.passing.followers import followers, following
from geodata.claims.passing.pointing import Model, home_meant, is_question, model_of, owners_meant
from geodata.claims.scene.dating import date_event
from geodata.claims.scene.ownership import Cast
from geodata.claims.scene.story import Story
from geodata.domain.claims import ClaimKind, Modality, Status
from geodata.domain.mentions import Role

if TYPE_CHECKING:
    from geodata.language.tokens import Token

Senses = Mapping["Token", tuple[str, ...]]
_ACTIVE = frozenset(
    {
        "fight",
        "monitor",
        "protect",
        "defend",
        "help",
        "support",
        "watch",
        "continue",
        "carry",
        "hold",
    }
)
_ASIDE = frozenset(
    {
        "about",
        "against",
        "over",
        "between",
        "from",
        "despite",
        "without",
        "than",
        "like",
        "to",
        "as",
    }
)
_STRENGTH = 0.4
_REACH, _OPENING, _NEAR = 3, 7, 7
_AT_HAND = "country: named in the sentence"
_LASTING = (Status.PRESENT, Status.PRESENT)
_PAIRS = {
    "loose_leave": (Status.TO_WITHDRAW, Status.WITHDRAWS),
    "loose_arrive": (Status.TO_ARRIVE, Status.ARRIVES),
    "loose_promise": (Status.TO_ARRIVE, Status.TO_ARRIVE),
    "loose_stay": (Status.TO_ARRIVE, Status.PRESENT),
}
_KIN = {
    "loose_leave": ("loose_leave", "leave", "be_gone", "end_stay"),
    "loose_arrive": ("loose_arrive", "arrive", "send"),
    "loose_stay": ("loose_stay", "station", "stay", "keep", "be"),
}
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OTHERS = frozenset({"without", "than", "like", "unlike"})
_FORMER = frozenset({"old", "former", "ancient", "onetime", "one-time", "ex", "retired"})
_TAKING_OVER = frozenset({"replace", "relieve", "reinforce", "join", "follow"})
_ANYBODY = frozenset({"people", "souls", "men", "women", "others"})
_LEADING = frozenset({"lead", "command", "head"})  # “a force which A led”: not where it was
_STAYING = frozenset({"stay", "remain"})
_HAVING = frozenset(
    {
        "have",
        "keep",
        "host",
        "contribute",
        "supply",
        "provide",
        "send",
        "deploy",
        "hold",
        "maintain",
    }
)
_THERE = frozenset({"in", "at", "on", "near", "inside", "outside", "around", "off"})


def read_loose(
    drafts: Sequence[Draft], story: Story, *, is_moving: bool = False
) -> Iterator[Draft]:
    """
    Yield what is said of forces that no reader of whole clauses has told of.

    Args:
        drafts: What was read before.
        story: The document.
        is_moving: Whether only forces that come or go are asked for.
    """
    if not story.forces:
        return
    known = sorted((d for d in drafts if d.kind is ClaimKind.TROOPS), key=_at)
    senses = dict(story.reading.senses)
    for sentence in story.reading.sentences:
        if is_question(sentence, story):
            continue
        for body in bodies(sentence, story):
            if body.is_back and not (known or _is_open(body, sentence, story)):
                continue
            if _is_told(body, sentence, known):
                continue
            found = [
                d
                for d in _read(body, sentence, known, story, senses)
                if not is_moving or d.status is not Status.PRESENT
            ]
            known = sorted([*known, *found], key=_at)
            yield from found


def _is_open(body: Body, sentence: Sentence, story: Story) -> bool:
    """Whether words may point back though nothing was told yet: after a question, “of them”."""
    near = story.reading.sentences[max(0, sentence.index - 2) : sentence.index]
    if any(is_question(earlier, story) for earlier in near):
        return True
    is_theirs = (
        body.head.pos_ == "NUM" and body.head.doc[body.head.i + 1 : body.head.i + 2].text == "of"
    )
    since = story.reading.sentences[max(0, sentence.index - _REACH)].first
    is_armed = any(since <= i < sentence.last for i in story.forces)
    if is_armed and body.force.count is not None and country_before(body.head, story):
        return True
    return story.guest is not None and (is_theirs or body.head.i in story.forces)


def _at(draft: Draft) -> int:
    return int(draft.predicate.i)


def _is_told(body: Body, sentence: Sentence, known: Sequence[Draft]) -> bool:
    here = [d for d in known if d.kind is ClaimKind.TROOPS and d.sentences[0] == sentence]
    if any(d.force == body.force.head for d in here):
        return True
    if body.force.count is None:
        return bool(here)
    return any(d.count and d.count.span == body.force.count.span for d in here)


def _read(
    body: Body, sentence: Sentence, known: Sequence[Draft], story: Story, senses: Senses
) -> Iterator[Draft]:
    predicate, family = _predicate(body, story, senses)
    if family is None:
        yield from _same_again(body, sentence, known, story)
        return
    voice = voice_of(predicate, story.reading)
    model = model_of(body, sentence, known, story)
    if (follows := following(predicate)) and body.is_back:
        yield from followers(body, follows, known, story)
        return
    is_open = voice.is_void or voice.modality is Modality.NEGOTIATED
    is_open = is_open or (verbal(predicate) and voice.is_mention)
    is_open = is_open or (voice.is_planned and predicate.lemma_ in _ACTIVE)
    if (
        is_open
        or _is_apart(body, predicate, story)
        or not _may_be(body, predicate, model, story, family)
    ):
        return
    if family == "loose_stay" and predicate.tag_ == "VBD" and not voice.is_planned:
        when = date_event(predicate, voice, story.reading, is_state=True)
        if not when.is_dated:
            return
    status = _PAIRS[family] if predicate.lemma_ not in LASTING else _LASTING
    yield from _told_of(
        body, predicate, replace(voice, is_mention=False), status, model, story, known=bool(known)
    )


def _same_again(
    body: Body, sentence: Sentence, known: Sequence[Draft], story: Story
) -> Iterator[Draft]:
    """“A sent 200 men, B 150”: B did the same, as long as no verb says otherwise."""
    code = country_before(body.head, story)
    before = [
        d
        for d in known
        if sentence.index - d.sentences[0].index <= 1 and d.predicate.i < body.head.i
    ]
    if code is None or body.force.count is None or not before:
        return
    model = before[-1]
    between = story.reading.doc[max(model.predicate.i + 1, sentence.first) : body.head.i]
    if any(t.tag_ in _FINITE for t in between) or code in {model.host, model.actor}:
        return
    yield replace(
        model,
        actor=code,
        count=body.force.count,
        force=body.force.head,
        sentences=(sentence,),
        strength=_STRENGTH,
        reasons=("the same as said before", *model.reasons[1:]),
    )


def _told_of(
    body: Body,
    predicate: Token,
    voice: Voice,
    status: tuple[Status, Status],
    model: Model | None,
    story: Story,
    *,
    known: bool,
) -> Iterator[Draft]:
    owners, why = owners_meant(body, predicate, model, story)
    home = home_meant(body, predicate, owners, status, model, story) if owners else None
    is_lost = home is not None and home.country is None
    is_vague = body.force.is_people and body.force.count is None and home is not None
    is_vague = is_vague and not (
        set(owners) <= story.guests and status[1] is Status.WITHDRAWS and known
    )
    if not owners or is_lost or is_vague:
        return  # “the Americans left”: nobody says where, or whether they are soldiers
    cast = Cast(owners, replace(body.force, is_people=False), why)
    for draft in movements(predicate, story, cast, voice, status, home):
        if not (body.force.is_people and _AT_HAND in draft.reasons and draft.place is None):
            yield replace(draft, strength=_STRENGTH, reasons=("pieced together", *draft.reasons))


def _may_be(body: Body, predicate: Token, model: Model | None, story: Story, family: str) -> bool:
    """Whether the words can mean people in arms who move or stay."""
    head = body.head
    words = {t.lower_ for t in phrase(head)}
    if is_none(head) or head.head.lower_ in _OTHERS or words & _FORMER or is_of_body(head, story):
        return False
    count = body.force.count
    if (count is not None and count.high == 1) or any(is_none(o) for o in objects(predicate)):
        return False
    is_doer = verbal(predicate) and not is_passive(predicate) and head in subjects(predicate)
    if is_doer and (predicate.lemma_ in _HAVING or _does_something(predicate, story, family)):
        return False  # “the mission has no soldiers”, “soldiers recalled the dry season”
    if not body.is_back or body.force.owners:
        return True
    if head.lower_ in PRONOUNS:
        sentence = story.reading.sentence_of(head)
        others = (t for t in story.reading.tokens(sentence) if t.i < head.i)
        is_first = not any(
            t.dep_ in {"nsubj", "nsubjpass"} and t.i not in story.forces and head not in t.subtree
            for t in others
        )
        is_moving = predicate.lemma_ not in {"be", "have"} or family != "loose_stay"
        return model is not None and is_first and is_moving
    if head.pos_ != "NUM" and any(_is_of_others(c, story) for c in head.children):
        return False  # “the forces of the regime”: others than those spoken of before
    if head.pos_ in {"NOUN", "PROPN"}:
        return True
    if is_of_people(head):
        return model is not None or head.nbor().lower_ not in _ANYBODY
    if country_before(head, story):
        return True
    if not verbal(predicate):
        sentence = story.reading.sentence_of(head)
        near = model is not None and sentence.index - model.sentence <= 1
        return near and head.i - sentence.first <= _OPENING
    return model is not None


def _does_something(verb: Token, story: Story, family: str) -> bool:
    """Whether a verb of moving has an object that is no place: then its subject moves something else."""
    if family == "loose_stay" or verb.lemma_ in _TAKING_OVER:
        return False
    return any(
        not any(
            t.i in story.reading.places or story.reading.is_word(t, name)
            for t in phrase(o)
            for name in ("country_anaphors", "localities", "base", "base_weak")
        )
        for o in objects(verb)
    )


def _is_of_others(child: Token, story: Story) -> bool:
    inner = [t for t in child.children if t.dep_ == "pobj"]
    return child.lower_ == "of" and not any(t.pos_ == "NUM" or t.i in story.forces for t in inner)


def _is_apart(body: Body, predicate: Token, story: Story) -> bool:
    """Whether it is about a drill, a visit, or people who were hurt or tried."""
    apart = story.reading.lexicon.voices["apart"]
    low, high = sorted((int(body.head.i), int(predicate.i)))
    near = story.reading.doc[max(0, low - _NEAR) : high + _NEAR]
    sentence = story.reading.sentence_of(body.head)
    return any(t.lemma_.lower() in apart and sentence.first <= t.i < sentence.last for t in near)


def _predicate(body: Body, story: Story, senses: Senses) -> tuple[Token, str | None]:
    """The nearest verb above of a class that moves or keeps people, else what the fragment says."""
    for above in [body.head, *list(governors(body.head))[:4]]:
        if above.lower_ in _ASIDE and above.pos_ in {"ADP", "SCONJ"}:
            break
        if verbal(above):
            family = _family(above, senses) or direction_of(above, body.head, story)
            if (
                family
                and (family := going(above, family, story))
                and (family != "loose_stay" or _is_somewhere(above, body, story))
            ):
                return above, family
            break
    for child in (c for c in body.head.children if c.dep_ in {"acl", "relcl"}):
        is_led = child.lemma_ in _LEADING and not _has_place(child, story)
        if not is_led and (family := _family(child, senses)):
            return child, family
    tokens = story.reading.tokens(story.reading.sentence_of(body.head))
    if not any(t.tag_ in _FINITE for t in tokens):
        return body.head, _verbless(body, tokens)
    if not body.is_back and _has_place(body.head, story):
        verb = next((w for w in governors(body.head) if verbal(w)), body.head)
        if verb.tag_ != "VBD":
            return verb, "loose_stay"
    return body.head, None


def _is_somewhere(verb: Token, body: Body, story: Story) -> bool:
    """“Are in A”, “there are 50”, “are 50”; not “are accountable”, “stay safe”."""
    if verb.lemma_ in _STAYING and any(c.dep_ in {"acomp", "oprd"} for c in verb.children):
        return _has_place(verb, story)
    if verb.lemma_ != "be" or body.force.count is not None:
        return True
    words = {c.lower_ for c in verb.children}
    return bool(words & {"there", "here", "back", "still"}) or _has_place(verb, story)


def _joined(head: Token, verb: Token) -> str | None:
    """“They join the 400 already here”, “replace the 300 of A”: those were there before."""
    if verb.lemma_ not in _TAKING_OVER or not any(head in o.subtree for o in objects(verb)):
        return None
    return "loose_stay" if verb.lemma_ in {"join", "reinforce"} else "loose_leave"


def _family(verb: Token, senses: Senses) -> str | None:
    own = senses.get(verb, ())
    is_bare = verb.dep_ == "acl" and verb.head.is_sent_start and verb.head.dep_ == "ROOT"
    if verb.lemma_ == "leave" and is_passive(verb) and not is_bare:
        return "loose_stay"  # “200 are left in A”
    if any(f in own for f in _PAIRS):
        return next(f for f in _PAIRS if f in own)
    return next((f for f, kin in _KIN.items() if any(k in own for k in kin)), None)


def _verbless(body: Body, tokens: Sequence[Token]) -> str | None:
    if body.head.dep_ == "pobj" and body.head.head.lower_ == "for":
        return None  # “new sites for US forces in A”: nobody says that they are there
    after = [t.lower_ for t in tokens if t.i > body.head.i][:4]
    if any(w in {"out", "home", "back"} for w in after):
        return "loose_leave"
    if any(w in {"to", "for", "off"} for w in after[:2]):
        return "loose_promise"
    return "loose_stay" if body.force.count or any(w in _THERE for w in after[:1]) else None


def _has_place(head: Token, story: Story) -> bool:
    return any(
        (m := story.reading.places.get(t.i)) is not None and m.role is Role.LOCATION
        for p in prepositional(head, _THERE)
        for t in p.subtree
    )
