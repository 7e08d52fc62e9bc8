"""People in arms as a sentence has them: by name, as a number alone, or as “they”."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodata.claims.grammar.clauses import objects, phrase
from geodata.claims.grammar.numbers import bare_numbers
from geodata.claims.grammar.reading import Sentence
from geodata.claims.scene.actors import How
from geodata.claims.scene.forces import Force
from geodata.claims.scene.story import Story
from geodata.domain.mentions import Count
from geodata.domain.places import PlaceKind

if TYPE_CHECKING:
    from geodata.language.tokens import Token

PRONOUNS = frozenset({"they", "them", "theirs", "those", "rest", "others", "remainder"})
_RESTS = frozenset({"last", "rest", "most", "all", "half", "bulk", "part", "remainder", "much"})
_MARKS = frozenset({",", ";", "and", ":"})
_COMING = frozenset(
    {"come", "arrive", "land", "leave", "go", "depart", "withdraw", "return", "sail"}
)
_MARTIAL = frozenset({"march", "withdraw", "deploy", "decamp", "garrison", "redeploy"})


@dataclass(frozen=True, slots=True)
class Body:
    """
    People in arms as a sentence has them.

    Args:
        head: The noun, number or pronoun.
        force: What is known of them.
        is_back: Whether they point back to those spoken of before.
    """

    head: Token
    force: Force
    is_back: bool


def bodies(sentence: Sentence, story: Story) -> Iterator[Body]:
    """Yield the forces of a sentence, then numbers and pronouns that may stand for some."""
    forces = [f for i, f in story.forces.items() if sentence.first <= i < sentence.last]
    dates = [d.span for d in story.reading.dates.values()]
    counted = [f.count.span for f in forces if f.count] + dates
    for force in forces:
        head = story.reading.doc[force.head]
        yield Body(head, force, force.is_generic)
    numbers = list(bare_numbers(sentence, story.reading))
    for count in story.reading.counts:
        span = count.span
        is_here = sentence.span.start <= span.start < sentence.span.end
        if is_here and not any(s.start < span.end and span.start < s.end for s in counted):
            last = max(
                (t for t in story.reading.tokens(sentence) if t.idx < count.span.end),
                key=lambda t: int(t.i),
            )
            numbers.append((last, count))
    for last, count in numbers:
        if story.reading.doc[max(0, last.left_edge.i - 1)].lower_ == "from":
            continue  # “has shrunk from 700 to 300”
        before = story.reading.doc[max(0, last.left_edge.i - 1)]
        if before.pos_ == "PROPN" and before.i not in story.parties:
            continue  # a house in a street, a ship, a group
        owners = _people_after(last, story)
        yield Body(last, _force_at(last, count, owners), not owners)
    for token in story.reading.tokens(sentence):
        word = token.lower_
        if word == "it" and (code := _force_meant(token, story)):
            yield Body(token, _force_at(token, None, (code,)), False)
        if word in PRONOUNS or (word == "it" and _is_rest_of(token)):
            yield Body(token, _force_at(token, None), True)
        party = story.parties.get(token.i)
        if party and party.how in {How.COUNTRY, How.METONYM} and _marches(token, story):
            yield Body(token, _force_at(token, None, (party.code,)), False)


def _force_meant(pronoun: Token, story: Story) -> str | None:
    """“The mission has until May to go. It came in 2021”: the force that was the subject before."""
    reading = story.reading
    here = reading.sentence_of(pronoun)
    is_first = pronoun.dep_ == "nsubj" and pronoun.i - here.first <= 1
    if not is_first or pronoun.head.lemma_ not in _COMING:
        return None
    earlier = next(reading.before(here, paragraph_only=True), None)
    for token in reading.tokens(earlier) if earlier else ():
        force = story.forces.get(token.i)
        if force is not None and token.dep_ == "nsubj" and not token.tag_.endswith("S"):
            return next(iter(force.owners), None)
    return None


def _is_rest_of(token: Token) -> bool:
    """“The last of it marched out”: the force spoken of before."""
    return token.head.lower_ == "of" and token.head.head.lower_ in _RESTS


def _marches(token: Token, story: Story) -> bool:
    """“Ethiopia marched in”: the country stands for its army, where soldiers are spoken of near."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ not in _MARTIAL or objects(verb):
        return False
    if verb.lemma_ == "march":
        return True
    here = story.reading.sentence_of(token).index
    near = story.reading.sentences[max(0, here - 2) : here + 2]
    return any(story.reading.is_word(t, "soldierly") for s in near for t in story.reading.tokens(s))


def _people_after(last: Token, story: Story) -> tuple[str, ...]:
    """“1,300 Indonesians”, “15,000 Sudanese”."""
    after = story.parties.get(last.i + 1)
    if after is None or after.how is not How.DEMONYM:
        return ()
    follows = last.doc[after.last] if after.last < len(last.doc) else None
    return () if follows is not None and follows.pos_ in {"NOUN", "ADJ", "PROPN"} else (after.code,)


def _force_at(token: Token, count: Count | None, owners: tuple[str, ...] = ()) -> Force:
    is_people = bool(owners) and count is not None
    return Force(token.i, token.i, token.i + 1, owners, count, not owners, False, is_people)


def country_before(head: Token, story: Story) -> str | None:
    """Return the country right before a number: “Tajikistan 200 men”, “Italy: 900”."""
    for token in reversed(list(head.doc[max(0, head.i - 4) : head.i])):
        party = story.parties.get(token.i)
        is_label = party is not None and head.doc[party.last].text in {":", "-", "–", "—"}
        starts = party is not None and head.doc[max(0, party.first - 1)].text in _MARKS
        is_label = is_label or (starts and party is not None and party.last >= head.left_edge.i)
        is_row = party is not None and _is_gap(party.last, head)
        if party and party.how is How.COUNTRY and (is_label or is_row or not party.is_literal):
            return party.code
        if token.pos_ in {"VERB", "ADP", "AUX"} or token.text in {".", ";"}:
            break
    return None


def _is_gap(last: int, head: Token) -> bool:
    """“…, and the Dominican Republic its 300”: a clause that leaves out its verb."""
    return head.doc[last].lower_ in {"its", "their"} and head.left_edge.i - last <= 1


def region_of(head: Token, story: Story) -> str | None:
    """Return the country of a unit called after a region: “the Tennessee National Guard”."""
    for token in phrase(head) if head.pos_ == "PROPN" else ():
        mention = story.reading.places.get(token.i)
        is_before = token.i < head.i and token.i not in story.parties
        if is_before and mention and mention.place and mention.place.kind is PlaceKind.ADMIN1:
            return mention.place.country
    return None


def is_of_body(head: Token, story: Story) -> bool:
    """Say whether a word names a body, “the Ministry of the Armed Forces”, not people who move."""
    above = head.head.head
    return head.head.lower_ == "of" and any(
        story.reading.is_word(above, name) for name in ("government", "speakers", "state_body")
    )
