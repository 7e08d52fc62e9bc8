"""Things only turned over in somebody's mind, and reports that are called untrue in the same breath."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from geodata.claims.grammar.clauses import agents, verbal
from geodata.claims.grammar.reading import Reading

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_FALSE = (
    r"(?:false|untrue|wrong|incorrect|invented|fabricated|made up|baseless|unfounded|fake|fiction"
    r"|premature|inaccurate|nonsense|rubbish|fantasy|without foundation|speculation|a lie|lies)"
)
_IT = (
    r"(?:it|that|this|them|(?:the|that|this|those|these|such|any) (?:\w+ )?"
    r"(?:report|claim|story|stories|account|allegation|suggestion|article|rumou?r)s?)"
)
_THEN_DENIED = re.compile(
    rf"\b(?:(?:call|brand|label|describ|dismiss|reject)(?:ed|s|led) {_IT} (?:as )?(?:\w+ )?{_FALSE}"
    rf"|{_IT} (?:is|was|are|were) (?:\w+ )?{_FALSE}"
    rf"|(?:denied|denies|dismissed|dismisses|rejected|rejects|refuted|rebutted|debunked) {_IT})\b",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"\b(?:(?:was|were|has|have|is|had)(?: \w+)? never(?: been)?|never) (?:built|ratified|implemented"
    r"|carried out|put into (?:force|effect)|took effect|came (?:about|into force|to pass|off)"
    r"|materiali[sz]ed|honou?red|realised|realized|happened|opened|signed into law)\b"
    r"|\b(?:fell through|came to nothing|fell apart|collapsed before|died on paper)\b",
    re.IGNORECASE,
)
_TOYING = frozenset({"think", "look", "toy", "flirt"})
_WITH = frozenset({"of", "about", "at", "into", "with"})
_GERUNDS = frozenset({"xcomp", "ccomp", "pcomp", "dobj"})


def is_considered(above: Token, below: Token, reading: Reading) -> bool:
    """
    Say whether what stands under a word is only turned over in somebody's mind.

    “Was considering moving them”, “thought of sending 300”, “an option is to leave A”.
    """
    lemma = above.lemma_.lower()
    if lemma in _TOYING:
        return below.lower_ in _WITH and below.dep_ == "prep"
    is_held = any(c.dep_ == "auxpass" for c in above.children)  # “is considered a base”
    return lemma in reading.lexicon.voices["consider"] and not (
        lemma in {"consider", "study"} and (is_held or not verbal(above))
    )


def is_bare_gerund(verb: Token, aux: Sequence[Token]) -> bool:
    """“Is planning moving 500”, “discussed sending them”: a gerund that another verb governs."""
    return verb.tag_ == "VBG" and not aux and verb.dep_ in _GERUNDS


def came_to_nothing(noun: Token, reading: Reading) -> bool:
    """
    Say whether a deal is told of as one that had no effect.

    “A deal that would have given it a base”, “signed a pact; it was never ratified”.
    """
    for clause in (c for c in noun.children if c.dep_ in {"relcl", "acl"}):
        words = {c.lower_ for c in clause.children if c.dep_ in {"aux", "auxpass"}}
        if words & {"would", "could", "might"} and "have" in words:
            return True
    sentence = reading.sentence_of(noun)
    following = reading.sentences[sentence.index + 1 : sentence.index + 2]
    end = following[0].span.end if following else sentence.span.end
    return bool(_NEVER.search(reading.document.reading_text[noun.idx : end]))


def is_report_denied(verb: Token, chain: Sequence[Token], reading: Reading) -> bool:
    """Say whether a report or an outlet says so, no party to it, and the text goes on to deny it."""
    items = reading.lexicon.voices["report_item"]
    tellers = [s for w in (verb, *chain) if verbal(w) for s in agents(w)]
    tellers += [w for w in chain if not verbal(w)]
    if not any(t.lemma_.lower() in items for t in tellers):
        return False
    sentence = reading.sentence_of(verb)
    following = reading.sentences[sentence.index + 1 : sentence.index + 2]
    end = following[0].span.end if following else sentence.span.end
    return bool(_THEN_DENIED.search(reading.document.reading_text[verb.idx : end]))
