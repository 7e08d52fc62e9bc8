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
    from geodata.language.tokens import Doc, Token

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
        doc: The tokens of `text`.
        gazetteer: Where names are looked up.
        lexicon: The word lists.
        words: The text of each token.
    """

    text: str
    doc: Doc
    gazetteer: NameSource
    lexicon: Lexicon
    words: list[str] = field(init=False)
    _tokens: list[Token] = field(init=False)
    _starts: list[int] = field(init=False)
    _lines: list[int] = field(init=False)
    _caps: dict[int, bool] = field(init=False)
    _found: dict[str, tuple[Place, ...]] = field(init=False)
    _peoples: dict[str, tuple[str, ...]] = field(init=False)
    _located: dict[str, bool] = field(init=False)

    def __post_init__(self) -> None:
        self._found, self._peoples, self._located, self._caps = {}, {}, {}, {}
        self._tokens = list(self.doc)
        self._starts = [token.idx for token in self._tokens]
        self.words = [token.text for token in self._tokens]
        self._lines = []
        position = 0
        for line in self.text.splitlines(keepends=True):
            self._lines.append(position)
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
        return self._tokens[self._place_of(position)]

    def _place_of(self, position: int) -> int:
        return max(0, bisect_right(self._starts, position) - 1)

    def tokens(self, start: int, end: int) -> list[Token]:
        """Return the tokens that touch a range of characters."""
        return self._tokens[self._place_of(start) : self._place_of(end - 1) + 1]

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
        i = self._place_of(start) - 1
        if i < 0 or "\n" in self.text[self._starts[i] : start]:
            return None
        return self._tokens[i]

    def after(self, end: int) -> Token | None:
        """Return the token after a range, on the same line."""
        i = self._place_of(end - 1) + 1
        if i >= len(self._tokens) or "\n" in self.text[end : self._starts[i] + 1]:
            return None
        return self._tokens[i]

    def line_of(self, position: int) -> int:
        """Return the number of the line that holds a character."""
        return max(0, bisect_right(self._lines, position) - 1)

    def in_capitals(self, position: int) -> bool:
        """Say whether the line that holds a character is set in capitals."""
        if not self._lines:
            return False
        line = self.line_of(position)
        if line not in self._caps:
            start, end = self.paragraph(position)
            self._caps[line] = _is_capitals(self.text[start:end])
        return self._caps[line]

    def paragraph(self, position: int) -> tuple[int, int]:
        """Return start and end of the line that holds a character."""
        number = self.line_of(position)
        end = self._lines[number + 1] if number + 1 < len(self._lines) else len(self.text)
        return self._lines[number], end


def _is_capitals(line: str) -> bool:
    letters = list(filter(str.isalpha, line))
    if len(letters) < 4:
        return False
    return sum(map(str.isupper, letters)) >= CAPS_SHARE * len(letters)
