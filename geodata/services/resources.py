"""What extraction needs besides the article."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from geodata.gazetteer import Gazetteer
from geodata.language import LanguageModel
from geodata.services.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Resources:
    """
    The gazetteer and the language model.

    Both open at their first use and pickle by name, so that a process pool can carry them.

    Args:
        gazetteer: Places.
        language: Words and sentences.
        shelf: Where what was read is kept, or None to read everything anew.
    """

    gazetteer: Gazetteer
    language: LanguageModel
    shelf: Shelf | None = None


def default_resources(kept_in: Path | None = None) -> Resources:
    """
    Return the resources that come with the program.

    Args:
        kept_in: Folder in which what was read is kept for the next time; None keeps nothing.
    """
    return Resources(Gazetteer(), LanguageModel(), Shelf(kept_in) if kept_in else None)
