"""Text -> tokens, tags, dependencies and entities, by spaCy."""

from geodata.language.model import LanguageModel

__all__ = ["LanguageModel"]
