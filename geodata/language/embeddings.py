"""Word embeddings that are worked out once a word, not once an occurrence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from geodata.language.kinds import kinds_of

if TYPE_CHECKING:
    from spacy.language import Language
    from thinc.api import Model

# At 96 floats a word this bounds the memory of one table to some 15 MB.
_WORDS_MAX = 40_000


def share_embeddings(pipeline: Language) -> None:
    """
    Let every token-to-vector layer of a pipeline keep what it has worked out for a word.

    spaCy's embedding of a token is a function of a few features of the word alone (norm, prefix,
    suffix, shape); what surrounds it comes in by the layer after. Where a pipeline is built in
    another way it is left as it is.
    """
    for _, component in pipeline.pipeline:
        model: Any = getattr(component, "model", None)
        layers = list(model.walk()) if model is not None else []
        for layer in layers:
            if _is_word_embedding(layer):
                _replace(model, layer)


def _is_word_embedding(layer: Model[Any, Any]) -> bool:
    names = [inner.name.split("(")[0] for inner in layer.layers]
    return len(names) == 5 and names[:2] == ["extract_features", "list2ragged"]


def _replace(model: Model[Any, Any], former: Model[Any, Any]) -> None:
    table = _Table(former)
    for parent in list(model.walk()):
        for place, child in enumerate(parent.layers):
            if child is former:
                parent.layers[place] = table.as_layer()


class _Table:
    """The rows that a layer has worked out, by the features of the word."""

    def __init__(self, layer: Model[Any, Any]) -> None:
        extract, _, hashed, mixed, _ = layer.layers
        self._layer = layer
        self._columns = extract.attrs["columns"]
        self._steps = (hashed, mixed)
        self._places: dict[bytes, int] = {}
        self._rows = np.zeros((0, 0), dtype="float32")

    def as_layer(self) -> Model[Any, Any]:
        from thinc.api import Model

        return Model("kept_embeddings", self._forward, layers=[self._layer], dims={"nO": None})

    def _forward(self, _model: object, docs: Any, is_train: bool) -> tuple[Any, Any]:  # noqa: ARG002
        return [self._vectors(doc) for doc in docs], _no_training

    def _vectors(self, doc: Any) -> Any:
        features = doc.to_array(self._columns)
        if features.ndim == 1:
            features = features.reshape((-1, len(self._columns)))
        keys = kinds_of(features)
        if len(self._places) > _WORDS_MAX:
            self._places, self._rows = {}, self._rows[:0]
        new: dict[bytes, int] = {}
        for number, key in enumerate(keys):
            if key not in self._places and key not in new:
                new[key] = number
        if new:
            self._add(new, features[list(new.values())])
        return self._rows.take([self._places[key] for key in keys], axis=0)

    def _add(self, new: dict[bytes, int], features: Any) -> None:
        hashed, mixed = self._steps
        rows = mixed.predict(hashed.predict(features))
        known = len(self._places)
        if known + len(rows) > len(self._rows):
            grown = np.zeros((2 * known + len(rows) + 1024, rows.shape[1]), dtype="float32")
            if known:
                grown[:known] = self._rows[:known]
            self._rows = grown
        self._rows[known : known + len(rows)] = rows
        self._places.update(zip(new, range(known, known + len(rows)), strict=True))


def _no_training(_gradient: object) -> object:
    raise NotImplementedError("the pipeline is only read with")
