"""Where sentences and paragraphs begin and end, counted in tokens."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from geodata.temporal.words.lexicon import Kind, words
from geodata.temporal.words.tokens import Token

_SHORTENED = words(
    "mr mrs ms dr gen lt col maj sgt capt cpt cmdr gov sen rep st no vs etc al inc ltd co "
    "corp prof hon rev jr sr dept approx"
)
_LOUD_ENDS = frozenset("!?")


@dataclass(frozen=True, slots=True)
class Layout:
    """
    Sentence and paragraph of every token.

    Args:
        sentence_starts: Ascending first tokens of sentences.
        sentence_of: Index of the sentence of each token.
        paragraph_of: Index of the paragraph of each token.
        paragraph_starts: First token of each paragraph.
    """

    sentence_starts: tuple[int, ...]
    sentence_of: tuple[int, ...]
    paragraph_of: tuple[int, ...]
    paragraph_starts: tuple[int, ...]

    def sentence(self, at: int) -> tuple[int, int]:
        """Return the half-open token range of the sentence that holds the token."""
        number = self.sentence_of[at]
        starts = self.sentence_starts
        end = starts[number + 1] if number + 1 < len(starts) else len(self.sentence_of)
        return starts[number], end


def lay_out(tokens: Sequence[Token]) -> Layout:
    """Split the tokens into sentences and paragraphs (a line that is not wrapped is one)."""
    sentence_starts, paragraph_starts = [0], [0]
    line_end, dot = Kind.BREAK, Kind.DOT
    for at, token in enumerate(tokens):
        kind = token.kind
        if kind is line_end:
            sentence_starts.append(at + 1)
            paragraph_starts.append(at + 1)
        elif (kind is dot or token.word in _LOUD_ENDS) and _ends_sentence(tokens, at):
            sentence_starts.append(at + 1)
    sentence_of = _numbers(sentence_starts, len(tokens))
    paragraph_of = _numbers(paragraph_starts, len(tokens))
    return Layout(
        tuple(sentence_starts), tuple(sentence_of), tuple(paragraph_of), tuple(paragraph_starts)
    )


def _numbers(starts: Sequence[int], length: int) -> list[int]:
    """Return for every token the number of the stretch that it stands in."""
    numbers: list[int] = []
    for number, (start, end) in enumerate(itertools.pairwise((*starts, length))):
        numbers.extend([number] * (end - start))
    return numbers


def _ends_sentence(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.word in _LOUD_ENDS:
        return True
    if token.kind is not Kind.DOT or at + 1 >= len(tokens):
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if after.start == token.end:
        return after.word in "”\"'’)»"
    is_shortened = len(before.word) == 1 or before.word in _SHORTENED
    if before.kind is Kind.MONTH_SHORT and after.kind in (Kind.DAY_NUMBER, Kind.YEAR, Kind.ORDINAL):
        return False
    return not (is_shortened and before.word.isalpha())
