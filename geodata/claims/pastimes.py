"""Sport, games and fiction: a paragraph of them claims nothing, however martial its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geodata.claims.drafts import Draft
from geodata.claims.grammar.reading import Reading
from geodata.claims.scene.story import Story

_FEWEST = 2


def without_pastimes(drafts: Iterable[Draft], story: Story) -> Iterator[Draft]:
    """Yield the drafts that no paragraph of sport, games or fiction tells."""
    told: dict[int, bool] = {}
    for draft in drafts:
        number = draft.sentences[0].paragraph
        if number not in told:
            told[number] = _is_pastime(number, story.reading)
        if not told[number]:
            yield draft


def _is_pastime(paragraph: int, reading: Reading) -> bool:
    words = reading.lexicon.voices["pastime"]
    own = _found(paragraph, reading, words)
    if not own:
        return False
    if own & reading.lexicon.voices["fiction"]:
        return True
    return len(own) >= _FEWEST or len(own | _found(None, reading, words)) > _FEWEST


def _found(paragraph: int | None, reading: Reading, words: frozenset[str]) -> set[str]:
    """The words of sport and fiction in a paragraph, or in the whole text."""
    sentences = (s for s in reading.sentences if paragraph in {None, s.paragraph})
    return {
        lemma for s in sentences for t in reading.tokens(s) if (lemma := t.lemma_.lower()) in words
    }
