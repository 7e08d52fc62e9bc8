"""Statements that nobody vouches for: rumours, unverified reports, videos that claim, “you”."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from geodata.claims.grammar.clauses import agents, governors, is_negated, subjects, verbal
from geodata.claims.grammar.mulled import is_report_denied
from geodata.claims.grammar.reading import Reading

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_CLAIMING = frozenset({"claim", "purport", "allege", "say", "pretend"})
_PROVING = frozenset({"verify", "confirm", "substantiate", "corroborate"})
_WRONG = frozenset(
    {"false", "incorrect", "wrong", "untrue", "unfounded", "baseless", "premature", "exaggerated"}
)
_UNDONE = frozenset(
    [
        *(
            "invent",
            "fabricate",
            "deny",
            "dismiss",
            "reject",
            "refute",
            "debunk",
            "disprove",
            "rebut",
        ),
        *("discredit", "exaggerate", "falsify", "fake", "contradict", "retract", "circulate"),
    ]
)
_HELD_UP = re.compile(
    r"\W*(?:(?:the|these|those|such|media|some|online|new|earlier)\s)*"
    r"(?:reports?|claims?|rumou?rs?|allegations?|suggestions?|stories|posts?|assertions?)\b.{0,200}"
    r"\b(?:is|are|was|were|has been|have been|proved|turned out)\s(?:\w+\s){0,2}?"
    r"(?:false|untrue|wrong|incorrect|invented|fabricated|made up|denied|dismissed|rejected|baseless"
    r"|unfounded|refuted|debunked|fake|premature|inaccurate|without foundation|nonsense)\b",
    re.IGNORECASE | re.DOTALL,
)
_QUASHING = frozenset(
    [
        *(
            "knock",
            "quash",
            "scotch",
            "squash",
            "rubbish",
            "spike",
            "brush",
            "wave",
            "shoot",
            "swat",
        ),
        *("pour", "laugh", "scoff", "bat"),
        *("downplay", "play", "shrug", "mock", "ridicule", "discount"),
    ]
)
_REPORTS = frozenset(
    {"report", "talk", "story", "word", "news", "claim", "suggestion", "rumour", "rumor", "idea"}
)
_TELLING = frozenset({"say", "answer", "argue", "tell", "object", "reply", "claim", "insist"})
_ANYONE = frozenset({"some", "many", "others", "cynics", "optimists", "pessimists", "someone"})
_FOND = frozenset({"like", "love", "prefer", "enjoy"})
_CLAUSES = frozenset({"acl", "relcl", "ccomp"})


def unvouched(verb: Token, chain: Iterable[Token], reading: Reading) -> str:
    """
    Return why nobody vouches for what a verb says, or an empty text.

    Args:
        verb: The predicate.
        chain: The words above it that can colour it, nearest first.
        reading: The document.
    """
    above_it = [v for v in (verb, *governors(verb)) if verbal(v)]
    if any(s.lower_ == "you" for v in above_it for s in subjects(v)) and not _is_you_have(verb):
        return "“you”: nobody in particular"
    if any(_is_idle_talk(v) for v in above_it if v != verb):
        return "what some will say, or somebody likes to say"
    if _HELD_UP.match(reading.sentence_text(reading.sentence_of(verb))):
        return "a report that the sentence itself calls untrue"
    if is_report_denied(verb, chain := list(chain), reading):
        return "a report that is denied in the same breath"
    for word in (verb, *chain):
        above = word.head
        is_clause = word.dep_ in _CLAUSES and any(c.lower_ == "that" for c in word.children)
        if is_clause and above.i < word.i and not verbal(above):
            is_rumour = above.lemma_.lower() in reading.lexicon.voices["rumour"]
            return "a rumour: nobody vouches for it" if is_rumour or _is_unproven(above) else ""
    return ""


def _is_you_have(verb: Token) -> bool:
    """“You have the mission, some 17,000 in uniform”: what there is."""
    return verb.lemma_ == "have" and verb.tag_ == "VBP" and verb.dep_ in {"ROOT", "conj"}


def _is_idle_talk(verb: Token) -> bool:
    """“Some will answer that …”, “he likes to say that …”, “I read that …”."""
    who = {s.lower_ for s in subjects(verb)}
    if verb.lemma_ in _TELLING and who & _ANYONE:
        return True
    if verb.lemma_ in {"read", "hear"} and "i" in who:
        return True
    return verb.lemma_ in _TELLING and verb.dep_ == "xcomp" and verb.head.lemma_ in _FOND


def _is_unproven(noun: Token) -> bool:
    """“Reports that … could not be verified”, “are incorrect”, “knocked down reports that …”."""
    verb = next((w for w in governors(noun) if verbal(w)), noun.head)
    if verb.lemma_ in _QUASHING and noun.dep_ in {"dobj", "pobj"} and not is_negated(verb):
        return noun.lemma_.lower() in _REPORTS
    verb = noun.head
    if verb.lemma_ in _PROVING and is_negated(verb):
        return True
    if verb.lemma_ in _UNDONE and noun.dep_ in {"nsubj", "nsubjpass"}:
        return True
    return verb.lemma_ == "be" and any(
        c.dep_ in {"acomp", "attr"} and c.lemma_.lower() in _WRONG for c in verb.children
    )


def is_hearsay(verb: Token, lemma: str, reading: Reading) -> bool:
    """Say whether a thing is said to say it: “a video claims to show …”, “the message says …”."""
    if lemma not in _CLAIMING or not verbal(verb):
        return False
    items = reading.lexicon.voices["item"]
    doers = agents(verb)
    if any(t.lemma_.lower() in items for t in doers):
        return True
    if not any(t.lower_ in {"it", "they", "another", "others"} for t in doers):
        return False
    here = reading.sentence_of(verb)
    before = next(reading.before(here, paragraph_only=True), None)
    return before is not None and any(t.lemma_.lower() in items for t in reading.tokens(before))
