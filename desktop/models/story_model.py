"""The story as a Qt model: bookmarks in order, with the troubles of what they cite."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from desktop.wording.words import plural
from geodata.domain.claims import ClaimId
from geodata.domain.stories import Bookmark, Story
from geodata.written_days import short_day

Index = QModelIndex | QPersistentModelIndex


class BookmarkRole(IntEnum):
    """What the delegate asks for beyond the title."""

    NUMBER = Qt.ItemDataRole.UserRole + 1
    WHEN = Qt.ItemDataRole.UserRole + 2
    TROUBLE = Qt.ItemDataRole.UserRole + 3
    BOOKMARK_ID = Qt.ItemDataRole.UserRole + 4


class StoryModel(QAbstractListModel):
    """
    Bookmarks. A row that is dragged asks to be moved; the story itself changes elsewhere.

    Args:
        parent: Owner.
    """

    move_asked = Signal(str, int)  # BookmarkId, place counted without it

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._story: Story = ()
        self._troubles: Mapping[ClaimId, str] = {}

    def set_story(self, story: Story, troubles: Mapping[ClaimId, str]) -> None:
        """
        Show another story.

        Args:
            story: Its bookmarks.
            troubles: Why nothing may be rested on a cited claim, for those where that is so.
        """
        is_like = [one.id for one in story] == [one.id for one in self._story]
        if not is_like:
            self.beginResetModel()
        self._story, self._troubles = story, troubles
        if not is_like:
            self.endResetModel()
        elif story:
            self.dataChanged.emit(self.index(0), self.index(len(story) - 1))

    def bookmark(self, row: int) -> Bookmark | None:
        """Return the bookmark of a row, or None."""
        return self._story[row] if 0 <= row < len(self._story) else None

    def row_of(self, bookmark_id: str | None) -> int | None:
        """Return the row of a bookmark, or None."""
        return next((n for n, one in enumerate(self._story) if one.id == bookmark_id), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._story)

    def flags(self, index: Index) -> Qt.ItemFlag:
        # Between two bookmarks something may be dropped, on one nothing.
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def moveRows(self, _from: Index, row: int, count: int, _to: Index, before: int) -> bool:
        bookmark = self.bookmark(row)
        if count != 1 or bookmark is None:
            return False
        place = before - 1 if before > row else before
        # Not while the view drops: the story that comes of it resets the rows.
        QTimer.singleShot(0, self, lambda: self.move_asked.emit(bookmark.id, place))
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        bookmark = self.bookmark(index.row())
        if bookmark is None:
            return None
        trouble = self._trouble(bookmark)
        words = {
            int(Qt.ItemDataRole.DisplayRole): bookmark.title or "Without a title",
            BookmarkRole.NUMBER: index.row() + 1,
            BookmarkRole.WHEN: _when(bookmark),
            BookmarkRole.TROUBLE: trouble,
            BookmarkRole.BOOKMARK_ID: bookmark.id,
            int(Qt.ItemDataRole.ToolTipRole): trouble,
        }
        if role == Qt.ItemDataRole.AccessibleTextRole:
            cited = plural(len(bookmark.caption.cited), "citation")
            parts = (f"{index.row() + 1}. {bookmark.title}", _when(bookmark), cited, trouble)
            return ", ".join(part for part in parts if part)
        return words.get(role)

    def _trouble(self, bookmark: Bookmark) -> str:
        found = [self._troubles[one] for one in bookmark.caption.cited if one in self._troubles]
        return " ".join(dict.fromkeys(found))


def _when(bookmark: Bookmark) -> str:
    days, on = bookmark.reach.around(bookmark.on), short_day(bookmark.on)
    if bookmark.reach.is_one_day:
        shown = on
    elif days.start and days.end:
        shown = f"{short_day(days.start)} – {short_day(days.end - timedelta(days=1))}"
    else:
        shown = f"{'from' if days.start else 'up to'} {on}"
    if bookmark.reach.is_one_day and bookmark.known_by == bookmark.on:
        return shown
    return f"{shown}, known by {short_day(bookmark.known_by)}"
