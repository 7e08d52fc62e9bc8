"""Statements that a text holds up to be judged, as “Claim: …”, and its verdict on them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from geodata.claims.drafts import Draft
from geodata.claims.grammar.reading import Reading, Sentence
from geodata.claims.scene.story import Story

_POSED = re.compile(
    r"\W*(?:(?:the|this|that|our|first|second|third|one)\s)?"
    r"(?:claim|rumou?r|myth|statement|post|viral)s?(?:\s+\w{1,5})?\s*[:.–—-]",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\W*(?:(?:our\s)?(?:verdict|rating|rated|conclusion|assessment|finding|answer|fact|reality|truth)"
    r"s?\s*[:–—-])\s*",
    re.IGNORECASE,
)
_QUOTED = re.compile(r'\s*["“«][^"”»]+["”»]\W*')
_ANSWERED = re.compile(
    r'\W*["“«][^"”»\n]{8,}["”»]\s*[:–—-]\s.*\b(?:not|no|never|nothing|nobody|none|den(?:y|ies|ied)|false|untrue'
    r"|wrong|invented)\b|\W*[\"“«][^\"”»\n]{8,}[\"”»]\s*[:–—-]\s.*n['’]t\b",
    re.IGNORECASE | re.DOTALL,
)
_TRUE = re.compile(
    r"\W*(?:mostly\s|largely\s)?(?:true|correct|accurate|confirmed|right)\b", re.IGNORECASE
)
_SUBJECT = (
    r"(?:(?:this|that|it|these|the)\s(?:\w+\s){0,2}?(?:is|are|was|were|has been)\s)?"
    r"(?:(?:simply|entirely|completely|totally|also|both|partly|mostly|just|plainly)\s)?"
)
_FALSE = re.compile(
    rf"\W*{_SUBJECT}(?:(?:a|an|another|pure)\s)?"
    r"(?:false|falsehood|wrong|untrue|fake|fabricat\w+|mislead\w+|satire|satirical|hoax|incorrect|inaccurate"
    r"|mistranslat\w+|doctored|altered|manipulated|unproven|unfounded|baseless|debunked|miscaptioned"
    r"|invented|invention|made[\s-]up|nonsense|fiction|not\s(?:so|true|correct|the\scase)|no\ssuch"
    r"|out\sof\scontext|old\s(?:video|picture|photo))\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\W*(?:there\s(?:is|was)\sno\s(?:evidence|proof|sign|record|truth)|no\s(?:evidence|proof|such)\b"
    r"|(?:it|this|that|nothing\sof\sthe\skind|no\ssuch\sthing)\s"
    r"(?:never\shappen\w*|(?:did|has|have)(?:\snot|n['’]t)\shappen\w*|happened)"
    r"|we\s(?:found|have\sfound|have\sseen)\sno\b)",
    re.IGNORECASE,
)
_SHORT = 60
_REACH = 2


def without_judged(drafts: Iterable[Draft], story: Story) -> Iterator[Draft]:
    """
    Yield the drafts that the text does not hold up as somebody's false or unproven claim.

    A statement is held up by its label (“Claim 2: …”), or as a quotation of nobody; what the next
    sentences say of it decides. A bare assertion falls only under a verdict right behind it.
    """
    reading = story.reading
    judged: dict[int, bool] = {}
    for draft in drafts:
        sentence = draft.sentences[0]
        if sentence.index not in judged:
            judged[sentence.index] = _is_judged(sentence, reading)
        if judged[sentence.index]:
            continue
        is_told_on = draft.voice.speaker is not None and _follows_verdict(sentence, reading)
        if not is_told_on:
            yield draft


def is_false(text: str) -> bool:
    """Say whether a sentence is a verdict of “false”, with or without a label."""
    bare = _LABEL.sub("", text, count=1)
    if _NOTHING.match(bare):
        return True
    return bool(_FALSE.match(bare)) and (bare != text or len(text) <= _SHORT)


def _is_judged(sentence: Sentence, reading: Reading) -> bool:
    text = reading.sentence_text(sentence)
    if _ANSWERED.match(text):
        return True  # “Troops crossed at A”: the governor says they have not
    after = _after(sentence, reading)
    is_labelled = bool(_POSED.match(text)) or _is_under_label(sentence, reading)
    is_quoted = bool(_QUOTED.fullmatch(text))
    reach = _REACH if is_labelled or is_quoted else 1
    if any(is_false(t) for t in after[:reach]):
        return True
    if not is_labelled:
        return False
    return not any(_TRUE.match(_LABEL.sub("", t, count=1)) for t in after)


def _after(sentence: Sentence, reading: Reading) -> Sequence[str]:
    later = reading.sentences[sentence.index + 1 : sentence.index + 1 + _REACH + 1]
    return [reading.sentence_text(s) for s in later if s.paragraph - sentence.paragraph <= 1]


def _is_under_label(sentence: Sentence, reading: Reading) -> bool:
    """Whether “Claim:” stands as a sentence of its own right before."""
    if sentence.index == 0:
        return False
    before = reading.sentences[sentence.index - 1]
    text = reading.sentence_text(before)
    label = _POSED.match(text + ":")
    return label is not None and label.end() >= len(text)


def _follows_verdict(sentence: Sentence, reading: Reading) -> bool:
    """Whether a verdict of “false” stands before in the paragraph: what is reported there is tainted."""
    return any(
        is_false(reading.sentence_text(earlier))
        for earlier in reading.before(sentence, paragraph_only=True)
    )
