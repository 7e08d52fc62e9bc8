"""What was due, and is then told in a few words to have come about: “They did.”, “That happened.”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geodata.claims.drafts import Draft
from geodata.claims.grammar.modality import Stage, Voice
from geodata.claims.grammar.reading import Sentence
from geodata.claims.scene.dating import When
from geodata.claims.scene.story import Story
from geodata.domain.claims import Modality, Status
from geodata.domain.times import Precision, UncertainDate

_DONE = re.compile(
    r"\W*(?:(?:they|it|he|she|both|all|the \w+) (?:did|have|has|had)"
    r"(?: (?:indeed|just that|so|done so|left|gone))?|(?:that|this|it) (?:has )?(?:since )?"
    r"(?:happened|took place|came about|was done|came to pass))\s*(?:[.,;:]|$)",
    re.IGNORECASE,
)
_OUTCOMES = {
    Status.TO_WITHDRAW: Status.WITHDRAWS,
    Status.TO_ARRIVE: Status.ARRIVES,
    Status.TO_CLOSE: Status.CLOSES,
    Status.TO_OPEN: Status.OPENS,
    Status.TO_HAND_OVER: Status.HANDED_OVER,
}
_FIRST_WORDS = 60


def read_done(drafts: Sequence[Draft], story: Story) -> list[Draft]:
    """
    Return that what a sentence tells as due took place, where the next one says just that.

    It came about by the day on which it was due or, where none is told, by the day of the article.
    """
    found: list[Draft] = []
    for sentence in story.reading.sentences[1:]:
        if not _DONE.match(story.reading.sentence_text(sentence)[:_FIRST_WORDS]):
            continue
        due = [
            d
            for d in drafts
            if d.sentences[0].index == sentence.index - 1 and d.status in _OUTCOMES
        ]
        found += [_done(d, sentence, story) for d in due]
    return found


def _done(draft: Draft, sentence: Sentence, story: Story) -> Draft:
    status = _OUTCOMES[draft.status]
    day = story.reading.document.published.best
    ends = [d for d in (draft.when.deadline.latest if draft.when.deadline else None, day) if d]
    begins = UncertainDate(None, min(ends) if ends else None, Precision.INTERVAL, why="done as due")
    first = story.reading.doc[sentence.first]
    words = story.reading.tokens(sentence)
    says = story.reading.lexicon.voices["say"]
    speaker = next((t for t in words if t.lemma_.lower() in says and t.pos_ == "VERB"), None)
    voice = Voice(Modality.ASSERTED, stage=Stage.COMPLETED, speaker=speaker)
    return replace(
        draft,
        status=status,
        voice=voice,
        when=When(begins, None, None, False, "told in the next sentence to have been done"),
        sentences=(sentence, *draft.sentences),
        predicate=first,
        event="withdrawal_completed" if status is Status.WITHDRAWS else "",
    )
