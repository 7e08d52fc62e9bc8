"""Who it is that leaves: a force, a party that stands for its force, or a pronoun for either."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.claims.grammar.clauses import (
    agents,
    is_passive,
    objects,
    phrase,
    prepositional,
    subjects,
    verbal,
)
from geodata.claims.scene.actors import How
from geodata.claims.scene.focus import last_before
from geodata.claims.scene.hosts import Where
from geodata.claims.scene.ownership import Cast, cast_of, force_in, owners_of
from geodata.claims.scene.story import Story
from geodata.domain.mentions import Count

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_THEY = frozenset({"they", "them", "rest", "others", "remainder"})
_OF = frozenset({"of", "by"})
_TRANSITIVE = frozenset(
    [
        "withdraw",
        "recall",
        "pull",
        "remove",
        "evacuate",
        "repatriate",
        "bring",
        "phase",
        "wind",
        "draw",
        "move",
        "fly",
        "ship",
        "take",
        "extract",
        "airlift",
        "send",
        "relocate",
        "redeploy",
    ]
)


def leaving(verb: Token, story: Story) -> Cast | None:
    """Return who a verb of leaving says to leave, or None."""
    if verb.lemma_ == "leave" and is_passive(verb):
        return None
    goes = subjects(verb)
    things = [o for o in objects(verb) if not is_of_phrase(o, verb, story)]
    is_moving = verb.lemma_ in _TRANSITIVE or any(force_in(o, story) for o in things)
    is_moving = is_moving or any(o.lower_ in _THEY for o in things)
    moved = things if is_moving else []
    goes = [] if verb.lemma_ == "recall" else goes  # “soldiers recalled that …”
    if cast := cast_of([*moved, *goes], verb, story):
        return None if _leaves_something(verb, cast, story) else cast
    if moved and not is_passive(verb):
        if owner := _takes_home(verb, moved, story):
            return owner
        return pronoun_leaves([m for m in moved if m.lower_ in _THEY], story)
    if _is_free(verb, story) and (cast := pronoun_leaves(goes, story)):
        return cast
    return _party_leaves(verb, goes, story)


def _takes_home(verb: Token, moved: list[Token], story: Story) -> Cast | None:
    """“A flew them all home”: they are A's."""
    is_home = any(
        c.lower_ in {"home", "homeward"} for c in verb.subtree if c.head in {verb, *moved}
    )
    if not is_home or not any(m.lower_ in _THEY for m in moved):
        return None
    codes = [c for a in agents(verb) for c in story.parties_of(a) if c != story.host]
    return Cast(tuple(codes[:1]), None, "who takes them home") if codes else None


def pronoun_leaves(goes: list[Token], story: Story) -> Cast | None:
    """Return the force that “they” stands for: “gave them a week to go”: the force spoken of just before."""
    for head in goes:
        count = number_of(head, story)
        is_theirs = head.lower_ in _THEY and not any(c.dep_ == "prep" for c in head.children)
        if not is_theirs and count is None:
            continue
        earlier = [f for f in story.forces.values() if f.head < head.i]
        here = story.reading.sentence_of(head).index
        if earlier:
            last = max(earlier, key=lambda f: f.head)
            if here - story.reading.sentence_of(story.reading.doc[last.head]).index <= 1:
                noun = story.reading.doc[last.head]
                told = owners_of(last, noun, story)[0], tuple(story.antecedents(head))
                owners = last.owners or next((o for o in told[:: _order(head)] if o), ())
                force = replace(last, count=count) if count or head.pos_ == "NOUN" else last
                return Cast(owners, force, f"“{head.text}” stands for them") if owners else None
    return None


def _order(head: Token) -> int:
    """“They” may point back to whoever acts; in “A's planes flew them” that is another."""
    return 1 if head.dep_ in {"dobj", "dative"} else -1


def number_of(head: Token, story: Story) -> Count | None:
    """Return the number of people that a word is by itself: “the first 25 left”."""
    if head.pos_ != "NUM":
        return None
    inside = (c for c in story.reading.counts if c.span.start <= head.idx < c.span.end)
    return next(inside, None)


def _is_free(verb: Token, story: Story) -> bool:
    """Whether a verb has no object, or a place for one."""
    things = [o for o in objects(verb) if not is_of_phrase(o, verb, story)]
    return not things or _tied_place(verb, story) is not None or verb.lemma_ == "give"


def is_of_phrase(head: Token, verb: Token, story: Story) -> bool:
    """Say whether an object is a word of the phrase that the verb has its sense with: “set sail”."""
    is_within = head.i <= story.reading.phrases.get(verb.i, -1)
    return is_within and head.i not in story.forces and head.lower_ not in _THEY


def _leaves_something(verb: Token, cast: Cast, story: Story) -> bool:
    """“Troops left a gap”: the object is no place."""
    if any(_is_club(h, story) for h in prepositional(verb, frozenset({"of", "from"}))):
        return True
    if verb.lemma_ in _TRANSITIVE:
        return False
    for head in objects(verb):
        if is_of_phrase(head, verb, story):
            continue
        words = phrase(head)
        is_where = any(
            t.i in story.reading.places
            or story.reading.is_word(t, "country_anaphors")
            or story.reading.is_word(t, "localities")
            or story.reading.is_word(t, "base")
            or story.reading.is_word(t, "base_weak")
            for t in words
        )
        if not is_where and (cast.force is None or head.i != cast.force.head):
            return True
    return False


def _is_club(head: Token, story: Story) -> bool:
    """“Walked out of the CSTO”: a bloc or a pact is quit, not left."""
    party = story.parties.get(head.i)
    is_bloc = False
    if party and party.how is How.ORGANISATION:
        organisation = story.reading.lexicon.organisation(party.code)
        is_bloc = organisation is not None and organisation.is_bloc
    return is_bloc or story.reading.is_word(head, "agreement")


def _party_leaves(verb: Token, goes: list[Token], story: Story) -> Cast | None:
    """“France left Camp Castor”, “the US will withdraw from Niger”: a party stands for its force."""
    if not story.forces:
        return None
    known = {code for force in story.forces.values() for code in force.owners}
    where = _tied_place(verb, story)
    if where is None and not _is_told(verb, story):
        return None
    country = where.country if where else story.host
    for head in goes:
        codes = [c for c in story.parties_of(head) if c != country]
        if not (where and country == story.host and story.guests):
            codes = [c for c in codes if c in known]
        if codes:
            return Cast(tuple(codes), None, f"“{head.text}” stands for its forces")
    return None


def _is_told(verb: Token, story: Story) -> bool:
    """“Giving Washington until July to leave”."""
    voices = story.reading.lexicon.voices
    word = verb.head.lemma_.lower()
    has_object = bool(objects(verb) or prepositional(verb, frozenset({"from", "of"})))
    return verb.dep_ == "xcomp" and word in voices["order"] | voices["demand"] and not has_object


def _tied_place(verb: Token, story: Story) -> Where | None:
    """Where a party leaves from, when that is a place and no bloc or agreement."""
    for head in [*objects(verb), *prepositional(verb, frozenset({"from", "of"}))]:
        words = phrase(head)
        if any(t.i in story.parties and story.parties[t.i].how is How.ORGANISATION for t in words):
            return None
        if any(story.reading.is_word(t, "agreement") for t in words):
            return None
        for token in words:
            mention = story.reading.places.get(token.i)
            if mention and mention.place and mention.role.value == "location":
                return Where(mention.place.country, mention.place)
        if story.reading.is_word(head, "country_anaphors"):
            return Where(story.local_host(story.reading.sentence_of(head)))
    return None


def withdrawal_of(noun: Token, story: Story) -> Cast | None:
    """“The withdrawal of US troops”, “the US withdrawal”, “its withdrawal”."""
    heads = prepositional(noun, _OF)
    if cast := cast_of(heads, noun, story):
        return cast
    if noun.dep_ in {"dobj", "pobj"} and verbal(noun.head) and not heads:
        doers = [a for a in agents(noun.head) if a.i in story.forces]
        if cast := cast_of(doers, noun, story):
            return cast
    for head in (noun, *heads):
        named = [
            p
            for t in phrase(head)
            if (p := story.parties.get(t.i))
            and t.i != noun.i
            and (t.i < noun.i or head != noun)
            and (p.how is not How.CITY or _is_capital_of_guest(t, story))
        ]
        codes = [p.code for p in dict.fromkeys(named) if not _is_origin(p.first, noun)]
        if codes and story.forces:
            return Cast(tuple(codes), None, "named with the withdrawal")
    if not heads and _is_definite(noun) and (codes := _focus(noun, story)):
        return Cast(tuple(codes), None, "named shortly before")
    for child in noun.children:
        is_theirs = child.dep_ == "poss" and child.lower_ in {"its", "their"}
        if is_theirs and story.forces and (codes := story.antecedents(child)):
            return Cast(tuple(codes), None, f"“{child.text}” stands for them")
    return None


def _is_capital_of_guest(token: Token, story: Story) -> bool:
    """“Rome's withdrawal”, where forces of Italy are told of."""
    party = story.parties[token.i]
    return token.dep_ == "poss" and party.code in story.guests and party.code != story.host


def _is_definite(noun: Token) -> bool:
    return any(c.lower_ in {"the", "this"} for c in noun.children)


def _focus(noun: Token, story: Story) -> list[str]:
    """“The pull-out began in May”: of those whose forces were spoken of last."""
    if not verbal(noun.head) or noun.dep_ not in {"nsubj", "nsubjpass", "dobj"}:
        return []
    return last_before(story.focus, noun, story.reading, story.host)


def _is_origin(index: int, noun: Token) -> bool:
    return any(
        c.lower_ in {"from", "to", "in"} and index in {t.i for t in c.subtree}
        for c in noun.children
    )
