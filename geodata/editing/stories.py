"""A story -> the story after one step; the bookmarks themselves are never changed."""

from __future__ import annotations

from geodata.domain.stories import Bookmark, BookmarkId, Story


def with_bookmark(story: Story, bookmark: Bookmark, *, after: BookmarkId | None = None) -> Story:
    """
    Return the story with one bookmark more.

    Args:
        story: As it is.
        bookmark: The new one.
        after: The one that it follows; None, or one that is not there: at the end.
    """
    at = next((n for n, one in enumerate(story, start=1) if one.id == after), len(story))
    return (*story[:at], bookmark, *story[at:])


def with_change(story: Story, bookmark: Bookmark) -> Story:
    """Return the story with the bookmark of the same id replaced."""
    return tuple(bookmark if one.id == bookmark.id else one for one in story)


def without_bookmark(story: Story, bookmark_id: BookmarkId) -> Story:
    """Return the story without a bookmark."""
    return tuple(one for one in story if one.id != bookmark_id)


def moved_to(story: Story, bookmark_id: BookmarkId, place: int) -> Story:
    """Return the story with a bookmark at another place, counted from 0 without it."""
    rest = without_bookmark(story, bookmark_id)
    moved = [one for one in story if one.id == bookmark_id]
    at = max(0, min(place, len(rest)))
    return (*rest[:at], *moved, *rest[at:])
