"""What was read, and what a person decided about it -> what stands."""

from geodata.editing.applying import apply_edits, edits_for
from geodata.editing.dating import as_dated, lines_around, with_part
from geodata.editing.groups import Groups, groups_of
from geodata.editing.stories import moved_to, with_bookmark, with_change, without_bookmark

__all__ = [
    "Groups",
    "apply_edits",
    "as_dated",
    "edits_for",
    "groups_of",
    "lines_around",
    "moved_to",
    "with_bookmark",
    "with_change",
    "with_part",
    "without_bookmark",
]
