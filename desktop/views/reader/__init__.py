"""The reader: an article with its marks."""

from desktop.views.reader.article_text import Marking
from desktop.views.reader.panel import ReaderPanel

__all__ = ["Marking", "ReaderPanel"]
