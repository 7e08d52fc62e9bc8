"""Named entities: spaCy's greedy decoding, with all tokens outside an entity decided at once."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from geodata.language.replacing import is_known_network, put_in_place

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_FEATURES = 3  # the token, the first token of the open entity, the token before


def hasten_entities(pipeline: Language) -> None:
    """
    Put a decoder of the same decisions in the place of spaCy's entity recogniser.

    The compiled one of spaCy 3.8 takes the interpreter's lock about 900 times a token, which
    costs more than the network itself and blocks every other thread. The network, its weights
    and the rules of what may follow what are the same; a recogniser of another build is kept.
    """
    recogniser = pipeline.get_pipe("ner")
    if is_known_network(recogniser, _FEATURES) and _has_known_moves(recogniser):
        put_in_place(pipeline, "ner", "dateline_entities", _Decoder)


def _has_known_moves(recogniser: Any) -> bool:
    moves = _moves_of(recogniser)
    return all(move[:2] in {"B-", "I-", "L-", "U-"} or move == "O" for move in moves)


def _moves_of(recogniser: Any) -> list[str]:
    """Return the moves in the order of the network's output: “B-ORG”, …, “U-” (never), “O”."""
    moves = recogniser.moves
    return [moves.get_class_name(number) for number in range(moves.n_moves)]


def _largest_piece(unmaxed: Any) -> Any:
    """Return the maximum over the last axis, which is short: one pass over the rest for each."""
    best = unmaxed[..., 0]
    for piece in range(1, unmaxed.shape[-1]):
        best = np.maximum(best, unmaxed[..., piece])
    return best


class _Decoder:
    """
    Decides B, I, L, U and O as `spacy/pipeline/_parser_internals/ner.pyx` does without presets.

    An entity neither begins on white space nor goes on over the start of a sentence; whatever is
    open is closed by its own label.
    """

    def __init__(self, recogniser: Any) -> None:
        self._tokens, self._lower, upper = recogniser.model.layers
        self._weights = upper.get_param("W")
        self._bias = upper.get_param("b")
        self._lower_bias = self._lower.get_param("b")
        moves = _moves_of(recogniser)
        self._moves = moves
        self._out = moves.index("O")
        numbers = {move: number for number, move in enumerate(moves)}
        # For a move that begins an entity: those that go on with it and that end it.
        self._inner = np.array([numbers.get(f"I-{move[2:]}", 0) for move in moves])
        self._last = np.array([numbers.get(f"L-{move[2:]}", 0) for move in moves])
        self._begins = np.array([move.startswith("B-") and len(move) > 2 for move in moves])
        units = np.array([move.startswith("U-") and len(move) > 2 for move in moves])
        self._starts = self._begins | units
        self._never = ~(self._starts | (np.arange(len(moves)) == self._out))

    def __call__(self, doc: Doc) -> Doc:
        self._find([doc])
        return doc

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 8) -> Iterator[Doc]:
        """Yield the documents in order, so many looked through side by side."""
        waiting = iter(docs)
        while together := list(itertools.islice(waiting, batch_size)):
            self._find(together)
            yield from together

    def _find(self, batch: list[Doc]) -> None:
        from spacy.tokens import Span

        docs = [doc for doc in batch if len(doc)]
        if not docs:
            return
        # Its first row stands for a token that is not there.
        cached = self._lower.predict(self._tokens.predict(docs))
        is_last = np.concatenate([_is_last(doc) for doc in docs])
        is_space = np.concatenate([doc.to_array("IS_SPACE") for doc in docs])
        found = self._decode(cached, is_last, is_space)
        first = 0
        for doc in docs:
            spans = []
            while found and found[0][0] < first + len(doc):
                start, end, label = found.popleft()
                spans.append(Span(doc, start - first, end - first, label=label))
            doc.set_ents(spans, default="outside")
            first += len(doc)

    def _decode(self, cached: Any, is_last: Any, is_space: Any) -> deque[tuple[int, int, str]]:
        """Return first token, one past the last, and label of each entity of all documents."""
        closed = self._closed(cached, is_last, is_space)
        begins = np.flatnonzero(self._begins[closed])
        ends = dict(zip(begins.tolist(), self._ends(begins, closed, cached, is_last), strict=True))
        found: deque[tuple[int, int, str]] = deque()
        free = 0
        for begin in np.flatnonzero(closed != self._out).tolist():
            if begin >= free:
                free = ends.get(begin, begin + 1)
                found.append((begin, free, self._moves[closed[begin]][2:]))
        return found

    def _closed(self, cached: Any, is_last: Any, is_space: Any) -> Any:
        """Return the move of every token as if no entity were open at it."""
        unmaxed = cached[1:, 0] + cached[0, 1] + cached[0, 2] + self._lower_bias
        scores = _largest_piece(unmaxed) @ self._weights.T + self._bias
        scores[:, self._never] = -np.inf
        scores[np.ix_(np.flatnonzero(is_last), np.flatnonzero(self._begins))] = -np.inf
        scores[np.ix_(np.flatnonzero(is_space), np.flatnonzero(self._starts))] = -np.inf
        return scores.argmax(axis=1)

    def _ends(self, begins: Any, closed: Any, cached: Any, is_last: Any) -> list[int]:
        """Return one past the last token of the entities that begin at these, a step for all."""
        inner, last = self._inner[closed[begins]], self._last[closed[begins]]
        at = begins + 1
        running = np.flatnonzero(~is_last[at])
        while len(running):
            first, here = begins[running], at[running]
            unmaxed = cached[here + 1, 0] + cached[first + 1, 1] + cached[here, 2]
            scores = _largest_piece(unmaxed + self._lower_bias) @ self._weights.T + self._bias
            rows = np.arange(len(running))
            goes_on = scores[rows, inner[running]] - scores[rows, last[running]]
            # Of two moves that score alike the first one is taken.
            running = running[(goes_on > 0) | ((goes_on == 0) & (inner < last)[running])]
            at[running] += 1
            running = running[~is_last[at[running]]]
        ends: list[int] = (at + 1).tolist()
        return ends


def _is_last(doc: Doc) -> Any:
    """Say of each token whether a sentence, or the document, ends with it."""
    return np.append(doc.to_array("SENT_START")[1:] == 1, True)
