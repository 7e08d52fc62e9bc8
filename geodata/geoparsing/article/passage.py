"""A parsed article with quick ways from characters to tokens, lines and entities."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geodata.domain.places import Place
from geodata.geoparsing.article.source import NameSource
from geodata.geoparsing.lexicon.words import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WHERE = (
    r"\b(?:in|near|at|outside|inside|into|around|within|across)(?: the (?:town|city|village) of)? "
)
CAPS_SHARE = 0.8  # of a line's letters, above which it counts as set in capitals


@dataclass(slots=True)
class Passage:
    """
    One article as geoparsing reads it.

    Args:
        text: The text that was parsed; offsets of mentions count its code points.
        doc: The spaCy parse of `text`.
        gazetteer: Where names are looked up.
        lexicon: The word lists.
    """

    text: str
    doc: Doc
    gazetteer: NameSource
    lexicon: Lexicon
    _starts: list[int] = field(init=False)
    _lines: list[int] = field(init=False)
    _caps: list[bool] = field(init=False)
    _found: dict[str, tuple[Place, ...]] = field(init=False)
    _peoples: dict[str, tuple[str, ...]] = field(init=False)
    _located: dict[str, bool] = field(init=False)

    def __post_init__(self) -> None:
        self._found, self._peoples, self._located = {}, {}, {}
        self._starts = [token.idx for token in self.doc]
        self._lines, self._caps = [], []
        position = 0
        for line in self.text.splitlines(keepends=True):
            self._lines.append(position)
            self._caps.append(_is_capitals(line))
            position += len(line)

    def find(self, name: str) -> tuple[Place, ...]:
        """Return the gazetteer's places of a name, remembered for this article."""
        if name not in self._found:
            self._found[name] = self.gazetteer.find(name)
        return self._found[name]

    def demonym_countries(self, word: str) -> tuple[str, ...]:
        """Return the countries of a demonym, remembered for this article."""
        if word not in self._peoples:
            self._peoples[word] = self.gazetteer.demonym_countries(word)
        return self._peoples[word]

    def is_located(self, words: str) -> bool:
        """Say whether the article says of something that it is in, at or near these words."""
        if words not in self._located:
            pattern = _WHERE + re.escape(words) + r"(?!\w)"
            self._located[words] = re.search(pattern, self.text) is not None
        return self._located[words]

    def is_common_word(self, name: str) -> bool:
        """Say whether a name is also an everyday word."""
        return self.gazetteer.is_common_word(name)

    def token_at(self, position: int) -> Token:
        """Return the token that holds a character, or the last one before it."""
        return self.doc[max(0, bisect_right(self._starts, position) - 1)]

    def tokens(self, start: int, end: int) -> list[Token]:
        """Return the tokens that touch a range of characters."""
        first = self.token_at(start).i
        last = self.token_at(end - 1).i
        return [self.doc[i] for i in range(first, last + 1)]

    def head_token(self, start: int, end: int) -> Token:
        """Return the token of a range that governs the others."""
        tokens = self.tokens(start, end)
        inside = {token.i for token in tokens}
        for token in tokens:
            if token.head.i not in inside or token.head.i == token.i:
                return token
        return tokens[-1]

    def before(self, start: int) -> Token | None:
        """Return the token before a character, on the same line."""
        i = self.token_at(start).i - 1
        if i < 0 or "\n" in self.text[self.doc[i].idx : start]:
            return None
        return self.doc[i]

    def after(self, end: int) -> Token | None:
        """Return the token after a range, on the same line."""
        i = self.token_at(end - 1).i + 1
        if i >= len(self.doc) or "\n" in self.text[end : self.doc[i].idx + 1]:
            return None
        return self.doc[i]

    def line_of(self, position: int) -> int:
        """Return the number of the line that holds a character."""
        return max(0, bisect_right(self._lines, position) - 1)

    def in_capitals(self, position: int) -> bool:
        """Say whether the line that holds a character is set in capitals."""
        return bool(self._caps) and self._caps[self.line_of(position)]

    def paragraph(self, position: int) -> tuple[int, int]:
        """Return start and end of the line that holds a character."""
        number = self.line_of(position)
        end = self._lines[number + 1] if number + 1 < len(self._lines) else len(self.text)
        return self._lines[number], end


def _is_capitals(line: str) -> bool:
    letters = [char for char in line if char.isalpha()]
    if len(letters) < 4:
        return False
    return sum(char.isupper() for char in letters) >= CAPS_SHARE * len(letters)
