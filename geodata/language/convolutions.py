"""What surrounds a word: the convolutions of spaCy's networks, with less work around the products."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from thinc.api import Model

_PARTS = ["expand_window", "maxout", "layernorm", "dropout"]
_PIECES = 3
# So many rows of three words' vectors and their products stay in the cache of one core.
_ROWS = 256
_LEAST = 1e-08  # what thinc adds to a variance


def hasten_convolutions(pipeline: Language) -> None:
    """
    Let the convolutions of a pipeline's networks be worked out in a few passes over the memory.

    The weights, the products and the order of the sums are those of thinc's layers
    `expand_window >> maxout >> layernorm` with what goes in added; only what training needs is
    not noted down, and the pieces of a maxout stand beside one another. Networks of another
    build are left as they are.
    """
    for _, component in pipeline.pipeline:
        model: Any = getattr(component, "model", None)
        for layer in list(model.walk()) if model is not None else []:
            if layer.name.startswith("with_array(residual(") and layer.layers:
                _replace(layer)


def _replace(layer: Model[Any, Any]) -> None:
    from thinc.api import Model

    former = layer.layers[0]
    blocks = former.layers if former.name.count("residual(") > 1 else [former]
    steps = [_step_of(block) for block in blocks]
    known = [step for step in steps if step is not None]
    if len(known) == len(steps):
        forward = _Forward(known)
        layer.layers[0] = Model("quick_convolutions", forward, layers=[former], dims={"nO": None})


class _Step(NamedTuple):
    """The numbers of one convolution; rows of weights of each piece of the maxout in turn."""

    weights: Any
    bias: Any
    scale: Any
    shift: Any


def _step_of(block: Model[Any, Any]) -> _Step | None:
    parts = [part for part in block.walk(order="dfs_pre") if not part.layers]
    if not block.name.startswith("residual(") or [part.name for part in parts] != _PARTS:
        return None
    window, maxout, norm, _ = parts
    if window.attrs.get("window_size") != 1 or maxout.get_dim("nP") != _PIECES:
        return None
    given: Any = maxout.get_param("W")
    weights = np.ascontiguousarray(given.transpose(1, 0, 2))
    return _Step(
        weights.reshape(-1, weights.shape[2]),
        np.ascontiguousarray(maxout.get_param("b").T).reshape(-1),
        norm.get_param("G"),
        norm.get_param("b"),
    )


class _Forward:
    """Convolutions one after the other."""

    def __init__(self, steps: list[_Step]) -> None:
        self._steps = steps

    def __call__(self, _model: object, rows: Any, is_train: bool) -> tuple[Any, Any]:  # noqa: ARG002
        for step in self._steps:
            rows = _convolved(rows, step)
        return rows, _no_training


def _convolved(rows: Any, step: _Step) -> Any:
    number, width = rows.shape
    padded = np.zeros((number + 2, width), dtype=rows.dtype)
    padded[1:-1] = rows
    # Each row with the one before and the one after it is one stretch of the memory.
    windows = np.lib.stride_tricks.as_strided(
        padded, (number, 3 * width), padded.strides, writeable=False
    )
    found = np.empty_like(rows)
    for first in range(0, number, _ROWS):
        last = min(first + _ROWS, number)
        pieces = windows[first:last] @ step.weights.T
        pieces += step.bias
        best = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
        np.maximum(best, pieces[:, 2 * width :], out=best)
        best -= np.add.reduce(best, axis=1, keepdims=True) / width
        variance = np.add.reduce(np.square(best), axis=1, keepdims=True) / width + _LEAST
        best *= variance ** (-1.0 / 2.0)
        best *= step.scale
        best += step.shift
        np.add(rows[first:last], best, out=found[first:last])
    return found


def _no_training(_gradient: object) -> object:
    raise NotImplementedError("the pipeline is only read with")
