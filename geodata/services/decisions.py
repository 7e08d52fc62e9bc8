"""Edits over a whole project, applied only where something changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geodata.domain.edits import Edit
from geodata.domain.extractions import Extraction
from geodata.editing import apply_edits, edits_for


@dataclass(frozen=True, slots=True)
class Standing:
    """
    Articles as read, the decisions on them, and the outcome.

    Args:
        read: The articles as they were read.
        edits: What a person decided, oldest first.
        articles: The articles after the edits, in the order of `read`.
    """

    read: tuple[Extraction, ...]
    edits: tuple[Edit, ...]
    articles: tuple[Extraction, ...]


def standing_articles(
    read: Sequence[Extraction], edits: Sequence[Edit], *, before: Standing | None = None
) -> tuple[Extraction, ...]:
    """
    Return the articles after the edits.

    Args:
        read: The articles as they were read.
        edits: What a person decided, oldest first.
        before: An earlier outcome. An article is taken from there, as the very same object, when
            it was read the same and no edit concerns it that one of the two has and the other
            has not: so one decision among thousands of claims costs one article.
    """
    if before is None:
        return tuple(apply_edits(extraction, edits) for extraction in read)
    shared = shared_start(before.edits, edits)
    differing = (*before.edits[shared:], *edits[shared:])
    known = {id(one): outcome for one, outcome in zip(before.read, before.articles, strict=True)}
    return tuple(
        known[id(extraction)]
        if id(extraction) in known and not edits_for(extraction.document.id, differing)
        else apply_edits(extraction, edits)
        for extraction in read
    )


def shared_start(one: Sequence[Edit], two: Sequence[Edit]) -> int:
    """Return how many edits the two begin with in common, by identity."""
    shared = 0
    for a, b in zip(one, two, strict=False):
        if a is not b:
            break
        shared += 1
    return shared
