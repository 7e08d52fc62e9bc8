"""Who moves toward or away from whom: what all readers of alignment share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.claims.drafts import Draft
from geodata.claims.grammar.clauses import (
    agents,
    governors,
    is_passive,
    objects,
    phrase,
    prepositional,
    subjects,
    verbal,
)
from geodata.claims.grammar.modality import Voice, voice_of
from geodata.claims.grammar.reading import Reading
from geodata.claims.grammar.wordings import load_wordings
from geodata.claims.scene.actors import How, Party, named_parties
from geodata.claims.scene.dating import When, date_event
from geodata.claims.scene.story import Story
from geodata.domain.claims import ClaimKind, Modality, Status
from geodata.domain.mentions import DateRelation

if TYPE_CHECKING:
    from spacy.tokens import Token

_WITH = frozenset(
    {"with", "to", "toward", "towards", "from", "between", "among", "against", "of", "by", "and"}
)
_ANY = _WITH | frozenset({"in", "on", "into", "out", "for", "under"})
_PRONOUNS = frozenset({"it", "they", "we", "he", "she", "who", "which", "that", "both"})
_ENDS = frozenset(";:.!?()")
_BETWEEN = frozenset({"with", "between", "toward", "towards"})
_REACH = 12
_THAT_WAS = (["that", "was"], ["this", "was"], ["it", "was"], ["that", "happened"])
_LOOK_BACK = 4
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}
_SHARED = frozenset({"accord_signed", "strengthens_ties"})


def arguments(token: Token, last: int) -> list[Token]:
    """
    Return the nouns that a predicate acts on, the surest first.

    What the grammar ties to it comes first, then the nouns that follow in its clause: parsers err
    on long objects.
    """
    found = tied(token)
    for word in token.doc[token.i + 1 : last + 1 + _REACH]:
        if word.text in _ENDS or (word.is_space and "\n" in word.text):
            break
        if word.i > last and verbal(word) and word.dep_ not in {"acl", "amod"}:
            break
        if word.pos_ in {"NOUN", "PROPN"}:
            found.append(word)
    spread = [t for f in found for t in (f, *f.conjuncts)]
    return list(dict.fromkeys(spread))


def tied(token: Token) -> list[Token]:
    """Return the nouns that the grammar ties to a predicate as what it acts on."""
    if verbal(token):
        found = [*objects(token), *prepositional(token, _ANY)]
        if token.dep_ == "relcl":
            found.append(token.head)
        if not found and token.tag_ == "VBN":
            found += subjects(token)
    else:
        found = [*prepositional(token, _ANY), *(c for c in token.children if c.dep_ == "poss")]
    return found


def countries_of(head: Token, story: Story, *, is_state: bool = True) -> list[str]:
    """
    Return the countries and organisations that a noun phrase acts for.

    Args:
        head: The noun.
        story: The document.
        is_state: Whether only states and their bodies count, not a firm or a people's oligarchs.
    """
    lead = story.lead_country(story.reading.sentence_of(head))
    if lead and (head.lower_ in _PRONOUNS or story.reading.is_word(head, "country_anaphors")):
        return [lead]
    if (place := _of_where(head, story)) and not story.named(head):
        return [place]
    if number := _number_of(head, story):
        return _last_named(head, number, story) or story.parties_of(head)
    codes = story.implied_by(head) if _is_only_there(head, story) else story.parties_of(head)
    if codes or is_state or _is_private(head):
        return codes
    return list(dict.fromkeys(p.code for p in story.named(head)))


def _is_private(head: Token) -> bool:
    return head.lemma_.lower() in load_wordings().words["companies"]


def _is_only_there(head: Token, story: Story) -> bool:
    """“The two presidents in Paris”: the town says where, not whose."""
    if head.i in story.parties:
        return False
    named = story.named(head)
    there = {t.i for h in prepositional(head, frozenset({"in", "at"})) for t in phrase(h)}
    return bool(named) and all(p.is_literal and p.first in there for p in named)


def _number_of(head: Token, story: Story) -> int:
    """“The three governments”: 3."""
    if head.tag_ != "NNS" or head.i in story.parties or story.named(head):
        return 0
    if not is_near(head, ("government", "country_anaphors"), story.reading):
        return 0
    return next((_NUMBERS[c.lower_] for c in head.children if c.lower_ in _NUMBERS), 0)


def _last_named(head: Token, number: int, story: Story) -> list[str]:
    """The countries named shortly before a word, when they are so many."""
    sentence = story.reading.sentence_of(head)
    first = max(0, sentence.index - _LOOK_BACK)
    words = story.reading.doc[story.reading.sentences[first].first : head.i]
    parties = [p for p in named_parties(list(words), story.parties) if p.is_country]
    codes = list(dict.fromkeys(p.code for p in parties))
    return codes if len(codes) == number else []


def _of_where(head: Token, story: Story) -> str | None:
    """“In A, where the parliament refused”: A."""
    verb = head.head
    if not (verbal(verb) and verb.dep_ in {"relcl", "advcl"}):
        return None
    if not any(c.lower_ == "where" for c in verb.children):
        return None
    party = story.parties.get(verb.head.i)
    return party.code if party and party.is_country else None


def agent_of(token: Token, story: Story, *, is_state: bool = True) -> list[str]:
    """Countries that do it; without a doer in the clause, the one the text turns around."""
    heads = doers(token, story)
    if any(_is_private(h) for h in heads):
        return []
    heads = [h for h in heads if h.i not in story.forces or h.i in story.parties]
    codes = [c for h in heads for c in countries_of(h, story, is_state=is_state)]
    if not codes and not heads:
        sentence = story.reading.sentence_of(token)
        return [c for c in (story.lead_country(sentence) or story.host,) if c]
    return list(dict.fromkeys(codes))


def doers(token: Token, story: Story) -> list[Token]:
    """Return the nouns of those who do it, those handed down by the words above included."""
    if verbal(token):
        if heads := [h for h in agents(token) if not _is_apart(h, token)]:
            return heads
        if is_passive(token) and token.dep_ != "acl":
            return []
    else:
        own = [t for t in phrase(token) if t.i in story.parties and t.i < token.i]
        own += prepositional(token, frozenset({"by"}))
        own += [c for c in token.children if c.dep_ == "poss"]
        if own:
            return own[:1]
    for above in governors(token):
        if above.dep_ in {"relcl", "advcl"} and token.i < above.i:
            break
        if verbal(above) and not is_passive(above) and (heads := agents(above)):
            inside = set(token.subtree)
            return [h for h in heads if h not in inside and not _is_apart(h, token)]
        if above == token.head and not verbal(above):
            owned = [c for c in above.children if c.i in story.parties and c.i < above.i]
            if owned:
                return owned[:1]
    return []


def _is_apart(one: Token, two: Token) -> bool:
    """Whether a semicolon stands between two words: the parser strung two statements together."""
    low, high = sorted((int(one.i), int(two.i)))
    return any(t.text == ";" for t in one.doc[low:high])


def partners_of(head: Token, agent: list[str], story: Story) -> list[str]:
    """With whom an agreement is: who is named with it, else in the sentence, else the guest."""
    verb = [head.head] if verbal(head.head) and head.dep_ == "dobj" else []
    for word in (head, *verb):
        if named := _with(word, agent, story):
            return named
        if _is_with_another(word, story):
            return []
    if named := named_partners(head, agent, story):
        return named
    inner = [t for c in head.children if c.dep_ in {"relcl", "acl"} for t in c.subtree]
    for words in (inner, _rest_of(head, story)):
        near = [p.code for p in named_parties(words, story.parties, cities=False)]
        near = [c for c in near if c not in agent]
        if near:
            guest = guest_of(agent, story)
            return guest if guest and guest[0] in near else near[:1]
    return guest_of(agent, story)


def _with(word: Token, agent: list[str], story: Story) -> list[str]:
    """The parties after “with” and its like under a word."""
    heads = prepositional(word, _BETWEEN)
    codes = [p.code for h in heads for p in story.named(h)]
    return [c for c in dict.fromkeys(codes) if c not in agent]


def _is_with_another(head: Token, story: Story) -> bool:
    """“Ties with their coach”: with somebody who is no state."""
    others = prepositional(head, frozenset({"with"}))
    known = ("government", "country_anaphors", "bodies", "force", "state_body")
    return bool(others) and not any(
        t.lower_ in _PRONOUNS | {"them"} or is_near(t, known, story.reading) for t in others
    )


def _rest_of(head: Token, story: Story) -> list[Token]:
    """The rest of the sentence, what follows first; places where something lies are no parties."""
    tokens = story.reading.tokens(story.reading.sentence_of(head))
    after = [t for t in tokens if t.i > head.i] + [t for t in tokens if t.i < head.i]
    return [
        t
        for t in after
        if (p := story.parties.get(t.i)) and not (p.is_literal and p.code == story.host)
    ]


def named_partners(head: Token, agent: list[str], story: Story) -> list[str]:
    """Return the other parties that a noun phrase names."""
    heads = prepositional(head, _WITH)
    near = [t for h in heads for t in (h, *h.conjuncts)]
    codes = [p.code for t in near for p in story.named(t)]
    codes += [p.code for p in named_parties(phrase(head), story.parties, cities=True)]
    return [c for c in dict.fromkeys(codes) if c not in agent]


def complement_of(token: Token, agent: list[str], story: Story) -> list[str]:
    """Return the other parties after the prepositions of a predicate."""
    heads = prepositional(token, _WITH)
    codes = [c for h in heads for t in (h, *h.conjuncts) for c in story.parties_of(t)]
    return [c for c in dict.fromkeys(codes) if c not in agent]


def guest_of(agent: list[str], story: Story) -> list[str]:
    """Return the force that the text turns around as a partner."""
    if story.guest is None:
        return []
    guest = story.reading.lexicon.parent_of(story.guest)
    return [guest] if guest not in agent else []


def party_after(last: int, story: Story, reach: int = 4) -> list[Party]:
    """
    Return the parties right after a wording that act as such, joined ones included.

    “Turned to Ankara and Tehran”, “the Turkish government”; not “turned to French engineers”.
    """
    doc = story.reading.doc
    for word in doc[last + 1 : last + 1 + reach]:
        party = story.parties.get(word.i)
        if party is None:
            is_passed = word.pos_ in {"DET", "ADJ", "NOUN", "PRON", "PROPN", "ADV", "PUNCT"}
            if not is_passed or word.text in _ENDS:
                return []
            continue
        return _row(party, story)
    return []


def _row(party: Party, story: Story) -> list[Party]:
    head = story.reading.doc[party.last - 1]
    if not _stands_alone(head, party, story):
        return []
    joined = [story.parties[t.i] for t in head.conjuncts if t.i in story.parties and t.i > head.i]
    return [party, *(p for p in joined if p.how is not How.DEMONYM)]


def _stands_alone(head: Token, party: Party, story: Story) -> bool:
    """Whether a name is the very noun, or the owner of a state body or a camp."""
    reading = story.reading
    after = reading.doc[party.last] if party.last < len(reading.doc) else None
    owner = head.dep_ in {"amod", "compound", "poss", "nmod"} and head.head.i > head.i
    if after is not None and after.text in {"'s", "’s", "'", "’"}:
        owner = True
    if not owner:
        return party.how is not How.DEMONYM or head.tag_ in {"NNPS", "NNS", "NNP"}
    noun = head.head
    classes = ("government", "force", "state_body", "bodies", "diplomats", "ties")
    return any(reading.is_word(noun, name) for name in classes) or noun.lemma_ in {
        *("orbit", "camp", "side", "weapon", "arm", "help", "support", "protection", "partner"),
        *("friend", "mercenary", "capital", "embrace", "sphere", "ally", "backing", "influence"),
    }


def shift(
    token: Token,
    story: Story,
    agent: Sequence[str],
    partners: Sequence[str],
    what: tuple[Status, str],
    voice: Voice | None = None,
) -> Iterator[Draft]:
    """
    Yield a draft for each pair of a country that moves and its partner.

    Args:
        token: The predicate.
        story: The document.
        agent: Who does it.
        partners: With or against whom.
        what: The direction and the event.
        voice: How it is said, where the caller knows better than the words around the predicate.
    """
    given = voice or voice_of(token, story.reading)
    if given.is_mention and voice is None:
        return
    if not is_told(given, agent, story):
        return
    when = when_of(token, given, story)
    for actor, partner in _pairs(agent, partners, what[1], story):
        yield Draft(
            ClaimKind.ALIGNMENT,
            what[0],
            actor,
            actor,
            replace(given, is_mention=False),
            when,
            (story.reading.sentence_of(token),),
            token,
            target=partner,
            event=what[1],
            strength=_strength(given, partners),
            reasons=(f"“{token.text}”", when.why, *([given.why] if given.why else [])),
        )


def when_of(token: Token, voice: Voice, story: Story) -> When:
    """
    Return the times of a shift.

    A date may stand with the second of two verbs, or in a sentence of its own: “That was in 2005”.
    """
    reading = story.reading
    when = date_event(token, voice, reading)
    if when.is_dated:
        return when
    for verb in (c for c in token.children if c.dep_ == "conj" and verbal(c)):
        second = date_event(verb, voice, reading)
        if second.is_dated and not any(c.dep_.startswith("nsubj") for c in verb.children):
            return second
    after = reading.sentence_of(token).index + 1
    if after < len(reading.sentences):
        words = reading.tokens(reading.sentences[after])[:6]
        if [w.lower_ for w in words[:2]] in _THAT_WAS:
            for word in words:
                date = reading.dates.get(word.i)
                if date and date.relation is DateRelation.ON and date.when.is_known:
                    return When(date.when, None, None, True, f"dated by “{date.text}”")
    return when


def is_told(voice: Voice, agent: Sequence[str], story: Story) -> bool:
    """Whether a source says that a shift took place or is decided: no wish, no denial, no demand."""
    if voice.is_void or voice.modality in {Modality.NEGOTIATED, Modality.DENIED}:
        return False
    above = voice.governor
    if above is None:
        return True
    if above.lemma_.lower() in load_wordings().words["wishes"]:
        return False
    if voice.modality in {Modality.ORDERED, Modality.DEMANDED}:
        # who demands a shift of another does not make it
        return any(c in agent for h in agents(above) for c in story.parties_of(h))
    return True


def is_near(word: Token, classes: Iterable[str], reading: Reading) -> bool:
    """Say whether a word is in one of the classes of the lexicon."""
    return any(reading.is_word(word, name) for name in classes)


def _strength(voice: Voice, partners: Sequence[str]) -> float:
    planned = 0.3 if voice.modality is Modality.PLANNED else 0.0
    return (0.75 if partners else 0.55) - planned


def rank_of(party: str, story: Story) -> int:
    """Return how much others move toward a party rather than it toward them: 2, 1 or 0."""
    if story.reading.lexicon.is_power(party):
        return 2
    return 1 if party in load_wordings().words["middle"] else 0


def _pairs(
    agent: Sequence[str], partners: Sequence[str], event: str, story: Story
) -> Iterator[tuple[str, str]]:
    """Who moves toward or away from whom: of a power and another, it is the other that moves."""
    seen = set()
    for one in dict.fromkeys(agent):
        for two in dict.fromkeys(partners):
            gap = rank_of(one, story) - rank_of(two, story)
            is_led = gap > 0 or (gap == 0 and two == story.host)
            pair = (two, one) if event in _SHARED and len(two) == 2 and is_led else (one, two)
            if len(pair[0]) == 2 and one != two and pair not in seen:
                seen.add(pair)
                yield pair
