"""Named entities: spaCy's greedy decoding, with all tokens outside an entity decided at once."""

from __future__ import annotations

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
        moves = _moves_of(recogniser)
        self._moves = moves
        self._out = moves.index("O")
        self._numbers = {move: number for number, move in enumerate(moves)}
        self._begins = np.array([move.startswith("B-") and len(move) > 2 for move in moves])
        units = np.array([move.startswith("U-") and len(move) > 2 for move in moves])
        self._starts = self._begins | units
        self._never = ~(self._starts | (np.arange(len(moves)) == self._out))

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc):
            return doc
        from spacy.tokens import Span

        # Its first row stands for a token that is not there.
        cached = self._lower.predict(self._tokens.predict([doc]))
        bias = self._lower.get_param("b")
        is_start = np.append(doc.to_array("SENT_START")[1:] == 1, True)
        spans = []
        for start, end, label in self._decode(doc, cached, bias, is_start):
            spans.append(Span(doc, start, end, label=label))
        doc.set_ents(spans, default="outside")
        return doc

    def _decode(self, doc: Doc, cached: Any, bias: Any, is_last: Any) -> list[Any]:
        closed = self._closed(doc, cached, bias, is_last)
        found, free = [], 0
        for begin in np.flatnonzero(closed != self._out).tolist():
            if begin < free:
                continue
            move = self._moves[closed[begin]]
            end = begin + 1
            if move[0] == "B":
                end = self._end_of(begin, move[2:], cached, bias, is_last)
            found.append((begin, end, move[2:]))
            free = end
        return found

    def _closed(self, doc: Doc, cached: Any, bias: Any, is_last: Any) -> Any:
        """Return the move of every token as if no entity were open at it."""
        unmaxed = cached[1:, 0] + cached[0, 1] + cached[0, 2] + bias
        scores = _largest_piece(unmaxed) @ self._weights.T + self._bias
        scores[:, self._never] = -np.inf
        scores[np.ix_(np.flatnonzero(is_last), np.flatnonzero(self._begins))] = -np.inf
        spaces = np.flatnonzero(doc.to_array("IS_SPACE"))
        scores[np.ix_(spaces, np.flatnonzero(self._starts))] = -np.inf
        return scores.argmax(axis=1)

    def _end_of(self, begin: int, label: str, cached: Any, bias: Any, is_last: Any) -> int:
        """Return the end of an entity that begins at a token, exclusive."""
        inner, last = self._numbers[f"I-{label}"], self._numbers[f"L-{label}"]
        first, second = sorted((inner, last))
        weights = self._weights[[first, second]]
        biases = self._bias[[first, second]]
        at = begin + 1
        while not is_last[at]:
            unmaxed = cached[at + 1, 0] + cached[begin + 1, 1] + cached[at, 2] + bias
            scores = weights @ unmaxed.max(axis=1) + biases
            if (first if scores[0] >= scores[1] else second) == last:
                break
            at += 1
        return at + 1
