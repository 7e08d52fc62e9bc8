"""Sport, games, fiction and old history: they claim nothing of today, however martial the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from geodata.claims.drafts import Draft
from geodata.claims.grammar.clauses import is_pluperfect
from geodata.claims.grammar.reading import Reading
from geodata.claims.scene.story import Story
from geodata.domain.claims import Status

_FEWEST = 2
_TOLD = re.compile("“([^”]+)”")
_OWN_WAR = re.compile(
    r"\bmy (?:own |last |two |three )?(?:army|armies|troops|fleets?|navy|legions)\b"
)
_QUOTED = re.compile('[“"][^”"]{0,600}[”"]')
_YEAR = re.compile(r"\d{4}")
_NOW = re.compile(r"\b(?:ago|last|this|yesterday|today|recent|now|week|\w+day)\b", re.IGNORECASE)
_MEMORY_YEARS = 45
_LASTING = frozenset({Status.PRESENT, Status.OPERATES})


def without_pastimes(drafts: Iterable[Draft], story: Story) -> Iterator[Draft]:
    """Yield the drafts that no paragraph of sport, games or fiction tells."""
    told: dict[int, bool] = {}
    if _is_own_war(story.reading):
        return
    for draft in drafts:
        number = draft.sentences[0].paragraph
        if number not in told:
            told[number] = _is_pastime(number, story.reading)
        if not told[number]:
            yield draft


def _is_own_war(reading: Reading) -> bool:
    """“My armies took A”, outside quotation marks: the report of a game."""
    return bool(_OWN_WAR.search(_QUOTED.sub("", reading.document.reading_text)))


def without_long_past(drafts: Iterable[Draft], story: Story) -> Iterator[Draft]:
    """Yield the drafts that lie within living memory of the publication; what lasts since is kept."""
    published = story.reading.document.published.best
    if published is None:
        yield from drafts
        return
    oldest = date(max(1, published.year - _MEMORY_YEARS), 1, 1)
    is_history = _is_history(oldest, story.reading)
    for draft in drafts:
        end = draft.when.begins.latest
        is_lasting = draft.status in _LASTING and draft.when.why.startswith("since")
        is_old = draft.when.is_dated and end is not None and end < oldest and not is_lasting
        is_told = is_history and not is_lasting and _is_of_old_story(draft, oldest)
        if not (is_old or is_told):
            yield draft


def _is_of_old_story(draft: Draft, oldest: date) -> bool:
    """Whether an old story tells it in the past, with no day of its own or one without a year."""
    if draft.predicate.tag_ != "VBD" and not is_pluperfect(draft.predicate):
        return False
    begins, told = draft.when.begins, _TOLD.search(draft.when.why)
    is_since_then = begins.earliest is not None and begins.earliest < oldest
    is_yearless = told is not None and not _YEAR.search(told[1]) and not _NOW.search(told[1])
    return not draft.when.is_dated or is_since_then or is_yearless


def _is_history(oldest: date, reading: Reading) -> bool:
    """Whether most dates of a text lie before living memory."""
    ends = [d.when.latest for d in reading.dates.values() if d.when.latest]
    old = sum(end < oldest for end in ends)
    return old >= _FEWEST and 2 * old > len(ends)


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
