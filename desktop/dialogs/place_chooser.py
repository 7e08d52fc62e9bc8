"""Which place a name stands for: the candidates with their reasons, another one, or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.settings.theme import Theme
from desktop.wording.places import own_place, place_words
from desktop.wording.words import plural
from geodata.domain.mentions import PlaceMention
from geodata.domain.places import Candidate, Place
from geodata.errors import UnknownPlace

_NO_PLACE = "Not a place"


@dataclass(frozen=True, slots=True)
class Choice:
    """
    What the person chose.

    Args:
        place: The place, or None: the words are no place.
        is_for_all: Whether it holds for the name in every article.
    """

    place: Place | None
    is_for_all: bool


@dataclass(frozen=True, slots=True)
class Reach:
    """How much a choice for the whole project changes, for the preview."""

    mentions: int
    articles: int
    claims: int


class PlaceChooser(QDialog):
    """
    The candidates of one mention; the keys 1 to 9 choose at once, and the map shows which is which.

    Args:
        theme: Colours and fonts.
        mention: What stands in the text.
        find: Looks a name up in the gazetteer.
        reach: How much a choice for all articles changes.
        parent: Owner.
    """

    looked_at = Signal(object)  # Place: the one that is chosen in the list now
    middle_asked = Signal()  # the person wants the middle of the map

    def __init__(
        self,
        theme: Theme,
        mention: PlaceMention,
        find: Callable[[str], Sequence[Place]],
        reach: Reach,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._find = find
        self._places: list[Place | None] = []
        self.setWindowTitle(f"What is “{mention.text}”?")
        self.resize(520, 420)
        self.list = QListWidget()
        self.list.setAccessibleName("Places that the name may stand for")
        self.list.setWordWrap(True)
        self.list.installEventFilter(self)
        self.list.setAlternatingRowColors(True)
        self.search = QLineEdit()
        self.search.setPlaceholderText("another name, or 16.97, 7.99")
        self.search.setAccessibleName("Another place")
        self.search.setToolTip("A name of the gazetteer, or latitude and longitude in degrees")
        self._look = QPushButton("Look up")
        self._look.setAutoDefault(False)
        self._middle = QPushButton("Middle of the map")
        self._middle.setAutoDefault(False)
        self._middle.setToolTip("Move the map until the place is in its middle, then press this")
        self._wrong = QLabel()
        self._wrong.setTextFormat(Qt.TextFormat.PlainText)
        self._wrong.setWordWrap(True)
        self._wrong.setStyleSheet(f"color: {theme.colours.ui.error};")
        self.for_all = QCheckBox(
            f"For every “{mention.text}” of the project: {plural(reach.mentions, 'mention')} in "
            f"{plural(reach.articles, 'article')}, {plural(reach.claims, 'claim')}"
        )
        self.for_all.setEnabled(reach.mentions > 1)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._lay_out()
        for candidate in mention.candidates:
            self._offer(candidate)
        self._add(_NO_PLACE, None)
        self.list.setCurrentRow(0)
        self.list.setFocus()
        self._look.clicked.connect(self.look_up)
        self._middle.clicked.connect(self.middle_asked)
        self.list.currentRowChanged.connect(self._on_row)
        self.search.returnPressed.connect(self.look_up)
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def choice(self) -> Choice:
        """Return what is chosen."""
        return Choice(self._places[max(0, self.list.currentRow())], self.for_all.isChecked())

    def look_up(self) -> None:
        """Add what the typed words may stand for, and choose the first."""
        words = self.search.text().strip()
        if not words:
            return
        own = own_place(words)
        found = [own] if own else list(self._find(words))
        self._wrong.setText("" if found else str(UnknownPlace(words)))
        before = len(self._places)
        for place in found:
            if place not in self._places:
                self._add(place_words(place), place)
        if found:
            wanted = self._places.index(found[0]) if found[0] in self._places else before
            self.list.setCurrentRow(wanted)

    def take(self, lat: float, lon: float) -> None:
        """Offer a point of the map as a place of the person's own; WGS 84, degrees."""
        self.search.setText(f"{lat:.4f}, {lon:.4f}")
        self.look_up()

    def _on_row(self, row: int) -> None:
        place = self._places[row] if 0 <= row < len(self._places) else None
        if place is not None:
            self.looked_at.emit(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Before the list sees it: a letter or a digit would look for an entry there.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            digit = event.text()
            if digit.isdigit() and 0 < int(digit) <= len(self._places):
                self.list.setCurrentRow(int(digit) - 1)
                self.accept()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.search, 1)
        line.addWidget(self._look)
        line.addWidget(self._middle)
        box = QVBoxLayout(self)
        box.addWidget(self.list, 1)
        box.addLayout(line)
        box.addWidget(self._wrong)
        box.addWidget(self.for_all)
        box.addWidget(self.buttons)

    def _offer(self, candidate: Candidate) -> None:
        share = f"{candidate.score:.0%}"
        self._add(
            "\n".join(filter(None, (f"{place_words(candidate.place)}, {share}", candidate.why))),
            candidate.place,
        )

    def _add(self, words: str, place: Place | None) -> None:
        number = len(self._places) + 1
        key = f"{number}  " if number <= 9 else ""
        self._places.append(place)
        QListWidgetItem(f"{key}{words}", self.list)
