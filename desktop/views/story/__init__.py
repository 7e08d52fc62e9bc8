"""The story panel: bookmarks, and the caption of the chosen one with what it cites."""

from desktop.views.story.panel import StoryPanel

__all__ = ["StoryPanel"]
