"""Whose force, and in which country, words mean that point back: at a statement, a question, a section."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from geodata.claims.drafts import Draft
from geodata.claims.grammar.clauses import agents, prepositional, verbal
from geodata.claims.grammar.numbers import is_of_people
from geodata.claims.grammar.reading import Sentence
from geodata.claims.passing.bodies import Body, country_before, region_of
from geodata.claims.scene.actors import named_parties
from geodata.claims.scene.focus import last_before
from geodata.claims.scene.hosts import Where, where_is
from geodata.claims.scene.ownership import is_of_many
from geodata.claims.scene.places_beside import is_local
from geodata.claims.scene.story import Story
from geodata.domain.claims import Status
from geodata.domain.mentions import Role

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_REACH = 3
_IN = frozenset({"in", "at", "on", "near", "outside", "inside", "off", "around"})
_THITHER = frozenset({"to", "into", "for", "onto"})
_THENCE = frozenset({"from", "out"})
_NOWHERE: frozenset[str] = frozenset()


class Model(NamedTuple):
    """A force spoken of before: whose, in which country, in which sentence."""

    actor: str
    host: str | None
    sentence: int


def model_of(body: Body, sentence: Sentence, known: Sequence[Draft], story: Story) -> Model | None:
    """Return the question just asked, else the last statement of a force within a few sentences."""
    for earlier in story.reading.before(sentence):
        if sentence.index - earlier.index > 2:
            break
        if is_question(earlier, story) and (asked := _asked(earlier, story)):
            return asked
    before = [
        d
        for d in known
        if d.predicate.i < body.head.i
        and (
            sentence.index - d.sentences[0].index <= _REACH
            or sentence.paragraph == d.sentences[0].paragraph
        )
    ]
    last = before[-1] if before else None
    if last is None:
        topic = _topic(body, story)
        is_told = topic is not None and any(d.actor == topic.actor for d in known)
        return topic if is_told else None
    return Model(last.actor, last.host, last.sentences[0].index)


def _topic(body: Body, story: Story) -> Model | None:
    """Whose force was spoken of shortly before, where nothing was told of it yet."""
    codes = last_before(story.focus, body.head, story.reading, story.host)
    if not codes or story.host is None:
        return None
    here = story.reading.sentence_of(body.head).index
    return Model(codes[0], story.host, max(0, here - 1))


def is_question(sentence: Sentence, story: Story) -> bool:
    """Say whether a sentence asks."""
    return story.reading.sentence_text(sentence).rstrip('”"’ ').endswith("?")


def _asked(question: Sentence, story: Story) -> Model | None:
    """Whose forces, and where, a question is about."""
    owners = [
        o for i, f in story.forces.items() if question.first <= i < question.last for o in f.owners
    ]
    if not owners and any(question.first <= i < question.last for i in story.forces):
        named_there = named_parties(story.reading.tokens(question), story.parties)
        owners = [p.code for p in named_there if not p.is_literal][:1]
    if not owners:
        return None
    named = [
        m.place.country
        for t in story.reading.tokens(question)
        if (m := story.reading.places.get(t.i)) and m.place and m.role is Role.LOCATION
    ]
    host = next((c for c in named if c != owners[0]), story.host)
    return Model(owners[0], host if host != owners[0] else None, question.index)


def owners_meant(
    body: Body, predicate: Token, model: Model | None, story: Story
) -> tuple[tuple[str, ...], str]:
    """Return whose force it is, with how that was found."""
    if body.force.owners:
        return body.force.owners, "named with the force"
    if code := _home_of(predicate, story):
        return (code,), "whose home they go to"
    if is_of_many(body.force, story):
        return (), ""
    if code := country_before(body.head, story):
        return (code,), "named right before the number"
    if code := region_of(body.head, story):
        return (code,), "named with the unit"
    section = story.lead_country(story.reading.sentence_of(body.head))
    if body.is_back and section in story.guests and section != story.host:
        return (section,), "whose the section is"
    if doers := _doers(body, predicate, story):
        return doers, "who moves or keeps them"
    if not body.is_back:
        return (), ""
    if model is not None:
        return (model.actor,), "those spoken of before"
    is_number = body.head.pos_ == "NUM" and not is_of_people(body.head)
    if not is_number and (codes := last_before(story.focus, body.head, story.reading, story.host)):
        return tuple(codes), "named shortly before"
    if not is_number and story.guest:
        return (story.guest,), "the force that the text turns around"
    return (), ""


def _home_of(predicate: Token, story: Story) -> str | None:
    """“A first party of seventy came home to A”: of A."""
    if not verbal(predicate) or not any(c.lower_ == "home" for c in predicate.children):
        return None
    for inner in prepositional(predicate, _THITHER):
        mention = story.reading.places.get(inner.left_edge.i) or story.reading.places.get(inner.i)
        if mention and mention.place and mention.role is Role.LOCATION:
            country = mention.place.country
            return country if country != story.host else None
    return None


def _doers(body: Body, predicate: Token, story: Story) -> tuple[str, ...]:
    """Who moves or keeps them; of several with one number only the first, unless each has it."""
    for agent in agents(predicate) if verbal(predicate) else ():
        if agent.lower_ == "it" and (code := _subject_before(agent, story)):
            return (code,)
        codes = [] if agent == body.head else story.parties_of(agent)
        if codes and not _is_within(body.head, agent):
            is_own = body.force.count is None or any(t.lower_ == "each" for t in predicate.subtree)
            return tuple(codes) if is_own else (codes[0],)
    return ()


def _subject_before(pronoun: Token, story: Story) -> str | None:
    """“Only in A is B under pressure: it keeps …”: B."""
    sentence = story.reading.sentence_of(pronoun)
    for token in story.reading.tokens(sentence):
        party = story.parties.get(token.i)
        if party and token.i < pronoun.i and token.doc[max(0, party.first - 1)].pos_ != "ADP":
            return party.code
    return None


def _is_within(token: Token, head: Token) -> bool:
    return any(t == token for t in head.subtree)


def _own_place(head: Token, owners: Sequence[str], story: Story) -> Where | None:
    """“900 in A and 2,500 in B”: the place that hangs on the number itself."""
    for inner in prepositional(head, _IN):
        mention = story.reading.places.get(inner.i)
        place = mention.place if mention and mention.role is Role.LOCATION else None
        if mention and place and place.country and place.country not in owners:
            local = place if is_local(mention) else None
            return Where(place.country, local, f"“{mention.text}”")
    return None


def home_meant(
    body: Body,
    predicate: Token,
    owners: Sequence[str],
    status: tuple[Status, Status],
    model: Model | None,
    story: Story,
) -> Where | None:
    """Return where they are when the clause itself does not tell: as before, the section, the story."""
    if own := _own_place(body.head, owners, story):
        return own
    leaving = status[1] is Status.WITHDRAWS
    elsewhere = _THITHER if leaving else _THENCE if status[1] is Status.ARRIVES else _NOWHERE
    found = where_is(predicate, story, owners, [body.head], elsewhere)
    if found.why == "at home":
        return Where(None)
    loose = {"in the sentence", "named beside the place"}
    is_people = body.force.is_people
    is_named = found.why not in (loose | {"named in the sentence"} if is_people else loose)
    if found.country is not None and not found.is_guess and is_named:
        return None
    sentence = story.reading.sentence_of(body.head)
    if model is not None and (is_people or model.actor in owners) and model.host:
        return Where(model.host, why="as in the statement before")
    for code in (story.section_country(sentence), story.host):
        if code and code not in owners:
            return Where(code, why="the country that the text turns around")
    return None if found.country is not None and not found.is_guess else Where(None)
