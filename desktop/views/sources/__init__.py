"""The list of sources, and what could not be read."""

from desktop.views.sources.panel import SourcesPanel

__all__ = ["SourcesPanel"]
