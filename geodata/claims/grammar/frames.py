"""Frames of a whole sentence under which nothing is asserted: guesses, orders to a reader, scenarios."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geodata.claims.grammar.clauses import governors, subjects, verbal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geodata.claims.grammar.reading import Reading
    from geodata.language.tokens import Token

_NAY = frozenset({"nor", "neither", "never", "nowhere", "seldom", "hardly", "scarcely"})
_NAY_PHRASES = (
    ("at", "no", "time"),
    ("at", "no", "point"),
    ("under", "no", "circumstances"),
    ("on", "no", "account"),
    ("in", "no", "way"),
    ("by", "no", "means"),
    ("no", "longer"),
)
_MAYBE = frozenset(
    {"perhaps", "maybe", "possibly", "conceivably", "hypothetically", "theoretically", "supposedly"}
)
_GUESSING = frozenset(
    {"predict", "guess", "bet", "fear", "hope", "suspect", "imagine", "suppose", "wager", "wish"}
)
_WRONGLY = frozenset(
    {
        "wrongly",
        "falsely",
        "incorrectly",
        "mistakenly",
        "erroneously",
        "misleadingly",
        "untruthfully",
    }
)
_SHOULD = re.compile(r",\s(?:should|were)\s(?:he|she|it|they|we|I|you|the|its|their|[A-Z]\w+)\s\w")
_FIRST = frozenset({"i", "we"})
_MADE_UP = frozenset(
    [
        *("scenario", "simulation", "film", "movie", "novel", "book", "plot", "story", "series"),
        *("play", "episode", "thriller", "sequel", "game", "wargame", "parable", "joke"),
        *("tale", "opera", "screenplay", "sketch", "nightmare", "comic", "chapter"),
    ]
)
_OUGHT = frozenset({"ought", "should", "might", "could", "may"})
_THEN_CLAIMED = re.compile(r",\s[\w’' .-]{2,40}\s(?:claim|alleg)(?:ed|es|s)\b")
_CLAIMING = frozenset({"claim", "allege", "purport"})
_SUBJUNCTIVE_MARKS = frozenset({"that"})


_LESS = ("still less", "much less", "even less", "let alone")


def unasserted(predicate: Token, reading: Reading) -> str:
    """
    Return why the sentence around a predicate asserts nothing, or an empty text.

    “Nor will it ask A to go”, “Perhaps A turns to B”, “One day, I predict, A will join”, “Build a
    base in A”, “In the scenario, A's troops enter B”.
    """
    sentence = reading.sentence_of(predicate)
    words = [t for t in reading.tokens(sentence) if not t.is_space]
    if not words:
        return ""
    if _is_nay(words, predicate):
        return "the sentence opens with a negation"
    if predicate.lower_ in _OUGHT or predicate.head.lower_ == "ought":
        return "said of what ought to be"
    if any(_is_maybe(verb) for verb in _verbs_of(predicate)):
        return "said to be possible only"
    if any(_is_guess(verb) for verb in _verbs_of(predicate)):
        return "a guess of the writer"
    if any(_is_wrongly_said(verb) for verb in [predicate, *governors(predicate)]):
        return "said wrongly, the text tells"
    if _is_before_condition(predicate, reading):
        return "under a condition that follows"
    if _is_order_to_reader(predicate, words):
        return "told to the reader to do"
    if _is_of_scenario(words):
        return "in a scenario"
    if (
        predicate.doc[max(0, predicate.i - 4) : predicate.i]
        .text.lower()
        .rstrip(" to")
        .endswith(_LESS)
    ):
        return "“still less”: the like was denied"
    if _is_unmade(predicate):
        return "said of what did not come"
    return ""


def _is_unmade(verb: Token) -> bool:
    """“Talks on a centre that would have kept 2,000 men there”: it kept nobody."""
    aux = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return verb.dep_ == "relcl" and {"would", "have"} <= aux


def is_old_pact(verb: Token, reading: Reading) -> bool:
    """Say whether a pact allowed it once: “the pact let US forces fight in A” tells not that they do."""
    is_past = verb.tag_ in {"VBD", "VBN"} or any(c.lower_ == "had" for c in verb.children)
    return is_past and any(reading.is_word(s, "agreement") for s in subjects(verb))


def is_yet_to(verb: Token) -> bool:
    """Say whether it is still to come about: “has yet to open”."""
    return verb.dep_ == "xcomp" and any(c.lower_ == "yet" for c in verb.head.children)


def is_be_to(verb: Token) -> bool:
    """Say whether a verb is the “are” of “are to be living there”."""
    return verb.lower_ in {"is", "are"} and any(_is_to(c) for c in verb.children)


def is_due_by(verb: Token) -> bool:
    """Say whether “should” sets a day: “the troops should be back by Easter”."""
    is_state = verb.lemma_ in {"be", "go"} and any(
        c.lower_ in {"back", "home", "gone", "out"} for c in (verb, *verb.children)
    )
    return is_state and any(c.lower_ in {"by", "before"} for c in verb.children)


def is_dropped(plan: Token, reading: Reading) -> bool:
    """Say whether a plan came to nothing: “a plan to send troops is discussed, and shelved”."""
    verb = plan.head
    if plan.dep_ not in {"nsubjpass", "nsubj"}:
        return False
    refuse = reading.lexicon.voices["refuse"]
    return any(v.tag_ == "VBN" and v.lemma_.lower() in refuse for v in (verb, *verb.conjuncts))


def is_question(token: Token, reading: Reading) -> bool:
    """Say whether a word stands in a question."""
    return reading.sentence_text(reading.sentence_of(token)).rstrip('”"’ ').endswith("?")


def is_inverted(verb: Token) -> bool:
    """Say whether a clause is a condition without “if”: “Had such an accord been signed, …”."""
    aux = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if verb.lower_ == "were" and any(_is_to(c) for c in verb.children):
        aux = [verb]  # “were the troops to leave”
    first = min((c.i for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), default=-1)
    return any(a.lower_ in {"had", "were", "should"} and a.i < first for a in aux)


def _is_to(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and any(c.lower_ == "to" for c in verb.children)


def is_in_inverted(token: Token, reading: Reading) -> bool:
    """Say the same where the sentence opens with it, whatever the parser makes of it."""
    sentence = reading.sentence_of(token)
    if reading.doc[sentence.first].text not in {"Had", "Were", "Should"}:
        return False
    return not any(t.text == "," for t in reading.doc[sentence.first : token.i])


def is_subjunctive(verb: Token) -> bool:
    """Say whether a clause after “that” has a bare verb: “that Wagner withdraw”, what is demanded."""
    own = {c.dep_ for c in verb.children}
    if verb.tag_ not in {"VB", "VBP"} or "aux" in own or "auxpass" in own:
        return False
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    first = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    is_single = first is not None and first.tag_ in {"NN", "NNP"} and not list(first.conjuncts)
    return is_single and bool(marks & _SUBJUNCTIVE_MARKS)


def _verbs_of(predicate: Token) -> Iterable[Token]:
    """The predicate and the verbs above it, up to the clause that another verb governs."""
    current = predicate
    for _ in range(4):
        if verbal(current):
            yield current
        if current.head == current or current.dep_ in {"relcl", "advcl", "ccomp"}:
            return
        current = current.head


def _is_nay(words: list[Token], predicate: Token) -> bool:
    first = [w.lower_ for w in words[:3]]
    opens = first[0] in _NAY or any(tuple(first[: len(p)]) == p for p in _NAY_PHRASES)
    if not opens or any(t.text in {";", ":"} for t in words if t.i < predicate.i):
        return False
    if first[0] in {"never", "no"}:  # “Never mind that A left”
        return words[1].pos_ == "AUX" or first[0] == "no"
    return True


def _is_maybe(verb: Token) -> bool:
    return any(c.lower_ in _MAYBE and c.dep_ in {"advmod", "intj"} for c in verb.children)


def _is_guess(verb: Token) -> bool:
    return any(
        c.lemma_ in _GUESSING
        and c.dep_ in {"parataxis", "ccomp"}
        and c.i < verb.i
        and any(s.lower_ in _FIRST for s in c.children)
        for c in verb.children
    )


def _is_wrongly_said(verb: Token) -> bool:
    return verbal(verb) and any(c.lower_ in _WRONGLY for c in verb.children)


def _is_before_condition(predicate: Token, reading: Reading) -> bool:
    """“They promise to scrap the pact, should they win”, a condition that comes last."""
    span = reading.sentence_of(predicate).span
    text = reading.document.reading_text[predicate.idx : span.end]
    return bool(_SHOULD.search(text))


def _is_order_to_reader(predicate: Token, words: list[Token]) -> bool:
    """“Build a barracks, sign a pact with the sultan”, told to the reader."""
    root = predicate
    while root.dep_ == "conj" and verbal(root.head):
        root = root.head
    opening = [w for w in words if w.is_alpha][:2]
    if root not in opening or not verbal(root) or root.tag_ != "VB" or predicate.tag_ != "VB":
        return False
    own = {c.dep_ for c in root.children}
    return not own & {"nsubj", "nsubjpass", "aux", "csubj", "expl"} and not subjects(root)


def _is_of_scenario(words: list[Token]) -> bool:
    """“In the scenario, …”, “Act two has …”: what follows happens on paper only."""
    first = next((w for w in words if w.is_alpha), None)
    if first is None or first.lower_ not in {"in", "under", "during"}:
        return False
    inner = [c for c in first.children if c.dep_ == "pobj"]
    return any(t.lemma_.lower() in _MADE_UP for t in inner)


def has_to(aux: list[Token]) -> bool:
    """Say whether auxiliaries are those of “has to”."""
    return any(a.lower_ == "to" for a in aux) and any(a.lemma_ == "have" for a in aux)


def is_going_to(verb: Token) -> bool:
    """Say whether a verb stands under “going to”, or is the “are” of “are to be living there”."""
    if verb.dep_ == "xcomp" and verb.head.lower_ == "going":
        return True
    ahead = (c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i)
    return verb.lemma_ == "be" and any(a.lower_ == "to" for c in ahead for a in c.children)


def is_bare_infinitive(verb: Token, aux: list[Token]) -> bool:
    """Say whether a verb is one without “to” under another: “helped build”."""
    if verb.dep_ not in {"ccomp", "xcomp"} or aux or verb.i < verb.head.i:
        return False
    # “demanded that they leave”: taggers take the subjunctive for a present tense
    return bool(verb.tag_ == "VB" or (verb.tag_ == "VBP" and verb.head.tag_ == "VBD"))


def is_done(verb: Token) -> bool:
    """Say whether a verb tells of something as past, with no word that makes it open or negates it."""
    if not verbal(verb) or verb.tag_ not in {"VBD", "VBN"}:
        return False
    words = {c.lower_ for c in verb.children if c.dep_ in {"aux", "neg"}}
    return not words & {
        "will",
        "would",
        "may",
        "might",
        "could",
        "can",
        "should",
        "not",
        "n't",
        "to",
    }


def is_reported(verb: Token, reading: Reading) -> bool:
    """Say whether a verb stands with “reportedly” and its like, or is only claimed by somebody."""
    above = next((w for w in governors(verb) if verbal(w)), None)
    if above is not None and above.lemma_ in _CLAIMING and verb.dep_ == "ccomp":
        return True  # “an official claimed”
    end = reading.sentence_of(verb).span.end
    clause = reading.document.reading_text[verb.idx : end].partition(";")[0]
    if _THEN_CLAIMED.search(clause):
        return True
    return any(c.lower_ in reading.lexicon.voices["report"] for c in verb.children)
