"""Text -> tokens, tags, dependencies and entities, by spaCy; plain objects are what others see."""

from geodata.language.detection import foreign_language
from geodata.language.model import LanguageModel

__all__ = ["LanguageModel", "foreign_language"]
