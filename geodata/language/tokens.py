"""Tokens of a parsed article as plain objects: rules ask for them thousands of times an article."""

from __future__ import annotations

import weakref
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from spacy.tokens import Doc as Parsed

_IOB = ("", "I", "O", "B")
_NAMES = ("ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE")
_WORDS_MAX = 100_000
_MARKS = ("ENT_IOB", "SENT_START", "IS_SPACE", "IS_PUNCT", "IS_ALPHA")


class Token:
    """
    A token with what spaCy says of it, under spaCy's names, to be read only.

    Args:
        doc: The article's tokens, which the token does not keep alive.
        i: Its number in the article.
        idx: Its first character, in code points.
        head: The token that governs it, or itself.
        children: The tokens that it governs, in order.
    """

    __slots__ = (
        "__weakref__",
        "_subtree",
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_alpha",
        "is_punct",
        "is_sent_start",
        "is_space",
        "lemma_",
        "lower_",
        "pos_",
        "tag_",
        "text",
    )

    doc: Doc
    head: Token
    children: Sequence[Token]
    _subtree: tuple[Token, ...] | None

    def __init__(self, i: int, idx: int, names: tuple[str, ...], marks: Sequence[int]) -> None:
        self.i, self.idx = i, idx
        self.text, self.lower_, self.lemma_, self.pos_, self.tag_, self.dep_, kind = names
        iob, start, space, punct, alpha = marks
        self.ent_type_, self.ent_iob_ = kind, _IOB[iob]
        self.is_sent_start, self.is_space = start == 1, space == 1
        self.is_punct, self.is_alpha = punct == 1, alpha == 1
        self.children, self._subtree = (), None

    def __len__(self) -> int:
        return len(self.text)

    def __lt__(self, other: Token) -> bool:
        return self.i < other.i

    def __repr__(self) -> str:
        return self.text

    @property
    def text_with_ws(self) -> str:
        """The token with the blank after it."""
        after = self.i + 1
        end = self.doc[after].idx if after < len(self.doc) else None
        return self.doc.text[self.idx : end]

    @property
    def left_edge(self) -> Token:
        """The first token of all that it governs."""
        return min(self.subtree) if self.children else self

    @property
    def subtree(self) -> tuple[Token, ...]:
        """The token and all that it governs, down to the last, in the order of the tree."""
        if self._subtree is None:
            self._subtree = _subtree(self) if self.children else (self,)
        return self._subtree

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The tokens that it is joined with by “and” or a comma."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for token in found:
            found += [c for c in token.children if c.i > token.i and c.dep_ == "conj"]
        return tuple(token for token in found if token is not self)

    @property
    def sent(self) -> Run:
        """The sentence that it stands in."""
        return self.doc.sentence_at(self.i)

    def nbor(self, by: int = 1) -> Token:
        """
        Return the token so many places on.

        Raises:
            IndexError: There is none.
        """
        if self.i + by < 0:
            raise IndexError(self.i + by)
        return self.doc[self.i + by]


def _subtree(top: Token) -> tuple[Token, ...]:
    """Return what the token governs; a list of a thousand names is a tree a thousand deep."""
    found: list[Token] = []
    waiting: list[tuple[Token, bool]] = [(top, False)]
    while waiting:
        token, is_next = waiting.pop()
        if is_next or not token.children:
            found.append(token)
            continue
        waiting += [(c, False) for c in reversed(token.children) if c.i > token.i]
        waiting.append((token, True))
        waiting += [(c, False) for c in reversed(token.children) if c.i < token.i]
    return tuple(found)


class Run(tuple[Token, ...]):
    """Tokens beside one another."""

    __slots__ = ()

    @property
    def start(self) -> int:
        """The number of the first token."""
        return self[0].i

    @property
    def start_char(self) -> int:
        """The first character."""
        return self[0].idx

    @property
    def end_char(self) -> int:
        """One past the last character."""
        return self[-1].idx + len(self[-1].text)

    @property
    def text(self) -> str:
        """The words, as they are written."""
        return self[0].doc.text[self.start_char : self.end_char] if self else ""


@dataclass(frozen=True, slots=True)
class Entity:
    """
    A name or an expression that the recogniser found.

    Args:
        tokens: At least one.
        label_: What kind it is of.
    """

    tokens: Run
    label_: str


class Doc(Sequence[Token]):
    """
    The tokens of an article.

    Tokens hold one another as head and children; they let go when the article's tokens are no
    longer held, so that memory comes free at once and not at the next sweep.

    Args:
        text: What was parsed.
        tokens: All of them, in order.
        entities: First token, one past the last, and label of each entity, in order.
    """

    __slots__ = ("__weakref__", "_starts", "_tokens", "ents", "text")

    def __init__(
        self, text: str, tokens: Sequence[Token], entities: Sequence[tuple[int, int, str]]
    ) -> None:
        self.text, self._tokens = text, tuple(tokens)
        self._starts = [token.idx for token in tokens]
        self.ents = tuple(Entity(self[first:last], label) for first, last, label in entities)
        own: Any = weakref.proxy(self)
        for token in self._tokens:
            token.doc = own

    def __del__(self) -> None:
        for token in self._tokens:
            token.children, token._subtree = (), None  # noqa: SLF001
            del token.head

    def __len__(self) -> int:
        return len(self._tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self._tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Run: ...
    def __getitem__(self, at: int | slice) -> Token | Run:
        return Run(self._tokens[at]) if isinstance(at, slice) else self._tokens[at]

    @property
    def sents(self) -> Iterator[Run]:
        """The sentences, in order."""
        at = 0
        while at < len(self._tokens):
            sentence = self.sentence_at(at)
            yield sentence
            at += len(sentence)

    def sentence_at(self, at: int) -> Run:
        """Return the sentence of the token of this number."""
        first, last = at, at + 1
        while first > 0 and not self._tokens[first].is_sent_start:
            first -= 1
        while last < len(self._tokens) and not self._tokens[last].is_sent_start:
            last += 1
        return self[first:last]

    def covering(self, start: int, end: int) -> tuple[int, int]:
        """Return first and one past the last of the tokens that touch a range of characters."""
        first = bisect_right(self._starts, start) - 1
        token = self._tokens[first]
        if start == token.idx + len(token.text):
            first += 1
        return first, bisect_right(self._starts, end - 1)


class TokenMaker:
    """Makes the tokens of articles that one pipeline parsed; remembers how its words are written."""

    def __init__(self) -> None:
        self._names: dict[int, str] = {}

    def __call__(self, parsed: Parsed, text: str) -> Doc:
        """
        Return the tokens of an article.

        Args:
            parsed: What spaCy made of it.
            text: The article.
        """
        from spacy import attrs

        if not len(parsed):
            return Doc(text, (), ())
        words: Any = parsed.to_array([getattr(attrs, name) for name in _NAMES])
        marks: Any = parsed.to_array([getattr(attrs, name) for name in _MARKS])
        name_of = self._remembered(words, parsed.vocab.strings).__getitem__
        tokens = list(
            map(
                Token,
                range(len(parsed)),
                parsed.to_array([attrs.IDX]).tolist(),
                zip(*(map(name_of, column) for column in words.T.tolist()), strict=True),
                zip(*marks.T.tolist(), strict=True),
            )
        )
        _join(tokens, parsed.to_array([attrs.HEAD]).astype("int64").tolist())
        return Doc(text, tokens, [(e.start, e.end, e.label_) for e in parsed.ents])

    def _remembered(self, words: Any, strings: Any) -> dict[int, str]:
        if len(self._names) > _WORDS_MAX:
            self._names.clear()
        names = self._names
        for key in set(words.ravel().tolist()).difference(names):
            names[key] = strings[key]
        return names


def _join(tokens: Sequence[Token], ways: Sequence[int]) -> None:
    """Tie each token to its head, which stands so many places on."""
    for token, way in zip(tokens, ways, strict=True):
        token.head = head = tokens[token.i + way]
        if way:
            known = head.children
            if isinstance(known, list):
                known.append(token)
            else:
                head.children = [token]
