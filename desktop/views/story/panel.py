"""The story panel: the list of bookmarks, and below it the words of the chosen one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.models.story_model import BookmarkRole, StoryModel
from desktop.settings.theme import Theme
from desktop.views.hint import Hint
from desktop.views.story.caption import CaptionEdit
from desktop.views.story.citations import CitationList
from desktop.views.story.delegate import BookmarkDelegate
from geodata.domain.claims import ClaimId
from geodata.domain.stories import Bookmark, Caption, Story

if TYPE_CHECKING:
    from geodata.services import Cited

_WHAT_TO_DO = (
    "Go to a date, move the map to where it matters, and press B: the bookmark keeps date, "
    "place, layers and muted sources. Then write what it shows and cite the claims it rests on."
)


class StoryPanel(QWidget):
    """
    Lists bookmarks and edits the chosen one; it changes nothing itself, and asks.

    Args:
        theme: Colours, fonts, sizes.
        parent: Owner.
    """

    add_asked = Signal()
    chosen = Signal(str)  # BookmarkId: go there
    update_asked = Signal(str)
    retitled = Signal(str, str)
    captioned = Signal(str, object)  # BookmarkId, Caption
    move_asked = Signal(str, int)  # BookmarkId, place counted without it
    remove_asked = Signal(str)
    cite_asked = Signal()
    claim_clicked = Signal(str)  # ClaimId

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: Bookmark | None = None
        self._cited: Mapping[ClaimId, Cited] = {}
        self._model = StoryModel(self)
        self._list = BookmarkList(theme, self._model)
        self._is_led = False  # whether the row is chosen for the person, who then goes nowhere
        self._title, self._caption = QLineEdit(), CaptionEdit(theme)
        self._citations = CitationList(theme)
        self._hint = Hint(theme, "bookmark-outline", "No story yet", _WHAT_TO_DO)
        self._buttons = self._make_buttons()
        self._lay_out()
        self._join()
        theme.changed.connect(self._colour)
        self._colour()
        self._show(None)

    @property
    def current(self) -> Bookmark | None:
        """The chosen bookmark, or None."""
        return self._model.bookmark(self._list.currentIndex().row())

    @property
    def caption(self) -> CaptionEdit:
        """The editor of the chosen one's caption."""
        return self._caption

    @property
    def heading(self) -> str:
        """What stands in the field of the heading."""
        return self._title.text()

    def focus_list(self) -> None:
        """Let the keys go to the list of bookmarks."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_story(self, story: Story, cited: Sequence[Cited]) -> None:
        """
        Show another story; the chosen bookmark stays chosen where it is still there.

        Args:
            story: Its bookmarks.
            cited: All that they cite, as it stands.
        """
        current, row = self.current, self._list.currentIndex().row()
        self._cited = {one.claim_id: one for one in cited}
        troubles = {one.claim_id: one.trouble for one in cited if one.trouble}
        self._model.set_story(story, troubles)
        at = self._model.row_of(current.id) if current else None
        self.choose_row(min(row, len(story) - 1) if at is None else at)
        self._stack.setCurrentIndex(1 if story else 0)

    def choose_row(self, row: int) -> None:
        """Choose a bookmark by its place, without going there."""
        # Of an emptied list no row was chosen: when it fills again, its first is.
        row = max(0, row)
        if row != self._list.currentIndex().row():
            self._is_led = True
            self._list.setCurrentIndex(self._model.index(row))
            self._is_led = False
        self._show(self.current)

    def choose(self, bookmark_id: str) -> None:
        """Choose a bookmark, without going there."""
        row = self._model.row_of(bookmark_id)
        if row is not None:
            self.choose_row(row)

    def step(self, way: int) -> None:
        """Go to the next bookmark, or the one before; at the ends nothing happens."""
        row = self._list.currentIndex().row() + way
        bookmark = self._model.bookmark(row)
        if bookmark is not None:
            self.choose_row(row)
            self.chosen.emit(bookmark.id)

    def shift(self, way: int) -> None:
        """Ask to move the chosen bookmark towards the end, or the start."""
        row = self._list.currentIndex().row()
        bookmark = self.current
        if bookmark is not None and self._model.bookmark(row + way) is not None:
            self.move_asked.emit(bookmark.id, row + way)

    def update_current(self) -> None:
        """Ask to take the present view for the chosen bookmark."""
        if self.current is not None:
            self.update_asked.emit(self.current.id)

    def remove_current(self) -> None:
        """Ask to delete the chosen bookmark."""
        if self.current is not None:
            self.remove_asked.emit(self.current.id)

    def rename(self) -> None:
        """Let the heading be typed."""
        if self.current is not None:
            self._title.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._title.selectAll()

    def cite(self, claim_id: ClaimId) -> None:
        """Cite a claim in the caption of the chosen bookmark, where the cursor stands."""
        if self.current is not None:
            self._caption.cite(claim_id)

    def tell_typed(self) -> None:
        """Tell what was typed and not told yet."""
        self._on_titled()
        self._caption.tell()

    def _make_buttons(self) -> dict[str, QToolButton]:
        made = {}
        for name, icon, words, do in (
            ("update", "refresh", "Update to this view (Shift+B)", self.update_current),
            ("up", "arrow-up", "Move up (Alt+Up in the list)", lambda: self.shift(-1)),
            ("down", "arrow-down", "Move down (Alt+Down in the list)", lambda: self.shift(1)),
            ("remove", "delete-outline", "Delete (Del in the list)", self.remove_current),
        ):
            button = QToolButton()
            button.setToolTip(words)
            button.setAccessibleName(words.partition(" (")[0])
            button.setProperty("icon-name", icon)
            button.clicked.connect(do)
            made[name] = button
        return made

    def _lay_out(self) -> None:
        add = QPushButton("Add this view")
        add.setToolTip("Add what the map shows as a bookmark (B)")
        add.clicked.connect(self.add_asked)
        verbs = QHBoxLayout()
        verbs.setContentsMargins(10, 8, 10, 8)
        verbs.setSpacing(4)
        verbs.addWidget(add)
        verbs.addStretch(1)
        for button in self._buttons.values():
            verbs.addWidget(button)
        cite = QPushButton("Cite the selected claim")
        cite.setToolTip(
            "Put the claim that is selected in the table into the caption (Ctrl+Shift+C)"
        )
        cite.clicked.connect(self.cite_asked)
        self._title.setAccessibleName("Heading of the bookmark")
        self._title.setPlaceholderText("Heading")
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._caption, 3)
        column.addWidget(cite, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._citations, 2)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(4)
        self._list.setMinimumHeight(2 * self._theme.tokens.size.source_row)
        split.addWidget(self._list)
        split.addWidget(words)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        stack = QWidget()
        self._stack = QStackedLayout(stack)
        self._stack.addWidget(self._hint)
        self._stack.addWidget(split)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(verbs)
        rows.addWidget(stack, 1)

    def _join(self) -> None:
        self._list.selectionModel().currentRowChanged.connect(self._on_current)
        self._list.clicked.connect(self._on_clicked)
        self._list.activated.connect(self._on_clicked)
        self._list.shift_asked.connect(self.shift)
        self._list.rename_asked.connect(self.rename)
        self._list.remove_asked.connect(self.remove_current)
        self._model.move_asked.connect(self.move_asked)
        self._title.editingFinished.connect(self._on_titled)
        self._caption.changed.connect(self._on_captioned)
        self._citations.claim_clicked.connect(self.claim_clicked)

    def _show(self, bookmark: Bookmark | None) -> None:
        before, self._shown = self._shown, bookmark
        for button in self._buttons.values():
            button.setEnabled(bookmark is not None)
        for field in (self._title, self._caption):
            field.setEnabled(bookmark is not None)
        if bookmark is None:
            # Words of a bookmark that is gone would be taken for those of the next.
            self._title.clear()
            self._caption.set_caption(Caption())
            self._citations.setVisible(False)
            return
        if before is None or (before.id, before.title) != (bookmark.id, bookmark.title):
            self._title.setText(bookmark.title)
        self._caption.set_cited(self._cited)
        self._caption.set_caption(bookmark.caption)
        numbers = {one: self._cited[one] for one in bookmark.caption.cited if one in self._cited}
        self._citations.set_cited(sorted(numbers.values(), key=lambda one: one.number))
        self._citations.setVisible(bool(numbers))

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        # What was typed belongs to the one that is left.
        self.tell_typed()
        self._show(self._model.bookmark(index.row()))
        if self._list.hasFocus() and index.isValid() and not self._is_led:
            self.chosen.emit(index.data(BookmarkRole.BOOKMARK_ID))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(BookmarkRole.BOOKMARK_ID))

    def _on_titled(self) -> None:
        shown, title = self._shown, self._title.text().strip()
        if shown is not None and title and title != shown.title:
            self.retitled.emit(shown.id, title)

    def _on_captioned(self, caption: object) -> None:
        if self._shown is not None:
            self.captioned.emit(self._shown.id, caption)

    def _colour(self) -> None:
        for button in self._buttons.values():
            button.setIcon(self._theme.icon(button.property("icon-name")))


class BookmarkList(QListView):
    """
    The list itself: keys Alt+Up and Alt+Down, F2 and Delete; rows are dragged to another place.

    Args:
        theme: Colours, fonts, sizes.
        model: The story.
        parent: Owner.
    """

    shift_asked = Signal(int)
    rename_asked = Signal()
    remove_asked = Signal()

    def __init__(self, theme: Theme, model: StoryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(BookmarkDelegate(theme, self))
        self.setAccessibleName("Bookmarks of the story")
        self.setAccessibleDescription(
            "The map follows the chosen bookmark; Alt+Up and Alt+Down move it, F2 renames it, "
            "Delete takes it out of the story"
        )
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setDragDropMode(QListView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        theme.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if is_alt and event.key() in ways:
            self.shift_asked.emit(ways[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_F2:
            self.rename_asked.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)
