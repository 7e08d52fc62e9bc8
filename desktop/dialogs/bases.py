"""Which words of the articles speak of one base: suggestions to take, to part, or to tie elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.settings.theme import Theme
from desktop.wording.places import place_words
from desktop.wording.words import plural
from geodata.domain.documents import DocumentId
from geodata.domain.facilities import FacilityMention

if TYPE_CHECKING:
    from geodata.services.bases import BaseLink

_LINK, _MENTION = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_HEAD = (
    "Words that seem to speak of one base. Say that they do, and the claims that rest on them "
    "stand at that base; nothing is joined before."
)
_NONE = (
    "No words of these articles seem to speak of one base in different ways. A project that was "
    "saved before this was kept shows some once its articles are read again (Shift+F5)."
)


class _Tree(QTreeWidget):
    """A list in which some letters do something instead of looking for an entry."""

    def __init__(self) -> None:
        super().__init__()
        self.does: dict[str, Callable[[], None]] = {}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        do = self.does.get(event.text().upper())
        if do is None:
            super().keyPressEvent(event)
        else:
            do()


class BasesDialog(QDialog):
    """
    Suggestions over all articles; it may stay open while work goes on.

    Args:
        theme: Colours and fonts.
        parent: Owner.
    """

    tie_asked = Signal(object)  # BaseLink: its words speak of one base
    other_asked = Signal(object)  # tuple[FacilityMention, ...]: which base they speak of
    part_asked = Signal(object)  # FacilityMention: not of this base
    looked_at = Signal(object)  # FacilityMention

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Bases that may be one")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 480)
        self.tree = _Tree()
        self.tree.setHeaderLabels(["Words", "Where"])
        self.tree.setAccessibleName("Words that may speak of one base")
        self.tree.setAlternatingRowColors(True)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._head, self._why = QLabel(_HEAD), QLabel()
        self._why.setTextFormat(Qt.TextFormat.PlainText)
        self._why.setFont(theme.font("small"))
        for label in (self._head, self._why):
            label.setWordWrap(True)
        self._why.setMinimumHeight(3 * self._why.fontMetrics().lineSpacing())
        self.one = self._button("They are &one base", "A", self._tie)
        self.other = self._button("Another &base…", "E", self._ask_other)
        self.part = self._button("&Not this base", "R", self._part)
        self._lay_out()
        self.tree.currentItemChanged.connect(lambda *_: self._on_current())

    def _button(self, words: str, key: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.setToolTip(f"Key {key} in the list")
        button.clicked.connect(do)
        self.tree.does[key] = do
        return button

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        for button in (self.one, self.other, self.part):
            line.addWidget(button)
        line.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.close)
        line.addWidget(close)
        box = QVBoxLayout(self)
        for widget in (self._head, self.tree, self._why):
            box.addWidget(widget, 1 if widget is self.tree else 0)
        box.addLayout(line)

    def show_links(self, links: Sequence[BaseLink], numbers: Mapping[DocumentId, int]) -> None:
        """
        Show the suggestions as they stand now; what was chosen stays chosen where it is there.

        Args:
            links: The suggestions.
            numbers: The number of each article.
        """
        at = self._index()
        self.tree.blockSignals(True)
        self.tree.clear()
        for one in links:
            self.tree.addTopLevelItem(_link_item(one, numbers))
        self.tree.expandAll()
        items = self._items()
        if items:
            self.tree.setCurrentItem(items[min(at, len(items) - 1)])
        self.tree.blockSignals(False)
        self._head.setText(_HEAD if links else _NONE)
        self._show_current()

    def _items(self) -> list[QTreeWidgetItem]:
        items: list[QTreeWidgetItem] = []
        for top in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(top)
            assert item is not None
            children = (item.child(row) for row in range(item.childCount()))
            items += [item, *(child for child in children if child is not None)]
        return items

    def _index(self) -> int:
        current = self.tree.currentItem()
        items = self._items()
        return items.index(current) if current in items else 0

    def _on_current(self) -> None:
        self._show_current()
        item = self.tree.currentItem()
        mention = item.data(0, _MENTION) if item else None
        if mention is not None:
            self.looked_at.emit(mention)

    def _show_current(self) -> None:
        item = self.tree.currentItem()
        mention: FacilityMention | None = item.data(0, _MENTION) if item else None
        link: BaseLink | None = item.data(0, _LINK) if item else None
        self.one.setEnabled(link is not None and not link.is_decided)
        self.other.setEnabled(link is not None)
        self.part.setEnabled(mention is not None)
        self._why.setText(mention.why if mention else link.link.why if link else "")

    def _tie(self) -> None:
        item = self.tree.currentItem()
        if item is not None and self.one.isEnabled():
            self.tie_asked.emit(item.data(0, _LINK))

    def _ask_other(self) -> None:
        item = self.tree.currentItem()
        if item is not None:
            mention = item.data(0, _MENTION)
            link: BaseLink = item.data(0, _LINK)
            self.other_asked.emit((mention,) if mention else link.link.mentions)

    def _part(self) -> None:
        item = self.tree.currentItem()
        if item is not None and self.part.isEnabled():
            self.part_asked.emit(item.data(0, _MENTION))


def _link_item(one: BaseLink, numbers: Mapping[DocumentId, int]) -> QTreeWidgetItem:
    mentions = one.link.mentions
    articles = len({mention.document for mention in mentions})
    state = "decided" if one.is_decided else f"{one.link.score:.0%} sure"
    words = [place_words(one.link.place), f"{plural(articles, 'article')}, {state}"]
    item = QTreeWidgetItem(words)
    item.setData(0, _LINK, one)
    for mention in mentions:
        where = f"source {numbers.get(mention.document, 0)}"
        child = QTreeWidgetItem(item, [f"“{' '.join(mention.text.split())}”", where])
        child.setData(0, _LINK, one)
        child.setData(0, _MENTION, mention)
    return item
