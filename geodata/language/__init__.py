"""Text -> tokens, tags, dependencies and entities, by spaCy."""

from geodata.language.detection import foreign_language
from geodata.language.model import LanguageModel

__all__ = ["LanguageModel", "foreign_language"]
