"""The list of sources, with solo and mute, and below it what could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QListView, QMenu, QStackedLayout, QVBoxLayout, QWidget

from desktop.models.sources_model import SourceLike, SourceRole, SourcesModel
from desktop.settings.theme import Theme
from desktop.views.hint import Hint
from desktop.views.sources.delegate import SourceDelegate
from desktop.views.sources.failures import FailureList
from geodata.domain.documents import DocumentId
from geodata.errors import DatelineError

_WHAT = (
    "Each article is a source. S (solo) draws the map from this source alone, M (mute) leaves it "
    "out; press again to end it. The keys S and M do the same for the selected source."
)


class SourcesPanel(QWidget):
    """
    Sources and failures.

    Args:
        theme: Colours, fonts, sizes.
        parent: Owner.
    """

    source_selected = Signal(str)  # DocumentId
    muted_changed = Signal(object)  # frozenset[DocumentId]
    edit_asked = Signal(str)  # DocumentId
    remove_asked = Signal(str)  # DocumentId
    reread_asked = Signal(str)  # DocumentId

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SourcesModel(self)
        self._list = SourceList(theme, self._model)
        self._list.setWhatsThis(_WHAT)
        self._failures = FailureList(theme)
        self._hint = Hint(
            theme,
            "newspaper-variant-outline",
            "No articles yet",
            "Each article becomes a source that you can solo or mute.",
        )
        stack = QWidget()
        self._stack = QStackedLayout(stack)
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self._list)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(stack, 1)
        rows.addWidget(self._failures)
        self._list.muted_changed.connect(self.muted_changed)
        self._list.edit_asked.connect(self.edit_asked)
        self._list.remove_asked.connect(self.remove_asked)
        self._list.reread_asked.connect(self.reread_asked)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._list.clicked.connect(self._on_clicked)

    def set_sources(
        self,
        sources: Sequence[SourceLike],
        *,
        muted: frozenset[DocumentId] | None = None,
        failures: Sequence[DatelineError] = (),
    ) -> None:
        """
        Show other sources, and what could not be read.

        Args:
            sources: All of the project.
            muted: What is muted; None keeps what the list shows. A solo ends with a source added.
            failures: What could not be read.
        """
        current, left_out = self.current, self._model.left_out
        self._list.selectionModel().blockSignals(True)
        self._model.set_sources(sources, muted)
        self._list.selectionModel().blockSignals(False)
        self._failures.set_failures(failures)
        self._stack.setCurrentWidget(self._list if sources else self._hint)
        if current:
            self.select(current)
        if muted is None and self._model.left_out != left_out:
            self.muted_changed.emit(self._model.left_out)

    def set_muted(self, muted: frozenset[DocumentId]) -> None:
        """Mute these sources and no others; nobody is told."""
        self._model.set_muted(muted)

    def set_known_by(self, day: date | None) -> None:
        """Show which sources had not appeared by a day; None when all are read."""
        self._model.set_known_by(day)

    @property
    def current(self) -> DocumentId | None:
        """The selected source."""
        chosen = self._list.currentIndex().data(SourceRole.DOCUMENT_ID)
        return DocumentId(chosen) if chosen else None

    def select(self, document_id: DocumentId) -> None:
        """Select a source, without telling anybody."""
        row = self._model.row_of(document_id)
        if row is not None:
            self._list.selectionModel().blockSignals(True)
            self._list.setCurrentIndex(self._model.index(row))
            self._list.selectionModel().blockSignals(False)
            self._list.viewport().update()

    def _on_current(self, index: QModelIndex) -> None:
        chosen = index.data(SourceRole.DOCUMENT_ID)
        if chosen and self._list.hasFocus():
            self.source_selected.emit(chosen)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.source_selected.emit(index.data(SourceRole.DOCUMENT_ID))


class SourceList(QListView):
    """
    The list itself: keys M, S, F2 and Delete, and a menu with all of them.

    Args:
        theme: Colours, fonts, sizes.
        model: The sources.
        parent: Owner.
    """

    muted_changed = Signal(object)
    edit_asked = Signal(str)  # DocumentId
    remove_asked = Signal(str)  # DocumentId
    reread_asked = Signal(str)  # DocumentId

    def __init__(self, theme: Theme, model: SourcesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = model
        self.setModel(model)
        self.setAccessibleName("Sources")
        self.setAccessibleDescription(
            "M mutes the selected source, S shows only this source, F2 edits its title, outlet "
            "and date, Delete takes it out of the project"
        )
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        delegate = SourceDelegate(theme, self)
        delegate.mute_clicked.connect(self._mute)
        delegate.solo_clicked.connect(self._solo)
        self.setItemDelegate(delegate)
        theme.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if row >= 0 and not event.modifiers() and event.key() == Qt.Key.Key_M:
            self._mute(row)
        elif row >= 0 and not event.modifiers() and event.key() == Qt.Key.Key_S:
            self._solo(row)
        elif row >= 0 and event.key() == Qt.Key.Key_F2:
            self.edit_asked.emit(self.currentIndex().data(SourceRole.DOCUMENT_ID))
        elif row >= 0 and event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit(self.currentIndex().data(SourceRole.DOCUMENT_ID))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        if index.isValid():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._add(menu, "Mute", index, SourceRole.IS_MUTED).triggered.connect(
                lambda: self._mute(index.row())
            )
            self._add(menu, "Show only this source", index, SourceRole.IS_SOLO).triggered.connect(
                lambda: self._solo(index.row())
            )
            document_id = index.data(SourceRole.DOCUMENT_ID)
            menu.addSeparator()
            menu.addAction(
                "Title, outlet and date…\tF2", partial(self.edit_asked.emit, document_id)
            )
            menu.addAction("Read it again", partial(self.reread_asked.emit, document_id))
            menu.addAction(
                "Remove from the project\tDel", partial(self.remove_asked.emit, document_id)
            )
            menu.popup(event.globalPos())

    def _add(self, menu: QMenu, words: str, index: QModelIndex, role: SourceRole) -> QAction:
        action = QAction(words, menu)
        action.setCheckable(True)
        action.setChecked(bool(index.data(role)))
        menu.addAction(action)
        return action

    def _mute(self, row: int) -> None:
        self._sources.toggle_mute(row)
        self.muted_changed.emit(self._sources.left_out)

    def _solo(self, row: int) -> None:
        self._sources.toggle_solo(row)
        self.muted_changed.emit(self._sources.left_out)
