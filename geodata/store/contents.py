"""What a project file holds: what was read, what a person decided, and how it was looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from geodata.domain.documents import DocumentId
from geodata.domain.edits import Edit
from geodata.domain.extractions import Extraction
from geodata.domain.stories import Story


@dataclass(frozen=True, slots=True)
class SavedView:
    """
    How the map was looked at.

    Args:
        on: The day shown, or None for the default.
        known_by: Sources up to this day, or None for all.
        hidden: Names of the layers that are off.
    """

    on: date | None = None
    known_by: date | None = None
    hidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedProject:
    """
    All that cannot be computed again.

    Args:
        title: What the project is called.
        extractions: The articles as they were read, in the order of opening, without any edit.
        edits: What a person decided, oldest first.
        muted: Articles that are left out for now.
        view: How it was looked at.
        story: Bookmarks of the map, in order.
    """

    title: str
    extractions: tuple[Extraction, ...] = ()
    edits: tuple[Edit, ...] = ()
    muted: frozenset[DocumentId] = frozenset()
    view: SavedView = field(default_factory=SavedView)
    story: Story = ()
