"""The reader: an article with its marks."""

from desktop.views.reader.panel import ReaderPanel

__all__ = ["ReaderPanel"]
