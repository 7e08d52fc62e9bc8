"""Where something happens: the country, and the place below it when one is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from geodata.claims.grammar.clauses import (
    governors,
    objects,
    phrase,
    prepositional,
    subjects,
    verbal,
)
from geodata.claims.grammar.reading import Sentence
from geodata.claims.scene.actors import How, named_parties
from geodata.claims.scene.places_beside import is_alongside, is_bearing, is_local
from geodata.claims.scene.story import Story
from geodata.domain.mentions import PlaceMention, Role
from geodata.domain.places import Place, PlaceKind

if TYPE_CHECKING:
    from geodata.language.tokens import Token

WHERE = frozenset(
    [
        "in",
        "from",
        "of",
        "to",
        "into",
        "at",
        "near",
        "on",
        "inside",
        "across",
        "outside",
        "onto",
        "within",
        "around",
        "throughout",
        "by",
        "off",
    ]
)
_DASH = re.compile(r"(?:,[^-–—\n.]{0,40})?\s*(?:\([^)\n]*\)\s*)?(?:-|–|—|--)\s")
_DATELINE_REACH, _DATELINE_LENGTH = 30, 70
_LEAVING_OUT = frozenset({"excluding", "except", "excepting", "besides", "bar", "barring"})
_COUNTING = frozenset({"counting", "including"})
_MEETING = frozenset({"sign", "meet", "gather", "brief", "speak", "address", "convene"})
_TAKING = frozenset({"pull", "bring", "send", "fly", "recall", "move", "take", "ship", "draw"})
_WARS = frozenset({"invasion", "invade", "annexation", "annex"})
_FROM = frozenset({"from"})
_NEAR_ABOVE = 3
_IN_COUNTRY = 4  # the letters of “ in ” and “, ”
_USES = frozenset(
    {"use", "operate", "have", "keep", "maintain", "run", "withdraw", "send", "deploy"}
)


@dataclass(frozen=True, slots=True)
class Where:
    """
    A location.

    Args:
        country: Alpha-2 code, or None.
        place: The place below country level, or None.
        why: How it was found, in words.
        others: Further countries joined to it by “and”.
        is_part: Whether only a part of the country is meant (“the front lines in …”).
        is_guess: Whether the country merely stands near, or is what the text turns around.
    """

    country: str | None
    place: Place | None = None
    why: str = ""
    others: tuple[str, ...] = ()
    is_part: bool = False
    is_guess: bool = False


def where_is(
    predicate: Token,
    story: Story,
    owners: Iterable[str],
    also: Sequence[Token] = (),
    apart_from: frozenset[str] = frozenset(),
) -> Where:
    """
    Return where a predicate takes place, for a force of these owners.

    What the grammar ties to the predicate comes first, then the sentence, then what the text
    turns around.

    Args:
        predicate: The verb or noun.
        story: The document.
        owners: Whose force it is; a force is not abroad at home.
        also: Further words whose complements tell where, such as the force itself.
        apart_from: Prepositions that lead elsewhere: a force leaves “to” another place.
    """
    words = WHERE - apart_from
    apart = _homes(owners, story)
    heads = [*_located(predicate, words), *(n for w in also for n in prepositional(w, words))]
    for word in also:
        heads += [c for c in word.children if c.dep_ in {"acl", "relcl"}]
    found = [w for head in heads if (w := _named(head, story, apart))]
    for where in found:
        if where.place is not None:
            return where
    if found:
        return found[0]
    tied = [*_located(predicate, words)]
    if "to" in apart_from:  # who leaves: “moved two battalions from A to B”, both at home
        tied += [n for w in also for n in prepositional(w, _FROM)]
    if any(_is_home(head, story, apart) for head in tied):
        return Where(None, why="at home")
    return _nearby(predicate, story, apart, apart_from)


def _homes(owners: Iterable[str], story: Story) -> frozenset[str]:
    """The owners, and the countries that organisations among them belong to."""
    found = set(owners)
    known = (story.reading.lexicon.organisation(o) for o in tuple(found))
    return frozenset(found | {o.home for o in known if o is not None and o.home})


def _is_home(head: Token, story: Story, apart: frozenset[str]) -> bool:
    """Whether a force is said to be in, or to leave, a place of its own country."""
    return any(
        mention.place is not None
        and mention.place.country in apart
        and mention.role is Role.LOCATION
        for t in phrase(head)
        if (mention := story.reading.places.get(t.i))
    )


def _located(predicate: Token, words: frozenset[str]) -> Iterator[Token]:
    """What hangs on the predicate as a place: after a preposition, or as its object."""
    for head in prepositional(predicate, words):
        yield head
        yield from prepositional(head, words)
        yield from head.conjuncts
    if predicate.lemma_ not in _TAKING:
        yield from objects(predicate)
    if predicate.dep_ in {"relcl", "advcl", "acl"} and any(
        c.lower_ in {"where", "which"} for c in predicate.subtree if c.i < predicate.i
    ):
        yield predicate.head  # “A, where soldiers are stationed”
    above = predicate.head
    if (
        predicate.dep_ == "ccomp"
        and above.dep_ == "relcl"
        and any(c.lower_ == "where" for c in above.children)
    ):
        yield above.head  # “A, where it said that it draws down its troops”
    for child in predicate.children:
        if child.dep_ in {"advmod", "npadvmod", "appos"}:
            yield child


def _named(head: Token, story: Story, apart: frozenset[str]) -> Where | None:
    words = phrase(head)
    country: str | None = None
    for token in words:
        mention = story.reading.places.get(token.i)
        if mention is None or mention.place is None or mention.place.country in apart:
            continue
        if _is_no_place_of_action(token, story):
            continue
        if mention.place.kind is PlaceKind.BASE and is_alongside(token):
            country = country or mention.place.country
            continue
        if is_local(mention):
            return Where(mention.place.country, mention.place, f"“{mention.text}”")
        if mention.role is Role.LOCATION and mention.place.kind is PlaceKind.COUNTRY:
            country = country or mention.place.country
    if country:
        joined = [
            m.place.country
            for t in head.conjuncts
            if (m := story.reading.places.get(t.i))
            and m.place
            and m.place.country
            and m.place.kind is PlaceKind.COUNTRY
            and m.place.country not in apart
        ]
        others = tuple(c for c in dict.fromkeys(joined) if c != country)
        is_part = head.i not in story.reading.places and not _is_anaphor(head, story)
        return Where(
            country,
            why="named as the place",
            others=others,
            is_part=is_part and head.pos_ == "NOUN",
        )
    if _is_anaphor(head, story):
        return _anaphoric(head, words, story, apart)
    is_owned = story.reading.is_word(head, "base")
    parties = [
        p
        for p in named_parties(words, story.parties)
        if p.is_country and p.code not in apart and not (is_owned and p.how is How.DEMONYM)
    ]
    if (force := story.forces.get(head.i)) and force.is_people:
        return None  # people are no place
    return Where(parties[0].code, why="named beside the place") if parties else None


def _is_anaphor(head: Token, story: Story) -> bool:
    return head.lower_ in {"there", "here", "it"} or story.reading.is_word(head, "country_anaphors")


def _anaphoric(
    head: Token, words: Sequence[Token], story: Story, apart: frozenset[str]
) -> Where | None:
    named = [
        p
        for p in named_parties(words, story.parties)
        if p.is_country and p.code not in apart and p.how is not How.CITY
    ]
    if named:
        return Where(named[0].code, why=f"“{head.text}”")
    host = story.local_host(story.reading.sentence_of(head), apart, before=head.i)
    place = _last_place(head, story) if head.lower_ in {"there", "here"} else None
    if place is not None and place.country not in {host, *apart}:
        return Where(place.country, place, why=f"“{head.text}” stands for it")
    place = place if place and place.country == host else None
    return Where(host, place, why=f"“{head.text}” stands for it") if host else None


def _last_place(head: Token, story: Story) -> Place | None:
    """The place named last before “there”, in its sentence or the one before; a country ends it."""
    reading = story.reading
    here = reading.sentence_of(head)
    start = reading.sentences[max(0, here.index - 1)].first
    within: PlaceMention | None = None
    for index in range(head.i - 1, start - 1, -1):
        mention = reading.places.get(index)
        if mention is None or mention.role is not Role.LOCATION or mention.place is None:
            continue
        if _is_no_place_of_action(reading.doc[index], story):
            continue
        if within is None and mention.place.kind is PlaceKind.COUNTRY:
            within = mention  # “at A in B”: A, where nothing else stands between them
            continue
        if not is_local(mention):
            return None
        is_joined = within is None or (
            within.place is not None
            and within.place.country == mention.place.country
            and 0 <= within.span.start - mention.span.end <= _IN_COUNTRY
        )
        return mention.place if is_joined else None
    return None


def _nearby(
    predicate: Token, story: Story, apart: frozenset[str], apart_from: frozenset[str]
) -> Where:
    sentence = story.reading.sentence_of(predicate)
    inside = _literal(sentence, story, apart, apart_from, predicate)
    if inside:
        country = story.host if story.host in inside else inside[0]
        return Where(country, _only_place(sentence, country, story), "named in the sentence")
    parties = [
        p.code
        for p in named_parties(story.reading.tokens(sentence), story.parties)
        if p.is_country and p.code not in apart and p.first < predicate.i
    ]
    others = [c for c in parties if not story.reading.lexicon.is_power(c)] or parties
    if story.host in parties:
        return Where(story.host, why="in the sentence")
    is_lone = bool(others) and _is_second_clause(predicate, others[0], story)
    if others and (story.host is None or story.host in apart or is_lone):
        return Where(others[0], why="in the sentence", is_guess=not is_lone)
    if _was_home(sentence, story, apart):
        return Where(None, why="at home, as before")
    before = [
        countries
        for earlier in story.reading.before(sentence, paragraph_only=True)
        if (countries := _literal(earlier, story, apart))
    ]
    if before:
        is_told = any(story.host in countries for countries in before)
        host = story.host if is_told else before[0][0]
        return Where(host, why="named in the sentence before", is_guess=True)
    host = story.local_host(sentence, apart)
    return Where(host, why="the country that the text turns around", is_guess=True)


def _is_no_place_of_action(token: Token, story: Story) -> bool:
    """“RAMSI”, “east of Suez”, “since the invasion of A”: names that tell not where."""
    party = story.parties.get(token.i)
    if is_bearing(token) or (party is not None and party.how is How.ORGANISATION):
        return True
    near = list(islice(governors(token), _NEAR_ABOVE))
    if any(above.lower_ == "according" for above in near[:2]):
        return True  # “according to A”: who says so
    if any(_is_left_out(above) for above in near):
        return True
    return any(above.lemma_.lower() in _WARS for above in near)


def _is_left_out(above: Token) -> bool:
    """“Not counting the battalion at A”, “apart from those in A”: the others are elsewhere."""
    if above.lower_ in _LEAVING_OUT:
        return True
    return above.lower_ in _COUNTING and any(c.dep_ == "neg" for c in above.children)


def _is_after(token: Token, words: frozenset[str]) -> bool:
    """Whether a name stands right behind one of the prepositions: “from Dakar”."""
    return token.i > 0 and token.nbor(-1).lower_ in words


def _is_dateline(mention: PlaceMention, sentence: Sentence, story: Story) -> bool:
    """“WARSAW, June 9 (Agency) — …”: where it was written."""
    if mention.span.start - sentence.span.start > _DATELINE_REACH:
        return False
    text = story.reading.document.reading_text
    return bool(_DASH.match(text[mention.span.end : mention.span.end + _DATELINE_LENGTH]))


def _only_place(sentence: Sentence, country: str | None, story: Story) -> Place | None:
    """The one place of a country below country level that a sentence names, or None."""
    found = {
        m.place.id: m.place
        for t in story.reading.tokens(sentence)
        if (m := story.reading.places.get(t.i))
        and is_local(m)
        and m.place
        and not _is_no_place_of_action(t, story)
        and not (m.place.kind is PlaceKind.BASE and is_alongside(t))
        and not _is_dateline(m, sentence, story)
    }
    places = [place for place in found.values() if place.country == country]
    return places[0] if len(places) == 1 else None


def _was_home(sentence: Sentence, story: Story, apart: frozenset[str]) -> bool:
    """Whether the last place named before, in the same paragraph, is in the force's own country."""
    for earlier in story.reading.before(sentence, paragraph_only=True):
        codes = _literal(earlier, story, frozenset())
        if codes:
            return set(codes) <= apart
    return False


def _is_second_clause(predicate: Token, code: str, story: Story) -> bool:
    """“Ecuador refused to renew the lease, and the last troops left”: the first clause tells where."""
    if predicate.dep_ != "conj" or predicate.head.lemma_ in _USES:
        return False
    return any(p.code == code for s in subjects(predicate.head) for p in story.named(s))


def _literal(
    sentence: Sentence,
    story: Story,
    apart: frozenset[str],
    apart_from: frozenset[str] = frozenset(),
    predicate: Token | None = None,
) -> list[str]:
    """Countries of the locations in a sentence, those whence a force came or whither it went aside."""
    found = []
    elsewhere = set(apart)
    for token in story.reading.tokens(sentence):
        mention = story.reading.places.get(token.i)
        is_where = mention and mention.role is Role.LOCATION
        if mention and mention.place and is_where and _is_after(token, apart_from):
            elsewhere.add(mention.place.country or "")  # “sailed for A, in B”: nor B
        if _is_no_place_of_action(token, story) or _is_after(token, apart_from):
            continue
        if mention and (_is_of_other_act(token, predicate) or _is_gapped(token, story)):
            continue
        if mention and mention.place and is_where and not _is_dateline(mention, sentence, story):
            code = mention.place.country
            if code and code not in elsewhere and code not in found:
                found.append(code)
    return found


def _is_gapped(token: Token, story: Story) -> bool:
    """“…, and B its 300”: B does the same, and is no place."""
    party = story.parties.get(token.i)
    return party is not None and token.doc[party.last : party.last + 1].text in {"its", "their"}


def _is_of_other_act(token: Token, predicate: Token | None) -> bool:
    """“Signed at A a text that lets B leave”, “took them out and parked them in A”: not where they leave."""
    verb = next((w for w in governors(token) if verbal(w)), None)
    if verb is None or predicate is None or verb == predicate:
        return False
    is_later = verb.dep_ == "conj" and verb.head == predicate and token.i > predicate.i
    return is_later or verb.lemma_ in _MEETING
