"""How quicker pipes of the same decisions take the place of spaCy's, and which build they know."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language


def is_known_network(pipe: Any, features: int) -> bool:
    """
    Say whether a transition pipe has the network and the greedy search of spaCy 3.8's own models.

    Args:
        pipe: spaCy's parser or entity recogniser.
        features: How many tokens a state looks at.
    """
    model = pipe.model
    return (
        len(model.layers) == 3
        and model.attrs.get("has_upper") is True
        and not model.attrs.get("unseen_classes")
        and model.layers[1].get_dim("nF") == features
        and model.layers[1].get_dim("nP") >= 2
        and pipe.cfg.get("beam_width", 1) == 1
    )


def put_in_place(pipeline: Language, of: str, name: str, made_from: Callable[[Any], Any]) -> None:
    """
    Let a pipe of the same decisions run instead of one of spaCy's.

    Args:
        pipeline: The loaded model.
        of: The name of spaCy's pipe, which stays, disabled: the new one asks it.
        name: Of the new pipe.
        made_from: Makes it from spaCy's.
    """
    from spacy.language import Language

    def make(nlp: Language, name: str, source: str) -> Any:  # noqa: ARG001
        return made_from(nlp.get_pipe(source))

    if not Language.has_factory(name):
        Language.factory(name, func=make)
    pipeline.add_pipe(name, after=of, config={"source": of})
    pipeline.disable_pipe(of)
