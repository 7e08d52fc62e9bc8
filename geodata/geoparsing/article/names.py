"""A stretch of text that may be a place name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Origin(IntEnum):
    """What proposed a name; the higher wins where two overlap by the same length."""

    ENTITY = 0  # the language model
    CUE = 1  # the words around it: “the village of X”
    GAZETTEER = 2
    FACILITY = 3  # its own words: “Camp X”, “X airport”
    ABBREVIATION = 4


@dataclass(frozen=True, slots=True)
class Name:
    """
    A stretch of text that may be a place name.

    Args:
        start: First character.
        end: One past the last.
        text: The words.
        key: What to look up in the gazetteer.
        inner: A shorter key inside it, for “Karak district”, or empty.
        label: The entity label of the language model, or empty.
        origin: What proposed it.
    """

    start: int
    end: int
    text: str
    key: str
    inner: str = ""
    label: str = ""
    origin: Origin = Origin.GAZETTEER
