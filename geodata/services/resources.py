"""What extraction needs besides the article."""

from __future__ import annotations

from dataclasses import dataclass

from geodata.gazetteer import Gazetteer
from geodata.language import LanguageModel


@dataclass(frozen=True, slots=True)
class Resources:
    """
    The gazetteer and the language model.

    Both open at their first use and pickle by name, so that a process pool can carry them.
    """

    gazetteer: Gazetteer
    language: LanguageModel


def default_resources() -> Resources:
    """Return the resources that come with the program."""
    return Resources(Gazetteer(), LanguageModel())
