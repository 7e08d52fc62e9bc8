"""Dependencies: spaCy's greedy decoding, with many stretches of text decided side by side."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np

from geodata.language.replacing import is_known_network, put_in_place

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_FEATURES = 8
# The columns of a state's features: what comes next, and what was put aside last.
_NEXT, _LAST = 0, 2
# Shorter stretches are not worth a state of their own, and more of them in one article would
# take memory that grows with the square of its length.
_TOKENS_MIN = 16
_STRETCHES_MAX = 64
_BREAK = "B-ROOT"


def hasten_dependencies(pipeline: Language) -> None:
    """
    Put a decoder of the same decisions in the place of spaCy's parser.

    The compiled one of spaCy 3.8 takes the interpreter's lock at every sum, which costs more than
    the sums. Network, weights, states and the rules of what may follow are spaCy's own; here all
    states that are under way are scored in one product. A parser of another build is kept.
    """
    parser: Any = pipeline.get_pipe("parser")
    if is_known_network(parser, _FEATURES) and _BREAK in parser.move_names:
        put_in_place(pipeline, "parser", "dateline_dependencies", _Decoder)


@dataclass(slots=True)
class _Stretch:
    """
    What begins a paragraph and ends with one, and how far it is parsed.

    Args:
        state: spaCy's state, which stands at the first token with nothing put aside.
        end: The first token after it, counted through all articles of the batch.
        next: The stretch after it in the same article.
        may_break: Whether a sentence may start at the second token, before anything is decided.
        is_taken: Whether the one before went on through this one.
    """

    state: Any
    end: int
    next: _Stretch | None
    may_break: bool
    is_taken: bool = False


class _Decoder:
    """
    Decides as `spacy/pipeline/transition_parser.pyx` does without a beam.

    Where a sentence must start nothing put aside can outlast it, and what comes after is parsed
    as if nothing had been before: so an article is cut there, and its stretches go side by side.
    """

    def __init__(self, parser: Any) -> None:
        self._parser = parser
        self._tokens, lower, upper = parser.model.layers
        self._pieces, self._hidden = lower.get_dim("nP"), lower.get_dim("nO")
        # The pieces of a maxout beside one another, so that its maximum is one pass.
        self._features = self._beside(lower.get_param("W")).reshape(-1, lower.get_dim("nI"))
        self._padding = self._beside(lower.get_param("pad")[0]).reshape(-1)
        self._bias = self._beside(lower.get_param("b")).reshape(-1)
        self._weights, self._upper_bias = upper.get_param("W"), upper.get_param("b")

    def _beside(self, numbers: Any) -> Any:
        """Return weights with (hidden, pieces) swapped, wherever these two axes stand."""
        axis = next(
            at
            for at in range(numbers.ndim - 1)
            if numbers.shape[at : at + 2] == (self._hidden, self._pieces)
        )
        return np.ascontiguousarray(np.swapaxes(numbers, axis, axis + 1))

    def __call__(self, doc: Doc) -> Doc:
        self._parse([doc])
        return doc

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 8) -> Iterator[Doc]:
        """Yield the documents in order, so many parsed side by side."""
        waiting = iter(docs)
        while together := list(itertools.islice(waiting, batch_size)):
            self._parse(together)
            yield from together

    def _parse(self, batch: list[Doc]) -> None:
        docs = [doc for doc in batch if len(doc)]
        if not docs:
            return
        cut: list[list[_Stretch]] = []
        offset = 0
        for doc in docs:
            cut.append(self._stretches(doc, offset))
            offset += len(doc)
        self._decide([one for stretches in cut for one in stretches], self._summands(docs))
        states = [self._joined(doc, own) for doc, own in zip(docs, cut, strict=True)]
        self._parser.set_annotations(docs, states)

    def _summands(self, docs: list[Doc]) -> Any:
        """Return for each token what it adds as each of the features; row 0 for none."""
        tokens = self._tokens.predict(docs)
        found = np.empty((len(tokens) + 1, len(self._padding)), dtype=tokens.dtype)
        found[0] = self._padding
        np.matmul(tokens, self._features.T, out=found[1:])
        return found.reshape(-1, self._pieces * self._hidden)

    def _stretches(self, doc: Doc, offset: int) -> list[_Stretch]:
        from spacy.pipeline._parser_internals.stateclass import StateClass

        shortest = max(_TOKENS_MIN, len(doc) // _STRETCHES_MAX)
        starts = [0]
        for start in np.flatnonzero(doc.to_array("SENT_START") == 1).tolist():
            if start - starts[-1] >= shortest:
                starts.append(start)
        at, walking, states = 0, StateClass(doc, offset=offset), []
        for start in starts:
            for _ in range(at, start):
                walking.push()
                walking.pop()
            at = start
            state = StateClass(doc, offset=offset)
            state.clone(walking)
            states.append(state)
        stretches: list[_Stretch] = []
        end, following = len(doc), None
        for start, state in zip(reversed(starts), reversed(states), strict=True):
            following = _Stretch(state, offset + end, following, self._may_break(state))
            stretches.append(following)
            end = start
        return stretches[::-1]

    def _may_break(self, state: Any) -> bool:
        return bool(self._parser.moves.is_valid(state, _BREAK))

    def _decide(self, running: list[_Stretch], summands: Any) -> None:
        """Take the best move of every state until each has come to its end."""
        from spacy.ml.parser_model import ParserStepModel

        shape = SimpleNamespace(state2vec=SimpleNamespace(nF=_FEATURES))
        nth = np.arange(_FEATURES)
        ends = np.array([stretch.end for stretch in running])
        while running:
            states = [stretch.state for stretch in running]
            tokens = ParserStepModel.get_token_ids(shape, states)
            at_end = np.flatnonzero((tokens[:, _NEXT] == ends) & (tokens[:, _LAST] < 0))
            done = {at for at in at_end.tolist() if not self._goes_on(running[at])}
            if len(at_end):
                kept = [at for at in range(len(running)) if at not in done]
                running, tokens = [running[at] for at in kept], tokens[kept]
                states = [stretch.state for stretch in running]
                ends = np.array([stretch.end for stretch in running])
                if not running:
                    break
            rows = summands.take((tokens + 1) * _FEATURES + nth, axis=0)
            scores = self._scores(rows.sum(axis=1))
            if len(self._parser.transition_states(states, scores)) < len(states):
                running = [stretch for stretch in running if not stretch.state.is_final()]
                ends = np.array([stretch.end for stretch in running])

    def _scores(self, summed: Any) -> Any:
        summed += self._bias
        best = summed[:, : self._hidden]
        for piece in range(1, self._pieces):
            begin = piece * self._hidden
            best = np.maximum(best, summed[:, begin : begin + self._hidden])
        scores = best @ self._weights.T
        scores += self._upper_bias
        return scores

    def _goes_on(self, stretch: _Stretch) -> bool:
        """
        Say whether a stretch that is at its end is to be parsed on through the one after it.

        It is where it started a sentence beyond its end, which the next one does not know of.
        """
        after = stretch.next
        if after is None or stretch.is_taken:
            return False
        if self._may_break(stretch.state) == after.may_break:
            return False
        after.is_taken = True
        stretch.end, stretch.next = after.end, after.next
        return True

    def _joined(self, doc: Doc, stretches: list[_Stretch]) -> Any:
        """Return one state with the arcs of all stretches of an article."""
        first, *others = [stretch.state for stretch in stretches if not stretch.is_taken]
        children = [arc["child"] for arc in first.arcs]
        for state in others:
            for arc in state.arcs:
                child = arc["child"]
                children.append(child)
                first.add_arc(arc["head"], child, arc["label"])
        if len(set(children)) < len(children):
            # spaCy keeps some arcs that were taken back; which one counts hangs on its tables.
            return self._parser.predict([doc])[0]
        return first
